"""Reads segments and other elements as they are, with their inline codes. Start from `SegmentReader.segment`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tmx.code_pairs import HALVES, is_one_pair, with_pairs
from tmx.model import Aside, Attributes, Content, Element
from tmx.names import CODES, AttributeNames
from tmx.report import RepairCode, Report

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

_SINGLES = 1000
_FOREIGN = 1000
"""Codes made from elements of other formats are numbered from here, so that they do not clash with other codes."""


class SegmentReader:
    """Reads the segments of one file; `prefixes` maps each namespace that the file declares to its prefix."""

    def __init__(self, report: Report, prefixes: dict[str, str]) -> None:
        self._report = report
        self._names = AttributeNames(prefixes)
        self._foreign_pairs = 0
        self._halves: list[Element] = []
        """The `bpt`, `ept` and `it` of the segment that is being read."""
        self._singles: dict[tuple[str, str], Attributes] = {}

    def segment(self, node: Node, offset: int) -> Content:
        """Return the content of a `seg`. What is no valid code (`<g>`, half a pair) becomes one (reported)."""
        if len(node) == 0:
            text = node.text
            return (text,) if text else ()
        self._foreign_pairs = 0
        self._halves.clear()
        content = self._content(node, offset, inline=True)
        return content if is_one_pair(self._halves) else self._with_pairs(content, offset + (node.sourceline or 1))

    def _with_pairs(self, content: Content, line: int) -> Content:
        paired, changes = with_pairs(content)
        for change in changes:
            self._report.mend(line, RepairCode.CODE, change)
        return paired

    def element(self, node: Node) -> Element:
        """Return an element with its attributes and content unchanged."""
        if len(node) == 0:
            text = node.text
            return Element(node.tag, self.attributes(node), (text,) if text else ())
        return Element(node.tag, self.attributes(node), self._content(node, 0, inline=False))

    def _content(self, node: Node, offset: int, inline: bool) -> Content:
        parts: list[str | Element | Aside] = [node.text] if node.text else []
        for child in node:
            tag = child.tag
            if not isinstance(tag, str):
                parts.append(aside(child))
            elif inline and tag not in CODES:
                parts += self._foreign(child, offset)
            else:
                content = self._content(child, offset, inline) if len(child) or child.text else ()
                element = Element(tag, self.attributes(child), content)
                parts.append(element)
                if tag in HALVES or tag == "it":
                    self._halves.append(element)
            if child.tail:
                parts.append(child.tail)
        return tuple(parts)

    def _foreign(self, node: Node, offset: int) -> Content:
        """Turn an element that is not in TMX into a `ph`, or a `bpt` and `ept`, that contains its markup."""
        name, attributes = self._names[str(node.tag)], self.attributes(node)
        self._report.mend(
            offset + (node.sourceline or 1),
            RepairCode.CODE,
            f"<{name}> is not an inline code of TMX: its markup is kept in one",
            f"<{name}",
        )
        start = "".join([f"<{name}", *(f' {key}="{value}"' for key, value in attributes.items())])
        number = {"x": attributes["id"]} if attributes.get("id", "").isdigit() else {}
        if not len(node) and not node.text:
            return (Element("ph", number, (f"{start}/>",)),)
        self._foreign_pairs += 1
        i = str(_FOREIGN + self._foreign_pairs)
        begin, end = Element("bpt", {"i": i, **number}, (f"{start}>",)), Element("ept", {"i": i}, (f"</{name}>",))
        return (begin, *self._content(node, offset, inline=True), end)

    def attributes(self, node: Node) -> Attributes:
        """Return the attributes of an element by their names with prefix, such as `xml:lang`."""
        items = node.items()
        if len(items) == 1:
            return self._single(items[0])
        names = self._names
        return {names[name]: value for name, value in items}

    def _single(self, item: tuple[str, str]) -> Attributes:
        """One attribute as a mapping, made once and shared: mostly a language or type, of which a file has few."""
        known = self._singles.get(item)
        if known is None:
            if len(self._singles) > _SINGLES:
                self._singles.clear()
            known = self._singles[item] = {self._names[item[0]]: item[1]}
        return known


def aside(node: Any) -> Aside:
    """Return a comment or processing instruction as it is written."""
    from lxml import etree

    return Aside(etree.tostring(node, encoding="unicode", with_tail=False))
