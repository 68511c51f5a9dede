"""Makes concepts from the rows of a glossary: rows with one id are one concept. Start from `Concepts`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from termbase.language import is_chinese, region_style
from termbase.model import (
    CONCEPT_KINDS,
    ConceptEntry,
    Context,
    Definition,
    LanguageSection,
    TermSection,
    read_part_of_speech,
)
from termbase.severity import Severity
from termbase.table.multiline import in_cell
from termbase.table.row_statuses import Key
from termbase.table.row_terms import Row, RowTerm, status_of
from termbase.tbx.finding import TermbaseFinding
from termbase.tbx.vocabulary import PROPOSED, is_proposed, read_status, read_term_type
from termbase.text.script import has_han

_LANGUAGE_FIELDS = frozenset(["definition", "definitionSource", "languageNote"])
_SINGLE_FIELDS = ("status", "partOfSpeech", "termType", "geographicalUsage")
"""The fields of which a term has one."""

_Level = TypeVar("_Level", ConceptEntry, LanguageSection)


class Concepts:
    """The concepts of the rows so far, and what had to be reported about the rows.

    `statuses` are those of terms in rows with one status for several languages.
    """

    def __init__(self, statuses: Mapping[Key, str]) -> None:
        self.findings: list[TermbaseFinding] = []
        self._statuses = statuses
        self._concepts: dict[str, ConceptEntry] = {}

    def take(self, row: Row) -> None:
        """Add one row: a concept, or more terms of a concept that exists already."""
        if not row.terms and row.id not in self._concepts:
            hint = "write a term, or remove it"
            self._report("T801", Severity.WARNING, row.line, "a row without a term is skipped", hint)
            return
        entry = self._concepts.get(row.id) or ConceptEntry(row.id, ())
        for term in row.terms:
            entry = _with_term(entry, term.language, self._term(row, term))
        languages = [column.language for column, _ in row.record if column.field in _LANGUAGE_FIELDS]
        for language in dict.fromkeys(languages):
            entry = self._with_prose(row, entry, language)
        notes = [*entry.notes, *(line for text in row.values("", "note") for line in in_cell(text))]
        fields = row.values("", "subjectField")
        if entry.subject_field is None and fields:
            entry = replace(entry, subject_field=fields[0])
        notes += [f"subjectField: {more}" for more in fields if more != entry.subject_field]
        kinds = [cell.lower() for cell in row.values("", "kind")]
        kind = entry.kind or next((kind for kind in kinds if kind in CONCEPT_KINDS), None)
        notes += [f"kind: {other}" for other in kinds if other not in CONCEPT_KINDS]
        self._concepts[row.id] = replace(entry, notes=tuple(dict.fromkeys(notes)), kind=kind)

    def entries(self) -> tuple[ConceptEntry, ...]:
        """Return the concepts in the order of their first rows."""
        return tuple(self._concepts.values())

    def _with_prose(self, row: Row, entry: ConceptEntry, language: str) -> ConceptEntry:
        """Add the definition and note of a language; without a term in it they belong to the concept."""
        definitions = _definitions(row, language, "definition")
        notes = tuple(line for text in row.values(language, "languageNote") for line in in_cell(text))
        section = next((one for one in entry.languages if one.language == language), None)
        if section is None:
            if language:
                message = (
                    f"without a term in {region_style(language)}, its definition and note are read as the concept's"
                )
                self._report("T804", Severity.INFO, row.line, message)
            return _with_added(entry, definitions, notes)
        changed = _with_added(section, definitions, notes)
        return replace(entry, languages=tuple(changed if one is section else one for one in entry.languages))

    def _term(self, row: Row, term: RowTerm) -> TermSection:
        def values(field: str) -> list[str]:
            own = row.values(term.language, field)
            of_all = [
                text
                for text in row.values("", field)
                if field != "context" or has_han(text) == is_chinese(term.language)
            ]
            return own or of_all

        def value(field: str) -> str:
            return next(iter(values(field)), "")

        word = (
            term.status
            or status_of(row, term.language)
            or self._statuses.get((row.id, term.language, term.text), "")
        )
        status, kind = read_status(word), read_term_type(value("termType"))
        notes = [line for text in row.values(term.language, "note") for line in in_cell(text)]
        notes += row.values(term.language, "termInfo")
        for field in _SINGLE_FIELDS:
            first, *further = [*dict.fromkeys(values(field)), ""]
            for text in filter(None, further):
                message = f"a second {field} {text!r} beside {first!r} is kept as a note"
                self._report("T802", Severity.WARNING, row.line, message)
                notes.append(f"{field}: {text}")
        unknown = {"status": word if status is None and not is_proposed(word) else ""}
        unknown["termType"] = value("termType") if kind is None else ""
        for name, text in unknown.items():
            if text:
                self._report("T802", Severity.WARNING, row.line, f"unknown {name} {text!r} is kept as a note")
                notes.append(f"{name}: {text}")
        contexts, sources = values("context"), values("source")
        given = [line for text in values("termSource") for line in in_cell(text)]
        return TermSection(
            term.text,
            status,
            read_part_of_speech(value("partOfSpeech")) or value("partOfSpeech") or None,
            term.type or kind,
            value("geographicalUsage") or None,
            tuple(
                Context(text, sources[0] if sources and not number else "") for number, text in enumerate(contexts)
            ),
            tuple(note for note in notes if note != PROPOSED),
            proposed=PROPOSED in notes or is_proposed(word),
            definitions=_definitions(row, term.language, "termDefinition"),
            sources=(*given, *sources[bool(contexts) :]),
            confidence=_confidence(value("confidence")),
        )

    def _report(self, code: str, severity: Severity, line: int, message: str, hint: str = "") -> None:
        self.findings.append(TermbaseFinding(code, severity, message, line, 1, hint=hint))


def _confidence(cell: str) -> float | None:
    """Return the confidence in a cell (0.97 or 0,97); None for other values, which other programs may mean."""
    return float(cell.replace(",", ".")) if re.fullmatch(r"0[.,]\d+|1[.,]0+", cell) else None


def _definitions(row: Row, language: str, field: str) -> tuple[Definition, ...]:
    sources = row.values(language, f"{field}Source")
    return tuple(
        Definition(text, sources[0] if sources and not number else "")
        for number, text in enumerate(row.values(language, field))
    )


def _with_added(level: _Level, definitions: Iterable[Definition], notes: Iterable[str]) -> _Level:
    return replace(
        level,
        definitions=tuple(dict.fromkeys((*level.definitions, *definitions))),
        notes=tuple(dict.fromkeys((*level.notes, *notes))),
    )


def _with_term(entry: ConceptEntry, language: str, term: TermSection) -> ConceptEntry:
    sections = {section.language: section for section in entry.languages}
    section = sections.get(language, LanguageSection(language, ()))
    if term not in section.terms:
        sections[language] = replace(section, terms=(*section.terms, term))
    return replace(entry, languages=tuple(sections.values()))
