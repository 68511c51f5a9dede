"""Converts a concept to a line of JSON in an index and back.

Only what a lookup shows is stored; the history of a term (who changed it, and when) is not.
"""

from __future__ import annotations

import json
from typing import Any

from termbase.model import AdministrativeStatus, ConceptEntry, Context, LanguageSection, TermSection, TermType


def to_record(entry: ConceptEntry) -> str:
    """Return a concept as one line of JSON."""
    languages = [[section.language, list(map(_term_values, section.terms))] for section in entry.languages]
    values = [entry.id, entry.subject_field, entry.definition, entry.notes, languages, entry.kind]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def from_record(record: str) -> ConceptEntry:
    """Return the concept that `to_record` has written."""
    concept, subject, definition, notes, languages, kind = json.loads(record)
    sections = tuple(LanguageSection(tag, tuple(map(_term, terms))) for tag, terms in languages)
    return ConceptEntry(concept, sections, subject, definition, tuple(notes), kind=kind)


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
