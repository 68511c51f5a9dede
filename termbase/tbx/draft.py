"""One level of an entry (concept, language or term) while it is read: fields filled, everything else kept.

Start from `Draft.take`. A plain element fills its field; the same value with more to it (attributes, markup, a
group with a source) fills the field and is kept as its full form; what no field takes is kept as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from termbase.model import AdministrativeStatus, Context, Extra, Markup, TermType, Transaction
from termbase.tbx.elements import context_element, transaction_element
from termbase.tbx.markup import known, leaf, markup
from termbase.tbx.remarks import Remarks
from termbase.tbx.vocabulary import (
    PROPOSED,
    STATUS_CATEGORIES,
    read_status,
    read_term_type,
    read_transaction_type,
    status_value,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

CONCEPT_FIELDS = frozenset({"subjectField", "definition"})
LANGUAGE_FIELDS: frozenset[str] = frozenset()
TERM_FIELDS = frozenset({"partOfSpeech", "termType", "geographicalUsage", "administrativeStatus"})
_PLAIN = {
    fields: fields - {"administrativeStatus", "termType"}
    for fields in (CONCEPT_FIELDS, LANGUAGE_FIELDS, TERM_FIELDS)
}
"""The fields of each level that take any text; the others want the words of the standard."""
_STATUS = {status_value(status): status for status in AdministrativeStatus}
_TERM_TYPE = {kind.value: kind for kind in TermType}


class Draft:
    """The fields and extras of one level; `fields` are the categories that it has fields for."""

    __slots__ = (
        "contexts",
        "extras",
        "fields",
        "notes",
        "plain_fields",
        "proposed",
        "remarks",
        "terms",
        "transactions",
        "values",
    )

    def __init__(self, fields: frozenset[str], remarks: Remarks) -> None:
        self.fields = fields
        self.plain_fields = _PLAIN[fields]
        self.remarks = remarks
        self.values: dict[str, str] = {}
        self.terms: list[str] = []
        self.notes: list[str] = []
        self.contexts: list[Context] = []
        self.transactions: list[Transaction] = []
        self.extras: list[Extra] = []
        self.proposed = False

    def take(self, element: Element) -> None:
        """Take in one child of the level's element."""
        name, category = known(element.tag)
        attributes = element.items()
        is_plain = len(element) == 0
        if category or not attributes:
            is_plain = is_plain and not attributes
        else:
            key, category = attributes[0]
            if len(attributes) > 1 or key != "type":
                is_plain, category = False, element.get("type", "")
        text = ((element.text if is_plain else "".join(element.itertext())) or "").strip()
        if is_plain and text and category in self.plain_fields and category not in self.values:
            self.values[category] = text
        elif name == "term":
            self._term(element, text, is_plain)
        elif name == "note":
            self._note(element, text, is_plain)
        elif name.endswith("Grp"):
            self._group(element, name)
        elif not self._value(element, name, category, text, is_plain):
            self.keep(element)
        tail = element.tail
        if tail and not tail.isspace():
            self.stray(tail, element)

    def stray(self, text: str | None, element: Element) -> None:
        """Keep text that stands between elements as a note."""
        if text and (text := text.strip()):
            self.remarks.add("T605", f"text outside of any element is kept as a note: {text}", element)
            self.extras.append(Extra(leaf("note", text)))

    def keep(self, element: Element, in_place_of: Markup | None = None) -> None:
        """Keep an element as it is, but for words that the standard spells otherwise."""
        self.extras.append(Extra(_respelt(markup(element)), in_place_of))

    def _term(self, element: Element, text: str, is_plain: bool) -> None:
        if self.terms:
            self.remarks.add("T606", f"a second <term> in one place becomes a term of its own: {text}", element)
        elif not is_plain:
            self.keep(element, leaf("term", text))
        self.terms.append(text)

    def _note(self, element: Element, text: str, is_plain: bool) -> None:
        if not text or self.fields is LANGUAGE_FIELDS:
            self.keep(element)
            return
        if not is_plain:
            self.keep(element, leaf("note", text))
        if text == PROPOSED and self.fields is TERM_FIELDS:
            self.proposed = True
        else:
            self.notes.append(text)

    def _value(self, element: Element, name: str, category: str, text: str, is_plain: bool) -> bool:
        """Fill the field of a category, if there is one that is free."""
        if not text or name not in ("termNote", "descrip"):
            return False
        if category == "context" and self.fields is TERM_FIELDS:
            self._context(element, Context(text), is_plain)
            return True
        if name == "termNote" and category in STATUS_CATEGORIES:
            if text not in _STATUS or category != "administrativeStatus":
                text = self._status(element, category, text)
            category = "administrativeStatus"
        elif category == "termType" and text not in _TERM_TYPE:
            text = self._term_type(element, text)
        if not text or category not in self.fields or category in self.values:
            return False
        self.values[category] = text
        if not is_plain:
            self.keep(element, leaf(name, text, category))
        return True

    def _status(self, element: Element, category: str, text: str) -> str:
        status = read_status(text)
        if status is None:
            self.remarks.add("T602", f"{category} {text!r} is no status of the standard: kept as it is", element)
            return ""
        self.remarks.add("T603", f"{category} {text!r} is read as {status_value(status)}", element)
        return status_value(status)

    def _term_type(self, element: Element, text: str) -> str:
        kind = read_term_type(text)
        if kind is None:
            self.remarks.add("T602", f"termType {text!r} is none of TBX-Basic: kept as it is", element)
            return ""
        self.remarks.add("T603", f"termType {text!r} is read as {kind.value}", element)
        return kind.value

    def _group(self, element: Element, name: str) -> None:
        if name == "termGrp":
            for child in element:
                self.take(child)
        elif name == "noteGrp":
            self._key_notes(element)
        elif name == "transacGrp" and self.fields is TERM_FIELDS:
            self._transaction(element)
        elif name in ("descripGrp", "termNoteGrp") and len(element):
            self._grouped_value(element)
        else:
            self.keep(element)

    def _grouped_value(self, group: Element) -> None:
        first = group[0]
        name, category = known(first.tag)
        category = category or first.get("type", "")
        text = "".join(first.itertext()).strip()
        if text and category == "context" and self.fields is TERM_FIELDS:
            context = Context(text, _part(group, "admin", "source"))
            self._context(group, context, markup(group) == context_element(context))
        elif not self._value(first, name, category, text, True):
            self.keep(group)
        elif category != "context":
            is_status = name == "termNote" and category in STATUS_CATEGORIES
            field = "administrativeStatus" if is_status else category
            self.keep(group, leaf(name, self.values[field], field))

    def _context(self, element: Element, context: Context, is_plain: bool) -> None:
        self.contexts.append(context)
        if not is_plain:
            self.keep(element, context_element(context))

    def _transaction(self, group: Element) -> None:
        kind = read_transaction_type(_part(group, "transac", "transactionType"))
        if kind is None:
            self.keep(group)
            return
        transaction = Transaction(kind, _part(group, "transacNote", "responsibility"), _part(group, "date", ""))
        self.transactions.append(transaction)
        full, plain = _respelt(markup(group)), transaction_element(transaction)
        if set(full.content) != set(plain.content) or len(full.content) != len(plain.content) or full.attributes:
            self.extras.append(Extra(full, plain))

    def _key_notes(self, group: Element) -> None:
        """The notes of the older TBX-Min: a key and a value each."""
        for note in group:
            parts = ["".join(part.itertext()).strip() for part in note] or ["".join(note.itertext()).strip()]
            self.notes.append(": ".join(part for part in parts if part))


def _part(group: Element, name: str, category: str) -> str:
    for child in group:
        found, of_name = known(child.tag)
        if found == name and (of_name or child.get("type", "")) == category:
            return "".join(child.itertext()).strip()
    return ""


def _respelt(element: Markup) -> Markup:
    """An element with statuses and transaction types in the standard's spelling, so that it can be written."""
    content = tuple(part if isinstance(part, str) else _respelt(part) for part in element.content)
    attributes = element.attributes
    category = dict(attributes).get("type", "")
    if element.name == "termNote" and category in STATUS_CATEGORIES and (status := read_status(element.text())):
        content = (status_value(status),)
        attributes = tuple((key, "administrativeStatus" if key == "type" else value) for key, value in attributes)
    elif element.name == "transac" and category == "transactionType":
        content = (read_transaction_type(element.text()) or element.text(),)
    return Markup(element.name, attributes, tuple(str(part) if isinstance(part, str) else part for part in content))
