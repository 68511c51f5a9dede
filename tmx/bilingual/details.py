"""What a translation unit holds beside its two texts, as names and values, for formats other than TMX.

Start from `details_of`; `unit_of` makes a unit from them again. A name is that of a TMX attribute (`creationid`),
`note`, or `prop:` with the type of a property; `source ` or `target ` before it says that a variant has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tmx.content import text_of
from tmx.model import Aside, Attributes, Element, Items, TranslationUnit, Variant, prop

ATTRIBUTES = (
    *("creationid", "creationdate", "changeid", "changedate", "lastusagedate", "usagecount", "creationtool"),
    *("creationtoolversion", "datatype", "segtype", "o-tmf", "o-encoding"),
)
"""The attributes of `tu` and `tuv` (TMX 1.4b) that these formats can hold, in the order of writing."""

OWN = "tmx:"
"""What XLIFF has before a name that is not the type of a property: `tmx:creationid`."""

ID = "id"
NOTE = "note"
PROP = "prop:"
SIDES = ("source ", "target ")


def details_of(unit: TranslationUnit, source: Variant, target: Variant) -> Iterator[tuple[str, str]]:
    """Yield the details of a unit that has these two variants; a name may occur several times."""
    if unit.id:
        yield ID, unit.id
    yield from _own(unit.attributes, unit.items)
    for side, variant in zip(SIDES, (source, target), strict=True):
        yield from ((side + name, value) for name, value in _own(variant.attributes, variant.items))


def _own(attributes: Attributes, items: Items) -> Iterator[tuple[str, str]]:
    for item in items:
        if isinstance(item, Aside):
            continue
        if item.name == "note":
            yield NOTE, text_of(item.content)
        elif item.name == "prop":
            yield PROP + item.attributes.get("type", ""), text_of(item.content)
    yield from ((name, attributes[name]) for name in ATTRIBUTES if attributes.get(name))


def unit_of(source: Variant, target: Variant, details: Iterable[tuple[str, str]], line: int = 0) -> TranslationUnit:
    """Return the unit with two variants and its details; the reverse of `details_of`."""
    owners = {"": _Owner(), **{side: _Owner() for side in SIDES}}
    for name, value in details:
        side = next((side for side in SIDES if name.startswith(side)), "")
        owners[side].add(name.removeprefix(side), value)
    variants = tuple(
        variant._replace(
            attributes={**variant.attributes, **owners[side].attributes},
            items=(*variant.items, *owners[side].all_items),
        )
        for side, variant in zip(SIDES, (source, target), strict=True)
    )
    return TranslationUnit(owners[""].attributes, variants, owners[""].all_items, line=line)


class _Owner:
    """The attributes and items of a unit or variant, while they are collected."""

    def __init__(self) -> None:
        self.attributes: dict[str, str] = {}
        self._items: list[Element] = []

    def add(self, name: str, value: str) -> None:
        if name == NOTE:
            self._items.append(Element("note", {}, (value,)))
        elif name.startswith(PROP):
            self._items.append(prop(name.removeprefix(PROP), value))
        else:
            self.attributes["tuid" if name == ID else name] = value

    @property
    def all_items(self) -> Items:
        return tuple(self._items)


def is_detail(name: str) -> bool:
    """Whether a name is one that `details_of` may yield."""
    own = name.removeprefix(SIDES[0]).removeprefix(SIDES[1])
    return name == ID or own == NOTE or own.startswith(PROP) or own in ATTRIBUTES
