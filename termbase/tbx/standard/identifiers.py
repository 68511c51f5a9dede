"""Ids, language tags and dates in the forms that XML and ISO 30042 require."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime

from termbase.model import Extra, Markup, Termbase

_ID = re.compile(r"[^\W\d][\w.\-·]*")
_ZONED_DAY = re.compile(r"(\d{4}-?\d\d-?\d\d)(Z|[+-]\d\d:\d\d)")
"""A day with a time zone, which XML Schema allows: `2001-05-07Z`, `2001-05-07+08:00`."""
_NOT_IN_ID = re.compile(r"[^\w.\-·]")


LANGUAGE_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
"""The form of language tags (`xs:language`)."""


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


class NewIds:
    """The ids in a file that is written: valid, and each used once. `report` is called for each change.

    Of the elements with one id, a concept keeps it, otherwise the first. References to `left_out` ids are not kept.
    """

    def __init__(self, termbase: Termbase, left_out: Collection[str], report: Callable[[str, str], None]) -> None:
        ids = ids_of(termbase)
        self._renamed = renamed_ids(ids)
        self._known = set(ids).difference(left_out)
        self._report = report
        self._concepts = {self._renamed.get(entry.id, entry.id) for entry in termbase}
        self._all = {self._renamed.get(identifier, identifier) for identifier in ids}
        self._used: set[str] = set()
        self.targets: dict[str, str] = {}
        """The ids to which references are kept: as they were read, and as they are written."""
        for old, new in self._renamed.items():
            report("T703", f"id {old!r} is not a valid XML id: written as {new!r}")

    def of_concept(self, identifier: str) -> str:
        """Return the id to write for a concept."""
        return self._free(identifier, ())

    def of_element(self, identifier: str) -> str:
        """Return the id to write for a language section, a term or any other element."""
        return self._free(identifier, self._concepts)

    def target(self, identifier: str) -> str | None:
        """Return the id to which a reference is written, or None if nothing with the id is written."""
        if identifier not in self._known:
            return None
        self.targets[identifier] = self._renamed.get(identifier, identifier)
        return self.targets[identifier]

    def _free(self, identifier: str, reserved: Collection[str]) -> str:
        wanted = new = self._renamed.get(identifier, identifier)
        while new in self._used or new in reserved or (new != wanted and new in self._all):
            new += "-2"
        self._used.add(new)
        if new != wanted:
            self._report("T703", f"id {identifier!r} is already used: written as {new!r}")
        return new


def id_and_extras(identifier: str | None, extras: Sequence[Extra]) -> tuple[str | None, tuple[Extra, ...]]:
    """Return the id of a language section and its other extras.

    Version 3 allows no id there, so the writer puts it on an empty note; here it becomes the section's id again.
    """
    carrier = next((extra for extra in extras if _carries_id(extra.element)), None)
    if identifier or carrier is None:
        return identifier, tuple(extras)
    return carrier.element.attributes[0][1], tuple(extra for extra in extras if extra is not carrier)


def _carries_id(element: Markup) -> bool:
    return element.name == "note" and not element.content and [key for key, _ in element.attributes] == ["id"]


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
