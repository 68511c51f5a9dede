"""Finds terms by short forms that initials do not give: RNA, LegCo, and some syllables of pinyin (fagaiwei)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.index.forms import FoundTerm, Match, Way, phrase
from termbase.index.store import Index
from termbase.text.chinese.pinyin import reading_key
from termbase.text.small_words import SMALL_WORDS

_MOST = 1000
"""How many terms are compared, the shortest first."""
_BLEND, _SYLLABLES, _FULL = 0.36, 0.38, 0.08
_LETTERS = 3
"""Length in letters from which the full-text search can find a syllable."""
_BLENDED = re.compile("[A-Za-z]{2,6}")
_SYLLABLE = re.compile(r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]+(?:ng|n|r)?(?![aeiou])")


def find_short_forms(index: Index, query: str) -> Iterator[FoundTerm]:
    """Yield the concepts with a term of which a query in letters may be a short form."""
    if _BLENDED.fullmatch(query):
        yield from _blends(index, query.casefold())
    yield from _by_syllables(index, reading_key(query))


def _blends(index: Index, letters: str) -> Iterator[FoundTerm]:
    """Yield English terms with the letters in order, and one of them first in each word (RNA: ribonucleic acid)."""
    for form in index.with_shape("*".join(letters) + "*", _MOST):
        words = [word for word in form.key.split() if word not in SMALL_WORDS]
        if 1 < len(words) <= len(letters) and _blended(words).fullmatch(letters):
            full = len(letters) / len(form.key)
            yield FoundTerm(form.concept, form.term, Match.ABBREVIATION, _BLEND + _FULL * full)


def _blended(words: list[str]) -> re.Pattern[str]:
    """Return a pattern of the letters that a term may be shortened to: the first of each word, and any others."""
    return re.compile("".join(re.escape(word[0]) + _any_of_each(word[1:]) for word in words))


def _any_of_each(text: str) -> str:
    return "".join(f"{re.escape(char)}?" for char in text)


def _by_syllables(index: Index, typed: str) -> Iterator[FoundTerm]:
    """Yield Chinese terms that have the typed syllables in order, with others between them."""
    syllables = _SYLLABLE.findall(typed)
    searched = [syllable for syllable in syllables if len(syllable) >= _LETTERS]
    if len(syllables) < 2 or "".join(syllables) != typed or not searched:
        return
    for form in index.with_latin(" AND ".join(map(phrase, searched)), _MOST):
        if form.way is Way.READING and _is_spread(typed, form.origin, is_from_start=len(syllables) < 3):
            full = len(typed) / len(form.key)
            yield FoundTerm(form.concept, form.term, Match.ABBREVIATION, _SYLLABLES + _FULL * full, is_pinyin=True)


def _is_spread(typed: str, reading: str, *, is_from_start: bool) -> bool:
    """Return whether some syllables of a reading, in order, are the typed letters; the first too if so asked."""
    places = {0}
    for number, syllable in enumerate(map(reading_key, reading.split())):
        taken = {place + len(syllable) for place in places if typed.startswith(syllable, place)}
        if is_from_start and not number:
            places = taken
        places |= taken
    return len(typed) in places
