"""Fixtures for all tests: the installed command, and the optional folder ../shared with real documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.command import Finished, run

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# Nothing depends on the clock: the first example of a test also fills caches, and the machine may be busy.
# To explain a failure takes longer than to find it.
settings.register_profile(
    "untimed",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[phase for phase in Phase if phase is not Phase.explain],
)
settings.load_profile("untimed")

Run = Callable[..., Finished]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared with real reports, samples and official validators. Skips the test if it is missing."""
    if not SHARED.is_dir():
        pytest.skip("there is no folder ../shared with the real reports and official validators")
    return SHARED


@pytest.fixture(scope="session")
def termbase() -> Run:
    """A function that runs the `termbase` command as a user does, and returns the finished process."""
    return run
