"""Fills the untranslated segments of a file from a memory. Start from `Pretranslation`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tmx.memory.fit import adopted, fitted
from tmx.memory.jobs.job import Filling, Job, Segment
from tmx.memory.leverage import LEAST, Leverage
from tmx.memory.repeats import Earlier
from tmx.memory.score import code_names
from tmx.memory.search import Match, Query
from tmx.memory.store import MemoryStore

_LOOKED_AT = 5
_COUNTS = re.compile(r"[\d/]*")
"""An id that only counts the segments of its file, and does not say where a text belongs."""


class Pretranslation:
    """Translates one file; `leverage` counts its segments that were not translated before."""

    def __init__(self, job: Job, store: MemoryStore, least: int, earlier: Earlier | None = None) -> None:
        """Prepare to fill in matches that score at least `least`; `earlier` are the segments of other files."""
        self.leverage = Leverage(earlier)
        self.filled = 0
        self.translated = sum(bool(segment.target) for segment in job.segments)
        """The number of segments that were translated before."""
        self._job = job
        self._store = store
        self._least = least
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
                self._fill(segment, own)
                continue
            self.leverage.add(segment.text, match.score if match else 0)
            if match and match.score >= self._least:
                self._fill(segment, fitted(segment, match))

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
