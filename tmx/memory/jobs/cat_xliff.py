"""The XLIFF 1.2 files of Trados (.sdlxliff) and memoQ (.mqxliff) as jobs, with states as these set them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tmx.bilingual.languages import Given
from tmx.bilingual.xliff import (
    MEMOQ,
    MEMOQ_UNFINISHED,
    TRADOS,
    TRADOS_UNFINISHED,
    segment_definition,
)
from tmx.bilingual.xml_text import XmlText
from tmx.memory.jobs.job import Filling, noted_others
from tmx.memory.jobs.xliff import Filled, XliffJob
from tmx.memory.jobs.xml_job import attributes

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

_LOCKED = ("true", "locked")


def open_xliff(xml: XmlText, given: Given) -> XliffJob:
    """Return the job for an XLIFF 1.2 file, by the namespaces that it declares."""
    spaces = xml.root.nsmap.values()
    if TRADOS in spaces:
        return TradosJob(xml, given)
    return MemoqJob(xml, given) if MEMOQ in spaces else XliffJob(xml, given)


class TradosJob(XliffJob):
    """An XLIFF file of Trados Studio. Each `sdl:seg` of a unit has the state of the segment with its id."""

    def is_locked(self, unit: Node, mid: str) -> bool:
        """Whether the segment is locked, or its unit is not to be translated."""
        seg = segment_definition(unit, mid)
        return super().is_locked(unit, mid) or (seg is not None and seg.get("locked") in _LOCKED)

    def is_open(self, unit: Node, mid: str, target: Node | None) -> bool:
        """Whether the segment is a draft, was rejected, or has no state."""
        seg = segment_definition(unit, mid)
        if seg is None:
            return super().is_open(unit, mid, target)
        return seg.get("conf", "Unspecified") in TRADOS_UNFINISHED

    def write_unit(self, unit: Node, filled: Filled) -> None:
        """Fill in segments, and set the state of each."""
        new = []
        for mid, (_, filling) in filled.items():
            given, seg = _trados(filling), segment_definition(unit, mid)
            if seg is not None:
                for name in ("conf", "origin", "origin-system", "percent", "text-match"):
                    self.set_attribute(seg, name, given.get(name))
            elif mid:
                new.append(f"<{self.prefixed(unit, TRADOS, 'seg')}{attributes({'id': mid, **given})}/>")
        definitions = unit.find(f"{{{TRADOS}}}seg-defs")
        if new and definitions is not None:
            self.append(definitions, "".join(new))
        super().write_unit(unit, filled)
        if new and definitions is None:
            name = self.prefixed(unit, TRADOS, "seg-defs")
            self.insert_after(self.last_side(unit), f"<{name}>{''.join(new)}</{name}>")

    def details(self, unit: Node, filled: Filled) -> list[str]:
        """Return no elements: Trados shows neither other translations nor notes of an XLIFF file."""
        if lost := sum(bool(filling.others) for _, filling in filled.values()):
            self.remarks["segments whose other translations only a report lists (--report): Trados shows none"] += (
                lost
            )
        if self.notes(unit):
            self.remarks["units without the terms of the termbase: Trados shows no notes"] += 1
        return []

    def target_attributes(self, filled: Filled, targets: list[Node | None]) -> dict[str, str]:
        """Return the state of the target, if its unit has no segments."""
        return super().target_attributes(filled, targets) if "" in filled else {}


class MemoqJob(XliffJob):
    """An XLIFF file of memoQ. Each unit is a segment, which has its state."""

    def is_locked(self, unit: Node, mid: str) -> bool:
        """Whether the segment is locked."""
        return super().is_locked(unit, mid) or unit.get(f"{{{MEMOQ}}}locked") in _LOCKED

    def is_open(self, unit: Node, mid: str, target: Node | None) -> bool:
        """Whether nobody has confirmed the segment."""
        status = unit.get(f"{{{MEMOQ}}}status")
        return super().is_open(unit, mid, target) if status is None else status in MEMOQ_UNFINISHED

    def write_unit(self, unit: Node, filled: Filled) -> None:
        """Fill in the segment, and set its state: in memoQ, translators confirm exact matches too."""
        if filled:
            score = min(_memoq_score(filling) for _, filling in filled.values())
            self.set_attribute(unit, self.prefixed(unit, MEMOQ, "status"), "PreTranslated")
            self.set_attribute(unit, self.prefixed(unit, MEMOQ, "percent"), str(score))
        super().write_unit(unit, filled)

    def details(self, unit: Node, filled: Filled) -> list[str]:
        """Return the stored pair as the match that was inserted, and other translations as a note."""
        made = []
        name = self.prefixed(unit, MEMOQ, "insertedmatch")
        if unit.find(f"{{{MEMOQ}}}insertedmatch") is None:
            for _, filling in filled.values():
                given = {"matchtype": "0", "source": filling.origin, "matchrate": str(_memoq_score(filling))}
                made.append(f"<{name}{attributes(given)}>{self.sides(unit, filling.stored[0])}</{name}>")
        return self.notes(unit, *(noted_others(filling) for _, filling in filled.values())) + made

    def target_attributes(self, filled: Filled, targets: list[Node | None]) -> dict[str, str]:  # noqa: ARG002
        """Return nothing: the unit has the state."""
        return {}


def _memoq_score(filling: Filling) -> int:
    """The score as memoQ counts: 101 for a match in context."""
    return filling.score + filling.is_in_context


def _trados(filling: Filling) -> Mapping[str, str]:
    """The attributes of the definition of a segment that was filled in, without those that have no value."""
    given = {
        "conf": "Translated" if filling.is_sure else "Draft",
        "origin": "tm" if filling.origin else "auto-propagated",
        "origin-system": filling.origin,
        "percent": str(filling.score),
        "text-match": "SourceAndTarget" if filling.is_in_context else "",
    }
    return {name: value for name, value in given.items() if value}
