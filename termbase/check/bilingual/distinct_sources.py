"""Tells whether a file itself shows that two of its sources with one target mean different things.

Most pairs of different sources with one target are right: *Repeat password*, *Confirm passphrase*; only a reader
knows. But a file that has 调试 for *Debug* in its other segments, and 输入行 for *Debug line* as for *Input line*,
has a wrong target. Start from `DistinctSources`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from termbase.check.bilingual.bitext_subject import BitextSubject
from termbase.check.bilingual.compared_source import numbers, sign_free, stems
from termbase.check.bilingual.rendered_words import bits, has_usual, have_one_translation
from termbase.check.bilingual.same_meaning import other_words
from termbase.text.english.english_stems import base_form
from termbase.text.word_classes import is_function_word

_ELSEWHERE, _MOSTLY = 5, 0.9
"""In how many other segments with a word a usual translation of it shows how the file translates it, and in which
share of them."""


class DistinctSources:
    """The English words of the sources of a bitext, each with the segments that have it."""

    def __init__(self, subject: BitextSubject) -> None:
        self._pairs = subject.bitext.pairs

    def are_shown(self, one: int, other: int) -> bool:
        """Whether two segments with one target differ only in numbers, or in one word that shows it.

        The target has a translation of the one word, and none of the other, which the file translates elsewhere. No
        word is usual for both: programs have 新增 for *add* and *create*. Small words are often left out: *yet*.
        """
        target = self._pairs[other].target
        sources = [self._pairs[number].source for number in (one, other)]
        words, others = other_words(sources[0], sources[1], target)
        if not words and not others:
            first, second = map(numbers, sources)
            return first != second and len(first) == len(second)
        if (len(words), len(others)) != (1, 1) or have_one_translation(words[0], others[0]):
            return False
        return any(
            bits([word], target)
            and not (is_function_word(lacking) or bits([lacking], target))
            and self._is_translated_elsewhere(lacking, target)
            for word, lacking in ((words[0], others[0]), (others[0], words[0]))
        )

    def _is_translated_elsewhere(self, word: str, target: str) -> bool:
        own = sign_free(target)
        targets = {sign_free(self._pairs[number].target) for number in self._segments.get(base_form(word), ())}
        others = targets - {own}
        return len(others) >= _ELSEWHERE and sum(has_usual(word, each) for each in others) >= _MOSTLY * len(others)

    @cached_property
    def _segments(self) -> Mapping[str, Sequence[int]]:
        segments: dict[str, list[int]] = defaultdict(list)
        for number, pair in enumerate(self._pairs):
            for stem in stems(pair.source):
                segments[stem].append(number)
        return segments
