"""Recognises English words that a Chinese translation keeps as the source has them, as *Audio Unit*."""

from __future__ import annotations

import re

from termbase.check.bilingual.bitext_subject import BitextSubject
from termbase.check.finding import Problem
from termbase.language import is_chinese
from termbase.match.matcher import Hit

_NAME_BEFORE = re.compile(r"(?:[A-Z][\w’'-]*[ -])*\Z", re.ASCII)
_NAME_AFTER = re.compile(r"(?:[ -][A-Z][\w’'-]*)*", re.ASCII)


def is_kept(subject: BitextSubject, problem: Problem) -> bool:
    """Whether English words in a Chinese target are not a use of a term but copied from the source.

    They are in a longer name, each word of which has a capital and which the source has too (*Audio Unit*), or a
    single word that the source has too, in singular or plural. Mostly it is a value or an abbreviation of something
    else: *abort* in a list of values, the language *sd*, a signal *KILL*. If the concept has no Chinese term, there
    is nothing else to write.
    """
    number = subject.target.segment(problem.start)
    pair, first = subject.bitext.pairs[number], subject.target.starts[number]
    start, end = problem.start - first, problem.end - first
    written = pair.target[start:end]
    if not (is_chinese(subject.bitext.target_language) and written.isascii()):
        return False
    if re.search(rf"\b{re.escape(written)}s?\b", pair.source) and (
        written.replace("-", "").isalnum() or _has_no_chinese(subject, number, problem)
    ):
        return True
    if "_" in (pair.target[:start][-1:], pair.target[end : end + 1]) and written in pair.source:
        return True  # CONFIG_(U)EFI_STUB
    before, after = _NAME_BEFORE.search(pair.target[:start]), _NAME_AFTER.match(pair.target[end:])
    name = (before[0] if before else "") + written + (after[0] if after else "")
    return written.istitle() and len(name) > end - start and name in pair.source


def is_in_capitals(subject: BitextSubject, problem: Problem) -> bool:
    """Whether English words in a Chinese target are those of the source, all in capitals: BUG, *bugs*."""
    number = subject.target.segment(problem.start)
    written = subject.target.subject.text(problem)
    source = subject.bitext.pairs[number].source
    is_loud = is_chinese(subject.bitext.target_language) and written.isascii() and written.isupper()
    return is_loud and written not in source and written.casefold() in source.casefold()


def is_copied(subject: BitextSubject, hit: Hit) -> bool:
    """Whether a hit in a Chinese target is an English term that the segment's source has too."""
    written = subject.target.subject.text(hit)
    source = subject.bitext.pairs[subject.target.segment(hit.start)].source
    is_latin = is_chinese(subject.bitext.target_language) and written.isascii()
    return is_latin and written.casefold() in source.casefold()


def _has_no_chinese(subject: BitextSubject, number: int, problem: Problem) -> bool:
    concepts = [hit.concept for hit in subject.target.hits.get(number, ()) if hit.concept.id == problem.concept]
    return bool(concepts) and not any(is_chinese(tag) for tag, _ in concepts[0].terms())
