"""The script ./run: on a machine that cannot create an environment, and if the environment is up to date."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

NO_ENSUREPIP = f"""#!/bin/sh
case "$*" in
    *ensurepip* | *virtualenv*) exit 1 ;;
    *) exec {sys.executable} "$@" ;;
esac
"""
OLD_PYTHON = "#!/bin/sh\nexit 1\n"
TOOLS = ("sh", "dirname", "sed", "find", "cat", "rm", "env")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with the script and the two files whose changes make the environment out of date."""
    folder = tmp_path / "clone"
    folder.mkdir()
    for name in ("run", "pyproject.toml", "setup.cfg"):
        shutil.copy(ROOT / name, folder)
    return folder


def run_with(clone: Path, python: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the script with the text `python` as the only Python on the PATH."""
    tools = clone.parent / "bin"
    tools.mkdir(exist_ok=True)
    for name in TOOLS:
        found = shutil.which(name)
        assert found is not None
        (tools / name).unlink(missing_ok=True)
        (tools / name).symlink_to(found)
    for name in ("python3", "python"):
        (tools / name).write_text(python)
        (tools / name).chmod(0o755)
    return subprocess.run(
        ["./run", *arguments],
        cwd=clone,
        env={"PATH": str(tools)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("python", "package"), [(NO_ENSUREPIP, "python3-venv"), (OLD_PYTHON, "python3 python3-venv")]
)
def test_if_no_environment_can_be_created_the_script_shows_the_command_to_install_it(
    clone: Path, python: str, package: str
) -> None:
    done = run_with(clone, python, "termbase", "--help")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == f"  sudo apt-get install -y {package}"
    assert "Traceback" not in done.stderr


def test_an_environment_that_is_up_to_date_is_used_as_it_is(clone: Path) -> None:
    (clone / ".venv" / "bin").mkdir(parents=True)
    (clone / ".venv" / "bin" / "python").symlink_to(sys.executable)
    stamp = clone / ".venv" / ".up-to-date"
    stamp.write_text(str(clone))
    done = run_with(clone, OLD_PYTHON, "env")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"PATH={clone}/.venv/bin:" in done.stdout
    os.utime(clone / "setup.cfg", (stamp.stat().st_mtime + 5,) * 2)
    assert run_with(clone, OLD_PYTHON, "env").returncode == 1


def test_without_a_command_the_script_lists_its_commands(clone: Path) -> None:
    done = run_with(clone, OLD_PYTHON)
    assert done.returncode == 2
    assert "./run demo" in done.stdout
