"""Compares a bilingual file with an older version of it, unit by unit. Start from `changed_units`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from termbase.errors import TermbaseError

if TYPE_CHECKING:
    from termbase.bitext import SegmentPair
    from termbase.check.since import ChangedUnits, LineRange

    from .check import Job


class _Key(NamedTuple):
    """What a unit says to the checks. Its place, its notes and how the file writes it make no difference."""

    languages: tuple[str, str]
    texts: tuple[str, str, str]
    codes: tuple[tuple[str, ...], ...]
    is_left_out: bool


def changed_units(job: Job, file: str, old: bytes, lines: Sequence[LineRange]) -> ChangedUnits | None:
    """Return the units of a bilingual file that are not in its older version, given as bytes.

    Of equal units of which there were fewer, those in changed lines are new. None if the file is not bilingual, or
    if one of the versions cannot be read.
    """
    from termbase.check.since import ChangedUnits
    from tmx.bilingual.segment_pairs import is_bilingual

    if not is_bilingual(file):
        return None
    with TemporaryDirectory() as folder:
        before = Path(folder) / Path(file).name
        before.write_bytes(old)
        try:
            known = Counter(key for key, _ in _units(job, str(before)))
            now: dict[_Key, list[SegmentPair]] = defaultdict(list)
            for key, pair in _units(job, file):
                now[key].append(pair)
        except TermbaseError:
            return None
    new = [
        pair
        for key, pairs in now.items()
        for pair in sorted(pairs, key=lambda pair: _touches(pair, lines))[known[key] :]
    ]
    places = tuple(span for pair in new for span in _lines(pair))
    return ChangedUnits(places, frozenset((pair.source, pair.target) for pair in new))


def _units(job: Job, file: str) -> Iterator[tuple[_Key, SegmentPair]]:
    from termbase.bitext import State
    from tmx.bilingual.segment_pairs import read_bitexts

    for bitext in read_bitexts(file, job.source, job.target):
        for pair in bitext.pairs:
            key = _Key(
                (bitext.source_language, bitext.target_language),
                (pair.source, pair.target, pair.context),
                tuple(tuple(code.text for code in codes) for codes in (pair.source_codes, pair.target_codes)),
                pair.state in (State.UNFINISHED, State.LOCKED),
            )
            yield key, pair


def _lines(pair: SegmentPair) -> tuple[LineRange, LineRange]:
    sides = ((pair.source_line, pair.source), (pair.target_line, pair.target))
    first, second = ((line, line + text.count("\n")) for line, text in sides)
    return first, second


def _touches(pair: SegmentPair, lines: Sequence[LineRange]) -> bool:
    return any(start <= last and first <= end for start, end in lines for first, last in _lines(pair))
