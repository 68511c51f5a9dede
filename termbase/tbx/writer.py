"""A termbase as TBX v3, dialect TBX-Basic, style DCA: valid to the official schemas, the same bytes each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termbase.language import region_style
from termbase.model import ConceptEntry, Context, LanguageSection, TermSection, Termbase, Transaction
from termbase.output import xml_text
from termbase.tbx.vocabulary import NAMESPACE, PROPOSED, XML_LANG, status_value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def dump(termbase: Termbase) -> bytes:
    """The whole file as bytes, UTF-8."""
    from lxml import etree

    root = etree.Element("tbx", nsmap={None: NAMESPACE}, type="TBX-Basic", style="dca")
    root.set(XML_LANG, "en")
    _header(root, termbase)
    body = _add(_add(root, "text"), "body")
    for entry in termbase.entries:
        _concept(body, entry)
    etree.indent(root)
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return data + b"\n"


def _header(root: Element, termbase: Termbase) -> None:
    description = _add(_add(root, "tbxHeader"), "fileDesc")
    _add(_add(description, "titleStmt"), "title", termbase.title)
    _add(_add(description, "sourceDesc"), "p", termbase.description or termbase.title)


def _concept(body: Element, entry: ConceptEntry) -> None:
    element = _add(body, "conceptEntry", id=entry.id)
    if entry.subject_field:
        _add(element, "descrip", entry.subject_field, type="subjectField")
    if entry.definition:
        _add(element, "descrip", entry.definition, type="definition")
    for note in entry.notes:
        _add(element, "note", note)
    for section in entry.languages:
        _language(element, section)


def _language(concept: Element, section: LanguageSection) -> None:
    element = _add(concept, "langSec")
    element.set(XML_LANG, region_style(section.language))
    for term in section.terms:
        _term(element, term)


def _term(language: Element, term: TermSection) -> None:
    element = _add(language, "termSec")
    _add(element, "term", term.term)
    term_notes = {
        "partOfSpeech": term.part_of_speech,
        "termType": term.type and term.type.value,
        "geographicalUsage": term.geographical_usage,
        "administrativeStatus": term.status and status_value(term.status),
    }
    for category, value in term_notes.items():
        if value:
            _add(element, "termNote", value, type=category)
    for note in ([PROPOSED] if term.proposed else []) + list(term.notes):
        _add(element, "note", note)
    for context in term.contexts:
        _context(element, context)
    for transaction in term.transactions:
        _transaction(element, transaction)


def _context(term: Element, context: Context) -> None:
    group = _add(term, "descripGrp")
    _add(group, "descrip", context.text, type="context")
    if context.source:
        _add(group, "admin", context.source, type="source")


def _transaction(term: Element, transaction: Transaction) -> None:
    group = _add(term, "transacGrp")
    _add(group, "transac", transaction.type.value, type="transactionType")
    if transaction.responsibility:
        _add(group, "transacNote", transaction.responsibility, type="responsibility")
    if transaction.date:
        _add(group, "date", transaction.date)


def _add(parent: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    from lxml import etree

    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
    element.text = None if text is None else xml_text(text)
    return element
