r"""Reads and writes the rows of all tables (CSV, TSV, XLSX), with their line numbers.

Start from `read_rows` and `write_rows`. The format decides how a cell contains a separator or a line end:

- TSV of termbases and memories: a backslash, tab and line end are written `\\`, `\t` and `\n` (`\r`). A quotation
  mark has no special meaning, since segments often begin with one.
- TSV of the table for review, which users edit in spreadsheets (`quoted`): in quotation marks, as in CSV.
- CSV: in quotation marks (RFC 4180). The separator is a comma, semicolon, tab or `|`: the one that a first line
  `sep=;` gives, otherwise the one that splits the first rows into equal numbers of cells.
- XLSX: the cells of the first sheet, as text.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, TextIO

from termbase.errors import TermbaseError, os_error
from termbase.files.encoding import UTF8, decode, utf8_mark
from termbase.table.workbook import save_workbook, text_workbook, xlsx_rows

SUFFIXES = frozenset({".csv", ".tsv", ".xlsx"})
LONGEST_CELL = 131_072
"""Maximal length of a cell in characters, as in the `csv` module; a longer cell has an open quotation mark."""

Row = tuple[int, list[str]]
"""The line in which a row begins, from 1 (in a workbook the number of the row), and its cells."""

_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_ESCAPING = str.maketrans(_ESCAPES)
_ESCAPED = re.compile(r"\\[\\tnr]")
_UNESCAPED = {escaped: char for char, escaped in _ESCAPES.items()}
_SEPARATORS = ",;\t|"
_SEPARATOR_LINE = re.compile(rf'"?sep=([{_SEPARATORS}])"?\s*', re.IGNORECASE)
_SAMPLE = 20
"""How many lines are examined to detect the separator."""


def read_rows(file: str, quoted: bool = False) -> Iterator[Row]:
    """Yield the rows of a table. Files in UTF-8 and XLSX are streamed; files in other encodings are read whole.

    `quoted` is for a TSV as spreadsheets write it. Raise TermbaseError, if possible with the line, for a file that
    cannot be read or is not a table of the format that its suffix names.
    """
    try:
        with Path(file).open("rb") as opened:
            yield from _rows(opened, file, quoted)
    except OSError as error:
        raise os_error(error, file, "read") from error


def rows_in(data: bytes, file: str, quoted: bool = False) -> Iterator[Row]:
    """Return the rows of a table from the bytes of a file, as `read_rows` does."""
    return _rows(io.BytesIO(data), file, quoted)


def _rows(opened: BinaryIO, file: str, quoted: bool) -> Iterator[Row]:
    suffix = Path(file).suffix.lower()
    if suffix == ".xlsx":
        return _bounded(xlsx_rows(opened, file), file)
    if suffix == ".tsv" and not quoted:
        return _bounded(_tsv_rows(_text(opened, file, newline=None)), file)
    return _csv_rows(_text(opened, file, newline=""), file, "\t" if suffix == ".tsv" else "")


def _bounded(rows: Iterable[Row], file: str) -> Iterator[Row]:
    for row in rows:
        if max(map(len, row[1]), default=0) > LONGEST_CELL:
            raise _too_long(file, row[0])
        yield row


def _text(opened: BinaryIO, file: str, newline: str | None) -> TextIO:
    mark = utf8_mark(opened)
    if mark is None:
        return io.StringIO(decode(opened.read(), file)[0], newline)
    opened.seek(mark)
    return io.TextIOWrapper(opened, UTF8, newline=newline)


def _tsv_rows(lines: Iterable[str]) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        cells = line.rstrip("\n").split("\t")
        yield number, [_unescaped(cell) for cell in cells] if "\\" in line else cells


def _csv_rows(lines: Iterable[str], file: str, separator: str) -> Iterator[Row]:
    """Yield the rows of a CSV file.

    A line is added at the end: if a quotation mark is not closed, the last row contains it.
    """
    lines = iter(lines)
    sample = list(islice(lines, _SAMPLE))
    first = 1
    if not separator:
        separator = separator_of(sample)
        first += bool(sample and _SEPARATOR_LINE.fullmatch(sample[0]))
    reader = csv.reader(chain(sample[first - 1 :], lines, ['""']), delimiter=separator)
    row: Row | None = None
    line = first
    try:
        for cells in reader:
            if row:
                yield row
            row = line, cells
            line = first + reader.line_num
    except csv.Error:
        raise _too_long(file, line) from None
    if row and row[1] != [""]:
        raise TermbaseError(
            "has a quotation mark that is not closed", file=file, line=row[0], hint="close it, or write it twice"
        )


def separator_of(lines: Sequence[str]) -> str:
    """Return the separator of a CSV file, judging by its first lines: `,`, `;`, `|` or a tab."""
    if lines and (declared := _SEPARATOR_LINE.fullmatch(lines[0])):
        return declared[1]
    return max(_SEPARATORS, key=lambda separator: _fitness(lines[:_SAMPLE], separator))


def _fitness(lines: Sequence[str], separator: str) -> tuple[int, int]:
    """Return how many rows a separator splits into as many cells as the first row, and the number of cells.

    Return 0, 0 if the first row would have a single cell.
    """
    try:
        lengths = [len(cells) for cells in csv.reader(lines, delimiter=separator) if cells]
    except csv.Error:
        return 0, 0
    return (lengths.count(lengths[0]), lengths[0]) if lengths and lengths[0] > 1 else (0, 0)


def _too_long(file: str, line: int) -> TermbaseError:
    message = f"has a cell of more than {LONGEST_CELL:,} characters"
    return TermbaseError(message, file=file, line=line, hint="close its quotation mark, or split the cell")


def _unescaped(cell: str) -> str:
    return _ESCAPED.sub(lambda match: _UNESCAPED[match[0]], cell)


def write_rows(
    file: BinaryIO, rows: Iterable[Sequence[str]], form: str, title: str = "termbase", quoted: bool = False
) -> None:
    """Write rows as `csv`, `tsv` or `xlsx`, as a stream.

    `title` is the name of the sheet, `quoted` is for a TSV as spreadsheets write it. CSV begins with a byte-order
    mark, without which spreadsheets do not read it as UTF-8.
    """
    if form == "xlsx":
        save_workbook(text_workbook(rows, title), file)
    elif form == "tsv" and not quoted:
        for row in rows:
            file.write(("\t".join([cell.translate(_ESCAPING) for cell in row]) + "\n").encode())
    else:
        text = io.TextIOWrapper(file, UTF8 if form == "tsv" else "utf-8-sig", newline="")
        dialect = ("\t", "\n") if form == "tsv" else (",", "\r\n")
        csv.writer(text, delimiter=dialect[0], lineterminator=dialect[1]).writerows(rows)
        text.detach()


def dump_rows(rows: Iterable[Sequence[str]], form: str, quoted: bool = False) -> bytes:
    """Return rows as the bytes of a file that `write_rows` would write."""
    out = io.BytesIO()
    write_rows(out, rows, form, quoted=quoted)
    return out.getvalue()
