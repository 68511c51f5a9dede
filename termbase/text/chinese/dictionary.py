"""Finds the words of jieba's Chinese dictionary in a text, and how common each word is.

jieba itself takes half a second and 100 MB to load. This module compiles its dictionary once into automata, keeps
them in the user's cache folder and loads them from there in a few milliseconds. Words are in simplified characters.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
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

_LENGTHS = (1, 2, 3, LONGEST_WORD)
"""Automata: for words of one character, of two, of three, and of more. Making a single one takes 200 MB."""


class _WordTable(NamedTuple):
    """Some words of the dictionary, and their frequencies in the texts that jieba was trained on."""

    automaton: DoubleArrayAhoCorasick
    frequencies: array[int]


DictionaryWord = tuple[int, int, int]
"""Start and end of a dictionary word in a text (code points, end-exclusive), and the frequency of the word."""


def words_in(text: str) -> list[DictionaryWord]:
    """Return every word of the dictionary in a text, including words that overlap or lie inside other words."""
    encoded = _encoded(text)
    return [
        (start >> 1, end >> 1, part.frequencies[number])
        for part in _dictionary()[: len(text)]
        for start, end, number in part.automaton.find_overlapping(encoded)
        if not start & 1
    ]


def words_by_start(text: str) -> list[list[DictionaryWord]]:
    """Return the words of the dictionary that begin at each offset of a text, shorter ones first."""
    found: list[list[DictionaryWord]] = [[] for _ in text]
    for word in words_in(text):
        found[word[0]].append(word)
    return found


def has_word_across(text: str, places: tuple[int, int]) -> bool:
    """Return whether a dictionary word extends across one of two offsets, given in ascending order."""
    first = max(0, places[0] - LONGEST_WORD + 1)
    left, right = 2 * (places[0] - first), 2 * (places[1] - first)
    encoded = _encoded(text[first : places[1] + LONGEST_WORD - 1])
    for longest, part in zip(_LENGTHS[1:], _dictionary()[1:], strict=True):
        reach = 2 * (longest - 1)
        begin = max(0, left - reach)
        here, there = left - begin, right - begin
        around = encoded[begin : right + reach]
        for start, end, _ in part.automaton.find_overlapping_no_suffix(around):  # with one end only the longest
            if (start < here < end or start < there < end) and not start & 1:
                return True
    return False


@lru_cache(maxsize=1 << 14)
def frequency(word: str) -> int:
    """Return the frequency of a word in the texts that jieba was trained on, or 0 if it is not in the dictionary.

    Entries with a low frequency are often not words.
    """
    size, encoded = len(word), _encoded(word)
    part = _dictionary()[min(size, len(_LENGTHS)) - 1]
    found = part.automaton.find_overlapping(encoded) if size else ()
    return max([part.frequencies[number] for start, end, number in found if end - start == 2 * size], default=0)


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
    return sum(sum(part.frequencies) for part in _dictionary())


@cache
def _dictionary() -> Sequence[_WordTable]:
    place = place_of(_source(), ".words")
    if place is None:
        return _read(BytesIO(b"".join(_compiled())))
    with suppress(OSError, ValueError):
        return _from_cache(place)
    with suppress(OSError, ValueError):
        folder.write(place, _write)
        return _from_cache(place)
    return _read(BytesIO(b"".join(_compiled())))


def _from_cache(file: Path) -> Sequence[_WordTable]:
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
    """Yield the automata as bytes: number of words, size of the automaton, frequencies, automaton."""
    from daachorse import DoubleArrayAhoCorasick

    parts: list[tuple[list[bytes], array[int]]] = [([], array("I")) for _ in _LENGTHS]
    for word, times, _ in rows():
        if _WORD.fullmatch(word):
            words, frequencies = parts[min(len(word), len(_LENGTHS)) - 1]
            words.append(_encoded(word))
            frequencies.append(int(times))
    while parts:
        words, frequencies = parts.pop(0)
        automaton = bytes(DoubleArrayAhoCorasick(words).serialize())
        yield array("I", [len(words), len(automaton)]).tobytes() + frequencies.tobytes() + automaton


def _read(compiled: BinaryIO) -> Sequence[_WordTable]:
    """Raise ValueError if the bytes do not have the form that `_compiled` gives them."""
    last = compiled.seek(0, SEEK_END)
    compiled.seek(0)
    return [_read_part(compiled, last) for _ in _LENGTHS]


def _read_part(compiled: BinaryIO, last: int) -> _WordTable:
    from daachorse import DoubleArrayAhoCorasick

    frequencies = array("I")
    head = array("I", compiled.read(2 * frequencies.itemsize))
    if len(head) < 2 or compiled.tell() + (size := head[0] * frequencies.itemsize) + head[1] > last:
        raise ValueError
    frequencies.frombytes(compiled.read(size))
    return _WordTable(DoubleArrayAhoCorasick.deserialize(compiled.read(head[1])), frequencies)
