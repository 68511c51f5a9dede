"""Reads the bilingual formats for which translate-toolkit has a reader; no other module imports it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from termbase.document.model import Place
from termbase.errors import TermbaseError, os_error
from tmx.bilingual import marks
from tmx.bilingual.entry import UNKNOWN, Entry, Part, Side, is_translated
from tmx.model import Element, prop


def read(file: str, skipped: Counter[str]) -> Part:
    """Return the translated units of a file. Raises TermbaseError if it cannot be read."""
    store = _store(file)
    units = (unit for unit in store.units if not unit.isheader() and not unit.isobsolete())
    entries = [entry for entry in map(_entry, units) if is_translated(entry, skipped)]
    return Part(store.getsourcelanguage() or "", store.gettargetlanguage() or "", entries)


def _store(file: str) -> Any:
    from translate.storage import factory

    try:
        return factory.getobject(file)
    except OSError as error:
        raise os_error(error, file, "read") from error
    except Exception as error:  # its parsers raise errors of many unrelated classes
        reason = " ".join(str(error).split()) or type(error).__name__
        is_unknown = reason.startswith(("Unknown filetype", "Failed to guess"))
        raise TermbaseError(
            "is in a format that is not read" if is_unknown else f"cannot be read as a bilingual file: {reason}",
            file=file,
            hint="give a TMX, XLIFF, PO or TS file or a table, or export it as one of these",
        ) from None


def _entry(unit: Any) -> Entry:
    element = getattr(unit, "xmlelement", None)
    place = Place(element.sourceline or 0, 0) if element is not None else UNKNOWN
    source, target = (
        Side((text,) if (text := str(side or "")) else (), place) for side in (unit.source, unit.target)
    )
    items = [Element("note", {}, (note,))] if (note := unit.getnotes()) else []
    if context := unit.getcontext():
        items.append(prop(marks.CONTEXT, context))
    return Entry(source, target, items=(*items, marks.fuzzy()) if unit.isfuzzy() else tuple(items))
