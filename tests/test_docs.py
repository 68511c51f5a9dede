"""Documentation that cannot drift: the command reference, the README's session, the links."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(ROOT.glob("docs/*.md"))


def test_the_command_reference_is_what_help_says() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "commands.py"))["reference"]()
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == made, "run: ./run python docs/commands.py"


def test_the_session_of_the_readme_prints_what_it_says() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert text.count("\n$ termbase ") >= 4
    made = runpy.run_path(str(ROOT / "docs" / "session.py"))["refreshed"](text)
    assert made == text, "run: ./run python docs/session.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_page_on_the_layout_names_every_room_and_only_what_is_there() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    named = set(re.findall(r"^\| `([a-z/]+)/` \|", text, re.MULTILINE))
    code = [file.parent for top in ("cli", "service", "tmx", "termbase") for file in (ROOT / top).rglob("__init__.py")]
    rooms = {folder.relative_to(ROOT).as_posix() for folder in code} - {"termbase"}
    assert named == rooms | {"data"}
    files = set(re.findall(r"`([\w/]+\.\w+)`", text)) - {"setup.cfg"}
    starts = {f"{room}/{file}" for room, cell in re.findall(r"^\| `([a-z/]+)/` \|.*\| ([^|]+) \|$", text, re.MULTILINE)
              for file in re.findall(r"`(\w+\.\w+)`", cell)}  # fmt: skip
    bare = {file for file in files if "/" not in file} - {file.rpartition("/")[2] for file in starts}
    paths = {file for file in files if "/" in file} | starts | bare
    missing = [file for file in sorted(paths) if not any((ROOT / top / file).exists() for top in ("", "termbase"))]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_modules_that_a_page_names_are_there(page: Path) -> None:
    there = {file.relative_to(ROOT).as_posix() for file in ROOT.rglob("*.py") if ".venv" not in file.parts}
    named = set(re.findall(r"`(?:\./run python )?([\w/]+\.py)\b", page.read_text("utf-8")))
    assert [name for name in sorted(named) if not any(f"/{file}".endswith(f"/{name}") for file in there)] == []
