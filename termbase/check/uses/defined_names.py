"""Recognises words that are part of a name which the document itself defines by its initials.

A text that has *Private Information Retrieval (PIR)* once means that method by *private information retrieval*
everywhere. Start from `is_in_defined_name`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from termbase.check.subject import Subject
from termbase.match.matcher import Hit
from termbase.text.english.initials import initials_of

_INITIALS = re.compile(r"\s?[(（]\s?[“\"‘'*_]{0,3}([A-Z][A-Za-z]{1,8}?)s?[”\"’'*_]{0,3}\s?[)）]")
_WORD = re.compile(r"[^\W_]+")
_BEFORE = 120
"""Code points before initials that are searched for the words they stand for."""

_MOST_WORDS = 2
"""How many words a name may have for each initial: *Freedom of the Press*."""


def is_in_defined_name(subject: Subject, hit: Hit) -> bool:
    """Whether a term and words beside it are a name that the document has with its initials, in any capitals."""
    term = _folded(subject.text(hit))
    for name in defined_names(subject.running.text):
        before, found, after = f" {name} ".partition(f" {term} ")
        if found and (before.strip() or after.strip()) and _is_around(subject, hit, before.strip(), after.strip()):
            return True
    return False


def _is_around(subject: Subject, hit: Hit, before: str, after: str) -> bool:
    """Whether the words before and after a hit are these; the last one in either number."""
    left = _folded(subject.before(hit, 2 * len(before) + 2))
    right = _folded(subject.after(hit, 2 * len(after) + 2))
    return f" {left}".endswith(f" {before}" if before else "") and right.startswith(after.removesuffix("s"))


@lru_cache(maxsize=8)
def defined_names(text: str) -> frozenset[str]:
    """Return the names that initials in brackets follow, in small letters, with one space between words."""
    return frozenset(_names(text))


def _names(text: str) -> Iterator[str]:
    for found in _INITIALS.finditer(text):
        short = found[1].casefold()
        words = _WORD.findall(text[max(0, found.start() - _BEFORE) : found.start()].rpartition("\n\n")[2])
        for count in range(2, _MOST_WORDS * len(short) + 1):
            name = words[-count:]
            if len(name) == count and name[0][0].casefold() == short[0] and short in initials_of(name):
                yield _folded(" ".join(name))
                break


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
