"""Finds where a bilingual file is damaged, so that a part is not read: its end is missing, or a quotation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from termbase.document.po import po_entries

_ROOT = re.compile(r"<(?![?!])([^\s/>]+)")
_NOTES = re.compile(r"(?:\s|<!--.*?-->|<\?.*?\?>)*\Z", re.DOTALL)
_EMPTY = re.compile(r"\A(?:\s|<[?!][^>]*>)*<[^<>]*/>\s*\Z")
_TAIL = 10_000
"""Only so many characters at the end of a file are searched for its last tag; comments may follow it."""


class Damage(NamedTuple):
    """A damaged place: its offset in the document, and what is wrong."""

    offset: int
    message: str


def xml_damage(source: str) -> Iterator[Damage]:
    """Yield the end of a file in XML that has no end tag for its first element."""
    root = _ROOT.search(source)
    end = f"</{root[1]}" if root else ""
    tail = source[-_TAIL:]
    tag = re.search(rf"{re.escape(end)}\s*>", tail) if end else None
    if root and not (tag and _NOTES.match(tail, tag.end())) and not _EMPTY.search(source):
        yield Damage(len(source.rstrip()), f"the file ends before {end}>: it is cut short")


def po_damage(source: str) -> Iterator[Damage]:
    """Yield the lines of a PO file that belong to no string and no comment."""
    for entry in po_entries(source):
        for stray in entry.strays:
            yield Damage(stray, "is not read: it is not a line of a PO file (strings need quotation marks)")
