"""Converts the fields of the model to TBX elements: version 3, style DCA, in the order in which they are written.

Reader and writer both use this module. When a file has more than a field can hold (a definition with its author),
the reader keeps the full element as an `Extra` whose `in_place_of` equals the plain element built here, and the
writer writes the full element instead of the plain one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from termbase.model import (
    ConceptEntry,
    Context,
    Definition,
    Extra,
    LanguageSection,
    Markup,
    TermSection,
    Termbase,
    Transaction,
)
from termbase.tbx.standard.vocabulary import PROPOSED, status_value
from termbase.tbx.xml.markup import leaf

_TERM_NOTES = ("termNote", "termNoteGrp")


def header_elements(termbase: Termbase) -> Iterator[Markup]:
    """Yield the children of `tbxHeader`, then `back` if there is one."""
    extras = _with_full_forms(
        [title_element(termbase.title), source_element(termbase.description or termbase.title)], termbase.extras
    )
    order = ("publicationStmt", "titleStmt", "sourceDesc")
    description = sorted((part for part in extras if part.name in order), key=lambda part: order.index(part.name))
    yield Markup("fileDesc", (), tuple(description))
    for name in ("encodingDesc", "revisionDesc", "back"):
        yield from (part for part in extras if part.name == name)


def title_element(title: str) -> Markup:
    """Return the `titleStmt` element for a title."""
    return Markup("titleStmt", (), (leaf("title", title),))


def source_element(description: str) -> Markup:
    """Return the `sourceDesc` element for a description; each line becomes a paragraph (`p`)."""
    return Markup("sourceDesc", (), tuple(leaf("p", line) for line in description.split("\n")))


def concept_elements(entry: ConceptEntry) -> list[Markup]:
    """Return the elements of a `conceptEntry` that precede its language sections."""
    elements = []
    if entry.subject_field:
        elements.append(leaf("descrip", entry.subject_field, "subjectField"))
    if entry.kind:
        elements.append(leaf("note", f"kind: {entry.kind}"))
    elements += _prose_elements(entry)
    return _with_full_forms(elements, entry.extras) if entry.extras else elements


def language_elements(section: LanguageSection) -> list[Markup]:
    """Return the elements of a `langSec` that precede its terms."""
    elements = _prose_elements(section)
    return _with_full_forms(elements, section.extras) if section.extras else elements


def _prose_elements(level: ConceptEntry | LanguageSection) -> list[Markup]:
    if not (level.definitions or level.contexts or level.notes):
        return []
    elements = [definition_element(definition) for definition in level.definitions]
    elements += [context_element(context) for context in level.contexts]
    return elements + [leaf("note", note) for note in level.notes]


def term_elements(term: TermSection) -> list[Markup]:
    """Return the elements of a `termSec`: the term, then its term notes, then everything else."""
    elements = [leaf("term", term.term)]
    if term.part_of_speech:
        elements.append(leaf("termNote", term.part_of_speech, "partOfSpeech"))
    if term.type:
        elements.append(leaf("termNote", term.type.value, "termType"))
    if term.geographical_usage:
        elements.append(leaf("termNote", term.geographical_usage, "geographicalUsage"))
    if term.status:
        elements.append(leaf("termNote", status_value(term.status), "administrativeStatus"))
    if term.proposed:
        elements.append(leaf("note", PROPOSED))
    if term.confidence is not None:
        elements.append(leaf("note", f"confidence: {term.confidence:.2f}"))
    elements += [leaf("note", note) for note in term.notes]
    elements += [definition_element(definition) for definition in term.definitions]
    elements += [context_element(context) for context in term.contexts]
    elements += [leaf("admin", source, "source") for source in term.sources]
    elements += [transaction_element(transaction) for transaction in term.transactions]
    if not term.extras:
        return elements
    return sorted(_with_full_forms(elements, term.extras), key=_place_in_term)


def _place_in_term(element: Markup) -> int:
    return 0 if element.name == "term" else 1 if element.name in _TERM_NOTES else 2


def definition_element(definition: Definition) -> Markup:
    """Return the `descrip` element for a definition, in a `descripGrp` with its source if it has one."""
    element = leaf("descrip", definition.text, "definition")
    if not definition.source:
        return element
    return Markup("descripGrp", (), (element, leaf("admin", definition.source, "source")))


def context_element(context: Context) -> Markup:
    """Return the `descripGrp` element for a context and its source."""
    parts = [leaf("descrip", context.text, "context")]
    if context.source:
        parts.append(leaf("admin", context.source, "source"))
    return Markup("descripGrp", (), tuple(parts))


def transaction_element(transaction: Transaction) -> Markup:
    """Return the `transacGrp` element for a transaction."""
    parts = [leaf("transac", transaction.type.value, "transactionType")]
    if transaction.responsibility:
        parts.append(leaf("transacNote", transaction.responsibility, "responsibility"))
    if transaction.date:
        parts.append(leaf("date", transaction.date))
    return Markup("transacGrp", (), tuple(parts))


def _with_full_forms(elements: list[Markup], extras: Iterable[Extra]) -> list[Markup]:
    """Return the elements, each replaced by its full form if one was kept, followed by the other extras.

    A full form is left out if its plain element is not in `elements`: the value of the field has changed since.
    """
    result = list(elements)
    for extra in extras:
        if extra.in_place_of is None:
            result.append(extra.element)
        elif extra.in_place_of in result:
            result[result.index(extra.in_place_of)] = extra.element
    return result
