"""The endings of documents are those that the reader reads as text in one language."""

from __future__ import annotations

from termbase.check.bilingual.segment_text import SUFFIXES as BILINGUAL
from termbase.document.endings import DOCUMENTS
from termbase.document.reader import SUFFIXES


def test_documents_are_what_the_reader_reads_but_bilingual_files() -> None:
    assert DOCUMENTS == SUFFIXES - BILINGUAL
