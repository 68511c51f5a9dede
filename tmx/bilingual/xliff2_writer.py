"""Writes translation units as XLIFF 2.0, with their inline codes, states, notes and properties.

Start from `write_xliff2`. The original markup of codes is in the `originalData` of a unit (XLIFF 2.0, 4.2.2.9),
what XLIFF has no place for in its metadata (5.3).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from termbase.language import region_style
from termbase.text.xml_text import xml_text
from tmx.bilingual import marks
from tmx.bilingual.details import ID, NOTE, OWN, PROP, details_of
from tmx.bilingual.xliff2_codes import OriginalData, inline
from tmx.bilingual.xliff_writer import UniqueIds
from tmx.direction import Direction
from tmx.model import TranslationUnit, Variant

_STATES = ("initial", "translated", "reviewed", "final")
"""The states of XLIFF 2.0 (4.3.1.32, state)."""

_SUBSTATE = re.compile(r"[^\s:]+:[^\s:]+")
_APPLIES_TO = {NOTE: "", f"source {NOTE}": ' appliesTo="source"', f"target {NOTE}": ' appliesTo="target"'}

Details = list[tuple[str, str]]


def write_xliff2(
    file: BinaryIO, units: Iterable[TranslationUnit], direction: Direction, remarks: Counter[str]
) -> None:
    """Write the pairs of units. `remarks` counts the ids that get a number, since each may occur once."""
    source, target = region_style(direction.source), region_style(direction.target)
    file.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"'
        ' xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"'
        f' srcLang="{source}" trgLang="{target}">\n<file id="memory">\n'.encode()
    )
    ids, is_empty = UniqueIds(remarks, are_tokens=True), True
    for unit in units:
        for first, second in direction.texts(unit):
            file.write(xml_text(_unit(ids.unique(unit.id), unit, first, second)).encode())
            is_empty = False
    if is_empty:  # a file has at least one unit or group
        file.write(b'<group id="empty"/>\n')
    file.write(b"</file>\n</xliff>\n")


def _unit(id: str, unit: TranslationUnit, source: Variant, target: Variant) -> str:
    details = list(details_of(unit, source, target))
    attributes, state, rest = _divided(details, id)
    data = OriginalData()
    texts = [inline(variant.segment, data) for variant in (source, target)]
    return (
        f"<unit id={quoteattr(id)}{attributes}>\n{_metadata(rest)}{_notes(details)}{data.written()}"
        f"  <segment{state}>\n    <source>{texts[0]}</source>\n    <target>{texts[1]}</target>\n"
        "  </segment>\n</unit>\n"
    )


def _divided(details: Details, id: str) -> tuple[str, str, Details]:
    """Return the attributes of a unit, those of its segment, and the details that are neither these nor notes."""
    rest = [detail for detail in details if detail[0] not in _APPLIES_TO and detail != (ID, id)]
    values = dict(reversed(details))
    own = {name: values.get(PROP + name, "") for name in (marks.STATE, marks.SUBSTATE, marks.FUZZY)}
    attributes = ""
    if context := values.get(PROP + marks.CONTEXT, ""):
        attributes += f" name={quoteattr(context)}"
        rest.remove((PROP + marks.CONTEXT, context))
    if values.get(PROP + marks.TRANSLATE) == "no":
        attributes += ' translate="no"'
        rest.remove((PROP + marks.TRANSLATE, "no"))
    state = own[marks.STATE] if own[marks.STATE] in _STATES else ""
    written = [(marks.STATE, state)] if state else []
    if own[marks.FUZZY] == "yes" and state in ("", "initial"):
        state = "initial"
        written.append((marks.FUZZY, "yes"))
    shown = f" state={quoteattr(state)}" if state else ""
    if state and _SUBSTATE.fullmatch(own[marks.SUBSTATE]):
        shown += f" subState={quoteattr(own[marks.SUBSTATE])}"
        written.append((marks.SUBSTATE, own[marks.SUBSTATE]))
    for name, value in written:
        rest.remove((PROP + name, value))
    return attributes, shown, rest


def _metadata(details: Details) -> str:
    found = "".join(_meta(name, value) for name, value in details)
    group = f'<mda:metaGroup category="tmx">{found}</mda:metaGroup>'
    return f"  <mda:metadata>{group}</mda:metadata>\n" if found else ""


def _meta(name: str, value: str) -> str:
    type = name.removeprefix(PROP) if name.startswith(PROP) else OWN + name
    return f"<mda:meta type={quoteattr(type)}>{escape(value)}</mda:meta>"


def _notes(details: Details) -> str:
    def notes() -> Iterator[str]:
        for name, value in details:
            if name in _APPLIES_TO:
                yield f"<note{_APPLIES_TO[name]}>{escape(value)}</note>"

    found = "".join(notes())
    return f"  <notes>{found}</notes>\n" if found else ""
