"""An XLIFF 1.2 file as a job. Each `trans-unit` is a segment, or each segment in its `seg-source`.

`tmx.memory.jobs.cat_xliff` has the files of Trados and memoQ, which mark states in their own ways.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from termbase.language import region_style
from tmx.bilingual.languages import Given
from tmx.bilingual.marks import UNFINISHED
from tmx.bilingual.xliff import segments, target_language
from tmx.bilingual.xliff_codes import content_of
from tmx.bilingual.xml_text import XmlText, inherited, local_name
from tmx.content import plain
from tmx.memory.jobs.job import Filling, Segment, Stored, Suggestion, noted
from tmx.memory.jobs.xml_job import XmlJob, space_of, written
from tmx.report import Report

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

_NATIVE = frozenset(["bpt", "ept", "it", "ph", "sub"])
"""Inline elements whose content is that of the original format."""


class Spot(NamedTuple):
    """Where a segment is: its unit, its number in it, its source, and its target if there is one."""

    unit: Node
    mid: str
    source: Node
    target: Node | None


Filled: TypeAlias = "Mapping[str, tuple[Spot, Filling]]"
"""The segments of a unit that were filled in, by their numbers in it."""


class XliffJob(XmlJob):
    """An XLIFF 1.2 file."""

    def __init__(self, xml: XmlText, given: Given) -> None:
        super().__init__(xml)
        self._report = Report(xml.document.file)
        self._spots: list[Spot] = []
        self._filled: dict[Node, dict[str, tuple[Spot, Filling]]] = defaultdict(dict)
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
            self.write_unit(unit, self._filled.get(unit, {}))
        for file in self._files[self._declared] if self._filled and not self._declared[1] else ():
            self.set_attribute(file, "target-language", region_style(self.languages[1]))

    def is_single(self, node: Node) -> bool:
        """Whether an element is empty, or holds markup of the original format."""
        is_empty = not len(node) and not node.text
        return local_name(node) in _NATIVE or (is_empty and local_name(node) != "mrk")

    def is_dropped(self, node: Node) -> bool:
        """Whether an element is a mark, unless it stands for a highlighted text of a memory."""
        return local_name(node) == "mrk" and node.get("mtype") != "x-hi"

    def is_locked(self, unit: Node, mid: str) -> bool:  # noqa: ARG002
        """Whether a segment is not to be translated."""
        return inherited(unit, "translate") == "no"

    def is_open(self, unit: Node, mid: str, target: Node | None) -> bool:  # noqa: ARG002
        """Whether the translation of a segment, if it has one, is not finished."""
        return target is not None and target.get("state", "") in UNFINISHED

    def _segments(self, unit: Node) -> list[Segment]:
        source, target = unit.find("{*}source"), unit.find("{*}target")
        if source is None:
            return []
        made = []
        pairs = segments(unit, target) or [("", source, target)]
        for mid, first, second in pairs:
            content = content_of(first, self._report)
            translation = () if second is None else content_of(second, self._report)
            is_open = self.is_open(unit, mid, target)
            if is_open and plain(translation).strip() == plain(content).strip():
                translation = ()  # a copy of the source
            if self.is_locked(unit, mid):
                continue
            is_confirmed = not is_open and unit.get("approved") != "no"
            name = "/".join(part for part in (unit.get("id", ""), mid if len(pairs) > 1 else "") if part)
            made.append(Segment(len(self._spots), content, translation, name, is_confirmed))
            self._spots.append(Spot(unit, mid, first, second))
        return made

    def write_unit(self, unit: Node, filled: Filled) -> None:
        """Make the changes of a unit, of which some segments were filled in, by number."""
        source, parts, target = (unit.find(f"{{*}}{name}") for name in ("source", "seg-source", "target"))
        if source is None:
            return
        details = self.details(unit, filled)
        attributes = self.target_attributes(filled, [second for _, _, second in segments(unit, target)])
        if filled and target is None:
            given = {**space_of(source), **attributes}
            details.insert(0, self.element(source, "target", self._whole(parts, filled), given))
        elif filled and target is not None:
            for name, value in attributes.items():
                self.set_attribute(target, name, value)
            self._write_target(target, parts, filled)
        self.insert_after(self.last_side(unit), *details)

    def last_side(self, unit: Node) -> Node:
        """Return the target of a unit, or its source (`seg-source`, `source`) if it has none."""
        sides = (unit.find(f"{{*}}{name}") for name in ("target", "seg-source", "source"))
        return next(node for node in sides if node is not None)

    def details(self, unit: Node, filled: Filled) -> list[str]:
        """Return the elements to put after the target: what a translation to review is made of, and notes."""
        made = [
            self._alternative(spot, pair)
            for spot, filling in filled.values()
            if not filling.is_sure
            for pair in filling.stored
        ]
        return made + self.notes(unit)

    def target_attributes(self, filled: Filled, targets: list[Node | None]) -> dict[str, str]:
        """Return the state of the target of a unit, whose segments had these targets before."""
        fillings = [filling for _, filling in filled.values()]
        empty = sum(target is None or not "".join(target.itertext()).strip() for target in targets)
        is_sure = all(filling.is_sure for filling in fillings) and len(fillings) >= empty
        qualifier = "exact-match" if all(_is_exact(filling) for filling in fillings) else "fuzzy-match"
        return {"state": "translated" if is_sure else "needs-review-translation", "state-qualifier": qualifier}

    def _write_target(self, target: Node, parts: Node | None, filled: Filled) -> None:
        if all(spot.target is None or spot.target is target for spot, _ in filled.values()) and not _marks(target):
            self.set_content(target, self._whole(parts, filled))
            return
        for mid, (spot, filling) in filled.items():
            made = self.markup(filling, spot.source)
            if spot.target is not None:
                self.set_content(spot.target, made)
            else:
                self.append(target, self.element(spot.source, "mrk", made, {"mtype": "seg", "mid": mid}))

    def notes(self, unit: Node, *texts: str) -> list[str]:
        """Return notes with the terms of a unit and with some texts, without those that it has."""
        terms = [("termbase", noted(self._suggested[unit]))] if unit in self._suggested else []
        present = {"", *("".join(note.itertext()) for note in unit.findall("{*}note"))}
        return [
            self.element(unit, "note", written(text), {"from": origin, "annotates": "source"})
            for origin, text in [*terms, *(("memory", text) for text in texts)]
            if text not in present
        ]

    def _whole(self, parts: Node | None, filled: Filled) -> str:
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

    def _alternative(self, spot: Spot, pair: Stored) -> str:
        """A stored pair, with the number of its segment; the schema allows no number of one inside a code."""
        parent = spot.source.getparent()
        mid = spot.mid if parent is not None and local_name(parent) == "seg-source" else ""
        details = {"mid": mid, "match-quality": f"{pair.score}%", "origin": pair.origin}
        return self.element(spot.unit, "alt-trans", self.sides(spot.unit, pair), details)

    def sides(self, unit: Node, pair: Stored) -> str:
        """Return a stored pair as a source and a target."""
        sides = ((name, written(text)) for name, text in (("source", pair.source), ("target", pair.target)))
        return "".join(self.element(unit, name, text) for name, text in sides)


def _is_exact(filling: Filling) -> bool:
    return filling.score == 100 or bool(filling.others)


def _marks(node: Node) -> list[Node]:
    return [mark for mark in node.iter("{*}mrk") if mark.get("mtype") == "seg"]
