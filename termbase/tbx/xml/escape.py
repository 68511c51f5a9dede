"""Escapes what is text but would be markup in XML: the `&` of `AT&T` and the `<` of `a < b`.

Start from `escaped`.
"""

from __future__ import annotations

import re

_BARE = re.compile(
    r"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>|(&)(?!(?:[A-Za-z_:][\w:.-]*|#\d+|#x[\dA-Fa-f]+);)|(<)(?=[\s\d=<&])",
    re.DOTALL,
)
"""A `&` that begins no reference, and a `<` that begins no tag: both have one reading only (XML 1.0, 2.4)."""


def escaped(text: str) -> tuple[str, list[str]]:
    """Return the text of an XML file with these signs escaped, and one line of text on each."""
    mends: list[str] = []
    line, last = 1, 0

    def reference(match: re.Match[str]) -> str:
        nonlocal line, last
        sign = match[1] or match[2]
        if not sign:
            return match[0]
        line += text.count("\n", last, match.start())
        last = match.start()
        written = "&amp;" if sign == "&" else "&lt;"
        mends.append(f"line {line}: {sign} is now {written}")
        return written

    return _BARE.sub(reference, text), mends
