"""Updates the output of commands in README.md and docs/check.md: `./run python docs/session.py`.

In README.md each `$ termbase ...` is run again. docs/check.md shows findings in the files of docs/examples.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMAND = Path(sys.executable).parent / "termbase"
README, CHECK = ROOT / "README.md", ROOT / "docs" / "check.md"
_BLOCK = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
_FINDING = r"(\S+?):\d+:\d+: \w+ ([\w-]+)"
_FINDING_BLOCK = re.compile(rf"^```text\n{_FINDING}.*?^```", re.DOTALL | re.MULTILINE)


def refreshed(text: str) -> str:
    """Return the text with the current output of each `$ termbase ...` in its console blocks."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "data" / "samples", Path(folder) / "data" / "samples")
        return _BLOCK.sub(lambda block: f"```console\n{_replay(block[1], folder)}```", text)


def with_findings(text: str) -> str:
    """Return the text with the current finding of each file and check that it shows."""
    output = _output("termbase check . --select all", str(ROOT / "docs" / "examples"))
    found: dict[tuple[str, str], str] = {}
    for finding in output.split("\n\n"):
        if start := re.match(_FINDING, finding):
            found.setdefault((start[1], start[2]), finding)
    return _FINDING_BLOCK.sub(lambda block: f"```text\n{found[block[1], block[2]]}\n```", text)


def _replay(block: str, folder: str) -> str:
    commands = re.findall(r"^\$ (.*)$", block, re.MULTILINE)
    return "\n".join(f"$ {command}\n{_output(command, folder)}" for command in commands)


def _output(command: str, folder: str) -> str:
    """What a user sees: standard output and standard error together."""
    done = subprocess.run(
        [str(COMMAND), *shlex.split(command)[1:]],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=os.environ | {"COLUMNS": "100"},
        check=False,
    )
    return done.stdout


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text("utf-8")), "utf-8")
    CHECK.write_text(with_findings(CHECK.read_text("utf-8")), "utf-8")
