"""Writes termbases as tables (CSV, TSV, XLSX) and as glossaries for OmegaT. `read_glossary` reads them.

Start from `dump_table`. A row is a concept; more terms of a concept are in more rows with the same id. The name of a
column is a language (`zh-CN`), or a language and a data category of its term (`zh-CN status`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

from termbase.errors import TermbaseError
from termbase.language import ENGLISH, region_style
from termbase.model import (
    ConceptEntry,
    Context,
    Definition,
    EntryLevel,
    LanguageSection,
    TermSection,
    Termbase,
)
from termbase.severity import Severity
from termbase.table.column_names import Column
from termbase.table.rows import SUFFIXES as SUFFIXES
from termbase.table.rows import dump_rows
from termbase.tbx.finding import TermbaseFinding
from termbase.tbx.vocabulary import PROPOSED

_CONCEPT_COLUMNS = ("id", "subjectField", "definition", "definitionSource", "note")
_TERM_COLUMNS = ("", "status", "partOfSpeech", "termType", "geographicalUsage", "context", "source", "note")
_LANGUAGE_COLUMNS = ("definition", "definitionSource", "languageNote")
_RARE_TERM_COLUMNS = ("termDefinition", "termDefinitionSource", "termSource")
Level = TypeVar("Level", ConceptEntry, LanguageSection)
_LISTED = re.compile(r"[;；|\n]+")
"""Separators between terms in a cell that lists several."""


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
