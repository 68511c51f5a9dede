"""Makes the page on which an alignment is reviewed: doubtful beads first, to be joined, split and moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from termbase.report.templates import render


@dataclass(frozen=True, slots=True)
class BeadView:
    """A bead to review: the numbers of its sentences on both sides, and its score from 0 to 1."""

    source: range
    target: range
    score: float


@dataclass(frozen=True, slots=True)
class AlignmentPage:
    """The sentences of both sides, their language tags, and the beads in the order of the documents.

    Beads with a score below `doubtful_below` are doubtful. `head` and `foot` are what the saved TMX file has before
    and after its units; `tags` are the language tags in it, and `name` is its name.
    """

    title: str
    source: Sequence[str]
    target: Sequence[str]
    languages: tuple[str, str]
    tags: tuple[str, str]
    beads: Sequence[BeadView]
    doubtful_below: float
    head: str
    foot: str
    name: str

    @property
    def counts(self) -> Sequence[tuple[str, int]]:
        """What is on the page, with numbers."""
        doubtful = sum(bead.score < self.doubtful_below for bead in self.beads)
        sentences = [("source sentences", len(self.source)), ("target sentences", len(self.target))]
        return [*sentences, ("beads", len(self.beads)), ("doubtful", doubtful)]

    @property
    def doubtful_first(self) -> Sequence[BeadView]:
        """The beads by score."""
        return sorted(self.beads, key=lambda bead: bead.score)

    @property
    def data(self) -> Mapping[str, object]:
        """What the script of the page needs. `mark` changes if the sentences or beads do."""
        beads = [
            (each.source.start, each.source.stop, each.target.start, each.target.stop, round(each.score, 2))
            for each in self.beads
        ]
        return {
            "source": list(self.source),
            "target": list(self.target),
            "languages": self.languages,
            "tags": self.tags,
            "beads": beads,
            "doubtful": self.doubtful_below,
            "head": self.head,
            "foot": self.foot,
            "name": self.name,
            "mark": _mark(self.source, self.target, beads),
        }


def _mark(*parts: object) -> str:
    from hashlib import sha256

    return sha256(repr(parts).encode()).hexdigest()[:12]


def render_alignment(page: AlignmentPage) -> str:
    """Return the page as HTML that works alone: it can be read without scripts, other files or network access."""
    return render("alignment.html.j2", page=page)
