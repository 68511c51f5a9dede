"""A query in termbases: in any script, region or wording, by pinyin, initials, abbreviation, a part, or with typos.

Start from `lookup`. Wider ways of searching are tried only where the narrower find nothing: `termbase.index` has
one module for each. Scores order the kinds of match, and within a kind what fits better.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from termbase.index.forms import FoundTerm, Match
from termbase.index.store import Index
from termbase.index.translations import translations
from termbase.index.whole import Answer, find_whole
from termbase.model import ConceptEntry, TermSection

__all__ = ["Index", "LookupHit", "Match", "lookup"]

_SPELLED = frozenset({Match.EXACT, Match.FOLDED, Match.SCRIPT, Match.REGION})


class LookupHit(NamedTuple):
    """A concept that a query finds, through one of its terms. `score` is 1 for the very string, less for others.

    `termbase` is the name of the index that has it.
    """

    entry: ConceptEntry
    language: str
    term: TermSection
    match: Match
    score: float
    termbase: str = ""

    def translations(self, region: str = "") -> list[tuple[str, TermSection]]:
        """The terms in the other language, with their tags: of the region first, then preferred, proposed last."""
        return translations(self.entry, self.language, region)


class _Found(NamedTuple):
    source: Index
    candidate: FoundTerm


def lookup(query: str, indexes: Iterable[Index], limit: int, subject: str = "") -> list[LookupHit]:
    """The concepts that a query names, best first, each once a termbase, at most `limit`.

    With `subject` those of that subject field alone, whatever its capitals.
    """
    best: dict[tuple[int, int], _Found] = {}
    for found in _search(_searchable(query), list(indexes), subject.casefold()):
        place = id(found.source), found.candidate.concept
        if place not in best or found.candidate.score > best[place].candidate.score:
            best[place] = found
    ranked = sorted(best.values(), key=lambda found: -found.candidate.score)
    hits = [_hit(found) for found in _with_both_sides(ranked, limit)]
    return sorted(hits, key=lambda hit: (-hit.score, hit.term.rank))


def _searchable(query: str) -> str:
    """A query that a database can hold: bytes that are no text and control characters become spaces."""
    return "".join(" " if char < " " or "\ud800" <= char <= "\udfff" else char for char in query)


def _search(query: str, indexes: Sequence[Index], subject: str) -> list[_Found]:
    answers = {index: find_whole(index, query) for index in indexes}
    found = _of_subject(subject, {index: answer.candidates for index, answer in answers.items()})
    if found and any(map(_suffices, answers.values())):
        return found
    from termbase.index.partial import find_partial

    found += _of_subject(subject, {index: find_partial(index, query) for index in indexes})
    if found:
        return found
    from termbase.index.typos import find_fuzzy

    found = _of_subject(subject, {index: find_fuzzy(index, query) for index in indexes})
    if found:
        return found
    from termbase.index.contained import find_contained

    return _of_subject(subject, {index: find_contained(index, query) for index in indexes})


def _of_subject(subject: str, candidates: Mapping[Index, Iterable[FoundTerm]]) -> list[_Found]:
    found = [_Found(index, one) for index, several in candidates.items() for one in several]
    return [one for one in found if not subject or _subject(one).casefold() == subject]


def _suffices(answer: Answer) -> bool:
    """Whether terms found whole are all that is wanted: letters that are an English word may be no pinyin."""
    kinds = {candidate.match for candidate in answer.candidates}
    return bool(kinds & _SPELLED) or (Match.READING in kinds and not answer.is_english_word)


def _with_both_sides(ranked: Sequence[_Found], limit: int) -> Sequence[_Found]:
    """The best, a third of the places kept for English where pinyin would drown it, and the other way round."""
    best, rest = ranked[:limit], ranked[limit:]
    for is_pinyin in (True, False):
        others = [found for found in rest if found.candidate.is_pinyin is is_pinyin]
        if others and all(found.candidate.is_pinyin is not is_pinyin for found in best):
            kept = others[: limit // 3]
            return [*best[: limit - len(kept)], *kept]
    return best


def _subject(found: _Found) -> str:
    return found.source.concept(found.candidate.concept).subject_field or ""


def _hit(found: _Found) -> LookupHit:
    candidate = found.candidate
    entry = found.source.concept(candidate.concept)
    language, term = list(entry.terms())[candidate.term]
    return LookupHit(entry, language, term, candidate.match, round(candidate.score, 3), found.source.name)
