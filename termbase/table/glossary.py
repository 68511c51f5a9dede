"""Reads and writes glossaries as tables (CSV, TSV, XLSX), and writes glossaries for OmegaT.

Start from `load_table` and `dump_table`. A row is a concept; more terms of a concept are in more rows with the same
id. The name of a column is a language (`zh-CN`), or a language and a data category of its term (`zh-CN status`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from termbase.errors import TermbaseError
from termbase.language import ENGLISH, is_chinese, region_style
from termbase.model import (
    CONCEPT_KINDS,
    ConceptEntry,
    Context,
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

_TERM_FIELDS = ("status", "partOfSpeech", "termType", "geographicalUsage", "context", "source", "confidence")
_TERM_COLUMNS = ("", *_TERM_FIELDS, "note")
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
        if not languages:
            self._report(
                "T801", Severity.WARNING, line, "a row without a term is skipped", "write a term, or remove it"
            )
            return
        identifier = values.get(Column("", "id"), "") or f"row-{line}"
        entry = self.concepts.get(identifier) or ConceptEntry(identifier, ())
        for language in languages:
            for term in self._terms(line, language, values):
                entry = _with_term(entry, language, term)
        notes = (*entry.notes, *_lines(values.get(Column("", "note"), "")))
        self.concepts[identifier] = replace(
            entry,
            subject_field=entry.subject_field or values.get(Column("", "subjectField")),
            definition=entry.definition or values.get(Column("", "definition")),
            notes=tuple(dict.fromkeys(notes)),
            kind=entry.kind or _kind(values.get(Column("", "kind"), "")),
        )

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
        if value("source") and not contexts:
            notes.append(f"source: {value('source')}")
        return TermSection(
            term,
            status,
            read_part_of_speech(value("partOfSpeech")) or value("partOfSpeech") or None,
            kind,
            value("geographicalUsage") or None,
            contexts,
            tuple(note for note in notes if note != PROPOSED),
            proposed=PROPOSED in notes,
            confidence=_confidence(value("confidence")),
        )

    def _report(self, code: str, severity: Severity, line: int, message: str, hint: str) -> None:
        self.findings.append(TermbaseFinding(code, severity, message, line, 1, hint=hint))


def _kind(cell: str) -> str | None:
    return cell.lower() if cell.lower() in CONCEPT_KINDS else None


def _confidence(cell: str) -> float | None:
    """Return the confidence in a cell (0.97 or 0,97); None for other values, which other programs may mean."""
    return float(cell.replace(",", ".")) if re.fullmatch(r"0[.,]\d+|1[.,]0+", cell) else None


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


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
    columns = [Column("", name) for name in ("id", "subjectField", "definition", "kind", "note")]
    columns += [Column(tag, field) for tag in tags for field in _TERM_COLUMNS]
    rows = [row for entry in termbase for row in _rows(entry, tags)]
    filled = {column for row in rows for column in row}
    used = [column for column in columns if column in filled or (column.language and not column.field)]
    header = [f"{tag_style(column.language) if column.language else ''} {column.field}".strip() for column in used]
    table = [header, *([row.get(column, "") for column in used] for row in rows)]
    return dump_rows(table, form), list(_losses(termbase))


def _rows(entry: ConceptEntry, tags: Sequence[str]) -> Iterator[dict[Column, str]]:
    terms = [[term for tag_, term in entry.terms() if tag_ == tag] for tag in tags]
    for number, row in enumerate(zip_longest(*terms)):
        cells = {Column("", "id"): entry.id}
        if number == 0:
            cells |= {
                Column("", "subjectField"): entry.subject_field or "",
                Column("", "definition"): entry.definition or "",
                Column("", "kind"): entry.kind or "",
                Column("", "note"): "\n".join(entry.notes),
            }
        for tag, term in zip(tags, row, strict=True):
            if term is not None:
                cells |= {Column(tag, field): text for field, text in _cells(term).items()}
        yield {column: text for column, text in cells.items() if text}


def _cells(term: TermSection) -> dict[str, str]:
    context = term.contexts[0] if term.contexts else Context("")
    return {
        "": term.term,
        "status": term.status.value if term.status else "",
        "partOfSpeech": str(term.part_of_speech or ""),
        "termType": term.type.value if term.type else "",
        "geographicalUsage": term.geographical_usage or "",
        "context": context.text,
        "source": context.source,
        "confidence": "" if term.confidence is None else f"{term.confidence:.2f}",
        "note": "\n".join([PROPOSED] * term.proposed + list(term.notes)),
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
                lines.append([own.term, other.term, _comment(entry, other)])
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


def _comment(entry: ConceptEntry, term: TermSection) -> str:
    return "; ".join(part for part in (entry.definition, *term.notes) if part)
