r"""The rows of CSV, TSV and XLSX files with their lines: all tables are read and written here.

Start from `read_rows` and `write_rows`. How a cell holds a separator or a line end depends on the kind of file:

- TSV of termbases and memories: a backslash, tab and line end are written `\\`, `\t` and `\n` (`\r`); a quotation
  mark is text like any other, since segments often begin with one.
- TSV of the table for review, which spreadsheets open and save (`quoted`): in quotation marks, as in CSV.
- CSV: in quotation marks (RFC 4180). The separator is a comma, semicolon, tab or `|`: what a first line `sep=;`
  says, else what cuts the first rows into equal numbers of cells.
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
"""Characters of a cell beyond which a file is refused, as by the `csv` module: a quotation mark was not closed."""

Row = tuple[int, list[str]]
"""The line that a row begins in, from 1 (in a workbook its number), and its cells."""

_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_ESCAPING = str.maketrans(_ESCAPES)
_ESCAPED = re.compile(r"\\[\\tnr]")
_UNESCAPED = {escaped: char for char, escaped in _ESCAPES.items()}
_SEPARATORS = ",;\t|"
_SEPARATOR_LINE = re.compile(rf'"?sep=([{_SEPARATORS}])"?\s*', re.IGNORECASE)
_SAMPLE = 20
"""Lines that show the separator."""


def read_rows(file: str, quoted: bool = False) -> Iterator[Row]:
    """The rows of a table, one after the other: UTF-8 and XLSX as a stream, other encodings read whole.

    `quoted` is for a TSV as spreadsheets write it. Raises TermbaseError, with the line if there is one, for a file
    that cannot be read or is not a table of the kind that its name says.
    """
    try:
        with Path(file).open("rb") as opened:
            yield from _rows(opened, file, quoted)
    except OSError as error:
        raise os_error(error, file, "read") from error


def rows_in(data: bytes, file: str, quoted: bool = False) -> Iterator[Row]:
    """The rows of a table in the bytes of a file, as `read_rows` gives them."""
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
    """The rows of a CSV file. One more line is put behind its own: an open quotation mark would take it in."""
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
    """The separator of a CSV file by its first lines: one of `,` `;` `|` and the tab."""
    if lines and (told := _SEPARATOR_LINE.fullmatch(lines[0])):
        return told[1]
    return max(_SEPARATORS, key=lambda separator: _fitness(lines[:_SAMPLE], separator))


def _fitness(lines: Sequence[str], separator: str) -> tuple[int, int]:
    """How many rows a separator cuts into as many cells as the first, if those are several, and that number."""
    try:
        lengths = [len(cells) for cells in csv.reader(lines, delimiter=separator) if cells]
    except csv.Error:
        return 0, 0
    return (lengths.count(lengths[0]), lengths[0]) if lengths and lengths[0] > 1 else (0, 0)


def _too_long(file: str, line: int) -> TermbaseError:
    message = f"has a cell of more than {LONGEST_CELL:,} characters"
    return TermbaseError(message, file=file, line=line, hint="close its quotation mark, or part it")


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
    """Rows as the bytes of a file, as `write_rows` writes them."""
    out = io.BytesIO()
    write_rows(out, rows, form, quoted=quoted)
    return out.getvalue()
