"""Checks repeated segments: equal sources should have equal targets, and different sources different ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from termbase.bitext import SegmentPair
from termbase.check.bitext_subject import BitextSubject
from termbase.check.finding import Problem
from termbase.severity import Severity
from termbase.text.accelerators import without_accelerators
from termbase.text.english import english_key
from termbase.text.english_stems import base_form
from termbase.text.script import has_han
from termbase.text.small_words import SMALL_WORDS

_Key = TypeVar("_Key")
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|</?(?:b|i|em|strong|u|g|pc|mrk)\b[^<>]*>")
_SPACE = re.compile(r"\s+")
_PUNCTUATION = str.maketrans("。、“”‘’「」『』【】", ".,\"\"''\"\"''[]")
_OUTER = " .:;,!?()[]"
_QUOTATION = re.compile("[\"']")
_JOINING = re.compile("[&,]|(?<=[A-Za-z])[-\u2010\u2011](?=[A-Za-z])")
_WORD = re.compile(r"[A-Za-z]+")
_ORDINAL = re.compile(
    r"(?:(?<=\d)|(?<=%[diu])|(?<=%'[diu])|(?<![A-Za-z]))(?:st|nd|rd|th)(?![A-Za-z])", re.IGNORECASE
)
"""Matches the ending of an ordinal, which Chinese does not distinguish: `%dst copy`, `%dnd copy`."""
_PASSED_OVER = SMALL_WORDS | frozenset("is are its your their this that these those".split())
_SINGULAR = {"they": "it", "them": "it"}
_WORD_OF_HAN = 2
_LABEL = 3
"""Maximum number of words of a label."""


def inconsistent(subject: BitextSubject) -> Iterator[Problem]:
    """Equal sources have different targets in one file.

    Differences in emphasis, white space at the ends and accelerators (`&File`) are ignored. So are, in the targets,
    quotation marks, capitals, full-width or half-width punctuation, and punctuation at the ends, because the same
    label may need them in one place only. Each different target of a source is reported once. If the source is a
    single word, which may have several meanings, or its contexts differ (PO `msgctxt`), the severity is
    information; single words in different contexts are not compared.

    Bad: `会议闭幕。` = `The meeting closed.` and again `会议闭幕。` = `The session ended.`
    Good: `会议闭幕。` = `The meeting closed.` both times
    """
    for (source, _), numbers in _grouped(subject, partial(_source_key, subject)).items():
        by_target: dict[str, list[int]] = {}
        for number in numbers:
            by_target.setdefault(_sign_free(_plain(subject.bitext.pairs[number].target)), []).append(number)
        first, *rest = [found for target, found in by_target.items() if target] or [[]]
        for others in rest:
            contexts = {_context(subject, subject.bitext.pairs[number]) for number in (first[0], *others)}
            severity = Severity.INFO if _is_word(source) or len(contexts) > 1 else None
            yield replace(_differing(subject, first[0], others), severity=severity)


def _source_key(subject: BitextSubject, pair: SegmentPair) -> tuple[str, str]:
    source = _plain(pair.source)
    return source, _context(subject, pair) if _is_word(source) else ""


def _context(subject: BitextSubject, pair: SegmentPair) -> str:
    """Return what distinguishes equal sources: all of a context, but in Qt TS not the name of the class."""
    is_qt = subject.bitext.file.lower().endswith(".ts")
    return pair.context.partition("|")[2] if is_qt else pair.context


def same_target(subject: BitextSubject) -> Iterator[Problem]:
    """Different sources have the same target in one file.

    Differences in emphasis and in the width of punctuation are ignored. So are, in English, number, small words,
    endings of ordinals, and forms of a verb: *To find texts*, *Finding text*. Two single words may have the same
    translation (*model* and *pattern*), and a label may have additional words (*Zoom*, *Zoom factor*).

    Bad: `会议开幕。` = `The meeting closed.` beside `会议闭幕。` = `The meeting closed.`
    Good: `会议开幕。` = `The meeting opened.`
    """
    for target, numbers in _grouped(subject, lambda pair: _plain(pair.target)).items():
        known = _without_ordinals(subject.bitext.pairs[numbers[0]].source)
        for number in numbers[1:] if target else ():
            source = _without_ordinals(subject.bitext.pairs[number].source)
            if not _says_the_same(known, source):
                shown = subject.bitext.pairs[numbers[0]].source.strip()
                message = f"{subject.place(numbers[0])} has the same target for another source: “{shown}”"
                yield _at(subject, number, message, (numbers[0], number))


def _grouped(subject: BitextSubject, key: Callable[[SegmentPair], _Key]) -> dict[_Key, list[int]]:
    """Return the numbers of the segments by a key, those first that have not been changed."""
    groups: dict[_Key, list[int]] = {}
    for number, pair in enumerate(subject.bitext.pairs):
        groups.setdefault(key(pair), []).append(number)
    for numbers in groups.values():
        numbers.sort(key=subject.is_changed)
    return groups


def _differing(subject: BitextSubject, first: int, others: Sequence[int]) -> Problem:
    """Return the problem that segment `first` has another target than `others`, the last of which is reported."""
    number = others[-1] if subject.is_changed(others[-1]) else others[0]
    known = subject.bitext.pairs[first].target.strip()
    message = f"{subject.place(first)} translates the same source as “{known}”"
    return replace(_at(subject, number, message, (first, *others)), suggestions=(known,))


def _at(subject: BitextSubject, number: int, message: str, compared: Iterable[int]) -> Problem:
    uses = tuple(subject.target.starts[each] for each in compared)
    return replace(subject.whole_target(number, message), uses=uses)


def _is_word(source: str) -> bool:
    return len(source) <= _WORD_OF_HAN if has_han(source) else len(source.split()) == 1


def _says_the_same(known: str, source: str) -> bool:
    if _sign_free(known) == _sign_free(source):
        return True
    if has_han(known) or has_han(source) or _other_signs(known) != _other_signs(source):
        return False
    words, others = _stems(known), _stems(source)
    is_same = sorted(words) == sorted(others) or _in_one(known) == _in_one(source)
    return is_same or len(words) <= 1 >= len(others) or _is_longer_label(words, others)


def _in_one(text: str) -> str:
    """Return the key of a text without spaces, equal for *Scroll bar* and *Scrollbars*."""
    return english_key("".join(_WORD.findall(text)))


def _is_longer_label(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two labels differ only in additional words of one: *Zoom*, *Zoom factor*."""
    shorter, longer = sorted((words, others), key=len)
    return 0 < len(shorter) < len(longer) <= _LABEL and set(shorter) <= set(longer)


def _stems(text: str) -> list[str]:
    """Return the stems of the words of an English text, without small words."""
    words = (_SINGULAR.get(word.casefold(), word) for word in _WORD.findall(text))
    return [base_form(word) for word in words if word.casefold() not in _PASSED_OVER]


def _other_signs(text: str) -> list[str]:
    """Return the digits and signs of a text, except commas, hyphens in words, and `&` (which may mean *and*)."""
    return re.findall(r"[^A-Za-z\s]+", _JOINING.sub("", _sign_free(text)))


def _plain(segment: str) -> str:
    return _SPACE.sub(" ", _EMPHASIS.sub("", without_accelerators(segment))).strip()


def _without_ordinals(source: str) -> str:
    return _ORDINAL.sub("", _plain(source))


def _sign_free(segment: str) -> str:
    """Fold a segment for comparison.

    Quotation marks, punctuation at the ends and spaces are removed, the width of signs and the case are unified.
    """
    folded = unicodedata.normalize("NFKC", segment.translate(_PUNCTUATION)).replace(" ", "").casefold()
    return _QUOTATION.sub("", folded).strip(_OUTER) or folded
