"""The answer to a lookup as data: what every program that asks is given, whichever way it came in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from termbase.lookup import LookupHit
    from termbase.model import TermSection

_UNDECIDED = "undecided"


class Preferences(NamedTuple):
    """Which renderings an answer gives: those of `region` first ("" for none), of `statuses` only (empty for all).

    Statuses are as `status_word` has them, and `undecided` for terms without one.
    """

    region: str = ""
    statuses: frozenset[str] = frozenset()

    def has(self, term: TermSection) -> bool:
        """Whether a term is given as a rendering."""
        return not self.statuses or (status_word(term) or _UNDECIDED) in self.statuses


def answer(query: str, hits: Sequence[LookupHit], preferences: Preferences) -> dict[str, object]:
    """What `lookup` found for a query, ready for JSON."""
    return {"query": query, "hits": [_hit(hit, preferences) for hit in hits]}


def _hit(hit: LookupHit, preferences: Preferences) -> dict[str, object]:
    return {
        "concept": hit.entry.id,
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
        "termbase": hit.termbase,
    }


def status_word(term: TermSection) -> str | None:
    """A term's status as users read it; None if nobody decided."""
    return "proposed" if term.proposed else term.status and term.status.value
