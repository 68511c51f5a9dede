"""Reads and writes glossaries as tables (CSV, TSV, XLSX), and writes glossaries for OmegaT.

Start from `load_table` and `dump_table`. A row is a concept; more terms of a concept are in more rows with the same
id. The name of a column is a language (`zh-CN`), or a language and a data category of its term (`zh-CN status`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TypeVar

from termbase.errors import TermbaseError
from termbase.language import ENGLISH, is_chinese, region_style
from termbase.model import (
    ConceptEntry,
    Context,
    Definition,
    EntryLevel,
    LanguageSection,
    TermSection,
    Termbase,
    read_part_of_speech,
)
from termbase.severity import Severity
from termbase.table.columns import Column, guess_columns
from termbase.table.rows import SUFFIXES as SUFFIXES
from termbase.table.rows import dump_rows, rows_in
from termbase.tbx.finding import Reading, TermbaseFinding
from termbase.tbx.vocabulary import PROPOSED, read_status, read_term_type
from termbase.text.script import has_han

_CONCEPT_COLUMNS = ("id", "subjectField", "definition", "definitionSource", "note")
_TERM_COLUMNS = ("", "status", "partOfSpeech", "termType", "geographicalUsage", "context", "source", "note")
_LANGUAGE_COLUMNS = ("definition", "definitionSource", "languageNote")
_RARE_TERM_COLUMNS = ("termDefinition", "termDefinitionSource", "termSource")
Level = TypeVar("Level", ConceptEntry, LanguageSection)
_LISTED = re.compile(r"[;；|\n]+")
"""Separators between terms in a cell that lists several."""


def load_table(data: bytes, file: str, title: str = "", source: str = "", target: str = "") -> Reading:
    """Read a termbase from the bytes of a table; the suffix of `file` is the format.

    `source` and `target` are the languages of columns with these names. Raise TermbaseError if the file is not a
    table or has fewer than two columns of terms.
    """
    rows = [(line, cells) for line, cells in rows_in(data, file) if any(cell.strip() for cell in cells)]
    guess = guess_columns([cells for _, cells in rows], file, source, target)
    importer = _Importer(guess.columns)
    for line, cells in rows[guess.has_header :]:
        importer.take(line, cells)
    termbase = Termbase(tuple(importer.entries()), title or "termbase")
    header = rows[0][1]
    summary = "" if guess.is_plain(header) else guess.summary(header)
    return Reading(termbase, tuple(importer.findings), summary)


class _Importer:
    def __init__(self, columns: Sequence[Column | None]) -> None:
        self.columns = columns
        self.findings: list[TermbaseFinding] = []
        self.concepts: dict[str, ConceptEntry] = {}

    def take(self, line: int, cells: Sequence[str]) -> None:
        """Add one row: a concept, or more terms of a concept that exists already."""
        values = {
            column: cell.strip()
            for column, cell in zip(self.columns, cells, strict=False)
            if column and cell.strip()
        }
        languages = [column.language for column in values if column.language and not column.field]
        identifier = values.get(Column("", "id"), "") or f"row-{line}"
        if not languages and identifier not in self.concepts:
            self._report(
                "T801", Severity.WARNING, line, "a row without a term is skipped", "write a term, or remove it"
            )
            return
        entry = self.concepts.get(identifier) or ConceptEntry(identifier, ())
        for language in languages:
            for term in self._terms(line, language, values):
                entry = _with_term(entry, language, term)
        for language in dict.fromkeys(column.language for column in values if column.field in _LANGUAGE_COLUMNS):
            entry = self._with_prose(line, entry, language, values)
        notes = (*entry.notes, *_lines(values.get(Column("", "note"), "")))
        self.concepts[identifier] = replace(
            entry,
            subject_field=entry.subject_field or values.get(Column("", "subjectField")),
            notes=tuple(dict.fromkeys(notes)),
        )

    def _with_prose(self, line: int, entry: ConceptEntry, language: str, values: dict[Column, str]) -> ConceptEntry:
        """Add the definition and note of a language; without a term in it they belong to the concept."""
        definitions = _definitions(values, language, "definition")
        notes = tuple(_lines(values.get(Column(language, "languageNote"), "")))
        section = next((one for one in entry.languages if one.language == language), None)
        if section is None:
            if language:
                message = (
                    f"without a term in {region_style(language)}, its definition and note are read as the concept's"
                )
                self._report("T804", Severity.INFO, line, message, "")
            return _with_added(entry, definitions, notes)
        changed = _with_added(section, definitions, notes)
        return replace(entry, languages=tuple(changed if one is section else one for one in entry.languages))

    def entries(self) -> Iterable[ConceptEntry]:
        """Return the concepts in the order of their first rows."""
        return self.concepts.values()

    def _terms(self, line: int, language: str, values: dict[Column, str]) -> list[TermSection]:
        """Return the terms of a cell: several if it lists several, unless the table has ids (a row per term)."""
        cell = values[Column(language, "")]
        parts = [part for part in map(str.strip, _LISTED.split(cell)) if part]
        if Column("", "id") in self.columns or len(parts) < 2:
            return [self._term(line, language, cell, values)]
        message = f"a cell that lists several terms is read as several terms: {' | '.join(parts)}"
        self._report("T803", Severity.INFO, line, message, "")
        return [self._term(line, language, part, values) for part in parts]

    def _term(self, line: int, language: str, term: str, values: dict[Column, str]) -> TermSection:
        def value(field: str) -> str:
            own, of_all = values.get(Column(language, field)), values.get(Column("", field), "")
            is_foreign = field == "context" and has_han(of_all) != is_chinese(language)
            return own or ("" if is_foreign else of_all)

        notes = _lines(values.get(Column(language, "note"), ""))
        status, kind = read_status(value("status")), read_term_type(value("termType"))
        for name, text, meaning in (("status", value("status"), status), ("termType", value("termType"), kind)):
            if text and meaning is None:
                self._report("T802", Severity.WARNING, line, f"unknown {name} {text!r} is kept as a note", "")
                notes.append(f"{name}: {text}")
        contexts = (Context(value("context"), value("source")),) if value("context") else ()
        sources = _lines(value("termSource")) + ([value("source")] if value("source") and not contexts else [])
        return TermSection(
            term,
            status,
            read_part_of_speech(value("partOfSpeech")) or value("partOfSpeech") or None,
            kind,
            value("geographicalUsage") or None,
            contexts,
            tuple(note for note in notes if note != PROPOSED),
            proposed=PROPOSED in notes,
            definitions=_definitions(values, language, "termDefinition"),
            sources=tuple(sources),
        )

    def _report(self, code: str, severity: Severity, line: int, message: str, hint: str) -> None:
        self.findings.append(TermbaseFinding(code, severity, message, line, 1, hint=hint))


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _definitions(values: dict[Column, str], language: str, field: str) -> tuple[Definition, ...]:
    text = values.get(Column(language, field))
    return (Definition(text, values.get(Column(language, f"{field}Source"), "")),) if text else ()


def _with_added(level: Level, definitions: Iterable[Definition], notes: Iterable[str]) -> Level:
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


def dump_table(
    termbase: Termbase, form: str, tag_style: Callable[[str], str] = region_style
) -> tuple[bytes, list[TermbaseFinding]]:
    """Return a termbase as the bytes of a `csv`, `tsv` or `xlsx` table, and findings on what the table lacks.

    The table has no columns for data categories that the termbase does not use.
    """
    tags = list(dict.fromkeys(section.language for entry in termbase for section in entry.languages))
    columns = [Column("", name) for name in _CONCEPT_COLUMNS]
    fields = (*_TERM_COLUMNS, *_RARE_TERM_COLUMNS, *_LANGUAGE_COLUMNS)
    columns += [Column(tag, field) for tag in tags for field in fields]
    rows = [row for entry in termbase for row in _rows(entry, tags)]
    filled = {column for row in rows for column in row}
    used = [column for column in columns if column in filled or (column.language and not column.field)]
    header = [f"{tag_style(column.language) if column.language else ''} {column.field}".strip() for column in used]
    table = [header, *([row.get(column, "") for column in used] for row in rows)]
    return dump_rows(table, form), list(_losses(termbase))


def _rows(entry: ConceptEntry, tags: Sequence[str]) -> Iterator[dict[Column, str]]:
    terms = [[_term_cells(tag, term) for language, term in entry.terms() if language == tag] for tag in tags]
    definitions = [[_definition_cells("", definition) for definition in entry.definitions]]
    for tag in tags:
        sections = [section for section in entry.languages if section.language == tag]
        definitions.append([_definition_cells(tag, one) for section in sections for one in section.definitions])
    for number, row in enumerate(zip_longest(*terms, *definitions, fillvalue={})):
        cells = {Column("", "id"): entry.id} | (_once(entry) if number == 0 else {})
        for more in row:
            cells |= more
        yield {column: text for column, text in cells.items() if text}


def _once(entry: ConceptEntry) -> dict[Column, str]:
    """Return the cells that only the first row of a concept has."""
    notes = {
        Column(section.language, "languageNote"): "\n".join(section.notes)
        for section in entry.languages
        if section.notes
    }
    return {
        Column("", "subjectField"): entry.subject_field or "",
        Column("", "note"): "\n".join(entry.notes),
        **notes,
    }


def _definition_cells(language: str, definition: Definition) -> dict[Column, str]:
    return {
        Column(language, "definition"): definition.text,
        Column(language, "definitionSource"): definition.source,
    }


def _term_cells(language: str, term: TermSection) -> dict[Column, str]:
    return {Column(language, field): text for field, text in _cells(term).items()}


def _cells(term: TermSection) -> dict[str, str]:
    context = term.contexts[0] if term.contexts else Context("")
    definition = term.definitions[0] if term.definitions else Definition("")
    return {
        "": term.term,
        "status": term.status.value if term.status else "",
        "partOfSpeech": str(term.part_of_speech or ""),
        "termType": term.type.value if term.type else "",
        "geographicalUsage": term.geographical_usage or "",
        "context": context.text,
        "source": context.source,
        "note": "\n".join([PROPOSED] * term.proposed + list(term.notes)),
        "termDefinition": definition.text,
        "termDefinitionSource": definition.source,
        "termSource": "\n".join(term.sources),
    }


def _losses(termbase: Termbase) -> Iterator[TermbaseFinding]:
    """Yield a finding for each concept with content for which a table has no column."""
    for entry in termbase:
        extras = len(entry.extras) + sum(len(section.extras) for section in entry.languages)
        contexts = transactions = 0
        for _, term in entry.terms():
            extras += len(term.extras)
            contexts += max(0, len(term.contexts) - 1)
            transactions += len(term.transactions)
        lost = {"further contexts": contexts, "transactions": transactions, "other elements": extras}
        if any(lost.values()):
            counts = ", ".join(f"{count} {name}" for name, count in lost.items() if count)
            yield TermbaseFinding("T707", Severity.WARNING, f"a table has no place for {counts}", path=entry.id)


def dump_omegat(termbase: Termbase, languages: Sequence[str]) -> tuple[bytes, list[TermbaseFinding]]:
    """Return a glossary for OmegaT: source, target and comment in UTF-8, separated by tabs, preferred terms first.

    OmegaT has neither regions nor statuses, so the file has one pair of languages, and deprecated and superseded
    terms are left out and reported. Raise TermbaseError if `languages` is empty and the termbase does not have
    exactly two.
    """
    source, target = _pair(termbase, languages)
    lines, findings = [], []
    for entry in termbase:
        terms: dict[str, list[TermSection]] = {source: [], target: []}
        for language, term in entry.terms():
            if language in terms and term.is_forbidden:
                findings.append(
                    TermbaseFinding(
                        "T706", Severity.INFO, f"left out: {term.term}: its status is {term.status}", path=entry.id
                    )
                )
            elif language in terms:
                terms[language].append(term)
        for own in terms[source]:
            for other in sorted(terms[target], key=lambda term: term.rank):
                lines.append([own.term, other.term, _comment(entry, (source, target), other)])
    return dump_rows([[" ".join(cell.split()) for cell in line] for line in lines], "tsv"), findings


def _pair(termbase: Termbase, languages: Sequence[str]) -> tuple[str, str]:
    tags = list(languages) or sorted(
        {section.language for entry in termbase for section in entry.languages},
        key=lambda tag: (tag != ENGLISH, tag),
    )
    if len(tags) != 2:
        raise TermbaseError(
            f"an OmegaT glossary has one pair of languages, not {', '.join(map(region_style, tags))}",
            hint="give --languages en,zh-CN",
        )
    return tags[0], tags[1]


def _comment(entry: ConceptEntry, languages: Sequence[str], term: TermSection) -> str:
    """Return what a translator reads beside a pair: the definitions, and the notes on the target term."""
    levels: list[EntryLevel] = [entry, *entry.languages, term]
    chosen = [level for level in levels if not isinstance(level, LanguageSection) or level.language in languages]
    definitions = [definition.text for level in chosen for definition in level.definitions]
    return "; ".join((*definitions, *term.notes))
