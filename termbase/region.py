"""Regional wording: 数字 in Beijing is 數位 in Taipei and 數碼 in Hong Kong, in whichever characters it is written.

The words are data (`termbase_data/regional_words.tsv`); this module tells whose wording a term is, and gives the
mainland wording for comparing and for proposing.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from termbase.script import Script, convert, script_of, simplify

REGIONS = {"CN": "mainland", "TW": "Taiwan", "HK": "Hong Kong"}
"""The regions told apart, as `geographical_usage` has them, with their names for people."""

_SCRIPT_OF_REGION = {"CN": Script.SIMPLIFIED, "TW": Script.TRADITIONAL, "HK": Script.TRADITIONAL}
_CONFIGURATION = {"CN": "t2s", "TW": "s2tw", "HK": "s2hk"}


class RegionalWord(NamedTuple):
    """One word of the table, in simplified characters: the regions whose wording it is, what the mainland says."""

    regions: frozenset[str]
    mainland: str


def wording_region(term: str) -> str | None:
    """Whose wording a Chinese term is ("CN", "TW" or "HK"), or None where no word of it tells.

    数位丝绸之路 is Taiwan wording in simplified characters. Where a word is shared (網絡: CN and HK), the script
    decides.
    """
    words = [_words()[match.group()].regions for match in _pattern().finditer(simplify(term))]
    telling = [regions for regions in words if regions]
    shared = frozenset.intersection(*telling) if telling else frozenset()
    script = script_of(term)
    candidates = [region for region in REGIONS if region in shared]
    fitting = [region for region in candidates if script in (_SCRIPT_OF_REGION[region], Script.BOTH)]
    return next(iter(fitting or candidates), None)


def mainland_wording(simplified: str) -> str:
    """A text in simplified characters with every regional word as the mainland has it."""
    return _pattern().sub(lambda match: _words()[match.group()].mainland, simplified)


def mainland_form(term: str) -> str:
    """A term as the mainland writes it: its words and its characters. For proposing, not for a proper name."""
    return mainland_wording(convert(term, "t2s"))


def in_script_of(term: str, region: str) -> str:
    """A term in the characters of a region, its wording kept."""
    return (
        term
        if script_of(term) in (_SCRIPT_OF_REGION[region], Script.BOTH)
        else convert(term, _CONFIGURATION[region])
    )


@cache
def _words() -> dict[str, RegionalWord]:
    words: dict[str, RegionalWord] = {}
    table = files("termbase_data").joinpath("regional_words.tsv").read_text("utf-8")
    for row in csv.DictReader(table.splitlines(), delimiter="\t"):
        for region in REGIONS:
            for form in row[region].split():
                word = simplify(form)
                known = words.get(word, RegionalWord(frozenset(), row["CN"]))
                told = known.regions if region in row["ordinary_in"].split() else known.regions | {region}
                words[word] = RegionalWord(told, row["CN"])
    return words


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_words(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))
