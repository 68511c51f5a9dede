"""The candidates as a table for review: one row a pair, a column for the decision, its first place."""

from __future__ import annotations

from collections.abc import Iterable

from termbase.gather.pairs import AttestedPair

COLUMNS = ("decision", "zh", "en", "confidence", "file", "line", "sentence", "count")
_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def candidates_tsv(pairs: Iterable[AttestedPair]) -> str:
    """Tab-separated text with a header line; tabs, line ends and backslashes inside a cell are escaped."""
    rows = [COLUMNS, *(_row(pair) for pair in pairs)]
    return "".join("\t".join(cell.translate(_ESCAPES) for cell in row) + "\n" for row in rows)


def _row(pair: AttestedPair) -> tuple[str, ...]:
    first = pair.attestations[0]
    return (
        "",
        pair.zh,
        pair.en,
        f"{pair.confidence:.2f}",
        first.file,
        str(first.line),
        first.sentence,
        str(len(pair.attestations)),
    )
