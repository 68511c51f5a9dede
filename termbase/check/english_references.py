"""Recognises entries of English bibliographies, whose titles keep the words of their authors.

Start from `is_in_reference`.
"""

from __future__ import annotations

import re

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


def is_in_reference(subject: Subject, place: Placed) -> bool:
    """Whether a place is in a paragraph that begins with an author and has a year and signs of a publication.

    *Mueller, M. (2010). Networks and States. MIT Press.* is one, *M. Mueller, a scholar, said in 2010 that* is not.
    """
    before, after = subject.before(place, _LONGEST), subject.after(place, _LONGEST)
    entry = before.rpartition("\n")[2] + subject.text(place) + after.partition("\n")[0]
    if not _YEAR.search(entry):
        return False
    return _ENTRY.match(entry) is not None and _PUBLISHED.search(entry) is not None
