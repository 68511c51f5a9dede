"""Reads translations of Qt (TS) as entries. Start from `read`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from termbase.document.model import Place
from tmx.bilingual import marks
from tmx.bilingual.entry import UNKNOWN, Entry, Part, Side, is_translated
from tmx.bilingual.xml_text import XmlText, local_name
from tmx.model import Element, prop

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

_NOTES = ("extracomment",)
_READ = frozenset([*_NOTES, *"source translation comment translatorcomment location".split()])
_OBSOLETE = ("obsolete", "vanished")


def read(xml: XmlText, skipped: Counter[str], left_out: Counter[str]) -> Part:
    """Return the translated messages of a file; obsolete and vanished ones are counted in `skipped`.

    `left_out` counts what no unit can hold: elements of a message, shorter variants of a translation.
    """
    lines: dict[str, int] = {}
    entries = [
        entry
        for message, places in xml.elements("message")
        for entry in _entries(message, places, _references(message, lines), skipped)
    ]
    for message in xml.root.iter("message"):
        left_out.update(f"elements {name}" for name in map(local_name, message) if name and name not in _READ)
        others = (text.findall("lengthvariant")[1:] for text in message.iter("translation", "numerusform"))
        left_out.update("variants of another length" for variants in others for _ in variants)
    return Part(xml.root.get("sourcelanguage", ""), xml.root.get("language", ""), entries)


def _entries(
    message: Node, places: Mapping[Node, Place], references: list[Element], skipped: Counter[str]
) -> Iterator[Entry]:
    source, translation = message.find("source"), message.find("translation")
    kind = "" if translation is None else translation.get("type", "")
    if kind in _OBSOLETE:
        skipped["obsolete"] += 1
        return
    items = [*_items(message), *references, *([marks.fuzzy()] if kind == "unfinished" else ())]
    notes = tuple(text for note in message.findall("translatorcomment") if (text := _text(note)))
    forms = [] if translation is None else translation.findall("numerusform")
    for number, form in enumerate(forms or [translation]):
        plural = [prop(marks.PLURAL_FORM, str(number))] if forms else []
        sides = _side(source, places), _side(form, places)._replace(notes=notes)
        entry = Entry(*sides, message.get("id", ""), (*items, *plural))
        if is_translated(entry, skipped):
            yield entry


def _side(node: Node | None, places: Mapping[Node, Place]) -> Side:
    text = "" if node is None else _text(node)
    return Side((text,) if text else (), UNKNOWN if node is None else places[node])


def _text(node: Node) -> str:
    """The text of an element; `byte` is a character that XML cannot hold, of length variants the first counts."""
    variant = node.find("lengthvariant")
    return "".join(_texts(node if variant is None else variant))


def _texts(node: Node) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        value = child.get("value", "")
        if local_name(child) == "byte" and re.fullmatch("x[0-9A-Fa-f]{1,4}|[0-9]{1,5}", value):
            yield chr(int(value[1:], 16) if value[0] == "x" else int(value))
        elif local_name(child):
            yield from _texts(child)
        yield child.tail or ""


def _items(message: Node) -> Iterator[Element]:
    parent = message.getparent()
    name = parent.findtext("name", "") if parent is not None else ""
    if context := "|".join(part for part in (name, message.findtext("comment", "")) if part):
        yield prop(marks.CONTEXT, context)
    for kind in _NOTES:
        for note in message.findall(kind):
            if text := _text(note):
                yield Element("note", {}, (text,))


def _references(message: Node, lines: dict[str, int]) -> list[Element]:
    """The places of a message in the program. A line with a sign is counted from the one before in its file."""
    found = []
    for location in message.findall("location"):
        name, line = location.get("filename") or next(reversed(lines), ""), location.get("line", "")
        if line.lstrip("+-").isdigit():
            lines[name] = int(line) + (lines.get(name, 0) if line[0] in "+-" else 0)
            line = str(lines[name])
        found.append(prop(marks.REFERENCE, f"{name}:{line}" if line else name))
    return found
