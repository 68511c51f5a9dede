"""Pairs of terms with the places that attest them and the decisions of reviewers. Start from `AttestedPair`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from termbase.extract.model import Gloss, TermKind


@dataclass(frozen=True, slots=True)
class Attestation:
    """One place that uses a term.

    `pieces` are the sentence, on one line, as pairs of a text and a flag: whether the text is the term. Line and
    column count from 1.
    """

    file: str
    line: int
    column: int
    pieces: tuple[tuple[str, bool], ...]

    @property
    def place(self) -> str:
        """The place as `file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def sentence(self) -> str:
        """The whole sentence."""
        return "".join(text for text, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class DocumentGlosses:
    """The glosses of one document with their places. `language` is the canonical tag of the Chinese in it.

    `remarks` are what a user should know of how the file was read.
    """

    file: str
    remarks: tuple[str, ...]
    language: str
    glosses: tuple[tuple[Gloss, Attestation], ...]


class Verdict(StrEnum):
    """A reviewer's judgement of a pair."""

    ACCEPT = "accept"
    PREFER = "prefer"
    REJECT = "reject"


class Evidence(StrEnum):
    """What shows that a Chinese and an English term are renderings of each other."""

    GLOSSED = "glossed"
    """An author presents them so in a text."""
    MINED = "mined"
    """They stand in the same pairs of aligned sentences again and again."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A reviewer's verdict on an extracted pair, with the corrected terms if the extracted ones are wrong.

    `by` is the name of the reviewer and `date` (`YYYY-MM-DD`) the day of the decision. All fields except `verdict`
    are empty if the table of candidates does not give them.
    """

    verdict: Verdict
    corrected_zh: str = ""
    corrected_en: str = ""
    by: str = ""
    date: str = ""


@dataclass(slots=True)
class AttestedPair:
    """A Chinese and an English term that are renderings of each other by some evidence, as the text spells them.

    `confidence` is a probability from 0 to 1. `imperfect` marks a pair whose sides do not correspond in full.
    `kind` is what the pair names: a person, a place ...
    `document_language` is the canonical tag of the Chinese in the first document. It gives the tag of a term that
    both scripts write alike.
    `notes` are the cells of the columns that a reviewer added to the table, by the names of the columns.
    """

    zh: str
    en: str
    confidence: float
    imperfect: bool
    document_language: str
    attestations: list[Attestation] = field(default_factory=list)
    abbreviations: list[str] = field(default_factory=list)
    decision: Decision | None = None
    kind: TermKind = TermKind.TERM
    uses: int = 0
    evidence: tuple[Evidence, ...] = (Evidence.GLOSSED,)
    notes: dict[str, str] = field(default_factory=dict)

    def take_review(self, earlier: AttestedPair) -> None:
        """Take over what a reviewer did with the same pair in an earlier table."""
        self.decision = earlier.decision
        self.notes = earlier.notes

    @property
    def count(self) -> int:
        """The number of places that have the pair."""
        return max(self.uses, len(self.attestations))

    @property
    def is_mined(self) -> bool:
        """Whether the pair was mined; it may be glossed too."""
        return Evidence.MINED in self.evidence

    @property
    def is_glossed(self) -> bool:
        """Whether an author glosses the pair; it may be mined too."""
        return Evidence.GLOSSED in self.evidence

    @property
    def is_rejected(self) -> bool:
        """Whether a reviewer rejected the pair. It stays a candidate but does not become a concept."""
        return self.decision is not None and self.decision.verdict is Verdict.REJECT

    @property
    def terms(self) -> tuple[str, str]:
        """The Chinese and the English term for the termbase: as written, or as corrected by a reviewer."""
        if self.decision is None:
            return self.zh, self.en
        return self.decision.corrected_zh or self.zh, self.decision.corrected_en or self.en
