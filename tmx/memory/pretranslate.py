"""Fills the untranslated segments of a file from a memory. Start from `Pretranslation`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from termbase.errors import TermbaseError
from tmx.bilingual.languages import Given
from tmx.bilingual.suffixes import is_memory
from tmx.memory.adapt import with_numbers_of
from tmx.memory.code_order import code_order
from tmx.memory.jobs.job import Filling, Job, Segment
from tmx.memory.leverage import LEAST, Leverage
from tmx.memory.search import Match, Query
from tmx.memory.store import MemoryStore
from tmx.reader import Memory, read

_LOOKED_AT = 5
_XLIFF = frozenset([".xlf", ".xliff"])


def open_job(file: str, given: Given, read_memory: Callable[[str], Memory] = read) -> Job:
    """Open an XLIFF 1.2, PO or TMX file to translate; `given` are the languages that the user gives, or None.

    Raises TermbaseError if it cannot be read, is of another format, or its languages are not clear.
    """
    from tmx.memory.jobs.po import PoJob
    from tmx.memory.jobs.tmx_file import TmxJob
    from tmx.memory.jobs.xliff import XliffJob

    suffix = Path(file).suffix.lower()
    if suffix in (".po", ".pot"):
        return PoJob(file, given)
    if suffix in _XLIFF:
        return XliffJob(file, given)
    if is_memory(file):
        if not given[1]:
            raise TermbaseError("the target language is not clear", file=file, hint="give --target")
        return TmxJob(read_memory(file), given)
    raise TermbaseError("cannot be pretranslated", file=file, hint="give an XLIFF 1.2, PO or TMX file")


class Pretranslation:
    """Translates one file; `leverage` counts its segments that were not translated before."""

    def __init__(self, job: Job, store: MemoryStore, least: int) -> None:
        self.leverage = Leverage()
        self.filled = 0
        self.translated = sum(bool(segment.target) for segment in job.segments)
        """The number of segments that were translated before."""
        self._job = job
        self._store = store
        self._least = least
        self._own = {segment.text: segment.target for segment in reversed(job.segments) if segment.target}

    def run(self) -> None:
        """Fill in the best match of each segment that scores enough."""
        for query, segment in self._queries():
            match = self._best(query)
            own = self._own.get(segment.text)
            if own is not None and (match is None or match.score < 100) and not segment.codes:
                self.leverage.repeat(segment.text)
                self._fill(segment, Filling(own, (own,), None, segment.text, 100))
                continue
            self.leverage.add(segment.text, match.score if match else 0)
            if match and match.score >= self._least:
                self._fill(segment, _filling(segment, match))

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
            yield Query(segment.text, *self._job.languages, previous, following, segment.id, segment.codes), segment

    def _fill(self, segment: Segment, filling: Filling) -> None:
        self._job.fill(segment, filling)
        self.filled += 1


def _filling(segment: Segment, match: Match) -> Filling:
    """The translation of a match; numbers that differ are put right if it is certain where they stand."""
    target, content, order = match.target, match.target_content, None
    if "codes" not in match.penalties:
        order = code_order(match.source_content, match.target_content)
    if match.similarity == 100 and "placeables" in match.penalties and not segment.codes:
        corrected = with_numbers_of(segment.text, match.source, target)
        if corrected is not None:
            target, content = corrected, (corrected,)
    return Filling(target, content, order, match.source, match.score)
