"""Writes termbases as tables (CSV, TSV, XLSX). `read_glossary` reads them.

Start from `dump_table`. A row is a concept; more terms of a concept are in more rows with the same id. The
name of a column is a language (`zh-CN`), or a language and a data category of its term (`zh-CN status`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from termbase.language import region_style
from termbase.model import ConceptEntry, Context, Definition, TermSection, Termbase
from termbase.severity import Severity
from termbase.table.column_names import Column
from termbase.table.losses import table_losses
from termbase.table.multiline import in_one_cell
from termbase.table.row_ids import free_id
from termbase.table.rows import dump_rows
from termbase.tbx.finding import TermbaseFinding
from termbase.tbx.standard.vocabulary import PROPOSED

_CONCEPT_COLUMNS = ("id", "subjectField", "definition", "definitionSource", "kind", "note")
_TERM_FIELDS = ("status", "partOfSpeech", "termType", "geographicalUsage", "context", "source", "confidence")
_TERM_COLUMNS = ("", *_TERM_FIELDS, "note")
_LANGUAGE_COLUMNS = ("definition", "definitionSource", "languageNote")
_RARE_TERM_COLUMNS = ("termDefinition", "termDefinitionSource", "termSource")


def dump_table(
    termbase: Termbase, form: str, tag_style: Callable[[str], str] = region_style
) -> tuple[bytes, list[TermbaseFinding]]:
    """Return a termbase as the bytes of a `csv`, `tsv` or `xlsx` table, and findings on what the table lacks.

    The table has no columns for data categories that the termbase does not use. Of concepts with the same id all
    but the first get another one, since the rows of one id are one concept.
    """
    termbase, renamed = _with_unique_ids(termbase)
    tags = list(dict.fromkeys(section.language for entry in termbase for section in entry.languages))
    columns = [Column("", name) for name in _CONCEPT_COLUMNS]
    fields = (*_TERM_COLUMNS, *_RARE_TERM_COLUMNS, *_LANGUAGE_COLUMNS)
    columns += [Column(tag, field) for tag in tags for field in fields]
    rows = [row for entry in termbase for row in _rows(entry, tags)]
    filled = {column for row in rows for column in row}
    used = [column for column in columns if column in filled or (column.language and not column.field)]
    header = [f"{tag_style(column.language) if column.language else ''} {column.field}".strip() for column in used]
    table = [header, *([row.get(column, "") for column in used] for row in rows)]
    return dump_rows(table, form), [*renamed, *table_losses(termbase)]


def _with_unique_ids(termbase: Termbase) -> tuple[Termbase, list[TermbaseFinding]]:
    counts = Counter(entry.id for entry in termbase)
    if len(counts) == len(termbase.entries):
        return termbase, []
    used: set[str] = set()
    entries, findings = [], []
    for entry in termbase:
        if entry.id in used:
            new = free_id(entry.id, {*used, *counts})
            message = f"id {entry.id!r} is already used: written as {new!r}"
            findings.append(TermbaseFinding("T703", Severity.INFO, message, path=entry.id))
            entry = replace(entry, id=new)
        used.add(entry.id)
        entries.append(entry)
    return replace(termbase, entries=tuple(entries)), findings


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
        Column(section.language, "languageNote"): in_one_cell(section.notes)
        for section in entry.languages
        if section.notes
    }
    return {
        Column("", "subjectField"): entry.subject_field or "",
        Column("", "kind"): entry.kind or "",
        Column("", "note"): in_one_cell(entry.notes),
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
        "confidence": "" if term.confidence is None else f"{term.confidence:.2f}",
        "note": in_one_cell([PROPOSED] * term.proposed + list(term.notes)),
        "termDefinition": definition.text,
        "termDefinitionSource": definition.source,
        "termSource": in_one_cell(term.sources),
    }
