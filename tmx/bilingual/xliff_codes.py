"""Turns the inline codes of XLIFF 1.2 (2.3) into those of TMX. Start from `content_of`."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from tmx.model import Content
from tmx.report import Report
from tmx.segment_reader import SegmentReader

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

_POS = {"open": "begin", "close": "end"}
DELETED = "x-sdl-deleted"
"""The type of a mark (`mrk`) around what a change that Trados tracks has deleted."""

_CODES = ("bpt", "ept", "it", "ph", "sub")


def content_of(node: Node, report: Report) -> Content:
    """Return the content of a source, target or segment, with `g`, `x` and other codes as codes of TMX."""
    if not len(node):
        return (node.text,) if node.text else ()
    copy = deepcopy(node)
    _drop_deleted(copy)
    for element in copy.iter("{*}*"):
        _rename(element)
    prefixes = {space: prefix for prefix, space in node.nsmap.items() if prefix}
    return SegmentReader(report, prefixes).segment(copy, 0)


def _drop_deleted(node: Node) -> None:
    """Remove what a change that Trados tracks has deleted."""
    for deleted in [mark for mark in node.iter("{*}mrk") if mark.get("mtype") == DELETED]:
        parent, before = deleted.getparent(), deleted.getprevious()
        if parent is not None and before is not None:
            before.tail = (before.tail or "") + (deleted.tail or "")
        elif parent is not None:
            parent.text = (parent.text or "") + (deleted.tail or "")
        if parent is not None:
            deleted.tail = None
            parent.remove(deleted)


def _rename(element: Node) -> None:
    """Turn an XLIFF element into the TMX element with the same function, if there is one."""
    name = str(element.tag).rpartition("}")[2]
    element.tag = "hi" if (name, element.get("mtype")) == ("mrk", "x-hi") else name
    given = dict(element.attrib)
    attributes: dict[str, str] = {}
    if name in ("bpt", "ept"):
        attributes["i"] = given.get("rid") or given.get("id", "")
    elif name in ("it", "ph") and given.get("id", "").isdigit():
        attributes["x"] = given["id"]
    if name == "it":
        attributes = {"pos": _POS.get(given.get("pos", ""), "begin"), **attributes}
    if "ctype" in given and name in ("bpt", "it", "ph"):
        attributes["type"] = given["ctype"].removeprefix("x-")
    if name in _CODES or element.tag == "hi":
        element.attrib.clear()
        element.attrib.update(attributes)
