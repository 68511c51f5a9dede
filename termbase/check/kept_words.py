"""Recognises English words that a Chinese translation keeps as the source has them, as *Audio Unit*."""

from __future__ import annotations

import re

from termbase.check.bitext_subject import BitextSubject
from termbase.check.finding import Problem
from termbase.language import is_chinese
from termbase.renderings.cedict import is_english_word

_NAME_BEFORE = re.compile(r"(?:[A-Z][\w’'-]*[ -])*\Z", re.ASCII)
_NAME_AFTER = re.compile(r"(?:[ -][A-Z][\w’'-]*)*", re.ASCII)


def is_kept(subject: BitextSubject, problem: Problem) -> bool:
    """Whether English words in a Chinese target are not a use of a term but copied from the source.

    They are in a longer name, each word of which has a capital and which the source has too (*Audio Unit*), or they
    are an ordinary word in lower case that a program reads: *abort* in a list of values.
    """
    number = subject.target.segment(problem.start)
    pair, first = subject.bitext.pairs[number], subject.target.starts[number]
    start, end = problem.start - first, problem.end - first
    written = pair.target[start:end]
    if not (is_chinese(subject.bitext.target_language) and written.isascii()):
        return False
    if written.islower() and re.search(rf"\b{re.escape(written)}\b", pair.source):
        return is_english_word(written)
    before, after = _NAME_BEFORE.search(pair.target[:start]), _NAME_AFTER.match(pair.target[end:])
    name = (before[0] if before else "") + written + (after[0] if after else "")
    return written.istitle() and len(name) > end - start and name in pair.source
