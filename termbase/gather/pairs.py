"""From documents to the distinct pairs that their authors gloss, each with every place it stands at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from termbase.document.model import Document
from termbase.document.sentence import sentence_span, unwrapped
from termbase.extract.glosses import extract
from termbase.extract.model import Gloss, Span
from termbase.script import Script, script_of


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


@dataclass(slots=True)
class AttestedPair:
    """A Chinese and an English term that authors present as renderings of each other, as they wrote them.

    `document_script` is that of the first document: it decides for a term that both scripts write alike.
    """

    zh: str
    en: str
    confidence: float
    imperfect: bool
    document_script: Script
    attestations: list[Attestation] = field(default_factory=list)
    abbreviations: list[str] = field(default_factory=list)


class PairCollection:
    """The distinct pairs of the documents added so far, in the order of their first places."""

    def __init__(self) -> None:
        self._pairs: dict[tuple[str, str], AttestedPair] = {}

    def add(self, document: Document) -> None:
        """Collect the glosses of one document."""
        if glosses := extract(document):
            script = script_of(document.text)
            for gloss in glosses:
                self._add(gloss, attest(document, (gloss.zh_span, gloss.en_span)), script)

    def _add(self, gloss: Gloss, attestation: Attestation, script: Script) -> None:
        zh, en = unwrapped(gloss.zh), unwrapped(gloss.en)
        new = AttestedPair(zh, en, gloss.confidence, gloss.imperfect, script)
        pair = self._pairs.setdefault((zh, en), new)
        pair.confidence = max(pair.confidence, gloss.confidence)
        pair.attestations.append(attestation)
        if gloss.abbreviation and gloss.abbreviation not in pair.abbreviations:
            pair.abbreviations.append(gloss.abbreviation)

    def pairs(self) -> list[AttestedPair]:
        """All pairs collected."""
        return list(self._pairs.values())


def attest(document: Document, spans: Iterable[Span]) -> Attestation:
    """The place of the first of some spans, with its sentence and all of them marked in it."""
    ordered = sorted(spans)
    start, end = sentence_span(document, ordered[0].start, max(span.end for span in ordered))
    cuts = [start, *(offset for span in ordered for offset in span), end]
    pieces = [
        (unwrapped(document.text[left:right]), index % 2 == 1) for index, (left, right) in enumerate(pairwise(cuts))
    ]
    line, column = document.place(ordered[0].start)
    return Attestation(document.file, line, column, tuple(piece for piece in pieces if piece[0]))
