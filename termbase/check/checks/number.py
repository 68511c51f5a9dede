"""Checks that a translation has the figures of its source, and is not a copy of its source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from termbase.check.bitext_subject import BitextSubject
from termbase.check.checks.code import CODE
from termbase.check.finding import Problem, Side
from termbase.language import is_chinese, is_english, primary_language
from termbase.text.figures.agreement import unstated
from termbase.text.figures.find import find_figures
from termbase.text.script import has_han

_LOWER_WORD = re.compile(r"(?<![\w./\\@:_-])[a-z]{3,}(?![\w./\\@:_-])")


def number(subject: BitextSubject) -> Iterator[Problem]:
    """A figure on one side is missing on the other side, both in digits and in words.

    `3.2亿` is the same as `320 million`, `五` as `5`, and `5月` as `May`. Digits in words and codes do not count.

    Bad: `共有12个国家。` = `There are 21 countries.`
    Good: `共有12个国家。` = `There are twelve countries.`
    """
    for index, pair in enumerate(subject.bitext.pairs):
        if not pair.target.strip():
            continue
        missing = unstated(find_figures(pair.source), find_figures(pair.target))
        sides: tuple[tuple[Side, str], ...] = (("source", "target"), ("target", "source"))
        for (side, other), figures in zip(sides, missing, strict=True):
            for figure in figures:
                start = subject.side(side).starts[index]
                message = f"the figure “{figure.text}” is missing in the {other}"
                yield Problem(start + figure.start, start + figure.end, message, side=side)


def untranslated(subject: BitextSubject) -> Iterator[Problem]:
    """The target is a copy of the source, although the source has words to translate.

    Words to translate are Chinese characters, or English words in lower case. Names and codes may stay as they are.

    Bad: `Click here` = `Click here`
    Good: `LibreOffice Writer` = `LibreOffice Writer`
    """
    source, target = subject.bitext.source_language, subject.bitext.target_language
    if primary_language(source) == primary_language(target):
        return
    for index, pair in enumerate(subject.bitext.pairs):
        if _is_same(pair.source, pair.target) and _has_words(CODE.sub(" ", pair.source), source):
            yield subject.whole_target(index, "the target is the same as the source")


def _is_same(source: str, target: str) -> bool:
    left, right = (unicodedata.normalize("NFKC", text).split() for text in (source, target))
    return left == right


def _has_words(text: str, language: str) -> bool:
    if is_chinese(language):
        return has_han(text)
    return is_english(language) and _LOWER_WORD.search(text) is not None and len(text.split()) > 1
