"""Clues for and against a Chinese span being the term that English in a bracket behind it translates.

In `我们使用卷积网络（convolutional network）` the term ends at the bracket, but Chinese has no spaces, so it is
uncertain where the term begins. The clues are marks, word boundaries, words that often precede a term (在, 称为),
and how well the English words render the span. Start from `observe`; the clues' weights are learned (`weights`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import compress

from termbase.extract.chinese.chinese_neighbours import CLASSES, COPULAS, FRAMES, beginnings, left_neighbour
from termbase.extract.chinese.chinese_remarks import ends_alike, means_otherwise
from termbase.extract.chinese.chinese_view import BETWEEN_NAMES, ChineseView
from termbase.extract.clue_names import ClueName, composed, known
from termbase.extract.initials import begins_spelled, spelled
from termbase.extract.kind import is_personal_name
from termbase.extract.model import Clue, new_clue, noted
from termbase.extract.translated_sentences import translates_sentence
from termbase.renderings.affixes import affix_bits
from termbase.renderings.counterparts import renders_small_word
from termbase.renderings.rendered_characters import rendered_bits
from termbase.text.chinese.words import part_of_speech
from termbase.text.latin_words import is_abbreviation, words_in
from termbase.text.script import simplify_term
from termbase.text.word_classes import WordClass

_BEGINNING = {flag: known(f"zh_begins_with_{name}") for flag, name in CLASSES.items()}
_LATIN_BEFORE = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*) ?$")


def observe(view: ChineseView) -> tuple[Clue, ...]:
    """Return all clues about a Chinese span as the term for an English string."""
    return tuple([clue for clues in _CLUES for clue in clues(view)])  # a list is faster than a generator


def _rendering(view: ChineseView) -> Iterator[Clue]:
    if not view.content:
        return
    if ends_alike(view):
        yield noted("zh_ends_with_affix")
    offset, every = view.offset, view.bits
    rendered = [bits >> offset != 0 for bits in every]
    count = len(view.text.replace(" ", "")) if view.whole.has_latin else view.han_count
    yield noted("zh_rendered", sum(rendered) / len(rendered))
    yield noted("zh_covered", view.covered.bit_count() / max(1, count))
    before = (1 << offset) - 1
    left = sum([0 < bits <= before for bits in every])
    split = [bits & before != 0 and bits > before for bits in every] if offset else ()
    if any(split) and not all(rendered_bits(word.text, view.text) for word in compress(view.content, split)):
        yield noted("zh_splits_rendering")  # 遭受|损害 (damage) alone has its meaning in both
    if left:
        yield noted("zh_leaves_rendering_words", min(left, 3) / 2)
    uncovered = 0 if view.begins_like_name else max(0, count - view.covered.bit_count())
    if uncovered:
        yield noted("zh_uncovered", min(uncovered, 8) / 4)
    elif all(rendered):
        yield noted("zh_complete")
    if len(rendered) - sum(rendered) - left > uncovered:  # 半導體 has none for Realtek of Realtek Semiconductor
        yield noted("zh_no_room")


_SIGNED = re.compile(r"\b[A-Za-z][*+#]")
"""A letter with a sign, which is no article: A* algorithm."""


def _listed(view: ChineseView) -> Iterator[Clue]:
    every = (1 << len(view.text)) - 1
    if any(bits >> view.offset != every for bits in view.bits) or _SIGNED.search(view.english):
        return
    if view.offset == view.whole.listed_from:
        yield noted("zh_dictionary_gloss")


def _edge(view: ChineseView) -> Iterator[Clue]:
    """Yield clues about the left edge: the first word of the span should be rendered, the word before it not."""
    first, before = view.first_word or view.text[:1], view.before
    if view.bits:
        is_rendered = view.covered & ((1 << len(first)) - 1) != 0
        if is_rendered:
            yield new_clue(("zh_first_rendered", 1.0, first))
        elif _has_first_word_left(view):
            yield new_clue(("zh_first_for_unrendered", 1.0, first))
        rest = view.covered & ~((1 << len(first)) - 1)
        if not is_rendered and rest.bit_count() * 2 > view.han_count - len(first) > 0:
            yield new_clue(("zh_first_superfluous", 1.0, first))
    if first == _ONE_OF:
        yield new_clue(("zh_begins_with_cutter", 1.0, first))
        return
    if view.begins_like_name or (first not in _PARTICLES and _is_introduced(view, before)):
        return  # the words of a transcription mean nothing: 以 in 以撒·辛格
    if first in _PARTICLES:
        yield new_clue(("zh_begins_with_particle", 1.0, first))
    elif first and renders_small_word(first, view.english):
        yield new_clue(("zh_begins_with_small_word", 1.0, first))
    elif first and simplify_term(first) in WordClass.CHINESE_DETERMINER.words and not _has_article(view):
        yield new_clue(("zh_begins_with_determiner", 1.0, first))
    elif view.whole.affixed and any(affix_bits(word, view.text) & 1 for word in view.whole.affixed):
        yield new_clue(("zh_begins_with_rendered_affix", 1.0, first))
    elif first in FRAMES and "的" in view.whole.words[view.first :]:
        yield new_clue(("zh_begins_with_frame", 1.0, first))
    elif first and simplify_term(first) in WordClass.CHINESE_CUTTER.words and not view.covered & 1:
        yield new_clue(("zh_begins_with_cutter", 1.0, first))
    elif first and not _fills_clause(view) and (name := _BEGINNING.get(part_of_speech(first)[:2])):
        yield new_clue((name, 1.0, first))


def _has_article(view: ChineseView) -> bool:
    """Return whether both titles begin with "a": 一个人的旅行 (A Journey Alone)."""
    return view.text.startswith("一") and view.english.startswith(("A ", "An ", "One "))


def _has_first_word_left(view: ChineseView) -> bool:
    """Return whether all English words but the first are rendered: it may be 循环 (Recurrent) in 循环神经网络."""
    return len(view.bits) > 1 and not view.bits[0] and all(bits >> view.offset for bits in view.bits[1:])


def _fills_clause(view: ChineseView) -> bool:
    """Return whether nothing stands before a short span in its clause: then its first word is part of the term."""
    return view.span.start == view.stretch.start and len(view.text) <= _SHORT


def _is_introduced(view: ChineseView, before: str) -> bool:
    """Return whether a naming word (称为) precedes the span: then any word may begin it, as in 称为过拟合."""
    return (
        bool(before)
        and simplify_term(before) in WordClass.CHINESE_NAMING_WORD.words
        and view.flat[view.span.start - 1] == before[-1]
        and not view.text.startswith(COPULAS)
    )


_DAY = re.compile(r"\d{1,2} ?[月日號号]")
_DIGIT_BEFORE = re.compile(r"\d ?$")
_AFTER_NUMBER = tuple("年月日号號时時点點分秒位个個名次届屆家部间間所条條项項种種级級")
"""What belongs to a number before it: 1662 年 2 月 1 日|揆一."""

_SHORT = 7
"""Characters of a term before which a clause has nothing else, at most: ，带花树算法（Blossom Algorithm）."""

_PARTICLES = frozenset("的了地得着著")

_ONE_OF = "之一"
"""This ends what stands before a name, though a name may sound so: 创始人之一|约翰."""


def _words(view: ChineseView) -> Iterator[Clue]:
    if view.cuts_word:
        yield noted("zh_cuts_word_in_name")
    if cutters := view.whole.cutters(view.first + 1):
        yield new_clue(("zh_holds_cutter", len(cutters), " ".join(cutters)))
    if view.whole.holds_and(view.first + 1):
        yield noted("zh_holds_and")
    if "、" in view.text:
        yield noted("zh_holds_list_mark")
    is_cut = view.text.startswith(_AFTER_NUMBER) and _DIGIT_BEFORE.search(view.flat, 0, view.span.start)
    is_ordinal = view.flat[view.span.start - 1 : view.span.start] == "第"
    if is_cut or is_ordinal or _DAY.match(view.text):
        yield noted("zh_cuts_number")


def _length(view: ChineseView) -> Iterator[Clue]:
    is_short = view.whole.is_abbreviation
    ratio = (view.whole.english_length + 0.3) / (0.55 * view.han_count + 0.3)
    side: ClueName = "zh_too_short" if ratio > 1 else "zh_too_long"
    if ratio > 1 or not view.may_be_as_long:
        yield new_clue((composed(f"{side}_for_abbreviation") if is_short else side, abs(math.log(ratio)), ""))
    if is_short:
        share = spelled(view.english, view.text)
        yield Clue("zh_spells_abbreviation", share)
        if share == 1:
            yield noted("zh_spells_abbreviation_fully")
        if view.first_word and begins_spelled(view.english, view.first_word):
            yield new_clue(("zh_first_spelled", 1.0, view.first_word))
    if view.han_count == 1:
        yield noted("zh_one_character")


def _sound(view: ChineseView) -> Iterator[Clue]:
    if view.alike > 0.5:
        yield Clue("zh_sounds_alike" if view.english[:1].isupper() else "zh_sounds_alike_lower", 2 * view.alike - 1)
    if view.alike > 0.5 and is_personal_name(view.text) and view.english[:1].isupper():
        yield noted("zh_name_of_person")
    if view.is_surname_given:
        yield new_clue(("zh_surname", 1.0, view.text[0]))
    if view.has_interpunct:
        parts = BETWEEN_NAMES.split(view.text)
        if len(parts) == len(view.english.split()):
            yield noted("zh_parts_match")
    if first := view.transcribed_beginning:
        yield new_clue(("zh_begins_like_name" if view.begins_like_name else "zh_begins_unlike_name", 1.0, first))


def _latin(view: ChineseView) -> Iterator[Clue]:
    if not view.whole.has_latin:
        return
    latin = [word.text for word in words_in(view.flat, *view.span)]
    if latin:
        shared = sum(_is_shared(word, view.english) for word in latin)
        yield new_clue(("zh_latin_shared" if shared == len(latin) else "zh_latin_foreign", 1.0, " ".join(latin)))
    before = _LATIN_BEFORE.search(view.flat, view.stretch.start, view.span.start)
    if before and _is_shared(before[1], view.english):
        yield new_clue(("zh_leaves_latin_shared", 1.0, before[1]))


def _is_shared(latin: str, english: str) -> bool:
    """Return whether the English has a Latin word of the Chinese, or begins with its letter as an abbreviation."""
    return latin.casefold() in english.casefold() or (is_abbreviation(english) and latin[0] == english[0])


def _sentence(view: ChineseView) -> Iterator[Clue]:
    """Yield a clue for all spans before a sentence: else one that is cut short would seem to be its term."""
    is_cut = view.span.start > view.stretch.start
    if translates_sentence(view.whole.folded, view.text, is_cut):
        yield noted("translated_sentence")


_CLUES = (
    _rendering,
    _sentence,
    _listed,
    means_otherwise,
    _edge,
    beginnings,
    _words,
    left_neighbour,
    _length,
    _sound,
    _latin,
)
