"""An XLIFF 1.2 file as a job."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from termbase.text.xml_text import xml_text
from tmx.bilingual.languages import Given, languages_of
from tmx.bilingual.xliff_codes import content_of
from tmx.bilingual.xml_text import inherited, local_name, read_xml
from tmx.content import plain
from tmx.memory.jobs.job import Filling, Segment
from tmx.memory.score import code_names
from tmx.model import Element
from tmx.report import Report

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

_SINGLE = frozenset(["bpt", "ept", "it", "ph", "x", "bx", "ex"])
"""Inline elements of XLIFF 1.2 that have no text of the translator in them."""


class XliffJob:
    """An XLIFF 1.2 file. Each `trans-unit` is a segment."""

    def __init__(self, file: str, given: Given) -> None:
        xml = read_xml(file)
        self._root = xml.root
        report = Report(file)
        self._units = [unit for unit in xml.root.iter("{*}trans-unit") if inherited(unit, "translate") != "no"]
        self.segments = [_segment(number, unit, report) for number, unit in enumerate(self._units)]
        part = next(xml.root.iter("{*}file"), xml.root)
        declared = part.get("source-language", ""), part.get("target-language", "")
        pairs = [(segment.text, segment.target) for segment in self.segments]
        self.languages = languages_of(file, given, declared, pairs)

    def fill(self, segment: Segment, filling: Filling) -> None:
        """Add a `target` with its state; one to review has the pair that it is from beside it (`alt-trans`)."""
        unit = self._units[segment.number]
        source = unit.find("{*}source")
        target = unit.find("{*}target")
        if target is None:
            target = _new(unit, "target")
            last = unit.find("{*}seg-source")
            (source if last is None else last).addnext(target)
            target.tail = source.tail
        has_codes = _put(target, source, filling)
        is_sure = filling.is_sure and has_codes
        target.set("state", "translated" if is_sure else "needs-review-translation")
        target.set("state-qualifier", "exact-match" if filling.is_sure else "fuzzy-match")
        if not filling.is_sure:
            _add_alternative(unit, filling)

    def data(self) -> bytes:
        """Return the file in UTF-8 with all translations."""
        from lxml import etree

        return bytes(etree.tostring(self._root.getroottree(), encoding="utf-8", xml_declaration=True))


def _segment(number: int, unit: Node, report: Report) -> Segment:
    source, target = unit.find("{*}source"), unit.find("{*}target")
    content = content_of(source, report) if source is not None else ()
    translated = "" if target is None else "".join(target.itertext()).strip()
    return Segment(number, plain(content), unit.get("id", ""), tuple(code_names(content)), translated)


def _new(near: Node, name: str) -> Node:
    """An element in the namespace of another one."""
    space = str(near.tag).rpartition("}")[0]
    return near.makeelement(f"{space}}}{name}" if space else name)


def _put(target: Node, source: Node, filling: Filling) -> bool:
    """Put a translation into a target; return whether it has all inline codes of the source."""
    for child in list(target):
        target.remove(child)
    target.text = None
    wanted = [child for child in source if isinstance(child.tag, str)]
    if filling.order is None or any(local_name(child) not in _SINGLE for child in wanted):
        target.text = xml_text(filling.text)
        return not wanted
    order = iter(filling.order)
    last: Node | None = None
    for part in filling.content:
        if isinstance(part, str):
            if last is None:
                target.text = (target.text or "") + xml_text(part)
            else:
                last.tail = (last.tail or "") + xml_text(part)
        elif isinstance(part, Element):
            last = deepcopy(wanted[next(order)])
            last.tail = None
            target.append(last)
    return True


def _add_alternative(unit: Node, filling: Filling) -> None:
    found = _new(unit, "alt-trans")
    found.set("match-quality", f"{filling.score}%")
    for name, text in (("source", filling.source), ("target", filling.text)):
        side = _new(unit, name)
        side.text = xml_text(text)
        found.append(side)
    unit.append(found)
