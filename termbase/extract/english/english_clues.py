"""Clues for and against an English span being the translation of a Chinese string in running text.

Start from `observe`. Each clue is one small function over an `EnglishView` of the span in its text; what clues
weigh is learned (see weights.py). The aim is the shortest span whose words the Chinese renders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.extract.english.english_case import capitals
from termbase.extract.english.english_first_word import first_word
from termbase.extract.english.english_length import length
from termbase.extract.english.english_names import NAME_CLUES, possessor
from termbase.extract.english.english_neighbours import left_neighbour, missed
from termbase.extract.english.english_view import (
    AND,
    ARTICLE,
    OR,
    PREPOSITION,
    SAYS_WORD,
    VERB,
    EnglishView,
    SeenWord,
)
from termbase.extract.model import Clue, new_clue, noted
from termbase.extract.translated_sentences import ENDS_INSIDE, LEAST_WORDS, translates_sentence
from termbase.renderings.cedict import is_gloss
from termbase.text.word_classes import WordClass


def observe(view: EnglishView) -> tuple[Clue, ...]:
    """Return all clues about a span. If marks enclose it, clues about where it begins are not needed."""
    if not view.words:
        return (noted("no_word"),)
    every = _MEANING if view.is_enclosed else _ALL
    return tuple([clue for clues in every for clue in clues(view)])  # a list is faster than a generator


def _rendering(view: EnglishView) -> Iterator[Clue]:
    """Yield the most important clues: the share of words that the Chinese renders, and of characters covered.

    A transcription (shuanglu, 双陆) renders no word, so it gives no such clue, nor do words before it: in `rural
    China | Wu Chongqing (吴重庆)` the word China does not render 重.
    """
    if view.is_reading or view.is_longer_than_reading or view.is_abbreviation:
        return
    if view.content:
        unrendered = [word for word in view.content if not word.bits]
        yield noted("rendered", 1 - len(unrendered) / len(view.content))
        if not view.is_enclosed:
            capital = [word.text for word in unrendered if word.is_capital]
            lower = [word.text for word in unrendered if not word.is_capital]
            if capital:
                yield new_clue(("unrendered_capital", min(len(capital), 5) / 2, " ".join(capital)))
            if lower:
                yield new_clue(("unrendered_lower", min(len(lower), 5) / 2, " ".join(lower)))
        if not unrendered and view.covered.bit_count() >= view.han_count:
            yield noted("complete")
    yield noted("covered", min(1.0, view.covered.bit_count() / max(1, view.han_count)))
    is_rendered = view.covered >> (len(view.chinese) - 1) & 1
    yield new_clue(("last_rendered" if is_rendered else "last_unrendered", 1.0, view.chinese[-1]))


def _listed(view: EnglishView) -> Iterator[Clue]:
    every = (1 << len(view.chinese)) - 1
    if view.content and view.covered != every:
        return
    if all(word.bits == every for word in view.content) and is_gloss(view.text, view.chinese):
        yield noted("dictionary_gloss")


def _reading(view: EnglishView) -> Iterator[Clue]:
    if view.cuts_reading:
        yield noted("cuts_reading")


_AND = frozenset("和与與及暨跟同並并、，又且")
"""What Chinese has for "and"."""


_NUMBERED = re.compile(r"[A-Z][a-z]+ (?:\d{1,2}|[IVX]+)")
_NUMERAL = re.compile(r"[\dIVX〇零一二三四五六七八九十百两兩]")
"""A heading that only numbers what its bracket names: Type 1 (经验的预测)."""


def _number(view: EnglishView) -> Iterator[Clue]:
    """Yield a clue if a number before or behind the term is not in the Chinese: 56 finals, 韻母; Hugo 2.0, 雨果."""
    if len(view.words) < 2:
        return
    for word in (view.words[0], view.words[-1]):
        if word.text[0].isdigit() and word.text.replace(".", "").isdigit() and not word.bits:
            if _NUMERAL.search(view.chinese):
                return
            yield new_clue(("number_unrendered", 1.0, word.text))


def _shape(view: EnglishView) -> Iterator[Clue]:
    if "," in view.text:
        yield noted("holds_comma")
    last = view.text[-1]
    is_numbered = (last.isdigit() or last in "IVX") and _NUMBERED.fullmatch(view.text) is not None
    if is_numbered and not _NUMERAL.search(view.chinese):
        yield noted("en_numbered")
    if view.signs & VERB:
        yield noted("holds_verb")
    if view.inner_signs & OR:
        yield noted("holds_or")
    if view.words[-1].is_function:
        yield noted("ends_with_function_word")
    named = view.words[-1]
    if named.signs & SAYS_WORD and all(map(_may_say_word, view.words)) and not is_gloss(named.text, view.chinese):
        yield noted("word_for_word")
    if view.inner_signs & AND and _AND.isdisjoint(view.chinese):
        yield noted("holds_and")
    if view.inner_signs & ARTICLE:
        yield noted("holds_article")
    if view.inner_signs & PREPOSITION:
        yield noted("holds_preposition")


def _sentence(view: EnglishView) -> Iterator[Clue]:
    if len(view.words) < LEAST_WORDS:  # as mostly
        return
    if ENDS_INSIDE.search(view.text) or translates_sentence([word.folded for word in view.words], view.chinese):
        yield noted("translated_sentence")


def _may_say_word(word: SeenWord) -> bool:
    """Return whether a word only says that another word follows, or of which language: the Chinese term 速龙."""
    return word.signs & SAYS_WORD != 0 or word.folded in WordClass.NATIONALITY.words


_MEANING = (_rendering, _listed, _sentence, capitals, length, _number, *NAME_CLUES)
_EDGE = (first_word, left_neighbour, missed, possessor, _reading, _shape)
_ALL = _MEANING + _EDGE
