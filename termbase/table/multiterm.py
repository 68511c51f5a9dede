"""Reads MultiTerm XML, the export of the terminology manager of Trados, as rows of a glossary.

Start from `load_multiterm`. A concept (`conceptGrp`) has languages (`languageGrp`) with terms (`termGrp`);
each level has fields (`descrip`) with names that its users chose, which are read like the names of columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from termbase.model import Termbase
from termbase.severity import Severity
from termbase.table.column_names import Column, language_named, read_name
from termbase.table.columns import Record
from termbase.table.concepts import Concepts
from termbase.table.row_terms import Row, RowTerm
from termbase.tbx.finding import Reading, TermbaseFinding
from termbase.tbx.parse import parse
from termbase.tbx.source import read_source

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ROOT = "mtf"
_CONCEPT_FIELDS = frozenset(["subjectField", "definition", "definitionSource", "note"])
_LANGUAGE_FIELDS = {"definition": "definition", "definitionSource": "definitionSource", "note": "languageNote"}
_TERM_FIELDS = {
    "definition": "termDefinition",
    "definitionSource": "termDefinitionSource",
    **{
        name: name
        for name in ("status", "partOfSpeech", "termType", "geographicalUsage", "context", "source", "note")
    },
}
_READ = frozenset(["concept", "language", "term", "descrip", "languageGrp", "termGrp", "descripGrp"])


def load_multiterm(data: bytes, file: str, title: str = "") -> Reading:
    """Read a termbase from the bytes of a MultiTerm XML file. Raise TermbaseError if it is not well-formed."""
    source = read_source(data, file)
    reader, concepts = _Reader(), Concepts({})
    for number, group in enumerate(parse(source).iter("conceptGrp"), 1):
        for row in reader.rows(group, number):
            concepts.take(row)
    termbase = Termbase(concepts.entries(), title or "termbase")
    return Reading(termbase, (*source.findings, *reader.findings(), *concepts.findings))


class _Reader:
    """Makes rows of the parts of a file, and counts what a row has no place for."""

    def __init__(self) -> None:
        self._left_out: Counter[str] = Counter()
        self._findings: list[TermbaseFinding] = []

    def findings(self) -> list[TermbaseFinding]:
        """Return what was moved or left out, in the order of the file."""
        lost = ", ".join(f"{count} {name}" for name, count in sorted(self._left_out.items()))
        message = f"left out, since a termbase has no place for them: {lost}"
        return [*self._findings, *([TermbaseFinding("T707", Severity.WARNING, message)] if lost else [])]

    def rows(self, group: Element, number: int) -> Iterator[Row]:
        """Yield a row for each term of a concept; the first has the fields of the concept too."""
        identifier = _text(group.find("concept")) or f"row-{number}"
        common = [
            (Column("", field), text)
            for field, text in self._fields(group, {each: each for each in _CONCEPT_FIELDS})
        ]
        self._count(group)
        for section in group.iterfind("languageGrp"):
            language = self._language(section)
            record = [
                *common,
                *((Column(language, field), text) for field, text in self._fields(section, _LANGUAGE_FIELDS)),
            ]
            self._count(section)
            for place, term in enumerate(section.iterfind("termGrp")):
                yield self._row(term, identifier, language, record if place == 0 else [])
                common = []

    def _row(self, group: Element, identifier: str, language: str, record: Record) -> Row:
        self._count(group)
        own = [(Column(language, field), text) for field, text in self._fields(group, _TERM_FIELDS)]
        text = _text(group.find("term"))
        terms = (RowTerm(language, text),) if text else ()
        return Row(group.sourceline or 0, identifier, terms, [*record, *own])

    def _language(self, section: Element) -> str:
        element = section.find("language")
        names = [element.get(name, "") for name in ("lang", "type")] if element is not None else []
        found = next(filter(None, map(language_named, names)), "")
        if not found:
            message = f"the language {' '.join(names).strip()!r} is not known: read as `und`"
            self._report("T608", section, message)
        return found or "und"

    def _fields(self, group: Element, known: dict[str, str]) -> Iterator[tuple[str, str]]:
        """Yield the fields of a level; one whose name is not known becomes a note that begins with the name."""
        for element in (*group.iterfind("descripGrp/descrip"), *group.iterfind("descrip")):
            name, text = element.get("type", ""), _text(element)
            column = read_name(name)
            if field := known.get(column.field if column else ("source" if name.lower() == "source" else "")):
                yield field, text
            else:
                self._report("T701", element, f"{name} is moved to a note: {text}")
                yield known["note"], f"{name}: {text}"

    def _count(self, group: Element) -> None:
        for element in group:
            if isinstance(element.tag, str) and element.tag not in _READ:
                self._left_out[element.tag] += 1

    def _report(self, code: str, element: Element, message: str) -> None:
        self._findings.append(TermbaseFinding(code, Severity.WARNING, message, element.sourceline or 0, 1))


def _text(element: Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())
