"""Finds the stretches of a segment that may be terms, by the words at their edges, and counts them.

There is no tagger: English stretches begin and end with content words; Chinese ones with words that jieba's
dictionary does not call particles, pronouns, prepositions or conjunctions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from termbase.mine.corpus import CutText, Span, Spans, Words
from termbase.renderings.cedict import has_meaning
from termbase.text.chinese.words import part_of_speech
from termbase.text.english.english_words import comparable
from termbase.text.script import has_han
from termbase.text.small_words import NAME_PREPOSITIONS
from termbase.text.word_classes import WordClass, function_words

_LONGEST = 5
"""The largest number of words of a candidate."""

_CHINESE_LONGEST = 12
"""The largest number of characters of a Chinese candidate."""

_MOST_SMALL = 2
_SMALL = NAME_PREPOSITIONS | {"the"}
"""Small words that an English candidate may have inside."""

_GRAMMATICAL = frozenset("p c u r y e o uj ul uz ug uv ud".split())
"""Parts of speech, in jieba's dictionary, of words that are not in terms: prepositions, conjunctions, particles."""

_DETERMINERS = frozenset("每该此某")
"""What begins a phrase that jieba's dictionary has as a word: 每页 is not a term for *page*."""

_LEAST_INSIDE = 3
_ALWAYS = 0.9
"""A candidate that is inside one longer candidate in this part of its segments is only a piece of that."""


def english_spans(text: CutText, words: Words) -> Iterator[Span]:
    """Yield the stretches that may be terms, as the number of the first word and that after the last word."""
    keys = [words[number] for number in text.words]
    for first, key in enumerate(keys):
        if _is_english_edge(key):
            yield from ((first, last) for last in _english_ends(keys, text.follows, first))


def _english_ends(keys: Sequence[str], follows: Sequence[int], first: int) -> Iterator[int]:
    small = 0
    for place in range(first, min(first + _LONGEST, len(keys))):
        if place > first and not follows[place]:
            return
        if _is_english_edge(keys[place]):
            yield place + 1
            continue
        small += 1
        if keys[place] not in _SMALL or small > _MOST_SMALL:
            return


@lru_cache(maxsize=1 << 16)
def _is_english_edge(key: str) -> bool:
    """Return whether a term may begin or end with a word, given its key."""
    return len(key) > 1 and not key[0].isdigit() and not is_english_stop(key)


def is_english_stop(key: str) -> bool:
    """Return whether an English word, given its key, has only a grammatical function."""
    return key in _english_stops()


@cache
def _english_stops() -> frozenset[str]:
    return frozenset(map(comparable, function_words() | WordClass.FURTHER_FUNCTION_WORD.words))


def chinese_spans(text: CutText, words: Words) -> Iterator[Span]:
    """Yield the stretches that may be terms, as the number of the first word and that after the last word."""
    keys = [words[number] for number in text.words]
    for first in range(len(keys)):
        yield from ((first, last) for last in _chinese_ends(keys, text.follows, first))


def _chinese_ends(keys: Sequence[str], follows: Sequence[int], first: int) -> Iterator[int]:
    length, has_chinese = 0, False
    for place in range(first, min(first + _LONGEST, len(keys))):
        key = keys[place]
        length += len(key)
        if (place > first and not follows[place]) or is_chinese_stop(key) or length > _CHINESE_LONGEST:
            return
        has_chinese = has_chinese or has_han(key)
        if has_chinese:
            yield place + 1


@lru_cache(maxsize=1 << 16)
def is_chinese_stop(key: str) -> bool:
    """Return whether a word of a Chinese text is a number or has only a grammatical function."""
    listed = WordClass.CHINESE_CUTTER if len(key) == 1 else WordClass.EXAMPLE_SIGN
    is_phrase = len(key) == len("每页") and key[0] in _DETERMINERS and not has_meaning(key)
    return key in listed.words or key.isdigit() or is_phrase or part_of_speech(key) in _GRAMMATICAL


class Candidates:
    """The candidates of one side of a corpus, with the number of segments that have them.

    A candidate is identified by the numbers of its words, as bytes.
    """

    def __init__(self, spans: Spans, words: Words) -> None:
        self._spans = spans
        self._words = words
        self.count: Counter[bytes] = Counter()
        self._inside: dict[bytes, Counter[bytes]] = defaultdict(Counter)

    def of(self, text: CutText) -> dict[Span, bytes]:
        """Return the candidates of a text by their spans."""
        return {span: text.key(*span) for span in self._spans(text, self._words)}

    def add(self, text: CutText) -> None:
        """Count the candidates of a text, each once, and those of them that are inside longer ones."""
        keys = self.of(text)
        self.count.update(set(keys.values()))
        nested = {
            (key, keys[longer])
            for (first, last), key in keys.items()
            for longer in ((first - 1, last), (first, last + 1), (first - 2, last), (first, last + 2))
            if longer in keys
        }
        for key, longer_key in nested:
            self._inside[key][longer_key] += 1

    def nested(self, key: bytes) -> float:
        """Return in what part of its segments a candidate is inside the same longer one, at most."""
        return max(self._inside[key].values(), default=0) / self.count[key] if key in self._inside else 0.0

    def is_independent(self, key: bytes) -> bool:
        """Return whether a candidate occurs in two segments, and not always inside the same longer one."""
        count = self.count[key]
        return count > 1 and (count < _LEAST_INSIDE or self.nested(key) < _ALWAYS)
