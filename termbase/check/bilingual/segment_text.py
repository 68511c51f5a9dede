"""Reads a bilingual file as text, with a block for each segment. Start from `read_text`.

`tmx.bilingual` reads what the segments say; the blocks only show where they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath

from termbase.document.bilingual import po_blocks, xml_blocks
from termbase.document.model import Block, Document
from termbase.errors import os_error
from termbase.files.encoding import declared_encoding, decode
from termbase.table.rows import has_escapes, separator_of
from termbase.text.offsets import FILL

_XML_UNIT = re.compile(r"<(?:[\w.-]+:)?(?:tu|trans-unit|segment|message)(?=[\s>])")
_PO_UNIT = re.compile(r"^msgid(?=[ \t])", re.MULTILINE)
_LINE = re.compile(r"^", re.MULTILINE)
_CSV_ROW = re.compile(r'(?:"(?:[^"]|"")*+"|[^"\r\n])+')
_CSV_CELL = r'(?:^|(?<=[{0}\r\n]))(?:"(?P<quoted>(?:[^"]|"")*+)"|(?P<bare>[^"{0}\r\n][^{0}\r\n]*))'
_TSV_CELL = re.compile(r"[^\t\r\n]+")
_TSV_ESCAPE = re.compile(r"\\([\\tnr])")


def _csv_blocks(text: str) -> Iterator[Block]:
    separator = separator_of(text.splitlines(keepends=True))
    for cell in re.finditer(_CSV_CELL.format(separator), text):
        kind = "bare" if cell["quoted"] is None else "quoted"
        yield Block(cell.start(kind), cell[kind].replace('""', '"' + FILL))


def _tsv_blocks(text: str) -> Iterator[Block]:
    is_escaped = has_escapes(text.partition("\n")[0])
    for cell in _TSV_CELL.finditer(text):
        read = _TSV_ESCAPE.sub(lambda escape: ("\\" if escape[1] == "\\" else " ") + FILL, cell[0])
        yield Block(cell.start(), read if is_escaped else cell[0])


_FORMATS: dict[str, tuple[Callable[[str], Iterator[Block]], re.Pattern[str]]] = {
    ".tmx": (xml_blocks, _XML_UNIT),
    ".xlf": (xml_blocks, _XML_UNIT),
    ".xliff": (xml_blocks, _XML_UNIT),
    ".sdlxliff": (xml_blocks, _XML_UNIT),
    ".mqxliff": (xml_blocks, _XML_UNIT),
    ".mxliff": (xml_blocks, _XML_UNIT),
    ".txlf": (xml_blocks, _XML_UNIT),
    ".ts": (xml_blocks, _XML_UNIT),
    ".po": (po_blocks, _PO_UNIT),
    ".tsv": (_tsv_blocks, _LINE),
    ".csv": (_csv_blocks, _CSV_ROW),
}
SUFFIXES = frozenset(_FORMATS)
"""File name endings of the formats that are text. A workbook (.xlsx) is not, so its segments have no places."""


def read_text(file: str) -> Document:
    """Read a bilingual file as text with a block for each segment. Raises TermbaseError if it cannot be read."""
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        raise os_error(error, file, "read") from error
    blocks, _ = _format(file)
    text, encoding = decode(data, file, declared_encoding(data) if blocks in (xml_blocks, po_blocks) else "")
    return Document(file, text, encoding, tuple(blocks(text)))


def unit_starts(document: Document) -> list[int]:
    """Return the offsets at which the units of a file begin: lines, messages, elements."""
    return [unit.start() for unit in _format(document.file)[1].finditer(document.text)]


def _format(file: str) -> tuple[Callable[[str], Iterator[Block]], re.Pattern[str]]:
    return _FORMATS[PurePath(file).suffix.lower()]
