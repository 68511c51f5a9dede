"""Writes and reads the table in which people review candidates: a row for each pair, with its first place.

Reviewers write `accept`, `prefer` or `reject` in the column `decision`, and the right terms in `corrected_zh` and
`corrected_en` if the extracted ones are wrong. `by` and `date` are for the reviewer and the day. Cells of the TSV
form are quoted if needed, because reviewers open and save it in a spreadsheet.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping

from termbase.errors import TermbaseError
from termbase.gather.model import Attestation, AttestedPair, Decision, Verdict
from termbase.language import SIMPLIFIED
from termbase.table.rows import Row, dump_rows, read_rows
from termbase.table.workbook import save_workbook, text_workbook

DECISION_COLUMNS = ("corrected_zh", "corrected_en", "by", "date")
COLUMNS = ("decision", "zh", "en", "confidence", "file", "line", "sentence", "count", *DECISION_COLUMNS)


def candidate_rows(pairs: Iterable[AttestedPair]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table, the header first."""
    yield COLUMNS
    yield from map(_row, pairs)


def candidates_tsv(pairs: Iterable[AttestedPair]) -> str:
    """Return the table as tab-separated text."""
    return dump_rows(candidate_rows(pairs), "tsv", quoted=True).decode()


def _row(pair: AttestedPair) -> tuple[str, ...]:
    first = pair.attestations[0]
    decision = pair.decision
    return (
        decision.verdict.value if decision else "",
        pair.zh,
        pair.en,
        f"{pair.confidence:.2f}",
        first.file,
        str(first.line),
        first.sentence,
        str(len(pair.attestations)),
        *(getattr(decision, column) if decision else "" for column in DECISION_COLUMNS),
    )


_NEEDED = ("decision", "zh", "en")


def read_decisions(file: str) -> list[AttestedPair]:
    """Read the pairs with a decision from a table, each with its first place.

    Raises TermbaseError, with the line if possible, for a table that cannot be read, that lacks a column, or that
    has an unknown decision.
    """
    return list(_decided_pairs(read_rows(file, quoted=True), file))


def _decided_pairs(rows: Iterator[Row], file: str) -> Iterator[AttestedPair]:
    _, header = next(rows, (1, []))
    for column in _NEEDED:
        if column not in header:
            hint = "use a table of candidates that build wrote"
            raise TermbaseError(f"has no column {column}", file=file, line=1, hint=hint)
    for line, row in rows:
        cells = dict.fromkeys(COLUMNS, "") | dict(zip(header, map(str.strip, row), strict=False))
        if cells["decision"]:
            yield _decided_pair(cells, file, line)


def _decided_pair(cells: Mapping[str, str], file: str, line: int) -> AttestedPair:
    verdict = cells["decision"].lower()
    if verdict not in frozenset(Verdict):
        known = ", ".join(Verdict)
        raise TermbaseError(f"unknown decision: {cells['decision']}", file=file, line=line, hint=f"use {known}")
    return AttestedPair(
        cells["zh"],
        cells["en"],
        confidence=_number(cells["confidence"]),
        imperfect=False,
        document_language=SIMPLIFIED,
        attestations=[Attestation(cells["file"], int(_number(cells["line"])), 1, ((cells["sentence"], False),))],
        decision=Decision(Verdict(verdict), *(cells[column] for column in DECISION_COLUMNS)),
    )


def _number(cell: str) -> float:
    """Return the number in a cell, in which a spreadsheet may have put a comma (0,97). 0 if it is not a number."""
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return 0.0


_WIDTHS = {"decision": 10, "zh": 24, "en": 36, "file": 24, "sentence": 80, "corrected_zh": 24, "corrected_en": 36}


def candidates_xlsx(pairs: Iterable[AttestedPair]) -> bytes:
    """Return the table as a workbook (XLSX) with one sheet, which offers the decisions as a list to choose from."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rows = list(candidate_rows(pairs))
    book = text_workbook(rows, "candidates", [_WIDTHS.get(column, 12) for column in COLUMNS])
    choice = DataValidation(type="list", formula1=f'"{",".join(Verdict)}"', allow_blank=True)
    choice.add(f"A2:A{max(2, len(rows))}")
    book.worksheets[0].data_validations.append(choice)
    out = io.BytesIO()
    save_workbook(book, out)
    return out.getvalue()
