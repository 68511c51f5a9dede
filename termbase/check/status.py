"""Terms that the house decided against."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.check.finding import Problem
from termbase.check.mention import is_mention
from termbase.check.subject import Subject
from termbase.check.wanted import is_forbidden, wanted_terms
from termbase.match import Designation, Hit


def deprecated(subject: Subject) -> Iterator[Problem]:
    """A deprecated or superseded term is used. Quotations, block quotes and mentions of it are none.

    Where one spelling stands for several terms, it is a finding only if all of them are deprecated.

    Bad: `The report names three risks to network security.`
    Good: `The report names three risks to cybersecurity.`
    """
    for hit in subject.hits:
        designations = subject.designations(hit)
        if not all(is_forbidden(designation.term) for designation in designations):
            continue
        if not subject.is_quoted(hit) and not is_mention(subject, hit):
            yield _problem(subject, hit, designations[0])


def _problem(subject: Subject, hit: Hit, designation: Designation) -> Problem:
    is_same_language = designation.language.split("-")[0] == subject.language.split("-")[0]
    terms = wanted_terms(hit.concept, subject.language if is_same_language else designation.language)
    message = f"“{designation.term.term}” is {designation.term.status}"
    return Problem(hit.start, hit.end, message, hit.concept.id, terms, listed=designation.term.term)
