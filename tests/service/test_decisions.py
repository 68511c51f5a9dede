"""What is read from the tables in the folder of a build: which one decides, and what reviewers wrote besides."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from openpyxl import Workbook

from termbase_service.decisions import read_all_decisions

HEADER = ["decision", "zh", "en"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A build whose two tables decide differently on one pair."""
    (tmp_path / "candidates.tsv").write_text("\t".join(HEADER) + "\nreject\t网络\tnetwork\n", "utf-8")
    book = Workbook()
    for row in (HEADER, ["accept", "网络", "network"]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "candidates.xlsx")
    return tmp_path


@pytest.mark.parametrize(("newer", "verdict"), [("candidates.tsv", "reject"), ("candidates.xlsx", "accept")])
def test_the_table_that_was_changed_last_decides(folder: Path, newer: str, verdict: str) -> None:
    for name in ("candidates.tsv", "candidates.xlsx"):
        time = 2000 if name == newer else 1000
        os.utime(folder / name, (time, time))
    found = read_all_decisions(str(folder), None)
    assert [pair.decision and pair.decision.verdict for pair in found.pairs] == [verdict]
    assert found.sources[0] == (str(folder / newer), 1)
    assert found.overruled == 1


def test_a_given_table_comes_first_and_is_read_once(folder: Path) -> None:
    given = str(folder / "candidates.tsv")
    os.utime(given, (1000, 1000))
    found = read_all_decisions(str(folder), given)
    assert [pair.decision and pair.decision.verdict for pair in found.pairs] == ["reject"]
    assert [file for file, _ in found.sources] == [given, str(folder / "candidates.xlsx")]


HEAD = "decision\tzh\ten\tfile"


@pytest.mark.parametrize(
    ("table", "kept"),
    [
        (f"{HEAD}\tcomment\n\t网络\tnetwork\ta.md\task Wang\n", {"网络": {"comment": "ask Wang"}}),
        (f"comment\t{HEAD}\nok\taccept\t网络\tnetwork\ta.md\n", {"网络": {"comment": "ok"}}),
        (f"{HEAD}\n\t网络\tnetwork\ta.md\task Wang\n", {"网络": {"note": "ask Wang"}}),
        (f"{HEAD}\t\tnote\n\t网络\tnetwork\ta.md\tx\ty\n", {"网络": {"note": "x", "note 2": "y"}}),
        (f"{HEAD}\tby\tby\n\t网络\tnetwork\ta.md\t\tLi\n", {"网络": {"by 2": "Li"}}),
        (f"{HEAD}\n\t网络\tnetwork\t\n", {"网络": {}}),
        (f"{HEAD}\tcomment\n\t网络\tnetwork\ta.md\t\n\t\t\t\tlater\n", {}),
        (f"{HEAD}\n\t网络\tnetwork\ta.md\t\t\n", {}),
    ],
)
def test_notes_and_rows_of_reviewers_are_read(tmp_path: Path, table: str, kept: dict[str, dict[str, str]]) -> None:
    (tmp_path / "candidates.tsv").write_text(table, "utf-8")
    assert {pair.zh: pair.notes for pair in read_all_decisions(str(tmp_path), None).pairs} == kept


def test_notes_of_both_tables_stay_beside_the_decision_of_one(folder: Path) -> None:
    (folder / "candidates.tsv").write_text("decision\tzh\ten\tcomment\n\t网络\tnetwork\task Wang\n", "utf-8")
    os.utime(folder / "candidates.xlsx", (1000, 1000))
    found = read_all_decisions(str(folder), None)
    assert [(pair.decision and pair.decision.verdict, pair.notes) for pair in found.pairs] == [
        ("accept", {"comment": "ask Wang"})
    ]
    assert found.overruled == 0
