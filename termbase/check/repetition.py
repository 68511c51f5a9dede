"""Segments that come again: equal sources want equal targets, and different ones different."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from termbase.check.bitext import BitextSubject
from termbase.check.finding import Problem

_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|</?(?:b|i|em|strong|u|g|pc|mrk)\b[^<>]*>")
_SPACE = re.compile(r"\s+")
_PUNCTUATION = str.maketrans("。、“”‘’「」『』", ".,\"\"''\"\"''")


def inconsistent(subject: BitextSubject) -> Iterator[Problem]:
    """Equal sources with different targets in one file. Emphasis and outer white space make no difference.

    Bad: `会议闭幕。` = `The meeting closed.` and again `会议闭幕。` = `The session ended.`
    Good: `会议闭幕。` = `The meeting closed.` both times
    """
    first: dict[str, tuple[str, str]] = {}
    for number, pair in enumerate(subject.bitext.pairs):
        target = _plain(pair.target)
        segment, known = first.setdefault(_plain(pair.source), (pair.id, target))
        if target and known != target:
            yield _problem(subject, number, f"the same source is rendered “{known}” in segment {segment}", (known,))


def same_target(subject: BitextSubject) -> Iterator[Problem]:
    """Different sources with equal targets in one file. Full-width punctuation is no difference, nor is emphasis.

    Bad: `会议开幕。` = `The meeting closed.` beside `会议闭幕。` = `The meeting closed.`
    Good: `会议开幕。` = `The meeting opened.`
    """
    first: dict[str, tuple[str, str]] = {}
    for number, pair in enumerate(subject.bitext.pairs):
        source = _plain(pair.source)
        segment, known = first.setdefault(_plain(pair.target), (pair.id, source))
        if pair.target.strip() and _sign_free(known) != _sign_free(source):
            yield _problem(subject, number, f"segment {segment} has this target for “{known}”", ())


def _plain(segment: str) -> str:
    return _SPACE.sub(" ", _EMPHASIS.sub("", segment)).strip()


def _sign_free(segment: str) -> str:
    return unicodedata.normalize("NFKC", segment.translate(_PUNCTUATION)).replace(" ", "").casefold()


def _problem(subject: BitextSubject, number: int, message: str, suggestions: tuple[str, ...]) -> Problem:
    start = subject.target.starts[number]
    return Problem(start, start + len(subject.bitext.pairs[number].target), message, None, suggestions)
