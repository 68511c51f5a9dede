"""An XLIFF 1.2 file as a job. Each `trans-unit` is a segment, or each segment in its `seg-source`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from termbase.language import region_style
from tmx.bilingual.languages import Given
from tmx.bilingual.marks import UNFINISHED
from tmx.bilingual.xliff import segments, target_language
from tmx.bilingual.xliff_codes import content_of
from tmx.bilingual.xml_text import XmlText, inherited, local_name
from tmx.content import plain
from tmx.memory.jobs.job import Filling, Segment, Suggestion, noted
from tmx.memory.jobs.xml_job import XmlJob, written
from tmx.report import Report

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

_NATIVE = frozenset(["bpt", "ept", "it", "ph", "sub"])
"""Inline elements whose content is that of the original format."""


class _Spot(NamedTuple):
    """Where a segment is: its unit, its number in it, its source, and its target if there is one."""

    unit: Node
    mid: str
    source: Node
    target: Node | None


class XliffJob(XmlJob):
    """An XLIFF 1.2 file."""

    def __init__(self, xml: XmlText, given: Given) -> None:
        super().__init__(xml)
        self._report = Report(xml.document.file)
        self._spots: list[_Spot] = []
        self._filled: dict[Node, dict[str, tuple[_Spot, Filling]]] = defaultdict(dict)
        self._suggested: dict[Node, dict[Suggestion, None]] = defaultdict(dict)
        parts: dict[tuple[str, str], list[Segment]] = defaultdict(list)
        self._files: dict[tuple[str, str], list[Node]] = defaultdict(list)
        for file in xml.root.iter("{*}file"):
            units = [unit for unit in file.iter("{*}trans-unit") if unit.find("{*}source") is not None]
            named = file.get("target-language", "") or next(filter(None, map(target_language, units)), "")
            languages = file.get("source-language", ""), named
            self._files[languages].append(file)
            parts[languages] += [segment for unit in units for segment in self._segments(unit)]
        self.in_languages(given, parts)
        self._declared = next((pair for pair, found in parts.items() if found is self.segments), ("", ""))

    def fill(self, segment: Segment, filling: Filling) -> None:
        """Add a `target` with its state; one to review has the pair that it is from beside it (`alt-trans`)."""
        spot = self._spots[segment.number]
        self._filled[spot.unit][spot.mid] = spot, filling

    def suggest(self, segment: Segment, suggestions: Sequence[Suggestion]) -> None:
        """Add a `note` to the unit."""
        self._suggested[self._spots[segment.number].unit] |= dict.fromkeys(suggestions)

    def write(self) -> None:
        """Make the changes of all units, and name the target language where the file does not."""
        for unit in self._filled | self._suggested:
            self._write(unit, self._filled.get(unit, {}))
        for file in self._files[self._declared] if self._filled and not self._declared[1] else ():
            self.set_attribute(file, "target-language", region_style(self.languages[1]))

    def is_single(self, node: Node) -> bool:
        """Whether an element is empty, or holds markup of the original format."""
        is_empty = not len(node) and not node.text
        return local_name(node) in _NATIVE or (is_empty and local_name(node) != "mrk")

    def is_dropped(self, node: Node) -> bool:
        """Whether an element is a mark, unless it stands for a highlighted text of a memory."""
        return local_name(node) == "mrk" and node.get("mtype") != "x-hi"

    def _segments(self, unit: Node) -> list[Segment]:
        source, target = unit.find("{*}source"), unit.find("{*}target")
        if inherited(unit, "translate") == "no" or source is None:
            return []
        made = []
        state = "" if target is None else target.get("state", "")
        pairs = segments(unit, target) or [("", source, target)]
        for mid, first, second in pairs:
            content = content_of(first, self._report)
            translation = () if second is None else content_of(second, self._report)
            if state in UNFINISHED and plain(translation).strip() == plain(content).strip():
                translation = ()  # a copy of the source
            is_confirmed = state not in UNFINISHED and unit.get("approved") != "no"
            name = "/".join(part for part in (unit.get("id", ""), mid if len(pairs) > 1 else "") if part)
            made.append(Segment(len(self._spots), content, translation, name, is_confirmed))
            self._spots.append(_Spot(unit, mid, first, second))
        return made

    def _write(self, unit: Node, filled: dict[str, tuple[_Spot, Filling]]) -> None:
        source, parts, target = (unit.find(f"{{*}}{name}") for name in ("source", "seg-source", "target"))
        if source is None:
            return
        details = [self._alternative(unit, filling) for _, filling in filled.values() if not filling.is_sure]
        details += self._note(unit)
        attributes = _attributes(filled, [second for _, _, second in segments(unit, target)])
        if filled and target is None:
            details.insert(0, self.element(source, "target", self._whole(parts, filled), attributes))
        elif filled and target is not None:
            for name, value in attributes.items():
                self.set_attribute(target, name, value)
            self._write_target(target, parts, filled)
        self.insert_after(next(node for node in (target, parts, source) if node is not None), *details)

    def _write_target(self, target: Node, parts: Node | None, filled: dict[str, tuple[_Spot, Filling]]) -> None:
        if all(spot.target is None or spot.target is target for spot, _ in filled.values()) and not _marks(target):
            self.set_content(target, self._whole(parts, filled))
            return
        for mid, (spot, filling) in filled.items():
            made = self.markup(filling, spot.source)
            if spot.target is not None:
                self.set_content(spot.target, made)
            else:
                self.append(target, self.element(spot.source, "mrk", made, {"mtype": "seg", "mid": mid}))

    def _note(self, unit: Node) -> list[str]:
        """The note with the terms of a unit, unless it has none or has this note."""
        text = noted(self._suggested[unit]) if unit in self._suggested else ""
        present = {"".join(note.itertext()) for note in unit.findall("{*}note")}
        given = {"from": "termbase", "annotates": "source"}
        return [self.element(unit, "note", written(text), given)] if text and text not in present else []

    def _whole(self, parts: Node | None, filled: dict[str, tuple[_Spot, Filling]]) -> str:
        """The content of a new target: a translation, or the source's segments, each with its own or none."""
        if parts is None or "" in filled:
            spot, filling = next(iter(filled.values()))
            return self.markup(filling, spot.source)
        markup = self.inner(parts)
        for mark in _marks(parts):
            made = ""
            if mark.get("mid", "") in filled:
                spot, filling = filled[mark.get("mid", "")]
                made = self.markup(filling, spot.source)
            start, end = self.tags(mark)
            markup = markup.replace(self.outer(mark), f"{start}{made}{end}", 1)
        return markup

    def _alternative(self, unit: Node, filling: Filling) -> str:
        sides = ((name, written(text)) for name, text in (("source", filling.source), ("target", filling.target)))
        inside = "".join(self.element(unit, name, text) for name, text in sides)
        details = {"match-quality": f"{filling.score}%", "origin": filling.origin}
        return self.element(unit, "alt-trans", inside, details)


def _attributes(filled: dict[str, tuple[_Spot, Filling]], targets: list[Node | None]) -> dict[str, str]:
    """The state of the target of a unit, whose segments had these targets before some were filled in."""
    fillings = [filling for _, filling in filled.values()]
    empty = sum(target is None or not "".join(target.itertext()).strip() for target in targets)
    is_sure = all(filling.is_sure for filling in fillings) and len(fillings) >= empty
    qualifier = "exact-match" if all(filling.score >= 100 for filling in fillings) else "fuzzy-match"
    return {"state": "translated" if is_sure else "needs-review-translation", "state-qualifier": qualifier}


def _marks(node: Node) -> list[Node]:
    return [mark for mark in node.iter("{*}mrk") if mark.get("mtype") == "seg"]
