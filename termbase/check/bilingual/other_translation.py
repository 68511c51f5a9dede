"""Finds the one word by which a bilingual file translates an English term throughout, instead of a listed one.

That is no slip but another sense, or a decision of the translators: *archive* is 压缩包 in a program
for such files. The file needs one decision, not a finding for each segment.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from termbase.check.bilingual.bitext_subject import BitextSubject
from termbase.check.finding import LEAST_DECIDED
from termbase.text.chinese.folded_chinese import fold_chinese
from termbase.text.english.english_stems import stem
from termbase.text.script import has_han

_LATIN = re.compile("[a-z]+")
_MOST = 0.6
"""The share of the segments with the English word that have the Chinese one."""


class OtherTranslations:
    """The Chinese words of the targets of a bitext, to compare them with the English words of the sources."""

    def __init__(self, subject: BitextSubject) -> None:
        self._pairs = subject.bitext.pairs

    def of(self, english: str, numbers: Collection[int]) -> tuple[str, frozenset[int]] | None:
        """Return the word by which segments translate an English word, and the segments that have it.

        The word is given as the first of them writes it. None if no word is in most of these segments and mostly in
        them. A word that may translate another English word of these segments is no translation of this one, and
        one that renders several English words may render only a part of them.
        """
        if len(numbers) < LEAST_DECIDED or not english.isalpha():
            return None
        counts = Counter(word for number in numbers for word in self._chinese[number])
        for word, count in counts.most_common():
            if count < max(LEAST_DECIDED, _MOST * len(numbers)):
                return None
            if 2 * count > self._everywhere[word] and not self._is_of_another(word, english, numbers):
                found = frozenset(number for number in numbers if word in self._chinese[number])
                return self._written(word, min(found)), found
        return None

    def _written(self, word: str, number: int) -> str:
        target = self._pairs[number].target
        folded = fold_chinese(target)
        start, end = folded.span(place := folded.text.index(word), place + len(word))
        return target[start:end]

    def _is_of_another(self, word: str, english: str, numbers: Collection[int]) -> bool:
        from termbase.renderings.cedict import meanings

        own = _stems(english)
        others = meanings(word) - own
        return sum(not others.isdisjoint(_stems(self._pairs[n].source)) for n in numbers) * 2 > len(numbers)

    @cached_property
    def _chinese(self) -> Sequence[frozenset[str]]:
        from termbase.text.chinese.words import words

        folded = (fold_chinese(pair.target).text for pair in self._pairs)
        return [frozenset(word for word in words(text) if len(word) > 1 and has_han(word)) for text in folded]

    @cached_property
    def _everywhere(self) -> Mapping[str, int]:
        return Counter(word for several in self._chinese for word in several)


def _stems(english: str) -> frozenset[str]:
    return frozenset(map(stem, _LATIN.findall(english.casefold())))
