"""Reads the segments of XLIFF 1.2 with inline codes (XLIFF 1.2, 2.3) turned into TMX ones.

Start from `segments`.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from tmx.elements import ElementReader
from tmx.model import Content
from tmx.report import Report

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_POS = {"open": "begin", "close": "end"}


def segments(unit: Node, report: Report) -> tuple[Content, Content]:
    """Return source and target of a `trans-unit`: text unchanged, `g`, `x` and other codes as codes of TMX."""
    source, target = (_segment(unit.find(f"{{{NAMESPACE}}}{name}"), report) for name in ("source", "target"))
    return source, target


def _segment(node: Node | None, report: Report) -> Content:
    if node is None:
        return ()
    copy = deepcopy(node)
    for element in copy.iter("{*}*"):
        _rename(element)
    return ElementReader(report, {}).segment(copy, 0)


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
    if name in ("bpt", "ept", "it", "ph", "sub", "mrk"):
        element.attrib.clear()
        element.attrib.update(attributes)
