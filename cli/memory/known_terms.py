"""Marks the known terms in the texts of a memory that are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import click

from .. import options

if TYPE_CHECKING:
    from tmx.memory.terms import KnownTerm, Terms

Stretch = tuple[int, int]
"""Start and end of a part of a text (code points)."""


class KnownTerms:
    """The terms of the termbases of `--termbase`, in texts of any languages (canonical tags)."""

    def __init__(self, files: Sequence[str]) -> None:
        self._termbases = options.opened(files).terms() if files else []
        self._between = cache(self._made)

    def found(self, text: str, language: str, other: str) -> list[KnownTerm]:
        """Return the terms in a text, with the terms to translate them with into the other language."""
        return self._between(language, other).found(text) if self._termbases else []

    def record(self, texts: tuple[str, str], languages: tuple[str, str]) -> dict[str, Any]:
        """Return the terms of a source and its translation as the fields of a record; none without termbases."""
        if not self._termbases:
            return {}
        sides = zip(("source_terms", "target_terms"), texts, languages, reversed(languages), strict=True)
        return {name: [_record(text, known) for known in self.found(text, *tags)] for name, text, *tags in sides}

    def line(self, text: str, language: str, other: str) -> list[str]:
        """Return a line with the terms of a text and their translations; none if it has none."""
        from tmx.memory.jobs.job import noted

        suggestions = self._between(language, other).of(text) if self._termbases else []
        return [noted(suggestions)] if suggestions else []

    def _made(self, language: str, other: str) -> Terms:
        from tmx.memory.terms import Terms

        return Terms(self._termbases, language, other)


def underlined(text: str, terms: Iterable[KnownTerm], stretch: Stretch | None = None, **style: Any) -> str:
    """Return a stretch of a text (or all of it) in a style, with the terms in it underlined."""
    first, last = stretch or (0, len(text))
    parts, at = [], first
    for start, end in sorted({(max(term.start, first), min(term.end, last)) for term in terms}):
        if at <= start < end:
            parts += [_styled(text[at:start], style), click.style(text[start:end], underline=True, **style)]
            at = end
    return "".join([*parts, _styled(text[at:last], style)])


def _styled(text: str, style: dict[str, Any]) -> str:
    return click.style(text, **style) if text and style else text


def _record(text: str, known: KnownTerm) -> dict[str, Any]:
    found = {"span": [known.start, known.end], "term": text[known.start : known.end]}
    return found | {"concept": known.concept, "translations": list(known.translations)}
