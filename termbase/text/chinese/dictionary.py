"""Finds the words of jieba's Chinese dictionary in a text, and how common each word is.

jieba itself takes half a second and 100 MB to load. This module compiles its dictionary once into an automaton,
keeps it in the user's cache folder and loads it from there in a few milliseconds. Words are in simplified
characters.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, lru_cache
from importlib.util import find_spec
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from termbase.cache import folder
from termbase.cache.place import place_of

if TYPE_CHECKING:
    from daachorse import DoubleArrayAhoCorasick

_WORD = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+")
"""What jieba itself finds in a text; its dictionary has other words (阿·托尔斯泰) that it never finds."""

_RARE = re.compile("[\U00010000-\U0010ffff]")
LONGEST_WORD = 16
"""Length of the longest word in characters (外交部驻香港特别行政区特派员公署)."""

_REACHES = (1, LONGEST_WORD - 1)
"""How far words across a place reach from it: most have two characters, and to look for these first is faster."""

_CLASS = 4
"""Letters of the longest name of a part of speech (nrfg)."""


class _WordTable(NamedTuple):
    """The words of the dictionary, their frequencies in the texts that jieba was trained on, and their classes.

    Each class takes `_CLASS` letters, the last of which may be blanks.
    """

    automaton: DoubleArrayAhoCorasick
    frequencies: array[int]
    classes: bytes


DictionaryWord = tuple[int, int, int]
"""Start and end of a dictionary word in a text (code points, end-exclusive), and the frequency of the word."""


def words_in(text: str) -> list[DictionaryWord]:
    """Return every word of the dictionary in a text, including words that overlap or lie inside other words."""
    automaton, frequencies, _ = _dictionary()
    found = automaton.find_overlapping(_encoded(text))
    return [(start >> 1, end >> 1, frequencies[number]) for start, end, number in found if not start & 1]


def words_by_start(text: str) -> list[list[DictionaryWord]]:
    """Return the words of the dictionary that begin at each offset of a text, shorter ones first."""
    found: list[list[DictionaryWord]] = [[] for _ in text]
    for word in words_in(text):
        found[word[0]].append(word)
    return found


def has_word_across(text: str, places: tuple[int, int]) -> bool:
    """Return whether a dictionary word extends across one of two offsets, given in ascending order."""
    automaton = _dictionary().automaton
    for reach in _REACHES:
        first = max(0, places[0] - reach)
        here, there = 2 * (places[0] - first), 2 * (places[1] - first)
        around = _encoded(text[first : places[1] + reach])
        longest = automaton.find_overlapping_no_suffix(around)  # of the words with the same end
        for start, end, _ in reversed(longest):
            if end <= here:
                break
            if (start < here or start < there < end) and not start & 1:
                return True
    return False


def frequency(word: str) -> int:
    """Return the frequency of a word in the texts that jieba was trained on, or 0 if it is not in the dictionary.

    Entries with a low frequency are often not words.
    """
    return entry(word)[0]


@lru_cache(maxsize=1 << 14)
def entry(word: str) -> tuple[int, str]:
    """Return the frequency of a word and its part of speech, (0, "") if it is not in the dictionary."""
    automaton, frequencies, classes = _dictionary()
    encoded = _encoded(word)
    for start, end, number in automaton.find_overlapping_no_suffix(encoded)[-1:]:
        if end - start == len(encoded):
            return frequencies[number], classes[_CLASS * number : _CLASS * (number + 1)].rstrip().decode()
    return 0, ""


def _encoded(text: str) -> bytes:
    """Encode a text in two bytes for each character.

    Characters that need four bytes occur in no word of the dictionary, so U+FFFD replaces them. An automaton of
    bytes is made five times as fast as one of characters. A match at an odd offset begins inside a character and
    must be ignored.
    """
    encoded = text.encode("utf-16-le", "surrogatepass")
    if len(encoded) == 2 * len(text):
        return encoded
    return _RARE.sub("\ufffd", text).encode("utf-16-le", "surrogatepass")


def may_be_in_word(char: str) -> bool:
    """Return whether a character can be part of a dictionary word."""
    return _WORD.match(char) is not None


def rows() -> Iterator[tuple[str, str, str]]:
    """Yield every word of the dictionary, its frequency and its part of speech, as the file has them."""
    with _source().open(encoding="utf-8") as lines:
        for line in lines:
            word, times, part_of_speech = line.split()
            yield word, times, part_of_speech


@cache
def total() -> int:
    """Return the sum of the frequencies of all words."""
    return sum(_dictionary().frequencies)


@cache
def _dictionary() -> _WordTable:
    place = place_of(_source(), ".words")
    if place is None:
        return _read(BytesIO(b"".join(_compiled())))
    with suppress(OSError, ValueError):
        return _from_cache(place)
    with suppress(OSError, ValueError):
        folder.write(place, _write)
        return _from_cache(place)
    return _read(BytesIO(b"".join(_compiled())))


def _from_cache(file: Path) -> _WordTable:
    """Raise OSError or ValueError if the file is missing, damaged, or does not belong to the user."""
    if not folder.is_own(file):
        raise ValueError
    with file.open("rb") as compiled:
        return _read(compiled)


def _source() -> Path:
    jieba = find_spec("jieba")
    return Path(str(jieba and jieba.origin)).with_name("dict.txt")


def _write(file: Path) -> None:
    with file.open("wb") as out:
        out.writelines(_compiled())


def _compiled() -> Iterator[bytes]:
    """Yield the dictionary as bytes: number of words, size of the automaton, frequencies, classes, automaton.

    To make it takes a second and 180 MB.
    """
    from daachorse import DoubleArrayAhoCorasick

    words: list[bytes] = []
    frequencies, classes = array("I"), bytearray()
    for word, times, part_of_speech in rows():
        if _WORD.fullmatch(word):
            words.append(_encoded(word))
            frequencies.append(int(times))
            classes += part_of_speech.ljust(_CLASS).encode()
    automaton = bytes(DoubleArrayAhoCorasick(words).serialize())
    yield array("I", [len(words), len(automaton)]).tobytes() + frequencies.tobytes() + classes
    yield automaton


def _read(compiled: BinaryIO) -> _WordTable:
    """Raise ValueError if the bytes do not have the form that `_compiled` gives them."""
    from daachorse import DoubleArrayAhoCorasick

    last = compiled.seek(0, SEEK_END)
    compiled.seek(0)
    frequencies = array("I")
    head = array("I", compiled.read(2 * frequencies.itemsize))
    if len(head) < 2 or compiled.tell() + head[0] * (frequencies.itemsize + _CLASS) + head[1] > last:
        raise ValueError
    frequencies.frombytes(compiled.read(head[0] * frequencies.itemsize))
    classes = compiled.read(head[0] * _CLASS)
    return _WordTable(DoubleArrayAhoCorasick.deserialize(compiled.read(head[1])), frequencies, classes)
