"""TBX files to a Termbase: v3 (DCA and DCT) and v2 (`tig` and `ntig`), told apart by element names alone.

What this model has no field for is not kept yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from termbase.errors import TermbaseError, os_error
from termbase.language import canonical
from termbase.model import (
    ConceptEntry,
    Context,
    LanguageSection,
    TermSection,
    TermType,
    Termbase,
    Transaction,
    TransactionType,
)
from termbase.tbx.vocabulary import (
    CONCEPT,
    LANGUAGE,
    PROPOSED,
    TERM,
    TERM_TYPES,
    TRANSACTION_TYPES,
    XML_LANG,
    read_status,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PLACE = re.compile(r", line \d+, column \d+$")  # libxml2 ends its messages so; the place is told apart


def read(file: str) -> Termbase:
    """The termbase of a TBX file. Raises TermbaseError where it is unreadable, no XML, or no TBX."""
    try:
        return load(Path(file).read_bytes(), file)
    except OSError as error:
        raise os_error(error, file, "read") from error


def load(data: bytes, file: str) -> Termbase:
    """The termbase in a TBX file's bytes; `file` is for messages."""
    root = _parse(data, file)
    if _name(root) not in ("tbx", "martif"):
        raise TermbaseError(f"is no TBX: its root is <{_name(root)}>", file=file, line=1, hint="name a .tbx file")
    entries = [
        _concept(element, f"concept-{number}", file) for number, element in enumerate(_each(root, CONCEPT), 1)
    ]
    title = next((_text(element) for element in _each(root, ("title",))), "")
    return Termbase(tuple(entries), title or Path(file).stem)


def _parse(data: bytes, file: str) -> Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise TermbaseError(
            f"is no well-formed XML: {_PLACE.sub('', error.msg or '')}",
            file=file,
            line=error.lineno,
            hint="name a .tbx file",
        ) from None


def _concept(element: Element, default_id: str, file: str) -> ConceptEntry:
    return ConceptEntry(
        id=element.get("id") or default_id,
        languages=tuple(_language(section, file) for section in _each(element, LANGUAGE)),
        subject_field=_category(element, "subjectField"),
        definition=_category(element, "definition"),
        notes=tuple(_text(note) for note in element if _name(note) == "note"),
    )


def _language(element: Element, file: str) -> LanguageSection:
    tag = element.get(XML_LANG) or element.get("lang")
    if not tag:
        raise TermbaseError(f"<{_name(element)}> has no xml:lang", file=file, line=element.sourceline)
    try:
        language = canonical(tag)
    except TermbaseError as error:
        raise TermbaseError(error.message, file=file, line=element.sourceline, hint=error.hint) from None
    return LanguageSection(language, tuple(_term(section) for section in _each(element, TERM)))


def _term(element: Element) -> TermSection:
    notes = [_text(note) for note in _each(element, ("note",))]
    term_type = _category(element, "termType")
    return TermSection(
        term="".join(_text(term) for term in _each(element, ("term",))),
        status=read_status(_category(element, "administrativeStatus", "usageStatus") or ""),
        part_of_speech=_category(element, "partOfSpeech"),
        type=TermType(term_type) if term_type in TERM_TYPES else None,
        geographical_usage=_category(element, "geographicalUsage"),
        contexts=tuple(_contexts(element)),
        notes=tuple(note for note in notes if note != PROPOSED),
        transactions=tuple(_transactions(element)),
        proposed=PROPOSED in notes,
    )


def _contexts(term: Element) -> Iterator[Context]:
    for element in term.iter("{*}*"):
        if _is_category(element, ("context",)):
            group = element.getparent()
            is_grouped = group is not None and _name(group) == "descripGrp"
            yield Context(_text(element), (_category(group, "source") or "") if is_grouped else "")


def _transactions(term: Element) -> Iterator[Transaction]:
    for group in _each(term, ("transacGrp",)):
        kind = _category(group, "transactionType")
        if kind in TRANSACTION_TYPES:
            date = next((_text(date) for date in _each(group, ("date",))), "")
            yield Transaction(TransactionType(kind), _category(group, "responsibility") or "", date)


def _category(parent: Element, *categories: str) -> str | None:
    """The text of a data category below an element but above its language and term sections."""
    for element in parent:
        if _is_category(element, categories):
            return _text(element) or None
        if _name(element).endswith("Grp") and (found := _category(element, *categories)):
            return found
    return None


def _is_category(element: Element, categories: tuple[str, ...]) -> bool:
    """DCA and v2 name a category in `type`, DCT in the element's own name."""
    return element.get("type") in categories or _name(element) in categories


def _each(parent: Element, names: tuple[str, ...]) -> Iterator[Element]:
    return (element for element in parent.iter("{*}*") if _name(element) in names)


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: Element) -> str:
    return "".join(element.itertext()).strip()
