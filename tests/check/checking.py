"""The checks on several documents or bitexts at once, against termbases that are not compiled yet."""

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
    """The findings of every check on every document; `language` None lets each text tell its own."""
    known = KnownTerms(termbases)
    return [finding for document in documents for finding in check_document(document, known, language, settings)]


def check_bitexts(
    bitexts: Iterable[Bitext], termbases: Sequence[Termbase], settings: Settings = DEFAULTS
) -> list[Finding]:
    """The findings of every check on every bitext."""
    known = KnownTerms(termbases)
    return [finding for bitext in bitexts for finding in check_bitext(bitext, known, settings)]
