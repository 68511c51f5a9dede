"""Clues from what stands before an English span: the mark or word beside it, and words that the Chinese renders."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from termbase.extract.clue_names import known
from termbase.extract.english.english_case import begins_sentence, is_other_year, runs_on
from termbase.extract.english.english_view import PLAIN_GAP, EnglishView, SeenWord
from termbase.extract.marks import EMPHASIS, HAN_CHARACTER, OPEN_QUOTES
from termbase.extract.model import Clue, new_clue, noted
from termbase.text.latin_words import POSSESSIVE, fold
from termbase.text.word_classes import WordClass, function_words

_OPENING = OPEN_QUOTES + EMPHASIS

_PRONOUNS = frozenset("i you he she it we they who".split())
_CLASS_OF_NEIGHBOUR = (
    ("after_article", WordClass.ARTICLE), ("after_naming_word", WordClass.NAMING_WORD),
    ("after_determiner", WordClass.DETERMINER), ("after_preposition", WordClass.PREPOSITION),
    ("after_conjunction", WordClass.CONJUNCTION), ("after_verb", WordClass.VERB),
    ("after_job_title", WordClass.JOB_TITLE),
)  # fmt: skip


def left_neighbour(view: EnglishView) -> Iterator[Clue]:
    """Yield a clue about the mark or word that precedes the span."""
    gap = view.gap.rstrip(" ")
    if gap and gap[-1] in _OPENING:
        yield noted("after_opening_mark")
    elif view.neighbour is None:
        is_start = begins_sentence(view.flat, view.span.start)
        is_comma = gap.endswith((",", "，"))
        if is_comma:
            yield noted("cuts_list" if "," in view.text and " and " in view.text else "after_comma")
        elif is_start:
            yield noted("after_sentence_start")
        elif gap and HAN_CHARACTER.match(gap[-1]):
            yield noted("after_chinese")
    elif not runs_on(view) and not is_other_year(view.neighbour):
        side = "capital" if view.words[0].is_capital else "lower"
        if name := known(f"{side}_{_class_of(view.neighbour, view)}"):
            yield new_clue((name, 1.0, view.neighbour.text))


def _class_of(word: SeenWord, view: EnglishView) -> str:
    """Return the class of the word before a span; an owner that the Chinese renders is a part: People's Daily."""
    name = _word_class(word.text)
    is_part = name == "after_possessive" and word.is_capital and view.needs(word, view.covered)
    return "after_capital_word" if is_part else name


@lru_cache(maxsize=1 << 14)
def _word_class(word: str) -> str:
    folded, is_capital = fold(word), word[0].isupper() or word[0].isdigit()
    if folded in _PRONOUNS:
        return "after_pronoun"
    if word in ("The", "A", "An"):
        return "after_capital_article"
    for name, word_class in _CLASS_OF_NEIGHBOUR:
        if folded in word_class.words and not (folded == "of" and is_capital):
            return "after_of" if folded == "of" else "after_and" if folded == "and" else name
    if word.endswith(POSSESSIVE):
        return "after_possessive"
    if folded in WordClass.NATIONALITY.words:
        return "after_nationality"
    return "after_capital_word" if is_capital else "after_lower_word"


def missed(view: EnglishView) -> Iterator[Clue]:
    """Yield a clue if a word before the span renders Chinese characters that the span does not render."""
    word = _content_before(view)
    if word and word.bits & ~view.covered:
        yield new_clue(("misses_rendering_word", 1.0, word.text))


def _content_before(view: EnglishView) -> SeenWord | None:
    """Return the nearest word of four before a span that is no function word, if only blanks are between."""
    if view.neighbour is None or view.neighbour.folded not in function_words():  # as mostly
        return view.neighbour
    place = view.span.start
    for word in islice(view.before(), 4):
        gap = view.flat[word.end : place]
        if gap != " " and not PLAIN_GAP.fullmatch(gap):
            return None
        if word.folded not in function_words():
            return word
        place = word.start
    return None
