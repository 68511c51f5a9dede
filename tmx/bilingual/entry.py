"""What the readers of bilingual files return: entries with their places, in parts that each have two languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from termbase.document.model import Place
from tmx.bilingual.details import unit_of
from tmx.model import Content, Element, TranslationUnit, Variant

UNKNOWN = Place(0, 0)
"""The place of a text that a reader cannot locate."""


class Side(NamedTuple):
    """One text of an entry: its content with inline codes, where it begins in the file, and notes on it alone."""

    content: Content
    place: Place = UNKNOWN
    notes: tuple[str, ...] = ()

    def variant(self, tag: str) -> Variant:
        """Return the text as a variant of a translation unit, with a tag as it is to be written."""
        items = tuple(Element("note", {}, (note,)) for note in self.notes)
        return Variant({"xml:lang": tag}, self.content, items, line=self.place.line, column=self.place.column)


class Entry(NamedTuple):
    """A source text with its translation.

    `items` are its notes, and its marks as properties (`marks`); `details` what a memory had written into the file.
    """

    source: Side
    target: Side
    id: str = ""
    items: tuple[Element, ...] = ()
    details: tuple[tuple[str, str], ...] = ()

    def unit(self, source: str, target: str) -> TranslationUnit:
        """Return the translation unit, with the language tags as they are to be written."""
        line = self.source.place.line
        made = unit_of(self.source.variant(source), self.target.variant(target), self.details, line)
        attributes = {**({"tuid": self.id} if self.id else {}), **made.attributes}
        return made._replace(attributes=attributes, items=(*self.items, *made.items))


class Part(NamedTuple):
    """The entries of a file (of one `file` element in XLIFF) and their languages.

    Languages are spelt as in the file; "" if it does not name them. `name` is that of the `file` element.
    """

    source: str
    target: str
    entries: Sequence[Entry]
    name: str = ""


def is_translated(entry: Entry, skipped: Counter[str]) -> bool:
    """Whether an entry has both texts; others are counted in `skipped`."""
    if entry.source.content and entry.target.content:
        return True
    skipped["not translated" if entry.source.content else "without source text"] += 1
    return False
