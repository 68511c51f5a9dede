"""Ids and dates in the forms that XML and ISO 30042 require."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from termbase.model import Extra, Markup, Termbase

_ID = re.compile(r"[^\W\d][\w.\-·]*")
_ZONED_DAY = re.compile(r"(\d{4}-?\d\d-?\d\d)(Z|[+-]\d\d:\d\d)")
"""A day with a time zone, which XML Schema allows: `2001-05-07Z`, `2001-05-07+08:00`."""
_NOT_IN_ID = re.compile(r"[^\w.\-·]")


def is_id(text: str) -> bool:
    """Return whether a text is a valid XML id: an XML 1.0 name without a colon."""
    return _ID.fullmatch(text) is not None


def renamed_ids(ids: Iterable[str]) -> dict[str, str]:
    """Return a valid, unused id for each invalid one: `17` becomes `c-17`. Valid ids are not in the result."""
    taken = set(ids)
    renamed: dict[str, str] = {}
    for old in dict.fromkeys(ids):
        if not is_id(old):
            new = "c-" + _NOT_IN_ID.sub("-", old)
            while new in taken:
                new += "-2"
            taken.add(new)
            renamed[old] = new
    return renamed


def standard_date(text: str) -> str | None:
    """Return an ISO 8601 date in its extended form: `20010507T10:57:25Z` becomes `2001-05-07T10:57:25Z`.

    Returns None for any other text, and "" for "".
    """
    if not text:
        return ""
    zoned = _ZONED_DAY.fullmatch(text.strip())
    day, zone = zoned.groups() if zoned else (text.strip(), "")
    try:
        moment = datetime.fromisoformat(day)
    except ValueError:
        return None
    if len(day) <= len("2001-05-07"):
        return moment.date().isoformat() + zone
    return moment.isoformat().replace("+00:00", "Z")


def ids_of(termbase: Termbase) -> list[str]:
    """Return every id in a termbase, repeated ids included."""
    ids = [value for element in _elements(termbase) for name, value in element.attributes if name == "id"]
    for entry in termbase:
        ids.append(entry.id)
        for section in entry.languages:
            ids += [section.id] if section.id else []
            ids += [term.id for term in section.terms if term.id]
    return ids


def _elements(termbase: Termbase) -> Iterator[Markup]:
    yield from _of(termbase.extras)
    for entry in termbase:
        yield from _of(entry.extras)
        for section in entry.languages:
            yield from _of(section.extras)
            for term in section.terms:
                yield from _of(term.extras)


def _of(extras: Iterable[Extra]) -> Iterator[Markup]:
    for extra in extras:
        yield from _all(extra.element)


def _all(element: Markup) -> Iterator[Markup]:
    yield element
    for part in element.content:
        if isinstance(part, Markup):
            yield from _all(part)
