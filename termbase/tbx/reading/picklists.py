"""Values of the fields that have a picklist: read in any spelling, and put into the standard's.

Start from `standard_value`, which is for the fields of a concept; `respelt` is for an element that is kept whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from termbase.model import AdministrativeStatus, Markup, PartOfSpeech, TermType, read_part_of_speech
from termbase.tbx.reading.reader_findings import Remarks
from termbase.tbx.standard.vocabulary import (
    read_category,
    read_status,
    read_term_type,
    read_transaction_type,
    status_value,
)

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PICKLISTS = {
    "administrativeStatus": frozenset(map(status_value, AdministrativeStatus)),
    "partOfSpeech": frozenset(part.value for part in PartOfSpeech),
    "termType": frozenset(kind.value for kind in TermType),
}
"""The values of the fields with a picklist; the other fields take any text."""


def standard_value(field: str, name: str, text: str, element: Element, remarks: Remarks) -> str:
    """Return a value of a picklist in the spelling of the standard, and report the change under a name.

    If the standard has no such value, a part of speech stays as it is, and other fields get "".
    """
    value = _READERS[field](text)
    if value is None:
        missing = "is not a standard status" if field == "administrativeStatus" else "is not in TBX-Basic"
        remarks.add("T602", f"{name} {text!r} {missing}: kept as it is", element)
        return text if field == "partOfSpeech" else ""
    remarks.add("T603", f"{name} {text!r} is read as {value}", element)
    return str(value)


def respelt(element: Markup) -> Markup:
    """Return an element with its values in the spelling of the standard, so that it can be written."""
    content = tuple(part if isinstance(part, str) else respelt(part) for part in element.content)
    attributes = element.attributes
    category = dict(attributes).get("type", "")
    if (
        element.name == "termNote"
        and read_category(category) == "administrativeStatus"
        and (status := read_status(element.text()))
    ):
        content = (status_value(status),)
        attributes = tuple((key, "administrativeStatus" if key == "type" else value) for key, value in attributes)
    elif element.name in ("termNote", "admin", "descrip") and read_category(category) in ("definition", "context"):
        attributes = tuple((key, read_category(text) if key == "type" else text) for key, text in attributes)
        return Markup("descrip", attributes, content)
    elif element.name == "termNote" and category == "partOfSpeech":
        content = (read_part_of_speech(element.text()) or element.text(),)
    elif element.name == "transac" and category == "transactionType":
        content = (read_transaction_type(element.text()) or element.text(),)
    return Markup(element.name, attributes, tuple(str(part) if isinstance(part, str) else part for part in content))


def _status(text: str) -> str | None:
    status = read_status(text)
    return status and status_value(status)


_READERS: Mapping[str, Callable[[str], str | None]] = {
    "administrativeStatus": _status,
    "partOfSpeech": read_part_of_speech,
    "termType": read_term_type,
}
