"""Reads a file into a Document: reads its bytes, decodes them, and cuts the text into blocks by file format."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from termbase.document import bilingual, docx, epub, html, markdown, mdx, odt, pdf, plain, subtitles
from termbase.document.damage import po_damage, xml_damage
from termbase.document.find import STANDARD_INPUT, find_files
from termbase.document.model import Block, Document
from termbase.document.note_marks import mask_note_marks
from termbase.document.note_numbers import mask_note_numbers
from termbase.errors import TermbaseError, os_error
from termbase.files.encoding import declared_encoding, decode
from termbase.text.offsets import with_line_feeds

_BLOCKS: dict[str, Callable[[str], Iterator[Block]]] = {
    ".txt": plain.blocks,
    ".text": plain.blocks,
    ".md": markdown.blocks,
    ".markdown": markdown.blocks,
    ".mdx": mdx.blocks,
    ".html": html.blocks,
    ".htm": html.blocks,
    ".xhtml": html.blocks,
    ".srt": subtitles.blocks,
    ".vtt": subtitles.blocks,
    ".tmx": bilingual.xml_prose,
    ".xliff": bilingual.xml_prose,
    ".xlf": bilingual.xml_prose,
    ".sdlxliff": bilingual.xml_prose,
    ".mqxliff": bilingual.xml_prose,
    ".mxliff": bilingual.xml_prose,
    ".txlf": bilingual.xml_prose,
    ".ts": bilingual.xml_prose,
    ".po": bilingual.po_prose,
}
"""Text formats: the text of the document is the decoded file."""

_DECLARING = (html.blocks, bilingual.xml_prose, bilingual.po_prose)
"""Formats in which a file may declare its encoding."""

_DAMAGE = {bilingual.xml_prose: xml_damage, bilingual.po_prose: po_damage}
"""Formats in which what is damaged is not read."""

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


def standard_input_of(files: Collection[str]) -> bytes | None:
    """What standard input holds if `-` is among the files, else None.

    It can be read only once, and not in a worker process: who reads documents twice or in workers keeps it.
    """
    return sys.stdin.buffer.read() if STANDARD_INPUT in files else None


def read_document(file: str, standard_input: bytes | None = None) -> Document:
    """One document. Raises TermbaseError if it cannot be read.

    `-` is standard input, read as plain text: `standard_input` if that is given (see `standard_input_of`).
    """
    suffix = ".txt" if file == STANDARD_INPUT else Path(file).suffix.lower()
    if suffix not in SUFFIXES:
        kinds = ", ".join(sorted(SUFFIXES))
        raise TermbaseError("has an unsupported file format", file=file, hint=f"supported: {kinds}")
    data = _read_bytes(file) if file != STANDARD_INPUT or standard_input is None else standard_input
    if suffix in _PACKED:
        if not data:
            raise TermbaseError("is empty", file=file, hint="copy, download or save it again")
        packed = _PACKED[suffix](data, file)
        return replace(packed, blocks=_without_note_marks(packed.blocks))
    declared = declared_encoding(data) if _BLOCKS[suffix] in _DECLARING else ""
    text, encoding = decode(data, file, declared)
    blocks = _BLOCKS[suffix]
    damage = tuple(_DAMAGE[blocks](text)) if blocks in _DAMAGE else ()
    return Document(file, text, encoding, _without_note_marks(blocks(with_line_feeds(text))), damage=damage)


def _without_note_marks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return mask_note_numbers([Block(block.start, mask_note_marks(block.text)) for block in blocks])


def _read_bytes(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
    except OSError as error:
        raise os_error(error, file, "read") from error
