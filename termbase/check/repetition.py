"""Segments that come again: equal sources want equal targets, and different ones different."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from termbase.check.bitext import BitextSubject
from termbase.check.finding import Problem
from termbase.script import has_han

_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|</?(?:b|i|em|strong|u|g|pc|mrk)\b[^<>]*>")
_SPACE = re.compile(r"\s+")
_PUNCTUATION = str.maketrans("。、“”‘’「」『』【】", ".,\"\"''\"\"''[]")
_OUTER = " .:;,!?\"'()[]"
_WORD = re.compile(r"[A-Za-z]+")
_SMALL = frozenset("a an the to of in on at by for from with and or is are its your this that".split())
_ENDING = re.compile(r"(?<=\w{3})(?:ings?|ies|y|e?s|ed|e)$")


def inconsistent(subject: BitextSubject) -> Iterator[Problem]:
    """Equal sources with different targets in one file. Emphasis and outer white space make no difference.

    Nor do the forms and the outer signs of the target's punctuation and capitals, as a label has them in one place
    and not in another. Each different target of a source is told once.

    Bad: `会议闭幕。` = `The meeting closed.` and again `会议闭幕。` = `The session ended.`
    Good: `会议闭幕。` = `The meeting closed.` both times
    """
    first: dict[str, tuple[str, str]] = {}
    told: set[tuple[str, str]] = set()
    for number, pair in enumerate(subject.bitext.pairs):
        source, target = _plain(pair.source), _plain(pair.target)
        segment, known = first.setdefault(source, (pair.id, target))
        identity = source, _sign_free(target)
        if target and _sign_free(known) != _sign_free(target) and identity not in told:
            told.add(identity)
            yield _problem(subject, number, f"the same source is rendered “{known}” in segment {segment}", (known,))


def same_target(subject: BitextSubject) -> Iterator[Problem]:
    """Different sources with equal targets in one file. Full-width punctuation is no difference, nor is emphasis.

    Nor, in English, are number, small words and forms of a verb: *To find texts*, *Finding text*. Two single words
    may share a word of the other language: *model* and *pattern*.

    Bad: `会议开幕。` = `The meeting closed.` beside `会议闭幕。` = `The meeting closed.`
    Good: `会议开幕。` = `The meeting opened.`
    """
    first: dict[str, tuple[str, str]] = {}
    for number, pair in enumerate(subject.bitext.pairs):
        source = _plain(pair.source)
        segment, known = first.setdefault(_plain(pair.target), (pair.id, source))
        if pair.target.strip() and not _says_the_same(known, source):
            yield _problem(subject, number, f"segment {segment} has this target for “{known}”", ())


def _says_the_same(known: str, source: str) -> bool:
    if _sign_free(known) == _sign_free(source):
        return True
    if has_han(known) or has_han(source):
        return False
    words, others = _stems(known), _stems(source)
    is_same = words == others or len(words) <= 1 >= len(others)
    return is_same and _other_signs(known) == _other_signs(source)


def _stems(text: str) -> list[str]:
    """The words of an English text without what number, verb forms and small words add, in any order."""
    words = (word.casefold() for word in _WORD.findall(text))
    return sorted(_ENDING.sub("", word) for word in words if word not in _SMALL)


def _other_signs(text: str) -> list[str]:
    """Figures and whatever is no letter."""
    return re.findall(r"[^A-Za-z\s]+", _sign_free(text))


def _plain(segment: str) -> str:
    return _SPACE.sub(" ", _EMPHASIS.sub("", segment)).strip()


def _sign_free(segment: str) -> str:
    """A segment without the differences that its punctuation may have: forms, quotation marks, outer signs."""
    folded = unicodedata.normalize("NFKC", segment.translate(_PUNCTUATION)).replace(" ", "").casefold()
    return folded.strip(_OUTER) or folded


def _problem(subject: BitextSubject, number: int, message: str, suggestions: tuple[str, ...]) -> Problem:
    start = subject.target.starts[number]
    return Problem(start, start + len(subject.bitext.pairs[number].target), message, None, suggestions)
