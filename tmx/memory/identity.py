"""Decides which units are versions of one unit. Start from `identity_of`.

A unit with an id (`tuid`) is the same unit as another with this id; one without, as another with the same source
text in the same languages and the same context.
"""

from __future__ import annotations

from collections.abc import Iterable

from tmx.bilingual.marks import CONTEXT, PLURAL_FORM
from tmx.content import text_of
from tmx.languages import fits, tag_of
from tmx.memory.record import hashed
from tmx.model import ALL, Content, Element, TranslationUnit, Variant

_CONTEXTS = frozenset(
    (CONTEXT, PLURAL_FORM, "x-context-pre", "x-context-post", "x-segment-id", "prev", "next", "id", "key", "file")
)
"""The types of properties that say where a text stands, in the files of this program, OmegaT and others."""


def identity_of(unit: TranslationUnit, srclang: str, document: str = "") -> int:
    """Return a number that is equal for two versions of one unit.

    `srclang` is that of the header. `document` is the name of the file if its ids and contexts are its own, as in
    PO and XLIFF; "" for a TMX file.
    """
    if unit.id:
        return id_hash(unit.id, document)
    source = source_variant(unit, srclang)
    languages = [tag_of(variant.tag) for variant in unit.variants]
    return text_hash(source.segment, tag_of(source.tag), languages, contexts(unit), document)


def text_hash(
    source: Content, language: str, languages: Iterable[str], contexts: list[tuple[str, str]], document: str
) -> int:
    """Return the number of `identity_of` for a unit without an id; languages are canonical tags."""
    return hashed(repr(("text", document, source, language, sorted(languages), contexts)))


def id_hash(id: str, document: str) -> int:
    """Return the number of `identity_of` for a unit with an id."""
    return hashed("\n".join(("id", document, id)))


def source_variant(unit: TranslationUnit, srclang: str) -> Variant:
    """Return the variant in the source language of a unit; the first if it has none or allows all."""
    own = unit.attributes.get("srclang", srclang)
    source = tag_of(own)
    return next(
        (variant for variant in unit.variants if own != ALL and fits(variant.tag, source)), unit.variants[0]
    )


def contexts(unit: TranslationUnit) -> list[tuple[str, str]]:
    """Return the types and values of the properties that say where a unit stands."""
    return [
        (type, text_of(item.content))
        for item in unit.items
        if isinstance(item, Element) and (type := item.attributes.get("type", "")) in _CONTEXTS
    ]
