"""Collects the distinct pairs of terms that authors gloss in documents, with all their places, and mined ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from termbase.document.endings import MARKDOWN
from termbase.document.language import chinese_of_document
from termbase.document.markdown_marks import term_without_marks, without_marks
from termbase.document.model import Document
from termbase.document.passages import sentence_span
from termbase.extract.evidence import NO_PAIRS, ListedPairs
from termbase.extract.glosses import Reached, extract, untold
from termbase.extract.model import Gloss
from termbase.gather.model import Attestation, AttestedPair, DocumentGlosses, Evidence
from termbase.language import SIMPLIFIED, canonical
from termbase.text.chinese_key import chinese_key
from termbase.text.english.folded_english import english_key
from termbase.text.invisible import visible
from termbase.text.offsets import Span
from termbase.text.sentences import unwrapped

_SPACES = re.compile(r"[^\S\u3000]+")
"""White space that is read as one space; the wide one of Chinese text is wider."""
_MARKUP = re.compile(r"<[A-Za-z/!]|&#?\w+;|\n[ \t]*>|\"[ \t]*[\r\n]+[ \t]*\"|[\[［\\]|[⁰¹²³⁴-⁹]")
"""What may be markup; the quotation marks are those of a string that goes on in the next line of a PO file."""


def document_glosses(
    document: Document, known: ListedPairs = NO_PAIRS, language: str | None = None, reached: Reached = untold
) -> DocumentGlosses:
    """Extract the glosses of one document. `known` are pairs that the user's termbases list.

    `language` is the canonical tag of the Chinese in the document; by default it is detected. `reached` is called
    with the progress.
    """
    glosses = extract(document, known, reached)
    return DocumentGlosses(
        document.file,
        tuple(document.remarks()),
        language or (canonical(chinese_of_document(document)) if glosses else SIMPLIFIED),
        tuple(
            (gloss_as_read(document, gloss), attest(document, (gloss.zh_span, gloss.en_span))) for gloss in glosses
        ),
    )


def as_read(document: Document, start: int, end: int) -> str:
    """Return the text from `start` to `end` (code points) on one line, as a reader of the document sees it.

    Tags and marks of notes are removed; character references are replaced by their characters.
    """
    original = document.text[start:end]
    return unwrapped(document.prose(start, end) if _MARKUP.search(original) else original)


def gloss_as_read(document: Document, gloss: Gloss) -> Gloss:
    """Return a gloss with its terms as a reader of the document sees them, without markup and unseen characters.

    Word processors leave soft hyphens and no-break spaces in terms.
    """
    zh, en = as_read(document, *gloss.zh_span), as_read(document, *gloss.en_span)
    if _is_markdown(document):
        zh, en = term_without_marks(zh), term_without_marks(en)
    zh, en = (_SPACES.sub(" ", visible(term)) for term in (zh, en))
    return replace(gloss, zh=zh, en=en)


def _is_markdown(document: Document) -> bool:
    return Path(document.file).suffix.lower() in MARKDOWN


def distinct_pairs(documents: Iterable[DocumentGlosses]) -> list[AttestedPair]:
    """Merge the glosses of documents into distinct pairs, in the order of their first places.

    A pair has the highest confidence of its glosses.
    """
    pairs: dict[tuple[str, str], AttestedPair] = {}
    for document in documents:
        for gloss, attestation in document.glosses:
            new = AttestedPair(
                gloss.zh, gloss.en, gloss.confidence, gloss.imperfect, document.language, kind=gloss.kind
            )
            pair = pairs.setdefault((gloss.zh, gloss.en), new)
            pair.confidence = max(pair.confidence, gloss.confidence)
            pair.attestations.append(attestation)
            if gloss.abbreviation and gloss.abbreviation not in pair.abbreviations:
                pair.abbreviations.append(gloss.abbreviation)
    return list(pairs.values())


def with_mined(glossed: Sequence[AttestedPair], mined: Iterable[AttestedPair]) -> list[AttestedPair]:
    """Return glossed and mined pairs together. A pair that is both is one, as glossed, and as sure as the surer.

    Glossed pairs are compared with mined ones by their match keys, and their evidence is changed in place.
    """
    by_key: dict[tuple[str, str], list[AttestedPair]] = defaultdict(list)
    for pair in glossed:
        by_key[chinese_key(pair.zh), english_key(pair.en)].append(pair)
    alone: list[AttestedPair] = []
    for found in mined:
        same = by_key.get((chinese_key(found.zh), english_key(found.en)), [])
        for pair in same:
            pair.evidence = (Evidence.GLOSSED, Evidence.MINED)
            pair.confidence = max(pair.confidence, found.confidence)
            pair.uses = found.uses
        alone += [] if same else [found]
    return [*glossed, *alone]


def attest(document: Document, spans: Iterable[Span]) -> Attestation:
    """Return the place of the first span with its sentence, in which all the spans are marked.

    The sentence is as a reader sees it, without the marks of Markdown.
    """
    ordered = sorted(spans)
    start, end = sentence_span(document, ordered[0].start, max(span.end for span in ordered))
    cuts = [start, *(offset for span in ordered for offset in span), end]
    texts = [as_read(document, left, right) for left, right in pairwise(cuts)]
    if _is_markdown(document):
        texts[0] = without_marks(texts[0], begins_line=document.text[start - 1 : start] in ("", "\n", "\r"))
        texts[2::2] = map(without_marks, texts[2::2])
    pieces = [(text, index % 2 == 1) for index, text in enumerate(texts)]
    line, column = document.place(ordered[0].start)
    return Attestation(document.file, line, column, tuple(piece for piece in pieces if piece[0]))
