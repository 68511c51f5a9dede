"""The pages in a real browser: nothing overflows on a phone or a desktop screen, in light and dark mode."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.report.browser import needs_chromium, run_in_page

LOOK = """
const style = view.getComputedStyle(inside.body);
return [inside.documentElement.scrollWidth, all("mark").length,
        view.getComputedStyle(inside.documentElement).backgroundColor + style.backgroundColor];
"""


@pytest.fixture(scope="module")
def page(termbase: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the review page of the samples."""
    out = tmp_path_factory.mktemp("page")
    assert termbase("build", ROOT / "data" / "samples", "--out", out).returncode == 0
    return out / "report.html"


@pytest.fixture(scope="module")
def findings(termbase: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a page with many findings, one of them in a line of thousands of letters."""
    out = tmp_path_factory.mktemp("findings")
    long = "network-security" + "x" * 3000 + " network security " + "数" * 3000
    (out / f"{'long-name-' * 20}.md").write_text(long, "utf-8")
    house = ROOT / "tests" / "check"
    report = ("--termbase", house / "house.tbx", "--format", "html", "--output-file", out / "findings.html")
    assert termbase("check", house, out, *report).returncode == 1
    return out / "findings.html"


@needs_chromium
@pytest.mark.parametrize("name", ["page", "findings"])
def test_the_page_fits_phone_and_desk_in_light_and_dark(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    page = request.getfixturevalue(name)
    dark_phone = run_in_page(page, tmp_path, LOOK, 360, 0)
    light_desk = run_in_page(page, tmp_path, LOOK, 1280, 1)
    assert dark_phone[0] <= 360
    assert light_desk[0] <= 1280
    assert dark_phone[1] == light_desk[1] > 20
    assert dark_phone[2] != light_desk[2]
