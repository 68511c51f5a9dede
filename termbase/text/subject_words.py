"""Tells what a text or one of its sentences is about, by the words of each subject (`subject_words.tsv`)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain, islice

from termbase.files.data_table import data_rows
from termbase.text.script import HAN
from termbase.text.sentence_around import sentence_around

_REACH = 120
"""How many characters on each side of a word are searched for the words of a subject."""

_SEVERAL_WORDS = 2
_MANY_WORDS = 5
_WORDS_EACH = 70
"""A text with more words of a subject, and one in so many characters, is about it.

News, laws and novels have 0 to 6 words of computing in 1000 characters, technical texts 12 to 40.
"""


def is_about(subject: str, simplified: str, start: int, end: int) -> bool:
    """Return whether the text is about a subject, or the sentence around a span has several words of it.

    The words of the span do not count. A single one may be there by chance: 網站 in a text on a network of people.
    """
    if _is_text_about(subject, simplified):
        return True
    sentence = _sentence(simplified, start).replace(simplified[start:end], "\n")
    return len({found[0] for found in _words_of(subject).finditer(sentence)}) >= _SEVERAL_WORDS


def is_sentence_about(subject: str, simplified: str, place: int) -> bool:
    """Return whether the sentence around an offset has a word of a subject."""
    return _has_word(subject, _sentence(simplified, place))


@lru_cache(maxsize=4)
def names_subject(subject: str, simplified: str) -> bool:
    """Return whether a text has words of a subject at several places."""
    return sum(1 for _ in islice(_words_of(subject).finditer(simplified), _SEVERAL_WORDS)) == _SEVERAL_WORDS


@lru_cache(maxsize=4)
def _is_text_about(subject: str, simplified: str) -> bool:
    words = sum(1 for _ in _words_of(subject).finditer(simplified))
    return words > _MANY_WORDS and words * _WORDS_EACH > sum(map(len, _han_runs().findall(simplified)))


def _sentence(text: str, place: int) -> str:
    start, end = sentence_around(text, place, place, _REACH)
    return text[start:end]


@lru_cache(maxsize=256)
def _has_word(subject: str, sentence: str) -> bool:
    return _words_of(subject).search(sentence) is not None


@cache
def _words_of(subject: str) -> re.Pattern[str]:
    """Match the words that show a subject (`subject_words.tsv`)."""
    rows = (words.split() for name, words in data_rows("subject_words.tsv") if name == subject)
    return re.compile("|".join(chain.from_iterable(rows)))


@cache
def _han_runs() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]+")
