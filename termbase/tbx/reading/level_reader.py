"""Reads one level of an entry (concept, language or term): fills its fields and keeps everything else.

Start from `Draft.fill`. A plain element fills its field. An element with more than the value (attributes, markup, a
group with a source) fills the field and is also kept in full. An element that no field can hold is kept as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from termbase.model import Context, Definition, Extra, Markup, Transaction
from termbase.tbx.reading.picklists import PICKLISTS, respelt, standard_value
from termbase.tbx.reading.reader_findings import Remarks
from termbase.tbx.standard.categories import BY_NAME
from termbase.tbx.standard.vocabulary import (
    CONFIDENCE_NOTE,
    KIND_NOTE,
    PROPOSED,
    read_category,
    read_transaction_type,
)
from termbase.tbx.xml.elements import context_element, definition_element, transaction_element
from termbase.tbx.xml.markup import dca_name, elements_in, leaf, markup, on_one_line, text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


class Level:
    """What a level of an entry may contain.

    `inner` is the element of the next level below; `fields` are the data categories, and `term`, that fill fields
    with one value. Definitions, contexts and notes may be at every level, in any number.
    """

    def __init__(self, inner: str | None, fields: Iterable[str]) -> None:
        self.inner = inner
        self.fields = frozenset(fields)
        self.place_of = lru_cache(maxsize=1000)(self._place_of)

    def _place_of(self, tag: str, kind: str | None) -> str:
        """Return where an element of a tag and type goes: `inner`, a field name, or "" if `_take` has to decide."""
        name, category = dca_name(tag)
        if kind is None and (name == self.inner or (name == "term" and name in self.fields)):
            return name
        category = "" if category and kind else category or kind or ""
        return category if category in self.fields & BY_NAME.keys() and BY_NAME[category].element == name else ""


CONCEPT = Level("langSec", ("subjectField",))
LANGUAGE = Level("termSec", ())
TERM = Level(None, ("term", "partOfSpeech", "termType", "geographicalUsage", "administrativeStatus"))


class Draft:
    """The fields and extras of one level while it is read; `parts` are its elements of the next level.

    The other lists are created when something is added: a termbase has many levels, most with little content.
    """

    more_terms: Sequence[str] = ()
    notes: Sequence[str] = ()
    definitions: Sequence[Definition] = ()
    contexts: Sequence[Context] = ()
    sources: Sequence[str] = ()
    transactions: Sequence[Transaction] = ()
    extras: Sequence[Extra] = ()
    proposed = False
    confidence: float | None = None
    kind: str | None = None

    def __init__(self, level: Level, remarks: Remarks) -> None:
        self.level = level
        self.remarks = remarks
        self.values: dict[str, str] = {}
        self.parts: list[Element] = []

    def _add(self, name: str, item: object) -> None:
        items = getattr(self, name)
        if items:
            items.append(item)
        else:
            setattr(self, name, [item])

    def fill(self, element: Element) -> None:
        """Read the content of the level's element."""
        place_of, inner, values = self.level.place_of, self.level.inner, self.values
        if (text := element.text) and not text.isspace():
            self._stray(text, element)
        for child in element:
            kind = child.get("type")
            place = place_of(child.tag, kind)
            if place == inner:
                self.parts.append(child)
            elif place and place not in values and (text := _plain_text(child, place, kind)):
                values[place] = text
            else:
                self._take(child)
            if (tail := child.tail) and not tail.isspace():
                self._stray(tail, child)

    def _take(self, element: Element) -> None:
        name, category = dca_name(element.tag)
        if name == self.level.inner:
            self.parts.append(element)
        elif name == "term" and self.level is TERM:
            self._term(element)
        elif name.endswith("Grp"):
            self._group(element, name)
        else:
            self._single(element, name, category)

    def _single(self, element: Element, name: str, category: str) -> None:
        kind = "" if category else element.get("type", "")
        is_plain = not len(element) and len(element.keys()) == (1 if kind else 0)
        category = category or kind
        text = text_of(element)
        if name == "note":
            self._note(element, text, is_plain)
        elif not self._value(element, name, category, text, is_plain):
            self.keep(element)

    def _stray(self, text: str, element: Element) -> None:
        """Keep text that stands directly between elements, as a note."""
        text = text.strip()
        self.remarks.add("T605", f"text outside of any element is kept as a note: {text}", element)
        self._add("extras", Extra(leaf("note", text)))

    def keep(self, element: Element, in_place_of: Markup | None = None) -> None:
        """Keep an element as it is, except that statuses and transaction types get the standard's spelling."""
        self._add("extras", Extra(respelt(markup(element)), in_place_of))

    def _term(self, element: Element) -> None:
        text = on_one_line(text_of(element))
        if "term" in self.values:
            self.remarks.add("T606", f"a second <term> in one section becomes a separate term: {text}", element)
            self._add("more_terms", text)
            return
        self.values["term"] = text
        if len(element) or element.keys():
            self.keep(element, leaf("term", text))

    def _note(self, element: Element, text: str, is_plain: bool) -> None:
        if not text:
            self.keep(element)
            return
        if not is_plain:
            self.keep(element, leaf("note", text))
        if text == PROPOSED and self.level is TERM:
            self.proposed = True
        elif self.level is TERM and self.confidence is None and (match := CONFIDENCE_NOTE.fullmatch(text)):
            self.confidence = float(match[1])
        elif self.level is CONCEPT and self.kind is None and (match := KIND_NOTE.fullmatch(text)):
            self.kind = match[1]
        else:
            self._add("notes", text)

    def _value(self, element: Element, name: str, category: str, text: str, is_plain: bool) -> bool:
        """Fill the field of a category and return True; return False if there is no such field or it is filled.

        Other tools use other elements and names for some categories; those are understood and reported.
        """
        field = read_category(category)
        if not text or name not in ("termNote", "descrip", "admin"):
            return False
        if field == "source" and self.level is TERM and name == "admin":
            self._add("sources", text)
            if not is_plain:
                self.keep(element, leaf("admin", text, "source"))
            return True
        if field not in self.level.fields and field not in _PROSE:
            return False
        standard = BY_NAME[field].element
        is_standard = (name, category) == (standard, field)
        if field == "partOfSpeech" and text not in PICKLISTS[field]:
            text = standard_value(field, field, text, element, self.remarks)
        if field == "administrativeStatus" and not (is_standard and text in PICKLISTS[field]):
            text = standard_value(field, category, text, element, self.remarks)
        elif field == "termType" and text not in PICKLISTS[field]:
            text = standard_value(field, field, text, element, self.remarks)
        elif not is_standard:
            self._note_respelling(element, name, category, field)
        if field in _PROSE:
            self._prose(element, field, text, "", is_plain=is_plain and field != "context")
            return True
        if not text or field in self.values:
            return False
        self.values[field] = text
        if not is_plain:
            self.keep(element, leaf(standard, text, field))
        return True

    def _group(self, element: Element, name: str) -> None:
        if name == "termGrp":
            self.fill(element)
        elif name == "noteGrp":
            self._key_notes(element)
        elif name == "transacGrp" and self.level is TERM:
            self._transaction(element)
        elif name in ("descripGrp", "termNoteGrp") and elements_in(element):
            self._grouped_value(element)
        else:
            self.keep(element)

    def _grouped_value(self, group: Element) -> None:
        first = elements_in(group)[0]
        name, category = dca_name(first.tag)
        category = category or first.get("type", "")
        field, text = read_category(category), text_of(first)
        if text and field in _PROSE:
            self._note_respelling(first, name, category, field)
            self._prose(group, field, text, _part(group, "admin", "source"))
        elif field in self.level.fields and self._value(first, name, category, text, True):
            self.keep(group, leaf(BY_NAME[field].element, self.values[field], field))
        else:
            self.keep(group)

    def _note_respelling(self, element: Element, name: str, category: str, field: str) -> None:
        standard = BY_NAME[field].element
        if (name, category) != (standard, field):
            self.remarks.add("T604", f"<{name}> {category!r} is read as <{standard}> {field!r}", element)

    def _prose(self, element: Element, field: str, text: str, source: str, *, is_plain: bool = False) -> None:
        """Add a definition or context, which is in `element` alone or in a group with its source."""
        value, plain = _PROSE[field](text, source)
        self._add(f"{field}s", value)
        if not is_plain and respelt(markup(element)) != plain:
            self.keep(element, plain)

    def _transaction(self, group: Element) -> None:
        word = _part(group, "transac", "transactionType")
        kind = read_transaction_type(word)
        if kind is None:
            self.keep(group)
            return
        if word != kind:
            self.remarks.add("T603", f"transactionType {word!r} is read as {kind}", group)
        transaction = Transaction(kind, _part(group, "transacNote", "responsibility"), _part(group, "date", ""))
        self._add("transactions", transaction)
        full, plain = respelt(markup(group)), transaction_element(transaction)
        if set(full.content) != set(plain.content) or len(full.content) != len(plain.content) or full.attributes:
            self._add("extras", Extra(full, plain))

    def _key_notes(self, group: Element) -> None:
        """Read the notes of the older TBX-Min, each of which has a key and a value."""
        for note in elements_in(group):
            parts = [text_of(part) for part in elements_in(note)] or [text_of(note)]
            self._add("notes", ": ".join(part for part in parts if part))


def _definition(text: str, source: str) -> tuple[Definition, Markup]:
    definition = Definition(text, source)
    return definition, definition_element(definition)


def _context(text: str, source: str) -> tuple[Context, Markup]:
    context = Context(text, source)
    return context, context_element(context)


_PROSE = {"definition": _definition, "context": _context}
"""The data categories that may be at every level, in any number, each with its value and plain element."""


def _plain_text(element: Element, field: str, kind: str | None) -> str:
    """Return the text of an element that has nothing beyond the value of a field, else ""."""
    text = element.text
    if not text or len(element) or len(element.keys()) != (kind is not None):
        return ""
    text = on_one_line(text.strip()) if field == "term" else text.strip()
    return text if field not in PICKLISTS or text in PICKLISTS[field] else ""


def _part(group: Element, name: str, category: str) -> str:
    for child in group:
        found, of_name = dca_name(child.tag)
        if found == name and (of_name or child.get("type", "")) == category:
            return text_of(child)
    return ""
