"""Checks of many files in one long-lived process: changed files, cached results, threads, standard input."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from termbase.check.configure import Selection
from tests.conftest import ROOT, Run

check: Any = import_module("termbase_service.check")
check_files: Any = import_module("termbase_service.check_files").check_files
Termbases: Any = import_module("termbase_service.termbases").Termbases
HOUSE = ROOT / "tests" / "check" / "house.tbx"
FORBIDDEN = "en,zh-CN,en status\ncyber affairs,网络事务,deprecated\n"
ALLOWED = "en,zh-CN,en status\ncyber affairs,网络事务,preferred\n"


@pytest.fixture
def job(tmp_path: Path) -> Any:
    return check.read_job(tmp_path, Selection())


@pytest.fixture
def document(tmp_path: Path) -> str:
    file = tmp_path / "a.txt"
    file.write_text("The office of cyber affairs.\n", "utf-8")
    return str(file)


def names(checked: Any) -> list[str]:
    return [finding.name for one in checked for finding in one.findings]


def test_a_changed_termbase_is_checked_against(tmp_path: Path, job: Any, document: str) -> None:
    file = tmp_path / "terms.csv"
    file.write_text(FORBIDDEN, "utf-8")
    termbases = Termbases([str(file)])
    assert names([check.check_file(job, termbases.known(), document)]) == ["deprecated"]
    file.write_text(ALLOWED, "utf-8")
    assert names([check.check_file(job, termbases.known(), document)]) == []
    assert names(check_files(job, termbases, [document]).files) == []
    file.write_text(FORBIDDEN, "utf-8")
    assert names(check_files(job, termbases, [document]).files) == ["deprecated"]


def test_what_is_found_while_a_termbase_changes_is_not_kept_for_the_old_one(
    tmp_path: Path, job: Any, document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    file = tmp_path / "terms.csv"
    file.write_text(FORBIDDEN, "utf-8")

    def changing(results: Iterator[Any]) -> Iterator[Any]:
        file.write_text(ALLOWED, "utf-8")
        yield from results

    check_files(job, Termbases([str(file)]), [document], progress=changing)
    file.write_text(FORBIDDEN, "utf-8")
    assert names(check_files(job, Termbases([str(file)]), [document]).files) == ["deprecated"]


def test_checks_in_threads_find_what_they_find_alone(job: Any) -> None:
    files = sorted(str(file) for file in (ROOT / "tests" / "check").rglob("fail/*") if file.suffix != ".expected")
    assert len(files) > 20
    known = Termbases([str(HOUSE)]).known()
    alone = [check.check_file(job, known, file) for file in files]
    shared = Termbases([str(HOUSE)])
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda file: check.check_file(job, shared.known(), file), files * 3))
    assert together == alone * 3
    assert sum(len(one.findings) for one in alone) > 20


@pytest.mark.parametrize("command", ["extract", "check", "build"])
def test_standard_input_is_read_with_large_files_beside_it(termbase: Run, tmp_path: Path, command: str) -> None:
    """Large files are checked by worker processes, which have no standard input."""
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("Nothing to be found is written here.\n" * 40_000, "utf-8")
    options = {"extract": (), "check": ("--termbase", HOUSE), "build": ("--out", tmp_path / "out")}[command]
    text = "Softwares of the Digital Silk Road (数字丝绸之路) land here.\n"
    done = termbase(command, "-", tmp_path / "a.txt", tmp_path / "b.txt", *options, stdin=text)
    assert ("softwares" if command == "check" else "数字丝绸之路") in done.stdout.lower()
