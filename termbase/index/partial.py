"""Finds terms of which the query is a part (共同体, shared future, shuzi sichou) or a short form (网信办)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from termbase.index.forms import Form, FoundTerm, Match, Way, phrase
from termbase.index.store import Index
from termbase.index.whole import agreement, find_whole
from termbase.text.chinese.pinyin import reading_key
from termbase.text.script import has_han
from termbase.text.small_words import SMALL_WORDS

_MOST = 200
"""How many rows are examined. The shortest keys come first; of those left out, the query is only a small part."""
_LETTERS = 3
"""Length in letters from which the full-text search can find parts of words of English and pinyin."""
_FULL = 0.08
"""How much the score rises as the query approaches the length of the whole term."""
_LONGEST_SHORT_FORM = 12
_LETTER_RUN = re.compile(r"[^\W_]+")


def find_partial(index: Index, query: str) -> list[FoundTerm]:
    """Return the concepts with a term that contains the query, or else all its words or characters."""
    if has_han(query):
        key = index.folding.key(query)
        return list(_han(index, query)) or list(_mixed(index, query)) or list(_scattered_characters(index, key))
    return list(_latin(index, query)) or list(_scattered_words(index, query))


def _han(index: Index, query: str) -> Iterator[FoundTerm]:
    script, region = index.folding.keys(query)
    for key, penalty in {region: 0.05, script: 0.0}.items():
        for form in index.with_han(phrase(" ".join(key)), _MOST):
            if key in form.key:
                base = 0.56 if form.key.startswith(key) else 0.5
                yield _partial(form, base - penalty, len(key))


def _mixed(index: Index, query: str) -> Iterator[FoundTerm]:
    """Yield terms for a query of Chinese and letters (`digital 鸿沟`): terms with the Chinese part.

    If some of their concepts also have the part in letters, only those are returned.
    """
    letters = " ".join("".join(" " if has_han(char) else char for char in query).split())
    if any(char.isalpha() for char in letters):
        runs = "".join(char if has_han(char) else " " for char in query).split()
        search = " AND ".join(phrase(" ".join(index.folding.key(run))) for run in runs)
        forms = index.with_han(search, _MOST)
        named = {found.concept for found in (*find_whole(index, letters).candidates, *_latin(index, letters))}
        for form in [form for form in forms if form.concept in named] or forms:
            yield _partial(form, 0.42, sum(map(len, runs)))


def _scattered_characters(index: Index, key: str) -> Iterator[FoundTerm]:
    """Yield terms with all characters of the query: 网信办 in 国家互联网信息办公室, or in another order."""
    if 1 < len(key) <= _LONGEST_SHORT_FORM:
        counts = Counter(key)
        for form in index.with_han(" AND ".join(map(phrase, counts)), _MOST):
            full = len(key) / len(form.key)
            if _is_spread(key, form.key):
                if len(key) > 2 or form.key.startswith(key[0]) or _begin_words(key, form.key):
                    yield FoundTerm(form.concept, form.term, Match.ABBREVIATION, 0.4 + _FULL * full)
            elif len(key) > 2 and full > 0.5 and counts <= Counter(form.key):
                yield _partial(form, 0.3, len(key))


def _begin_words(short: str, whole: str) -> bool:
    """Return whether characters begin words of two: 政协 in 中国|人民|政治|协商|会议."""
    first = whole[::2]
    return not len(whole) % 2 and _is_spread(short, first)


def _is_spread(short: str, whole: str) -> bool:
    characters = iter(whole)
    return all(char in characters for char in short)


def _latin(index: Index, query: str) -> Iterator[FoundTerm]:
    from termbase.text.english.folded_english import english_key

    words, typed = english_key(query), reading_key(query)
    for form in _latin_forms(index, {words, typed}):
        if form.way <= Way.REGION and words and (base := _english_base(words, form.key)):
            yield _partial(form, base, len(words))
        elif form.way is Way.READING and typed:
            yield from _by_reading(query, typed, form)
        elif form.way is Way.INITIALS and len(typed) >= _LETTERS and typed in form.key:
            base = 0.42 if form.key.startswith(typed) or form.key.endswith(typed) else 0.36
            yield _partial(form, base, len(typed), Match.INITIALS)


def _latin_forms(index: Index, keys: Iterable[str]) -> Iterator[Form]:
    for key in keys:
        if len(key) >= _LETTERS:
            yield from index.with_latin(phrase(key), _MOST)
        elif key:
            yield from index.with_letters(key, _MOST)


def _english_base(part: str, term: str) -> float:
    """Return the base score of a part: highest for whole words, lowest inside a word; 0 if it is none.

    Three letters in the middle of a word are there by chance (*rna* in *international*).
    """
    padded = f" {term} "
    if f" {part} " in padded:
        return 0.6
    if f" {part}" in padded:
        return 0.52
    return 0.4 if (part if len(part) > _LETTERS else f"{part} ") in padded else 0.0


def _syllables_that_begin(typed: str, form: Form) -> list[str] | None:
    """Return the syllables of a reading, from the one with which typed letters begin, or None if none does."""
    place, syllables = 0, form.origin.split()
    for number, syllable in enumerate(syllables):
        if form.key.startswith(typed, place):
            return syllables[number:]
        place += len(reading_key(syllable))
    return None


def _by_reading(query: str, typed: str, form: Form) -> Iterator[FoundTerm]:
    """Yield a term of whose reading the query is a part; tones that agree rank it higher (yān shān: 燕山大学)."""
    syllables = _syllables_that_begin(typed, form)
    if syllables is None:
        return
    base = 0.5 if form.key.startswith(typed) else 0.42
    whole = next((n for n in range(1, len(syllables) + 1) if reading_key(" ".join(syllables[:n])) == typed), None)
    if whole:
        base += agreement(query, " ".join(syllables[:whole]))
    yield _partial(form, base, len(typed))


def _scattered_words(index: Index, query: str) -> Iterator[FoundTerm]:
    """Yield English terms with all words of the query in any order: governance of the internet."""
    from termbase.text.english.folded_english import english_key

    words = set(_LETTER_RUN.findall(english_key(query))) - SMALL_WORDS
    searched = [word for word in words if len(word) >= _LETTERS]
    if len(words) > 1 and searched:
        for form in index.with_latin(" AND ".join(map(phrase, searched)), _MOST):
            of_term = set(_LETTER_RUN.findall(form.key)) - SMALL_WORDS
            if form.way <= Way.REGION and of_term.issuperset(words.difference(searched)):
                shared = len(of_term & words) / len(of_term | words)
                yield FoundTerm(form.concept, form.term, Match.PARTIAL, 0.42 + _FULL * shared)


def _partial(form: Form, base: float, length: int, match: Match = Match.PARTIAL) -> FoundTerm:
    score = base + _FULL * min(length / len(form.key), 1.0)
    return FoundTerm(form.concept, form.term, match, score, is_pinyin=form.way > Way.REGION)
