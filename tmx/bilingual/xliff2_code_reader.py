"""Turns the inline codes of XLIFF 2 (XLIFF 2.1, 4.2.3) into those of TMX. Start from `CodeReader.content_of`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from tmx.bilingual.xliff2_codes import HIGHLIGHT, TYPE
from tmx.bilingual.xml_text import local_name, names_of
from tmx.model import Aside, Content, Element

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

_SPANNING = ("pc", "mrk")
_BEGIN = ("sc", "sm")
_END = ("ec", "em")
_HELD = frozenset("id startRef isolated dataRef dataRefStart dataRefEnd type subType".split())
"""The attributes of a code that say no more than its original markup, number and type do."""


class CodeReader:
    """Reads the codes of the texts of one unit, whose original markup is `data`, by id.

    `left_out` counts the attributes that a code with original markup loses.
    """

    def __init__(self, data: Mapping[str, str], left_out: Counter[str]) -> None:
        self._data = data
        self._left_out = left_out
        self._numbers = count(1)
        self._pairs: dict[str, str] = {}

    def content_of(self, node: Node) -> Content:
        """Return the content of a `source` or `target`."""
        self._numbers = count(1)
        ended = {code.get("startRef", "") for code in node.iter("{*}ec")}
        begun = (code.get("id", "") for code in node.iter("{*}sc"))
        self._pairs = {id: str(next(self._numbers)) for id in begun if id in ended}
        return tuple(self._parts(node))

    def _parts(self, node: Node) -> Iterator[str | Element | Aside]:
        if node.text:
            yield node.text
        for child in node:
            if local_name(child):
                yield from self._code(child)
            if child.tail:
                yield child.tail

    def _code(self, node: Node) -> Iterator[str | Element | Aside]:
        name = local_name(node)
        if name == "mrk" and node.get("type") == HIGHLIGHT:
            yield Element("hi", {}, tuple(self._parts(node)))
        elif name in _SPANNING:
            i = {"i": str(next(self._numbers))}
            yield Element("bpt", i | self._attributes(node, "dataRefStart"), self._begin(node, "dataRefStart", ">"))
            yield from self._parts(node)
            yield Element("ept", i, self._end(node))
        elif name in _BEGIN and (number := self._pairs.get(node.get("id", ""))):
            yield Element("bpt", {"i": number} | self._attributes(node), self._begin(node))
        elif name in _END and (number := self._pairs.pop(node.get("startRef", ""), "")):
            yield Element("ept", {"i": number}, self._begin(node))
        elif name in (*_BEGIN, *_END):
            pos = "begin" if name in _BEGIN else "end"
            yield Element("it", {"pos": pos} | self._attributes(node), self._begin(node))
        else:
            yield Element("ph", self._attributes(node), self._begin(node))

    def _begin(self, node: Node, reference: str = "dataRef", end: str = "/>") -> Content:
        """Return the original markup of a code, or its start tag."""
        if (markup := self._data.get(node.get(reference, ""))) is None:
            return (f"{_start_tag(node)}{end}",)
        self._left_out.update(f"attributes {name} of codes" for name in names_of(node) if name not in _HELD)
        return (markup,) if markup else ()

    def _end(self, node: Node) -> Content:
        markup = self._data.get(node.get("dataRefEnd", ""))
        return (f"</{local_name(node)}>" if markup is None else markup,)

    def _attributes(self, node: Node, reference: str = "dataRef") -> dict[str, str]:
        """Return the number and type of a code that is written as it was in the original."""
        if node.get(reference, "") not in self._data:
            return {}
        number, type = node.get("id", ""), node.get("subType", "").removeprefix(TYPE)
        return {**({"x": number} if number.isdecimal() else {}), **({"type": type} if type else {})}


def _start_tag(node: Node) -> str:
    """Return the start tag of a code without its end."""
    attributes = zip(names_of(node), map(str, node.attrib.values()), strict=True)
    return "".join([f"<{local_name(node)}", *(f" {key}={quoteattr(value)}" for key, value in attributes)])
