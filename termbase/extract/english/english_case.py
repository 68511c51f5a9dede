"""Clues from the capital letters of an English span, and whether a name runs on to the left of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from termbase.extract.clue_names import ClueName
from termbase.extract.english.english_view import PLAIN_GAP, EnglishView, SeenWord
from termbase.extract.model import Clue, new_clue, noted
from termbase.text.word_classes import WordClass, pattern_of

_YEAR = 4
_LISTING = frozenset(("and", "the"))


@cache
def _inner_word_next() -> re.Pattern[str]:
    return re.compile(f" {pattern_of(WordClass.INSIDE_NAME)} ")


def capitals(view: EnglishView) -> Iterator[Clue]:
    """Yield clues about capitals: a name has them throughout, and none stands before it."""
    capital = [word.is_capital and not _has_sentence_case(view, word) for word in view.content]
    if not capital:
        return
    neighbour = view.neighbour
    if all(capital):
        yield noted("capitals")
        if neighbour and neighbour.text.isupper() and view.words[0].text.isupper() and not view.is_abbreviation:
            yield new_clue(("cuts_upper_run", 1.0, neighbour.text))
        elif neighbour and is_other_year(neighbour):
            return
        elif neighbour and _is_name_part(neighbour):
            yield new_clue(("cuts_capitals", 1.0, neighbour.text))
        elif neighbour and (not neighbour.is_capital or ends_as_modifier(neighbour)):
            cut: ClueName = "cuts_capital_run_at_and" if neighbour.folded in _LISTING else "cuts_capital_run"
            yield new_clue((cut if runs_on(view) else "capitals_begin", 1.0, neighbour.text))
    elif capital[0]:
        yield noted("capital_then_lower")
    elif any(capital):
        yield noted("lower_then_capital")
    else:
        yield noted("lower")


def is_other_year(word: SeenWord) -> bool:
    """Return whether a word is a year that the Chinese lacks: the 2017 | Cybersecurity Law (网络安全法)."""
    return len(word.text) == _YEAR and word.text.isdigit() and not word.bits


def _is_name_part(word: SeenWord) -> bool:
    return word.is_capital and not ends_as_modifier(word) and not word.is_function


def runs_on(view: EnglishView) -> bool:
    """Return whether a capitalised name continues to the left over small words: Administration of | China."""
    small_words = WordClass.INSIDE_NAME.words
    if not (view.words[0].is_capital and view.neighbour and view.neighbour.folded in small_words):
        return False
    place = view.span.start
    for word in view.before():
        if not PLAIN_GAP.fullmatch(view.flat[word.end : place]):
            return False
        if word.folded not in small_words:
            is_title = is_job_title(word.folded) or word.folded in WordClass.MODIFIER.words
            is_small = word.is_function or _has_sentence_case(view, word)
            return word.text[0].isupper() and not is_title and not is_small
        place = word.start
    return False


def _has_sentence_case(view: EnglishView, word: SeenWord) -> bool:
    """Return whether a word is capitalised only because it begins a sentence.

    Examples: Cables of the | Digital Silk Road; Public light buses | (小巴).
    """
    if not begins_sentence(view.flat, word.start) or (len(word.text) > 1 and word.text.isupper()):
        return False
    if word.start == view.span.start and len(view.content) > 1:
        return not any(other.is_capital for other in view.content if other is not word)
    follows = _inner_word_next().match(view.flat, word.end)
    return follows is not None and not word.bits


def begins_sentence(flat: str, start: int) -> bool:
    """Return whether a sentence or line begins at an offset."""
    before = flat[start - 3 if start > 3 else 0 : start].rstrip(" ")
    return not before or before[-1] in "\n.!?。！？"


def is_job_title(folded: str) -> bool:
    """Return whether a word in lower case is a job title, or its plural."""
    titles = WordClass.JOB_TITLE.words
    return folded in titles or folded.removesuffix("s") in titles


def ends_as_modifier(word: SeenWord) -> bool:
    """Nanjing-based Institute: where a body is or who runs it is seldom in its Chinese name."""
    return word.text.endswith(WordClass.MODIFIER_ENDING.affixes)
