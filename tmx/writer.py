"""Writes a memory as TMX 1.4b as most CAT tools expect it: DOCTYPE, all header attributes, tags that they match.

Start from `write`, which writes unit by unit. Everything that a unit holds is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from importlib.metadata import version
from io import BytesIO
from typing import BinaryIO

from termbase.language import region_style
from termbase.text.xml_text import xml_text
from tmx.languages import TagStyle, as_clients_match
from tmx.model import Aside, Attributes, Content, Element, Header, Trailer, TranslationUnit, Variant

_BATCH = 500
_SPECIAL = re.compile('[&<>"\t\n\r]')
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_DECLARATION = '<?xml version="1.0" encoding="{}"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'


def dump(units: Iterable[TranslationUnit], source_language: str, date: datetime | None) -> bytes:
    """Return a whole TMX file in UTF-8, with `phrase` as the type of its segments.

    If `date` is None, no `creationdate` is written.
    """
    out = BytesIO()
    write(out, new_header(source_language, date), units)
    return out.getvalue()


def new_header(source_language: str, date: datetime | None, segtype: str = "phrase") -> Header:
    """Return the header of a new memory. `source_language` is canonical or `*all*`; `segtype` is as in TMX 1.4b."""
    attributes = {
        "creationtool": "termbase",
        "creationtoolversion": version("termbase"),
        "segtype": segtype,
        "adminlang": "en",
        "srclang": region_style(source_language),
        "datatype": "plaintext",
        "o-tmf": "termbase",
    }
    return Header(attributes | ({"creationdate": date.strftime("%Y%m%dT%H%M%SZ")} if date else {}))


def write(
    file: BinaryIO,
    header: Header,
    units: Iterable[TranslationUnit],
    trailer: Callable[[], Trailer] = Trailer,
    style: TagStyle = as_clients_match,
    encoding: str = "utf-8",
) -> None:
    """Write a memory into an open file, unit by unit. `trailer` is called after the last unit is written."""
    writer = UnitWriter(file, header, style, encoding)
    for unit in units:
        writer.add(unit)
    writer.close(trailer())


class UnitWriter:
    """Writes a memory unit by unit. The constructor writes the header, `close` writes the end."""

    def __init__(
        self, file: BinaryIO, header: Header, style: TagStyle = as_clients_match, encoding: str = "utf-8"
    ) -> None:
        self._file = file
        self._markup = _Markup(style)
        self._batch: list[str] = []
        self._encoding = encoding
        if encoding == "utf-16":
            file.write(b"\xff\xfe")
            self._encoding = "utf-16-le"
        self._put([_DECLARATION.format(encoding.upper()), self._markup.head(header)])

    def add(self, unit: TranslationUnit) -> None:
        """Write one unit."""
        self._batch.append(self._markup.unit(unit))
        if len(self._batch) >= _BATCH:
            self._put(self._batch)
            self._batch.clear()

    def close(self, trailer: Trailer = Trailer()) -> None:  # noqa: B008 - a Trailer is immutable
        """Write the end of the memory; the file stays open."""
        self._put([*self._batch, self._markup.foot(trailer)])

    def _put(self, texts: list[str]) -> None:
        self._file.write(xml_text("".join(texts)).encode(self._encoding))


class _Markup:
    def __init__(self, style: TagStyle) -> None:
        self._style = style
        self._starts: dict[str, str] = {}
        """The attributes of a `tuv` that has only a language, as markup, by language."""

    def head(self, header: Header) -> str:
        attributes = self._attributes({"version": "1.4", **header.root})
        parts = [*_asides(header.first, ""), f"<tmx{attributes}>\n", *_asides(header.before, "  ")]
        parts.append(f"  <header{self._attributes(header.attributes)}")
        if header.items:
            parts += [">\n", *self._items(header.items, "    "), "  </header>\n"]
        else:
            parts.append("/>\n")
        return "".join([*parts, *_asides(header.after, "  "), "  <body>\n"])

    def foot(self, trailer: Trailer) -> str:
        inside = [*_asides(trailer.before, "    "), "  </body>\n", *_asides(trailer.after, "  ")]
        return "".join([*inside, "</tmx>\n", *_asides(trailer.last, "")])

    def unit(self, unit: TranslationUnit) -> str:
        parts = _asides(unit.before, "    ") if unit.before else []
        parts.append(f"    <tu{self._attributes(unit.attributes) if unit.attributes else ''}>\n")
        if unit.items:
            parts += self._items(unit.items, "      ")
        for variant in unit.variants:
            parts.append(self._variant(variant))
        if unit.after:
            parts += _asides(unit.after, "      ")
        parts.append("    </tu>\n")
        return "".join(parts)

    def _variant(self, variant: Variant) -> str:
        attributes, segment = variant.attributes, variant.segment
        start = f"      <tuv{self._language(attributes)}>\n"
        text = self._content(segment)
        if not (variant.items or variant.before or variant.after):
            return f"{start}        <seg>{text}</seg>\n      </tuv>\n"
        items, after = "".join(self._items(variant.items, "        ")), "".join(_asides(variant.after, "        "))
        before = "".join(_asides(variant.before, "      "))
        return f"{before}{start}{items}        <seg>{text}</seg>\n{after}      </tuv>\n"

    def _language(self, attributes: Attributes) -> str:
        if len(attributes) > 1:
            return self._attributes(attributes)
        tag = attributes.get("xml:lang", "")
        if tag not in self._starts:
            self._starts[tag] = self._attributes(attributes)
        return self._starts[tag]

    def _items(self, items: Iterable[Element | Aside], indent: str) -> list[str]:
        return [f"{indent}{self._element(item) if isinstance(item, Element) else item.markup}\n" for item in items]

    def _element(self, element: Element) -> str:
        name, attributes, content = element
        start = f"<{name}{self._attributes(attributes) if attributes else ''}"
        return f"{start}>{self._content(content)}</{name}>" if content else f"{start}/>"

    def _content(self, content: Content) -> str:
        parts = []
        for part in content:
            if isinstance(part, str):
                parts.append(_escaped(part))
            elif isinstance(part, Element):
                parts.append(self._element(part))
            else:
                parts.append(part.markup)
        return "".join(parts)

    def _attributes(self, attributes: Attributes) -> str:
        parts = []
        for name, value in attributes.items():
            if name in ("xml:lang", "srclang", "adminlang", "lang"):
                value = self._style(value)
            if _SPECIAL.search(value):
                value = _SPECIAL.sub(lambda match: _REFERENCES[match[0]], value)
            parts.append(f' {name}="{value}"')
        return "".join(parts)


def _asides(asides: Iterable[Aside], indent: str) -> list[str]:
    return [f"{indent}{aside.markup}\n" for aside in asides]


def _escaped(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.replace("\r", "&#13;") if "\r" in text else text
