"""jieba's dictionary of Chinese words as one automaton: which words stand in a text, and how common each is.

jieba itself takes half a second and 100 MB to begin with; what is made of its dictionary here, once, is kept in the
user's cache and read in some milliseconds. Words are in simplified characters.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from termbase.cache import folder
from termbase.cache.place import place_of

if TYPE_CHECKING:
    from daachorse import DoubleArrayAhoCorasick

_WORD = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+")
"""What jieba takes for words; others (阿·托尔斯泰) are in its dictionary in vain."""

_RARE = re.compile("[\U00010000-\U0010ffff]")
_LONGEST = 16
"""Characters of the longest word (外交部驻香港特别行政区特派员公署)."""

_PARTS = 3
"""Words of one or two characters, of three and of more: to make one automaton of all takes 200 MB."""


class _WordTable(NamedTuple):
    """Some words of the dictionary, and how often other texts have them."""

    automaton: DoubleArrayAhoCorasick
    frequencies: array[int]


DictionaryWord = tuple[int, int, int]
"""Where a word of the dictionary starts and ends in a text (code points), and how often other texts have it."""


def words_in(text: str) -> list[DictionaryWord]:
    """Every word of the dictionary that stands in a text, inside or across others too."""
    encoded = _encoded(text)
    return [
        (start >> 1, end >> 1, part.frequencies[number])
        for part in _dictionary()
        for start, end, number in part.automaton.find_overlapping(encoded)
        if not start & 1
    ]


def has_word_across(text: str, places: tuple[int, int]) -> bool:
    """Whether a word of the dictionary stands on both sides of one of two places, the first before the second."""
    first = max(0, places[0] - _LONGEST + 1)
    left, right = 2 * (places[0] - first), 2 * (places[1] - first)
    encoded = _encoded(text[first : places[1] + _LONGEST - 1])
    return any(
        (start < left < end or start < right < end) and not start & 1
        for part in _dictionary()  # of the words that end together the longest is enough
        for start, end, _ in part.automaton.find_overlapping_no_suffix(encoded)
    )


def frequency(word: str) -> int:
    """How often the texts behind the dictionary have a word; 0 for what is none. Rare ones are often none."""
    return max((times for start, end, times in words_in(word) if end - start == len(word)), default=0)


def _encoded(text: str) -> bytes:
    """Two bytes for each character; the rare ones that need four, of which no word is made, as one other.

    An automaton of bytes is made five times as fast as one of characters. What it finds between two characters
    begins at an odd place.
    """
    return _RARE.sub("\ufffd", text).encode("utf-16-le", "surrogatepass")


def may_be_in_word(char: str) -> bool:
    """Whether a character is one of those that words are made of."""
    return _WORD.match(char) is not None


def rows() -> Iterator[tuple[str, str, str]]:
    """Every word of the dictionary, how often other texts have it, and its class."""
    with _source().open(encoding="utf-8") as lines:
        for line in lines:
            word, times, part_of_speech = line.split()
            yield word, times, part_of_speech


@cache
def total() -> int:
    """How many words the texts behind the dictionary have."""
    return sum(sum(part.frequencies) for part in _dictionary())


@cache
def _dictionary() -> Sequence[_WordTable]:
    place = place_of(_source(), ".words")
    if place is None:
        return _read(BytesIO(b"".join(_made())))
    with suppress(OSError, ValueError):
        return _kept(place)
    with suppress(OSError, ValueError):
        folder.write(place, _write)
        return _kept(place)
    return _read(BytesIO(b"".join(_made())))


def _kept(file: Path) -> Sequence[_WordTable]:
    """Raises OSError or ValueError where the file is not there, not the user's own, or damaged."""
    if not folder.is_own(file):
        raise ValueError
    with file.open("rb") as made:
        return _read(made)


def _source() -> Path:
    jieba = find_spec("jieba")
    return Path(str(jieba and jieba.origin)).with_name("dict.txt")


def _write(file: Path) -> None:
    with file.open("wb") as out:
        out.writelines(_made())


def _made() -> Iterator[bytes]:
    """The dictionary as it is kept, of each part: how many words, the automaton's size, frequencies, automaton."""
    from daachorse import DoubleArrayAhoCorasick

    parts: list[tuple[list[bytes], array[int]]] = [([], array("I")) for _ in range(_PARTS)]
    for word, times, _ in rows():
        if _WORD.fullmatch(word):
            words, frequencies = parts[min(max(len(word), 2), 4) - 2]
            words.append(_encoded(word))
            frequencies.append(int(times))
    while parts:
        words, frequencies = parts.pop(0)
        automaton = bytes(DoubleArrayAhoCorasick(words).serialize())
        yield array("I", [len(words), len(automaton)]).tobytes() + frequencies.tobytes() + automaton


def _read(made: BinaryIO) -> Sequence[_WordTable]:
    """Raises ValueError where the bytes are not what `_made` makes."""
    last = made.seek(0, SEEK_END)
    made.seek(0)
    return [_read_part(made, last) for _ in range(_PARTS)]


def _read_part(made: BinaryIO, last: int) -> _WordTable:
    from daachorse import DoubleArrayAhoCorasick

    frequencies = array("I")
    head = array("I", made.read(2 * frequencies.itemsize))
    if len(head) < 2 or made.tell() + (size := head[0] * frequencies.itemsize) + head[1] > last:
        raise ValueError
    frequencies.frombytes(made.read(size))
    return _WordTable(DoubleArrayAhoCorasick.deserialize(made.read(head[1])), frequencies)
