"""A Chinese span in its text, with the values that several clues need; what spans share is in its stretch."""

from __future__ import annotations

import re

from termbase.extract.chinese.chinese_stretch import Stretch, is_guess
from termbase.extract.kind import INTERPUNCT, has_interpunct, is_personal_name
from termbase.renderings.sound import consonants, may_begin_alike, similarity
from termbase.renderings.surnames import is_surname_of
from termbase.renderings.transcribed import SHORTEST, first_of
from termbase.text.chinese.words import part_of_speech
from termbase.text.offsets import Span

BETWEEN_NAMES = re.compile(f"[{INTERPUNCT}]")
"""What separates the parts of a transcribed name."""

_WITH_TWO_SURNAMES = 4
"""Characters of a married woman's name with both surnames: 葉劉淑儀."""

_INITIALS = re.compile(r"(?:[A-Z]\. ?)+(?=[A-Z][a-z]+ )")
"""Initials before the name that is transcribed: W. David Todd, 大卫·托德."""

_SMALL_CLASSES = ("u", "c", "p", "r", "d")
"""The classes of particles, conjunctions, prepositions, pronouns and adverbs."""


class ChineseView:
    """A Chinese span that may be the term for an English string, and what the clues need to know about it.

    `span` is the candidate and ends where the stretch ends; `offset` is where it begins in the stretch, `text` its
    text, and `han_count` the number of its Han characters. `first` is the number of the first word that begins in
    the span, `first_word` that word, and `before` the last word that ends before the span ("" if there is none).
    `cuts_word` says whether the edge of the span is inside a word, and `has_interpunct` whether a dot separates
    parts of a name in the span. `covered` are the characters of the span that English words render, as bits (bit 0
    is the first).
    """

    __slots__ = (
        "_alike", "before", "bits", "content", "covered", "cuts_word", "english", "first", "first_word", "flat",
        "han_count", "has_interpunct", "offset", "span", "stretch", "text", "whole",
    )  # fmt: skip

    def __init__(self, whole: Stretch, span: Span) -> None:
        """Look at a span that ends where the stretch ends."""
        self.whole, self.span = whole, span
        self.flat, self.english, self.stretch = whole.flat, whole.english, whole.span
        self.content = whole.content
        self.offset = span.start - whole.span.start
        self.text = whole.text[self.offset :]
        self.bits = self._in_span(whole.bits) if self.offset else whole.bits
        self.has_interpunct = has_interpunct(self.text)
        ended, self.first = whole.split(self.offset)
        self.cuts_word = ended < self.first
        self.before = whole.words[ended - 1] if ended else ""
        self.first_word = whole.words[self.first] if self.first < len(whole.words) else ""
        self.han_count = whole.han_count(self.offset)
        self.covered = 0
        for bits in self.bits:
            self.covered |= bits >> self.offset
        self._alike: float | None = None

    def _in_span(self, every: list[int]) -> list[int]:
        """Return the characters that words render; what is rendered before the span may stand in it again.

        Example: 地方政府通过|地方政府债券 (local government bonds)
        """
        before = (1 << self.offset) - 1
        if not any(0 < bits <= before for bits in every):
            return every
        return [self._again(bits) if 0 < bits <= before else bits for bits in every]

    def _again(self, bits: int) -> int:
        first, past = first_of(bits), bits.bit_length()
        place = self.text.find(self.whole.text[first:past])
        return bits if place < 0 else bits >> first << self.offset + place

    @property
    def cuts_guess(self) -> bool:
        """Whether the edge is inside a word that jieba only guesses: in 指|控罪書 there is no word 控罪書."""
        return self.cuts_word and is_guess(self.whole.words[self.first - 1])

    @property
    def alike(self) -> float:
        """How similar span and English sound, from 0 to 1; 0 for a pair too long to be a transcribed name."""
        if self._alike is None:
            self._alike = self._similarity()
        return self._alike

    def _similarity(self) -> float:
        if self.han_count > 12 or not self.whole.may_be_transcribed:
            return 0.0
        if self.english[:1].isupper() and self.content and not self.has_interpunct:
            # The Chinese may transcribe only the last word, a surname: 爱因斯坦 (Albert Einstein).
            return max(similarity(self.english, self.text), similarity(self.content[-1].text, self.text))
        return similarity(self.english, self.text)

    @property
    def is_like_name(self) -> bool:
        """Whether the span looks like a transcribed name; such names are often not in the dictionary of words."""
        return self.has_interpunct or self.alike >= 0.7

    @property
    def is_surname_given(self) -> bool:
        """Whether the span may be a person's name whose surname ends the English: 張忠謀, Morris Chang."""
        words = self.content
        if not (2 <= len(words) <= 4 and all(word.is_capital for word in words)):
            return False
        is_double = len(self.text) == _WITH_TWO_SURNAMES and is_personal_name(self.text[1:])
        return (is_personal_name(self.text) or is_double) and is_surname_of(words[-1].text, self.text)

    @property
    def may_be_as_long(self) -> bool:
        """Whether the span may transcribe one word, with a character for each consonant: 帕罗西汀, paroxetine."""
        is_word = len(self.content) == 1 and not any(self.bits)
        return is_word and self.han_count <= len(consonants(self.content[0].text))

    @property
    def transcribed_beginning(self) -> str:
        """The first part of a transcribed name, 以撒 in 以撒·辛格; "" if the span has no dot."""
        if not self.has_interpunct or not self.english[:1].isupper():
            return ""
        return BETWEEN_NAMES.split(self.text, maxsplit=1)[0]

    @property
    def begins_like_name(self) -> bool:
        """Whether the span is a transcribed name that begins with the sound of the English name.

        No small word belongs to it without which it sounds the same: 的|特拉维斯·克莱恩, but 以撒·辛格.
        """
        first = self.transcribed_beginning
        return (
            bool(first)
            and may_begin_alike(_INITIALS.sub("", self.english), first)
            and not self._begins_before_name(first)
        )

    def _begins_before_name(self, first: str) -> bool:
        """Return whether the first part of a name sounds like it without the small word that begins it, too.

        The end of a known word is no part of it either: 之|一杰弗里.
        """
        if self.cuts_word:
            length, is_small = self.whole.start_of(self.first) - self.offset, not self.cuts_guess
        else:
            length, is_small = len(self.first_word), part_of_speech(self.first_word)[:1] in _SMALL_CLASSES
        rest, name = first[length:], self.english.split()[0]
        if len(rest) < SHORTEST or not is_small:
            return False
        return may_begin_alike(name, rest) and similarity(name, rest) >= similarity(name, first)
