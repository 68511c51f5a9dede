"""Detects whether a Chinese target has a wrong word in the place of a term of its English source.

A translator often leaves a term out that the other words imply (*playlist file*, 播放清單), and a free translation
renders few words singly. Neither shows a slip. A word that nothing in the source explains does: 筆記 where the
source has *source*. Start from `has_wrong_word`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from termbase.check.bilingual.bitext_subject import BitextSubject
from termbase.check.bilingual.rendered_words import bits
from termbase.check.bilingual.segment_terms import written_at
from termbase.match.matcher import Hit
from termbase.renderings.counterparts import counterparts
from termbase.text.chinese.words import dictionary_words, part_of_speech
from termbase.text.english.english_stems import stem
from termbase.text.script import has_han, simplify_term
from termbase.text.word_classes import is_function_word

_WORD = re.compile("[A-Za-z]{2,}")
_FREE = 4
"""A target that lacks a word of fewer than so many others of its source, or several, is a free translation."""

_SEVERAL = 3
"""So many words that nothing explains are no single word for a term, but a free translation."""

_NAMING = "ntsjlixg"
"""The initials of the parts of speech that count as nouns here, with those of unknown words and sayings."""


def has_wrong_word(subject: BitextSubject, number: int, hit: Hit, terms: Sequence[str]) -> bool:
    """Return whether a segment has another word instead of a term, and renders the rest of its source.

    It is a translation of another term, or one word more of the same part of speech as the listed translations
    (`terms`), if the target renders all the rest.
    """
    if has_other_term(subject, number, hit):
        return True
    rest = _rest(subject, number, hit)
    if rest is None or rest.lacking:
        return False
    more = list(_unexplained(subject.bitext.pairs[number].target, rest.explained))
    return len(more) < _SEVERAL and not _parts_of_speech(terms).isdisjoint(_parts_of_speech(more))


def has_other_term(subject: BitextSubject, number: int, hit: Hit) -> bool:
    """Return whether a segment has a translation of another term of the termbase, of which its source has nothing.

    It must render the rest of its source.
    """
    rest = _rest(subject, number, hit)
    return rest is not None and _has_other_term(subject, number, rest.explained)


class _Rest(NamedTuple):
    """Words of a source beside a term that the target lacks, and the characters that render the others."""

    lacking: Sequence[str]
    explained: int


def _rest(subject: BitextSubject, number: int, hit: Hit) -> _Rest | None:
    """Return what a target has of the rest of its source; None if it lacks much of it, as a free translation."""
    pair, others = subject.bitext.pairs[number], _others(subject, number, hit)
    lacking = [word for word in others if word not in pair.target.casefold() and not bits([word], pair.target)]
    is_free = len(lacking) > 1 or len(lacking) * _FREE > len(others)
    return None if is_free else _Rest(lacking, bits(others, pair.target))


def is_in_own_words(subject: BitextSubject, number: int, hit: Hit) -> bool:
    """Return whether a target explains its source in words of its own, of which none stands for a term."""
    target = subject.bitext.pairs[number].target
    return len(list(_unexplained(target, bits(_others(subject, number, hit), target)))) >= _SEVERAL


def _others(subject: BitextSubject, number: int, hit: Hit) -> set[str]:
    """Return the words of a source other than those of a term."""
    own = set(map(stem, _words(written_at(subject, hit))))
    return {word for word in _words(subject.bitext.pairs[number].source) if stem(word) not in own}


def _words(english: str) -> list[str]:
    return [word for word in _WORD.findall(english.casefold()) if not is_function_word(word)]


def _has_other_term(subject: BitextSubject, number: int, explained: int) -> bool:
    """Return whether a target has a term of the termbase that its source has not, in characters not explained."""
    target = subject.target.subject
    start = target.document.blocks[number].start
    concepts = {id(hit.concept) for hit in subject.source.hits.get(number, ())}
    return any(
        id(hit.concept) not in concepts
        and len(text := target.text(hit)) > 1
        and has_han(text)
        and not _span(hit.start - start, hit.end - start) & explained
        for hit in subject.target.hits.get(number, ())
    )


def _unexplained(target: str, explained: int) -> Iterator[str]:
    """Yield the words of a target, other than small ones, of which no character is explained."""
    place = 0
    for word in dictionary_words(target):
        is_word = len(word) > 1 and has_han(word) and simplify_term(word) not in counterparts()
        if is_word and not _span(place, place + len(word)) & explained:
            yield word
        place += len(word)


def _span(start: int, end: int) -> int:
    return (1 << end) - (1 << start)


def _parts_of_speech(words: Collection[str]) -> set[str]:
    """Return the parts of speech of some words by their initials, both of a verbal noun."""
    tags = {part_of_speech(word) for word in words}
    initials = {initial for tag in tags for initial in (tag[1::-1] if tag in ("vn", "an") else tag[:1] or "n")}
    return {"n" if initial in _NAMING else initial for initial in initials}
