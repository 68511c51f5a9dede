"""Finds near variants of terms that the termbase does not list."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.check.finding import Problem
from termbase.check.placeholders import without_placeholders
from termbase.check.preferred import wanted_terms
from termbase.check.subject import Subject
from termbase.language import ENGLISH, is_english
from termbase.match.near import find_near


def unlisted(subject: Subject) -> Iterator[Problem]:
    """A near variant of an English term is not in the termbase: it differs in small words, order or number.

    Quotations are searched too, since authors quote the slogans that they translate. The check runs only if it is
    selected, because its result for old documents is a list of terms to decide on, not a list of errors.

    Bad: `a cyberspace community of shared future`
    Good: `a community with a shared future in cyberspace`
    """
    language = subject.language if is_english(subject.language) else ENGLISH
    found: set[tuple[int, int]] = set()
    for near in without_placeholders(find_near(subject.document, subject.known.near), subject.running):
        start, end = near.start, near.end
        if (start, end) not in found and not subject.has_hit(start, end, near.owner):
            found.add((start, end))
            message = f"“{subject.text(near)}” is not in the termbase, but resembles “{near.term}”"
            yield Problem(start, end, message, near.owner.id, wanted_terms(near.owner, language))
