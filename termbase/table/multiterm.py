"""Reads MultiTerm XML, the export of the terminology manager of Trados, as rows of a glossary.

Start from `load_multiterm`. A concept (`conceptGrp`) has languages (`languageGrp`) with terms (`termGrp`);
each level has fields (`descrip`) with names that its users chose, which are read like the names of columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from termbase.language import UNDETERMINED, canonical
from termbase.model import ConceptEntry, Extra, Termbase, Transaction, TransactionType
from termbase.severity import Severity
from termbase.table.column_names import CHINESE, Column, language_named, read_name
from termbase.table.columns import Record
from termbase.table.concepts import Concepts
from termbase.table.row_terms import Row, RowTerm
from termbase.tbx.finding import Reading, TermbaseFinding
from termbase.tbx.standard.vocabulary import read_transaction_type
from termbase.tbx.xml.elements import transaction_element
from termbase.tbx.xml.parse import parse
from termbase.tbx.xml.source import read_source
from termbase.text.detect import chinese_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ROOT = "mtf"
_CONCEPT_FIELDS = frozenset(["subjectField", "definition", "definitionSource", "note"])
_LANGUAGE_FIELDS = {"definition": "definition", "definitionSource": "definitionSource", "note": "languageNote"}
_TERM_FIELDS = {
    "definition": "termDefinition",
    "definitionSource": "termDefinitionSource",
    **{
        name: name
        for name in ("status", "partOfSpeech", "termType", "geographicalUsage", "context", "source", "note")
    },
}
_READ = frozenset(["concept", "language", "term", "descrip", "languageGrp", "termGrp", "descripGrp"])


def load_multiterm(data: bytes, file: str, title: str = "") -> Reading:
    """Read a termbase from the bytes of a MultiTerm XML file. Raise TermbaseError if it is not well-formed."""
    source = read_source(data, file)
    reader, concepts = _Reader(), Concepts({})
    for number, group in enumerate(parse(source).iter("conceptGrp"), 1):
        for row in reader.rows(group, number):
            concepts.take(row)
    entries = tuple(map(reader.with_transactions, concepts.entries()))
    termbase = Termbase(entries, title or "termbase")
    return Reading(termbase, (*source.findings, *reader.findings(), *concepts.findings))


class _Reader:
    """Makes rows of the parts of a file, and counts what a row has no place for."""

    def __init__(self) -> None:
        self._transactions: dict[tuple[str, str], tuple[Extra, ...]] = {}
        self._left_out: Counter[str] = Counter()
        self._findings: list[TermbaseFinding] = []

    def findings(self) -> list[TermbaseFinding]:
        """Return what was moved or left out, in the order of the file."""
        lost = ", ".join(f"{count} {name}" for name, count in sorted(self._left_out.items()))
        message = f"left out, since a termbase has no place for them: {lost}"
        return [*self._findings, *([TermbaseFinding("T707", Severity.WARNING, message)] if lost else [])]

    def with_transactions(self, entry: ConceptEntry) -> ConceptEntry:
        """Return a concept with who made and changed it and its languages, and when."""
        sections = tuple(
            replace(section, extras=self._transactions.get((entry.id, section.language), ()))
            for section in entry.languages
        )
        return replace(entry, languages=sections, extras=self._transactions.get((entry.id, ""), ()))

    def _take_transactions(self, group: Element, identifier: str, language: str) -> None:
        own = tuple(Extra(transaction_element(each)) for each in _transactions(group))
        key = (identifier, language)
        self._transactions[key] = self._transactions.get(key, ()) + own

    def rows(self, group: Element, number: int) -> Iterator[Row]:
        """Yield a row for each term of a concept; the first has the fields of the concept too."""
        identifier = _text(group.find("concept")) or f"row-{number}"
        common = [
            (Column("", field), text)
            for field, text in self._fields(group, {each: each for each in _CONCEPT_FIELDS})
        ]
        self._take_transactions(group, identifier, "")
        self._count(group)
        without_terms: list[Row] = []
        for section in group.iterfind("languageGrp"):
            language = self._language(section)
            self._take_transactions(section, identifier, language)
            record = [
                *common,
                *((Column(language, field), text) for field, text in self._fields(section, _LANGUAGE_FIELDS)),
            ]
            self._count(section)
            for place, term in enumerate(section.iterfind("termGrp")):
                yield self._row(term, identifier, language, record if place == 0 else [])
                common = []
            if section.find("termGrp") is None:
                without_terms.append(Row(section.sourceline or 0, identifier, (), record[len(common) :]))
        if common:
            without_terms.insert(0, Row(group.sourceline or 0, identifier, (), common))
        yield from (row for row in without_terms if row.record)

    def _row(self, group: Element, identifier: str, language: str, record: Record) -> Row:
        self._count(group)
        own = [(Column(language, field), text) for field, text in self._fields(group, _TERM_FIELDS)]
        text = _text(group.find("term"))
        terms = (RowTerm(language, text, transactions=tuple(_transactions(group))),) if text else ()
        return Row(group.sourceline or 0, identifier, terms, [*record, *own])

    def _language(self, section: Element) -> str:
        element = section.find("language")
        names = [element.get(name, "") for name in ("lang", "type")] if element is not None else []
        found = sorted(filter(None, map(language_named, names)), key=CHINESE.__eq__)
        if not found:
            message = f"the language {' '.join(names).strip()!r} is not known: read as `{UNDETERMINED}`"
            self._report("T608", section, message)
            return UNDETERMINED
        if found[0] == CHINESE:  # neither attribute names a script
            return canonical(chinese_of("\n".join(map(_text, section.iter("term")))))
        return found[0]

    def _fields(self, group: Element, known: dict[str, str]) -> Iterator[tuple[str, str]]:
        """Yield the fields of a level; one whose name is not known becomes a note that begins with the name."""
        elements = (*group.iterfind("descripGrp/descrip"), *group.iterfind("descrip"))
        owners = [(element, "") for element in elements]
        while owners:
            element, owner = owners.pop(0)
            name, text = element.get("type", ""), _text(element)
            field = known.get(_field(name, owner), "")
            inner = [] if element.getparent() is group else element.getparent().iterfind("descripGrp/descrip")
            owners[:0] = [(each, field) for each in inner]
            if field:
                yield field, text
            else:
                self._report("T701", element, f"{name} is moved to a note: {text}")
                yield known["note"], f"{name}: {text}"

    def _count(self, group: Element) -> None:
        for element in (*group, *group.iterfind("descripGrp/*")):
            is_transaction = element.tag == "transacGrp" and _transaction_type(element) is not None
            if isinstance(element.tag, str) and element.tag not in _READ and not is_transaction:
                self._left_out[element.tag] += 1

    def _report(self, code: str, element: Element, message: str) -> None:
        self._findings.append(TermbaseFinding(code, Severity.WARNING, message, element.sourceline or 0, 1))


def _transaction_type(group: Element) -> TransactionType | None:
    element = group.find("transac")
    return None if element is None else read_transaction_type(element.get("type", ""))


def _transactions(level: Element) -> Iterator[Transaction]:
    """Yield the transactions of a concept or term; MultiTerm writes a date with the time of day."""
    for group in level.iterfind("transacGrp"):
        if (kind := _transaction_type(group)) is not None:
            yield Transaction(kind, _text(group.find("transac")), _text(group.find("date")).partition("T")[0])


def _field(name: str, owner: str) -> str:
    """Return the data category that a name means; `owner` is that of the field which a nested one describes."""
    column = read_name(name)
    field = column.field if column else ""
    if field == "source" or name.lower() == "source" or (column and column.language == "source"):
        return "definitionSource" if owner in ("definition", "termDefinition") else "source"
    return field


def _text(element: Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())
