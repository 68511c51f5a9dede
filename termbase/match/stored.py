"""The compiled terms of a termbase file, kept beside its index: finding terms begins without reading the termbase.

Start from `open_terms`. What is kept are numbers, bytes and JSON, and a sum that tells damage.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import reduce
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from termbase.cache import folder
from termbase.cache.place import place_of
from termbase.index.records import from_record, to_record
from termbase.match.lexicon import Compiled, SearchableTerms, compile_terms
from termbase.model import ConceptEntry, Termbase

_SUM = 4
"""Bytes that the sum takes at the beginning."""

_HEAD = _SUM + 8 * array("Q").itemsize
"""Bytes before the parts: the sum, and the lengths of the eight parts."""


class ReadTermbase(NamedTuple):
    """A termbase, and what is to be said of its file: lines, each with what it is about."""

    termbase: Termbase
    remarks: Sequence[str]


class Opened(NamedTuple):
    """The terms of a termbase file, and what is to be said of it, each time."""

    terms: SearchableTerms
    remarks: Sequence[str]


def open_terms(file: str, read: Callable[[], ReadTermbase]) -> Opened:
    """The terms of a termbase file, from the cache where they are there. `read` gives them where they are not.

    The concepts come without the history of their terms. Raises what `read` does.
    """
    path = Path(file).absolute()
    place = place_of(path, ".terms")
    with suppress(OSError, ValueError):
        if place is not None and folder.is_own(place):
            with place.open("rb") as kept:
                return _opened(kept)
    before, source = place_of(path, ".terms", is_read=True), read()
    made = _made(source)
    if before is not None and before == place_of(path, ".terms", is_read=True):  # it was not changed meanwhile
        with suppress(OSError):
            folder.write(before, lambda file: file.write_bytes(made))
            folder.remove_oldest(before.parent)
    return _opened(BytesIO(made))


class _Records:
    """Concepts kept as lines of JSON, each read when it is asked for first."""

    def __init__(self, lines: bytes) -> None:
        self._lines = lines.splitlines()
        self._read: dict[int, ConceptEntry] = {}

    def __getitem__(self, number: int) -> ConceptEntry:
        if number not in self._read:
            # Two threads at once are to get one object: concepts are compared by identity.
            self._read.setdefault(number, from_record(self._lines[number].decode()))
        return self._read[number]

    def __iter__(self) -> Iterator[ConceptEntry]:
        return map(self.__getitem__, range(len(self._lines)))


def _made(source: ReadTermbase) -> bytes:
    """What is kept of a termbase: its remarks, its concepts, and both lexicons in three parts each."""
    records = "\n".join(map(to_record, source.termbase.entries))
    parts = [json.dumps(source.remarks).encode(), records.encode()]
    for compiled in compile_terms(source.termbase.entries):
        parts += [compiled.automaton, compiled.firsts.tobytes(), compiled.terms.tobytes()]
    whole = array("Q", map(len, parts)).tobytes() + b"".join(parts)
    return zlib.crc32(whole).to_bytes(_SUM) + whole


def _opened(made: BinaryIO) -> Opened:
    """Raises ValueError where the bytes are not what `_made` makes."""
    kept, head = made.read(_SUM), made.read(_HEAD - _SUM)
    lengths = array("Q", head)
    if made.seek(0, SEEK_END) != _HEAD + sum(lengths):
        raise ValueError
    made.seek(_HEAD)
    remarks, records, *lexicons = parts = [made.read(length) for length in lengths]
    if int.from_bytes(kept) != reduce(lambda total, part: zlib.crc32(part, total), parts, zlib.crc32(head)):
        raise ValueError
    english, chinese = (
        Compiled(automaton, array("I", firsts), array("I", terms))
        for automaton, firsts, terms in (lexicons[:3], lexicons[3:])
    )
    return Opened(SearchableTerms.from_compiled(_Records(records), english, chinese), json.loads(remarks))
