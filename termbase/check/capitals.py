"""Capitals of proper names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.check.finding import Problem
from termbase.check.subject import Subject
from termbase.check.wanted import is_forbidden
from termbase.language import is_english
from termbase.match import Designation

_WORD = re.compile(r"[^\W_]+")
_LINE = re.compile(r"[^\r\n]*")


def case(subject: Subject) -> Iterator[Problem]:
    """A proper name (part of speech `properNoun`) without its capitals. Lines all in capitals are let pass.

    Small words may have a capital, as in headings. A name that the termbase has in several spellings is right in
    any of them. Its plural all in small letters is no name: *global initiatives on data security*.

    Bad: `the digital Silk road`
    Good: `the Digital Silk Road`
    """
    for hit in subject.hits:
        names = [d for d in hit.designations if _is_name(d)]
        if not names or len(names) < len(hit.designations) or subject.is_quoted(hit):
            continue
        written = subject.document.prose(hit.start, hit.end)
        is_right = any(_has_capitals(written, d.term.term) or _is_common(written, d.term.term) for d in names)
        if not is_right and not _is_shouted(subject, hit.start):
            terms = tuple(d.term.term for d in names)
            yield Problem(hit.start, hit.end, f"“{written}” is a proper name: “{terms[0]}”", hit.concept.id, terms)


def _is_name(designation: Designation) -> bool:
    term = designation.term
    return is_english(designation.language) and term.part_of_speech == "properNoun" and not is_forbidden(term)


def _has_capitals(written: str, term: str) -> bool:
    pairs = zip(_WORD.findall(written), _WORD.findall(term), strict=False)
    return all(_is_cased_as(word, wanted) for word, wanted in pairs)


def _is_cased_as(word: str, wanted: str) -> bool:
    """Whether a word has the capitals of another, as far as both go: `Roads` has those of `Road`."""
    both = min(len(word), len(wanted))
    shape = [char.isupper() for char in word[:both]]
    wanted_shape = [char.isupper() for char in wanted[:both]]
    return shape == wanted_shape or (wanted.islower() and shape[1:] == wanted_shape[1:])


def _is_common(written: str, term: str) -> bool:
    """Whether the words are several things of a kind, which only read like the one that has the name."""
    last, own = _WORD.findall(written)[-1], _WORD.findall(term)[-1]
    return written.islower() and last.endswith("s") and not own.endswith("s")


def _is_shouted(subject: Subject, start: int) -> bool:
    text = subject.document.text
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    line = _LINE.match(text, first)
    return line is not None and line[0].isupper()
