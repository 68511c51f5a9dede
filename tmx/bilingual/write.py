"""Writes segment pairs as a table, as PO or as XLIFF 1.2, unit by unit. Only XLIFF can hold the inline codes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from termbase.language import region_style
from termbase.table.rows import write_rows
from termbase.text.xml_text import xml_text
from tmx.bilingual.table import HEADER, languages_cell
from tmx.content import plain
from tmx.direction import Direction
from tmx.model import Content, Element, TranslationUnit

_PO_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_POS = {"begin": "open", "end": "close"}


def write_table(form: str, file: BinaryIO, units: Iterable[TranslationUnit], direction: Direction) -> None:
    """Pairs as a table of a form (`csv`, `tsv`, `xlsx`): a source and a target column under a header.

    A third cell of the header names the languages.
    """
    pairs = (pair for unit in units for pair in direction.texts(unit))
    rows = ((plain(source.segment), plain(target.segment)) for source, target in pairs)
    header = (*HEADER, languages_cell(direction.source, direction.target))
    write_rows(file, chain([header], rows), form, "memory")


def write_po(file: BinaryIO, units: Iterable[TranslationUnit], direction: Direction) -> None:
    """Write pairs as a gettext catalogue.

    A catalogue may hold a source text once, so each repeated one gets a `msgctxt` with the unit's id or number.
    """
    target = region_style(direction.target).replace("-", "_")
    head = ["Content-Type: text/plain; charset=UTF-8\n", f"Language: {target}\n"]
    file.write(f'msgid ""\nmsgstr ""\n{"".join(_po_string(line) for line in head)}'.encode())
    seen: set[int] = set()
    for number, unit in enumerate(units, 1):
        for source, translation in direction.texts(unit):
            text = plain(source.segment)
            context = f"msgctxt {_po_string(unit.id or str(number))}" if hash(text) in seen else ""
            seen.add(hash(text))
            entry = f"\n{context}msgid {_po_string(text)}msgstr {_po_string(plain(translation.segment))}"
            file.write(entry.encode("utf-8", "replace"))


def _po_string(text: str) -> str:
    return f'"{text.translate(_PO_ESCAPES)}"\n'


def write_xliff(file: BinaryIO, units: Iterable[TranslationUnit], direction: Direction) -> None:
    """Write pairs as XLIFF 1.2; inline codes become its elements of the same names (XLIFF 1.2, 2.3)."""
    source, target = region_style(direction.source), region_style(direction.target)
    file.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        f'<file original="memory" source-language="{source}" target-language="{target}" datatype="plaintext">\n'
        "<body>\n".encode()
    )
    for number, unit in enumerate(units, 1):
        for first, second in direction.texts(unit):
            file.write(
                xml_text(
                    f"<trans-unit id={quoteattr(unit.id or str(number))}>\n"
                    f"  <source>{_inline(first.segment)}</source>\n  <target>{_inline(second.segment)}</target>\n"
                    "</trans-unit>\n"
                ).encode()
            )
    file.write(b"</body>\n</file>\n</xliff>\n")


def _inline(content: Content) -> str:
    counter = iter(range(1, 1 << 30))
    return _elements(content, counter)


def _elements(content: Content, counter: Iterable[int]) -> str:
    return "".join(
        escape(part) if isinstance(part, str) else _element(part, counter)
        for part in content
        if isinstance(part, str | Element)
    )


def _element(code: Element, counter: Iterable[int]) -> str:
    number = str(next(iter(counter)))
    given = code.attributes
    inside = _elements(code.content, counter)
    kind = f" ctype={quoteattr('x-' + given['type'])}" if "type" in given else ""
    if code.name == "hi":
        return f'<mrk mtype="x-hi">{inside}</mrk>'
    if code.name == "sub":
        return f"<sub>{inside}</sub>"
    if code.name in ("bpt", "ept"):
        i = quoteattr(given.get("i", number))
        return f"<{code.name} id={i} rid={i}{kind}>{inside}</{code.name}>"
    if code.name == "it":
        pos = _POS.get(given.get("pos", ""), "open")
        return f'<it id={quoteattr(given.get("x", number))} pos="{pos}"{kind}>{inside}</it>'
    return f"<ph id={quoteattr(given.get('x', number))}{kind}>{inside}</ph>"
