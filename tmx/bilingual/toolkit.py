"""Reads the bilingual formats for which translate-toolkit has a reader; no other module imports it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from termbase.errors import TermbaseError, os_error
from termbase.files.encoding import decode
from tmx.bilingual import marks
from tmx.bilingual.entry import Entry, Part, Side, is_translated
from tmx.bilingual.po import plural_forms
from tmx.model import Element, prop

_WORDFAST = "%Wordfast TM"
"""What the first line of a memory of Wordfast has; its ending is that of any text."""
_WORDFAST_DATE = re.compile(r"(\d{8})~(\d{6})")


def read(file: str, skipped: Counter[str]) -> Part:
    """Return the translated units of a file. Raises TermbaseError if it cannot be read."""
    store = _store(file)
    units = (unit for unit in store.units if not unit.isheader() and not unit.isobsolete())
    entries = [entry for unit in units for entry in _entries(unit) if is_translated(entry, skipped)]
    return Part(store.getsourcelanguage() or "", store.gettargetlanguage() or "", entries)


def _store(file: str) -> Any:
    from translate.storage import factory

    try:
        return factory.getobject(_opened(file))
    except OSError as error:
        raise os_error(error, file, "read") from error
    except TermbaseError:
        raise
    except Exception as error:  # its parsers raise errors of many unrelated classes
        reason = " ".join(str(error).split()) or type(error).__name__
        is_unknown = reason.startswith(("Unknown filetype", "Failed to guess"))
        raise TermbaseError(
            "is in a format that is not read" if is_unknown else f"cannot be read as a bilingual file: {reason}",
            file=file,
            hint="give a TMX, XLIFF, PO or TS file or a table, or export it as one of these",
        ) from None


def _opened(file: str) -> str | BytesIO:
    """The file for the library; a memory of Wordfast in UTF-16, since the library reads UTF-8 as Latin-1."""
    if Path(file).suffix.lower() != ".txt":
        return file
    text, _ = decode(Path(file).read_bytes(), file)
    if _WORDFAST not in text.partition("\n")[0]:
        raise ValueError("Failed to guess file type.")
    opened = BytesIO(text.encode("utf-16"))
    opened.name = file
    return opened


def _entries(unit: Any) -> Iterator[Entry]:
    """Yield the entry of a unit, or one for each of its plural forms."""
    items = [Element("note", {}, (note,)) for note in [unit.getnotes()] if note]
    if context := unit.getcontext():
        items.append(prop(marks.CONTEXT, context))
    if unit.isfuzzy():
        items.append(marks.fuzzy())
    sources, targets = _texts(unit.source), _texts(unit.target)
    forms = (
        plural_forms(sources[0], sources[1], targets, str) if len(sources) == 2 else [(sources[0], targets[0], ())]
    )
    for source, target, plural in forms:
        yield Entry(_side(source), _side(target), items=(*items, *plural), details=tuple(_details(unit)))


def _side(text: str) -> Side:
    return Side((text,) if text else ())


def _texts(side: Any) -> list[str]:
    return [str(text or "") for text in getattr(side, "strings", (side,))]


def _details(unit: Any) -> Iterator[tuple[str, str]]:
    """Yield what a memory of Wordfast says about a unit."""
    fields = getattr(unit, "metadata", None) or {}
    if date := _WORDFAST_DATE.fullmatch(fields.get("date") or ""):
        yield "creationdate", f"{date[1]}T{date[2]}Z"
    for name, field in (("creationid", "user"), ("usagecount", "reuse")):
        if value := (fields.get(field) or "").strip():
            yield name, value
    for number in range(1, 6):
        if value := (fields.get(f"attr{number}") or "").strip():
            yield f"prop:x-wordfast-attribute-{number}", value
