"""An XLIFF 2 file as a job. Each `segment` of a `unit` is a segment."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from termbase.language import region_style
from tmx.bilingual.languages import Given
from tmx.bilingual.marks import UNFINISHED
from tmx.bilingual.xliff2_code_reader import CodeReader
from tmx.bilingual.xliff2_codes import HIGHLIGHT
from tmx.bilingual.xml_text import XmlText, inherited, local_name
from tmx.content import plain
from tmx.memory.jobs.job import Filling, Segment, Stored, Suggestion
from tmx.memory.jobs.xml_job import XmlJob, attributes, space_of, written

if TYPE_CHECKING:
    from lxml.etree import _Element as Node


class _Module(NamedTuple):
    """The element in which a module of XLIFF 2 keeps what it adds to a unit, and its namespace."""

    prefix: str
    name: str
    space: str


_CANDIDATES = _Module("mtc", "matches", "urn:oasis:names:tc:xliff:matches:2.0")
"""The module for translation candidates (XLIFF 2.1, 5.1)."""

_GLOSSARY = _Module("gls", "glossary", "urn:oasis:names:tc:xliff:glossary:2.0")
"""The module for glossaries (XLIFF 2.1, 5.2)."""

_MARKS = ("mrk", "sm", "em")


class Xliff2Job(XmlJob):
    """An XLIFF 2.0 to 2.2 file."""

    def __init__(self, xml: XmlText, given: Given) -> None:
        super().__init__(xml)
        self._root = xml.root
        self._nodes: list[Node] = []
        self._filled: list[tuple[Node, Filling]] = []
        self._suggested: dict[Node, dict[Suggestion, None]] = defaultdict(dict)
        found = [segment for unit in xml.root.iter("{*}unit") for segment in self._segments(unit)]
        self.in_languages(given, {(xml.root.get("srcLang", ""), xml.root.get("trgLang", "")): found})

    def fill(self, segment: Segment, filling: Filling) -> None:
        """Add a `target` with its state; one to review has the pair that it is from in its unit (`mtc:match`)."""
        self._filled.append((self._nodes[segment.number], filling))

    def suggest(self, segment: Segment, suggestions: Sequence[Suggestion]) -> None:
        """Add the terms to the glossary of the unit (`gls:glossary`)."""
        unit = self._nodes[segment.number].getparent()
        if unit is not None:
            self._suggested[unit] |= dict.fromkeys(suggestions)

    def write(self) -> None:
        """Make the changes of all segments, and name the target language if the file does not."""
        candidates: dict[Node, list[str]] = defaultdict(list)
        for node, filling in self._filled:
            self._write(node, filling)
            unit = node.getparent()
            if unit is not None and not filling.is_sure:
                candidates[unit] += (self._candidate(unit, node, pair) for pair in filling.stored)
        for unit, matches in candidates.items():
            self._add_to(unit, _CANDIDATES, matches)
        for unit, suggestions in self._suggested.items():
            present = {_glossed(entry) for entry in unit.iterfind(f"{{{_GLOSSARY.space}}}glossary/*")}
            entries = [_gloss(each) for each in suggestions if (each.term, each.translations) not in present]
            self._add_to(unit, _GLOSSARY, entries)
        if self._filled and not self._root.get("trgLang"):
            self.set_attribute(self._root, "trgLang", region_style(self.languages[1]))

    def is_single(self, node: Node) -> bool:
        """Whether an element stands alone, or is half a pair."""
        return local_name(node) not in ("pc", "mrk")

    def is_dropped(self, node: Node) -> bool:
        """Whether an element is an annotation, unless it stands for a highlighted text of a memory."""
        return local_name(node) in _MARKS and node.get("type") != HIGHLIGHT

    def _segments(self, unit: Node) -> list[Segment]:
        nodes = [node for node in unit.findall("{*}segment") if node.find("{*}source") is not None]
        if inherited(unit, "translate") == "no":
            return []
        data = {node.get("id", ""): "".join(node.itertext()) for node in unit.iterfind("{*}originalData/{*}data")}
        made = []
        for number, node in enumerate(nodes, 1):
            source, target = node.find("{*}source"), node.find("{*}target")
            content, translation = (
                () if side is None else CodeReader(data, Counter()).content_of(side) for side in (source, target)
            )
            state = node.get("state", "")
            if state in UNFINISHED and plain(translation).strip() == plain(content).strip():
                translation = ()  # a copy of the source
            name = unit.get("id", "") + (f"/{node.get('id') or number}" if len(nodes) > 1 else "")
            made.append(Segment(len(self._nodes), content, translation, name, state not in UNFINISHED))
            self._nodes.append(node)
        return made

    def _write(self, node: Node, filling: Filling) -> None:
        source, target = node.find("{*}source"), node.find("{*}target")
        if source is None:
            return
        markup = self.markup(filling, source)
        if target is None:
            self.insert_after(source, self.element(source, "target", markup, space_of(source)))
        else:
            self.set_content(target, markup)
        self.set_attribute(node, "state", "translated" if filling.is_sure else "initial")
        self.set_attribute(node, "subState", None)

    def _candidate(self, unit: Node, node: Node, pair: Stored) -> str:
        """A stored pair as a match, which refers to the id of its segment; that may have to get one."""
        id = node.get("id", "")
        if not id:
            taken = {each.get("id", "") for each in unit.iter("{*}*")}
            id = next(name for number in count(1) if (name := f"s{number}") not in taken)
            node.set("id", id)
            self.set_attribute(node, "id", id)
        sides = ((name, written(text)) for name, text in (("source", pair.source), ("target", pair.target)))
        inside = "".join(self.element(node, name, text) for name, text in sides)
        quality = str(pair.score)
        details = {"ref": f"#{id}", "type": "tm", "matchQuality": quality, "origin": pair.origin}
        return f"<mtc:match{attributes(details)}>{inside}</mtc:match>"

    def _add_to(self, unit: Node, module: _Module, elements: Sequence[str]) -> None:
        """Add elements to the one in which a module keeps them in a unit."""
        if not elements:
            return
        prefix, name, space = module
        declared, inside = f'xmlns:{prefix}="{space}"', "".join(elements)
        present = unit.find(f"{{{space}}}{name}")
        if present is None:
            first = next(unit.iterchildren("{*}*"))
            self.insert_before(first, f"<{prefix}:{name} {declared}>{inside}</{prefix}:{name}>")
        else:
            declared_in_each = re.sub(rf"(?<=<){prefix}:(?:match|glossEntry)\b", rf"\g<0> {declared}", inside)
            self.append(present, declared_in_each)


def _gloss(suggestion: Suggestion) -> str:
    translations = "".join(
        f"<gls:translation>{written(term)}</gls:translation>" for term in suggestion.translations
    )
    return f"<gls:glossEntry><gls:term>{written(suggestion.term)}</gls:term>{translations}</gls:glossEntry>"


def _glossed(entry: Node) -> tuple[str, tuple[str, ...]]:
    """The term and translations of an entry of a glossary."""
    texts = [("".join(node.itertext()), local_name(node)) for node in entry.iterchildren("{*}*")]
    term, translations = ([text for text, name in texts if name == kind] for kind in ("term", "translation"))
    return "".join(term), tuple(translations)
