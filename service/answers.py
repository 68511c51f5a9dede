"""Turns the hits of a lookup into data for JSON, in the same form for every interface of the program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from termbase.lookup import LookupHit
    from termbase.model import EntryLevel, TermSection

_UNDECIDED = "undecided"


class Preferences(NamedTuple):
    """Which renderings an answer contains, and which come first.

    Renderings of `region` ("TW", or "" for no region) come first. Only those with one of the `statuses` are given;
    an empty set means all. Statuses are the words that `status_word` returns, and `undecided` for terms without a
    status.
    """

    region: str = ""
    statuses: frozenset[str] = frozenset()

    def has(self, term: TermSection) -> bool:
        """Whether an answer contains a term as a rendering."""
        return not self.statuses or (status_word(term) or _UNDECIDED) in self.statuses


def answer(query: str, hits: Sequence[LookupHit], preferences: Preferences) -> dict[str, object]:
    """Return the hits of a query as a mapping for JSON."""
    return {"query": query, "hits": [_hit(hit, preferences) for hit in hits]}


def _hit(hit: LookupHit, preferences: Preferences) -> dict[str, object]:
    return {
        "concept": hit.entry.id,
        "kind": hit.entry.kind or None,
        "language": hit.language,
        "term": hit.term.term,
        "status": status_word(hit.term),
        "match": hit.match.value,
        "score": hit.score,
        "translations": [
            {
                "language": tag,
                "term": term.term,
                "status": status_word(term),
                "part_of_speech": term.part_of_speech,
            }
            for tag, term in hit.translations(preferences.region)
            if preferences.has(term)
        ],
        "definitions": list(_definitions(hit)),
        "termbase": hit.termbase,
    }


def _definitions(hit: LookupHit) -> Iterator[dict[str, object]]:
    """Yield the definitions of a concept, of its languages and of its terms; `language` and `term` state whose."""
    levels: list[tuple[str | None, str | None, EntryLevel]] = [(None, None, hit.entry)]
    for section in hit.entry.languages:
        levels.append((section.language, None, section))
        levels += [(section.language, term.term, term) for term in section.terms]
    for language, term, level in levels:
        for definition in level.definitions:
            yield {
                "language": language,
                "term": term,
                "text": definition.text,
                "source": definition.source or None,
            }


def status_word(term: TermSection) -> str | None:
    """Return the status of a term as users see it, such as "preferred" or "proposed"; None if it has none."""
    return "proposed" if term.proposed else term.status and term.status.value
