"""A Chinese span in its text, with the values that several clues need; each is computed once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from termbase.extract.kind import INTERPUNCT, is_personal_name
from termbase.extract.marks import HAN_CHARACTER
from termbase.renderings.rendered_characters import rendered_bits
from termbase.renderings.sound import may_begin_alike, similarity
from termbase.renderings.surnames import is_surname_of
from termbase.text.latin_words import LatinWord, fold, is_abbreviation, words_in
from termbase.text.offsets import Span
from termbase.text.word_classes import function_words
from termbase.text.words import words as chinese_words

_WITH_TWO_SURNAMES = 4
"""Characters of a married woman's name with both surnames: 葉劉淑儀."""


@dataclass(frozen=True)
class Stretch:
    """The longest span that may be the Chinese term for an English string; its candidates end where it ends.

    `flat` is the flattened text (see `marks.flatten`) in which the span counts.
    """

    flat: str
    english: str
    span: Span

    @cached_property
    def text(self) -> str:
        """The text of the stretch."""
        return self.flat[self.span.start : self.span.end]

    @cached_property
    def cut(self) -> tuple[str, ...]:
        """The words of the stretch."""
        return chinese_words(self.text)

    @cached_property
    def content(self) -> list[LatinWord]:
        """The English words that are not function words."""
        words = words_in(self.english, 0, len(self.english))
        return [word for word in words if fold(word.text) not in function_words()]

    @cached_property
    def may_be_transcribed(self) -> bool:
        """Whether the English may be a name or a word that the Chinese only transcribes."""
        if len(self.english) > 40 or is_abbreviation(self.english):
            return False
        return any(word.is_capital for word in self.content) or (len(self.content) < 2 and not any(self.bits))

    @cached_property
    def bits(self) -> list[int]:
        """For each word of `content`, the characters of the stretch that it renders, as bits (bit 0: the first)."""
        return [rendered_bits(word.text, self.text) for word in self.content]


@dataclass(frozen=True)
class ChineseView:
    """A Chinese span that may be the term for an English string, and what the clues need to know about it.

    `span` is the candidate and ends where the stretch ends.
    """

    whole: Stretch
    span: Span

    @property
    def flat(self) -> str:
        """The text in which the spans count."""
        return self.whole.flat

    @property
    def english(self) -> str:
        """The English string."""
        return self.whole.english

    @property
    def stretch(self) -> Span:
        """The span of the stretch."""
        return self.whole.span

    @cached_property
    def text(self) -> str:
        """The text of the span."""
        return self.flat[self.span.start : self.span.end]

    @cached_property
    def offset(self) -> int:
        """The offset of the span in the stretch."""
        return self.span.start - self.stretch.start

    @cached_property
    def split(self) -> tuple[list[str], list[str]]:
        """The words of the stretch before the span and those in it; a word cut by the span's edge is in neither."""
        place, before, within = 0, [], []
        for word in self.whole.cut:
            if place + len(word) <= self.offset:
                before.append(word)
            elif place >= self.offset:
                within.append(word)
            place += len(word)
        return [word for word in before if word.strip()], [word for word in within if word.strip()]

    @property
    def content(self) -> list[LatinWord]:
        """The English words that are not function words."""
        return self.whole.content

    @property
    def bits(self) -> list[int]:
        """For each word of `content`, the characters of the stretch that it renders, as bits (bit 0: the first)."""
        return self.whole.bits

    @cached_property
    def covered(self) -> int:
        """The characters of the span that English words render, as bits (bit 0 is the first)."""
        covered = 0
        for bits in self.bits:
            covered |= bits >> self.offset
        return covered

    @cached_property
    def alike(self) -> float:
        """How similar span and English sound, from 0 to 1; 0 for a pair too long to be a transcribed name."""
        if self.han_count > 12 or not self.whole.may_be_transcribed:
            return 0.0
        if self.english[:1].isupper() and self.content and not any(mark in self.text for mark in INTERPUNCT):
            # The Chinese may transcribe only the last word, a surname: 爱因斯坦 (Albert Einstein).
            return max(similarity(self.english, self.text), similarity(self.content[-1].text, self.text))
        return similarity(self.english, self.text)

    @cached_property
    def is_surname_given(self) -> bool:
        """Whether the span may be a person's name whose surname ends the English: 張忠謀, Morris Chang."""
        words = self.content
        is_name = 2 <= len(words) <= 4 and all(word.is_capital for word in words)
        is_double = len(self.text) == _WITH_TWO_SURNAMES and is_personal_name(self.text[1:])
        is_name = is_name and (is_personal_name(self.text) or is_double)
        return is_name and is_surname_of(words[-1].text, self.text)

    @cached_property
    def transcribed_beginning(self) -> str:
        """The first part of a transcribed name, 以撒 in 以撒·辛格; "" if the span has no dot."""
        first = re.split(f"[{INTERPUNCT}]", self.text, maxsplit=1)[0]
        return first if first != self.text and self.english[:1].isupper() else ""

    @cached_property
    def begins_like_name(self) -> bool:
        """Whether the span is a transcribed name that begins with the sound of the English name."""
        first = self.transcribed_beginning
        return bool(first) and may_begin_alike(self.english, first)

    @cached_property
    def han_count(self) -> int:
        """The number of Han characters in the span."""
        return len(HAN_CHARACTER.findall(self.text))
