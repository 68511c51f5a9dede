"""The candidates as a table for review, out and in: one row a pair, its first place, columns for the decision.

A spreadsheet opens it (tab-separated, cells quoted where needed). `decision` takes `accept`, `prefer` or `reject`;
`corrected_zh` and `corrected_en` what the pair should be; `by` and `date` who decided and when.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from termbase.document.encoding import decode
from termbase.errors import TermbaseError
from termbase.gather.model import Attestation, AttestedPair, Decision, Verdict
from termbase.script import Script

_OF_DECISION = ("corrected_zh", "corrected_en", "by", "date")
COLUMNS = (
    "decision",
    "zh",
    "en",
    "confidence",
    "file",
    "line",
    "sentence",
    "count",
    *_OF_DECISION,
)
_NEEDED = ("decision", "zh", "en")


def candidates_tsv(pairs: Iterable[AttestedPair]) -> str:
    """The table as text with a header line."""
    text = io.StringIO()
    writer = csv.writer(text, "excel-tab", lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_row, pairs))
    return text.getvalue()


def _row(pair: AttestedPair) -> tuple[str, ...]:
    first = pair.attestations[0]
    decision = pair.decision
    return (
        decision.verdict if decision else "",
        pair.zh,
        pair.en,
        f"{pair.confidence:.2f}",
        first.file,
        str(first.line),
        first.sentence,
        str(len(pair.attestations)),
        *((decision.corrected_zh, decision.corrected_en, decision.by, decision.date) if decision else [""] * 4),
    )


def decided_pairs(data: bytes, file: str) -> list[AttestedPair]:
    """The decided rows of a table, each as a pair with its first place; rows without a decision are left out.

    Raises TermbaseError with the line for a table without the columns it needs or with an unknown decision.
    """
    text, _ = decode(data, file)
    reader = csv.DictReader(io.StringIO(text, newline=""), dialect="excel-tab")
    missing = [column for column in _NEEDED if column not in (reader.fieldnames or ())]
    if missing:
        raise TermbaseError(
            f"has no column {missing[0]}", file=file, line=1, hint="start from a candidates.tsv that build wrote"
        )
    return [_decided(row, file, reader.line_num) for row in reader if (row["decision"] or "").strip()]


def _decided(row: dict[str, str | None], file: str, line: int) -> AttestedPair:
    cells = {column: (row.get(column) or "").strip() for column in COLUMNS}
    verdict = cells["decision"].lower()
    if verdict not in frozenset(Verdict):
        words = ", ".join(Verdict)
        raise TermbaseError(
            f"unknown decision: {cells['decision']}", file=file, line=line, hint=f"known are {words}"
        )
    decision = Decision(
        Verdict(verdict), *(cells[column] for column in ("corrected_zh", "corrected_en", "by", "date"))
    )
    place = Attestation(
        cells["file"], int(cells["line"]) if cells["line"].isdigit() else 0, 1, ((cells["sentence"], False),)
    )
    return AttestedPair(
        cells["zh"], cells["en"], _confidence(cells["confidence"]), False, Script.BOTH, [place], decision=decision
    )


def _confidence(cell: str) -> float:
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return 0.0
