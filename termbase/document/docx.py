"""Reads DOCX: headings, text, table cells and text boxes; then footnotes, endnotes, headers and footers.

Left out: deleted text in tracked changes, hidden text, code (recognised by its style name), field instructions,
pronunciation printed above words (ruby), comments, and the second copy of each text box, kept for old programs.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from termbase.document.archive import Archive
from termbase.document.cells import CellSize, span_of
from termbase.document.model import Document
from termbase.document.paragraphs import Collector, PartText, document_of, is_code_style

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARTS = ("footnotes", "endnotes", "header", "footer")
_UNSEEN = frozenset(("del", "moveFrom", "rt", "pPr", "rPr", "sectPr", "tblPr"))
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}


def read(data: bytes, file: str) -> Document:
    """Return the document in the bytes of a DOCX file; `file` is its name in messages.

    Raises TermbaseError if the file is damaged, encrypted or too large.
    """
    archive = Archive(data, file)
    body = next(_related(archive, "", "officeDocument"), None)
    if body is None:
        raise archive.damaged("it contains no document")
    members = [("", body), *((part, member) for part in _PARTS for member in _related(archive, body, part))]
    return document_of(file, ((part, _paragraphs(archive.xml(member))) for part, member in members))


def _related(archive: Archive, member: str, kind: str) -> Iterator[str]:
    """Yield the members that a member refers to with a relationship type; the member "" is the archive itself."""
    folder, name = posixpath.split(member)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in archive.names and member:
        return
    for relation in archive.xml(relations):
        if str(relation.get("Type")).endswith(f"/{kind}") and relation.get("TargetMode") != "External":
            yield posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")


def _paragraphs(root: Any) -> PartText:
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    reader = _BodyReader()
    for event, element in walk:
        name = _name(element)
        if event == "end":
            reader.end(name)
            continue
        is_seen = name not in _UNSEEN and element.tag != _FALLBACK and not _is_hidden(element, name)
        if is_seen:
            reader.start(name, element)
        if not is_seen or _is_code(element, name):
            walk.skip_subtree()
    return reader.text.text()


class _BodyReader:
    """Collects text from elements in document order.

    Only the result of a field is text: the part between its `separate` and `end` marks.
    """

    def __init__(self) -> None:
        self.text = Collector()
        self._fields: list[bool] = []  # one item per open field: True while its instruction is being read

    def start(self, name: str, element: Any) -> None:
        if name == "p":
            self.text.begin()
            self._fields = []
        elif name == "tbl":
            self.text.tables.begin_table()
        elif name == "tr":
            self.text.tables.begin_row()
        elif name == "tc":
            self.text.begin_cell(_size(element))
        elif name == "fldChar":
            self._field(str(_attribute(element, "fldCharType")))
        elif not any(self._fields):
            self.text.add((element.text or "") if name == "t" else _CHARACTERS.get(name, ""))

    def end(self, name: str) -> None:
        if name == "p":
            self.text.end()
        elif name == "tc":
            self.text.end_cell()
        elif name == "tbl":
            self.text.tables.end_table()

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()


def _size(cell: Any) -> CellSize:
    """Return how many columns a cell spans; a cell that Word merges with the one above it has no rows."""
    wide, merged = _property(cell, "tcPr", "gridSpan"), _property(cell, "tcPr", "vMerge")
    continues = merged is not None and _attribute(merged, "val") != "restart"
    return CellSize(1 if wide is None else span_of(_attribute(wide, "val")), 0 if continues else 1)


def _name(element: Any) -> str:
    """Return the local name of a WordprocessingML element, or "" for any other element."""
    return _local_name(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=500)
def _local_name(tag: str) -> str:
    return next((tag[len(space) :] for space in _WORD if tag.startswith(space)), "")


def _attribute(element: Any, name: str) -> str | None:
    values = (element.get(space + name) for space in _WORD)
    return next((str(value) for value in values if value is not None), None)


def _is_hidden(element: Any, name: str) -> bool:
    if name == "r":
        mark = _property(element, "rPr", "vanish")
        return mark is not None and _attribute(mark, "val") not in ("0", "false", "off")
    # Word stores the separator line between text and notes as a note with a type such as "separator".
    return name in ("footnote", "endnote") and _attribute(element, "type") not in (None, "normal")


def _is_code(element: Any, name: str) -> bool:
    kind = {"p": "pPr", "r": "rPr"}.get(name)
    style = _property(element, kind, f"{name}Style") if kind else None
    return style is not None and is_code_style(_attribute(style, "val") or "")


def _property(element: Any, properties: str, name: str) -> Any:
    """Return one property of a run or paragraph, or None; the properties element is always the first child."""
    first = next(iter(element), None)
    if first is None or _name(first) != properties:
        return None
    return next((mark for mark in first if _name(mark) == name), None)
