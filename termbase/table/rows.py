"""Rows of text from and to the bytes of CSV, TSV and XLSX files."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from termbase.errors import TermbaseError
from termbase.files.encoding import decode
from termbase.table.workbook import Row, text_workbook, workbook_bytes, xlsx_rows

_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_SPECIAL = re.compile(r"[\\\t\n\r]")
_ESCAPED = re.compile(r"\\[\\tnr]")
_UNESCAPED = {escaped: char for char, escaped in _ESCAPES.items()}


def read_rows(data: bytes, file: str) -> list[Row]:
    """The rows of a table by the ending of its name: `.xlsx` (first sheet), `.tsv`, else CSV (`,` `;` `|` or tabs).

    Raises TermbaseError where the file is no such table.
    """
    if file.lower().endswith(".xlsx"):
        return list(xlsx_rows(data, file))
    text, _ = decode(data, file)
    if file.lower().endswith(".tsv") or _separator(text) == "\t":
        lines = text.splitlines()
        return [(number, [_unescaped(cell) for cell in line.split("\t")]) for number, line in enumerate(lines, 1)]
    return list(_csv_rows(text, file))


def dump_rows(rows: Sequence[Sequence[str]], form: str) -> bytes:
    """Rows as the bytes of a `csv`, `tsv` or `xlsx` file. CSV has a byte-order mark, which spreadsheets need."""
    if form == "xlsx":
        return workbook_bytes(text_workbook(rows, "termbase"))
    if form == "tsv":
        lines = ("\t".join(map(_escaped, row)) for row in rows)
        return "".join(f"{line}\n" for line in lines).encode()
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def _separator(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t|", key=first.count)


def _csv_rows(text: str, file: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise TermbaseError(f"is no CSV: {error}", file=file, line=line, hint="save it as CSV or XLSX") from None


def _escaped(cell: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], cell)


def _unescaped(cell: str) -> str:
    return _ESCAPED.sub(lambda match: _UNESCAPED[match[0]], cell)
