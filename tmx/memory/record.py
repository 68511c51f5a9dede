"""Turns a translation unit into a record (JSON) with everything that it holds, and back.

An element is an array of name, attributes and content; a comment is an array of its markup alone.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from termbase.text.xml_text import xml_text
from tmx.content import plain
from tmx.languages import tag_of
from tmx.model import Aside, Content, Element, Header, Items, Trailer, TranslationUnit, Variant

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_decode = json.JSONDecoder().raw_decode


def to_record(unit: TranslationUnit) -> str:
    """Return the record of a unit, without its place in the file that it was read from."""
    attributes, variants, items, before, after, _ = unit
    return _stored(_encode([attributes, [variant[:5] for variant in variants], items, before, after]))


def from_record(record: str) -> TranslationUnit:
    """Return the unit of a record."""
    attributes, variants, items, before, after = json.loads(record)
    return TranslationUnit(
        attributes,
        tuple(_variant(*variant) for variant in variants),
        _items(items),
        _asides(before),
        _asides(after),
    )


def texts_of(record: str) -> list[tuple[str, str]]:
    """Return the language (canonical tag) and the plain text of each variant of the unit of a record."""
    return [
        (tag_of(attributes.get("xml:lang", "")), plain(_content(segment)))
        for attributes, segment, *_ in _decode(record)[0][1]
    ]


def header_record(header: Header) -> str:
    """Return the record of a header."""
    return _stored(_encode(header))


def from_header_record(record: str) -> Header:
    """Return the header of a record."""
    attributes, items, root, *asides = json.loads(record)
    return Header(attributes, _items(items), root, *map(_asides, asides))


def trailer_record(trailer: Trailer) -> str:
    """Return the record of the comments after the units."""
    return _stored(_encode(trailer))


def from_trailer_record(record: str) -> Trailer:
    """Return the comments of a record."""
    return Trailer(*map(_asides, json.loads(record)))


def hashed(text: str) -> int:
    """Return a number of 64 bits (signed, as SQLite stores it) that stands for a text. Never 0."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True) or 1


def _stored(record: str) -> str:
    """The record; characters that no database holds (lone surrogates, from a JSON file) become U+FFFD."""
    try:
        record.encode()
    except UnicodeEncodeError:
        return xml_text(record)
    return record


def _variant(attributes: dict[str, str], segment: list[Any], items: Any, before: Any, after: Any) -> Variant:
    return Variant(attributes, _content(segment), _items(items), _asides(before), _asides(after))


def _content(parts: list[Any]) -> Content:
    return tuple(part if isinstance(part, str) else _node(part) for part in parts)


def _node(part: list[Any]) -> Element | Aside:
    if len(part) == 1:
        return Aside(part[0])
    name, attributes, content = part
    return Element(name, attributes, _content(content))


def _items(parts: list[Any]) -> Items:
    return tuple(map(_node, parts))


def _asides(parts: list[list[str]]) -> tuple[Aside, ...]:
    return tuple(Aside(markup) for (markup,) in parts)
