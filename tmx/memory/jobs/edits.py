"""Changes a file at some places; all its other bytes stay. Start from `Edits`."""

from __future__ import annotations

import re

from termbase.document.model import Document
from termbase.files.encoding import PO_CHARSET, UTF8, XML_DECLARATION, codec_of, declared_encoding
from termbase.text.changes import replaced


class Edits:
    """The changes of a file, which has these bytes and was decoded as this document."""

    def __init__(self, document: Document, data: bytes) -> None:
        self._document = document
        self._old = data
        self._changes: list[tuple[int, int, str]] = []

    def replace(self, start: int, end: int, new: str) -> None:
        """Replace a stretch of the text (code points); stretches must not overlap.

        Texts that are put in at the same place stand in the order in which they were given.
        """
        self._changes.append((start, end, new))

    def data(self) -> bytes:
        """Return the changed file in its encoding; if that lacks a character, in UTF-8, which it then declares."""
        document, old, new = self._document, self._old, self._text()
        encoding, label = document.encoding, declared_encoding(old)
        if old.isascii() and label:
            encoding = codec_of(label)  # the text alone does not show it
        try:
            written = document.text.encode(encoding)
            mark = old[: len(old) - len(written)]
            if mark + written == old:
                return mark + new.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            pass
        return _declared_as_utf8(new.encode(UTF8, "replace"))

    def _text(self) -> str:
        return replaced(self._document.text, sorted(self._changes, key=lambda change: change[:2]))


def _declared_as_utf8(data: bytes) -> bytes:
    for pattern in (XML_DECLARATION, PO_CHARSET):
        if (match := re.search(pattern, data)) and (pattern is PO_CHARSET or match.start() == 0):
            start, end = match.span(match.re.groups)
            return data[:start] + b"UTF-8" + data[end:]
    return data
