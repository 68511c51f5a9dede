"""The short way for a term as most are: a term and plain notes in the words of the standard, nothing to keep.

`Draft` reads every term; this reads the plain ones at half the cost, and gives way to it for all others. The tests
hold both to the same result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from termbase.model import AdministrativeStatus, TermSection, TermType
from termbase.tbx.markup import known
from termbase.tbx.vocabulary import status_value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STATUS: dict[str | None, AdministrativeStatus | None] = {
    None: None,
    **{status_value(status): status for status in AdministrativeStatus},
}
_TERM_TYPE: dict[str | None, TermType | None] = {None: None, **{kind.value: kind for kind in TermType}}
_FIELDS = {
    ("term", ""): "term",
    **{
        ("termNote", category): category
        for category in ("partOfSpeech", "termType", "geographicalUsage", "administrativeStatus")
    },
}


def plain_term(element: Element) -> TermSection | None:
    """The term of a `termSec`, or None where it says anything that takes more than a field."""
    if (text := element.text) and not text.isspace():
        return None
    values: dict[str, str] = {}
    for child in element:
        name, category = known(child.tag)
        attributes = child.items()
        if attributes:
            key, value = attributes[0]
            if key != "type" or category or len(attributes) > 1:
                return None
            category = value
        field = _FIELDS.get((name, category))
        text, tail = (child.text or "").strip(), child.tail
        if not field or field in values or not text or len(child) or (tail and not tail.isspace()):
            return None
        values[field] = text
    get = values.get
    status, kind = get("administrativeStatus"), get("termType")
    if "term" not in values or status not in _STATUS or kind not in _TERM_TYPE:
        return None
    return TermSection(
        values["term"],
        _STATUS[status],
        get("partOfSpeech"),
        _TERM_TYPE[kind],
        get("geographicalUsage"),
        id=element.get("id"),
    )
