"""Tells what a text or one of its sentences is about, by the words of each subject (`subject_words.tsv`)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain, islice

from termbase.files.data_table import data_rows
from termbase.text.script import count_han
from termbase.text.sentence_around import sentence_around

_REACH = 120
"""How many characters on each side of a word are searched for the words of a subject."""

_SEVERAL_WORDS = 2
_MANY_WORDS = 5
_MOST_IN_A_WORD = 2
"""How many words of a subject one form may have inside: 函数参数."""
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


def is_sentence_about(subject: str, simplified: str, start: int, end: int) -> bool:
    """Return whether the sentence around a span has a word of a subject that is not inside the span.

    指针 is a word of programs, but it is a hand of a clock too and shows nothing by itself.
    """
    first, last = sentence_around(simplified, start, start, _REACH)
    places = _places(subject, simplified[first:last])
    return any(place < start - first or place_end > end - first for place, place_end in places)


@lru_cache(maxsize=4)
def names_subject(subject: str, simplified: str) -> bool:
    """Return whether a text has words of a subject at several places."""
    return sum(1 for _ in islice(_words_of(subject).finditer(simplified), _SEVERAL_WORDS)) == _SEVERAL_WORDS


@lru_cache(maxsize=4)
def _is_text_about(subject: str, simplified: str) -> bool:
    return is_many(count_words(subject, simplified), count_han(simplified))


def count_words(subject: str, simplified: str) -> int:
    """Return how many words of a subject a text has."""
    return sum(1 for _ in _words_of(subject).finditer(simplified))


def is_many(words: int, han: int) -> bool:
    """Return whether a text of so many Chinese characters is about the subject of which it has so many words."""
    return words > _MANY_WORDS and words * _WORDS_EACH > han


def _sentence(text: str, place: int) -> str:
    start, end = sentence_around(text, place, place, _REACH)
    return text[start:end]


@lru_cache(maxsize=256)
def _places(subject: str, sentence: str) -> tuple[tuple[int, int], ...]:
    """Return where a sentence has its first words of a subject; more are not inside of one span."""
    return tuple(found.span() for found in islice(_words_of(subject).finditer(sentence), _MOST_IN_A_WORD + 1))


@cache
def _words_of(subject: str) -> re.Pattern[str]:
    """Match the words that show a subject (`subject_words.tsv`)."""
    rows = (words.split() for name, words in data_rows("subject_words.tsv") if name == subject)
    return re.compile("|".join(chain.from_iterable(rows)))
