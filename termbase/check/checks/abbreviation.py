"""Checks that abbreviations are defined before they are used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from termbase.check.finding import Problem
from termbase.check.preferred import wanted_terms
from termbase.check.subject import Subject, sides
from termbase.check.uses.names_with_initials import is_in_name_with_initials
from termbase.language import is_english
from termbase.match.matcher import Designation, Hit
from termbase.model import AdministrativeStatus, TermType
from termbase.text.english.initials import initials_of
from termbase.text.script import simplify
from termbase.text.word_classes import WordClass, pattern_of

_SHORT = (TermType.ACRONYM, TermType.ABBREVIATION)
_REACH = 160
"""Code points before an abbreviation to search for the words it stands for."""

_SENTENCE_END = re.compile(r"(?<![\d\s])[.!?;。！？；](?:[\s)\]”’\"'*_]|\Z)")  # not the number of a heading, 12.1.
_WORDS_OF_ONE = r"(?:[Tt]he|[Aa]n?|(?:[Tt]he )?\w+['’]s) (?:[\w’'-]+ ){0,6}[a-z][\w’'-]+"
_BEGIN = r"(?:\A|[.!?:][”\"’)]? |\n)\s*"
_IN_BRACKETS = re.compile(rf" ?\({_WORDS_OF_ONE}\)")
_BEGINS_SENTENCE = re.compile(rf"{_BEGIN}(?:The )?\Z")
_APPOSITION = re.compile(rf", {_WORDS_OF_ONE},(?! (?:and|or|nor|the|an?)\b)")
_APPOSED_TO = re.compile(rf"{_BEGIN}{_WORDS_OF_ONE}, (?:the )?\Z")
_SPELLING = re.compile(r"(?:,? \(?|, or )(?:the |an? )?(?P<words>(?:[^\W_]+[ -]){1,8}[^\W_]+)(?=[),.;])")

_DECLARED = re.compile(
    r"^\*\[([^\[\]\n]{1,40})\]:|<abbr\b[^<>]{0,200}\stitle\s*=[^<>]{1,200}>\s*([^<>]{1,40}?)\s*</abbr>",
    re.MULTILINE | re.IGNORECASE,
)
"""Matches markup that spells an abbreviation out, at any place: `*[IGF]: Internet Governance Forum`, `<abbr>`."""


def abbreviation(subject: Subject) -> Iterator[Problem]:
    """An abbreviation is used before its definition, or the document does not define it.

    Only admitted abbreviations need a definition; preferred ones do not. A definition is the abbreviation beside a
    full form of its concept, `Internet Governance Forum (IGF)` or `IGF (Internet Governance Forum)`, or in brackets
    after words with its initials. The check runs on English documents and looks at sentences only: headings and
    table cells may use an abbreviation that the text explains later. Words that say what it is define it too: *The
    IGF, a yearly meeting, ...*. Part of another name (*OS* in *Mac OS X* or *OS/2*, *CAC* in *CAC 40* or *CAC
    Holdings*) is not counted as an abbreviation.

    Bad: `The IGF met in Riyadh.`
    Good: `The Internet Governance Forum (IGF) met in Riyadh. The IGF ...`
    """
    if not is_english(subject.language):
        return
    settled: set[int] = set()
    declared = {found[1] or found[2] for found in _DECLARED.finditer(subject.document.text)}
    for hit in subject.hits:
        if id(hit.concept) in settled or not all(_needs_definition(subject, hit, d) for d in hit.designations):
            continue
        is_defined = subject.text(hit) in declared or _is_definition(subject, hit)
        if is_in_name_with_initials(subject, hit) or not (is_defined or _is_in_sentence(subject, hit)):
            continue
        settled.add(id(hit.concept))
        if not is_defined and not subject.is_quoted(hit):
            yield _problem(hit)


def _needs_definition(subject: Subject, hit: Hit, designation: Designation) -> bool:
    """Whether a term is an admitted abbreviation. In lower case it is more likely another word."""
    term = designation.term
    is_short = is_english(designation.language) and term.type in _SHORT
    is_written_so = subject.text(hit).startswith(term.term)
    return is_short and is_written_so and term.status is AdministrativeStatus.ADMITTED


def _is_in_sentence(subject: Subject, hit: Hit) -> bool:
    """Whether there is a sentence around the abbreviation, in a table within its cell."""
    before, after = sides(subject, hit)
    around = before.rpartition("|")[2] + subject.text(hit) + after.partition("|")[0]
    return _SENTENCE_END.search(around) is not None


def _is_definition(subject: Subject, short: Hit) -> bool:
    """Whether only brackets or words such as *or* separate the abbreviation from a full form beside it."""
    for other in subject.near(short, _REACH):
        if not all(d.term.type in _SHORT for d in other.designations):
            first, last = sorted((other, short), key=lambda hit: hit.start)
            if _between().fullmatch(simplify(subject.between(first, last))):
                return True
    return _follows_its_words(subject, short) or _is_explained(subject, short)


@cache
def _between() -> re.Pattern[str]:
    """Matches what may separate full form and abbreviation: brackets, *hereinafter referred to as*, 以下简称."""
    word = pattern_of(WordClass.BEFORE_ABBREVIATION)
    return re.compile(
        rf"(?:['’]s)?[\s\W_]{{0,4}}(?:(?:{word}|以下|简称)[\s\W_]{{1,3}}){{0,6}}(?:以下)?(?:简称)?[\s\W_]{{0,3}}",
        re.IGNORECASE,
    )


def _follows_its_words(subject: Subject, short: Hit) -> bool:
    """Whether `(ABC)` follows words with these initials. The termbase need not list the words."""
    before = subject.before(short, _REACH).rstrip("“\"‘'*_ ")
    if not before.endswith(("(", "（")):
        return False
    initials = "".join(char for char in subject.text(short).casefold() if char.isalnum())
    words = re.findall(r"[^\W_]+", before)
    lengths = range(2, 2 * len(initials) + 1)  # with small words, as in Freedom of the Press
    return any(initials in initials_of(words[-length:]) for length in lengths)


def _is_explained(subject: Subject, short: Hit) -> bool:
    """Whether an apposition says what the abbreviation is, or spells it: *The IGF, a yearly meeting, ...*.

    An apposition with commas must begin the sentence: *according to the IGF, the web is open, and* has none.
    """
    before, after = sides(subject, short)
    if _IN_BRACKETS.match(after) or (_APPOSITION.match(after) and _BEGINS_SENTENCE.search(before)):
        return True
    if after.startswith(",") and _APPOSED_TO.search(before):
        return True
    spelling = _SPELLING.match(after)
    words = re.findall(r"[^\W_]+", spelling["words"]) if spelling else []
    return len(words) > 1 and "".join(word[0] for word in words).casefold() == subject.text(short).casefold()


def _problem(hit: Hit) -> Problem:
    short = hit.designations[0]
    terms = tuple(
        f"{term} ({short.term.term})"
        for term in wanted_terms(hit.concept, short.language)
        if term != short.term.term
    )
    message = f"“{short.term.term}” is not defined before it is used"
    return Problem(hit.start, hit.end, message, hit.concept.id, terms)
