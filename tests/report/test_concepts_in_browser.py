"""The pages in a real browser: nothing overflows on a phone or a desktop screen, in light and dark mode."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --allow-file-access-from-files --virtual-time-budget=5000"
).split()
# A frame is needed because a headless window cannot be narrower than 500 pixels.
FRAME = """<iframe src="{page}" width="{width}" height="800"></iframe><script>
addEventListener("load", () => {{
  const inside = document.querySelector("iframe").contentDocument;
  const style = getComputedStyle(inside.body);
  document.title = [inside.documentElement.scrollWidth, inside.querySelectorAll("mark").length,
                    getComputedStyle(inside.documentElement).backgroundColor + style.backgroundColor].join("|");
}});</script>"""


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


def look(page: Path, folder: Path, width: int, scheme: int) -> tuple[int, int, str]:
    """Return the width of the page's layout, the number of marks shown and the background colour."""
    frame = folder / "frame.html"
    frame.write_text(FRAME.format(page=page.as_uri(), width=width), "utf-8")
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={folder / 'profile'}"]
    settings = f"--blink-settings=preferredColorScheme={scheme}"
    done = subprocess.run(
        [*command, settings, "--window-size=1400,900", "--dump-dom", frame.as_uri()],
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    title = re.search(r"<title>(\d+)\|(\d+)\|(.*)</title>", done.stdout)
    assert title is not None, done.stdout
    return int(title[1]), int(title[2]), title[3]


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is missing")
@pytest.mark.parametrize("name", ["page", "findings"])
def test_the_page_fits_phone_and_desk_in_light_and_dark(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    page = request.getfixturevalue(name)
    dark_phone = look(page, tmp_path, 360, 0)
    light_desk = look(page, tmp_path, 1280, 1)
    assert dark_phone[0] <= 360
    assert light_desk[0] <= 1280
    assert dark_phone[1] == light_desk[1] > 20
    assert dark_phone[2] != light_desk[2]
