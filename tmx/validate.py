"""Validates a TMX file of any size. Each finding has a line, mostly a column, a path, a message and a hint.

Start from `validate`. An `error` breaks a rule of TMX 1.4b; a `warning` is about something that is allowed but
rarely intended. The rules for a single unit are in `tmx.unit_rules`; this module has those that need the whole
file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from termbase.document.model import Place
from termbase.severity import Severity
from tmx.languages import fits, tag_of
from tmx.model import ALL, Element, Header, TranslationUnit
from tmx.places import Places
from tmx.reader import Memory, read
from tmx.report import Repair, RepairCode, Report
from tmx.schema import VERSIONS
from tmx.unit_keys import KeyIndex, exact_key
from tmx.unit_rules import UnitProblem, check_attributes, check_tag, check_unit

_OF_THE_FILE = (RepairCode.ENCODING, RepairCode.END, RepairCode.HEADER)


_TAG = r"<(?:[\w.-]+:)?"
_SHOWN_BY = {
    RepairCode.LANGUAGE: _TAG + r"tuv\b(?![^>]*lang\s*=)",
    RepairCode.SEG: _TAG + r"tuv\b[^>]*>(?:(?!<(?:[\w.-]+:)?seg\b).)*?(?:</(?:[\w.-]+:)?tuv\s*>|$)",
    RepairCode.SEGMENT: _TAG
    + r"seg\b(?:\s+[^\s>]|[^>]*>(?:(?!</(?:[\w.-]+:)?seg).)*</(?:[\w.-]+:)?seg\s*>\s*<(?:[\w.-]+:)?seg\b)",
    RepairCode.COMMENT: "<!--",
    RepairCode.END: r"(?<=.)$|^$",
}
"""What stands in the line of a repair where it is needed, by the kind of repair."""

_ONE_IN_A_LINE = {
    RepairCode.CODE: _TAG + r"seg\b",
    RepairCode.SCRIPT: _TAG + r"tuv\b",
    RepairCode.HEADER: _TAG + r"header\b|" + _TAG + r"tmx\b(?!.*<(?:[\w.-]+:)?header\b)",
}
"""The same, if that counts only where there is one in the line."""


class MemoryFinding(NamedTuple):
    """A finding in a memory. `line` and `column` are 1-based; `column` is None if only the line is known."""

    code: str
    severity: Severity
    line: int
    column: int | None
    path: str
    message: str
    hint: str


class MemoryValidation(NamedTuple):
    """The TMX version of a file and the number of its units."""

    version: str
    units: int


def validate(file: str, take: Callable[[MemoryFinding], object]) -> MemoryValidation:
    """Check a memory and call `take` with each finding. Raises TermbaseError if the file is not a TMX file."""
    number = 0
    repairs: list[Repair] = []
    memory = read(file, Report(file, repairs.append))
    places = Places(memory.texts())
    for problem in _header_problems(memory):
        take(_finding(problem, 1, "/tmx/header", places.of_header()))
    with KeyIndex() as index:
        for number, unit in enumerate(memory.units(), 1):
            problems = [*check_unit(unit), *_relations(unit, memory.header), *_repeated(unit, number, index)]
            if repairs or problems:
                places.go_to(number)
            _take_repairs(repairs, number - 1, places, take)
            for problem in problems:
                take(_finding(problem, unit.line, f"/tmx/body/tu[{number}]", places.of_path(problem.path)))
    _take_repairs(repairs, number, places, take, is_end=True)
    return MemoryValidation(memory.version, number)


def _take_repairs(
    repairs: list[Repair],
    number: int,
    places: Places,
    take: Callable[[MemoryFinding], object],
    is_end: bool = False,
) -> None:
    """Pass on the repairs up to the unit after unit `number`, and forget them.

    Text outside of segments is reported before the units around it are read.
    """
    last = places.last_line if repairs and not is_end else None
    later = [repair for repair in repairs if last and repair.code is RepairCode.JUNK and repair.line > last]
    for repair in repairs:
        if repair not in later:
            take(_of_repair(repair, number, _place_of(repair, places)))
    repairs[:] = later


def _place_of(repair: Repair, places: Places) -> Place | None:
    if repair.written:
        return places.of_next(repair.line, re.escape(repair.written))
    if repair.code in _SHOWN_BY:
        return places.of_next(repair.line, _SHOWN_BY[repair.code])
    return places.of_only(repair.line, _ONE_IN_A_LINE.get(repair.code, _TAG + r"tu\b"))


def _of_repair(repair: Repair, number: int, place: Place | None) -> MemoryFinding:
    path = "/tmx" if repair.code in _OF_THE_FILE else f"/tmx/body/tu[{number + 1}]"
    hint = "`termbase tmx convert` repairs it" if not repair.lost else "repair it by hand: it cannot be read"
    is_mild = repair.code is RepairCode.SCRIPT  # zh is a valid tag, although CAT tools take it for zh-CN
    severity = Severity.WARNING if is_mild else Severity.ERROR
    column = place.column if place else None
    return MemoryFinding(repair.code, severity, repair.line, column, path, repair.message, hint)


def _finding(problem: UnitProblem, line: int, path: str, place: Place | None) -> MemoryFinding:
    return MemoryFinding(
        problem.code,
        problem.severity,
        place.line if place else problem.line or line,
        place.column if place else None,
        path + problem.path,
        problem.message,
        problem.hint,
    )


def _header_problems(memory: Memory) -> Iterator[UnitProblem]:
    header = memory.header
    if memory.version not in VERSIONS:
        yield UnitProblem(
            "version", Severity.ERROR, f"the TMX version is {memory.version or 'missing'}", 'write version="1.4"'
        )
    yield from check_attributes("header", header.attributes)
    for item in header.items:
        if isinstance(item, Element):
            yield from check_attributes(item.name, item.attributes, f"/{item.name}")
    if header.source_language != ALL:
        yield from check_tag(header.source_language, "/@srclang")


def _relations(unit: TranslationUnit, header: Header) -> Iterator[UnitProblem]:
    source = unit.attributes.get("srclang", header.source_language)
    if source != ALL and not any(fits(variant.tag, tag_of(source)) for variant in unit.variants):
        yield UnitProblem(
            "srclang",
            Severity.WARNING,
            f"no variant in the source language, {source}",
            "correct the srclang of the tu, or set it to *all*",
        )


def _repeated(unit: TranslationUnit, number: int, index: KeyIndex) -> Iterator[UnitProblem]:
    first = index.first(exact_key(unit), number)
    if first != number:
        yield UnitProblem(
            "duplicate",
            Severity.WARNING,
            f"the unit is the same as tu[{first}]",
            "`termbase tmx clean` keeps one of them",
        )
    if unit.id:
        first = index.first(b"id " + unit.id.encode("utf-8", "replace"), number)
        if first != number:
            yield UnitProblem(
                "tuid", Severity.WARNING, f"tu[{first}] has the tuid {unit.id} too", "give each unit its own tuid"
            )
