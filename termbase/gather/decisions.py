"""A reviewed table of candidates (TSV or XLSX) back in: the pairs that somebody decided on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from termbase.errors import TermbaseError, os_error
from termbase.files.encoding import decode
from termbase.gather.candidates import COLUMNS, DECISION_COLUMNS
from termbase.gather.model import Attestation, AttestedPair, Decision, Verdict
from termbase.table.workbook import xlsx_rows
from termbase.text.script import Script

_NEEDED = ("decision", "zh", "en")


def read_decisions(file: str) -> list[AttestedPair]:
    """The decided rows of a table, each as a pair with its first place; rows without a decision are left out.

    Raises TermbaseError, with the line where there is one, for a table that cannot be read, that lacks a column,
    or that holds an unknown decision.
    """
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        raise os_error(error, file, "read") from error
    rows = xlsx_rows(data, file) if Path(file).suffix.lower() == ".xlsx" else _tsv_rows(data, file)
    return list(_decided_pairs(rows, file))


def _tsv_rows(data: bytes, file: str) -> Iterator[tuple[int, list[str]]]:
    text, _ = decode(data, file)
    reader = csv.reader(io.StringIO(text, newline=""), dialect="excel-tab")
    for row in reader:
        yield reader.line_num, row


def _decided_pairs(rows: Iterator[tuple[int, list[str]]], file: str) -> Iterator[AttestedPair]:
    _, header = next(rows, (1, []))
    for column in _NEEDED:
        if column not in header:
            hint = "start from a candidates table that build wrote"
            raise TermbaseError(f"has no column {column}", file=file, line=1, hint=hint)
    for line, row in rows:
        cells = dict.fromkeys(COLUMNS, "") | dict(zip(header, map(str.strip, row), strict=False))
        if cells["decision"]:
            yield _decided_pair(cells, file, line)


def _decided_pair(cells: Mapping[str, str], file: str, line: int) -> AttestedPair:
    verdict = cells["decision"].lower()
    if verdict not in frozenset(Verdict):
        known = ", ".join(Verdict)
        raise TermbaseError(
            f"unknown decision: {cells['decision']}", file=file, line=line, hint=f"known are {known}"
        )
    return AttestedPair(
        cells["zh"],
        cells["en"],
        confidence=_number(cells["confidence"]),
        imperfect=False,
        document_script=Script.BOTH,
        attestations=[Attestation(cells["file"], int(_number(cells["line"])), 1, ((cells["sentence"], False),))],
        decision=Decision(Verdict(verdict), *(cells[column] for column in DECISION_COLUMNS)),
    )


def _number(cell: str) -> float:
    """A number as a spreadsheet may have left it (0,97), or 0."""
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return 0.0
