"""Finds the words and characters in a Chinese text that its region does not use: 软件 in a text of Taiwan.

Start from `foreign_places`. It is fast, and finds each word wherever its characters stand together; whether it is
a word in its sentence, in which sense, and what the region writes instead, decides `termbase.normalize.text`. The
words are those of the converter's tables, without names and without the words in `own_words.tsv`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from termbase.cache.kept import kept
from termbase.files.data_table import data_file
from termbase.language import Region
from termbase.text.own_characters import own_characters
from termbase.text.regions.own_words import own_words, subjects_of_foreign_senses, subjects_of_own_senses
from termbase.text.regions.regional_rows import Sense
from termbase.text.regions.regional_words import RegionalWord, forms
from termbase.text.regions.subject_words import is_about, names_subject
from termbase.text.script import Script, all_simplified_only, simplify, traditional_only

if TYPE_CHECKING:
    from daachorse import DoubleArrayAhoCorasick

_LAST = "\uffff"
"""The last character to look for: with rarer ones the search takes ten times as long."""

_COMMON = ("\u4e00", "\u9fff")
"""A character is left alone if its simplified one is outside of the first block of Unicode: 奕訢, 黑斑原鮡."""

_BYTES = "utf-16-le"
_RARE = re.compile(f"[^\0-{_LAST}]")
"""Matches a character of two units of `_BYTES`: 😀."""


class ForeignPlace(NamedTuple):
    """A span of a text (code points, end-exclusive) with the regions that use the word.

    Characters of the other script have no regions.
    """

    start: int
    end: int
    regions: frozenset[Region] = frozenset()


def foreign_places(text: str, region: Region) -> list[ForeignPlace]:
    """Return the places of characters and of words that the region does not use, in order; they may overlap."""
    return sorted((*foreign_characters(text, region), *_foreign_words(text, region)))


def foreign_characters(text: str, region: Region) -> Iterator[ForeignPlace]:
    """Yield the characters of the script that the region does not write."""
    return (ForeignPlace(*found.span()) for found in _other_characters(region).finditer(text))


def is_own_character(char: str, region: Region) -> bool:
    """Return whether a region writes a character of the other script as well: 揾 in Hong Kong."""
    return char in own_characters(region)


def foreign_forms(region: Region) -> dict[str, frozenset[Region]]:
    """Return the words that the region does not use, in simplified characters, each with the regions that do.

    A word with several senses (只读) is foreign only where the converter replaces it.
    """
    own = own_words(region)
    return {
        form: frozenset(word.region for word in words)
        for form, words in forms()
        if len(form) > 1 and not form.isascii() and form not in own and _is_foreign(words, region)
    }


def _is_foreign(words: tuple[RegionalWord, ...], region: Region) -> bool:
    """Whether a form is no name, is in no row a form of the region, and has one sense or one beside certain words.

    In simplified text the converter takes words with several senses for words of the mainland.
    """
    if any(word.row.is_of_names or word.row.owner or word.region is region for word in words):
        return False
    of_this_script = [word for word in words if not _is_of_other_script(word, region)]
    is_certain = {
        Sense.CERTAIN: True,
        Sense.BESIDE: region.script == Script.TRADITIONAL,
        Sense.SHARED: any(word.region.script == region.script for word in words),
        Sense.OWN_SCRIPT: all(word.region.script == region.script for word in of_this_script),
    }
    applicable = [word for word in of_this_script if word.can_apply]
    return bool(applicable) and all(is_certain[word.sense] for word in applicable)


def _is_of_other_script(word: RegionalWord, region: Region) -> bool:
    """Return whether a form of the mainland has its sense in simplified text only: 通过 for 透過."""
    return word.sense is Sense.OWN_SCRIPT and word.region is Region.CN and region is not Region.CN


class _Words(NamedTuple):
    """An automaton of words. The foreign ones come first; the other fields have an entry for each of them.

    `subjects` has the subject in which alone a word is foreign, or "", and `own_subjects` that in which it is none.
    """

    automaton: DoubleArrayAhoCorasick
    regions: tuple[frozenset[Region], ...]
    subjects: tuple[str, ...]
    own_subjects: tuple[str, ...]


def _foreign_words(text: str, region: Region) -> Iterator[ForeignPlace]:
    words = _words(region)
    simplified = simplify(text)
    found = words.automaton.find_overlapping(simplified.encode(_BYTES, "surrogatepass"))
    rare = [place.start() + before for before, place in enumerate(_RARE.finditer(simplified))]
    units = ((start >> 1, end >> 1, number) for start, end, number in found if not start & 1)
    places = [
        (start - bisect_left(rare, start), end - bisect_left(rare, end), number) for start, end, number in units
    ]
    protected = [(start, end) for start, end, number in places if number >= len(words.regions)]
    for start, end, number in places:
        if number >= len(words.regions) or any(first <= start and end <= last for first, last in protected):
            continue
        subject, own = words.subjects[number], words.own_subjects[number]
        if own and names_subject(own, simplified):
            continue
        if not subject or is_about(subject, simplified, start, end):
            yield ForeignPlace(start, end, words.regions[number])


@cache
def _words(region: Region) -> _Words:
    from daachorse import DoubleArrayAhoCorasick

    made, used_in, subjects, own_subjects = kept(
        data_file("regional_words.tsv"), f".{region}.foreign", lambda: _compiled(region)
    )
    regions = {names: frozenset(Region[name] for name in names.split()) for names in set(used_in)}
    automaton = DoubleArrayAhoCorasick.deserialize(made)
    return _Words(automaton, tuple(regions[names] for names in used_in), subjects, own_subjects)


def _compiled(region: Region) -> tuple[bytes, tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    from daachorse import DoubleArrayAhoCorasick

    foreign = foreign_forms(region)
    patterns = [*foreign, *sorted(own_words(region))]
    subjects, own_subjects = (
        tuple(found.get(form, "") for form in foreign)
        for found in (subjects_of_foreign_senses(region), subjects_of_own_senses(region))
    )
    used_in = tuple(" ".join(sorted(regions)) for regions in foreign.values())
    automaton = DoubleArrayAhoCorasick([pattern.encode(_BYTES) for pattern in patterns])
    return bytes(automaton.serialize()), used_in, subjects, own_subjects


@cache
def _other_characters(region: Region) -> re.Pattern[str]:
    characters = traditional_only() if region.script == Script.SIMPLIFIED else all_simplified_only()
    wrong = sorted(
        char for char in {*characters} - own_characters(region) if char <= _LAST and _is_common(simplify(char))
    )
    return re.compile(f"[{''.join(wrong)}]")


def _is_common(char: str) -> bool:
    return _COMMON[0] <= char <= _COMMON[1]
