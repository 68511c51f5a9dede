"""Finds the sites of a block, the places where a gloss may be, with all candidate pairs of each.

Start from `find_sites`. For Chinese in a bracket, `english_sites` looks for its English, and for bare Chinese in
English text `bare_sites`. For English in a bracket behind Chinese, `chinese_sites` looks for its Chinese.
`stated_sites` reads what a text states in words. No candidate is chosen here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from operator import itemgetter
from typing import NamedTuple

from termbase.extract.before import WINDOW, peel
from termbase.extract.layouts.bare_chinese import bare_chinese
from termbase.extract.layouts.bare_sites import bare_sites
from termbase.extract.layouts.behind_chinese import behind_chinese, behind_sites
from termbase.extract.layouts.chinese_ends import is_chinese_end
from termbase.extract.layouts.chinese_sites import chinese_sites
from termbase.extract.layouts.english_sites import english_sites, inside_sites
from termbase.extract.layouts.head_sites import head_sites, heads
from termbase.extract.layouts.stated_sites import stated, stated_sites
from termbase.extract.marks import HAN_CHARACTER, LATIN_LETTER, Bracket, find_brackets
from termbase.extract.model import Candidate, Site, new_candidate
from termbase.extract.pieces import pieces
from termbase.text.english.initials import initials_of
from termbase.text.latin_words import LATIN, latin_words
from termbase.text.offsets import Span, new_span

_INNER_BRACKET = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")

_LETTERS_BEFORE = re.compile("([A-Z]{2,}) ?$")
"""An abbreviation before an inner bracket: （LL [Loudness Level]）."""

_LONGEST_SHORT = 10
_LETTERS_IN_ANY_ORDER = 3
"""Letters that stand for words in another order, at least: two might by chance."""

_ADDRESS_BEHIND = re.compile(r"(?<=\])\((?:https?:|[./#]|[\w%-]+[./])")
"""The address of a link, whose text in brackets is prose: [Terminal](https://example.org)."""

_IN_WORD = re.compile(rf" \([A-Za-z]{{1,8}}\)[{LATIN}]|(?<![{LATIN}])[A-Za-z]\([a-z\d][\w +*^-]{{0,16}}\)")
"""A part of a word, and of a function: an (EC)DHE key, O(log n)."""

_REACH = 400
"""No clue looks further than this number of characters from the bracket or the bare Chinese of a site."""


class PlaceKind(Enum):
    """What stands at a place: a bracket, Chinese without a bracket, a statement, a heading in both languages,
    or English behind Chinese."""

    BRACKET = 1
    BARE = 2
    STATED = 3
    HEAD = 4
    BEHIND = 5

    __hash__ = object.__hash__
    """That of enumerations is a function in Python."""


class Place(NamedTuple):
    """The span of what may gloss in `text`: the characters around it, which begin at `offset` in the block."""

    text: str
    offset: int
    span: Span
    kind: PlaceKind


def find_sites(flat: str) -> Iterator[Site]:
    """Yield the sites of a block; `flat` is its text as `marks.flatten` returns it."""
    for place in places(flat):
        for site in sites_at(place):
            yield shifted(site, place.offset)


def places(flat: str) -> Iterator[Place]:
    """Yield the places of a block where glosses may be, in text order."""
    brackets = find_brackets(flat)
    found = [(start, end, PlaceKind.HEAD) for start, end in heads(flat)]
    head, read = found[0][:2] if found else (0, 0)
    found += [(start, end, PlaceKind.BRACKET) for start, end, _ in brackets if start >= read or end <= head]
    found += [(start, end, PlaceKind.BARE) for start, end in bare_chinese(flat, brackets) if start >= read]
    found += [(start, end, PlaceKind.BEHIND) for start, end in behind_chinese(flat) if start >= read]
    found += [(start, end, PlaceKind.STATED) for start, end in stated(flat)]
    for start, end, kind in sorted(found, key=itemgetter(0, 1)):
        yield _place(flat, start, end, kind)


def _place(flat: str, start: int, end: int, kind: PlaceKind) -> Place:
    offset = max(0, start - _REACH)
    return Place(flat[offset : end + _REACH], offset, new_span((start - offset, end - offset)), kind)


def sites_at(place: Place) -> list[Site]:
    """Return the sites at a place that have a candidate, with spans in the text of the place."""
    if place.kind is PlaceKind.BRACKET:
        sites = _bracket_sites(place.text, place.span)
    else:
        sites = _FINDERS[place.kind](place.text, place.span)
    return [site for site in sites if site.candidates]


_FINDERS = {
    PlaceKind.BARE: bare_sites,
    PlaceKind.STATED: stated_sites,
    PlaceKind.HEAD: head_sites,
    PlaceKind.BEHIND: behind_sites,
}


def shifted(site: Site, by: int) -> Site:
    """Return the site with all spans moved by a number of characters."""
    return Site([_moved(candidate, by) for candidate in site.candidates], site.scores) if by else site


def _moved(candidate: Candidate, by: int) -> Candidate:
    (zh_start, zh_end), (en_start, en_end), layout, clues, abbreviation, pinyin = candidate
    zh, en = new_span((zh_start + by, zh_end + by)), new_span((en_start + by, en_end + by))
    return new_candidate((zh, en, layout, clues, abbreviation, pinyin))


def _bracket_sites(flat: str, span: Span) -> Iterator[Site]:
    bracket = Bracket(*span, 0)
    if _ADDRESS_BEHIND.match(flat, bracket.end) or _IN_WORD.match(flat, bracket.start - 1):
        return
    inside = _without_brackets(flat[bracket.start + 1 : bracket.end - 1])
    has_han = HAN_CHARACTER.search(inside) is not None
    has_latin = LATIN_LETTER.search(inside) is not None
    if not (has_han or has_latin):
        return
    edge = peel(flat, bracket.start, max(0, bracket.start - WINDOW))
    follows_han = edge.end > 0 and HAN_CHARACTER.match(flat, edge.end - 1) is not None
    if has_latin and (follows_han or (not has_han and is_chinese_end(flat, edge.end, inside))):
        found = pieces(inside, bracket.start + 1)
        yield from chinese_sites(flat, bracket, found)
        if has_han:
            yield from inside_sites(flat, bracket, found)
    elif has_han and not follows_han:
        yield from english_sites(flat, bracket, pieces(inside, bracket.start + 1))


def _without_brackets(inside: str) -> str:
    """Return the text with inner brackets masked: they are separate sites. `((中文))` counts as one bracket."""
    if _INNER_BRACKET.fullmatch(inside.strip()):
        return inside
    return _INNER_BRACKET.sub(_masked, inside)


def _abbreviates(short: str, text: str) -> bool:
    """Return whether letters stand for a text; those of ISO stand in another order."""
    initials = initials_of([word.text for word in latin_words(text)])
    return short in initials or (
        len(short) >= _LETTERS_IN_ANY_ORDER and sorted(short) in [sorted(each) for each in initials]
    )


def _masked(inner: re.Match[str]) -> str:
    """Return what stands for an inner bracket; the full form of the letters before it is part of the outer one."""
    short = _LETTERS_BEFORE.search(inner.string, max(0, inner.start() - _LONGEST_SHORT), inner.start())
    text = inner[0][1:-1]
    if short and _abbreviates(short[1].casefold(), text):
        return f",{text} "
    return "|" * len(inner[0])
