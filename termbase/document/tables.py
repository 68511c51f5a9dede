"""Finds the tables of a document: those of Markdown (`| a | b |`) and of HTML, with the text of each cell.

Start from `tables`. What is code is in no block, so a table that only shows how to write one is not found.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termbase.document.markup_tokens import TokenKind, tokens
from termbase.document.model import Block, Document
from termbase.text.offsets import MASK

_RULED = re.compile(r"\r?\n?[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\r?\n")
"""The line of hyphens below the header of a table in Markdown."""
_NEXT_LINE = re.compile(r"\r?\n?[ \t]*")
_BAR = re.compile(r"(?<!\\)\|")
_BLANK = f" \t>{MASK}"
_TABLE = re.compile("<table", re.IGNORECASE)
_SPANNING = re.compile(r"\scolspan\b", re.IGNORECASE)
_PARTS = frozenset("table tr td th".split())


class Table(NamedTuple):
    """The rows of a table in order, the header first. All rows have the same number of cells."""

    rows: tuple[tuple[Block, ...], ...]


def tables(document: Document) -> Iterator[Table]:
    """Yield the tables of a document that have a header and a row below it.

    Rows with another number of cells than the header are left out: some of their cells span several columns.
    """
    found = [*_ruled(document), *(_marked(document) if _TABLE.search(document.text) else ())]
    for rows in found:
        width = len(rows[0])
        regular = tuple(row for row in rows if len(row) == width)
        if len(regular) > 1:
            yield Table(regular)


def _ruled(document: Document) -> Iterator[list[tuple[Block, ...]]]:
    """Yield the rows of the tables of Markdown, whose rows are blocks of one line."""
    rows: list[tuple[Block, ...]] = []
    blocks = [block for block in document.blocks if "|" in block.text]
    starts = [*(block.start for block in blocks[1:]), len(document.text)]
    for block, after in zip(blocks, starts if blocks else (), strict=True):
        gap = document.text[block.start + len(block.text) : after]
        if rows:
            rows.append(_padded(_cells(block), len(rows[0]), after))
        elif _RULED.fullmatch(gap):
            rows = [_cells(block)]
            continue
        if rows and (after == len(document.text) or not _NEXT_LINE.fullmatch(gap)):
            yield rows
            rows = []


def _cells(row: Block) -> tuple[Block, ...]:
    bars = [bar.start() for bar in _BAR.finditer(row.text)]
    starts, ends = [0, *(bar + 1 for bar in bars)], [*bars, len(row.text)]
    cells = [Block(row.start + start, row.text[start:end]) for start, end in zip(starts, ends, strict=True)]
    first = 0 if cells[0].text.strip(_BLANK) else 1
    last = len(cells) - (not cells[-1].text.strip())
    return tuple(cells[first:last])


def _padded(row: tuple[Block, ...], width: int, end: int) -> tuple[Block, ...]:
    """Return a row with as many cells as the header; Markdown lets the last ones be left out."""
    return (*row, *(Block(end, "") for _ in range(width - len(row))))[:width]


def _marked(document: Document) -> Iterator[list[tuple[Block, ...]]]:
    """Yield the rows of the tables of HTML; a table inside a cell is one of its own."""
    opened: list[_Rows] = []
    for token in tokens(document.text):
        if token.name not in _PARTS or token.kind not in (TokenKind.OPEN, TokenKind.CLOSE):
            continue
        is_open = token.kind is TokenKind.OPEN
        if token.name == "table" and is_open:
            opened.append(_Rows(document))
        elif opened:
            opened[-1].end_cell(token.start)
            if token.name == "table":
                yield from filter(None, [opened.pop().rows()])
            elif token.name == "tr":
                opened[-1].start_row()
            elif is_open:
                is_wide = _SPANNING.search(document.text, token.start, token.end) is not None
                opened[-1].start_cell(token.end, is_wide)


class _Rows:
    """Collects the rows of one table of HTML."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts: Sequence[int] = [block.start for block in document.blocks]
        self._rows: list[list[Block]] = [[]]
        self._opened: int | None = None

    def start_row(self) -> None:
        self._rows.append([])

    def start_cell(self, place: int, is_wide: bool) -> None:
        """Start a cell; one that spans columns counts as two more, so that its row is not like the others."""
        self._opened = place
        if is_wide:
            self._rows[-1] += [Block(place, "")] * 2

    def end_cell(self, place: int) -> None:
        """End the open cell: its text is its only block, and empty if it has several."""
        if self._opened is not None:
            first, last = bisect_left(self._starts, self._opened), bisect_left(self._starts, place)
            is_one = last - first == 1
            self._rows[-1].append(self._document.blocks[first] if is_one else Block(self._opened, ""))
            self._opened = None

    def rows(self) -> list[tuple[Block, ...]]:
        return [tuple(row) for row in self._rows if row]
