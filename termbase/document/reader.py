"""A file as a Document: find its bytes, decode them, cut them into blocks by the file's kind."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from termbase.document import markdown, plain
from termbase.document.encoding import decode
from termbase.document.find import STANDARD_INPUT, find_files
from termbase.document.model import Block, Document
from termbase.errors import TermbaseError, os_error

_BLOCKS: dict[str, Callable[[str], Iterator[Block]]] = {
    ".txt": plain.blocks,
    ".text": plain.blocks,
    ".md": markdown.blocks,
    ".markdown": markdown.blocks,
}
SUFFIXES = frozenset(_BLOCKS)


def read_documents(sources: Iterable[str]) -> Iterator[Document]:
    """The documents that `sources` (files, folders, globs, `-`) name, one after the other."""
    for file in find_files(sources, SUFFIXES):
        yield read_document(file)


def read_document(file: str) -> Document:
    """One document; `-` is standard input, read as plain text. Raises TermbaseError where it cannot be read."""
    suffix = ".txt" if file == STANDARD_INPUT else Path(file).suffix.lower()
    if suffix not in _BLOCKS:
        kinds = ", ".join(sorted(SUFFIXES))
        raise TermbaseError("is of no known kind", file=file, hint=f"known are {kinds}")
    text, encoding = decode(_read_bytes(file), file)
    return Document(file, text, encoding, tuple(_BLOCKS[suffix](text)))


def _read_bytes(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
    except OSError as error:
        raise os_error(error, file, "read") from error
