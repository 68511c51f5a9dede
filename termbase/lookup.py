"""A query in the termbase: a term as it stands there, in other capitals, in the other script, in another region.

Start from `lookup`. Each `Match` is a wider way to compare than the one before it; a concept is found by its
narrowest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from termbase.english import english_key
from termbase.language import is_chinese
from termbase.model import AdministrativeStatus, ConceptEntry, TermSection, Termbase
from termbase.normalize import chinese_key, script_key
from termbase.script import has_han


class Match(StrEnum):
    """How a query fits a term."""

    EXACT = "exact"
    FOLDED = "folded"
    SCRIPT = "script"
    REGION = "region"


_SCORES = {Match.EXACT: 1.0, Match.FOLDED: 0.95, Match.SCRIPT: 0.9, Match.REGION: 0.85}
_STATUS_ORDER = (AdministrativeStatus.PREFERRED, AdministrativeStatus.ADMITTED, None)


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept that a query finds, through one of its terms. `score` is 1 for the very string, less for others."""

    entry: ConceptEntry
    language: str
    term: TermSection
    match: Match

    @property
    def score(self) -> float:
        """From 0 to 1, by the kind of match alone."""
        return _SCORES[self.match]

    def translations(self) -> list[tuple[str, TermSection]]:
        """The terms in the other language, with their tags: preferred first, proposed last."""
        others = [
            (tag, term) for tag, term in self.entry.terms() if is_chinese(tag) != is_chinese(self.language)
        ]
        return sorted(others, key=lambda pair: _rank(pair[1]))


def lookup(query: str, termbases: Iterable[Termbase], limit: int) -> list[Hit]:
    """The concepts that a query names, best first, each once, at most `limit`."""
    hits = []
    for termbase in termbases:
        matches = _matcher(query)
        for entry in termbase.entries:
            found = [
                Hit(entry, tag, term, match)
                for tag, term in entry.terms()
                if (match := matches(tag, term.term)) is not None
            ]
            if found:
                hits.append(max(found, key=lambda hit: (hit.score, -_rank(hit.term))))
    return sorted(hits, key=lambda hit: -hit.score)[:limit]


def _rank(term: TermSection) -> int:
    if term.proposed:
        return len(_STATUS_ORDER) + 1
    return _STATUS_ORDER.index(term.status) if term.status in _STATUS_ORDER else len(_STATUS_ORDER)


def _matcher(query: str) -> Callable[[str, str], Match | None]:
    """A function that tells how a term (with its tag) fits the query. Keys of the query are made once."""
    rules: Sequence[tuple[Match, Callable[[str], str]]] = (
        ((Match.FOLDED, _folded), (Match.SCRIPT, script_key), (Match.REGION, chinese_key))
        if has_han(query)
        else ((Match.FOLDED, english_key),)
    )
    wanted = [(match, key, key(query)) for match, key in rules]

    def matches(tag: str, term: str) -> Match | None:
        if term == query:
            return Match.EXACT
        if is_chinese(tag) != has_han(query):
            return None
        return next((match for match, key, value in wanted if key(term) == value), None)

    return matches


def _folded(term: str) -> str:
    return "".join(term.split()).casefold()
