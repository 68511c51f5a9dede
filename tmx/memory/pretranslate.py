"""Fills the untranslated segments of a file from a memory. Start from `Pretranslation`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termbase.match.lexicon import SearchableTerms
from tmx.memory.fit import adopted, fitted, with_changes
from tmx.memory.jobs.job import Filling, Job, Segment
from tmx.memory.leverage import LEAST, Leverage
from tmx.memory.repeats import Earlier
from tmx.memory.score import code_names
from tmx.memory.search import Match, Query
from tmx.memory.store import MemoryStore
from tmx.memory.terms import Terms

_LOOKED_AT = 5
_COUNTS = re.compile(r"[\d/]*")
"""An id that only counts the segments of its file, and does not say where a text belongs."""


class Settings(NamedTuple):
    """How to pretranslate: the least score of a match that is filled in, and the terms to suggest.

    If `is_enforced`, a translation that is filled in gets the terms, where it is certain how.
    """

    least: int = 75
    termbases: Sequence[SearchableTerms] = ()
    is_enforced: bool = False


class Pretranslation:
    """Translates one file; `leverage` counts its segments that were not translated before."""

    def __init__(self, job: Job, store: MemoryStore, settings: Settings, earlier: Earlier | None = None) -> None:
        """Prepare to translate; `earlier` are the segments of other files."""
        self.leverage = Leverage(earlier)
        self.filled = 0
        self.translated = sum(bool(segment.target) for segment in job.segments)
        """The number of segments that were translated before."""
        self._job = job
        self._store = store
        self._settings = settings
        self._terms = Terms(settings.termbases, *job.languages) if settings.termbases else None
        self._own = {each.text: each for each in reversed(job.segments) if each.target and each.is_confirmed}

    @property
    def told(self) -> Counter[str]:
        """What was left out or had to be changed, in the plural, with its count."""
        return self._job.told

    def run(self) -> None:
        """Fill in the best match of each segment that scores enough."""
        for query, segment in self._queries():
            match = self._best(query)
            if segment.also and (match is None or match.score < 100):
                found = (match, self._best(query._replace(text=segment.also)))
                match = max(filter(None, found), key=lambda each: each.score, default=None)
            own = self._repeated(segment) if match is None or match.score < 100 else None
            if own is not None:
                self.leverage.repeat(segment.text)
            else:
                self.leverage.add(segment.text, match.score if match else 0)
                own = fitted(segment, match) if match and match.score >= self._settings.least else None
            if own is not None:
                own = self._with_terms(segment, own)
                self._fill(segment, own)
            if own is None or not own.is_sure:
                self._suggest(segment)

    def _repeated(self, segment: Segment) -> Filling | None:
        """Return the translation of the same text elsewhere in the file, if the segment has the same codes."""
        own = self._own.get(segment.text)
        filling = adopted(segment, own.content, own.translation) if own is not None else None
        return filling if filling is not None and filling.has_codes else None

    def _best(self, query: Query) -> Match | None:
        """Return the best match whose target is in the script of the target language."""
        found = self._store.find(query, LEAST, _LOOKED_AT)
        return next((match for match in found if "script" not in match.penalties), None)

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
        if not filling.has_codes:
            self.told["segments filled in without their inline codes, since it is not known where they belong"] += 1

    def _with_terms(self, segment: Segment, filling: Filling) -> Filling:
        if self._terms is None or not self._settings.is_enforced:
            return filling
        changes = self._terms.changes(segment.text, filling.source, filling.text)
        if not changes:
            return filling
        self.told["terms put right, in translations that are to be reviewed"] += len(changes)
        return with_changes(filling, changes)._replace(is_changed=True)

    def _suggest(self, segment: Segment) -> None:
        suggestions = self._terms.of(segment.text) if self._terms else []
        if suggestions:
            self._job.suggest(segment, suggestions)
            self.told["terms suggested"] += len(suggestions)
