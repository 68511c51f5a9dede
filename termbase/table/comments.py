"""Separates the comments of a file with tabs from its rows: OmegaT's, and the header of UTX, which is in comments.

Start from `without_comments`. In both formats a line that begins with # is a comment. UTX (AAMT, Universal
Terminology eXchange) names the languages in the first and the columns in the last of the comments above the terms.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from termbase.table.header import find_header
from termbase.table.rows import Row

_UTX = re.compile(r"#\s*UTX\b")
_LANGUAGES = re.compile(r"([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})*)\s*/\s*([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})*)")


class Uncommented(NamedTuple):
    """The rows of terms with their header, the comments, and the languages that UTX names ("" if it does not)."""

    rows: list[Row]
    comments: list[Row]
    source: str = ""
    target: str = ""


def without_comments(rows: Sequence[Row]) -> Uncommented:
    """Separate rows and comments. In a table with a header only a line with one cell can be a comment."""
    if rows and _UTX.match(rows[0][1][0]):
        return _of_utx(rows)
    terms = [row for row in rows if not _is_comment(row)]
    has_header = find_header([cells for _, cells in terms]).end > 0

    def is_comment(row: Row) -> bool:
        return _is_comment(row) and not (has_header and sum(bool(cell.strip()) for cell in row[1]) > 1)

    return Uncommented([row for row in rows if not is_comment(row)], [row for row in rows if is_comment(row)])


def _of_utx(rows: Sequence[Row]) -> Uncommented:
    head = list(takewhile(_is_comment, rows))
    columns = [number for number, (_, cells) in enumerate(head) if len(cells) > 1]
    named = _LANGUAGES.search(" ".join(rows[0][1]))
    found = [row for row in rows[len(head) :] if not _is_comment(row)]
    comments = [row for row in rows if _is_comment(row)]
    if columns and columns[-1]:
        line, cells = head[columns[-1]]
        comments.remove(head[columns[-1]])
        found.insert(0, (line, [cells[0].lstrip("# "), *cells[1:]]))
    return Uncommented(found, comments, *(named.groups() if named else ("", "")))


def _is_comment(row: Row) -> bool:
    return row[1][0].startswith("#")
