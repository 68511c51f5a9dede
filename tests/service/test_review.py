"""The table of candidates under review, when somebody else changes it between two decisions."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from termbase.gather.model import Decision, Verdict
from termbase_service.review import Review

HEADER = ("decision", "zh", "en", "by")
ROWS = (("", "网络", "network", ""), ("", "数据", "data", ""))
ACCEPTED = Decision(Verdict.ACCEPT, by="Li")


def write(table: Path, *rows: tuple[str, ...]) -> None:
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, dialect="excel-tab", lineterminator="\n").writerows([HEADER, *rows])


def decisions(table: Path) -> dict[str, tuple[str, str]]:
    with table.open(encoding="utf-8", newline="") as file:
        return {row["en"]: (row["decision"], row["by"]) for row in csv.DictReader(file, dialect="excel-tab")}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    write(tmp_path / "candidates.tsv", *ROWS)
    return tmp_path / "candidates.tsv"


def test_a_decision_of_somebody_else_is_kept(table: Path) -> None:
    review = Review(str(table))
    write(table, ("reject", "网络", "network", "Wang"), ROWS[1])
    assert review.decide(review.candidates, ACCEPTED) == 1
    assert decisions(table) == {"network": ("reject", "Wang"), "data": ("accept", "Li")}


def test_a_row_that_somebody_else_removed_is_there_again_with_its_decision(table: Path) -> None:
    review = Review(str(table))
    write(table, ROWS[1])
    assert review.decide(review.candidates[:1], ACCEPTED) == 1
    assert decisions(table) == {"data": ("", ""), "network": ("accept", "Li")}


def test_a_row_that_somebody_else_added_stays(table: Path) -> None:
    review = Review(str(table))
    write(table, *ROWS, ("prefer", "主权", "sovereignty", "Wang"))
    review.decide(review.candidates[:1], ACCEPTED)
    assert decisions(table)["sovereignty"] == ("prefer", "Wang")


def test_undo_takes_back_only_what_nobody_else_has_changed_since(table: Path) -> None:
    review = Review(str(table))
    review.decide(review.candidates, ACCEPTED)
    write(table, ("reject", "网络", "network", "Wang"), ("accept", "数据", "data", "Li"))
    assert [row.key for row in review.undo()] == [("数据", "data")]
    assert decisions(table) == {"network": ("reject", "Wang"), "data": ("", "")}
    assert review.undo() == []


def test_a_decision_that_was_opened_again_is_not_undone_too(table: Path) -> None:
    review = Review(str(table))
    for candidate in review.candidates:
        review.decide([candidate], ACCEPTED)
    assert [row.key for row in review.reopen(review.decided()[-1:])] == [("数据", "data")]
    assert [row.key for row in review.undo()] == [("网络", "network")]
    assert (review.undo(), review.decided()) == ([], [])
