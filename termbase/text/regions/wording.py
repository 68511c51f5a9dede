"""Handles regional wording: mainland 数字 ("digital") is 數位 in Taiwan and 數碼 in Hong Kong, whatever the script.

This module detects the region whose wording a term uses, and replaces regional words by mainland words for
comparing and for proposing. The words are data, read by `termbase.text.regions.regional_words`.
`termbase.normalize.text` converts text that people read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

from termbase.language import Region
from termbase.text.changes import replaced
from termbase.text.regions.own_words import own_words
from termbase.text.regions.regional_rows import Sense
from termbase.text.regions.regional_words import RegionalWord, candidates, forms
from termbase.text.script import Script, convert, script_of, simplify

_ONE_SENSE = (Sense.CERTAIN, Sense.SHARED)
_IN_SCRIPT = (Sense.SHARED, Sense.OWN_SCRIPT)
_MOST_WORDINGS = 500


def wording_region(term: str) -> Region | None:
    """Return the region whose wording a Chinese term uses, or None if no word of it belongs to a region.

    数位丝绸之路 is Taiwan wording in simplified characters. If two regions share a word (網絡: CN and HK), the
    script decides.
    """
    script = script_of(term)
    owners = [regions for regions in distinctive_words(term, script).values() if regions]
    shared = frozenset.intersection(*owners) if owners else frozenset()
    found = [region for region in Region if region in shared]
    fitting = [region for region in found if script in (region.script, Script.BOTH)]
    return next(iter(fitting or found), None)


def distinctive_words(text: str, script: Script) -> dict[tuple[int, int], frozenset[Region]]:
    """Return the spans (code points) of words that only some regions use, each with these regions.

    `script` is the script of the text. Words with several senses are not included.
    """
    simplified = simplify(text)
    found: dict[tuple[int, int], frozenset[Region]] = {}
    start = 0
    while start < len(simplified):
        end, regions = _distinctive_at(simplified, start, script)
        if 0 < len(regions) < len(Region):
            found[start, end] = regions
        start = end
    return found


def mainland_words(simplified: str) -> Iterator[tuple[int, int, str]]:
    """Yield the start, the end and the mainland word of each regional word in a text of simplified characters."""
    start = 0
    while start < len(simplified):
        end, word = next(
            (
                (end, word)
                for end, words in candidates(simplified, start)
                if (word := _mainland_word(simplified[start:end], words))
            ),
            (start + 1, ""),
        )
        if word and simplified[start:end] != word:
            yield start, end, word
        start = end


def mainland_forms() -> dict[str, str]:
    """Return the table behind `mainland_words`: each form with its mainland word, which may be the same."""
    return {form: word.lower() for form, words in forms() if (word := _mainland_word(form, words))}


def _mainland_wording(simplified: str) -> str:
    """Return a text in simplified characters with every regional word replaced by the mainland word."""
    return replaced(simplified, mainland_words(simplified))


def wordings(script_key: str) -> Iterator[str]:
    """Yield the other wordings, of all regions, that have the same match key as a term, given by its script key.

    数字丝绸之路 gives 数位丝绸之路 and 数码丝绸之路. A wording may mix words of two regions. Only the first
    `_MOST_WORDINGS` are tried; a term has fewer.
    """
    key = _settled(script_key)
    for form in islice(_reworded(key, 0), _MOST_WORDINGS):
        if form != script_key and (form == key or _settled(form) == key):
            yield form


def _settled(text: str) -> str:
    """Replace regional words until none is left, since a replacement may complete another regional word."""
    while (reworded := _mainland_wording(text).lower()) != text:
        text = reworded
    return text


def _reworded(key: str, start: int) -> Iterator[str]:
    """Yield the key from `start` on, first as it is, then with its words in the wording of other regions."""
    yield key[start:]
    elsewhere = _elsewhere()
    for place in range(start, len(key)):
        for beginning in (key[place : place + 2], key[place]):
            for word, form in elsewhere.get(beginning, ()):
                if key.startswith(word, place):
                    for rest in _reworded(key, place + len(word)):
                        yield key[start:place] + form + rest


@cache
def _elsewhere() -> dict[str, list[tuple[str, str]]]:
    """Return the mainland words with the forms of other regions, by the first two characters of the word."""
    elsewhere: dict[str, list[tuple[str, str]]] = {}
    for form in mainland_forms():
        if (word := _settled(form)) != form:
            elsewhere.setdefault(word[:2], []).append((word, form))
    return elsewhere


def regions_of_words(text: str, script: Script) -> Iterator[tuple[str, frozenset[Region]]]:
    """Yield the regional words of a term in simplified characters, each with the regions that use it in any sense.

    `script` is the script of the text that has the term. Words that are right in every region are left out: names,
    and in text of the other script the words that its regions share (模组).
    """
    simplified = simplify(text).lower()
    start = 0
    while start < len(simplified):
        end, words = next(candidates(simplified, start), (start + 1, ()))
        regions = frozenset(
            word.region for word in words if word.sense is not Sense.SHARED or script is word.region.script
        )
        if regions and not any(word.row.owner for word in words):
            yield simplified[start:end], regions
        start = end


def is_everyday_word(term: str) -> bool:
    """Return whether a term is a word whose sense depends on the words beside it: 数字 is "digital" or "figure"."""
    simplified = simplify(term).lower()
    end, words = next(candidates(simplified, 0), (0, ()))
    return end == len(simplified) and any(word.sense is Sense.BESIDE for word in words)


def is_of_one_sense(term: str) -> bool:
    """Return whether a term is a form that regions share, always in the sense of the table: 快取."""
    simplified = simplify(term).lower()
    end, words = next(candidates(simplified, 0), (0, ()))
    senses = {word.sense for word in words}
    return end == len(simplified) and Sense.SHARED in senses and Sense.BESIDE not in senses


def is_in_table(term: str) -> bool:
    """Return whether a term as a whole is a form of the table, of any region."""
    simplified = simplify(term).lower()
    end, _ = next(candidates(simplified, 0), (0, ()))
    return end == len(simplified)


def mainland_form(term: str) -> str:
    """Return a term in mainland words and characters. It is a proposal; a proper name must keep its words."""
    return _mainland_wording(convert(term, "t2s"))


def in_script_of(term: str, region: Region) -> str:
    """Return a term in the characters of a region, with its wording unchanged."""
    if script_of(term) in (region.script, Script.BOTH):
        return term
    origin = "t" if region.script == Script.SIMPLIFIED else "s"
    return convert(term, f"{origin}2{region.opencc}")


def _mainland_word(form: str, words: tuple[RegionalWord, ...]) -> str:
    """Return the mainland word for a form, from its first row with one sense; the form if the mainland uses it.

    Return "" if every row has the form in several senses.
    """
    if any(word.region is Region.CN and word.sense is not Sense.SHARED for word in words):
        return form
    return next((word.row.wordings[Region.CN][0] for word in words if word.sense in _ONE_SENSE), "")


def _distinctive_at(simplified: str, start: int, script: Script) -> tuple[int, frozenset[Region]]:
    """Return the end of the regional word at `start` and its regions; for a name only the region it comes from.

    A region of the script that has the word as one of several (資料來源), or beside its own (在線), counts too.
    """
    for end, words in candidates(simplified, start):
        certain = {word.region for word in words if _is_certain(word, script)}
        if not any(word.sense is Sense.CERTAIN for word in words):
            return end, frozenset()
        own = {region for region in _of_script(script) if simplified[start:end] in own_words(region)}
        return end, frozenset(certain | own)
    return start + 1, frozenset()


def _is_certain(word: RegionalWord, script: Script) -> bool:
    if word.row.owner not in (None, word.region):
        return False
    return word.sense is Sense.CERTAIN or (word.sense in _IN_SCRIPT and word.region.script == script)


def _of_script(script: Script) -> list[Region]:
    return [region for region in Region if region.script == script]
