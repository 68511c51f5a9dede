"""Merges memories, and drops the duplicates of one memory. Start from `merged`, or from `Best`.

The files are read twice: first to find the best unit of each key (kept on disk by `tmx.unit_keys`), then to write
it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from tmx.languages import tag_of
from tmx.model import Element, Header, TranslationUnit
from tmx.reader import Memory
from tmx.unit_keys import KeyIndex, exact_key, source_key, text_key

KEYS: dict[str, Callable[[TranslationUnit], bytes]] = {
    "exact": exact_key,
    "text": text_key,
    "source": source_key,
    "id": lambda unit: unit.id.encode("utf-8", "replace") or exact_key(unit),
}
"""What duplicates have in common: segments with codes, text only, the source segment, or the `tuid`."""


def _usage(unit: TranslationUnit) -> str:
    counts = (
        part.get("usagecount", "") for part in (unit.attributes, *(each.attributes for each in unit.variants))
    )
    most = max((int(count) for count in counts if count.isdecimal()), default=0)
    return f"{most:020}{unit.last_change}"


RANKS: dict[str, Callable[[TranslationUnit], str]] = {
    "newest": lambda unit: unit.last_change,
    "used": _usage,
    "first": lambda _: "",
}
"""Which of several duplicates is kept: the last changed, the most used, or the first.

If equal, the first is kept.
"""


class Best(NamedTuple):
    """Which duplicates to keep: units with equal `key` are duplicates, and the one of greatest `rank` is kept."""

    key: Callable[[TranslationUnit], bytes]
    rank: Callable[[TranslationUnit], str]

    def of(self, units: Iterable[TranslationUnit], again: Iterable[TranslationUnit]) -> Iterator[TranslationUnit]:
        """Yield the best unit of each key, in order. `again` must yield the same units as `units` a second time."""
        numbers = self.numbers(enumerate(units))
        wanted = next(numbers, -1)
        for number, unit in enumerate(again):
            if number == wanted:
                yield unit
                wanted = next(numbers, -1)

    def numbers(self, units: Iterable[tuple[int, TranslationUnit]]) -> Iterator[int]:
        """Yield the number of the best unit of each key, in order, of units that have numbers."""
        with KeyIndex() as index:
            for number, unit in units:
                index.offer(self.key(unit), number, self.rank(unit))
            yield from index.numbers()


Read = Callable[[Memory], Iterable[TranslationUnit]]
"""A function that yields the units of a memory, for example to count them on the way."""


def merged(memories: Sequence[Memory], best: Best, read: Read) -> tuple[Header, Iterator[TranslationUnit]]:
    """Merge memories: return the header, and the units without duplicates.

    The memories are read twice, the second time with `read`.
    """
    header = merged_header([memory.header for memory in memories])
    return header, best.of(
        (unit for memory in memories for unit in under(memory.quietly().units(), memory.header, header)),
        (unit for memory in memories for unit in under(read(memory), memory.header, header)),
    )


def merged_header(headers: Sequence[Header]) -> Header:
    """Return the first header, with those notes and properties of the others that it lacks."""
    first = headers[0]
    items = [*first.items]
    for header in headers[1:]:
        items += [item for item in header.items if isinstance(item, Element) and item not in items]
    roots = {name: value for header in reversed(headers) for name, value in header.root.items()}
    return first._replace(items=tuple(items), root=roots)


DEFAULTS = ("srclang", "segtype", "datatype")
"""The attributes of a header that are defaults for those of its units (TMX 1.4b, header)."""


def under(units: Iterable[TranslationUnit], own: Header, header: Header) -> Iterator[TranslationUnit]:
    """Yield units of a memory with header `own` as they must be under `header`.

    If one of the `DEFAULTS` of the two headers differs, each unit gets the one of `own`.
    """
    differing = {
        name: own.attributes[name]
        for name in DEFAULTS
        if name in own.attributes and own.attributes[name] != header.attributes.get(name)
    }
    if tag_of(own.source_language) == tag_of(header.source_language):
        differing.pop("srclang", None)
    for unit in units:
        yield unit._replace(attributes={**differing, **unit.attributes}) if differing else unit
