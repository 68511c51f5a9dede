"""Puts several texts into one cell, a line each, and gets them out again. A text of several lines is indented.

Start from `in_one_cell` and `in_cell`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_LINE_END = re.compile(r"\r\n?|\n")
_CONTINUED = " "
"""Begins each line that belongs to the text of the line before."""


def in_one_cell(texts: Iterable[str]) -> str:
    """Return a cell with all texts, which are not empty."""
    return "\n".join(f"\n{_CONTINUED}".join(_LINE_END.split(text)) for text in texts)


def in_cell(cell: str) -> list[str]:
    """Return the texts of a cell: one for each line that is neither empty nor begins with a space."""
    texts: list[list[str]] = []
    for line in _LINE_END.split(cell):
        if texts and line.startswith(_CONTINUED):
            texts[-1].append(line.removeprefix(_CONTINUED))
        elif line.strip():
            texts.append([line])
    return ["\n".join(lines) for lines in texts]
