"""jieba's dictionary of Chinese words as one automaton: which words stand in a text, and how common each is.

jieba itself takes half a second and 100 MB to begin with; what is made of its dictionary here, once, is kept in the
user's cache and read in some milliseconds. Words are in simplified characters.
"""

from __future__ import annotations

import re
import sys
import zlib
from array import array
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from termbase import cache_folder

if TYPE_CHECKING:
    from daachorse import CharwiseDoubleArrayAhoCorasick

_WORD = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+")
"""What jieba takes for words; others (阿·托尔斯泰) are in its dictionary in vain."""


_LONGEST = 16
"""Characters of the longest word (外交部驻香港特别行政区特派员公署)."""


class _Dictionary(NamedTuple):
    automaton: CharwiseDoubleArrayAhoCorasick
    frequencies: array[int]


Word = tuple[int, int, int]
"""Where a word of the dictionary starts and ends in a text (code points), and how often other texts have it."""


def words_in(text: str) -> list[Word]:
    """Every word of the dictionary that stands in a text, inside or across others too, by its end."""
    automaton, frequencies = _dictionary()
    return [(start, end, frequencies[number]) for start, end, number in automaton.find_overlapping(text)]


def has_word_across(text: str, places: tuple[int, int]) -> bool:
    """Whether a word of the dictionary stands on both sides of one of two places, the first before the second."""
    first = max(0, places[0] - _LONGEST + 1)
    left, right = places[0] - first, places[1] - first
    # of the words that end together the longest is enough
    found = _dictionary().automaton.find_overlapping_no_suffix(text[first : places[1] + _LONGEST - 1])
    return any(start < left < end or start < right < end for start, end, _ in found)


def frequency(word: str) -> int:
    """How often the texts behind the dictionary have a word; 0 for what is none. Rare ones are often none."""
    return max((times for start, end, times in words_in(word) if end - start == len(word)), default=0)


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
    return sum(_dictionary().frequencies)


@cache
def _dictionary() -> _Dictionary:
    source = _source()
    state = source.stat()
    name = f"{zlib.crc32(f'1 {source} {state.st_size} {state.st_mtime_ns} {sys.byteorder}'.encode()):08x}.words"
    folder = cache_folder.own_folder()
    with suppress(OSError, ValueError):
        if folder and cache_folder.is_own(folder / name):
            with (folder / name).open("rb") as kept:
                return _read(kept)
    made = _made()
    if folder:
        with suppress(OSError):
            cache_folder.write(folder / name, lambda file: file.write_bytes(made))
    return _read(BytesIO(made))


def _source() -> Path:
    jieba = find_spec("jieba")
    return Path(str(jieba and jieba.origin)).with_name("dict.txt")


def _made() -> bytes:
    """The dictionary as it is kept: how many words, their frequencies, the automaton."""
    from daachorse import CharwiseDoubleArrayAhoCorasick

    words = {word: int(times) for word, times, _ in rows() if _WORD.fullmatch(word)}
    numbers = array("I", [len(words), *words.values()])
    return numbers.tobytes() + bytes(CharwiseDoubleArrayAhoCorasick(list(words)).serialize())


def _read(made: BinaryIO) -> _Dictionary:
    """In parts, since to copy all at once is slow. Raises ValueError where the bytes are not what `_made` makes."""
    from daachorse import CharwiseDoubleArrayAhoCorasick

    frequencies = array("I")
    last = made.seek(0, SEEK_END)
    made.seek(0)
    size = int.from_bytes(made.read(frequencies.itemsize), sys.byteorder) * frequencies.itemsize
    if size > last:
        raise ValueError
    frequencies.frombytes(made.read(size))
    return _Dictionary(CharwiseDoubleArrayAhoCorasick.deserialize(made.read()), frequencies)
