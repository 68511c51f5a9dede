"""Finds the tables of a document: of Markdown (`| a | b |`), HTML, DOCX, ODT and EPUB, with the text of each cell.

Start from `tables`. What is code is in no block, so a table that only shows how to write one is not found.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile
from typing import NamedTuple

from termbase.document.cells import CellSize, OpenTables, Rows, span_of
from termbase.document.markup_tokens import TokenKind, tokens
from termbase.document.model import Block, Document
from termbase.text.offsets import MASK, Span

_RULED = re.compile(r"\r?\n?[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*(?:\r\n?|\n)")
"""The line of hyphens below the header of a table in Markdown."""
_NEXT_LINE = re.compile(r"\r?\n?[ \t]*")
_BAR = re.compile(r"(?<!\\)\|")
_BLANK = f" \t>{MASK}"
_TABLE = re.compile("<table", re.IGNORECASE)
_SPANNED = re.compile(r"\s(col|row)span\s*=\s*[\"']?\s*(\d+)", re.IGNORECASE)
_PARTS = frozenset("table tr td th".split())


class Table(NamedTuple):
    """The rows of a table in order, the header first. All rows have the same number of cells."""

    rows: tuple[tuple[Block, ...], ...]


def tables(document: Document) -> Iterator[Table]:
    """Yield the tables of a document that have a header and a row below it.

    A row of one cell above the header is a title. Rows with another number of cells than the header are left out.
    """
    marked = document.tables if document.tables is not None else marked_cells(document.text)
    found = [*_ruled(document), *_filled(document, marked)]
    for all_rows in found:
        rows = list(dropwhile(lambda row: len(row) < 2, all_rows))
        width = len(rows[0]) if rows else 0
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


def marked_cells(source: str) -> list[Rows]:
    """Return where the cells of the tables of HTML are; a table inside a cell is one of its own."""
    if not _TABLE.search(source):
        return []
    opened = OpenTables()
    for token in tokens(source):
        if token.name not in _PARTS or token.kind not in (TokenKind.OPEN, TokenKind.CLOSE):
            continue
        is_open = token.kind is TokenKind.OPEN
        if token.name == "table" and is_open:
            opened.begin_table()
            continue
        opened.end_cell(token.start)
        if token.name == "table":
            opened.end_table()
        elif token.name == "tr":
            opened.begin_row()
        elif is_open:
            spans = {kind.lower(): count for kind, count in _SPANNED.findall(source, token.start, token.end)}
            opened.begin_cell(token.end, CellSize(span_of(spans.get("col")), span_of(spans.get("row"))))
    return opened.found


def _filled(document: Document, tables: Iterable[Rows]) -> Iterator[list[tuple[Block, ...]]]:
    """Yield the rows of tables with the text of their cells: their only block, and empty if they have several."""
    starts = [block.start for block in document.blocks]
    for rows in tables:
        yield [tuple(_filling(document, starts, cell) for cell in row) for row in rows]


def _filling(document: Document, starts: Sequence[int], cell: Span) -> Block:
    first, last = bisect_left(starts, cell.start), bisect_left(starts, cell.end)
    return document.blocks[first] if last - first == 1 else Block(cell.start, "")
