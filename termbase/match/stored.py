"""Keeps the compiled terms of a termbase file in the cache folder, so that they are found without reading the file.

Start from `open_terms`. A cache file holds numbers, bytes and JSON, and a checksum (CRC-32) that detects damage.
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
"""Bytes of the checksum, with which the cache file begins."""

_HEAD = _SUM + 11 * array("Q").itemsize
"""Bytes before the parts: the checksum, and the lengths of the eleven parts."""


class ReadTermbase(NamedTuple):
    """A termbase, and the remarks on its file to show to the user, as lines of text."""

    termbase: Termbase
    remarks: Sequence[str]


class Opened(NamedTuple):
    """The terms of a termbase file, and the remarks on the file, which are shown whenever it is opened."""

    terms: SearchableTerms
    remarks: Sequence[str]


def open_terms(file: str, read: Callable[[], ReadTermbase], part: str = "") -> Opened:
    """Return the terms of a termbase file from the cache; if they are missing, call `read` and store them.

    `part` names what `read` returns of the file, if that is not everything.

    The concepts do not have the history of their terms. Raise the errors that `read` raises.
    """
    path = Path(file).absolute()
    ending = f"{zlib.crc32(part.encode()):08x}.terms" if part else ".terms"
    place = place_of(path, ending)
    with suppress(OSError, ValueError):
        if place is not None and folder.is_own(place):
            with place.open("rb") as stored:
                return _deserialized(stored)
    before, source = place_of(path, ending, is_read=True), read()
    data = _serialized(source)
    if before is not None and before == place_of(path, ending, is_read=True):  # it has not changed meanwhile
        with suppress(OSError):
            folder.write(before, lambda file: file.write_bytes(data))
    return _deserialized(BytesIO(data))


class _Records:
    """Concepts as lines of JSON; each is parsed when it is first needed."""

    def __init__(self, lines: bytes) -> None:
        self._lines = lines.splitlines()
        self._read: dict[int, ConceptEntry] = {}

    def __getitem__(self, number: int) -> ConceptEntry:
        if number not in self._read:
            # Two threads must get the same object, since concepts are compared by identity.
            self._read.setdefault(number, from_record(self._lines[number].decode()))
        return self._read[number]

    def __iter__(self) -> Iterator[ConceptEntry]:
        return map(self.__getitem__, range(len(self._lines)))


def _serialized(source: ReadTermbase) -> bytes:
    """Return the bytes to store: the remarks, the concepts, and the lexicons in three parts each."""
    records = "\n".join(map(to_record, source.termbase.entries))
    parts = [json.dumps(source.remarks).encode(), records.encode()]
    for compiled in compile_terms(source.termbase.entries):
        parts += [compiled.automaton, compiled.firsts.tobytes(), compiled.terms.tobytes()]
    whole = array("Q", map(len, parts)).tobytes() + b"".join(parts)
    return zlib.crc32(whole).to_bytes(_SUM) + whole


def _deserialized(stored: BinaryIO) -> Opened:
    """Raise ValueError if the bytes are damaged or were not written by `_serialized`."""
    checksum, head = stored.read(_SUM), stored.read(_HEAD - _SUM)
    lengths = array("Q", head)
    if stored.seek(0, SEEK_END) != _HEAD + sum(lengths):
        raise ValueError
    stored.seek(_HEAD)
    remarks, records, *lexicons = parts = [stored.read(length) for length in lengths]
    if int.from_bytes(checksum) != reduce(lambda total, part: zlib.crc32(part, total), parts, zlib.crc32(head)):
        raise ValueError
    compiled = (
        Compiled(automaton, array("I", firsts), array("I", terms))
        for automaton, firsts, terms in (lexicons[part : part + 3] for part in range(0, len(lexicons), 3))
    )
    return Opened(SearchableTerms.from_compiled(_Records(records), *compiled), json.loads(remarks))
