"""A concept as a line of JSON in an index and back: what a lookup shows. Who changed a term when is not kept."""

from __future__ import annotations

import json
from typing import Any

from termbase.model import AdministrativeStatus, ConceptEntry, Context, LanguageSection, TermSection, TermType


def to_record(entry: ConceptEntry) -> str:
    """A concept as JSON."""
    languages = [[section.language, list(map(_term_values, section.terms))] for section in entry.languages]
    values = [entry.id, entry.subject_field, entry.definition, entry.notes, languages]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def from_record(record: str) -> ConceptEntry:
    """The concept that `to_record` wrote."""
    concept, subject, definition, notes, languages = json.loads(record)
    sections = tuple(LanguageSection(tag, tuple(map(_term, terms))) for tag, terms in languages)
    return ConceptEntry(concept, sections, subject, definition, tuple(notes))


def _term_values(term: TermSection) -> list[Any]:
    contexts = [[context.text, context.source] for context in term.contexts]
    usage = term.geographical_usage
    return [term.term, term.status, term.part_of_speech, term.type, usage, contexts, term.notes, term.proposed]


def _term(values: list[Any]) -> TermSection:
    term, status, part_of_speech, kind, usage, contexts, notes, proposed = values
    return TermSection(
        term,
        AdministrativeStatus(status) if status else None,
        part_of_speech,
        TermType(kind) if kind else None,
        usage,
        tuple(Context(*context) for context in contexts),
        tuple(notes),
        proposed=proposed,
    )
