"""Converts a concept to a line of JSON in an index and back.

Only what a lookup shows is stored; the history of a term (who changed it, and when) is not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from termbase.model import (
    AdministrativeStatus,
    ConceptEntry,
    Context,
    Definition,
    EntryLevel,
    LanguageSection,
    TermSection,
    TermType,
)


def to_record(entry: ConceptEntry) -> str:
    """Return a concept as one line of JSON."""
    languages = [
        [section.language, list(map(_term_values, section.terms)), *_prose_values(section)]
        for section in entry.languages
    ]
    values = [entry.id, entry.subject_field, entry.kind, languages, *_prose_values(entry)]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def from_record(record: str) -> ConceptEntry:
    """Return the concept that `to_record` has written."""
    concept, subject, kind, languages, *prose = json.loads(record)
    sections = tuple(
        LanguageSection(tag, tuple(map(_term, terms)), None, *_prose(*texts)) for tag, terms, *texts in languages
    )
    return ConceptEntry(concept, sections, subject, *_prose(*prose), kind=kind)


def _prose_values(level: EntryLevel) -> list[Any]:
    return [_sourced(level.definitions), _sourced(level.contexts), level.notes]


def _sourced(texts: Iterable[Definition | Context]) -> list[list[str]]:
    return [[text.text, text.source] for text in texts]


def _prose(
    definitions: list[list[str]], contexts: list[list[str]], notes: list[str]
) -> tuple[tuple[Definition, ...], tuple[Context, ...], tuple[str, ...]]:
    return (
        tuple(Definition(*pair) for pair in definitions),
        tuple(Context(*pair) for pair in contexts),
        tuple(notes),
    )


def _term_values(term: TermSection) -> list[Any]:
    fields = [term.term, term.status, term.part_of_speech, term.type, term.geographical_usage, term.proposed]
    return [*fields, term.sources, *_prose_values(term)]


def _term(values: list[Any]) -> TermSection:
    term, status, part_of_speech, kind, usage, proposed, sources, *prose = values
    definitions, contexts, notes = _prose(*prose)
    return TermSection(
        term,
        AdministrativeStatus(status) if status else None,
        part_of_speech,
        TermType(kind) if kind else None,
        usage,
        contexts,
        notes,
        proposed=proposed,
        definitions=definitions,
        sources=tuple(sources),
    )
