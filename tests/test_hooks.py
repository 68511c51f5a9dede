"""The hooks for pre-commit: they work in a repository of their own, and get all kinds of files that are checked."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from termbase.document.reader import SUFFIXES as DOCUMENTS
from tests.command import COMMAND
from tests.conftest import ROOT
from tmx.bilingual.suffixes import SUFFIXES as BITEXTS

yaml = pytest.importorskip("yaml", reason="pre-commit is missing (in the extra dev)")
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


def test_the_hooks_get_every_kind_of_file_that_is_checked_in_folders() -> None:
    left_out = {".pdf", ".ts"}  # .pdf needs an extra; .ts is more often TypeScript
    for hook in HOOKS:
        for suffix in (DOCUMENTS | BITEXTS) - left_out:
            assert re.search(hook["files"], f"docs/a{suffix}")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one bad document and both hooks, which run the command that is already installed."""
    house = (ROOT / "tests" / "check" / "house.tbx").read_text("utf-8")
    (tmp_path / "house.tbx").write_text(house, "utf-8")
    (tmp_path / "termbase.toml").write_text('termbase = ["house.tbx"]\n', "utf-8")
    (tmp_path / "a.md").write_text("Three risks to network security.\n", "utf-8")
    hooks = [
        hook | {"language": "system", "entry": hook["entry"].replace("termbase", str(COMMAND))} for hook in HOOKS
    ]
    configuration = {"repos": [{"repo": "local", "hooks": hooks}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(json.dumps(configuration), "utf-8")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    return tmp_path


def run(repository: Path, hook: str) -> int:
    pytest.importorskip("pre_commit", reason="pre-commit is missing (in the extra dev)")
    subprocess.run(["git", "add", "-A"], cwd=repository, check=True)
    command = [sys.executable, "-m", "pre_commit", "run", hook, "--all-files"]
    return subprocess.run(command, cwd=repository, check=False, capture_output=True).returncode


def test_a_bad_document_fails_and_passes_when_mended(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRE_COMMIT_HOME", str(repository.with_name("home")))
    assert run(repository, "termbase-check") == 1
    assert run(repository, "termbase-fix") == 1  # pre-commit fails if a hook changes files
    assert (repository / "a.md").read_text("utf-8") == "Three risks to cybersecurity.\n"
    assert run(repository, "termbase-check") == 0
    assert run(repository, "termbase-fix") == 0
