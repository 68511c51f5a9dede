"""Terms that a query nearly names: letters or characters left out, doubled, swapped or wrong.

Of a query cut into one piece more than it may have errors, one piece at least is without error. Only terms that
hold such a piece are compared, which the full-text search finds without reading the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import partial_ratio

from termbase.index.forms import Candidate, Form, Match, Way, written_key
from termbase.index.store import Index
from termbase.reading import reading_key
from termbase.script import has_han

_MOST = 400
_LEAST_LATIN, _LEAST_HAN = 4, 3
"""Shorter queries are near to too many terms."""
_MOST_ERRORS = 3
_SPELLED = frozenset({Way.WRITTEN, Way.FOLDED})
_SOUNDED = frozenset({Way.READING})
_LEAST_SIMILAR, _LEAST_SIMILAR_PART = 0.6, 0.8
_WHOLE, _PART, _PINYIN = 0.5, 0.3, 0.05


def find_fuzzy(index: Index, query: str) -> list[Candidate]:
    """The concepts with a term near to the query, or with a part near to it where no whole term is."""
    find = _han_forms if has_han(query) else _latin_forms
    return list(_near(find(index, query, True), _similarity, _LEAST_SIMILAR, _WHOLE)) or list(
        _near(find(index, query, False), _part_similarity, _LEAST_SIMILAR_PART, _PART)
    )


def _han_forms(index: Index, query: str, is_whole: bool) -> Iterator[tuple[str, Form]]:
    key = index.folding.region(index.folding.script(written_key(query)))
    if len(key) >= _LEAST_HAN:
        errors = 1 if len(key) < 5 else 2
        pieces = [" ".join(piece) for piece in _pieces(key, errors)]
        for form in index.with_han(_any_of(pieces), _MOST, _lengths(key, errors, is_whole)):
            yield key, form


def _latin_forms(index: Index, query: str, is_whole: bool) -> Iterator[tuple[str, Form]]:
    """English terms by the query's words, readings by its letters: each is near to its own kind of query."""
    from termbase.english import english_key

    words, typed = english_key(query), reading_key(query)
    for key, ways in ((words, _SPELLED), (typed, _SOUNDED)):
        errors = min(len(key) // 3 - 1, _MOST_ERRORS)
        pieces = [piece for piece in _pieces(key, errors) if len(piece) > 2]
        if len(key) >= _LEAST_LATIN and pieces:
            for form in index.with_latin(_any_of(pieces), _MOST, _lengths(key, errors, is_whole)):
                if form.way in ways:
                    yield key, form


def _pieces(key: str, errors: int) -> Iterator[str]:
    count = max(errors, 0) + 1
    edges = [len(key) * number // count for number in range(count + 1)]
    return (key[start:end] for start, end in pairwise(edges))


def _lengths(key: str, errors: int, is_whole: bool) -> range | None:
    return range(len(key) - errors, len(key) + errors + 1) if is_whole else None


def _near(
    forms: Iterable[tuple[str, Form]], similarity: Callable[[str, str], float], least: float, base: float
) -> Iterator[Candidate]:
    for key, form in forms:
        similar = similarity(key, form.key)
        if similar >= least:
            is_sounded = form.way is Way.READING
            score = base * similar - (_PINYIN if is_sounded else 0.0)
            yield Candidate(form.concept, form.term, Match.FUZZY, score, is_sounded)


def _similarity(key: str, other: str) -> float:
    return OSA.normalized_similarity(key, other)


def _part_similarity(key: str, other: str) -> float:
    return partial_ratio(key, other) / 100 if len(key) < len(other) else 0.0


def _any_of(pieces: list[str]) -> str:
    return " OR ".join('"' + piece.replace('"', '""') + '"' for piece in pieces)
