"""Reads a file into a Document: reads its bytes, decodes them, and cuts the text into blocks by file format."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from termbase.document import bilingual, docx, epub, html, markdown, odt, pdf, plain, subtitles
from termbase.document.find import STANDARD_INPUT, find_files
from termbase.document.model import Block, Document
from termbase.errors import TermbaseError, os_error
from termbase.files.encoding import decode

_BLOCKS: dict[str, Callable[[str], Iterator[Block]]] = {
    ".txt": plain.blocks,
    ".text": plain.blocks,
    ".md": markdown.blocks,
    ".markdown": markdown.blocks,
    ".html": html.blocks,
    ".htm": html.blocks,
    ".xhtml": html.blocks,
    ".srt": subtitles.blocks,
    ".vtt": subtitles.blocks,
    ".tmx": bilingual.xml_blocks,
    ".xliff": bilingual.xml_blocks,
    ".xlf": bilingual.xml_blocks,
    ".ts": bilingual.xml_blocks,
    ".po": bilingual.po_blocks,
}
"""Text formats: the text of the document is the decoded file."""

_DECLARING = (html.blocks, bilingual.xml_blocks)
"""Formats in which a file may declare its encoding."""

_PACKED: dict[str, Callable[[bytes, str], Document]] = {
    ".docx": docx.read,
    ".epub": epub.read,
    ".odt": odt.read,
    ".pdf": pdf.read,
}
"""Packed formats: the text has to be extracted from the file."""

SUFFIXES = frozenset((*_BLOCKS, *_PACKED))


def read_documents(sources: Iterable[str]) -> Iterator[Document]:
    """Yield the documents that `sources` (files, folders, glob patterns, `-`) name, each read when it is needed.

    Raises TermbaseError as `find_files` and `read_document` do.
    """
    for file in find_files(sources, SUFFIXES):
        yield read_document(file)


def read_document(file: str) -> Document:
    """Return the document in a file; `-` means standard input, which is read as plain text.

    Raises TermbaseError if the format is not supported or the file cannot be read or decoded.
    """
    suffix = ".txt" if file == STANDARD_INPUT else Path(file).suffix.lower()
    if suffix not in SUFFIXES:
        kinds = ", ".join(sorted(SUFFIXES))
        raise TermbaseError("has an unsupported file format", file=file, hint=f"supported: {kinds}")
    data = _read_bytes(file)
    if suffix in _PACKED:
        return _PACKED[suffix](data, file)
    declared = html.declared_encoding(data) if _BLOCKS[suffix] in _DECLARING else ""
    text, encoding = decode(data, file, declared)
    return Document(file, text, encoding, tuple(_BLOCKS[suffix](text)))


def _read_bytes(file: str) -> bytes:
    try:
        return _standard_input() if file == STANDARD_INPUT else Path(file).read_bytes()
    except OSError as error:
        raise os_error(error, file, "read") from error


@cache
def _standard_input() -> bytes:
    """Return standard input, cached because it can be read only once and a job may need the document twice."""
    return sys.stdin.buffer.read()
