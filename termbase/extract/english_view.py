"""An English span in its text, with the values that several clues need; each is computed once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from termbase.extract.marks import HAN_CHARACTER
from termbase.renderings.rendered_characters import is_function_word, rendered_bits
from termbase.renderings.sound import reads_as
from termbase.text.latin_words import LatinWord, LatinWords, fold, is_abbreviation
from termbase.text.offsets import Span
from termbase.text.word_classes import WordClass

BACK = 60
"""The number of characters before a span that are searched for its neighbouring words."""

PLAIN_GAP = re.compile(r"[ \-–‑]*")
"""The characters that may separate two words of one phrase: spaces and hyphens."""


@dataclass(frozen=True)
class EnglishView:
    """A Chinese string and an English span that may translate it.

    `flat` is the flattened text (see `marks.flatten`) in which the span counts; `around` are its words.
    """

    flat: str
    around: LatinWords
    chinese: str
    span: Span
    is_enclosed: bool = False

    @cached_property
    def words(self) -> list[LatinWord]:
        """The words of the span."""
        return self.around.between(*self.span)

    @cached_property
    def content(self) -> list[LatinWord]:
        """The words of the span that are not function words."""
        return [word for word in self.words if not is_function_word(word, self.chinese)]

    @cached_property
    def before(self) -> list[LatinWord]:
        """The words within `BACK` characters before the span, the nearest one last."""
        return self.around.between(max(0, self.span.start - BACK), self.span.start)

    @cached_property
    def gap(self) -> str:
        """The text between the preceding word and the span."""
        start = self.before[-1].end if self.before else max(0, self.span.start - BACK)
        return self.flat[start : self.span.start]

    @cached_property
    def neighbour(self) -> LatinWord | None:
        """The word before the span if only spaces or hyphens are between them, else None."""
        return self.before[-1] if self.before and PLAIN_GAP.fullmatch(self.gap) else None

    @cached_property
    def is_reading(self) -> bool:
        """Whether the span is the reading (pinyin) of the Chinese."""
        return reads_as(self.flat[self.span.start : self.span.end], self.chinese)

    @cached_property
    def is_abbreviation(self) -> bool:
        """Whether the span is an abbreviation and nothing else."""
        text = self.flat[self.span.start : self.span.end]
        return is_abbreviation(text) and fold(text.rstrip(".")) not in WordClass.COMPANY_FORM.words

    @cached_property
    def han_count(self) -> int:
        """The number of Han characters in the Chinese."""
        return _han_count(self.chinese)

    @cached_property
    def covered(self) -> int:
        """The Chinese characters that words of the span render, as bits (bit 0 is the first character)."""
        bits = 0
        for word in self.content:
            bits |= rendered_bits(word.text, self.chinese)
        return bits


@lru_cache(maxsize=1024)
def _han_count(chinese: str) -> int:
    return len(HAN_CHARACTER.findall(chinese))
