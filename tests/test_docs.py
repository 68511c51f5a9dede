"""The documentation agrees with the program: the command reference, the session in the README, links and paths."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from termbase.check.catalogue import CATALOGUE
from termbase.document.reader import read_document
from termbase.extract.glosses import extract
from tests.conftest import ROOT, Run

PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(ROOT.glob("docs/*.md"))


def test_the_command_reference_equals_the_help_of_the_commands() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "commands.py"))["reference"]()
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == made, "run: ./run python docs/commands.py"


def test_the_session_in_the_readme_has_the_real_output() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert text.count("\n$ termbase ") >= 4
    made = runpy.run_path(str(ROOT / "docs" / "session.py"))["refreshed"](text)
    assert made == text, "run: ./run python docs/session.py"


def test_the_page_on_checks_shows_a_real_finding_of_each_check() -> None:
    text = (ROOT / "docs" / "check.md").read_text("utf-8")
    shown = re.findall(r"^```text\n\S+: (\w+) ([\w-]+)", text, re.MULTILINE)
    assert shown == [(str(entry.severity), entry.name) for entry in CATALOGUE]
    made = runpy.run_path(str(ROOT / "docs" / "session.py"))["with_findings"](text)
    assert made == text, "run: ./run python docs/session.py"


def examples_of_glosses() -> list[tuple[str, list[str], str, set[str]]]:
    """The rows of the tables of texts in docs/extraction.md: text, pairs, what is said of them, and its values."""
    found, header = [], [""]
    for line in (ROOT / "docs" / "extraction.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")] if line.startswith("| ") else [""]
        if header[:2] == ["text", "pairs"] and len(cells) == len(header):
            pairs = [] if cells[1] == "-" else cells[1].split("; ")
            found.append((cells[0], pairs, header[2], set(re.findall("`([^`]+)`", cells[2]))))
        elif not line.startswith("|---"):
            header = cells
    return found


@pytest.mark.parametrize(("text", "pairs", "column", "values"), examples_of_glosses())
def test_the_examples_on_the_page_on_extraction(
    text: str, pairs: list[str], column: str, values: set[str], tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text(text, "utf-8")
    found = extract(read_document(str(tmp_path / "a.md")))
    assert [f"{gloss.zh} = {gloss.en}" for gloss in found] == pairs
    if column in ("layout", "kind"):
        assert {str(getattr(gloss, column)) for gloss in found} == values


def test_the_examples_on_the_page_on_normalisation(termbase: Run) -> None:
    page = (ROOT / "docs" / "normalization.md").read_text("utf-8")
    rows = re.findall(r"^\| (\S+) \| (zh-\w\w) \| (\S+) \|", page, re.MULTILINE)
    assert len(rows) > 9
    assert [(text, to, termbase("normalize", "--to", to, text).stdout.strip()) for text, to, _ in rows] == rows


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_page_on_the_layout_names_every_room_and_only_what_is_there() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    table = re.findall(r"^\| (`[a-z/]+/`(?:, `[a-z/]+/`)*) \|.*\| ([^|]+) \|$", text, re.MULTILINE)
    rows = [(room, cell) for rooms, cell in table for room in re.findall(r"`([a-z/]+)/`", rooms)]
    packages = [ROOT / top for top in ("cli", "service", "tmx", "termbase", "data")]
    inits = [file for package in packages for file in package.rglob("__init__.py")]
    assert {room for room, _ in rows} == {file.parent.relative_to(ROOT).as_posix() for file in inits} - {"termbase"}
    starts = {f"{room}/{file}" for room, cell in rows for file in re.findall(r"`(\w+\.\w+)`", cell)}
    paths = starts | set(re.findall(r"`(\w[\w/]*/\w+\.\w+)`", text))
    missing = [path for path in sorted(paths) if not any((ROOT / top / path).exists() for top in ("", "termbase"))]
    assert missing == []


def anchors(page: Path) -> set[str]:
    """The anchors that GitHub makes of the headings of a page."""
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_to_sections_lead_to_a_heading(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", page.read_text("utf-8")))
    targets = [(page.parent / file if file else page, anchor) for file, anchor in links]
    assert [(target.name, anchor) for target, anchor in targets if anchor not in anchors(target)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_modules_that_a_page_names_are_there(page: Path) -> None:
    # Not the whole tree: tests that run beside this one write and delete folders in it, as hypothesis does.
    tops = ("bench", "cli", "data", "docs", "service", "termbase", "tests", "tmx")
    there = {file.relative_to(ROOT).as_posix() for top in tops for file in (ROOT / top).rglob("*.py")}
    named = set(re.findall(r"`(?:\./run python )?([\w/]+\.py)\b", page.read_text("utf-8")))
    assert [name for name in sorted(named) if not any(f"/{file}".endswith(f"/{name}") for file in there)] == []
