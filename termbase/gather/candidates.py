"""The candidates as a table for review: one row a pair, its first place, columns for the decision.

A spreadsheet opens the TSV (cells are quoted where needed). `decision` takes `accept`, `prefer` or `reject`;
`corrected_zh` and `corrected_en` what the pair should be; `by` and `date` who decided and when.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from termbase.gather.model import AttestedPair

DECISION_COLUMNS = ("corrected_zh", "corrected_en", "by", "date")
COLUMNS = ("decision", "zh", "en", "confidence", "file", "line", "sentence", "count", *DECISION_COLUMNS)


def candidate_rows(pairs: Iterable[AttestedPair]) -> Iterator[tuple[str, ...]]:
    """The rows of the table, the header first."""
    yield COLUMNS
    yield from map(_row, pairs)


def candidates_tsv(pairs: Iterable[AttestedPair]) -> str:
    """The table as tab-separated text."""
    text = io.StringIO()
    csv.writer(text, "excel-tab", lineterminator="\n").writerows(candidate_rows(pairs))
    return text.getvalue()


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
