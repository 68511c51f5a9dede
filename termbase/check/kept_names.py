"""Recognises English names that a Chinese translation keeps as the source has them, as *Audio Unit*."""

from __future__ import annotations

import re

from termbase.check.bitext_subject import BitextSubject
from termbase.check.finding import Problem
from termbase.language import is_chinese

_NAME_BEFORE = re.compile(r"(?:[A-Z][\w’'-]*[ -])*\Z", re.ASCII)
_NAME_AFTER = re.compile(r"(?:[ -][A-Z][\w’'-]*)*", re.ASCII)


def is_kept_name(subject: BitextSubject, problem: Problem) -> bool:
    """Whether a problem in a Chinese target is in a longer English name, which stands in the source as well.

    Each word of the name has a capital. The target then does not use the term, it repeats a name.
    """
    number = subject.target.segment(problem.start)
    pair, first = subject.bitext.pairs[number], subject.target.starts[number]
    start, end = problem.start - first, problem.end - first
    if not is_chinese(subject.bitext.target_language) or not pair.target[start:end].istitle():
        return False
    before, after = _NAME_BEFORE.search(pair.target[:start]), _NAME_AFTER.match(pair.target[end:])
    name = (before[0] if before else "") + pair.target[start:end] + (after[0] if after else "")
    return len(name) > end - start and name in pair.source
