"""Finds rulers, whose names are in another order in Chinese: Emperor Gaozong of the Tang Dynasty 唐高宗."""

from __future__ import annotations

import re

from termbase.renderings.sound import reads_as
from termbase.text.latin_words import LATIN
from termbase.text.offsets import Span

_LONGEST = 60
"""Characters of a ruler's name, at most."""

_FEWEST, _MOST = 3, 5
"""Characters of the Chinese name."""

_RULER = re.compile(
    rf"(?:Grand )?(?:Emperor|Empress(?: Dowager)?|King|Queen|Prince|Princess|Duke|Marquis|Marquess|Lord|Consort)"
    rf" (?P<name>[A-Z][{LATIN}'’]+(?: [A-Z][{LATIN}'’]+)?) of (?:the )?(?:[A-Z][a-z]+ )?"
    r"(?P<state>(?!Dynasty|Kingdom|State)[A-Z][a-z]+)(?: (?:[Dd]ynasty|[Kk]ingdom|[Ss]tate))?$"
)
_TITLES = "帝王公侯后妃宗祖"
"""What may stand behind the name: 汉武帝."""


def ruler_before(flat: str, end: int, floor: int, chinese: str) -> Span | None:
    """Return the span of a ruler with state or dynasty that ends at an offset and is the Chinese, or None."""
    start = max(floor, end - _LONGEST)
    if not _FEWEST <= len(chinese) <= _MOST or flat.find(" of ", start, end) < 0:  # as mostly, and faster to see
        return None
    ruler = _RULER.search(flat, start, end)
    if ruler is None or not _is_named(ruler["name"], ruler["state"], chinese):
        return None
    return Span(*ruler.span())


def _is_named(name: str, state: str, chinese: str) -> bool:
    """Return whether Chinese has the state, then the name, then perhaps a title."""
    for length in range(1, len(chinese) - 1):
        own = chinese[length:]
        bare = own[:-1] if own[-1] in _TITLES else own
        if reads_as(state, chinese[:length]) and (reads_as(name, own) or reads_as(name, bare)):
            return True
    return False
