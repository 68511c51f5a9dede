"""Turns what is known of a linked pair into numbers, and these into the probabilities that it is right, and a term.

`bench/mine.py` learns the weights in `mine_weights.tsv` from books with a list of their terms: by one column from
the pairs whose English is in the list (is the Chinese right?), by the other from all pairs (is it in the list?).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from termbase.files.data_table import data_rows
from termbase.renderings.parts import content_words, rendered_parts
from termbase.renderings.word_uses import uses
from termbase.text.chinese.dictionary import total
from termbase.text.chinese.words import frequency, part_of_speech, words
from termbase.text.latin_words import words_in
from termbase.text.script import simplify

_CHARACTERS_A_WORD = 1.9
"""The usual number of Chinese characters for an English content word."""

_MANY_CHARACTERS = 6

_SPECIAL, _USUALLY_SPECIAL = 0.25, 2.0
"""What is added to the log-odds of a term for a word that is special, beside what is learned.

The lists of terms that the weights are learned from, texts of programs, have more general words (world, hour) than
the lists that terminologists make.
"""


class WordUse(NamedTuple):
    """How the corpus uses a word, as parts of its places (0 to 1)."""

    like_verb: float
    """After *to*, an auxiliary verb or a pronoun, or before an article."""
    before_word: float
    """Before another content word, as an adjective."""
    after_article: float


class Support(NamedTuple):
    """How a corpus supports a pair: the segment pairs that link it, and those that have each side at all.

    `best_of_english` is the number of segment pairs that link the English to the Chinese with which it is linked
    most often, and `best_of_chinese` the same for the Chinese.

    `english` and `chinese` are the parts of the sides that the links explain, on average; `nested_english` and
    `nested_chinese` the part of the segments in which a side is inside the same longer candidate (all from 0 to 1).
    `chinese_share` is the number of segments with the Chinese for each word of the corpus. `first` and `last` are
    the content words at the edges of the English.
    """

    linked: int
    with_english: int
    with_chinese: int
    best_of_english: int
    best_of_chinese: int
    english: float
    chinese: float
    nested_english: float
    nested_chinese: float
    chinese_share: float
    first: WordUse
    last: WordUse


class Chances(NamedTuple):
    """The probabilities that a pair is a right translation, and that its sides are terms."""

    right: float
    term: float


def chances(zh: str, en: str, support: Support) -> Chances:
    """Return the probabilities for a pair."""
    found = features(zh, en, support)
    right, term = _weights()
    special = (
        found["Chinese is special"] - _USUALLY_SPECIAL if found["Chinese is a word of the dictionary"] else 0.0
    )
    return Chances(_probability(found, right), _probability(found, term, _SPECIAL * special))


def features(zh: str, en: str, support: Support) -> dict[str, float]:
    """Return what the weights are for, by name."""
    return (
        {"always": 1.0}
        | _of_support(support)
        | _of_uses(en, support)
        | _of_dictionary(zh, en)
        | _of_form(zh, en)
        | _of_frequency(zh, support)
    )


def _of_support(support: Support) -> dict[str, float]:
    english, chinese = support.linked / support.with_english, support.linked / support.with_chinese
    return {
        "count": math.log(support.linked),
        "once": support.linked == 1,
        "twice": support.linked == 2,
        "share of English": english,
        "share of Chinese": chinese,
        "share of English, logarithm": math.log(english),
        "share of Chinese, logarithm": math.log(chinese),
        "English explained": support.english,
        "Chinese explained": support.chinese,
        "less explained": min(support.english, support.chinese),
        "second for English": 1 - support.linked / support.best_of_english,
        "second for Chinese": 1 - support.linked / support.best_of_chinese,
        "second for both": support.linked < min(support.best_of_english, support.best_of_chinese),
        "English nested": support.nested_english,
        "Chinese nested": support.nested_chinese,
    }


def _of_uses(en: str, support: Support) -> dict[str, float]:
    content = content_words(en)
    known, is_single = uses(content[-1]), len(content) == 1
    verb = math.log((known.verb + 1) / (known.last + 1))
    adjective = math.log((known.other + 1) / (known.last + 1))
    return {
        "English begins like a verb": support.first.like_verb,
        "English ends like an adjective": support.last.before_word,
        "English ends after an article": support.last.after_article,
        "last word is a verb": verb,
        "last word is an adjective": adjective,
        "one word, a verb": verb if is_single else 0.0,
        "one word, an adjective": adjective if is_single else 0.0,
        "one word, like a verb": support.first.like_verb if is_single else 0.0,
        "one word, like an adjective": support.last.before_word if is_single else 0.0,
    }


def _of_dictionary(zh: str, en: str) -> dict[str, float]:
    english, chinese = rendered_parts(zh, en)
    return {
        "dictionary has English": english,
        "dictionary has Chinese": chinese,
        "dictionary has both": english == chinese == 1,
    }


def _of_form(zh: str, en: str) -> dict[str, float]:
    content = content_words(en)
    cut = [word for word in words(simplify(zh)) if not word.isspace()]
    length = sum(map(len, cut))
    last, is_single = content[-1].casefold(), len(content) == 1
    return {
        "English is one word": is_single,
        "English is two words": len(content) == 2,
        "English has a small word": len(content) < len(words_in(en, 0, len(en))),
        "English has a capital": en[0].isupper(),
        "English ends with -ly": last.endswith("ly"),
        "English ends with -ing": last.endswith("ing"),
        "English ends with -ed": last.endswith("ed"),
        "Chinese is two words": len(cut) == 2,
        "Chinese is three words": len(cut) > 2,
        "Chinese is one character": length == 1,
        "Chinese is long": length >= _MANY_CHARACTERS,
        "Chinese ends with a noun": part_of_speech(cut[-1])[:1] == "n",
        "Chinese ends with a verb": part_of_speech(cut[-1]) == "v",
        "Chinese ends with another word": part_of_speech(cut[-1])[:1] in tuple("adzfmqtb"),
        "Chinese begins with a verb": len(cut) > 1 and part_of_speech(cut[0]) == "v",
        "lengths differ": abs(math.log(length / (_CHARACTERS_A_WORD * len(content)))),
    }


def _of_frequency(zh: str, support: Support) -> dict[str, float]:
    """How much more frequent a Chinese word is than in general text, as a logarithm."""
    general = (frequency(zh) + 1) / total()
    is_word = frequency(zh) > 0
    return {
        "Chinese is a word of the dictionary": is_word,
        "Chinese is special": math.log(support.chinese_share / general) if is_word else 0.0,
        "Chinese is common": math.log(general) if is_word else 0.0,
    }


def _probability(found: Mapping[str, float], weights: Mapping[str, float], further: float = 0.0) -> float:
    return 1 / (1 + math.exp(-further - sum(weights[name] * value for name, value in found.items())))


@cache
def _weights() -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Return the weight of each feature (log-odds): for right pairs, and for terms."""
    rows = list(data_rows("mine_weights.tsv"))
    right, term = ({row[0]: float(row[column]) for row in rows} for column in (1, 2))
    return MappingProxyType(right), MappingProxyType(term)
