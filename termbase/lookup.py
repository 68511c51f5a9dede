"""Looks a query up in termbases.

A query may be in any script or regional wording, or be pinyin, initials, an abbreviation or a part of a term, and
may have typos. Start from `lookup`. Each wider search, which has its own module in `termbase.index`, runs only if
the narrower ones find nothing. Scores rank the kinds of match, and the matches of one kind by how well they fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from termbase.index.forms import FoundTerm, Match
from termbase.index.store import Index
from termbase.index.whole import SURE, Answer, find_whole
from termbase.language import is_chinese, is_of_region
from termbase.model import ConceptEntry, TermSection
from termbase.text.script import has_han

__all__ = ["Index", "LookupHit", "Match", "lookup"]

_NARROW = {code: code - 0xFEE0 for run in ("０９", "ＡＺ", "ａｚ") for code in range(ord(run[0]), ord(run[1]) + 1)}
_SPELLED = frozenset({Match.EXACT, Match.FOLDED, Match.SCRIPT, Match.REGION})


class LookupHit(NamedTuple):
    """A concept that a query found through one of its terms, given with its language tag.

    `score` is 1 for a term that is identical to the query, and smaller for other matches. `termbase` is the name of
    the index that contains the concept.
    """

    entry: ConceptEntry
    language: str
    term: TermSection
    match: Match
    score: float
    termbase: str = ""

    def translations(self, region: str = "") -> list[tuple[str, TermSection]]:
        """Return the terms in the other language with their tags.

        Terms of `region` ("CN", "TW", "HK") come first, then preferred terms, and proposed ones last.
        """
        return translations(self.entry, self.language, region)


class _Found(NamedTuple):
    source: Index
    candidate: FoundTerm


def lookup(query: str, indexes: Iterable[Index], limit: int, subject: str = "") -> list[LookupHit]:
    """Return at most `limit` concepts that a query names, the best first, each once for each termbase.

    If `subject` is given, only concepts of that subject field (in any case) are returned.
    """
    best: dict[tuple[int, int], _Found] = {}
    for found in _search(_searchable(query), list(indexes), subject.casefold()):
        place = id(found.source), found.candidate.concept
        if place not in best or found.candidate.score > best[place].candidate.score:
            best[place] = found
    ranked = sorted(best.values(), key=lambda found: -found.candidate.score)
    hits = [_hit(found) for found in _with_both_sides(ranked, limit)]
    return sorted(hits, key=lambda hit: (-hit.score, hit.term.rank))


def translations(entry: ConceptEntry, language: str, region: str = "") -> list[tuple[str, TermSection]]:
    """The terms in the other language, with their tags: those of the region ("CN", "TW", "HK") first, among them
    preferred first, proposed last."""
    others = [(tag, term) for tag, term in entry.terms() if is_chinese(tag) != is_chinese(language)]
    return sorted(others, key=lambda pair: (not is_of_region(pair[0], region), pair[1].rank))


def _searchable(query: str) -> str:
    """Replace control characters and undecodable bytes, which SQLite does not accept, by spaces.

    Full-width letters and digits without Chinese, as input methods write pinyin, become narrow.
    """
    query = query if has_han(query) else query.translate(_NARROW)
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
    """Whether whole terms are enough as an answer: not if only pinyin matches and may mean other terms."""
    if any(candidate.match in _SPELLED and candidate.score > SURE for candidate in answer.candidates):
        return True
    return not answer.is_ambiguous and any(candidate.match is Match.READING for candidate in answer.candidates)


def _with_both_sides(ranked: Sequence[_Found], limit: int) -> Sequence[_Found]:
    """Return the best matches, so that matches by pinyin and by spelling do not crowd each other out.

    If all of the best ones are of one kind, up to a third of the places go to the best of the other kind.
    """
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
