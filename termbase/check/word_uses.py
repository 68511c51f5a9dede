"""Tells in which sense a file uses the English terms of its sources. Start from `WordUses`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from termbase.check.bitext_subject import BitextSubject
from termbase.check.finding import Problem
from termbase.check.other_translation import OtherTranslations
from termbase.check.segment_terms import written_at
from termbase.language import is_chinese, is_english
from termbase.match.matcher import Hit
from termbase.renderings.other_senses import has_other_sense
from termbase.text.english import english_key


class WordUses:
    """How often the target has a listed translation of each English term of the source."""

    def __init__(self, subject: BitextSubject) -> None:
        self._subject = subject
        self._is_asked = is_english(subject.bitext.source_language) and is_chinese(subject.bitext.target_language)

    def is_in_other_sense(self, number: int, hit: Hit, terms: Sequence[str]) -> bool:
        """Whether a segment has the English word in a sense that the termbase does not list.

        The dictionary must have a word of the target for that sense. But if the file mostly has the listed
        translation for the word, the termbase's sense is that of the file, and the word in the target is wrong.
        """
        if not self._is_asked:
            return False
        english, pair = written_at(self._subject, hit), self._subject.bitext.pairs[number]
        listed, every = self._counts.get(self._key(hit), (0, 0))
        return listed * 2 < every and has_other_sense(pair.target, english, terms, pair.source)

    def with_decisions(self, problems: Sequence[tuple[Hit, Problem]]) -> Iterator[Problem]:
        """Yield problems of `missing`; they say so where the file has one other word for the term throughout."""
        groups: dict[tuple[int, str], list[tuple[int, Problem]]] = {}
        written: dict[tuple[int, str], str] = {}
        for hit, problem in problems:
            key, number = self._key(hit), self._subject.source.segment(hit.start)
            groups.setdefault(key, []).append((number, problem))
            written.setdefault(key, written_at(self._subject, hit).casefold())
        for key, group in groups.items():
            english, numbers = written[key], {number for number, _ in group}
            is_never = self._is_asked and self._counts[key][0] == 0
            other = self._others.of(english, numbers) if is_never else None
            for number, problem in group:
                if other and number in other[1]:
                    yield replace(problem, throughout=_message(english, len(numbers), *other))
                else:
                    yield problem

    def _key(self, hit: Hit) -> tuple[int, str]:
        return id(hit.concept), english_key(written_at(self._subject, hit))

    @cached_property
    def _others(self) -> OtherTranslations:
        return OtherTranslations(self._subject)

    @cached_property
    def _counts(self) -> dict[tuple[int, str], tuple[int, int]]:
        counts: dict[tuple[int, str], tuple[int, int]] = {}
        for number, hits in self._subject.source.hits.items():
            found = {id(hit.concept) for hit in self._subject.target.hits.get(number, ())}
            for key in set(map(self._key, hits)):
                listed, every = counts.get(key, (0, 0))
                counts[key] = listed + (key[0] in found), every + 1
        return counts


def _message(english: str, every: int, word: str, numbers: Collection[int]) -> str:
    share = "all of them" if len(numbers) == every else f"{len(numbers)} of them"
    return f"{every} segments with “{english}” have no listed translation; {share} have “{word}”"
