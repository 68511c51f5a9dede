"""What `termbase scan` shows of a term that it found."""

from __future__ import annotations

from termbase.index.ranks import status_rank
from termbase.match import Designation, Hit


def best_designation(hit: Hit, text: str) -> Designation:
    """Of the terms that a place reads as, the one written just so, and of several the one of the best status."""
    return min(hit.designations, key=lambda found: (found.term.term != text, status_rank(found.term)))
