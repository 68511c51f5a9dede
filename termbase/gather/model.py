"""What documents and reviewers say of pairs. Start from `AttestedPair`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from termbase.extract.model import Gloss


@dataclass(frozen=True, slots=True)
class Attestation:
    """One place that uses a term: the sentence on one line, in pieces that are the term (True) or are not."""

    file: str
    line: int
    column: int
    pieces: tuple[tuple[str, bool], ...]

    @property
    def place(self) -> str:
        """`file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def sentence(self) -> str:
        """The whole sentence."""
        return "".join(text for text, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class DocumentGlosses:
    """The glosses of one document, each with its place. `language` is the canonical tag of the Chinese in it."""

    file: str
    encoding: str
    language: str
    glosses: tuple[tuple[Gloss, Attestation], ...]


class Verdict(StrEnum):
    """What a reviewer says of a pair."""

    ACCEPT = "accept"
    PREFER = "prefer"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Decision:
    """A reviewer's verdict on a pair as extracted, and what it should be where that is wrong.

    `by` and `date` (`YYYY-MM-DD`) say who decided and when, as far as the table of candidates tells.
    """

    verdict: Verdict
    corrected_zh: str = ""
    corrected_en: str = ""
    by: str = ""
    date: str = ""


@dataclass(slots=True)
class AttestedPair:
    """A Chinese and an English term that authors present as renderings of each other, as they wrote them.

    `document_language` is the tag of the Chinese in the first document: it decides for a term that both scripts
    write alike.
    """

    zh: str
    en: str
    confidence: float
    imperfect: bool
    document_language: str
    attestations: list[Attestation] = field(default_factory=list)
    abbreviations: list[str] = field(default_factory=list)
    decision: Decision | None = None

    @property
    def is_rejected(self) -> bool:
        """Whether a reviewer refused the pair: it stays a candidate, and becomes no term."""
        return self.decision is not None and self.decision.verdict is Verdict.REJECT

    @property
    def terms(self) -> tuple[str, str]:
        """The Chinese and the English term to file: as written, or as a reviewer corrected them."""
        if self.decision is None:
            return self.zh, self.en
        return self.decision.corrected_zh or self.zh, self.decision.corrected_en or self.en
