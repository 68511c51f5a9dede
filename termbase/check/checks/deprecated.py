"""Checks that deprecated terms are not used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.check.finding import Problem
from termbase.check.subject import Subject, sides
from termbase.check.text_region import wanted_there
from termbase.check.uses.defined_names import is_in_defined_name
from termbase.check.uses.english_clause import is_clause, is_predicate
from termbase.check.uses.english_references import is_in_reference
from termbase.check.uses.longer_names import is_in_name, is_part_of_code
from termbase.check.uses.mention import is_mention
from termbase.check.uses.other_countries import is_of_other_country, is_project_of_other
from termbase.check.uses.other_fields import is_of_other_field
from termbase.check.uses.other_names import is_cut_from_compound, is_in_body_of, is_in_other_phrase, is_theory
from termbase.language import is_chinese
from termbase.match.matcher import Designation, Hit
from termbase.text.script import HAN

_CAPITAL_BEFORE, _CAPITAL_AFTER = re.compile(r"\b[A-Z][A-Za-z]+ \Z"), re.compile(" [A-Z][A-Za-z]+")

_OWNER = re.compile(r"\w['’]s?\s")
_GLOSSED_BEFORE = re.compile(rf"[{HAN}]\s?[(（]\Z")


def deprecated(subject: Subject) -> Iterator[Problem]:
    """A deprecated or superseded term is used. Quotations, mentions and parts of longer names do not count.

    Nor do names of other countries (*South Korea's Personal Information Protection Act*), titles in bibliographies,
    parts of other terms of the dictionary (*multi-party system*, 多党制), and a verb with its subject or object:
    *the data exit the buffer* has no *data exit*. Loose variants count: *data flow that crosses the border* for
    *data flow crossing the border*, 数据的越境流动 for 数据越境流动.

    If one spelling stands for several terms, it is reported only if all of them are deprecated. Wording of another
    region for a deprecated term is reported by `region`.

    Bad: `The report names three risks to network security.`
    Good: `The report names three risks to cybersecurity.`
    """
    for hit in subject.hits:
        designations = subject.designations(hit)
        if _is_right_here(subject, hit):
            continue
        if not all(designation.term.is_forbidden and not designation.is_reworded for designation in designations):
            continue
        if not (_has_owner(subject, hit) or _is_left_alone(subject, hit)):
            yield _problem(subject, hit, designations[0])


def _is_right_here(subject: Subject, hit: Hit) -> bool:
    """Whether the termbase has this very spelling as a right term of the text's language: ARM in Chinese."""
    written = subject.text(hit)
    terms = (term for tag, term in hit.concept.terms() if tag == subject.language and term.term == written)
    return any(not term.is_forbidden for term in terms)


def _has_owner(subject: Subject, hit: Hit) -> bool:
    """Whether a word inside a term is a possessive only in the text: *the network's security*."""
    owns = _OWNER.search(subject.text(hit)) is not None
    return owns and not any(_OWNER.search(one.term.term) for one in hit.designations)


_LEFT_ALONE = (
    Subject.is_quoted_unused,
    is_mention,
    is_in_name,
    is_in_defined_name,
    is_part_of_code,
    is_in_reference,
    is_of_other_country,
    is_project_of_other,
    is_in_body_of,
    is_of_other_field,
    is_clause,
    is_predicate,
    is_theory,
    is_cut_from_compound,
    is_in_other_phrase,
)
"""What shows that a term is named or is another one. Those that search the dictionary are last."""


def _is_left_alone(subject: Subject, hit: Hit) -> bool:
    return _is_in_kept_name(subject, hit) or any(test(subject, hit) for test in _LEFT_ALONE)


def _is_in_kept_name(subject: Subject, hit: Hit) -> bool:
    """Whether a Chinese text has an English word in a longer name, or only as a gloss in brackets.

    The *Native* of *Native Messaging* 脚本 is in a name.
    """
    before, after = sides(subject, hit)
    if is_chinese(subject.language) and subject.text(hit).isascii() and _GLOSSED_BEFORE.search(before):
        return True  # 符號鏈結(symlink)
    is_word = is_chinese(subject.language) and subject.text(hit)[:1].isupper()
    return is_word and bool(_CAPITAL_BEFORE.search(before) or _CAPITAL_AFTER.match(after))


def _problem(subject: Subject, hit: Hit, designation: Designation) -> Problem:
    terms = wanted_there(hit.concept, subject.language_for(designation.language))
    message = f"“{designation.term.term}” is {designation.term.status}"
    return Problem(hit.start, hit.end, message, hit.concept.id, terms, listed=designation.term.term)
