"""Reads XLIFF 1.0 to 1.2, also of Trados, memoQ and Phrase (.mxliff), as entries. Start from `read`.

Each segment (XLIFF 1.2, `seg-source`, `mrk mtype="seg"`) is an entry of its own. Inline codes are turned into those
of TMX (`tmx.bilingual.xliff_codes`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from termbase.document.model import Place
from tmx.bilingual import marks
from tmx.bilingual.details import NOTE, OWN, PROP, is_detail
from tmx.bilingual.entry import Entry, Part, Side, is_translated
from tmx.bilingual.xliff_codes import content_of
from tmx.bilingual.xml_text import XmlText, inherited, names_of
from tmx.model import Element, prop
from tmx.report import Report

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

_SIDES = ("source", "target")
_SIDE_OF_NOTE = ("annotates", "appliesto")
"""The attribute of a note of XLIFF, and of a comment of memoQ, that names its side."""
_OTHER_NOTES = "//*[local-name()='header' or local-name()='group']/*[local-name()='note']"
_READ = frozenset(["id", "resname", "approved", "translate"])
"""The attributes of a `trans-unit` that are read."""
_OF_MATCH = ("percent", "origin")
"""Attributes that say which match of a memory a translation was: how good, and from where."""
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TRADOS, MEMOQ = "http://sdl.com/FileTypes/SdlXliff/1.0", "MQXliff"
"""The namespaces of what Trados and memoQ add to XLIFF."""

_TRADOS, _MEMOQ, _PHRASE = f"{{{TRADOS}}}", f"{{{MEMOQ}}}", "{http://www.memsource.com/mxlf/2.0}"
TRADOS_UNFINISHED = frozenset("Unspecified Draft RejectedTranslation RejectedSignOff".split())
MEMOQ_UNFINISHED = frozenset(
    "NotStarted PartiallyEdited Edited AssembledFromFragments PreTranslated Pretranslated MachineTranslated"
    " Rejected".split()
)
_APPROVED = frozenset("ApprovedTranslation ApprovedSignOff Proofread Reviewer1Confirmed Reviewer2Confirmed".split())


def read(xml: XmlText, skipped: Counter[str], left_out: Counter[str]) -> Iterator[Part]:
    """Yield the translated entries of each `file` element of a file, which has languages of its own.

    `left_out` counts what no unit can hold.
    """
    report = Report(xml.document.file)
    left_out.update("notes on files and groups" for _ in xml.root.xpath(_OTHER_NOTES))
    for file, units in groupby(xml.elements("trans-unit"), key=lambda found: _file_of(found[0])):
        entries: list[Entry] = []
        target = file.get("target-language", "")
        for unit, places in units:
            given = (name for note, _ in _notes(unit) for name in names_of(note) if name not in _SIDE_OF_NOTE)
            left_out.update(f"attributes {name} of notes" for name in given)
            left_out.update(f"attributes {name} of units" for name in _names(unit) if name not in _READ)
            left_out.update("segments of targets without a source" for _ in _unpaired(unit))
            target = target or target_language(unit)
            entries += (entry for entry in _entries(unit, places, report) if is_translated(entry, skipped))
        yield Part(file.get("source-language", ""), target, entries, file.get("original", ""))


def _names(unit: Node) -> Iterator[str]:
    """The names of the attributes of a unit that are XLIFF's own, not those of a tool."""
    return (name for name in map(str, unit.attrib) if not name.startswith("{"))


def _file_of(unit: Node) -> Node:
    return next(unit.iterancestors("{*}file"), unit.getroottree().getroot())


def target_language(unit: Node) -> str:
    """Return the language that the target of a unit names, as it is spelt; "" if it names none."""
    target = unit.find("{*}target")
    return "" if target is None else target.get(_LANG, "")


def _entries(unit: Node, places: Mapping[Node, Place], report: Report) -> Iterator[Entry]:
    source, target = unit.find("{*}source"), unit.find("{*}target")
    details = tuple(_details(unit))
    own, notes = _items(unit, target, {name for name, _ in details}), _target_notes(unit)
    pairs = segments(unit, target) or [("", source, target)]
    for number, first, second in pairs:
        sides = (_side(node, places, unit, report) for node in (first, second))
        name = "/".join(part for part in (unit.get("id", ""), number if len(pairs) > 1 else "") if part)
        of_tools = (*_trados_comments((first, second)), *_memoq_items(unit), *_phrase_items(unit))
        items = (*own, *_trados_items(unit, number), *of_tools)
        source_side, target_side = sides
        yield Entry(source_side, target_side._replace(notes=notes), name, _with_state(items), details)


def segments(unit: Node, target: Node | None) -> list[tuple[str, Node, Node | None]]:
    """Return the segments of a unit as number, source and target; none if it is one, or its target has none."""
    sources = unit.find("{*}seg-source")
    if sources is None:
        return []
    found = [(node.get("mid", ""), node) for node in sources.iter("{*}mrk") if node.get("mtype") == "seg"]
    marked = {} if target is None else {
        node.get("mid", ""): node for node in target.iter("{*}mrk") if node.get("mtype") == "seg"
    }  # fmt: skip
    if not marked and target is not None and "".join(target.itertext()).strip():
        return []
    return [(number, node, marked.get(number)) for number, node in found]


def _unpaired(unit: Node) -> set[str]:
    """The numbers of the segments that only the target of a unit with segments has."""
    sides = (unit.iterfind(f"{{*}}{name}//{{*}}mrk[@mtype='seg']") for name in ("seg-source", "target"))
    source, target = ({node.get("mid", "") for node in nodes} for nodes in sides)
    return target - source if source else set()


def _side(node: Node | None, places: Mapping[Node, Place], unit: Node, report: Report) -> Side:
    if node is None:
        return Side((), places[unit])
    return Side(content_of(node, report), places[node])


def _items(unit: Node, target: Node | None, details: set[str]) -> list[Element]:
    """The notes and marks of a unit, for each of its segments, without the marks that are among its details."""
    state = {} if target is None else target.attrib
    named = {
        marks.CONTEXT: unit.get("resname", ""),
        marks.TRANSLATE: "no" if inherited(unit, "translate") == "no" else "",
        marks.APPROVED: unit.get("approved", ""),
        marks.STATE: state.get("state", ""),
        marks.QUALIFIER: state.get("state-qualifier", ""),
    }
    items = [Element("note", {}, (text,)) for node, text in _notes(unit) if _annotated(node) not in _SIDES]
    found = [prop(type, value) for type, value in named.items() if value and PROP + type not in details]
    return items + found + list(_contexts(unit))


def _notes(unit: Node) -> Iterator[tuple[Node, str]]:
    """The notes of a unit, and the comments that memoQ keeps with it, each with its text."""
    for note in (*unit.findall("{*}note"), *unit.iterfind(f"{_MEMOQ}comments/{_MEMOQ}comment")):
        if text := "".join(note.itertext()):
            yield note, text


def _annotated(note: Node) -> str:
    """The side that a note is on: `source`, `target`, or another word for both."""
    return next((value.lower() for name in _SIDE_OF_NOTE if (value := note.get(name))), "")


def _target_notes(unit: Node) -> tuple[str, ...]:
    return tuple(text for note, text in _notes(unit) if _annotated(note) == "target")


def _contexts(unit: Node) -> Iterator[Element]:
    for group in unit.findall("{*}context-group"):
        found = [(node.get("context-type", ""), "".join(node.itertext())) for node in group]
        named = dict(found)
        if file := named.get("sourcefile", ""):
            line = named.get("linenumber", "")
            yield prop(marks.REFERENCE, f"{file}:{line}" if line else file)
        yield from (prop(type, text) for type, text in found if type.startswith("x-") and text)


def _details(unit: Node) -> Iterator[tuple[str, str]]:
    """The properties of a unit, and its notes on the source, as details of a translation unit."""
    for node in unit.iterfind("{*}prop-group/{*}prop"):
        type, value = node.get("prop-type", ""), "".join(node.itertext())
        yield (type.removeprefix(OWN) if is_detail(type.removeprefix(OWN)) else PROP + type), value
    yield from ((f"source {NOTE}", text) for node, text in _notes(unit) if _annotated(node) == "source")


def _trados_items(unit: Node, number: str) -> Iterator[Element]:
    """The confirmation level of a segment, and whether it is locked (`sdl:seg`)."""
    node = segment_definition(unit, number)
    if node is not None:
        level = node.get("conf", "Unspecified")
        yield prop("x-sdl-conf", level)
        yield from (prop(f"x-sdl-{name}", value) for name in _OF_MATCH if (value := node.get(name)))
        if node.get("locked") == "true":
            yield prop("x-sdl-locked", "true")
        if level in TRADOS_UNFINISHED:
            yield marks.fuzzy()
        elif level in _APPROVED:
            yield prop(marks.APPROVED, "yes")


def segment_definition(unit: Node, number: str) -> Node | None:
    """Return what Trados notes on a segment, by its number in its unit (`sdl:seg`); None if it notes nothing."""
    definitions = unit.iterfind(f"{_TRADOS}seg-defs/{_TRADOS}seg")
    return next((node for node in definitions if node.get("id") == number), None)


def _trados_comments(sides: Iterable[Node | None]) -> Iterator[Element]:
    """The comments on parts of a segment (`mrk sdl:cid`); their texts are in the head of the file."""
    for node in (node for side in sides if side is not None for node in side.iter("{*}mrk")):
        if cid := node.get(f"{_TRADOS}cid", ""):
            for text in node.getroottree().iterfind(f".//{_TRADOS}cmt-def[@id='{cid}']//{{*}}Comment"):
                yield Element("note", {}, ("".join(text.itertext()),))


def _memoq_items(unit: Node) -> Iterator[Element]:
    if status := unit.get(f"{_MEMOQ}status", ""):
        yield prop("x-mq-status", status)
        if status in MEMOQ_UNFINISHED:
            yield marks.fuzzy()
        elif status in _APPROVED:
            yield prop(marks.APPROVED, "yes")
    yield from (prop(f"x-mq-{name}", value) for name in _OF_MATCH if (value := unit.get(_MEMOQ + name)))
    if unit.get(f"{_MEMOQ}locked"):
        yield prop("x-mq-locked", "true")


def _phrase_items(unit: Node) -> Iterator[Element]:
    """Whether a translator has confirmed the segment, and whether it is locked."""
    if confirmed := unit.get(f"{_PHRASE}confirmed", ""):
        yield prop("x-phrase-confirmed", confirmed)
    if confirmed == "0":
        yield marks.fuzzy()
    if unit.get(f"{_PHRASE}locked") == "true":
        yield prop("x-phrase-locked", "true")


def _with_state(items: tuple[Element, ...]) -> tuple[Element, ...]:
    """The items with the mark of an unfinished translation, if `approved` or `state` says that it is one.

    `approved` is "no" for nearly every unit, since few tools write it: only where it stands it says something, and
    `translated` or a later state says that only the approval is to come, as Crowdin and Weblate write it.
    """
    values = {item.attributes.get("type", ""): item.content for item in items if item.name == "prop"}
    approved, state, qualifier = (
        "".join(map(str, values.get(type, ()))) for type in (marks.APPROVED, marks.STATE, marks.QUALIFIER)
    )
    is_open = state in marks.UNFINISHED or (qualifier in marks.UNCERTAIN and state not in marks.CONFIRMED)
    is_unapproved = approved == "no" and state not in marks.CONFIRMED
    is_unfinished = is_unapproved or (approved != "yes" and is_open)
    return (*items, marks.fuzzy()) if is_unfinished and marks.FUZZY not in values else items
