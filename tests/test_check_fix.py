"""Fixes: the right form in the right place, and not a character beside it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.check.finding import Fix
from termbase.check.fix import fixed
from termbase.check.mend import fixes_of
from termbase.check.run import check_document
from termbase.check.subject import DEFAULTS, Known
from termbase.document.markdown import blocks
from termbase.document.model import Document
from termbase.tbx.reader import read
from tests.conftest import Run

HOUSE = str(Path(__file__).parent / "check" / "house.tbx")
KNOWN = Known([read(HOUSE)])


def fixes(text: str, file: str = "r.md", language: str | None = None) -> tuple[Fix, ...]:
    document = Document(file, text, "utf-8", tuple(blocks(text)))
    return fixes_of(check_document(document, KNOWN, language, DEFAULTS))


def mended(text: str, file: str = "r.md", language: str | None = None) -> str:
    return fixed(text, fixes(text, file, language))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Risks to network security grow.", "Risks to cybersecurity grow."),
        ("Network security is hard.", "Cybersecurity is hard."),
        ("NETWORK SECURITY IS HARD", "CYBERSECURITY IS HARD"),
        ("## The Network Security Office", "## The Cybersecurity Office"),
        ("the *network security* office’s", "the *cybersecurity* office’s"),
        ("network security’s limits", "cybersecurity’s limits"),
        ("The Digital silk-roads of it", "The Digital Silk-Roads of it"),
        ("a Digital Silk Route", "a Digital Silk Road"),
        ("Two Digital Silk Routes.", "Two Digital Silk Roads."),
        ("the Digital Silk\nRoute of", "the Digital Silk\nRoad of"),
        ("all of network\r\nsecurity now", "all of\r\ncybersecurity now"),
        ("It leads to network\n  security.", "It leads to\n  cybersecurity."),
        ("An\nnetwork security plan", "A\ncybersecurity plan"),
        ("an **network security** plan", "a **cybersecurity** plan"),
    ],
)
def test_what_is_certain_is_put_right(text: str, right: str) -> None:
    assert mended(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "the network <b>security</b> plan",  # markup inside
        "> the network\n> security plan",
        "a <i>network security</i> plan",  # an article beyond a tag
        "use `network security` here",  # code
        "he said “network security” twice",
        "[x](network-security.html)",
        "It is a governance of data, and data governance.",  # allowed renderings are the author's to choose
    ],
)
def test_what_is_doubtful_stays(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize("file", ["m.po", "m.xlf", "m.ts", "r.docx"])
def test_bilingual_and_packed_files_have_no_fixes(file: str) -> None:
    assert fixes("Risks to network security grow.", file) == ()


def test_chinese_keeps_its_line_end() -> None:
    assert mended("他談因特\n網。", language="zh-Hant-TW") == "他談網際\n網路。"


WRONG = [
    "network security", "Network security", "NETWORK SECURITY", "network\nsecurity", "cyber security",
    "Digital Silk Route", "Digital Silk Routes", "digital Silk road", "Network Security Law", "data rule",
    "data rules",
]  # fmt: skip
AROUND = [
    "a ", "an ", "The ", " plan", ", ", ". ", "\n\n", "\r\n", "*", "**", "`", "“", "”", "<b>", "</b>", "> ", "数字",
    "。", "[x](y)", "&amp;", " and ", "-", "’s", "cybersecurity", "\u00a0", "\t", "# ", "(", ")", "IGF ",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from([*WRONG, *AROUND]), max_size=12).map("".join))
def test_a_fixed_text_needs_no_fix_and_differs_nowhere_else(text: str) -> None:
    found = fixes(text)
    result = fixed(text, found)
    assert fixes(result) == ()
    rest, end = [], 0
    for fix in sorted(set(found), key=lambda fix: fix.start):
        rest.append(text[end : fix.start])
        end = fix.end
    place = 0
    for part in (*rest, text[end:]):
        place = result.index(part, place) + len(part)
    assert result.count("\n") == text.count("\n")
    assert result.count("`") == text.count("`")


def test_fixes_that_quarrel_are_left() -> None:
    assert fixed("abcd", [Fix(0, 2, "x"), Fix(1, 3, "y"), Fix(3, 4, "z")]) == "abcz"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.md").write_bytes("\ufeffRisks to network security.\r\nThe data rule.".encode())
    (folder / "b.txt").write_bytes("在网络安全的报告里，因特网很重要。我们都这么说。".encode("gb18030"))
    (folder / "c.txt").write_text("Fine.\n", "utf-8")
    return folder


def test_fix_writes_files_as_they_were_but_for_the_words(termbase: Run, reports: Path) -> None:
    (reports / "a.md").chmod(0o600)
    unchanged = (reports / "c.txt").stat().st_mtime_ns
    result = termbase("check", reports, "--termbase", HOUSE, "--fix")
    assert result.returncode == 0, result.stdout
    assert (reports / "a.md").read_bytes() == "\ufeffRisks to cybersecurity.\r\nThe data governance.".encode()
    assert (reports / "a.md").stat().st_mode & 0o777 == 0o600
    assert "互联网很重要" in (reports / "b.txt").read_bytes().decode("gb18030")
    assert (reports / "c.txt").stat().st_mtime_ns == unchanged
    assert sorted(path.name for path in reports.iterdir()) == ["a.md", "b.txt", "c.txt"]
    assert "No findings in 3 documents." in result.stdout


def test_diff_changes_nothing_and_can_be_applied(termbase: Run, reports: Path) -> None:
    before = (reports / "a.md").read_bytes()
    result = termbase("check", "a.md", "--termbase", HOUSE, "--diff", cwd=reports)
    assert (result.returncode, (reports / "a.md").read_bytes()) == (1, before)
    assert "-The data rule.\n\\ No newline at end of file\n+" in result.stdout
    assert result.stdout.endswith("+The data governance.\n\\ No newline at end of file\n")
    assert termbase("check", "c.txt", "--termbase", HOUSE, "--diff", cwd=reports).stdout == ""
    (reports / "d.md").write_text("The data rule.\n", "utf-8")
    patch = termbase("check", "d.md", "--termbase", HOUSE, "--diff", cwd=reports).stdout
    subprocess.run(["git", "apply"], input=patch, cwd=reports, check=True, encoding="utf-8")
    assert (reports / "d.md").read_text("utf-8") == "The data governance.\n"


def test_standard_input_can_be_shown_fixed_only(termbase: Run) -> None:
    text = "The data rule.\n"
    assert "+The data governance." in termbase("check", "-", "--termbase", HOUSE, "--diff", stdin=text).stdout
    assert termbase("check", "-", "--termbase", HOUSE, "--fix", stdin=text).returncode == 2


def test_what_a_baseline_lets_pass_is_not_mended(termbase: Run, reports: Path) -> None:
    termbase("check", "reports", "--termbase", HOUSE, "--write-baseline", "old.json", cwd=reports.parent)
    result = termbase(
        "check", "reports", "--termbase", HOUSE, "--baseline", "old.json", "--fix", cwd=reports.parent
    )
    assert result.returncode == 0
    assert "network security" in (reports / "a.md").read_text("utf-8")


def test_json_tells_the_fix(termbase: Run, reports: Path) -> None:
    record = json.loads(termbase("check", reports / "a.md", "--termbase", HOUSE, "--format", "json").stdout)
    assert record["findings"][0]["fix"] == {"start": 9, "end": 25, "text": "cybersecurity"}
