"""Regional wording: 数字 in Beijing is 數位 in Taipei and 數碼 in Hong Kong, in whichever characters it is written.

The words are data (`termbase.text.regional_words`); this module detects whose wording a term is, and gives the
mainland wording for comparing and for proposing. `termbase.normalize.text` is for text that people read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

from termbase.language import Region
from termbase.text.regional_words import RegionalWord, Sense, candidates, forms
from termbase.text.script import Script, convert, script_of, simplify

__all__ = [
    "in_script_of",
    "is_everyday_word",
    "mainland_form",
    "mainland_forms",
    "mainland_wording",
    "mainland_words",
    "regions_of_words",
    "wording_region",
    "wordings",
]

_ONE_SENSE = (Sense.CERTAIN, Sense.SHARED)
_MOST_WORDINGS = 500


def wording_region(term: str) -> Region | None:
    """Whose wording a Chinese term is, or None if no word of it is of one region.

    数位丝绸之路 is Taiwan wording in simplified characters. Where a word is shared (網絡: CN and HK), the script
    decides.
    """
    telling = [regions for regions in telling_words(term).values() if regions]
    shared = frozenset.intersection(*telling) if telling else frozenset()
    script = script_of(term)
    found = [region for region in Region if region in shared]
    fitting = [region for region in found if script in (region.script, Script.BOTH)]
    return next(iter(fitting or found), None)


def telling_words(text: str) -> dict[tuple[int, int], frozenset[Region]]:
    """The words of a text that tell a region, by place: those said in all regions or in several senses do not."""
    simplified = simplify(text)
    found: dict[tuple[int, int], frozenset[Region]] = {}
    start = 0
    while start < len(simplified):
        end, regions = _telling_at(simplified, start)
        if 0 < len(regions) < len(Region):
            found[start, end] = regions
        start = end
    return found


def mainland_words(simplified: str) -> Iterator[tuple[int, int, str]]:
    """The regional words of a text in simplified characters, by place, each with what the mainland says."""
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
    """The table behind `mainland_words`: each form with what the mainland says, its own words with themselves."""
    return {form: word.lower() for form, words in forms() if (word := _mainland_word(form, words))}


def mainland_wording(simplified: str) -> str:
    """A text in simplified characters with every regional word as the mainland has it."""
    parts, last = [], 0
    for start, end, word in mainland_words(simplified):
        parts += [simplified[last:start], word]
        last = end
    return "".join([*parts, simplified[last:]])


def wordings(script_key: str) -> Iterator[str]:
    """The other wordings, of any region, that share their match key with a term, which is given by its script key.

    数字丝绸之路 gives 数位丝绸之路 and 数码丝绸之路. One form may mix words of two regions. Only sentences have
    more forms than `_MOST_WORDINGS`, and of these so many are tried.
    """
    key = _settled(script_key)
    for form in islice(_reworded(key, 0), _MOST_WORDINGS):
        if form != script_key and (form == key or _settled(form) == key):
            yield form


def _settled(text: str) -> str:
    """The text with mainland words, those included that only come about when another is replaced."""
    while (reworded := mainland_wording(text).lower()) != text:
        text = reworded
    return text


def _reworded(key: str, start: int) -> Iterator[str]:
    """What may be written elsewhere for a key from a place on, the key itself first."""
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
    """The mainland words with what other regions write for each, by their first two characters."""
    elsewhere: dict[str, list[tuple[str, str]]] = {}
    for form in mainland_forms():
        if (word := _settled(form)) != form:
            elsewhere.setdefault(word[:2], []).append((word, form))
    return elsewhere


def regions_of_words(text: str, script: Script) -> Iterator[tuple[str, frozenset[Region]]]:
    """The regional words of a term, simplified, each with the regions that have it in any sense.

    `script` is that of the text which the term stands in. Left out is what is right in every region: names, and in
    text of the other script what is shared (模组).
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
    """Whether a term is one word that tells its sense beside certain words only: 数字 alone is a figure too."""
    simplified = simplify(term).lower()
    end, words = next(candidates(simplified, 0), (0, ()))
    return end == len(simplified) and any(word.sense is Sense.BESIDE for word in words)


def mainland_form(term: str) -> str:
    """A term as the mainland writes it: its words and its characters. For proposing, not for a proper name."""
    return mainland_wording(convert(term, "t2s"))


def in_script_of(term: str, region: Region) -> str:
    """A term in the characters of a region, its wording kept."""
    if script_of(term) in (region.script, Script.BOTH):
        return term
    origin = "t" if region.script == Script.SIMPLIFIED else "s"
    return convert(term, f"{origin}2{region.opencc}")


def _mainland_word(form: str, words: tuple[RegionalWord, ...]) -> str:
    """What the mainland says for a form, by the first row that has it; nothing where it is another word too."""
    if any(word.region is Region.CN and word.sense is not Sense.SHARED for word in words):
        return form
    return next((word.row.wordings[Region.CN][0] for word in words if word.sense in _ONE_SENSE), "")


def _telling_at(simplified: str, start: int) -> tuple[int, frozenset[Region]]:
    """The end of the word that begins at a place, and whose it is; of a name, whose name."""
    for end, words in candidates(simplified, start):
        certain = [word for word in words if word.sense is Sense.CERTAIN]
        return end, frozenset(word.region for word in certain if word.row.owner in (None, word.region))
    return start + 1, frozenset()
