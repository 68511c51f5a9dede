"""Functions that run the checks on several documents or bitexts, with termbases that are not compiled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from termbase.bitext import Bitext
from termbase.check.finding import Finding
from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_bitext, check_document
from termbase.check.settings import DEFAULTS, Settings
from termbase.document.model import Document
from termbase.model import Termbase


def check_documents(
    documents: Iterable[Document],
    termbases: Sequence[Termbase],
    language: str | None,
    settings: Settings = DEFAULTS,
) -> list[Finding]:
    """Return the findings in all documents. If `language` is None, it is detected for each document."""
    known = KnownTerms(termbases)
    return [finding for document in documents for finding in check_document(document, known, language, settings)]


def check_bitexts(
    bitexts: Iterable[Bitext], termbases: Sequence[Termbase], settings: Settings = DEFAULTS
) -> list[Finding]:
    """Return the findings in all bitexts."""
    known = KnownTerms(termbases)
    return [finding for bitext in bitexts for finding in check_bitext(bitext, known, settings)]
