"""Shows what a column has from a sample of its cells. Start from `content_of`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from termbase.language import UNDETERMINED, canonical, is_chinese
from termbase.table.column_names import Column
from termbase.text.detect import language_of, language_of_texts
from termbase.text.script import HAN

WORDS = re.compile(f"[{HAN}]|[A-Za-z]{{2}}")
SAMPLE = 200
"""How many rows are examined to guess the content of a column without a known name."""

Rows = Sequence[Sequence[str]]


def content_of(cells: Sequence[str]) -> Column | None:
    """Return a column of terms in the language of most of its cells, or None for numbers and for other languages.

    A title above the terms (术语表 2024) counts as one cell, however long it is.
    """
    worded = [text for text in cells if WORDS.search(text)]
    if len(worded) * 2 <= len(cells):
        return None
    chinese = [text for text in worded if is_chinese(language_of(text))]
    most = chinese if len(chinese) * 2 > len(worded) else [text for text in worded if text not in chinese]
    language = canonical(language_of_texts(most))
    return None if language == UNDETERMINED else Column(language, "")


def sample(body: Rows, number: int) -> list[str]:
    """Return the texts of a column in the first rows, without empty cells."""
    return [cell for row in body[:SAMPLE] if (cell := cell_of(row, number))]


def cell_of(row: Sequence[str], number: int) -> str:
    """Return the text of a cell, "" if the row is too short to have it."""
    return row[number].strip() if number < len(row) else ""


def is_part(tag: str, other: str) -> bool:
    """Whether one of two tags is the other, or the other with more parts: `en` and `en-US`."""
    return f"{tag}-".startswith(f"{other}-") or f"{other}-".startswith(f"{tag}-")
