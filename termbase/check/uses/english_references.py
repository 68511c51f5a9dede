"""Recognises entries of English bibliographies, whose titles keep the words of their authors.

Start from `is_in_reference`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from termbase.check.subject import Subject
from termbase.text.offsets import Placed

_LONGEST = 400
"""Code points on each side of a term that are searched for the entry."""

_NAME = r"[A-Z][\w’'-]+"
_INITIALS = r"(?:[A-Z]\.[ -]?){1,4}"
_NUMBER = r"\s*(?:[*+•-]\s+)?(?:\[\^?[\w-]{1,20}\]:?|\(?\d{1,3}[.)])?\s*"
_AUTHOR = rf"(?:{_NAME},?\s+(?:{_INITIALS}(?![a-z])|[A-Z]{{1,3}}(?=[.,\s]))|{_INITIALS}{_NAME}(?=,|\s(?:and|&)))"
_ENTRY = re.compile(rf"{_NUMBER}{_AUTHOR}")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_PUBLISHED = re.compile(
    r"\d\s?\(\d+\)|\b\d+\s?:\s?\d+\s?[-–]\s?\d+|\bpp?\.\s?\d+|\bvol(?:ume|\.)\s?\d+|\bdoi\b|\barXiv\b|https?:"
    r"|\b(?:Press|Publish(?:ers|ing)|Journal|Proceedings|Review|Quarterly|Springer|Routledge|Elsevier|Palgrave)\b"
    r"|^[^\n]{0,200}?\(\s?(?:1[89]|20)\d\d[a-z]?\s?\)[.,:]\s"
)
"""What a sentence that begins with a name lacks: pages, a publisher, or a year in brackets with a full stop."""


_VOLUME, _NEAR = re.compile(r"(?:\s[A-Z][\w-]+){0,3},?\s+(?:vol(?:ume|\.)?|no\.|issue)\s?\d"), 60
"""What follows the title of a periodical, and how far behind a term."""

_TITLE = (
    r"(?:references|bibliography|works\s+cited|literature|further\s+reading|reading\s+list|sources|see\s+also"
    "|[参參]考(?:文[献獻]|[资資]料))"
)
_HEADING = re.compile(
    r"^[ \t]*#{1,6}[ \t]+(?P<text>[^\n]+)$|<h[1-6]\b[^<>]*>(?P<content>[^<>]{1,200})</h[1-6]>",
    re.MULTILINE | re.IGNORECASE,
)
_OF_LITERATURE = re.compile(rf"\W*(?:\d+(?:\.\d+)*\.?\s+)?{_TITLE}\W*", re.IGNORECASE)
_ITEM = re.compile(r"[ \t]*(?:[*+-]|\[?\d{1,3}[\].)]+|<li\b[^<>]*>)\s*")


def is_in_reference(subject: Subject, place: Placed) -> bool:
    """Whether a place is in an entry of a bibliography: an item of a list of literature, or a paragraph.

    So is a title with capitals before its volume: *(Network Security, vol. 2021, no. 4)*.
    """
    is_periodical = subject.text(place)[:1].isupper() and _VOLUME.match(subject.after(place, _NEAR))
    return bool(is_periodical) or _is_listed(subject.document.text, place) or _is_entry(subject, place)


def _is_listed(text: str, place: Placed) -> bool:
    """Whether a place is in a list under a heading such as *References*."""
    begin = text.rfind("\n", 0, place.start) + 1
    if not _ITEM.match(text, begin):
        return False
    headings = _headings(text)
    number = bisect_left(headings, (place.start, False)) - 1
    return number >= 0 and headings[number][1]


@lru_cache(maxsize=2)
def _headings(text: str) -> list[tuple[int, bool]]:
    """Return where each heading of a text begins, and whether a list of literature follows it."""
    return [
        (found.start(), _OF_LITERATURE.fullmatch(found["text"] or found["content"]) is not None)
        for found in _HEADING.finditer(text)
    ]


def _is_entry(subject: Subject, place: Placed) -> bool:
    """Whether a place is in a paragraph that begins with an author and has a year and signs of a publication.

    *Mueller, M. (2010). Networks and States. MIT Press.* is one, *M. Mueller, a scholar, said in 2010 that* is not.
    """
    before, after = subject.before(place, _LONGEST), subject.after(place, _LONGEST)
    entry = before.rpartition("\n")[2] + subject.text(place) + after.partition("\n")[0]
    if not _YEAR.search(entry):
        return False
    return _ENTRY.match(entry) is not None and _PUBLISHED.search(entry) is not None
