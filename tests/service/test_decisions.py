"""Which table decides if several in the folder of a build differ."""

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
