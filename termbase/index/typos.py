"""Finds terms for a query with typos: letters or characters left out, doubled, swapped or wrong.

The query is compared with every key of about the same length: whole terms, readings, single words of English terms.
So every similar term is found, and the cost depends only on the size of the termbase.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, product
from operator import itemgetter

from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import extract

from termbase.index.forms import Form, FoundTerm, Match, Way, any_of, written_key
from termbase.index.schema import KeySide
from termbase.index.short_forms import find_short_forms
from termbase.index.store import Index
from termbase.text.chinese.pinyin import reading_key
from termbase.text.script import has_han

_LEAST_LETTERS, _LEAST_HAN = 4, 3
"""Shorter queries are similar to too many terms."""
_MOST_KEYS, _MOST_WORDS, _MOST_FORMS, _MOST_READINGS = 50, 5, 200, 16
_WHOLE, _FULL, _PART, _PINYIN, _OTHER_PINYIN, _SOUND = 0.5, 0.03, -0.03, -0.03, -0.05, 0.9
_PENALTIES = {Way.READING: _PINYIN, Way.OTHER_READING: _OTHER_PINYIN}
_LEAST_SIMILAR_PART = 0.7
_RELATED = 0.85
"""How similar two words of one base form or stem are: *caching* and *cache*."""
_TIE = 0.05
"""Weight of the position of an error: people usually type the beginning of a word correctly."""


def find_fuzzy(index: Index, query: str) -> list[FoundTerm]:
    """Return the concepts with a term similar to the query, or with a similar part if no term is very similar."""
    if has_han(query):
        return [candidate for key in set(index.folding.keys(query)) for candidate in _near_han(index, key)]
    from termbase.text.english.folded_english import english_key

    words, typed = english_key(query), reading_key(query)
    found = list(_near_terms(index, KeySide.PINYIN, typed))
    for key in {words, written_key(query)}:  # folding removes plurals, and may change a typo too: receie
        found += _near_terms(index, KeySide.ENGLISH, key)
    if _is_sure(found):
        return found
    found += [*_near_words(index, words), *find_short_forms(index, query)]
    return found or list(_near_latin_parts(index, words, typed))


def _near_han(index: Index, key: str) -> list[FoundTerm]:
    found = [*_same_sound(index, key), *_near_terms(index, KeySide.HAN, key)]
    return found if _is_sure(found) else [*found, *_near_han_parts(index, key)]


def _is_sure(found: Iterable[FoundTerm]) -> bool:
    return any(candidate.score >= 0.85 * _WHOLE for candidate in found)


def _near(index: Index, side: KeySide, key: str) -> list[tuple[str, float]]:
    """Return the keys of one kind that differ from a key by few errors, with their similarity, highest first."""
    errors = _errors(len(key), side)
    keys = index.keys(side, range(max(len(key) - errors, 1), len(key) + errors + 1))
    near = extract(key, keys, scorer=OSA.distance, score_cutoff=errors, limit=_MOST_KEYS)
    similar = [(other, _similarity(key, other, distance)) for other, distance, _ in near]
    return sorted(similar, key=itemgetter(1), reverse=True)


def _errors(length: int, side: KeySide) -> int:
    """Return how many errors a query of a length in characters may have."""
    if side is KeySide.HAN:
        return 0 if length < _LEAST_HAN else 1 + (length > 4) + length // 12
    return 0 if length < _LEAST_LETTERS else min(1 + (length > 5) + length // 16, 5)


def _similarity(key: str, other: str, distance: float) -> float:
    similar = 1 - distance / max(len(key), len(other))
    return similar * (1 - _TIE) + JaroWinkler.similarity(key, other) * _TIE


def _near_terms(index: Index, side: KeySide, key: str) -> Iterator[FoundTerm]:
    near = dict(_near(index, side, key))
    for form in filter(_is_any_reading if side is KeySide.PINYIN else _is_written, index.with_keys(near)):
        score = _WHOLE * near[form.key] + _PENALTIES.get(form.way, 0.0)
        yield FoundTerm(form.concept, form.term, Match.FUZZY, score, _is_any_reading(form))


def _same_sound(index: Index, key: str) -> Iterator[FoundTerm]:
    """Yield terms that sound like the query (一带一陆); the score rises with the number of equal characters."""
    sounds = index.sounds(set(key))
    if len(key) > 1 and all(char in sounds for char in key):
        readings = islice(product(*(sounds[char].split() for char in key)), _MOST_READINGS)
        for form in filter(_is_reading, index.with_keys(set(map("".join, readings)))[:_MOST_KEYS]):
            same = sum(map(str.__eq__, key, _folded_term(index, form))) / len(key)
            if same:
                yield FoundTerm(form.concept, form.term, Match.FUZZY, _WHOLE * (_SOUND + 0.1 * same))


def _folded_term(index: Index, form: Form) -> str:
    _, term = list(index.concept(form.concept).terms())[form.term]
    return index.folding.key(term.term)


def _near_words(index: Index, query: str) -> Iterator[FoundTerm]:
    """Yield English terms with all words of the query, or with words related or similar to them."""
    from termbase.text.english.english_stems import related_forms

    near = [
        dict.fromkeys(index.related(related_forms(word)), _RELATED)
        | dict(_near(index, KeySide.WORD, word)[:_MOST_WORDS])
        | {word: 1.0}
        for word in query.split()
        if len(word) >= 3
    ]
    if near and len(query) >= _LEAST_LETTERS:
        search = " AND ".join(f"({any_of(words)})" for words in near)
        for form in filter(_is_written, index.with_latin(search, _MOST_FORMS)):
            best = [max(similar for word, similar in words.items() if word in form.key) for words in near]
            yield _part(form, sum(best) / len(best), len(query))


def _near_han_parts(index: Index, key: str) -> Iterator[FoundTerm]:
    if len(key) >= _LEAST_HAN:
        yield from _near_parts(index.with_han(any_of(map(" ".join, _halves(key))), _MOST_FORMS), key)


def _near_latin_parts(index: Index, words: str, typed: str) -> Iterator[FoundTerm]:
    for key, is_of_side in ((words, _is_written), (typed, _is_reading)):
        halves = [half for half in _halves(key) if len(half) >= 3]
        if halves:
            yield from _near_parts(filter(is_of_side, index.with_latin(any_of(halves), _MOST_FORMS)), key)


def _halves(key: str) -> tuple[str, str]:
    """Return both halves of a key; if it has one error, at least one half is correct."""
    return key[: len(key) // 2], key[len(key) // 2 :]


def _near_parts(forms: Iterable[Form], key: str) -> Iterator[FoundTerm]:
    for form in forms:
        if len(key) < len(form.key):
            parts = _parts_beside(key, form.key)
            similar = max((OSA.normalized_similarity(key, part) for part in parts), default=0.0)
            if similar >= _LEAST_SIMILAR_PART:
                yield _part(form, similar, len(key))


def _parts_beside(key: str, other: str) -> Iterator[str]:
    """Yield the parts of another key that have a half of the key, and about its length."""
    head, tail = _halves(key)
    for length in (len(tail) - 1, len(tail), len(tail) + 1):
        if (start := other.find(head)) >= 0:
            yield other[start : start + len(head) + length]
    for length in (len(head) - 1, len(head), len(head) + 1):
        if (start := other.find(tail)) >= 0:
            yield other[max(start - length, 0) : start + len(tail)]


def _part(form: Form, similar: float, length: int) -> FoundTerm:
    score = _WHOLE * similar + _PART + _FULL * min(length / len(form.key), 1.0)
    return FoundTerm(form.concept, form.term, Match.FUZZY, score, _is_reading(form))


def _is_written(form: Form) -> bool:
    return form.way <= Way.REGION


def _is_reading(form: Form) -> bool:
    return form.way is Way.READING


def _is_any_reading(form: Form) -> bool:
    return form.way in _PENALTIES
