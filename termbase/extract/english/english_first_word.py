"""Clues from the first word of an English span: what it is, and whether the Chinese renders it.

Start from `first_word`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from termbase.extract.clue_names import ClueName
from termbase.extract.english.english_case import ends_as_modifier, is_job_title
from termbase.extract.english.english_names import is_name
from termbase.extract.english.english_view import EnglishView, SeenWord
from termbase.extract.english.rulers import ruler_before
from termbase.extract.model import Clue, new_clue, noted
from termbase.text.chinese.words import part_of_speech, words
from termbase.text.latin_words import POSSESSIVE, is_abbreviation
from termbase.text.script import simplify
from termbase.text.word_classes import WordClass

_SHORTEST_GERUND = 5


def first_word(view: EnglishView) -> Iterator[Clue]:
    """Yield the clues from the first word of a span."""
    first = view.words[0]
    if first.folded in WordClass.ARTICLE.words and not is_name(first.text, view.chinese):
        yield Clue("begins_with_article_of_title" if _is_inside_sentence(view, first) else "begins_with_article")
    elif first.folded in WordClass.DETERMINER.words:
        yield noted("begins_with_determiner")
    elif first.is_function and first.is_capital and _is_title(view):
        yield new_clue(("begins_as_title", 1.0, first.text))
    elif first.is_function:
        yield new_clue(("begins_with_function_word", 1.0, first.text))
    elif not first.bits or view.is_longer_than_reading:
        yield from _unrendered(view, first)
    elif not view.is_reading:
        yield new_clue(("first_rendered", 1.0, first.text))
        yield from _needless(view, first)
    yield from _by_form(view, first)


def _unrendered(view: EnglishView, first: SeenWord) -> Iterator[Clue]:
    """Yield the clues from a first word that the Chinese does not render."""
    yield new_clue(("first_unrendered" if first.is_capital else "first_unrendered_lower", 1.0, first.text))
    if len(view.content) > 1 and not view.covered & 1 and all(word.bits for word in view.content[1:]):
        yield new_clue(("first_for_uncovered", 1.0, first.text))
    is_given_name = first.is_capital and view.may_be_person and not is_job_title(first.folded)
    if 2 * view.covered.bit_count() > view.han_count and len(view.content) > 1 and not is_given_name:
        name: ClueName = "first_superfluous" if first.is_capital else "first_superfluous_lower"
        yield new_clue((name, view.covered.bit_count() / view.han_count, first.text))
    if first.folded.endswith("ly") and len(view.words) > 1 and not first.is_capital:
        yield new_clue(("begins_with_adverb", 1.0, first.text))
    if first.text.endswith(POSSESSIVE):
        yield new_clue(("begins_with_possessive", 1.0, first.text))
    elif first.folded in WordClass.MODIFIER.words or ends_as_modifier(first):
        yield new_clue(("begins_with_modifier", 1.0, first.text))
    if first.text[0].isdigit():
        is_year = len(first.text) == 4 and first.text.isdigit()
        yield new_clue(("begins_with_year" if is_year else "begins_with_number", 1.0, first.text))


def _by_form(view: EnglishView, first: SeenWord) -> Iterator[Clue]:
    """Yield the clues from the form of a first word, rendered or not."""
    folded = first.folded
    if first.text.endswith(POSSESSIVE) and is_abbreviation(first.text[: -len("'s")]):
        yield new_clue(("begins_with_possessive_abbreviation", 1.0, first.text))
    if not first.is_capital and folded.endswith("ing") and len(folded) > _SHORTEST_GERUND:
        yield new_clue(("gerund_for_verb" if _is_verbal(view.chinese) else "begins_with_gerund", 1.0, first.text))
    if not first.is_capital and _is_participle(folded) and _has_preposition_next(view):
        yield new_clue(("begins_with_participle", 1.0, first.text))
    is_of_person = view.may_be_person and len(view.words) > 1 and is_job_title(folded)
    if is_of_person and not first.bits and not _is_ruler(view):
        yield new_clue(("begins_with_job_title", 1.0, first.text))


def _is_ruler(view: EnglishView) -> bool:
    return ruler_before(view.flat, view.span.end, view.span.start, view.chinese) == view.span


def _is_title(view: EnglishView) -> bool:
    """Return whether all words that count are capitalised: After Spring Rain."""
    return len(view.content) > 1 and all(word.is_capital for word in view.content)


def _has_preposition_next(view: EnglishView) -> bool:
    return len(view.words) > 1 and view.words[1].folded in WordClass.PREPOSITION.words


def _is_participle(folded: str) -> bool:
    """Return whether a word may be a past participle: colored with, made from."""
    return folded.endswith("ed") or folded in ("made", "known", "born", "drawn", "grown", "held", "sold", "kept")


@lru_cache(maxsize=1024)
def _is_verbal(chinese: str) -> bool:
    """Return whether Chinese begins with a verb or is an idiom; a phrase of four characters may be one."""
    flag = part_of_speech(words(simplify(chinese))[0])
    return flag[:1] == "v" or flag in ("i", "l") or len(chinese) == 4


def _needless(view: EnglishView, first: SeenWord) -> Iterator[Clue]:
    """Yield clues if the other words render all that the first word renders: then a shorter span is better."""
    rest = 0
    for word in view.content:
        if word is not first:
            rest |= word.bits
    if rest and not first.bits & ~rest:
        yield new_clue(("first_adds_nothing", 1.0, first.text))
        if first.text.endswith(POSSESSIVE) and not view.needs(first, rest):
            yield new_clue(("begins_with_possessive", 1.0, first.text))


def _is_inside_sentence(view: EnglishView, first: SeenWord) -> bool:
    """Return whether a capital is within a sentence, as in `the novel The Stolen Bicycle`: the article is kept."""
    return first.is_capital and view.neighbour is not None
