"""A command that is forked, as nearly all tests run it, does what one does that starts as a user's."""

import os
from pathlib import Path

import pytest

from tests.command import run, start

BAD = "tests/check/deprecated/fail/report.md"


@pytest.mark.parametrize(
    ("command", "stdin", "status"),
    [
        ("--version", None, 0),
        ("nonsense", None, 2),
        ("extract missing.txt", None, 2),
        ("lookup --termbase data/seed.tbx --format json", "DSR\n數位絲綢之路\n", 0),
        ("check --termbase tests/check/house.tbx -", "Network security\r\n\x00", 1),
        (f"check --termbase tests/check/house.tbx {BAD}", None, 1),
    ],
)
def test_a_forked_command_does_what_a_started_one_does(command: str, stdin: str | None, status: int) -> None:
    started = start(command.split(), Path(__file__).parents[1], stdin, os.environ)
    forked = run(*command.split(), stdin=stdin)
    assert (started.returncode, bool(started.stdout + started.stderr)) == (status, True), started.stderr
    assert vars(forked) == vars(started)


def test_each_command_has_its_own_folder_and_environment(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The Digital Silk Road (数字丝绸之路) is long.\n", "utf-8")
    assert "数字丝绸之路" in run("extract", "a.txt", cwd=tmp_path, COLUMNS="60").stdout
    assert run("extract", "a.txt").returncode == 2
