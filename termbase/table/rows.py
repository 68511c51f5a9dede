r"""Reads and writes the rows of all tables (CSV, TSV, XLSX), with their line numbers.

Start from `read_rows` and `write_rows`. The format decides how a cell contains a separator or a line end:

- TSV of termbases and memories: cells are as they are, and a quotation mark has no special meaning, since segments
  often begin with one. If a cell has a backslash, tab or line end, these are written `\\`, `\t` and `\n`
  (`\r`), and the last cell of the first row is a mark that says so. Without it `C:\new` is a path: other
  programs write no escapes.
- TSV of the table for review, which users edit in spreadsheets (`quoted`): in quotation marks, as in CSV.
- CSV: in quotation marks (RFC 4180). The separator is a comma, semicolon, tab or `|`: the one that a first line
  `sep=;` gives, otherwise the one that splits the first rows into equal numbers of cells.
- XLSX: the cells as text, of one sheet after the other.

The first line of a TSV, or of a glossary for OmegaT, may name its encoding: `# -*- coding: big5 -*-`.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, NamedTuple, TextIO

from termbase.errors import TermbaseError, os_error
from termbase.files.encoding import UTF8, decode, utf8_mark
from termbase.table.workbook import Merged, save_workbook, text_workbook, xlsx_sheets

SUFFIXES = frozenset({".csv", ".tsv", ".xlsx"})
TABBED = frozenset({".tsv", ".txt", ".tab", ".utf8", ".utx"})
"""The endings of files in which tabs separate the cells."""
OTHER_SHEETS = frozenset({".ods", ".xls", ".xlsm", ".xlsb", ".fods", ".numbers", ".et"})
"""The endings of spreadsheets that are not read."""
_ESCAPE_MARK = r"escapes: \t \n \r \\"
"""The last cell of the first row of a TSV with escapes."""
LONGEST_CELL = 131_072
"""Maximal length of a cell in characters, as in the `csv` module; a longer cell has an open quotation mark."""

Row = tuple[int, list[str]]
"""The line in which a row begins, from 1 (in a workbook the number of the row), and its cells."""

_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_ESCAPING = str.maketrans(_ESCAPES)
_ESCAPED = re.compile(r"\\[\\tnr]")
_UNESCAPED = {escaped: char for char, escaped in _ESCAPES.items()}
_IN_MEMORY = 1 << 20
"""Bytes of a TSV that are kept in memory while it is written."""
_SEPARATORS = ",;\t|"
_SEPARATOR_LINE = re.compile(rf'"?sep=([{_SEPARATORS}])"?\s*', re.IGNORECASE)
_CODING = re.compile(rb"#[^\r\n]*?coding[:=]\s*([\w.-]+)")
"""The name of the encoding in the first line, as editors and OmegaT read it."""
_WORKBOOKS = {
    b"PK\x03\x04": ("is a workbook or another archive, not text", "give a workbook the ending .xlsx"),
    b"\xd0\xcf\x11\xe0": ("is a workbook of an old format, not text", "save it as XLSX or CSV"),
}
"""What a file that begins with certain bytes is, and what to do."""
_SAMPLE = 20
"""How many lines are examined to detect the separator."""


class Sheet(NamedTuple):
    """A sheet of a workbook with its name, or a whole file of another format with an empty name.

    `merged` has the merged cells of a workbook that was opened with them; `rows` then has the text of a merged cell
    in each of its rows. `formulas` then has the name (`B5`) of each cell that is empty because the workbook lacks
    the value of its formula.
    """

    name: str
    rows: Iterator[Row]
    merged: Merged = Merged()
    formulas: Sequence[str] = ()


def unread_sheet(file: str) -> TermbaseError:
    """Return the error for a spreadsheet of a kind that is not read."""
    return TermbaseError("is a spreadsheet in a format that is not read", file=file, hint="save it as XLSX or CSV")


def read_rows(file: str, quoted: bool = False) -> Iterator[Row]:
    """Yield the rows of a table, in a workbook those of its first sheet.

    Files in UTF-8 and XLSX are streamed; files in other encodings are read whole. `quoted` is for a TSV as
    spreadsheets write it. Raise TermbaseError, if possible with the line, for a file that cannot be read or is
    not a table of the format that its suffix names.
    """
    for sheet in read_sheets(file, quoted):
        yield from sheet.rows
        return


def read_sheets(file: str, quoted: bool = False) -> Iterator[Sheet]:
    """Yield the sheets of a table like `read_rows`; the rows of each must be read before the next is asked for."""
    try:
        with Path(file).open("rb") as opened:
            yield from _sheets(opened, file, quoted)
    except OSError as error:
        raise os_error(error, file, "read") from error


def rows_in(data: bytes, file: str, quoted: bool = False) -> Iterator[Row]:
    """Return the rows of a table from the bytes of a file, as `read_rows` does."""
    return next(_sheets(io.BytesIO(data), file, quoted)).rows


def sheets_in(data: bytes, file: str) -> Iterator[Sheet]:
    """Return the sheets of a table from the bytes of a file, with their merged cells."""
    return _sheets(io.BytesIO(data), file, quoted=False, with_merged=True)


def _sheets(opened: BinaryIO, file: str, quoted: bool, with_merged: bool = False) -> Iterator[Sheet]:
    suffix = Path(file).suffix.lower()
    if suffix == ".xlsx":
        for name, rows, merged, formulas in xlsx_sheets(opened, file, with_merged):
            yield Sheet(name, _bounded(rows, file), merged, formulas)
    elif suffix in TABBED and not quoted:
        yield Sheet("", _bounded(_tsv_rows(_text(opened, file, newline=None)), file))
    else:
        yield Sheet("", _csv_rows(_text(opened, file, newline=""), file, "\t" if suffix == ".tsv" else ""))


def _bounded(rows: Iterable[Row], file: str) -> Iterator[Row]:
    for row in rows:
        if max(map(len, row[1]), default=0) > LONGEST_CELL:
            raise _too_long(file, row[0])
        yield row


def _text(opened: BinaryIO, file: str, newline: str | None) -> TextIO:
    mark = utf8_mark(opened)
    if mark is None:
        data = opened.read()
        for start, (message, hint) in _WORKBOOKS.items():
            if data.startswith(start):
                raise TermbaseError(message, file=file, hint=hint)
        named = _CODING.match(data)
        return io.StringIO(decode(data, file, named[1].decode() if named else "")[0], newline)
    opened.seek(mark)
    return io.TextIOWrapper(opened, UTF8, newline=newline)


def has_escapes(first_line: str) -> bool:
    """Whether the first line of a TSV says that its cells have escapes."""
    return first_line.rstrip("\r\n").endswith(f"\t{_ESCAPE_MARK}")


def _tsv_rows(lines: Iterable[str]) -> Iterator[Row]:
    is_escaped = False
    for number, line in enumerate(lines, 1):
        if number == 1 and (is_escaped := has_escapes(line)):
            line = line[: line.rindex("\t")]
        cells = line.rstrip("\n").split("\t")
        yield number, [_unescaped(cell) for cell in cells] if is_escaped and "\\" in line else cells


def _csv_rows(lines: Iterable[str], file: str, separator: str) -> Iterator[Row]:
    """Yield the rows of a CSV file. Raise TermbaseError with the line where a quotation mark is opened wrongly."""
    lines = iter(lines)
    sample = list(islice(lines, _SAMPLE))
    first = 1
    if not separator:
        separator = separator_of(sample)
        first += bool(sample and _SEPARATOR_LINE.fullmatch(sample[0]))
    taken: list[str] = []
    reader = csv.reader(_recorded(chain(sample[first - 1 :], lines), taken), delimiter=separator, strict=True)
    line = first
    try:
        for cells in reader:
            yield line, cells
            line = first + reader.line_num
            taken.clear()
    except csv.Error as error:
        raise _csv_error(error, "".join(taken), separator, file, line) from None


def _recorded(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    """Yield lines, and keep those of the row that is being read."""
    for line in lines:
        taken.append(line)
        yield line


def _csv_error(error: csv.Error, row: str, separator: str, file: str, line: int) -> TermbaseError:
    """Say what is wrong with a row that begins in a line, and in which line its quotation mark opens."""
    if "field larger" in str(error):
        return _too_long(file, line)
    cell = rf'(?:"(?:[^"]|"")*+"|[^"{re.escape(separator)}\r\n][^{re.escape(separator)}\r\n]*+|)'
    complete = re.match(rf"(?:{cell}{re.escape(separator)})*+", row)
    opens = line + row[: complete.end() if complete else 0].count("\n")
    if "unexpected end" in str(error):
        message, hint = "has a quotation mark that is not closed", "close it, or write it twice"
        return TermbaseError(message, file=file, line=opens, hint=hint)
    message = "has a quotation mark that is closed within a cell"
    return TermbaseError(message, file=file, line=opens, hint="close it at the end of the cell, or write it twice")


def separator_of(lines: Sequence[str]) -> str:
    """Return the separator of a CSV file, judging by its first lines: `,`, `;`, `|` or a tab."""
    if lines and (declared := _SEPARATOR_LINE.fullmatch(lines[0])):
        return declared[1]
    return max(_SEPARATORS, key=lambda separator: _fitness(lines[:_SAMPLE], separator))


def _fitness(lines: Sequence[str], separator: str) -> tuple[bool, int, int]:
    """Return how well a separator divides lines; the greatest value is the best.

    That is whether the first row has several cells, how many rows have as many as it, and their number. If the
    first row has a single cell, such as a title, the number of cells is that of most of the rows with several.
    """
    try:
        lengths = [len(cells) for cells in csv.reader(lines, delimiter=separator) if cells]
    except csv.Error:
        return False, 0, 0
    if lengths and lengths[0] > 1:
        return True, lengths.count(lengths[0]), lengths[0]
    several = Counter(length for length in lengths if length > 1)
    length, count = max(several.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return False, count, length


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
        _write_tsv(file, iter(rows))
    else:
        text = io.TextIOWrapper(file, UTF8 if form == "tsv" else "utf-8-sig", newline="")
        dialect = ("\t", "\n") if form == "tsv" else (",", "\r\n")
        csv.writer(text, delimiter=dialect[0], lineterminator=dialect[1]).writerows(rows)
        text.detach()


def _write_tsv(file: BinaryIO, rows: Iterator[Sequence[str]]) -> None:
    """Write rows, the first of them at the end: only then is it known whether it needs the mark of escapes."""
    header = [cell.translate(_ESCAPING) for cell in next(rows, ())]
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as body:
        is_escaped = False
        for row in rows:
            line = "\t".join([cell.translate(_ESCAPING) for cell in row])
            is_escaped |= "\\" in line
            body.write(f"{line}\n".encode())
        if header:
            file.write(("\t".join([*header, *([_ESCAPE_MARK] if is_escaped else [])]) + "\n").encode())
        body.seek(0)
        shutil.copyfileobj(body, file)


def dump_rows(rows: Iterable[Sequence[str]], form: str, quoted: bool = False) -> bytes:
    """Return rows as the bytes of a file that `write_rows` would write."""
    out = io.BytesIO()
    write_rows(out, rows, form, quoted=quoted)
    return out.getvalue()
