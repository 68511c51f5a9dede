"""Reads ODT: headings, text, table cells and text boxes, each note after its paragraph; then page headers.

Left out: deleted text in tracked changes, code (recognised by its style name), comments, pronunciation printed
above words (ruby), and the titles and descriptions of pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from termbase.document.archive import Archive
from termbase.document.cells import CellSize, span_of
from termbase.document.model import Document
from termbase.document.paragraphs import Collector, PartText, document_of, is_code_style
from termbase.errors import TermbaseError

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _OFFICE, _STYLE = _OASIS + "text:1.0}", _OASIS + "office:1.0}", _OASIS + "style:1.0}"
_SVG = _OASIS + "svg-compatible:1.0}"
_TABLE = _OASIS + "table:1.0}"
_CELL = _TABLE + "table-cell"
_SPANS = ("number-columns-spanned", "number-rows-spanned")
_PARAGRAPH = frozenset((_TEXT + "p", _TEXT + "h"))
_UNSEEN = frozenset(
    (
        *(_TEXT + name for name in ("tracked-changes", "note-citation", "ruby-text")),
        *(_OFFICE + name for name in ("annotation", "forms", "binary-data")),
        *(_SVG + name for name in ("title", "desc")),
    )
)
_SPACE = re.compile(r"[ \t\r\n]+")


def read(data: bytes, file: str) -> Document:
    """Return the document in the bytes of an ODT file; `file` is its name in messages.

    Raises TermbaseError if the file is damaged, encrypted or too large.
    """
    archive = Archive(data, file)
    manifest = "META-INF/manifest.xml"
    if manifest in archive.names and b"encryption-data" in archive.read(manifest):
        raise TermbaseError("is encrypted", file=file, hint="save it without a password")
    return document_of(file, _parts(archive))


def _parts(archive: Archive) -> Iterator[tuple[str, PartText]]:
    yield "", _paragraphs(archive.xml("content.xml"))
    if "styles.xml" in archive.names:
        yield "header", _paragraphs(archive.xml("styles.xml"))


def _paragraphs(root: Any) -> PartText:
    from lxml import etree

    text, code = Collector(), _code_styles(root)
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            if element.tag in _PARAGRAPH:
                text.end()
            elif element.tag == _CELL:
                text.end_cell()
            elif element.tag == _TABLE + "table":
                text.tables.end_table()
            text.add(_SPACE.sub(" ", element.tail or ""))
        elif element.tag in _UNSEEN or element.tag.endswith("-source"):
            walk.skip_subtree()
        else:
            if element.tag in _PARAGRAPH:
                text.begin()
            elif element.tag == _CELL:
                text.begin_cell(CellSize(*(span_of(element.get(_TABLE + name)) for name in _SPANS)))
            elif element.tag == _TABLE + "table-row":
                text.tables.begin_row()
            elif element.tag == _TABLE + "table":
                text.tables.begin_table()
            if element.get(_TEXT + "style-name") in code:
                walk.skip_subtree()
            else:
                text.add(_characters(element) + _SPACE.sub(" ", element.text or ""))
    return text.text()


def _code_styles(root: Any) -> set[str]:
    """Return the names of the code styles that this member uses, and of the styles derived from a code style."""
    used = {str(element.get(_TEXT + "style-name")) for element in root.iter(*_PARAGRAPH, _TEXT + "span")}
    derived = {
        str(style.get(_STYLE + "name"))
        for style in root.iter(_STYLE + "style")
        if is_code_style(style.get(_STYLE + "parent-style-name", ""))
    }
    return derived | {name for name in used if is_code_style(name)}


def _characters(element: Any) -> str:
    """Return the characters that an empty element stands for: spaces, a tab, or a space for a line break."""
    if element.tag == _TEXT + "s":
        count = element.get(_TEXT + "c", "1")
        return " " * (int(count) if count.isascii() and count.isdigit() and len(count) < 4 else 1)
    return {_TEXT + "tab": "\t", _TEXT + "line-break": " "}.get(element.tag, "")
