"""Names what a table or a glossary for OmegaT has no place for: everything of a concept in one finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from termbase.model import (
    COMMENT,
    INSTRUCTION,
    ConceptEntry,
    Context,
    Definition,
    Extra,
    LanguageSection,
    TermSection,
    Termbase,
)
from termbase.severity import Severity
from termbase.tbx.describe import beyond_field, label
from termbase.tbx.finding import TermbaseFinding
from termbase.tbx.standard.identifiers import ids_of

_ABOUT_THE_FILE = (
    "titleStmt",
    "sourceDesc",
    "publicationStmt",
    "encodingDesc",
    "revisionDesc",
    COMMENT,
    INSTRUCTION,
)
"""Parts of the header, which say where the file is from, not what is in it."""
_SHOWN = 40
"""How many characters of a long text a message shows."""


def table_losses(termbase: Termbase) -> Iterator[TermbaseFinding]:
    """Yield a finding for each concept with content for which a table has no column, and one for all ids."""
    for entry in termbase:
        yield from _finding(entry, "a table", _of_table(entry))
    if ids := len(ids_of(termbase)) - len(termbase.entries):
        yield TermbaseFinding("T707", Severity.WARNING, f"a table has no place for {ids} ids of terms and elements")
    parts = [label(extra.element) for extra in termbase.extras if extra.element.name not in _ABOUT_THE_FILE]
    if parts:
        message = f"a table has no place for what belongs to the whole file: {', '.join(dict.fromkeys(parts))}"
        yield TermbaseFinding("T707", Severity.WARNING, message)


def side_of(tag: str, pair: Sequence[str]) -> str:
    """Return which of two languages a tag is of (`en-US` is of `en`); "" if it is of neither."""
    alike = [own for own in pair if tag.startswith(f"{own}-")]
    return tag if tag in pair else next(iter(alike), "")


def omegat_losses(entry: ConceptEntry, languages: Sequence[str]) -> Iterator[TermbaseFinding]:
    """Yield a finding if a concept has content, in two languages, for which a glossary for OmegaT has no place."""
    yield from _finding(entry, "an OmegaT glossary", _of_omegat(entry, languages))


def _finding(entry: ConceptEntry, form: str, lost: Iterable[str]) -> Iterator[TermbaseFinding]:
    if listed := "; ".join(lost):
        yield TermbaseFinding("T707", Severity.WARNING, f"{form} has no place for {listed}", path=entry.id)


def _of_table(entry: ConceptEntry) -> Iterator[str]:
    if not any(section.terms for section in entry.languages):
        yield "a concept without terms"
    levels: list[ConceptEntry | LanguageSection] = [entry, *entry.languages]
    for level in levels:
        yield from (*_contexts(level.contexts), *_extras(level.extras))
    of_terms: list[tuple[str, str]] = []
    for _, term in entry.terms():
        further = (*_contexts(term.contexts[1:]), *_definitions(term.definitions[1:]))
        of_terms += [(text, term.term) for text in (*further, *_transactions(term), *_extras(term.extras))]
    yield from _with_terms(of_terms)


def _of_omegat(entry: ConceptEntry, languages: Sequence[str]) -> Iterator[str]:
    if entry.subject_field:
        yield f"subjectField {entry.subject_field!r}"
    levels: list[ConceptEntry | LanguageSection] = [entry]
    levels += [section for section in entry.languages if side_of(section.language, languages)]
    for level in levels:
        yield from (f"source {one.source!r} of a definition" for one in level.definitions if one.source)
        yield from (*_contexts(level.contexts), *_extras(level.extras))
    of_terms: list[tuple[str, str]] = []
    for language, term in entry.terms():
        side = side_of(language, languages)
        if side and not term.is_forbidden:
            of_terms += [(text, term.term) for text in _of_omegat_term(term, is_target=side == languages[1])]
    yield from _with_terms(of_terms)


def _of_omegat_term(term: TermSection, is_target: bool) -> Iterator[str]:
    if term.status:
        yield f"status {term.status}"
    if term.part_of_speech:
        yield f"partOfSpeech {str(term.part_of_speech)!r}"
    if term.type:
        yield f"termType {term.type}"
    if term.geographical_usage:
        yield f"geographicalUsage {term.geographical_usage!r}"
    if term.proposed:
        yield "the mark of a proposed term"
    yield from _contexts(term.contexts)
    yield from (f"source {source!r}" for source in term.sources)
    definitions = term.definitions
    yield from (f"source {one.source!r} of a definition" for one in definitions if is_target and one.source)
    if not is_target:
        yield from _definitions(definitions)
        yield from (f"note {_short(note)}" for note in term.notes)
    yield from _transactions(term)
    yield from _extras(term.extras)


def _with_terms(lost: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield what is lost with the terms that lose it: each text once, for all its terms."""
    terms: dict[str, list[str]] = {}
    for text, term in lost:
        terms.setdefault(text, []).append(term)
    yield from (f"{text} of {', '.join(dict.fromkeys(owners))}" for text, owners in terms.items())


def _short(text: str) -> str:
    """A text in quotation marks; the beginning of a long one, which is enough to find it in the file."""
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…")


def _contexts(contexts: Iterable[Context]) -> Iterator[str]:
    for context in contexts:
        yield f"context {_short(context.text)}" + (f" from {context.source!r}" if context.source else "")


def _definitions(definitions: Iterable[Definition]) -> Iterator[str]:
    for definition in definitions:
        yield f"definition {_short(definition.text)}" + (
            f" from {definition.source!r}" if definition.source else ""
        )


def _transactions(term: TermSection) -> Iterator[str]:
    for transaction in term.transactions:
        details = [part for part in (transaction.responsibility, transaction.date) if part]
        yield " ".join([transaction.type, *(["by", *details] if transaction.responsibility else details)])


def _extras(extras: Iterable[Extra]) -> Iterator[str]:
    for extra in extras:
        yield from (part for part in beyond_field(extra, with_ids=False) if part)
