"""Reads XLIFF 2.0 and 2.1 as entries, with inline codes (XLIFF 2.1, 4.2.3) turned into TMX ones. See `read`.

`pc` and `mrk` become `bpt` and `ept`, as do `sc` and `ec` if both are in the same text; others become `it`.
A code contains its original markup if the file has it (`originalData`), otherwise its markup in XLIFF.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from termbase.document.model import Place
from tmx.bilingual import marks
from tmx.bilingual.details import NOTE, OWN, PROP, is_detail
from tmx.bilingual.entry import Entry, Part, Side, is_translated
from tmx.bilingual.xliff2_code_reader import CodeReader
from tmx.bilingual.xml_text import XmlText, inherited, names_of
from tmx.model import Element, prop

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

_SIDES = ("source", "target")
_OTHER_NOTES = "//*[local-name()='notes'][not(parent::*[local-name()='unit'])]/*[local-name()='note']"
_READ = frozenset(["id", "name", "translate"])
"""The attributes of a `unit` that are read."""


def read(xml: XmlText, skipped: Counter[str], left_out: Counter[str]) -> Iterator[Part]:
    """Yield the translated segments of each `file` element of a file. `left_out` counts what no unit can hold."""
    languages = xml.root.get("srcLang", ""), xml.root.get("trgLang", "")
    left_out.update("notes on files and groups" for _ in xml.root.xpath(_OTHER_NOTES))
    for file, units in groupby(xml.elements("unit"), key=lambda found: next(found[0].iterancestors("{*}file"))):
        found = (entry for unit, places in units for entry in _entries(unit, places, left_out))
        yield Part(*languages, [entry for entry in found if is_translated(entry, skipped)], file.get("id", ""))


def _entries(unit: Node, places: Mapping[Node, Place], left_out: Counter[str]) -> Iterator[Entry]:
    found = unit.findall("{*}segment")
    notes = [(node, "".join(node.itertext())) for node in unit.findall("{*}notes/{*}note")]
    given = (name for node, _ in notes for name in names_of(node) if name != "appliesTo")
    left_out.update(f"attributes {name} of notes" for name in given)
    own = [Element("note", {}, (text,)) for node, text in notes if text and node.get("appliesTo") not in _SIDES]
    of_target = tuple(text for node, text in notes if text and node.get("appliesTo") == "target")
    names = map(str, unit.attrib)
    left_out.update(f"attributes {name} of units" for name in names if name not in _READ and "}" not in name)
    details = tuple(_details(unit))
    details += tuple((f"source {NOTE}", text) for node, text in notes if node.get("appliesTo") == "source")
    data = {node.get("id", ""): "".join(node.itertext()) for node in unit.iterfind("{*}originalData/{*}data")}
    for number, segment in enumerate(found, 1):
        name = unit.get("id", "") + (f"/{segment.get('id') or number}" if len(found) > 1 else "")
        source, target = (
            _side(segment.find(f"{{*}}{side}"), segment, places, CodeReader(data, left_out)) for side in _SIDES
        )
        items = (*own, *_marks(unit, segment, {name for name, _ in details}))
        yield Entry(source, target._replace(notes=of_target), name, items, details)


def _side(node: Node | None, segment: Node, places: Mapping[Node, Place], reader: CodeReader) -> Side:
    if node is None:
        return Side((), places[segment])
    return Side(reader.content_of(node), places[node])


def _marks(unit: Node, segment: Node, details: set[str]) -> Iterator[Element]:
    """The marks of a segment. Its state is `initial` unless it says otherwise, so only what stands there counts."""
    named = {
        marks.TRANSLATE: "no" if inherited(unit, "translate") == "no" else "",
        marks.CONTEXT: unit.get("name", ""),
        marks.STATE: segment.get("state", ""),
        marks.SUBSTATE: segment.get("subState", ""),
        marks.FUZZY: "yes" if segment.get("state") in marks.UNFINISHED else "",
    }
    yield from (prop(type, value) for type, value in named.items() if value and PROP + type not in details)


def _details(unit: Node) -> Iterator[tuple[str, str]]:
    """The metadata of a unit (XLIFF 2.1, 5.4): what a memory had written into the file, or properties."""
    for node in unit.iterfind("{*}metadata//{*}meta"):
        type, value = node.get("type", ""), "".join(node.itertext())
        yield (type.removeprefix(OWN) if is_detail(type.removeprefix(OWN)) else PROP + type), value
