"""Finds English and its abbreviation beside each other before Chinese, in either order."""

from __future__ import annotations

import re

from termbase.extract.before import Edge, peel, stop
from termbase.text.english.initials import initials_of
from termbase.text.latin_words import is_abbreviation, words_in

_INITIALS_AT_END = re.compile(
    r",?(?: (?:(?:abbreviated|shortened|known)(?: as| to)?|or|hereafter|hereinafter))? ([A-Z][A-Za-z0-9-]+)$"
)
_LONGEST_INITIALS = 30
"""Characters of initials behind a term, with what leads them, at most."""

_MOST_WORDS = 15
"""The largest number of words that initials may stand for."""

_SHORT = re.compile(r"(?<![\w-])[A-Z][A-Za-z0-9]*$")
_LONGEST_SHORT = 10


def before_initials(flat: str, edge: Edge, floor: int) -> Edge:
    """Return the edge before the initials of the term at its end: World Trade Organization, WTO (世贸组织)."""
    first = max(floor, edge.end - _LONGEST_INITIALS)
    blank = flat.rfind(" ", first, edge.end)
    if blank < 0 or not flat[blank + 1 : blank + 2].isupper():  # as mostly, and faster to see
        return edge
    short = _INITIALS_AT_END.search(flat, first, edge.end)
    if short is None or edge.enclosed or edge.aside or not is_abbreviation(short[1]):
        return edge
    start = stop(flat, short.start(), floor)
    words = [word.text for word in words_in(flat, start, short.start())][-_MOST_WORDS:]
    initials = "".join(filter(str.isupper, short[1])).casefold()
    if any(initials in initials_of(words[first:]) for first in range(len(words) - 1)):
        return peel(flat, short.start(), floor)._replace(abbreviation=short[1])
    return edge


def initials_before(flat: str, edge: Edge) -> str:
    """Return the abbreviation before a bracket that holds its full form: AP (Access Point)：接入点; else ""."""
    short = _SHORT.search(flat, max(0, edge.end - _LONGEST_SHORT), edge.end)
    if short is None or edge.aside is None:
        return ""
    words = [word.text for word in words_in(flat, *edge.aside)]
    is_letter = bool(words) and words[0][0] == short[0]  # C (Consistency)
    return short[0] if is_letter or short[0].casefold() in initials_of(words) else ""
