"""Which results of a check are stored for later runs, and under which key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from termbase.check.configure import Selection
from termbase_service.check import Checked, Job, read_job
from termbase_service.check_cache import Results
from tmx.report import Repair, RepairCode


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Job:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return read_job(tmp_path, Selection())


@pytest.fixture
def file(tmp_path: Path) -> str:
    (tmp_path / "a.md").write_text("network\n", "utf-8")
    return str(tmp_path / "a.md")


def stored(job: Job, checked: Checked, termbases: tuple[str, ...] = ()) -> bool:
    """Store a result, and return whether a later run gets it."""
    results = Results(job, termbases)
    results.put(results.keys([checked.file]), [checked], [])
    later = Results(job, termbases)
    found, _ = later.get(later.keys([checked.file]))
    return checked.file in found


def test_a_result_is_stored(job: Job, file: str) -> None:
    assert stored(job, Checked(file))


@pytest.mark.parametrize(
    "result",
    [
        Checked("", error="cannot be read"),
        Checked("", repairs=(Repair("", 3, RepairCode.CONTROL, "replaced"),)),
    ],
    ids=["error", "repairs"],
)
def test_what_was_damaged_is_reported_each_time(job: Job, file: str, result: Checked) -> None:
    assert not stored(job, replace(result, file=file))


def test_a_file_that_changes_while_it_is_checked_is_not_stored(job: Job, file: str) -> None:
    results = Results(job, ())
    keys = results.keys([file])
    Path(file).write_text("networks\n", "utf-8")
    results.put(keys, [Checked(file)], [])
    assert Results(job, ()).get(keys)[0] == {}


def test_a_termbase_that_changes_while_it_is_used_makes_no_result(job: Job, file: str, tmp_path: Path) -> None:
    termbase = tmp_path / "terms.csv"
    termbase.write_text("en,zh-CN\nnetwork,网络\n", "utf-8")
    results = Results(job, (str(termbase),))
    keys = results.keys([file])
    termbase.write_text("en,zh-CN\nnetwork,网路\n", "utf-8")
    results.put(keys, [Checked(file)], [])
    assert Results(job, (str(termbase),)).get(keys)[0] == {}


def test_the_same_bytes_are_another_termbase_under_another_ending(job: Job, file: str, tmp_path: Path) -> None:
    keys = set()
    for ending in (".csv", ".tsv"):
        termbase = tmp_path / f"terms{ending}"
        termbase.write_text("en,zh-CN\nnetwork,网络\n", "utf-8")
        keys |= {*Results(job, (str(termbase),)).keys([file]).values()}
    assert len(keys) == 2
