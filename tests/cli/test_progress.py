"""The progress bar: on a terminal it moves within one long line; elsewhere there is none."""

from __future__ import annotations

import fcntl
import os
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.command import COMMAND
from tests.conftest import Run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

LINE = "报告强调了高质量发展（high-quality development）。" * 3000
PERCENT = re.compile(r"(\d+)%")


def on_terminal(*arguments: object, cwd: Path, height: int = 0) -> str:
    """Run a command whose standard error is a terminal, and return what appears there.

    With a height, standard output is on the terminal too, which has 80 columns.
    """
    ours, theirs = os.openpty()
    if height:
        fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", height, 80, 0, 0))
    output = theirs if height else subprocess.DEVNULL
    sized = {name: value for name, value in os.environ.items() if name not in ("LINES", "COLUMNS")}
    command = [str(COMMAND), *map(str, arguments)]
    process = subprocess.Popen(command, cwd=cwd, stdout=output, stderr=theirs, env=sized)
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


@pytest.mark.parametrize("height", [24, 16, 60])
def test_what_build_prints_fits_the_screen(tmp_path: Path, height: int) -> None:
    """The doubtful pairs, which are the first, must not scroll away."""
    words = {"开放": "opening", "合作": "cooperation", "创新": "innovation", "绿色": "green", "共享": "sharing"}
    words |= {"安全": "security", "发展": "development", "改革": "reform", "教育": "education", "文化": "culture"}
    words |= {"农业": "agriculture", "工业": "industry"}
    pairs = [*words.items(), *((f"{zh}政策", f"{en} policy") for zh, en in words.items())]
    (tmp_path / "a.txt").write_text("".join(f"报告谈到{zh}（{en}）。\n" for zh, en in pairs), "utf-8")
    shown = on_terminal("build", "a.txt", "--out", "out", cwd=tmp_path, height=height).rpartition("\r")[0]
    lines = shown.rpartition("conf.")[2].splitlines()
    assert len(lines) < height - 1
    assert lines[-1].startswith("Next: review ")
    assert all(len(line) <= 80 for line in lines)
    assert ("surer pairs" in shown) == (height < 60 or len(pairs) > 20)


def test_without_a_terminal_there_is_no_bar(tmp_path: Path, termbase: Run) -> None:
    (tmp_path / "a.txt").write_text(LINE, "utf-8")
    assert termbase("extract", "a.txt", cwd=tmp_path).stderr == ""
