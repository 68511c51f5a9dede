"""The hooks for pre-commit, run by it in a repository of their own, and the kinds of files that they get."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from termbase.document.reader import SUFFIXES as DOCUMENTS
from tests.conftest import COMMAND, ROOT
from tmx.bilingual.suffixes import SUFFIXES as BITEXTS

yaml = pytest.importorskip("yaml", reason="pre-commit is missing (in the extra dev)")
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


def test_every_kind_that_a_folder_is_looked_through_for_is_given_to_the_hooks() -> None:
    left_out = {".pdf", ".ts"}  # the one needs an extra, the other is rather TypeScript
    for hook in HOOKS:
        for suffix in (DOCUMENTS | BITEXTS) - left_out:
            assert re.search(hook["files"], f"docs/a{suffix}")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one bad document, and both hooks taken from here as they are but for their installation."""
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
    assert run(repository, "termbase-fix") == 1  # pre-commit stops a commit whose files a hook has changed
    assert (repository / "a.md").read_text("utf-8") == "Three risks to cybersecurity.\n"
    assert run(repository, "termbase-check") == 0
    assert run(repository, "termbase-fix") == 0
