"""Shared by all tests: the installed command, and the folder of real material beside the repository."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
COMMAND = Path(sys.executable).parent / "termbase"

settings.register_profile("untimed", deadline=None)  # the first run of a test makes what caches keep
settings.load_profile("untimed")

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports, samples and judges; tests that need it are skipped in a clone without it."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the repository: real reports and official judges are kept there")
    return SHARED


@pytest.fixture(scope="session")
def termbase() -> Run:
    """Runs the installed `termbase` command as a user does, and gives the finished process."""

    def run(
        *arguments: object, cwd: Path = ROOT, stdin: str | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(COMMAND), *map(str, arguments)],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            env=os.environ | environment,
            check=False,
        )

    return run
