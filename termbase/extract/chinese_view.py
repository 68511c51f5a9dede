"""A Chinese span in its text, with the values that several clues need; what spans share is computed once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from termbase.extract.kind import INTERPUNCT, has_interpunct, is_personal_name
from termbase.extract.marks import HAN_CHARACTER, HAN_CHARACTERS
from termbase.renderings.affixes import has_affix
from termbase.renderings.cedict import is_defining_word
from termbase.renderings.rendered_characters import rendered_bits
from termbase.renderings.sound import consonants, may_begin_alike, similarity
from termbase.renderings.surnames import is_surname_of
from termbase.renderings.transcribed import SHORTEST, first_of, transcribed_bits
from termbase.text import dictionary
from termbase.text.latin_words import LATIN_WORD, is_abbreviation, is_clipped, latin_words, words_in
from termbase.text.offsets import Span
from termbase.text.script import simplify_term
from termbase.text.word_classes import WordClass, is_function_word
from termbase.text.words import part_of_speech
from termbase.text.words import words as chinese_words

BETWEEN_NAMES = re.compile(f"[{INTERPUNCT}]")
"""What separates the parts of a transcribed name."""

_JOINS = re.compile(r"(?<=[^\W_]) (?:and|&) (?=[^\W_])")

AND = frozenset("和 与 及 以及 同 跟".split())
"""What Chinese has for "and"."""

_SMALL = frozenset("如在是即用为為与與和及或的将將把被")
"""Small words that jieba's guesses attach to a name behind them; no common surnames."""

_WITH_TWO_SURNAMES = 4
"""Characters of a married woman's name with both surnames: 葉劉淑儀."""

_INITIALS = re.compile(r"(?:[A-Z]\. ?)+(?=[A-Z][a-z]+ )")
"""Initials before the name that is transcribed: W. David Todd, 大卫·托德."""

_SMALL_CLASSES = ("u", "c", "p", "r", "d")
"""The classes of particles, conjunctions, prepositions, pronouns and adverbs."""

_SHORTEST_GUESS = 2
_MOST_BEFORE, _MOST_FOR_WORD = 4, 2
"""Characters of a term before the first that is rendered, at most, more for a word that renders none."""
_LONG_WORD = 8
"""The letters of a word that counts as one."""


class Stretch:
    """The longest span that may be the Chinese term for an English string; its candidates end where it ends.

    `flat` is the flattened text (see `marks.flatten`) in which the span counts, `text` that of the span, and
    `words` are its words. `content` are the English words that are not function words. `bits` are, for each of
    them, the characters of the stretch that it renders, as bits (bit 0 is the first). `has_latin` says whether the
    stretch has Latin words. `english_length` is the length of the English, in words of about `_LONG_WORD` letters,
    or in letters if it is an abbreviation. `affixed` are the words with an affix that Chinese can render.
    `joins` says whether the English has an "and".
    `may_be_transcribed` says whether the English may be a name or a word that the Chinese only transcribes.
    """

    __slots__ = (
        "_cutters", "_ends", "_from", "_starts", "affixed", "bits", "content", "english", "english_length", "flat",
        "has_latin", "is_abbreviation", "joins", "may_be_transcribed", "span", "text", "words",
    )  # fmt: skip

    def __init__(self, flat: str, english: str, span: Span) -> None:
        """Look at a span of a text."""
        self.flat, self.english, self.span = flat, english, span
        self.text = flat[span.start : span.end]
        words = latin_words(english)
        self.content = [word for word in words if not is_function_word(word.text)]
        self.bits = [rendered_bits(word.text, self.text) for word in self.content]
        self._add_transcribed()
        self.affixed = [word.text for word in self.content if has_affix(word.text)]
        self.is_abbreviation = is_abbreviation(english) or is_clipped(english)
        if self.is_abbreviation and not any(self.bits):
            self.content, self.bits = [], []  # an abbreviation is no word that Chinese could render
        self.joins = _JOINS.search(english) is not None
        self.may_be_transcribed = self._may_be_transcribed()
        self.english_length = self._english_length()
        self.has_latin = LATIN_WORD.search(self.text) is not None
        self.words, self._starts, self._ends = _places(_cut(self.text))
        joining = AND if self.joins else frozenset[str]()
        plain = map(simplify_term, self.words)
        self._cutters = [word in WordClass.CHINESE_CUTTER.words and word not in joining for word in plain]
        self._from = _han_from(self.text)

    def _add_transcribed(self) -> None:
        """Add to `bits` the characters that transcribe a name before a term: 康威|定律 (Conway's law).

        Beside a person's surname alone they would be other words: 执行长 sounds like Jensen before 黄 (Huang).
        """
        covered = 0
        for word, bits in zip(self.content, self.bits, strict=True):
            if bits and not (word.is_capital and is_surname_of(word.text, self.text[first_of(bits) :])):
                covered |= bits
        for place, word in enumerate(self.content):
            if word.is_capital and not self.bits[place]:
                self.bits[place] = transcribed_bits(word.text, self.text, first_of(covered))

    def _english_length(self) -> float:
        if self.is_abbreviation:
            return sum(char.isupper() for char in self.english) or len(self.english)
        return sum(max(len(word.text.split("-")), len(word.text) / _LONG_WORD) for word in self.content)

    def split(self, offset: int) -> tuple[int, int]:
        """Return how many words end before an offset of the stretch, and the number of the first word behind it.

        They differ if the offset is inside a word.
        """
        return bisect_right(self._ends, offset), bisect_left(self._starts, offset)

    def may_begin(self, offset: int) -> bool:
        """Return whether a term may begin at an offset: not inside a word, if it is no guess and no name."""
        ended, first = self.split(offset)
        is_free = ended == first or self.may_be_transcribed or has_interpunct(self.text)
        return is_free or _is_guess(self.words[first - 1])

    def start_of(self, number: int) -> int:
        """Return the offset in the stretch at which a word begins, or the end of the stretch behind the last."""
        return self._starts[number] if number < len(self._starts) else len(self.text)

    def cutters(self, first: int) -> list[str]:
        """Return the words after which a term may begin, from the word with the number `first` on."""
        rest = zip(self.words[first:], self._cutters[first:], strict=True)
        return [word for word, is_cutter in rest if is_cutter]

    def repeats(self, span: Span) -> bool:
        """Return whether the bracket only repeats a word of a span that ends like the stretch: AI 模块 (AI)."""
        return self.has_latin and self.english in [word.text for word in words_in(self.flat, *span)]

    def leftmost(self) -> int:
        """Return the first offset in `flat` at which the term may begin.

        Before the first character that is rendered it has no more than what words that render nothing may mean. The
        letters of an abbreviation, and names with a dot, say nothing.
        """
        rendered = [bits for bits in self.bits if bits]
        if not rendered or self.is_abbreviation or has_interpunct(self.text):
            return self.span.start
        before = _MOST_BEFORE + _MOST_FOR_WORD * self.bits.count(0)
        return self.span.start + max(0, min(map(first_of, rendered)) - before)

    def han_count(self, offset: int) -> int:
        """Return the number of Han characters behind an offset of the stretch."""
        return self._from[offset]

    def _may_be_transcribed(self) -> bool:
        if len(self.english) > 40 or self.is_abbreviation:
            return False
        names = zip(self.content, self.bits, strict=True)
        is_name = any(word.is_capital and not (bits and is_defining_word(word.text)) for word, bits in names)
        return is_name or (len(self.content) < 2 and not any(self.bits))


def _cut(text: str) -> Iterator[str]:
    """Yield the words of a text. A word that is only guessed does not begin with a small word: 如|舍曲林."""
    for word in chinese_words(text):
        if len(word) > 1 and word[0] in _SMALL and not dictionary.frequency(simplify_term(word)):
            yield word[0]
            word = word[1:]
        yield word


def _is_guess(word: str) -> bool:
    return len(word) > _SHORTEST_GUESS and not dictionary.frequency(simplify_term(word))


def _places(cut: Iterable[str]) -> tuple[list[str], list[int], list[int]]:
    """Return the words that are not blank, and the offsets at which they begin and end."""
    words, starts, ends, place = [], [], [], 0
    for word in cut:
        start, place = place, place + len(word)
        if word.strip():
            words.append(word)
            starts.append(start)
            ends.append(place)
    return words, starts, ends


def _han_from(text: str) -> list[int]:
    """Return the number of Han characters from each offset of a text to its end."""
    if HAN_CHARACTERS.fullmatch(text):  # as nearly always
        return list(range(len(text), -1, -1))
    counts = [0] * (len(text) + 1)
    for place in range(len(text) - 1, -1, -1):
        counts[place] = counts[place + 1] + (HAN_CHARACTER.match(text, place) is not None)
    return counts


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
        self.content, self.bits = whole.content, whole.bits
        self.offset = span.start - whole.span.start
        self.text = whole.text[self.offset :]
        self.has_interpunct = has_interpunct(self.text)
        ended, self.first = whole.split(self.offset)
        self.cuts_word = ended < self.first
        self.before = whole.words[ended - 1] if ended else ""
        self.first_word = whole.words[self.first] if self.first < len(whole.words) else ""
        self.han_count = whole.han_count(self.offset)
        self.covered = 0
        for bits in whole.bits:
            self.covered |= bits >> self.offset
        self._alike: float | None = None

    @property
    def cuts_guess(self) -> bool:
        """Whether the edge is inside a word that jieba only guesses: in 指|控罪書 there is no word 控罪書."""
        return self.cuts_word and _is_guess(self.whole.words[self.first - 1])

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
