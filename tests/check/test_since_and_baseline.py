"""Ways to check old documents: comments that suppress findings, a baseline, and changed lines only."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from termbase.check.catalogue import NAMES
from termbase.check.suppression import read_suppressions
from termbase.document.model import Document
from tests.conftest import Run

HOUSE = str(Path(__file__).parent / "house.tbx")
OLD = "The report names network security.\n"


def silenced(text: str) -> list[str]:
    """Return the parts of a text in which its comments suppress findings."""
    comments = read_suppressions(Document("r.md", text, "utf-8", ()), NAMES, {"c-1"})
    return [text[comment.reach.start : comment.reach.end] for comment in comments if comment.action != "on"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a\n<!-- termbase: off -->b\nc", ["b\nc"]),
        ("<!--termbase:off case-->b<!-- termbase: on case -->c", ["b"]),
        (
            "<!-- termbase: off case -->b<!-- termbase: on mixed -->c<!-- termbase: on -->d",
            ["b<!-- termbase: on mixed -->c"],
        ),
        ("<!-- termbase: off -->b<!-- termbase: on mixed -->c", ["b<!-- termbase: on mixed -->c"]),
        ("a\r\nb <!-- termbase: off-line --> c\r\nd", ["b <!-- termbase: off-line --> c"]),
        ("<!-- termbase: off-next-line c-1, T001 -->\n\nb\nc", ["b"]),
        ("a <!-- termbase: off-file --> b", ["a <!-- termbase: off-file --> b"]),
        ("<!-- termbase: off nonsense -->b", [""]),
        ("~~~\n<!-- termbase: off -->\n~~~\n`<!-- termbase: off -->`", []),
    ],
)
def test_how_far_a_comment_reaches(text: str, parts: list[str]) -> None:
    assert silenced(text) == parts


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    (tmp_path / "报告.md").write_text(OLD, "utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "a")
    return tmp_path


def found(run: Run, folder: Path, *options: object) -> list[tuple[str, int]]:
    result = run("check", ".", "--termbase", HOUSE, "--format", "json", *options, cwd=folder)
    assert result.returncode in (0, 1), result.stderr
    return [(finding["file"], finding["line"]) for finding in json.loads(result.stdout)["findings"]]


def test_findings_in_a_baseline_pass_when_they_move(termbase: Run, project: Path) -> None:
    written = termbase("check", ".", "--termbase", HOUSE, "--write-baseline", "old.json", cwd=project)
    assert (written.returncode, written.stdout) == (
        0,
        "No new findings in 1 document. 1 older finding in the baseline.\n",
    )
    (project / "报告.md").write_text(f"New: cyber security.\n\nMore.\n\n{OLD}", "utf-8")
    assert found(termbase, project, "--baseline", "old.json") == [("报告.md", 1)]


def test_one_more_of_the_same_is_new(termbase: Run, project: Path) -> None:
    termbase("check", ".", "--termbase", HOUSE, "--write-baseline", "old.json", cwd=project)
    (project / "报告.md").write_text(f"{OLD}\n{OLD}", "utf-8")
    assert found(termbase, project, "--baseline", "old.json") == [("报告.md", 3)]


@pytest.mark.parametrize("content", ["", "[]", '{"version": 2, "findings": []}', '{"version": 1}'])
def test_a_file_that_is_not_a_baseline_is_an_error(termbase: Run, project: Path, content: str) -> None:
    (project / "old.json").write_text(content, "utf-8")
    result = termbase("check", ".", "--termbase", HOUSE, "--baseline", "old.json", cwd=project)
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert "old.json: is " in result.stderr


def test_only_lines_changed_since_a_revision(termbase: Run, project: Path) -> None:
    assert found(termbase, project, "--since", "HEAD") == []
    (project / "报告.md").write_text(f"{OLD}\nNew: cyber security.\n", "utf-8")
    (project / "new.md").write_text(OLD, "utf-8")
    assert found(termbase, project, "--since", "HEAD") == [("new.md", 1), ("报告.md", 3)]
    git(project, "add", ".")
    git(project, "commit", "-qm", "b")
    assert found(termbase, project, "--since", "HEAD~1") == [("new.md", 1), ("报告.md", 3)]
    assert found(termbase, project, "--since", "HEAD") == []


def test_a_last_line_that_gets_a_line_end_is_not_changed(termbase: Run, project: Path) -> None:
    (project / "报告.md").write_text(OLD.rstrip(), "utf-8")
    git(project, "commit", "-qam", "b")
    for ending in ("", "\n"):
        (project / "报告.md").write_text(f"{OLD}\nNew: cyber security.{ending}", "utf-8")
        assert found(termbase, project, "--since", "HEAD") == [("报告.md", 3)]


WITH_A, OF = "community with a shared future in cyberspace", "community of shared future in cyberspace"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([WITH_A], [WITH_A, OF], [(2, WITH_A)]),  # a tie
        ([WITH_A], [WITH_A, OF, OF], [(2, WITH_A)]),  # the change makes the new wording the majority
        ([WITH_A], [OF, OF, WITH_A], [(1, WITH_A)]),  # also before the old one
        ([WITH_A, WITH_A], [OF, WITH_A], [(1, WITH_A)]),
        ([WITH_A, OF], [WITH_A, OF, "nothing"], []),  # both are old
        ([WITH_A, WITH_A, OF], [WITH_A, WITH_A, OF, WITH_A], []),  # the new line has the wording of most old ones
        ([WITH_A, WITH_A, OF], [WITH_A, WITH_A, OF, OF, OF], [(4, WITH_A)]),
        (["nothing"], [WITH_A, OF, OF], [(1, OF)]),  # all is new: the majority counts
    ],
)
def test_the_unchanged_wording_is_the_yardstick(
    termbase: Run, project: Path, old: list[str], new: list[str], expected: list[tuple[int, str]]
) -> None:
    file = project / "a.txt"
    file.write_text("".join(f"The {text} (网络空间命运共同体) is here.\n" for text in old), "utf-8")
    git(project, "add", ".")
    git(project, "commit", "-qm", "b")
    file.write_text("".join(f"The {text} (网络空间命运共同体) is here.\n" for text in new), "utf-8")
    options = ["--since", "HEAD", "--format", "json", "--select", "mixed"]
    result = termbase("check", "a.txt", "--termbase", HOUSE, *options, cwd=project)
    found = json.loads(result.stdout)["findings"]
    assert [(finding["line"], *finding["suggestions"]) for finding in found] == expected


def test_later_changes_on_the_main_branch_do_not_count(termbase: Run, project: Path) -> None:
    git(project, "branch", "-M", "main")
    git(project, "checkout", "-qb", "work")
    git(project, "checkout", "-q", "main")
    (project / "报告.md").write_text("Rewritten.\n", "utf-8")
    git(project, "commit", "-qam", "b")
    git(project, "checkout", "-q", "work")
    assert found(termbase, project, "--since", "main") == []


@pytest.mark.parametrize(
    ("revision", "message"), [("nowhere", "the revision 'nowhere'"), ("--output=x", "revision")]
)
@pytest.mark.parametrize("text", [OLD, "Nothing is found here.\n"])
def test_an_unknown_revision_is_an_error(
    termbase: Run, project: Path, revision: str, message: str, text: str
) -> None:
    (project / "报告.md").write_text(text, "utf-8")
    result = termbase("check", ".", "--termbase", HOUSE, f"--since={revision}", cwd=project)
    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr


@pytest.mark.parametrize("text", [OLD, "Nothing is found here.\n"])
def test_since_outside_of_git_is_an_error(termbase: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "a.md").write_text(text, "utf-8")
    result = termbase("check", ".", "--termbase", HOUSE, "--since", "HEAD", cwd=tmp_path)
    assert result.returncode == 2
    assert "is not in a git repository" in result.stderr


@pytest.mark.parametrize("name", ["报告.po", "memory.tsv", "report.md"])
def test_a_renamed_file_is_compared_with_the_one_that_it_was(termbase: Run, project: Path, name: str) -> None:
    many = [(f"word {number}", f"词{number}") for number in range(20)]
    old, new = ("network security", "安全网"), ("network security again", "又是安全网")
    (project / name).write_text(written(name, [*many, old]), "utf-8")
    git(project, "add", ".")
    git(project, "commit", "-qm", "b")
    (project / "deep").mkdir()
    moved = f"deep/a [1] {name}"
    git(project, "mv", name, moved)
    options = ("--source", "en", "--target", "zh-CN", "--termbase", HOUSE, "--since", "HEAD", "--format", "json")
    done = termbase("check", moved, *options, cwd=project)
    assert json.loads(done.stdout)["findings"] == []
    (project / moved).write_text(written(name, [*many, old, new]), "utf-8")
    (finding,) = json.loads(termbase("check", moved, *options, cwd=project).stdout)["findings"]
    lines = (project / moved).read_text("utf-8").splitlines()
    assert "again" in (finding["source_text"] or lines[finding["line"] - 1])


def written(name: str, pairs: list[tuple[str, str]]) -> str:
    """Write pairs in the format that the name of a file tells."""
    if name.endswith(".po"):
        head = 'msgid ""\nmsgstr "Language: zh_CN\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        return head + "".join(f'msgid "{one}"\nmsgstr "{other}"\n\n' for one, other in pairs)
    if name.endswith(".tsv"):
        return "source\ttarget\n" + "".join(f"{one}\t{other}\n" for one, other in pairs)
    return "".join(f"The {one} is old.\n\n" for one, _ in pairs)
