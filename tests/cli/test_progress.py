"""The progress bar: on a terminal it moves within one long line; elsewhere there is none."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import COMMAND, Run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

LINE = "报告强调了高质量发展（high-quality development）。" * 3000
PERCENT = re.compile(r"(\d+)%")


def on_terminal(*arguments: object, cwd: Path) -> str:
    """Run a command whose standard error is a terminal, and return what appears there."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [str(COMMAND), *map(str, arguments)], cwd=cwd, stdout=subprocess.DEVNULL, stderr=theirs
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:  # Linux tells the end of the terminal so
        pass
    os.close(ours)
    assert process.wait() == 0
    return shown.decode()


@pytest.mark.parametrize("command", [("extract",), ("build", "--out", "out")])
def test_the_bar_moves_within_one_long_line(command: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LINE, "utf-8")
    name, *options = command
    seen = [int(percent) for percent in PERCENT.findall(on_terminal(name, "a.txt", *options, cwd=tmp_path))]
    assert seen == sorted(seen)
    assert seen[-1] == 100
    assert len(set(seen)) > 20


def test_without_a_terminal_there_is_no_bar(tmp_path: Path, termbase: Run) -> None:
    (tmp_path / "a.txt").write_text(LINE, "utf-8")
    assert termbase("extract", "a.txt", cwd=tmp_path).stderr == ""
