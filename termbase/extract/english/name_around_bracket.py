"""Finds a person's name before Chinese that holds a bracket: Chien-Shiung (Jianxiong) Wu 吴健雄."""

from __future__ import annotations

import re

from termbase.extract.before import Edge
from termbase.extract.kind import is_personal_name
from termbase.renderings.surnames import is_surname_of
from termbase.text.latin_words import LATIN
from termbase.text.offsets import Span

_LONGEST_END = 40
"""Characters of a nickname and the surname behind the bracket, at most."""
_NAME = re.compile(
    rf"(?:[A-Z][{LATIN}.'’-]* ){{1,3}}[(（][A-Z][{LATIN},.'’ -]{{1,40}}[)）] "
    rf"(?:[\"“][{LATIN}]+[\"”] )?(?P<surname>[A-Z][{LATIN}'’-]+)$"
)
"""A name with another spelling of its first part: Zhenning (Chen-ning) "Frank" Yang."""


def name_around_bracket(flat: str, edge: Edge, floor: int, chinese: str) -> Span | None:
    """Return the span of a name with a bracket in it that ends at an edge and is the person's, or None."""
    if flat.rfind(")", max(floor, edge.end - _LONGEST_END), edge.end) < 0:  # as mostly, and faster to see
        return None
    name = _NAME.search(flat, floor, edge.end)
    if name is None or not (is_personal_name(chinese) and is_surname_of(name["surname"], chinese)):
        return None
    return Span(*name.span())
