"""Validates a TMX file of any size. Each finding has a line, a path, a message and a hint.

Start from `validate`. An `error` breaks a rule of TMX 1.4b; a `warning` is about something that is allowed but
rarely intended. The rules for a single unit are in `tmx.unit_rules`; this module has those that need the whole
file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from termbase.severity import Severity
from tmx.languages import fits, tag_of
from tmx.model import ALL, Element, Header, TranslationUnit
from tmx.reader import Memory, read
from tmx.report import Repair, RepairCode, Report
from tmx.schema import VERSIONS
from tmx.unit_keys import KeyIndex, exact_key
from tmx.unit_rules import UnitProblem, check_attributes, check_tag, check_unit

_OF_THE_FILE = (RepairCode.ENCODING, RepairCode.END, RepairCode.HEADER)


class MemoryFinding(NamedTuple):
    """A finding in a memory. `line` is 1-based; `column` is None because only the line is known."""

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

    def of_repair(repair: Repair) -> None:
        take(_of_repair(repair, number))

    memory = read(file, Report(file, of_repair))
    for problem in _header_problems(memory):
        take(_finding(problem, 1, "/tmx/header"))
    with KeyIndex() as index:
        for number, unit in enumerate(memory.units(), 1):
            for problem in (*check_unit(unit), *_relations(unit, memory.header), *_repeated(unit, number, index)):
                take(_finding(problem, unit.line, f"/tmx/body/tu[{number}]"))
    return MemoryValidation(memory.version, number)


def _of_repair(repair: Repair, number: int) -> MemoryFinding:
    path = "/tmx" if repair.code in _OF_THE_FILE else f"/tmx/body/tu[{number + 1}]"
    hint = "`termbase tmx convert` repairs it" if not repair.lost else "repair it by hand: it cannot be read"
    is_mild = repair.code is RepairCode.SCRIPT  # zh is a valid tag, although CAT tools take it for zh-CN
    severity = Severity.WARNING if is_mild else Severity.ERROR
    return MemoryFinding(repair.code, severity, repair.line, None, path, repair.message, hint)


def _finding(problem: UnitProblem, line: int, path: str) -> MemoryFinding:
    return MemoryFinding(
        problem.code,
        problem.severity,
        problem.line or line,
        None,
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
