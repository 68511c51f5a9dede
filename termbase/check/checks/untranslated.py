"""Checks that a translation is not a copy of its source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from termbase.check.bitext_subject import BitextSubject
from termbase.check.finding import Problem
from termbase.language import is_chinese, is_english, primary_language
from termbase.text.accelerators import without_accelerators
from termbase.text.choices import without_syntax
from termbase.text.placeholders import CODE
from termbase.text.script import has_han

_LOWER_WORD = re.compile(r"(?<![\w./\\@:_-])[a-z]{3,}(?![\w./\\@:_-])")

_CAPITAL_INSIDE = re.compile(r"\b[a-z]{1,3}[A-Z]")
"""The beginning of a word such as *iPod* or *macOS*."""

_LONGEST_NAME = 3
"""Maximum number of words of a name with such a word: *iPod touch*."""


def untranslated(subject: BitextSubject) -> Iterator[Problem]:
    """The target is a copy of the source, although the source has words to translate.

    Words to translate are Chinese characters, or English words in lower case. Names and codes may stay as they are,
    also names such as *iPod touch*.

    Bad: `Click here` = `Click here`
    Good: `LibreOffice Writer` = `LibreOffice Writer`
    """
    source, target = subject.bitext.source_language, subject.bitext.target_language
    if primary_language(source) == primary_language(target):
        return
    for index, pair in enumerate(subject.bitext.pairs):
        if _is_same(pair.source, pair.target) and _has_words(_words(pair.source), source):
            yield subject.whole_target(index, "the target is the same as the source")


def _is_same(source: str, target: str) -> bool:
    left, right = (unicodedata.normalize("NFKC", without_accelerators(text)).split() for text in (source, target))
    return left == right


def _words(text: str) -> str:
    return CODE.sub(" ", without_accelerators(without_syntax(text)))


def _has_words(text: str, language: str) -> bool:
    if is_chinese(language):
        return has_han(text)
    is_name = len(text.split()) <= _LONGEST_NAME and _CAPITAL_INSIDE.search(text) is not None
    return is_english(language) and _LOWER_WORD.search(text) is not None and len(text.split()) > 1 and not is_name
