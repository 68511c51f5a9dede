"""Makes concepts from the rows of a glossary: rows with one id are one concept. Start from `Concepts`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from termbase.language import region_style
from termbase.model import (
    CONCEPT_KINDS,
    ConceptEntry,
    Definition,
    LanguageSection,
    TermSection,
    read_part_of_speech,
)
from termbase.severity import Severity
from termbase.table.multiline import in_cell
from termbase.table.row_statuses import Key
from termbase.table.row_terms import Row, RowTerm, status_of
from termbase.table.term_cells import TermCells, definitions
from termbase.tbx.finding import TermbaseFinding
from termbase.tbx.standard.vocabulary import PROPOSED, is_proposed, read_status, read_term_type

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
        defined = definitions(row, language, "definition")
        notes = tuple(line for text in row.values(language, "languageNote") for line in in_cell(text))
        section = next((one for one in entry.languages if one.language == language), None)
        if section is None:
            if language:
                message = (
                    f"without a term in {region_style(language)}, its definition and note are read as the concept's"
                )
                self._report("T804", Severity.INFO, row.line, message)
            return _with_added(entry, defined, notes)
        changed = _with_added(section, defined, notes)
        return replace(entry, languages=tuple(changed if one is section else one for one in entry.languages))

    def _term(self, row: Row, term: RowTerm) -> TermSection:
        word = (
            term.status
            or status_of(row, term.language)
            or self._statuses.get((row.id, term.language, term.text), "")
        )
        cells = TermCells(row, term.language)
        notes = [*cells.notes(), *self._further_values(cells), *self._unknown_values(cells, word)]
        return TermSection(
            term.text,
            read_status(word),
            read_part_of_speech(cells.value("partOfSpeech")) or cells.value("partOfSpeech") or None,
            term.type or read_term_type(cells.value("termType")),
            cells.value("geographicalUsage") or None,
            cells.contexts(),
            tuple(note for note in notes if note != PROPOSED),
            proposed=PROPOSED in notes or is_proposed(word),
            definitions=definitions(row, term.language, "termDefinition"),
            sources=cells.sources(),
            confidence=cells.confidence(),
            transactions=term.transactions,
        )

    def _further_values(self, cells: TermCells) -> Iterator[str]:
        """Yield as notes, reported, the values after the first of the fields of which a term has one."""
        for field in _SINGLE_FIELDS:
            first, *further = [*dict.fromkeys(cells.values(field)), ""]
            for text in filter(None, further):
                self._kept_as_note(cells, f"a second {field} {text!r} beside {first!r}")
                yield f"{field}: {text}"

    def _unknown_values(self, cells: TermCells, status: str) -> Iterator[str]:
        """Yield as notes, reported, a status and a type of term that have no place in the model."""
        if status and read_status(status) is None and not is_proposed(status):
            self._kept_as_note(cells, f"unknown status {status!r}")
            yield f"status: {status}"
        kind = cells.value("termType")
        if kind and read_term_type(kind) is None:
            self._kept_as_note(cells, f"unknown termType {kind!r}")
            yield f"termType: {kind}"

    def _kept_as_note(self, cells: TermCells, what: str) -> None:
        self._report("T802", Severity.WARNING, cells.row.line, f"{what} is kept as a note")

    def _report(self, code: str, severity: Severity, line: int, message: str, hint: str = "") -> None:
        self.findings.append(TermbaseFinding(code, severity, message, line, 1, hint=hint))


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
