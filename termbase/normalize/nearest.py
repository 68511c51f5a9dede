"""Finds which characters a pattern of `character_rules.tsv` allows directly beside a character.

Start from `nearest_before` and `nearest_after`. One character rules most contexts out, so that few patterns must be
compiled and matched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

_TOKEN = re.compile(
    r"\(\?(?:<?[=!]|:)|\((?!\?)|\)|\||\[\^?(?:\\.|[^\]\\])*\]|\\u[0-9a-f]{4}|\\.|\{\d*,?\d*\}|.", re.DOTALL
)
_IS_OPTIONAL = re.compile(r"[?*]|\{0?,")
_EDGES = frozenset(("", "\n"))
"""What stands beside the edge of a text: nothing, or a last line end, before which `$` matches too."""

_CODE = re.compile(r"\\u([0-9a-f]{4})")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_LISTED = re.compile("(.)-(.)|(.)", re.DOTALL)
_WIDEST = 100
"""The characters of a wider range are not listed: [一-鿿]."""

_SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))


class _Side(NamedTuple):
    """How the nearest part of a pattern is found: the order of its parts, the edge there, what looks there."""

    ordered: Callable[[Sequence[_Part]], Iterable[_Part]]
    edge: str
    look: str


class _Part(NamedTuple):
    """A part of a pattern: a token, and the alternatives in brackets if the token opens some."""

    token: str
    alternatives: Sequence[Sequence[_Part]] = ()
    is_optional: bool = False


_BEFORE, _AFTER = _Side(reversed, "^", "(?<="), _Side(iter, "$", "(?=")


def nearest_before(pattern: str) -> frozenset[str] | None:
    """Return the last characters of the texts that a pattern matches at their end, or None if they are not known.

    The edge of a text is "" among them.
    """
    return _nearest(_alternatives(_TOKEN.findall(pattern)), _BEFORE)


def nearest_after(pattern: str) -> frozenset[str] | None:
    """Return the first characters of the texts that a pattern matches at their start, as `nearest_before`."""
    return _nearest(_alternatives(_TOKEN.findall(pattern)), _AFTER)


def _alternatives(tokens: list[str]) -> list[list[_Part]]:
    """Take the tokens up to the next closing bracket, and return the alternatives in them."""
    found: list[list[_Part]] = [[]]
    while tokens and (token := tokens.pop(0)) != ")":
        if token == "|":
            found.append([])
        elif token[0] == "(":
            found[-1].append(_Part(token, _alternatives(tokens)))
        elif token[0] in "?*+{":
            found[-1][-1] = found[-1][-1]._replace(is_optional=_IS_OPTIONAL.match(token) is not None)
        else:
            found[-1].append(_Part(token))
    return found


def _nearest(alternatives: Sequence[Sequence[_Part]], side: _Side) -> frozenset[str] | None:
    found: set[str] = set()
    for parts in alternatives:
        for part in side.ordered(parts):
            if part.token in ("^", "$", "(?!", "(?<!", "(?=", "(?<=") and part.token not in (side.edge, side.look):
                continue  # it rules characters out, or looks to the other side
            beside = _nearest(part.alternatives, side) if part.alternatives else _characters(part.token, side)
            if beside is None:
                return None
            found |= beside
            if not part.is_optional:
                break
        else:
            return None
    return frozenset(found)


def _characters(token: str, side: _Side) -> frozenset[str] | None:
    """Return the characters that a token without brackets matches, or None if they are too many to list."""
    if token == side.edge:
        return _EDGES
    if token == "." or token.startswith("[^"):
        return None
    listed = _CODE.sub(lambda code: chr(int(code[1], 16)), token[1:-1] if token[0] == "[" else token)
    if r"\d" in listed:
        return None
    listed = _ESCAPED.sub(r"\1", listed.replace(r"\s", _SPACES).replace(r"\n", "\n"))
    found: set[str] = set()
    for first, last, single in _LISTED.findall(listed):
        if first and ord(last) - ord(first) > _WIDEST:
            return None
        found.update(map(chr, range(ord(first or single), ord(last or single) + 1)))
    return frozenset(found)
