"""The longest span that may be the Chinese term for an English string, with what all its candidates share."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from termbase.extract.kind import has_interpunct
from termbase.extract.marks import HAN_CHARACTER, HAN_CHARACTERS
from termbase.renderings.affixes import has_affix
from termbase.renderings.cedict import is_defining_word, is_gloss
from termbase.renderings.rendered_characters import rendered_bits
from termbase.renderings.surnames import is_surname_of
from termbase.renderings.transcribed import first_of, transcribed_bits
from termbase.text.chinese import dictionary
from termbase.text.chinese.spaced import is_spaced
from termbase.text.chinese.words import part_of_speech
from termbase.text.chinese.words import words as chinese_words
from termbase.text.latin_words import LATIN_WORD, fold, is_abbreviation, is_clipped, latin_words, words_in
from termbase.text.offsets import Span
from termbase.text.script import HAN, simplify_term
from termbase.text.word_classes import WordClass, is_function_word

_JOINS = re.compile(r"(?<=[^\W_]) (?:and|&) (?=[^\W_])", re.IGNORECASE)

AND = frozenset("和 与 及 以及 同 跟".split())
"""What Chinese has for "and"."""

_NAMING = frozenset("叫称稱為为是即在如")
"""The characters that a term follows."""

_SMALL = frozenset("如在是即用为為与與和及或的将將把被以由從从對对因先再才就也都并並又还還則则係嘅")
"""Small words that jieba's guesses attach to a name behind them; no common surnames."""

_PREFIXED, _MOST_PREFIXED = re.compile(f"去[{HAN}]{{1,3}}化|被[{HAN}]{{1,2}}[权權]"), 4
"""Words with a prefix that is also a small word, and of how many words the dictionary makes them."""

_DATED = re.compile(r"\d ?[年月日](?![代度级級间間初末底来來份])(?=.)")
_SHORTEST_GUESS = 2
_LONGEST_WORD = 8
"""Characters of a word that the dictionary has for the English, at most."""
_MOST_BEFORE, _MOST_FOR_WORD = 4, 2
"""Characters of a term before the first that is rendered, at most, more for a word that renders none."""
_LETTERS_FOR_CHARACTER = 3
"""Letters of a long word that renders none for each character that it may mean: 动脉粥样硬化性, atherosclerotic."""
_LONG_WORD = 8
"""The letters of a word that counts as one."""

_OWNING = frozenset("的之")
"""What "of" renders: 国民教育之前途, The Future of National Education."""


class Stretch:
    """The longest span that may be the Chinese term for an English string; its candidates end where it ends.

    `flat` is the flattened text (see `marks.flatten`) in which the span counts, `text` that of the span, and
    `words` are its words. `folded` are the English words in lower case, `content` those that are no function words.
    `bits` are, for each of these, the characters of the stretch that it renders, as bits (bit 0 is the first).
    `has_latin` says whether the stretch has Latin words. `english_length` is the length of the English, in words of
    about `_LONG_WORD` letters, or in letters if it is an abbreviation. `affixed` are the words with an affix that
    Chinese can render. `joins` says whether the English has an "and".
    `listed_from` is where the longest end begins that the dictionary has for the English, else the length.
    `may_be_transcribed` says whether the English may be a name or a word that the Chinese only transcribes.
    """

    __slots__ = (
        "_ands", "_cutters", "_ends", "_from", "_part_bits", "_starts", "affixed", "bits", "content", "english",
        "english_length", "flat", "folded", "has_latin", "is_abbreviation", "joins", "listed_from",
        "may_be_transcribed", "span", "text", "words",
    )  # fmt: skip

    def __init__(self, flat: str, english: str, span: Span) -> None:
        """Look at a span of a text."""
        self.flat, self.english, self.span = flat, english, span
        self.text = flat[span.start : span.end]
        words = latin_words(english)
        self.folded = [fold(word.text) for word in words]
        self.content = [word for word in words if not is_function_word(word.text)]
        self.bits = [rendered_bits(word.text, self.text) for word in self.content]
        parts = [part for word in self.content if "-" in word.text for part in word.text.split("-")]
        self._part_bits = [rendered_bits(part, self.text) for part in parts if not is_function_word(part)]
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
        self.listed_from = self._listed_from()
        if 0 < self.listed_from < len(self.text) and self.listed_from not in self._starts:
            before, behind = self.text[: self.listed_from], self.text[self.listed_from :]
            self.words, self._starts, self._ends = _places(chain(_cut(before), _cut(behind)))
        joining = (AND if self.joins else frozenset[str]()) | (_OWNING if " of " in english else frozenset())
        plain = [simplify_term(word) for word in self.words]
        self._ands = [] if self.joins or self.is_abbreviation else [word in AND for word in plain]
        cutters = WordClass.CHINESE_CUTTER.words - joining
        self._cutters = [word in cutters for word in plain]
        self._cutters[-1:] = [False]  # behind the last word nothing begins: 聯準|會
        self._from = _han_from(self.text)

    def _listed_from(self) -> int:
        """Return where the longest end begins that the dictionary has for the English, or the length of the text.

        It begins inside no word but one that is only guessed: 讲洗|发乳 is 讲|洗发乳 (shampoo).
        """
        for offset in range(max(0, len(self.text) - _LONGEST_WORD), len(self.text)):
            if is_gloss(self.english, self.text[offset:]):
                ended, first = self.split(offset)
                if ended == first or not dictionary.frequency(simplify_term(self.words[first - 1])):
                    return offset
        return len(self.text)

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
        return is_free or is_guess(self.words[first - 1])

    def begins_with_particle(self, offset: int) -> bool:
        """Return whether the particle 的 stands at an offset, with which no term begins."""
        if self.text[offset] != "的":
            return False
        ended, first = self.split(offset)
        return ended == first and self.words[first : first + 1] == ["的"]

    def leaves_rendering_word(self, offset: int) -> bool:
        """Return whether the word before an offset renders English that nothing behind it does.

        So 神经 does before 神经|网络 (neural network), and 供给 before 供给|侧 (supply-side). What it renders may
        stand behind it again: 地方政府通过|地方政府债券 (local government bonds).
        """
        ended = bisect_right(self._ends, offset)
        if not ended:
            return False
        start, end = self._starts[ended - 1], self._ends[ended - 1]
        word = ((1 << end) - 1) >> start << start
        left = [bits for bits in (*self.bits, *self._part_bits) if bits & word and not bits >> offset]
        return any(self.text.find(self.text[first_of(bits) : bits.bit_length()], offset) < 0 for bits in left)

    def start_of(self, number: int) -> int:
        """Return the offset in the stretch at which a word begins, or the end of the stretch behind the last."""
        return self._starts[number] if number < len(self._starts) else len(self.text)

    def cutters(self, first: int) -> list[str]:
        """Return the words after which a term may begin, from the word with the number `first` on."""
        rest = zip(self.words[first:], self._cutters[first:], strict=True)
        return [word for word, is_cutter in rest if is_cutter]

    def holds_and(self, first: int) -> bool:
        """Return whether an "and" that the English has not joins words, from the one with the number `first` on.

        Example: 水塔与散热技术 (cooling)
        """
        return True in self._ands[first:]

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
        unknown = [word.text for word, bits in zip(self.content, self.bits, strict=True) if not bits]
        before = _MOST_BEFORE + sum(max(_MOST_FOR_WORD, len(word) // _LETTERS_FOR_CHARACTER) for word in unknown)
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
    """Yield the words of a text. A word that is only guessed does not begin with a small word, 如|舍曲林, nor end
    with one that names: 词|叫.

    None begins with the measure of a number: 2050年|净零排放.
    """
    if not text.isalpha() and (dated := _DATED.search(text)):
        yield from _cut(text[: dated.end()])
        text = text[dated.end() :]
    if " " in text and is_spaced(text):  # 目 錄 is one word
        yield text
        return
    is_name = has_interpunct(text)  # 以賽亞．柏林
    before = ""
    for word in _with_prefixes(chinese_words(text)):
        if word in ("过多", "過多") and part_of_speech(before)[:1] == "v":
            yield word[0]  # 诊断过|多囊卵巢
            word = word[1:]
        before = word
        if is_name or _PREFIXED.fullmatch(word):
            yield word
            continue
        if len(word) > 1 and word[0] in _SMALL and not dictionary.frequency(simplify_term(word)):
            yield word[0]
            word = word[1:]
        if len(word) > 1 and word[-1] in _NAMING and not dictionary.frequency(simplify_term(word)):
            yield word[:-1]
            word = word[-1]
        yield word


def _with_prefixes(words: Sequence[str]) -> Iterator[str]:
    """Yield words, 去 and 被 joined with what makes a word of them, 去|中心化, 被|遗忘|权, and 而 with 非."""
    place = 0
    while place < len(words):
        ends = range(place + 2, min(place + _MOST_PREFIXED, len(words)) + 1) if words[place] in "去被" else ()
        end = next((end for end in ends if _PREFIXED.fullmatch("".join(words[place:end]))), place + 1)
        end += [*words[place : place + 2]] == ["而", "非"]
        yield "".join(words[place:end])
        place = end


def is_guess(word: str) -> bool:
    """Return whether a word of several characters is not in the dictionary."""
    return len(word) > _SHORTEST_GUESS and " " not in word and not dictionary.frequency(simplify_term(word))


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
