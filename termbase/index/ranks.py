"""Which of several terms is put first."""

from __future__ import annotations

from termbase.model import TermSection

_STATUSES = ("preferred", "admitted", None, "superseded", "deprecated")


def status_rank(term: TermSection) -> int:
    """The place of a term among those of its concept, 0 the best: preferred first, proposed ones last."""
    return len(_STATUSES) if term.proposed else _STATUSES.index(term.status)
