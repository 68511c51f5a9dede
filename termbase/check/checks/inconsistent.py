"""Segments that come again: equal sources want equal targets, and different ones different."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from termbase.check.bitext_subject import BitextSubject
from termbase.check.finding import Problem
from termbase.severity import Severity
from termbase.text.english import english_key
from termbase.text.english_stems import base_form
from termbase.text.script import has_han
from termbase.text.small_words import SMALL_WORDS

_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|</?(?:b|i|em|strong|u|g|pc|mrk)\b[^<>]*>")
_SPACE = re.compile(r"\s+")
_PUNCTUATION = str.maketrans("。、“”‘’「」『』【】", ".,\"\"''\"\"''[]")
_OUTER = " .:;,!?()[]"
_QUOTATION = re.compile("[\"']")
_WORD = re.compile(r"[A-Za-z]+")
_PASSED_OVER = SMALL_WORDS | frozenset("is are its your this that".split())
_WORD_OF_HAN = 2
_LABEL = 3
"""Words that a label has at most."""

_ACCELERATOR = re.compile(r"\s?[(（][&_~]?[A-Z0-9][)）](?=\W*$)|(?<!\w)[&_~](?=\w)|(?<=[A-Za-z])&(?=[a-z])")
"""What marks the key of a menu entry: `&File`, `E&xit`, 文件(&F)."""


def inconsistent(subject: BitextSubject) -> Iterator[Problem]:
    """Equal sources with different targets in one file. Emphasis and outer white space make no difference.

    Nor do accelerators (`&File`), the forms and the outer signs of the target's punctuation, quotation marks and
    capitals, as a label has them in one place and not in another. Each different target of a source is told once;
    of a single word, which may have several meanings, as information only.

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
            message = f"the same source is rendered “{known}” in segment {segment}"
            yield replace(
                subject.whole_target(number, message),
                suggestions=(known,),
                severity=Severity.INFO if _is_word(source) else None,
            )


def same_target(subject: BitextSubject) -> Iterator[Problem]:
    """Different sources with equal targets in one file. Full-width punctuation is no difference, nor is emphasis.

    Nor, in English, are number, small words and forms of a verb: *To find texts*, *Finding text*. Two single words
    may share a word of the other language: *model* and *pattern*; and a label may say a word more: *Zoom factor*.

    Bad: `会议开幕。` = `The meeting closed.` beside `会议闭幕。` = `The meeting closed.`
    Good: `会议开幕。` = `The meeting opened.`
    """
    first: dict[str, tuple[str, str]] = {}
    for number, pair in enumerate(subject.bitext.pairs):
        source = _plain(pair.source)
        segment, known = first.setdefault(_plain(pair.target), (pair.id, source))
        if pair.target.strip() and not _says_the_same(known, source):
            yield subject.whole_target(number, f"segment {segment} has this target for “{known}”")


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
    """A text without spaces: *Scroll bar*, *Scrollbars*."""
    return english_key("".join(_WORD.findall(text)))


def _is_longer_label(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one of two labels says a word more: *Zoom*, *Zoom factor*."""
    shorter, longer = sorted((words, others), key=len)
    return 0 < len(shorter) < len(longer) <= _LABEL and set(shorter) <= set(longer)


def _stems(text: str) -> list[str]:
    """The words of an English text without what number, verb forms and small words add."""
    return [base_form(word) for word in _WORD.findall(text) if word.casefold() not in _PASSED_OVER]


def _other_signs(text: str) -> list[str]:
    """Figures and whatever is no letter, but commas and `&`, which may stand for *and*."""
    return re.findall(r"[^A-Za-z\s]+", re.sub("[&,]", "", _sign_free(text)))


def _plain(segment: str) -> str:
    return _SPACE.sub(" ", _ACCELERATOR.sub("", _EMPHASIS.sub("", segment))).strip()


def _sign_free(segment: str) -> str:
    """A segment without the differences that its punctuation may have: forms, outer signs, quotation marks."""
    folded = unicodedata.normalize("NFKC", segment.translate(_PUNCTUATION)).replace(" ", "").casefold()
    return _QUOTATION.sub("", folded).strip(_OUTER) or folded
