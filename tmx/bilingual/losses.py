"""Names what a translation unit holds and a format other than TMX has no place for. Start from `losses`."""

from __future__ import annotations

from collections.abc import Iterator

from tmx.bilingual.details import ATTRIBUTES
from tmx.bilingual.marks import CONTEXT, FLAG, FUZZY, PLURAL_FORM, PREVIOUS, REFERENCE, SINGULAR
from tmx.bilingual.xliff2_codes import losses_of
from tmx.bilingual.xliff_writer import has_place_for_type
from tmx.content import codes
from tmx.model import Attributes, Element, Items, TranslationUnit, Variant

_USERS = ("creationid", "changeid")
_DATES = ("creationdate", "changedate", "lastusagedate")
_IN_PO = frozenset({CONTEXT, FLAG, FUZZY, PLURAL_FORM, PREVIOUS, REFERENCE, SINGULAR})
_IN_XLIFF = {
    "bpt": {"i", "type"},
    "ept": {"i"},
    "it": {"pos", "x", "type"},
    "ph": {"x", "type"},
    "ut": {"x"},
}
"""The attributes of inline codes that XLIFF 1.2 holds."""


def losses(unit: TranslationUnit, form: str) -> Iterator[str]:
    """Yield a name for each thing in a unit that `form` cannot hold, with a first word in the plural: `users`.

    Variants in other languages are no matter of the format: `tmx.operations.convert` counts them.
    """
    if form == "po" and unit.id:
        yield "ids"
    yield from ("comments" for _ in (*unit.before, *unit.after))
    yield from _own(unit.attributes, unit.items, form, is_unit=True)
    for variant in unit.variants:
        yield from ("comments" for _ in (*variant.before, *variant.after))
        is_source = variant is unit.variants[0]
        yield from _own(variant.attributes, variant.items, form, holds_notes=not is_source)
        yield from _codes(variant, form)


def _own(
    attributes: Attributes, items: Items, form: str, is_unit: bool = False, holds_notes: bool = True
) -> Iterator[str]:
    for name, value in attributes.items():
        if name in ATTRIBUTES and value and form == "po":
            yield "users" if name in _USERS else "dates" if name in _DATES else f"attributes {name}"
        elif name not in (*ATTRIBUTES, "tuid", "xml:lang", "srclang"):
            yield f"attributes {name}"
    for item in items:
        if not isinstance(item, Element):
            yield "comments"
        elif item.name == "ude":
            yield "descriptions of characters"
        else:
            yield from _item(item, form, is_unit, holds_notes)


def _item(item: Element, form: str, is_unit: bool, holds_notes: bool) -> Iterator[str]:
    kind = item.attributes.get("type", "")
    yield from (f"attributes {name} of {item.name}s" for name in item.attributes if name != "type")
    if form != "po":
        return
    if item.name == "prop" and not (is_unit and kind in _IN_PO):
        yield f"properties {kind}"
    elif item.name == "note" and not holds_notes:
        yield "notes on the source"


def _codes(variant: Variant, form: str) -> Iterator[str]:
    if form in ("xliff", "xliff2"):
        yield from ("codes marked as unknown (ut)" for code in codes(variant.segment) if code.name == "ut")
    if form == "xliff2":
        yield from losses_of(variant.segment)
        return
    for code in codes(variant.segment):
        if form != "xliff":
            yield "codes in the text"
        else:
            held = _IN_XLIFF.get(code.name, set())
            lost = [name for name in code.attributes if name not in held]
            lost += (
                ["type"] if "type" in held and "type" in code.attributes and not has_place_for_type(code) else []
            )
            yield from (f"attributes {name} of codes" for name in lost)
