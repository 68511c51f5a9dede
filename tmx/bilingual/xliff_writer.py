"""Writes translation units as XLIFF 1.2, with their inline codes, states, notes and properties."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from termbase.language import region_style
from termbase.text.xml_text import xml_text
from tmx.bilingual import marks
from tmx.bilingual.details import ID, NOTE, OWN, PROP, details_of
from tmx.direction import Direction
from tmx.model import Content, Element, TranslationUnit, Variant

_TOKEN = re.compile(r"[\w.:-]+")
_POS = {"begin": "open", "end": "close"}
_STATES = marks.UNFINISHED - {"initial"} | {"final", "signed-off", "translated"}
"""The states of XLIFF 1.2 (2.3, state)."""

_ANNOTATES = {NOTE: "", f"source {NOTE}": ' annotates="source"', f"target {NOTE}": ' annotates="target"'}


def write_xliff(
    file: BinaryIO, units: Iterable[TranslationUnit], direction: Direction, remarks: Counter[str]
) -> None:
    """Write the pairs of units; inline codes become the elements of the same names (XLIFF 1.2, 2.3).

    An id may occur once, so a repeated one gets a number; `remarks` counts these.
    """
    source, target = region_style(direction.source), region_style(direction.target)
    file.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        f'<file original="memory" source-language="{source}" target-language="{target}" datatype="plaintext">\n'
        "<body>\n".encode()
    )
    ids = UniqueIds(remarks)
    for unit in units:
        for first, second in direction.texts(unit):
            file.write(xml_text(_unit(ids.unique(unit.id), unit, first, second)).encode())
    file.write(b"</body>\n</file>\n</xliff>\n")


class UniqueIds:
    """Gives each unit an id that no other one has: its own, or a number.

    If `are_tokens`, an id consists of letters, digits and some signs only (XML Schema, NMTOKEN).
    """

    def __init__(self, remarks: Counter[str], are_tokens: bool = False) -> None:
        self._remarks = remarks
        self._are_tokens = are_tokens
        self._taken: set[str] = set()
        self._numbers = count(1)

    def unique(self, wanted: str) -> str:
        """Return the id to write for a wanted one, which may be empty."""
        is_valid = not self._are_tokens or _TOKEN.fullmatch(wanted)
        if wanted and wanted not in self._taken and is_valid:
            self._taken.add(wanted)
            return wanted
        if wanted and not is_valid:
            self._remarks["ids numbered, since XLIFF 2 allows no such id (the old id is kept as a property)"] += 1
            wanted = ""
        elif wanted:
            self._remarks["ids numbered, since XLIFF holds an id once (the old id is kept as a property)"] += 1
        free = next(
            name for number in self._numbers if (name := f"{wanted}-{number}".lstrip("-")) not in self._taken
        )
        self._taken.add(free)
        return free


def _unit(id: str, unit: TranslationUnit, source: Variant, target: Variant) -> str:
    details = list(details_of(unit, source, target))
    values = dict(reversed(details))
    approved = values.get(PROP + marks.APPROVED, "")
    state, own = _state(values), values.get(PROP + marks.STATE, "")
    written = {"approved": approved, "state": state, "own state": own}
    return (
        f"<trans-unit id={quoteattr(id)}{_attribute('approved', approved)}"
        f"{_attribute('translate', values.get(PROP + marks.TRANSLATE, ''))}>\n"
        f"  <source>{_inline(source.segment)}</source>\n"
        f"  <target{_attribute('state', state)}>{_inline(target.segment)}</target>\n"
        f"{''.join(_elements_of(details, id, written))}</trans-unit>\n"
    )


def _attribute(name: str, value: str) -> str:
    return f" {name}={quoteattr(value)}" if value else ""


def _state(values: dict[str, str]) -> str:
    """The state of the target: its own one if XLIFF 1.2 has it, else that of an unfinished translation."""
    own = values.get(PROP + marks.STATE, "")
    if own in _STATES or own.startswith("x-"):
        return own
    is_unfinished = values.get(PROP + marks.FUZZY) == "yes" and PROP + marks.APPROVED not in values
    return "needs-review-translation" if is_unfinished else ""


def _elements_of(details: list[tuple[str, str]], id: str, written: dict[str, str]) -> Iterator[str]:
    """The context, properties and notes of a unit that are not in its attributes, in the order of the standard."""
    contexts: list[str] = []
    properties: list[str] = []
    notes: list[str] = []
    for name, value in details:
        kind = name.removeprefix(PROP) if name.startswith(PROP) else OWN + name
        if name in _ANNOTATES:
            notes.append(f"  <note{_ANNOTATES[name]}>{escape(value)}</note>\n")
        elif kind in (marks.CONTEXT, marks.REFERENCE):
            contexts.append(f"<context context-type={quoteattr(kind)}>{escape(value)}</context>")
        elif not _is_written(kind, value, id, written):
            properties.append(f"<prop prop-type={quoteattr(kind)}>{escape(value)}</prop>")
    if contexts:
        yield f"  <context-group>{''.join(contexts)}</context-group>\n"
    if properties:
        yield f"  <prop-group>{''.join(properties)}</prop-group>\n"
    yield from notes


def _is_written(kind: str, value: str, id: str, written: dict[str, str]) -> bool:
    if kind == marks.FUZZY and value == "yes":
        is_shown = written["state"] in marks.UNFINISHED and written["own state"] in ("", written["state"])
        is_unapproved = written["approved"] == "no" and written["state"] not in marks.CONFIRMED
        return is_unapproved or (written["approved"] != "yes" and is_shown)
    attributes = {
        OWN + ID: id,
        marks.APPROVED: written["approved"],
        marks.STATE: written["state"],
    }
    return kind == marks.TRANSLATE or attributes.get(kind) == value


def _inline(content: Content) -> str:
    return _elements(content, count(1))


def _elements(content: Content, counter: Iterator[int]) -> str:
    return "".join(
        escape(part) if isinstance(part, str) else _element(part, counter)
        for part in content
        if isinstance(part, str | Element)
    )


def has_place_for_type(code: Element) -> bool:
    """Whether XLIFF can hold the `type` of a code: it has no spaces in it (XLIFF 1.2, 2.3, ctype)."""
    return bool(code.attributes.get("type")) and not re.search(r"\s", code.attributes["type"])


def _element(code: Element, counter: Iterator[int]) -> str:
    number = str(next(counter))
    given = code.attributes
    inside = _elements(code.content, counter)
    kind = f" ctype={quoteattr('x-' + given['type'])}" if has_place_for_type(code) else ""
    if code.name == "hi":
        return f'<mrk mtype="x-hi">{inside}</mrk>'
    if code.name == "sub":
        return f"<sub>{inside}</sub>"
    if code.name in ("bpt", "ept"):
        i = quoteattr(given.get("i", number))
        return f"<{code.name} id={i} rid={i}{kind}>{inside}</{code.name}>"
    if code.name == "it":
        pos = _POS.get(given.get("pos", ""), "open")
        return f'<it id={quoteattr(given.get("x", number))} pos="{pos}"{kind}>{inside}</it>'
    return f"<ph id={quoteattr(given.get('x', number))}{kind}>{inside}</ph>"
