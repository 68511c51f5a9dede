"""Reads XLIFF 2.0 and 2.1 as entries, with inline codes (XLIFF 2.1, 4.2.3) turned into TMX ones. See `read`.

`pc` and `mrk` become `bpt` and `ept`; `ph` stays. `sc` and `ec` become `it`, because the other half of the pair may
be in another segment. Each code contains its markup in XLIFF.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count, groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from termbase.document.model import Place
from tmx.bilingual import marks
from tmx.bilingual.entry import Entry, Part, Side, is_translated
from tmx.bilingual.xml_text import XmlText, inherited, local_name
from tmx.model import Aside, Content, Element, prop

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

_SPANNING = ("pc", "mrk")
_BEGIN = ("sc", "sm")
_END = ("ec", "em")


def read(xml: XmlText, skipped: Counter[str]) -> Iterator[Part]:
    """Yield the translated segments of each `file` element of a file."""
    languages = xml.root.get("srcLang", ""), xml.root.get("trgLang", "")
    for file, units in groupby(xml.elements("unit"), key=lambda found: next(found[0].iterancestors("{*}file"))):
        found = (entry for unit, places in units for entry in _entries(unit, places))
        yield Part(*languages, [entry for entry in found if is_translated(entry, skipped)], file.get("id", ""))


def _entries(unit: Node, places: Mapping[Node, Place]) -> Iterator[Entry]:
    found = unit.findall("{*}segment")
    notes = [(node, "".join(node.itertext())) for node in unit.findall("{*}notes/{*}note")]
    own = [Element("note", {}, (text,)) for node, text in notes if text and node.get("appliesTo") != "target"]
    of_target = tuple(text for node, text in notes if text and node.get("appliesTo") == "target")
    for number, segment in enumerate(found, 1):
        name = unit.get("id", "") + (f"/{segment.get('id') or number}" if len(found) > 1 else "")
        source, target = (_side(segment.find(f"{{*}}{side}"), segment, places) for side in ("source", "target"))
        items = (*own, *_marks(unit, segment), *_metadata(unit))
        yield Entry(source, target._replace(notes=of_target), name, items)


def _side(node: Node | None, segment: Node, places: Mapping[Node, Place]) -> Side:
    if node is None:
        return Side((), places[segment])
    return Side(tuple(_parts(node, count(1))), places[node])


def _marks(unit: Node, segment: Node) -> Iterator[Element]:
    """The marks of a segment. Its state is `initial` unless it says otherwise, so only what stands there counts."""
    if inherited(unit, "translate") == "no":
        yield prop(marks.TRANSLATE, "no")
    if name := unit.get("name", ""):
        yield prop(marks.CONTEXT, name)
    if state := segment.get("state", ""):
        yield prop(marks.STATE, state)
    if state := segment.get("subState", ""):
        yield prop(marks.SUBSTATE, state)
    if segment.get("state") in marks.UNFINISHED:
        yield marks.fuzzy()


def _metadata(unit: Node) -> Iterator[Element]:
    """The metadata of a unit (XLIFF 2.1, 5.4), as properties."""
    for node in unit.iterfind("{*}metadata//{*}meta"):
        yield prop(node.get("type", ""), "".join(node.itertext()))


def _parts(node: Node, numbers: Iterator[int]) -> Content:
    parts: list[str | Element | Aside] = [node.text] if node.text else []
    for child in node:
        if local_name(child):
            parts += _code(child, numbers)
        if child.tail:
            parts.append(child.tail)
    return tuple(parts)


def _code(node: Node, numbers: Iterator[int]) -> Content:
    name, tag = local_name(node), _start_tag(node)
    if name in _SPANNING:
        number = {"i": str(next(numbers))}
        begin, end = Element("bpt", number, (f"{tag}>",)), Element("ept", number, (f"</{name}>",))
        return (begin, *_parts(node, numbers), end)
    if name in _BEGIN:
        return (Element("it", {"pos": "begin"}, (f"{tag}/>",)),)
    if name in _END:
        return (Element("it", {"pos": "end"}, (f"{tag}/>",)),)
    return (Element("ph", {}, (f"{tag}/>",)),)


def _start_tag(node: Node) -> str:
    """The start tag of a code without its end. An `ec` without `startRef` gets the id that it stands for."""
    attributes = {name.rpartition("}")[2]: value for name, value in node.attrib.items()}
    return "".join([f"<{local_name(node)}", *(f" {key}={quoteattr(value)}" for key, value in attributes.items())])
