"""The endings of the files that are documents: text in one language, not segments of a translation."""

from __future__ import annotations

MARKDOWN = frozenset({".md", ".markdown", ".mdx"})
PACKED = frozenset({".docx", ".epub", ".odt", ".pdf"})
"""Formats whose text has to be extracted from the file."""

DOCUMENTS = MARKDOWN | PACKED | {".txt", ".text", ".html", ".htm", ".xhtml", ".srt", ".vtt"}
