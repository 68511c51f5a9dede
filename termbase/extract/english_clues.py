"""Clues for and against an English span being the translation of a Chinese string in running text.

Start from `observe`. Each clue is one small function over an `EnglishView` of the span in its text; what clues
weigh is learned (see weights.py). The aim is the shortest span whose words the Chinese renders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from termbase.extract.clue_names import ClueName, known
from termbase.extract.english_case import begins_sentence, capitals, ends_as_modifier, is_job_title, runs_on
from termbase.extract.english_length import length
from termbase.extract.english_names import NAME_CLUES, is_name, possessor
from termbase.extract.english_view import (
    AND,
    ARTICLE,
    NO_WORD_FOR_WORD,
    OR,
    PLAIN_GAP,
    PREPOSITION,
    VERB,
    EnglishView,
    SeenWord,
)
from termbase.extract.marks import EMPHASIS, OPEN_QUOTES
from termbase.extract.model import Clue, new_clue, noted
from termbase.renderings.cedict import is_gloss
from termbase.text.latin_words import fold, is_abbreviation
from termbase.text.script import simplify
from termbase.text.word_classes import (
    WordClass,
    function_words,
)
from termbase.text.words import part_of_speech, words


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
    yield noted("covered", min(1.0, view.covered.bit_count() / max(1, view.han_count)))
    is_rendered = view.covered >> (len(view.chinese) - 1) & 1
    yield noted("last_rendered" if is_rendered else "last_unrendered", 1.0, view.chinese[-1])


def _listed(view: EnglishView) -> Iterator[Clue]:
    every = (1 << len(view.chinese)) - 1
    if view.content and view.covered != every:
        return
    if all(word.bits == every for word in view.content) and is_gloss(view.text, view.chinese):
        yield noted("dictionary_gloss")


def _first_word(view: EnglishView) -> Iterator[Clue]:
    first = view.words[0]
    folded = first.folded
    if folded in WordClass.ARTICLE.words and not is_name(first.text, view.chinese):
        yield Clue("begins_with_article_of_title" if _is_inside_sentence(view, first) else "begins_with_article")
    elif folded in WordClass.DETERMINER.words:
        yield noted("begins_with_determiner")
    elif first.is_function and first.is_capital and _is_title(view):
        yield new_clue(("begins_as_title", 1.0, first.text))
    elif first.is_function:
        yield new_clue(("begins_with_function_word", 1.0, first.text))
    elif not first.bits or view.is_longer_than_reading:
        yield new_clue(("first_unrendered" if first.is_capital else "first_unrendered_lower", 1.0, first.text))
        if len(view.content) > 1 and not view.covered & 1 and all(word.bits for word in view.content[1:]):
            yield new_clue(("first_for_uncovered", 1.0, first.text))
        is_given_name = first.is_capital and view.may_be_person and not is_job_title(folded)
        if 2 * view.covered.bit_count() > view.han_count and len(view.content) > 1 and not is_given_name:
            name: ClueName = "first_superfluous" if first.is_capital else "first_superfluous_lower"
            yield new_clue((name, view.covered.bit_count() / view.han_count, first.text))
        if folded.endswith("ly") and len(view.words) > 1 and not first.is_capital:
            yield new_clue(("begins_with_adverb", 1.0, first.text))
        if first.text.endswith(("'s", "’s")):
            yield new_clue(("begins_with_possessive", 1.0, first.text))
        elif folded in WordClass.MODIFIER.words or ends_as_modifier(first):
            yield new_clue(("begins_with_modifier", 1.0, first.text))
        if first.text[0].isdigit():
            is_year = len(first.text) == 4 and first.text.isdigit()
            yield new_clue(("begins_with_year" if is_year else "begins_with_number", 1.0, first.text))
    elif not view.is_reading:
        yield new_clue(("first_rendered", 1.0, first.text))
        if _adds_nothing(view, first):
            yield new_clue(("first_adds_nothing", 1.0, first.text))
    if first.text.endswith(("'s", "’s")) and is_abbreviation(first.text.removesuffix("'s").removesuffix("’s")):
        yield new_clue(("begins_with_possessive_abbreviation", 1.0, first.text))
    if not first.is_capital and folded.endswith("ing") and len(folded) > _SHORTEST_GERUND:
        yield new_clue(("gerund_for_verb" if _is_verbal(view.chinese) else "begins_with_gerund", 1.0, first.text))
    if not first.is_capital and _is_participle(folded) and _has_preposition_next(view):
        yield new_clue(("begins_with_participle", 1.0, first.text))
    if view.may_be_person and not first.bits and len(view.words) > 1 and is_job_title(folded):
        yield new_clue(("begins_with_job_title", 1.0, first.text))


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


def _adds_nothing(view: EnglishView, first: SeenWord) -> bool:
    """Return whether the other words render all that the first word renders: then a shorter span is better."""
    rest = 0
    for word in view.content:
        if word is not first:
            rest |= word.bits
    return rest != 0 and not first.bits & ~rest


def _is_inside_sentence(view: EnglishView, first: SeenWord) -> bool:
    """Return whether a capital is within a sentence, as in `the novel The Stolen Bicycle`: the article is kept."""
    return first.is_capital and view.neighbour is not None


def _left_neighbour(view: EnglishView) -> Iterator[Clue]:
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
    elif not runs_on(view):
        side = "capital" if view.words[0].is_capital else "lower"
        if name := known(f"{side}_{_class_of(view.neighbour)}"):
            yield new_clue((name, 1.0, view.neighbour.text))


_OPENING = OPEN_QUOTES + EMPHASIS
_SHORTEST_GERUND = 5

_PRONOUNS = frozenset("i you he she it we they who".split())
_CLASS_OF_NEIGHBOUR = (
    ("after_article", WordClass.ARTICLE), ("after_naming_word", WordClass.NAMING_WORD),
    ("after_determiner", WordClass.DETERMINER), ("after_preposition", WordClass.PREPOSITION),
    ("after_conjunction", WordClass.CONJUNCTION), ("after_verb", WordClass.VERB),
    ("after_job_title", WordClass.JOB_TITLE),
)  # fmt: skip


def _class_of(word: SeenWord) -> str:
    """Return the class of the word before a span; an owner that it names is a part: People's Daily."""
    name = _word_class(word.text)
    return "after_capital_word" if name == "after_possessive" and word.is_capital and word.bits else name


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
    if word.endswith(("'s", "’s")):
        return "after_possessive"
    return "after_capital_word" if is_capital else "after_lower_word"


def _reading(view: EnglishView) -> Iterator[Clue]:
    if view.cuts_reading:
        yield noted("cuts_reading")


def _missed(view: EnglishView) -> Iterator[Clue]:
    """Yield a clue if a word before the span renders Chinese characters that the span does not render."""
    if view.neighbour is None:
        return
    place = view.span.start
    for word in islice(view.before(), 4):
        gap = view.flat[word.end : place]
        if gap != " " and not PLAIN_GAP.fullmatch(gap):
            return
        place = word.start
        if word.folded in function_words():
            continue
        bits = word.bits
        if bits & ~view.covered:
            yield new_clue(("misses_rendering_word", 1.0, word.text))
        return


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
    if not view.signs & NO_WORD_FOR_WORD:
        yield noted("word_for_word")
    if view.inner_signs & AND and _AND.isdisjoint(view.chinese):
        yield noted("holds_and")
    if view.inner_signs & ARTICLE:
        yield noted("holds_article")
    if view.inner_signs & PREPOSITION:
        yield noted("holds_preposition")


_MEANING = (_rendering, _listed, capitals, length, _number, *NAME_CLUES)
_EDGE = (_first_word, _left_neighbour, _missed, possessor, _reading, _shape)
_ALL = _MEANING + _EDGE
