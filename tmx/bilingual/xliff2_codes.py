"""Writes the inline codes of TMX as those of XLIFF 2.0 (4.7.2), and keeps their original markup.

Start from `inline`. A `bpt` with its `ept` becomes `sc` and `ec`, one whose other half is missing an isolated code,
`hi` an annotation (`mrk`). The id of a code is its number `x`, which its translation has too, or a free number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from tmx.content import codes
from tmx.model import Content, Element

HIGHLIGHT = "tmx:hi"
"""The type of an annotation that was a `hi` in TMX."""

TYPE = "tmx:"
"""Begins the `subType` of a code that has the `type` of a code of TMX after it."""

_HELD = {
    "bpt": frozenset(["i", "x", "type"]),
    "ept": frozenset(["i"]),
    "it": frozenset(["pos", "x", "type"]),
    "ph": frozenset(["x", "type"]),
    "ut": frozenset(["x"]),
}
"""The attributes of codes that XLIFF 2 holds: `x` as an id, if it is the first of its number, and `type`."""

_LINE_END = {"\r": "&#13;"}
_TYPE = re.compile(r"[^\s:]+")
_TAGS = {"bpt": "sc", "ept": "ec"}


class OriginalData:
    """The original markup of the codes of a unit: each text once, with an id."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def reference(self, markup: str) -> str:
        """Return the id of a markup."""
        return self._ids.setdefault(markup, f"d{len(self._ids) + 1}")

    def written(self) -> str:
        """Return the element `originalData`, or nothing if no code has a markup."""
        data = "".join(f'<data id="{id}">{escape(markup, _LINE_END)}</data>' for markup, id in self._ids.items())
        return f"  <originalData>{data}</originalData>\n" if data else ""


def inline(segment: Content, data: OriginalData) -> str:
    """Return a segment with its codes in XLIFF, whose markup goes to `data`."""
    return _written(segment, iter(_placed(segment)), data)


def losses_of(segment: Content) -> Iterator[str]:
    """Yield a name for each thing in the codes of a segment that XLIFF 2 cannot hold: attributes, marked texts."""
    for code, own_id, _ in _placed(segment):
        given, held = code.attributes, _HELD.get(code.name, frozenset())
        lost = [name for name in given if name not in held]
        lost += ["x"] * ("x" in held and given.get("x", own_id) != own_id)
        lost += ["type"] * ("type" in held and "type" in given and not _TYPE.fullmatch(given["type"]))
        yield from (f"attributes {name} of codes" for name in lost)
        yield from ("marks of texts in codes (sub)" for inner in codes(code.content) if inner.name == "sub")


class _Placed(NamedTuple):
    """A code with its id, and the id of the code that it ends or that ends it; "" if there is none."""

    code: Element
    id: str
    other: str


def _placed(segment: Content) -> list[_Placed]:
    """Return the codes that are elements of their own in XLIFF, with ids: not those inside another code."""
    found = list(_standing(segment))
    ids: dict[int, str] = {}
    for place, code in enumerate(found):
        x = code.attributes.get("x", "")
        if code.name not in ("ept", "hi") and x.isdecimal() and x not in ids.values():
            ids[place] = x
    free = (str(number) for number in count(1) if str(number) not in {*ids.values()})
    for place in range(len(found)):
        ids[place] = ids.get(place) or next(free)
    others = _pairs(found)
    return [_Placed(code, ids[place], ids.get(others.get(place, -1), "")) for place, code in enumerate(found)]


def _standing(segment: Content) -> Iterator[Element]:
    for part in segment:
        if isinstance(part, Element):
            yield part
            if part.name == "hi":
                yield from _standing(part.content)


def _pairs(found: Sequence[Element]) -> dict[int, int]:
    """Return for the place of each `bpt` that of its `ept`, and the other way round."""
    pairs: dict[int, int] = {}
    begun: dict[str, int] = {}
    for place, code in enumerate(found):
        i = code.attributes.get("i", "")
        if code.name == "bpt":
            begun[i] = place
        elif code.name == "ept" and i in begun:
            begin = begun.pop(i)
            pairs |= {place: begin, begin: place}
    return pairs


def _written(content: Content, placed: Iterator[_Placed], data: OriginalData) -> str:
    parts = []
    for part in content:
        if isinstance(part, str):
            parts.append(escape(part, _LINE_END))
        elif isinstance(part, Element):
            code, own_id, other = next(placed)
            if code.name == "hi":
                inside = _written(code.content, placed, data)
                parts.append(f'<mrk id="{own_id}" type="{HIGHLIGHT}">{inside}</mrk>')
            else:
                parts.append(_code(code, own_id, other, data))
    return "".join(parts)


def _code(code: Element, own_id: str, other: str, data: OriginalData) -> str:
    tag = _TAGS.get(code.name, "ph")
    if code.name == "it":
        tag = "ec" if code.attributes.get("pos") == "end" else "sc"
    named = f' startRef="{other}"' if tag == "ec" and other else f' id="{own_id}"'
    isolated = ' isolated="yes"' if tag != "ph" and not other else ""
    reference = f' dataRef="{data.reference(_markup(code.content))}"'
    type = code.attributes.get("type", "") if "type" in _HELD.get(code.name, ()) else ""
    kind = f' type="other" subType={quoteattr(TYPE + type)}' if _TYPE.fullmatch(type) else ""
    return f"<{tag}{named}{isolated}{reference}{kind}/>"


def _markup(content: Content) -> str:
    """Return the original markup of a code, with the texts that are marked in it (`sub`)."""
    parts = (part for part in content if isinstance(part, str | Element))
    return "".join(part if isinstance(part, str) else _markup(part.content) for part in parts)
