"""Replaces character references (`&nbsp;`, `&#25968;`) by their characters without changing the length of the text.

A reference is longer than its character, so this is followed by `FILL`, which does not end a word and is not seen:
what stands around a quotation mark is the same however the mark is written.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from html.entities import html5

from termbase.text.offsets import FILL

_REFERENCE = re.compile(r"&(?:#(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6})(?![0-9A-Fa-f]);?|([A-Za-z][A-Za-z0-9]{1,31};?))")


def resolve(source: str) -> str:
    """Return the text with every known character reference replaced by its padded character; the length is kept."""
    return _REFERENCE.sub(_read, source) if "&" in source else source


def reference_end(source: str, start: int) -> int:
    """Return the end of the character at a place of a source: behind the whole reference that begins there."""
    found = _REFERENCE.match(source, start) if source[start] == "&" else None
    return found.end() if found else start + 1


def _read(match: re.Match[str]) -> str:
    written = match.group()
    if match[1] and match[1] not in html5:
        return written
    meant = unescape(written)
    rest = len(written) - len(meant)
    if meant.isspace():
        return " " + FILL * (len(written) - 1)
    if not meant or unicodedata.category(meant[0]) in ("Cf", "Cc", "Cs"):
        return FILL * len(written)
    return meant + FILL * rest
