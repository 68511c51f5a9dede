"""Clues for and against a Chinese span being the term that English in a bracket behind it translates.

In `我们使用卷积网络（convolutional network）` the term ends at the bracket, but Chinese has no spaces, so it is
uncertain where the term begins. The clues are marks, word boundaries, words that often precede a term (在, 称为),
and how well the English words render the span. Start from `observe`; the clues' weights are learned (`weights`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from termbase.extract.clue_names import ClueName, composed
from termbase.extract.kind import INTERPUNCT, is_personal_name
from termbase.extract.marks import EMPHASIS, HAN_CHARACTER, OPEN_QUOTES
from termbase.extract.model import Clue
from termbase.renderings.rendered_characters import rendered_bits
from termbase.renderings.sound import similarity
from termbase.text.latin_words import LatinWord, fold, is_abbreviation, words_in
from termbase.text.offsets import Span
from termbase.text.script import simplify
from termbase.text.word_classes import WordClass, function_words
from termbase.text.words import part_of_speech
from termbase.text.words import words as chinese_words

_CLASSES = {
    flag: name
    for name, flags in {
        "verb": "v vi vq vd",
        "verbal_noun": "vn",
        "noun": "n",
        "name": "ns nr nt nz",
        "adjective": "a an b",
        "adverb": "ad d",
        "preposition": "p",
        "conjunction": "c",
        "pronoun": "r",
        "number": "m",
        "measure": "q",
        "particle": "uj ul",
        "place": "f s",
        "time": "t",
        "phrase": "l i",
        "abbreviation": "j",
        "suffix": "k g",
        "prefix": "h",
    }.items()
    for flag in flags.split()
}
"""The word classes of jieba's dictionary that matter at an edge: 引进 (v) precedes a term, 生产 (vn) begins one."""
_BEGINNING = {flag: composed(f"zh_begins_with_{name}") for flag, name in _CLASSES.items()}
_BEHIND = {flag: composed(f"zh_after_{name}") for flag, name in _CLASSES.items()}


@dataclass(frozen=True)
class ChineseView:
    """A Chinese span that may be the term for an English string, and what the clues need to know about it.

    `flat` is the flattened text (see `marks.flatten`) in which the spans count. `stretch` is the longest span that
    may be the term; `span` is the candidate and ends where the stretch ends.
    """

    flat: str
    english: str
    stretch: Span
    span: Span

    @cached_property
    def text(self) -> str:
        """The text of the span."""
        return self.flat[self.span.start : self.span.end]

    @cached_property
    def offset(self) -> int:
        """The offset of the span in the stretch."""
        return self.span.start - self.stretch.start

    @cached_property
    def cut(self) -> list[str]:
        """The words of the stretch."""
        return list(chinese_words(self.flat[self.stretch.start : self.stretch.end]))

    @cached_property
    def split(self) -> tuple[list[str], list[str]]:
        """The words of the stretch before the span and those in it; a word cut by the span's edge is in neither."""
        place, before, within = 0, [], []
        for word in self.cut:
            if place + len(word) <= self.offset:
                before.append(word)
            elif place >= self.offset:
                within.append(word)
            place += len(word)
        return [word for word in before if word.strip()], [word for word in within if word.strip()]

    @cached_property
    def content(self) -> list[LatinWord]:
        """The English words that are not function words."""
        words = words_in(self.english, 0, len(self.english))
        return [word for word in words if fold(word.text) not in function_words()]

    @cached_property
    def bits(self) -> list[int]:
        """For each word of `content`, the characters of the stretch that it renders, as bits (bit 0: the first)."""
        stretch = self.flat[self.stretch.start : self.stretch.end]
        return [rendered_bits(word.text, stretch) for word in self.content]

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
        if self.han_count > 12 or len(self.english) > 40 or is_abbreviation(self.english):
            return 0.0
        if self.english[:1].isupper() and self.content and not any(mark in self.text for mark in INTERPUNCT):
            # The Chinese may transcribe only the last word, a surname: 爱因斯坦 (Albert Einstein).
            return max(similarity(self.english, self.text), similarity(self.content[-1].text, self.text))
        return similarity(self.english, self.text)

    @cached_property
    def han_count(self) -> int:
        """The number of Han characters in the span."""
        return len(HAN_CHARACTER.findall(self.text))


def observe(flat: str, english: str, stretch: Span, span: Span) -> tuple[Clue, ...]:
    """Return all clues about a Chinese span as the term for an English string; see `View` for the arguments."""
    view = ChineseView(flat, english, stretch, span)
    return tuple(clue for clues in _CLUES for clue in clues(view))


def _rendering(view: ChineseView) -> Iterator[Clue]:
    if not view.content:
        return
    rendered = [bits >> view.offset != 0 for bits in view.bits]
    yield Clue("zh_rendered", sum(rendered) / len(rendered))
    yield Clue("zh_covered", view.covered.bit_count() / max(1, view.han_count))
    left = sum(0 < bits < 1 << view.offset for bits in view.bits)
    if left:
        yield Clue("zh_leaves_rendering_words", min(left, 3) / 2)
    uncovered = view.han_count - view.covered.bit_count()
    yield Clue("zh_uncovered", min(uncovered, 8) / 4)


def _edge(view: ChineseView) -> Iterator[Clue]:
    """Yield clues about the left edge: the first word of the span should be rendered, the word before it not."""
    before, within = view.split
    first = within[0] if within else view.text[:1]
    if view.bits:
        is_rendered = view.covered & ((1 << len(first)) - 1) != 0
        yield Clue("zh_first_rendered" if is_rendered else "zh_first_unrendered", 1.0, first)
        rest = view.covered & ~((1 << len(first)) - 1)
        if not is_rendered and rest.bit_count() * 2 > view.han_count - len(first) > 0:
            yield Clue("zh_first_superfluous", 1.0, first)
        if before and view.stretch.start < view.span.start:
            start = view.offset - len(before[-1])
            mask = ((1 << len(before[-1])) - 1) << max(0, start)
            if any(bits & mask and not bits >> view.offset for bits in view.bits):
                yield Clue("zh_misses_rendering_word", 1.0, before[-1])
    if first and _is_introduced(view, before):
        return
    if first and simplify(first) in WordClass.CHINESE_DETERMINER.words:
        yield Clue("zh_begins_with_determiner", 1.0, first)
    elif first and simplify(first) in WordClass.CHINESE_CUTTER.words:
        yield Clue("zh_begins_with_cutter", 1.0, first)
    elif first and (name := _BEGINNING.get(part_of_speech(first)[:2])):
        yield Clue(name, 1.0, first)


def _is_introduced(view: ChineseView, before: list[str]) -> bool:
    """Return whether a naming word (称为) precedes the span: then any word may begin it, as in 称为过拟合."""
    return (
        bool(before)
        and simplify(before[-1]) in WordClass.CHINESE_NAMING_WORD.words
        and view.flat[view.span.start - 1] == before[-1][-1]
    )


def _words(view: ChineseView) -> Iterator[Clue]:
    before, within = view.split
    if sum(map(len, before)) + sum(map(len, within)) < len(
        view.flat[view.stretch.start : view.stretch.end].replace(" ", "")
    ):
        # Names are often not in the dictionary, so cutting a word inside a name is a clue of its own.
        is_name = view.alike >= 0.7 or any(mark in view.text for mark in INTERPUNCT)
        yield Clue("zh_cuts_word_in_name" if is_name else "zh_cuts_word")
    known = WordClass.CHINESE_CUTTER.words
    cutters = [word for word in within[1:] if simplify(word) in known]
    if cutters:
        yield Clue("zh_holds_cutter", len(cutters), " ".join(cutters))


def _left_neighbour(view: ChineseView) -> Iterator[Clue]:
    previous = view.flat[view.span.start - 1] if view.span.start else ""
    before = view.split[0]
    if previous and previous in OPEN_QUOTES + EMPHASIS:
        yield Clue("zh_after_opening_mark")
    elif view.span.start == view.stretch.start:
        yield Clue("zh_after_stop")
    elif previous == " ":
        yield Clue("zh_after_blank")
    elif previous in INTERPUNCT:
        yield Clue("zh_cuts_name")
    elif before and simplify(before[-1]) in WordClass.CHINESE_NAMING_WORD.words:
        yield Clue("zh_after_naming_word", 1.0, before[-1])
    elif before and simplify(before[-1]) in WordClass.CHINESE_CUTTER.words:
        yield Clue("zh_after_cutter", 1.0, before[-1])
        if before[-1] == "的":
            yield Clue("zh_after_de")
    elif previous and previous in WordClass.PERSON_ENDING.words and _may_be_person(view):
        yield Clue("zh_after_job_title", 1.0, previous)
    elif simplify(previous) in WordClass.CHINESE_CUTTER.words:
        yield Clue("zh_after_cutter_character", 1.0, previous)
    elif before and (name := _BEHIND.get(part_of_speech(before[-1])[:2])):
        yield Clue(name, 1.0, before[-1])
    elif before:
        yield Clue("zh_after_unknown", 1.0, before[-1])


def _may_be_person(view: ChineseView) -> bool:
    """Return whether both look like a person's name: capitals, and an interpunct (·) or a similar sound."""
    is_name = 1 <= len(view.content) <= 4 and all(word.is_capital for word in view.content)
    return is_name and (view.alike > 0.6 or any(mark in view.text for mark in INTERPUNCT))


def _length(view: ChineseView) -> Iterator[Clue]:
    words = sum(len(word.text.split("-")) for word in view.content)
    is_short = is_abbreviation(view.english)
    if is_short:
        words = sum(char.isupper() for char in view.english)
    ratio = (words + 0.3) / (0.55 * view.han_count + 0.3)
    side: ClueName = "zh_too_short" if ratio > 1 else "zh_too_long"
    yield Clue(composed(f"{side}_for_abbreviation") if is_short else side, abs(math.log(ratio)))
    if view.han_count == 1:
        yield Clue("zh_one_character")


def _sound(view: ChineseView) -> Iterator[Clue]:
    if view.alike > 0.5:
        yield Clue("zh_sounds_alike" if view.english[:1].isupper() else "zh_sounds_alike_lower", 2 * view.alike - 1)
    if view.alike > 0.5 and is_personal_name(view.text) and view.english[:1].isupper():
        yield Clue("zh_name_of_person")


def _latin(view: ChineseView) -> Iterator[Clue]:
    latin = [word.text for word in words_in(view.flat, *view.span)]
    if latin:
        shared = sum(word.casefold() in view.english.casefold() for word in latin)
        yield Clue("zh_latin_shared" if shared == len(latin) else "zh_latin_foreign", 1.0, " ".join(latin))


_CLUES = (_rendering, _edge, _words, _left_neighbour, _length, _sound, _latin)
