"""Gives each `bpt` the `ept` that ends it, with a number of their own (TMX 1.4b, i). Start from `with_pairs`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from tmx.content import codes
from tmx.model import Content, Element

HALVES = {"bpt": "begin", "ept": "end"}
"""The elements that are half a pair, with the `pos` of an `it` in their place."""
_POSITIONS = frozenset(HALVES.values())


def is_one_pair(halves: Sequence[Element]) -> bool:
    """Return whether there is nothing to pair, as in nearly every segment: reading is to be fast."""
    if len(halves) != 2:
        return not halves
    first, second = halves
    i = first.attributes.get("i", "").strip()
    return first.name == "bpt" and second.name == "ept" and i != "" and i == second.attributes.get("i", "").strip()


def with_pairs(segment: Content) -> tuple[Content, list[str]]:
    """Return a segment in which all pairs are complete, and what had to be changed for that.

    A code without its other half becomes an `it`, and a second pair of one number gets another. An `it` that says
    neither begin nor end in `pos` becomes a `ph`.
    """
    found = [code for code in codes(segment) if code.name in HALVES]
    pairs, first_of = _pairs(found), set[str]()
    free = (str(number) for number in count(1) if str(number) not in {code.attributes.get("i") for code in found})
    numbers: dict[int, str] = {}
    messages = []
    for place, code in enumerate(found):
        i = code.attributes.get("i", "")
        if place not in pairs:
            other = "ept" if code.name == "bpt" else "bpt before it"
            messages.append(f"{code.name} with i={i} has no {other}: it is written as <it pos={HALVES[code.name]}>")
        elif code.name == "ept":
            numbers[place] = numbers[pairs[place]]
        elif i in first_of or not i.strip():
            numbers[place] = next(free)
            kind = f"a second bpt with i={i}" if i.strip() else "a bpt without i"
            messages.append(f"{kind}: its pair gets the number {numbers[place]}")
        else:
            first_of.add(i)
            numbers[place] = i
    unplaced = (code.attributes.get("pos") for code in codes(segment) if _is_unplaced(code))
    messages += [f"pos of <it> is {pos!r}: it is written as <ph>" for pos in unplaced]
    return (_changed(segment, iter(range(len(found))), numbers) if messages else segment), messages


def _is_unplaced(code: Element) -> bool:
    return code.name == "it" and code.attributes.get("pos") not in _POSITIONS


def _pairs(found: list[Element]) -> dict[int, int]:
    """Return for the place of each half of a pair that of the other; the innermost `bpt` of a number ends first."""
    pairs: dict[int, int] = {}
    begun: dict[str, list[int]] = defaultdict(list)
    for place, code in enumerate(found):
        places = begun[code.attributes.get("i", "")]
        if code.name == "bpt":
            places.append(place)
        elif places:
            begin = places.pop()
            pairs |= {place: begin, begin: place}
    return pairs


def _changed(content: Content, places: Iterator[int], numbers: Mapping[int, str]) -> Content:
    """Return content with the number of each pair, and with `it` for the halves that have none."""
    return tuple(_code(part, places, numbers) if isinstance(part, Element) else part for part in content)


def _code(code: Element, places: Iterator[int], numbers: Mapping[int, str]) -> Element:
    place = next(places) if code.name in HALVES else -1
    content = _changed(code.content, places, numbers)
    if _is_unplaced(code):
        kept = {name: value for name, value in code.attributes.items() if name != "pos"}
        return Element("ph", kept, content)
    if place < 0:
        return code._replace(content=content)
    if place in numbers:
        return code._replace(attributes={**code.attributes, "i": numbers[place]}, content=content)
    kept = {name: value for name, value in code.attributes.items() if name != "i"}
    return Element("it", {"pos": HALVES[code.name], **kept}, content)
