"""Finds the sites of a block, the places where a gloss may be, with all candidate pairs of each.

Start from `find_sites`. For Chinese in a bracket, or bare in English text, `english_sites` looks for its English.
For English in a bracket behind Chinese, `chinese_sites` looks for its Chinese. No candidate is chosen here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.extract.before import WINDOW, peel
from termbase.extract.chinese_sites import chinese_sites
from termbase.extract.context import is_english_host
from termbase.extract.english_sites import bare_sites, english_sites
from termbase.extract.marks import HAN_CHARACTER, LATIN_LETTER, Bracket, find_brackets
from termbase.extract.model import Site
from termbase.extract.pieces import pieces

_INNER_BRACKET = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")


def find_sites(flat: str) -> Iterator[Site]:
    """Yield the sites of a block; `flat` is its text as `marks.flatten` returns it."""
    brackets = find_brackets(flat)
    for bracket in brackets:
        yield from _bracket_sites(flat, bracket)
    yield from bare_sites(flat, brackets)


def _bracket_sites(flat: str, bracket: Bracket) -> Iterator[Site]:
    inside = _without_brackets(flat[bracket.start + 1 : bracket.end - 1])
    has_han = HAN_CHARACTER.search(inside) is not None
    has_latin = LATIN_LETTER.search(inside) is not None
    if not (has_han or has_latin):
        return
    edge = peel(flat, bracket.start, max(0, bracket.start - WINDOW))
    follows_han = edge.end > 0 and HAN_CHARACTER.match(flat, edge.end - 1) is not None
    if follows_han and has_latin and not is_english_host(flat, bracket.start, bracket.end):
        yield from chinese_sites(flat, bracket, pieces(inside, bracket.start + 1))
    elif has_han and not follows_han:
        yield from english_sites(flat, bracket, pieces(inside, bracket.start + 1))


def _without_brackets(inside: str) -> str:
    """Return the text with inner brackets masked: they are separate sites. `((中文))` counts as one bracket."""
    if _INNER_BRACKET.fullmatch(inside.strip()):
        return inside
    return _INNER_BRACKET.sub(lambda match: "|" * len(match.group()), inside)
