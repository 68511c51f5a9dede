"""Tells in which sense a file uses the English terms of its sources. Start from `WordUses`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from termbase.check.bitext_subject import BitextSubject
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
        listed, every = self._counts.get((id(hit.concept), english_key(english)), (0, 0))
        return listed * 2 < every and has_other_sense(pair.target, english, terms, pair.source)

    @cached_property
    def _counts(self) -> dict[tuple[int, str], tuple[int, int]]:
        counts: dict[tuple[int, str], tuple[int, int]] = {}
        for number, hits in self._subject.source.hits.items():
            found = {id(hit.concept) for hit in self._subject.target.hits.get(number, ())}
            for key in {(id(hit.concept), english_key(written_at(self._subject, hit))) for hit in hits}:
                listed, every = counts.get(key, (0, 0))
                counts[key] = listed + (key[0] in found), every + 1
        return counts
