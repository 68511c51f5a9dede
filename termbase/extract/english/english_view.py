"""An English span in its text, with the values that several clues need; each is computed once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple, cast

from termbase.extract.kind import is_personal_name
from termbase.renderings.rendered_characters import is_function_word_beside, rendered_bits
from termbase.renderings.sound import reading_starts
from termbase.renderings.transcribed import first_of, read_bits, transcribed_bits
from termbase.text.latin_words import LatinWord, fold, is_abbreviation, words_in
from termbase.text.offsets import Span
from termbase.text.script import count_han
from termbase.text.small_words import ARTICLES
from termbase.text.word_classes import WordClass, function_words

BACK = 60
"""The number of characters before a span that are searched for its neighbouring words."""

PLAIN_GAP = re.compile(r"[ \-–‑]*")
"""The characters that may separate two words of one phrase: spaces and hyphens."""


_LONG_WORD = 8
"""The letters of a word that counts as one; constitutionalism (宪政主义) counts as two."""

ARTICLE, PREPOSITION, AND, OR, VERB, SAYS_WORD = (1 << bit for bit in range(6))
"""Signs of words, as bits, to ask at once what a span holds. `PREPOSITION` is without *of* and *for*,
`SAYS_WORD` is of words that say that another follows: the character 乙."""


class _Form(NamedTuple):
    """What is the same of a word wherever it stands: `length` is its length in words, `signs` are its signs."""

    folded: str
    is_capital: bool
    is_function: bool
    length: float
    signs: int


_new_form = cast("Callable[[tuple[str, bool, bool, float, int]], _Form]", partial(tuple.__new__, _Form))
"""Makes a form in a fourth of the time that its class takes."""


@lru_cache(maxsize=1 << 14)
def _form(text: str) -> _Form:
    folded, is_capital = fold(text), text[0].isupper() or text[0].isdigit()
    is_function = folded in function_words()
    signs = SAYS_WORD * (folded in WordClass.WORD_FOR_WORD.words or folded in ("character", "characters"))
    if is_function:
        signs += (
            ARTICLE * (text in ARTICLES)
            + PREPOSITION * (text in WordClass.PREPOSITION.words and text not in ("of", "for"))
            + AND * (text == "and")
            + OR * (text == "or")
            + VERB * (folded in WordClass.VERB.words and not is_capital)
        )
    return _new_form((folded, is_capital, is_function, max(1.0, len(text) / _LONG_WORD), signs))


class SeenWord:
    """An English word beside a Chinese string, with what the clues ask about it; the costly is found when asked.

    `is_function` says whether the word is a function word here (He is not in He Shiqi, 何士祁).
    """

    __slots__ = (
        "_around", "_bits", "end", "folded", "is_capital", "is_function", "length", "signs", "start", "text",
    )  # fmt: skip

    def __init__(self, word: LatinWord, around: SeenWords) -> None:
        """Look at one of the words around a Chinese string, or at a part of it."""
        self.start, self.end, self.text = word
        self.folded, self.is_capital, self.is_function, self.length, self.signs = _form(self.text)
        if self.is_function and self.is_capital:
            self.is_function = is_function_word_beside(word, around.chinese)
        self._around, self._bits = around, -1

    @property
    def bits(self) -> int:
        """The characters that the word renders, as bits (bit 0 is the first character)."""
        if self._bits < 0:
            self._bits = self._rendered()
        return self._bits

    def _rendered(self) -> int:
        chinese = self._around.chinese
        bits = rendered_bits(self.text, chinese)
        if bits or self.is_function:
            return bits
        if not self.is_capital:
            return read_bits(self.text, chinese)
        return transcribed_bits(self.text, chinese, first_of(self._around.rendered_behind(self)))


class _Seen(dict[int, SeenWord]):
    """The words that were looked at, by number; a further one is looked at when it is asked for."""

    def __init__(self, around: SeenWords, found: Sequence[LatinWord]) -> None:
        self._around, self._found = around, found

    def __missing__(self, number: int) -> SeenWord:
        self[number] = seen = SeenWord(self._found[number], self._around)
        return seen


class SeenWords:
    """The English words around a Chinese string, each looked at once, so that many spans can be compared fast.

    `han_count` is the number of Han characters of the Chinese, `may_be_person` says whether it has the form of a
    person's name.
    """

    def __init__(self, flat: str, chinese: str, start: int, end: int) -> None:
        """Find the words between two offsets."""
        self.flat, self.chinese, self.han_count = flat, chinese, count_han(chinese)
        self.may_be_person = is_personal_name(chinese)
        self._found = words_in(flat, start, end)
        self._starts = [start for start, _, _ in self._found]
        self._seen = _Seen(self, self._found)
        self._readings: dict[int, frozenset[int]] = {}

    def between(self, start: int, end: int) -> list[SeenWord]:
        """Return the words that begin between two offsets; a word that goes beyond `end` is cut (Yanzhong | 's)."""
        seen = self._seen
        words = [seen[each] for each in range(bisect_left(self._starts, start), bisect_left(self._starts, end))]
        if words and words[-1].end > end:
            words[-1] = self._cut(words[-1], end)
        return words

    def nearest(self, end: int) -> SeenWord | None:
        """Return the word that begins nearest before an offset, within `BACK` characters, as `between`."""
        number = bisect_left(self._starts, end) - 1
        if number < 0 or self._starts[number] < end - BACK:
            return None
        word = self._seen[number]
        return word if word.end <= end else self._cut(word, end)

    def before(self, end: int) -> Iterator[SeenWord]:
        """Yield the words that begin within `BACK` characters before an offset, as `between`, the nearest first."""
        for number in range(bisect_left(self._starts, end) - 1, -1, -1):
            word = self._seen[number]
            if word.start < end - BACK:
                return
            yield word if word.end <= end else self._cut(word, end)

    def _cut(self, word: SeenWord, end: int) -> SeenWord:
        return SeenWord(LatinWord(word.start, end, word.text[: end - word.start]), self)

    def rendered_behind(self, word: SeenWord) -> int:
        """Return the characters that the words behind a word render, as bits; 0 for a part of a word."""
        number, bits = bisect_left(self._starts, word.start), 0
        for behind in self._found[number + 1 :] if self._found[number].end == word.end else ():
            bits |= rendered_bits(behind.text, self.chinese)
        return bits

    def readings_to(self, end: int) -> frozenset[int]:
        """Return the offsets of words from which the text up to `end` is the reading (pinyin) of the Chinese."""
        if end not in self._readings:
            starts = self._starts[: bisect_left(self._starts, end)]
            self._readings[end] = reading_starts(self.flat, starts, end, self.chinese)
        return self._readings[end]


class EnglishView:
    """A Chinese string and an English span that may translate it, with what several clues need.

    `content` are the words of the span that are not function words. `gap` is the text between the span and the
    nearest word within `BACK` characters before it, and `neighbour` that word if only spaces or hyphens are
    between. `covered` are the characters that words of the span render, as bits. `is_reading` means that the span
    is the reading (pinyin) of the Chinese, `is_longer_than_reading` that it has words before the reading, and
    `cuts_reading` that it begins inside of it. `signs` are those of all words of the span, `inner_signs` those of
    all but the first.
    """

    __slots__ = (
        "_around", "chinese", "content", "covered", "cuts_reading", "flat", "gap", "han_count", "inner_signs",
        "is_abbreviation", "is_enclosed", "is_longer_than_reading", "is_reading", "may_be_person", "neighbour",
        "signs", "span", "text", "words",
    )  # fmt: skip

    def __init__(self, around: SeenWords, span: Span, is_enclosed: bool = False) -> None:
        """Look at a span; `around` has the words around the Chinese, and the text in which the span counts."""
        self.flat, self.chinese, self.span, self.is_enclosed = around.flat, around.chinese, span, is_enclosed
        self.text = self.flat[span.start : span.end]
        self.words = around.between(*span)
        self._around = around
        nearest = around.nearest(span.start)
        self.gap = gap = self.flat[nearest.end if nearest else max(0, span.start - BACK) : span.start]
        self.neighbour = nearest if nearest and (gap == " " or PLAIN_GAP.fullmatch(gap)) else None
        readings = around.readings_to(span.end)
        self.is_reading = self.cuts_reading = self.is_longer_than_reading = False
        if readings:
            self.is_reading = bool(self.words) and self.words[0].start in readings
            self.cuts_reading = min(readings) < span.start and not self.is_reading
            self.is_longer_than_reading = any(word.start in readings for word in self.words[1:])
        self.is_abbreviation = _is_abbreviation(self.text)
        self.han_count, self.may_be_person = around.han_count, around.may_be_person
        self.content = [word for word in self.words if not word.is_function]
        covered = signs = inner_signs = 0
        for word in self.content:
            covered |= word.bits
        for word in reversed(self.words):
            inner_signs, signs = signs, signs | word.signs
        self.covered, self.signs, self.inner_signs = covered, signs, inner_signs

    def needs(self, owner: SeenWord, others: int) -> bool:
        """Return whether an owner (Party's) renders what other words do not, whose bits are given.

        So it is in People's | Daily, 人民日报, and not in the Party's | Organization Department, 组织部. The
        dictionary may also have the owner in its meaning of the whole: People's Daily Online, 人民网.
        """
        is_named = owner.bits == (1 << len(self.chinese)) - 1 and not _is_abbreviation(owner.text[: -len("'s")])
        return is_named or bool(owner.bits & ~others)

    def before(self) -> Iterator[SeenWord]:
        """Yield the words within `BACK` characters before the span, the nearest first."""
        return self._around.before(self.span.start)


def _is_abbreviation(text: str) -> bool:
    return is_abbreviation(text) and fold(text.rstrip(".")) not in WordClass.COMPANY_FORM.words
