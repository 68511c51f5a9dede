"""From documents to the distinct pairs that their authors gloss, each with every place it stands at."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from termbase.document.model import Document
from termbase.document.reader import read_document
from termbase.document.sentence import sentence_span, unwrapped
from termbase.extract.glosses import extract
from termbase.extract.model import Span
from termbase.gather.model import Attestation, AttestedPair, DocumentGlosses
from termbase.script import Script, script_of


def read_glosses(file: str) -> DocumentGlosses:
    """The glosses of one file."""
    document = read_document(file)
    glosses = extract(document)
    return DocumentGlosses(
        file,
        document.encoding,
        script_of(document.text) if glosses else Script.BOTH,
        tuple((gloss, attest(document, (gloss.zh_span, gloss.en_span))) for gloss in glosses),
    )


def distinct_pairs(documents: Iterable[DocumentGlosses]) -> list[AttestedPair]:
    """The distinct pairs of some documents, in the order of their first places."""
    pairs: dict[tuple[str, str], AttestedPair] = {}
    for document in documents:
        for gloss, attestation in document.glosses:
            zh, en = unwrapped(gloss.zh), unwrapped(gloss.en)
            new = AttestedPair(zh, en, gloss.confidence, gloss.imperfect, document.script)
            pair = pairs.setdefault((zh, en), new)
            pair.confidence = max(pair.confidence, gloss.confidence)
            pair.attestations.append(attestation)
            if gloss.abbreviation and gloss.abbreviation not in pair.abbreviations:
                pair.abbreviations.append(gloss.abbreviation)
    return list(pairs.values())


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
