"""Finds what reviewers did that a build must not lose: in its own folder, and in a table that is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from termbase.files.output import real_path

from .build import tables_in

if TYPE_CHECKING:
    from termbase.gather.model import AttestedPair


@dataclass(frozen=True)
class Decisions:
    """Pairs that a reviewer decided on or wrote something about, each once.

    `sources` are the tables with the number of decisions in each. `overruled` counts the decisions that differ from
    that of an earlier table, which is taken.
    """

    pairs: tuple[AttestedPair, ...]
    sources: tuple[tuple[str, int], ...]
    overruled: int


NO_DECISIONS = Decisions((), (), 0)


def read_all_decisions(folder: str, given: str | None) -> Decisions:
    """Read the decisions of a `given` table and of the tables that an earlier build wrote into a folder.

    The given table takes precedence, then the table in the folder that was changed last. Raises TermbaseError for a
    table that cannot be understood.
    """
    from termbase.gather.review import read_reviewed

    found: dict[tuple[str, str], AttestedPair] = {}
    sources, overruled = [], 0
    for file in _tables(folder, given):
        reviewed = read_reviewed(file)
        sources.append((file, sum(pair.decision is not None for pair in reviewed)))
        for pair in reviewed:
            taken = found.setdefault((pair.zh, pair.en), pair)
            overruled += bool(taken.decision and pair.decision and taken.decision != pair.decision)
            taken.decision = taken.decision or pair.decision
            taken.notes = pair.notes | taken.notes
    return Decisions(tuple(found.values()), tuple(sources), overruled)


def _tables(folder: str, given: str | None) -> Iterator[str]:
    """Yield the given table, then those in the folder, the one that was changed last first."""
    if given:
        yield given
    for path in sorted(tables_in(folder), key=lambda path: path.stat().st_mtime, reverse=True):
        if not given or real_path(path) != real_path(given):
            yield str(path)
