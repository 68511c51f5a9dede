"""Documentation that cannot drift: the command reference, the README's session, the links."""

from __future__ import annotations

import os
import re
import runpy
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import COMMAND, ROOT

README = (ROOT / "README.md").read_text("utf-8")
SESSION = re.findall(r"^```console\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(ROOT.glob("docs/*.md"))


def test_the_command_reference_is_what_help_says() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "commands.py"))["reference"]()
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == made, "run: ./run python docs/commands.py"


def test_the_session_of_the_readme_prints_what_it_says(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data" / "samples", tmp_path / "data" / "samples")
    examples = [part for block in SESSION for part in re.split(r"^\$ ", block, flags=re.MULTILINE) if part]
    assert len(examples) >= 4
    for example in examples:
        command, _, expected = example.partition("\n")
        program, *arguments = shlex.split(command)
        assert program == "termbase"
        done = subprocess.run(
            [str(COMMAND), *arguments],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=os.environ | {"COLUMNS": "100"},
            check=False,
        )
        assert done.stdout.strip() == expected.strip(), command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []
