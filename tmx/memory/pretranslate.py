"""Fills the untranslated segments of a file from a memory. Start from `Pretranslation`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termbase.match.lexicon import SearchableTerms
from tmx.memory.fit import adopted, fitted, with_changes
from tmx.memory.jobs.job import Filling, Job, Segment, Stored
from tmx.memory.leverage import LEAST, Leverage
from tmx.memory.repeats import Earlier
from tmx.memory.score import code_names
from tmx.memory.search import CONTEXT, FUZZY, Match, Query
from tmx.memory.store import MemoryStore
from tmx.memory.terms import Terms

_LOOKED_AT = 5
_AMBIGUOUS = 99
"""The score of an exact match of which the memory has another translation: it is not known which is meant."""

_COUNTS = re.compile(r"[\d/]*")
"""An id that only counts the segments of its file, and does not say where a text belongs."""


class Settings(NamedTuple):
    """How to pretranslate: the least score of a match that is filled in, and the terms to suggest.

    If `is_enforced`, a translation that is filled in gets the terms, where it is certain how.
    """

    least: int = 75
    termbases: Sequence[SearchableTerms] = ()
    is_enforced: bool = False


class Choice(NamedTuple):
    """A segment that has several exact translations, by its id in the file; the first is filled in."""

    id: str
    source: str
    targets: tuple[str, ...]


class Pretranslation:
    """Translates one file; `leverage` counts its segments that were not translated before."""

    def __init__(self, job: Job, store: MemoryStore, settings: Settings, earlier: Earlier | None = None) -> None:
        """Prepare to translate; `earlier` are the segments of other files."""
        self.leverage = Leverage(earlier)
        self.filled = 0
        self.to_review = 0
        """The number of segments that were filled in with what nobody has confirmed."""
        self.translated = sum(bool(segment.target) for segment in job.segments)
        """The number of segments that were translated before."""
        self._job = job
        self._store = store
        self._settings = settings
        self._terms = Terms(settings.termbases, *job.languages) if settings.termbases else None
        self.choices: list[Choice] = []
        self._own = _translated(job.segments)

    @property
    def remarks(self) -> Counter[str]:
        """What was left out or had to be changed, in the plural, with its count."""
        return self._job.remarks

    def run(self) -> None:
        """Fill in the best match of each segment that scores enough."""
        for query, segment in self._queries():
            matches = self._best(query)
            if segment.also and _score(matches) < 100:
                matches = max(matches, self._best(query._replace(text=segment.also)), key=_score)
            own = self._repeated(segment) if _score(matches) < 100 else None
            if own is not None:
                self.leverage.repeat(segment.text)
            else:
                self.leverage.add(segment.text, _score(matches), any(each.kind == CONTEXT for each in matches))
                own = _made(segment, matches) if _score(matches) >= self._settings.least else None
            if own is not None:
                own = self._with_terms(segment, own)
                self._fill(segment, own)
            if own is None or not own.is_sure:
                self._suggest(segment)

    def _repeated(self, segment: Segment) -> Filling | None:
        """Return the translation of the same text elsewhere in the file, if the segment has the same codes."""
        found = self._own.get(segment.text, [])
        fillings = (adopted(segment, own.content, own.translation) for own in found)
        made = [filling for filling in fillings if filling.has_codes]
        return _with_others(made[0], [each.stored[0] for each in made]) if made else None

    def _best(self, query: Query) -> list[Match]:
        """Return the best match whose target is in the script of the target language.

        If it is exact, those with other translations that are as exact follow; each of several loses a point.
        """
        found = self._store.find(query, LEAST, _LOOKED_AT)
        matches = [match for match in found if "script" not in match.penalties]
        best: dict[str, Match] = {}
        for match in matches:
            if match.kind == matches[0].kind != FUZZY:
                best.setdefault(" ".join(match.target.split()), match)
        if len(best) < 2:
            return matches[:1]
        return [match._replace(score=_AMBIGUOUS, kind=FUZZY) for match in best.values()]

    def _queries(self) -> Iterator[tuple[Query, Segment]]:
        """Yield the segments to translate, and the query for each with its neighbours in the file."""
        segments = self._job.segments
        for at, segment in enumerate(segments):
            if segment.target or not segment.text.strip():
                continue
            previous = segments[at - 1].text if at else ""
            following = segments[at + 1].text if at + 1 < len(segments) else ""
            id = "" if _COUNTS.fullmatch(segment.id) else segment.id
            codes = code_names(segment.content)
            yield Query(segment.text, *self._job.languages, previous, following, id, codes), segment

    def _fill(self, segment: Segment, filling: Filling) -> None:
        self._job.fill(segment, filling)
        self.filled += 1
        self.to_review += not filling.is_sure
        if filling.others:
            targets = tuple(each.target for each in filling.stored)
            self.choices.append(Choice(segment.id, segment.text, targets))
            self.remarks["segments with several exact translations, one of which is filled in, to be reviewed"] += 1
        if not filling.has_codes:
            self.remarks["segments filled in without inline codes, whose places are not known"] += 1

    def _with_terms(self, segment: Segment, filling: Filling) -> Filling:
        if self._terms is None or not self._settings.is_enforced:
            return filling
        changes = self._terms.changes(segment.text, filling.source, filling.text)
        if not changes:
            return filling
        self.remarks["terms put right, in translations to be reviewed"] += len(changes)
        return with_changes(filling, changes)._replace(is_changed=True)

    def _suggest(self, segment: Segment) -> None:
        suggestions = self._terms.of(segment.text) if self._terms else []
        if suggestions:
            self._job.suggest(segment, suggestions)
            self.remarks["terms suggested"] += len(suggestions)


def _translated(segments: Sequence[Segment]) -> dict[str, list[Segment]]:
    """The segments that have a confirmed translation, one for each text and translation, by their texts."""
    found: dict[str, dict[str, Segment]] = defaultdict(dict)
    for segment in segments:
        if segment.target and segment.is_confirmed:
            found[segment.text].setdefault(segment.target, segment)
    return {text: list(each.values()) for text, each in found.items()}


def _score(matches: Sequence[Match]) -> int:
    return matches[0].score if matches else 0


def _made(segment: Segment, matches: Sequence[Match]) -> Filling:
    """The translation of the first match, with those of the others."""
    pairs = [Stored(match.source, match.target, match.score, match.origin) for match in matches]
    return _with_others(fitted(segment, matches[0]), pairs)


def _with_others(filling: Filling, pairs: Sequence[Stored]) -> Filling:
    """A filling that is made of the first of several pairs."""
    if len(pairs) < 2:
        return filling
    others = tuple(pair._replace(score=_AMBIGUOUS) for pair in pairs[1:])
    return filling._replace(score=_AMBIGUOUS, others=others)
