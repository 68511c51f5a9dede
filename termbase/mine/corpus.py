"""The segment pairs that are mined, cut into numbered words. Corpora of several files can be merged."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from termbase.mine.tokens import Token, chinese_tokens, english_tokens

Span = tuple[int, int]
"""The number of the first word of a stretch of a text, and that of the word after the last."""

Words = Sequence[str]
"""The keys of words by their numbers."""


class Segment(NamedTuple):
    """A Chinese text and its English translation, with the file and the line (from 1) of the Chinese."""

    zh: str
    en: str
    file: str = ""
    line: int = 1
    column: int = 1


class CutText(NamedTuple):
    """The words of a text by their numbers, with their places in it (code points, end-exclusive).

    `follows` is 1 for a word if a term may continue into it from the word before it, otherwise 0.
    """

    words: array[int]
    starts: array[int]
    ends: array[int]
    follows: bytes

    def key(self, first: int, last: int) -> bytes:
        """Return what identifies a stretch of words in all texts of a corpus."""
        return self.words[first:last].tobytes()


Spans = Callable[[CutText, Words], Iterator[Span]]
"""A function that finds the stretches of a text that may be terms."""


class Vocabulary:
    """Numbers words in the order of their first use."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, word: str) -> int:
        """Return the number of a word; a new word gets the next one."""
        number = self._numbers.setdefault(word, len(self.words))
        if number == len(self.words):
            self.words.append(word)
        return number


class Side:
    """One side of a corpus: its texts and its vocabulary."""

    def __init__(self, vocabulary: Vocabulary | None = None) -> None:
        self.vocabulary = vocabulary or Vocabulary()
        self.texts: list[CutText] = []

    def cut(self, tokens: Iterable[Token]) -> CutText:
        """Number the words of a text."""
        starts, ends, keys, follows = zip(*tokens, strict=True) if (tokens := list(tokens)) else ((), (), (), ())
        return CutText(
            array("i", map(self.vocabulary.number, keys)), array("i", starts), array("i", ends), bytes(follows)
        )

    def renumbered(self, text: CutText, numbers: Sequence[int]) -> CutText:
        """Return a text of another side, whose words have these `numbers` here."""
        return text._replace(words=array("i", [numbers[word] for word in text.words]))


class Corpus:
    """Segment pairs and their words. Of equal pairs only the first is kept."""

    def __init__(self, segments: Iterable[Segment] = ()) -> None:
        self.segments: list[Segment] = []
        self.english, self.chinese = Side(), Side()
        self._seen: set[int] = set()
        for segment in segments:
            if self._is_new(segment):
                self.segments.append(segment)
                self.english.texts.append(self.english.cut(english_tokens(segment.en)))
                self.chinese.texts.append(self.chinese.cut(chinese_tokens(segment.zh)))

    def _is_new(self, segment: Segment) -> bool:
        """Return whether an equal pair has not been seen yet, and remember this one."""
        known = len(self._seen)
        self._seen.add(hash(segment[:2]))
        return len(self._seen) > known

    def merge(self, other: Corpus) -> None:
        """Add the segment pairs of another corpus."""
        new = [number for number, segment in enumerate(other.segments) if self._is_new(segment)]
        self.segments += [other.segments[number] for number in new]
        for side, added in ((self.english, other.english), (self.chinese, other.chinese)):
            numbers = [side.vocabulary.number(word) for word in added.vocabulary.words]
            side.texts += [side.renumbered(added.texts[number], numbers) for number in new]
