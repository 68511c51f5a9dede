"""The cache of `termbase check`. The tests empty the stored findings, so that an empty result shows a cache hit."""

import json
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.command import COMMAND
from tests.conftest import Run

HOUSE = Path(__file__).parents[1] / "check" / "house.tbx"
Check = Callable[..., str]


def variables(cache: Path) -> dict[str, str]:
    return {"XDG_CACHE_HOME": str(cache), "HOME": str(cache.parent), "PATH": "/usr/bin:/bin"}


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory, termbase: Run) -> Path:
    """A cache folder with what takes long to make, the compiled terms and words, and without findings."""
    folder = tmp_path_factory.mktemp("compiled")
    (folder / "a.md").write_text("Network security, 网络安全。\n", "utf-8")
    termbase("check", "a.md", "--termbase", HOUSE, cwd=folder, **variables(folder / "cache"))
    (folder / "cache" / "termbase" / "index" / "findings.db").unlink()
    return folder / "cache"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    shutil.copy(HOUSE, folder / "house.tbx")
    (folder / "termbase.toml").write_text('termbase = ["house.tbx"]\n', "utf-8")
    (folder / "a.md").write_text("Network security.\n", "utf-8")
    (folder / "b.md").write_text("Cyber security and softwares.\n", "utf-8")
    return folder


@pytest.fixture
def environment(tmp_path: Path, compiled: Path) -> dict[str, str]:
    return variables(Path(shutil.copytree(compiled, tmp_path / "cache")))


@pytest.fixture
def check(work: Path, environment: dict[str, str], termbase: Run) -> Check:
    def run(*arguments: str) -> str:
        result = termbase("check", *(arguments or (".",)), cwd=work, **environment)
        assert "Traceback" not in result.stderr
        lines = [line for line in result.stdout.splitlines() if not line.startswith("--fix can correct")]
        return lines[-1] if lines else ""

    return run


def database(environment: dict[str, str]) -> Path:
    (file,) = Path(environment["XDG_CACHE_HOME"]).rglob("findings.db")
    return file


def empty_what_is_kept(environment: dict[str, str]) -> None:
    with closing(sqlite3.connect(database(environment))) as kept, kept:
        for key, record in kept.execute("select key, result from results").fetchall():
            if "remarks" not in key:
                changed = json.dumps([*json.loads(record)[:-1], []])
                kept.execute("update results set result = ? where key = ?", (changed, key))


FOUND = "3 findings in 2 documents: deprecated 3."
NOTHING = "No findings in 2 documents."


def test_what_has_not_changed_is_not_looked_at_again(check: Check, environment: dict[str, str]) -> None:
    assert [check(), check()] == [FOUND, FOUND]
    empty_what_is_kept(environment)
    assert check() == NOTHING


def test_all_of_a_finding_is_kept(check: Check, work: Path) -> None:
    reports = []
    for form in ("json", "sarif", "html"):
        for name in ("cold", "warm"):
            check("a.md", "b.md", "--format", form, "--output-file", f"{name}.{form}", "--exit-zero")
            reports.append((work / f"{name}.{form}").read_text("utf-8"))
    assert reports[0::2] == reports[1::2]


@pytest.mark.parametrize(
    "change",
    [
        lambda work: (work / "a.md").write_text("Network security!\n", "utf-8"),
        lambda work: (work / "house.tbx").write_text(HOUSE.read_text("utf-8") + "\n", "utf-8"),
        lambda work: (work / "termbase.toml").write_text(
            'termbase = ["house.tbx"]\n[check.words]\nexcept = ["x"]\n', "utf-8"
        ),
        lambda work: (work / "termbase.toml").write_text(
            'termbase = ["house.tbx"]\n[check.paths."a.md"]\nseverity = { case = "info" }\n', "utf-8"
        ),
    ],
    ids=["document", "termbase", "settings", "settings of a path"],
)
def test_a_change_is_seen(
    check: Check, work: Path, environment: dict[str, str], change: Callable[[Path], object]
) -> None:
    check()
    empty_what_is_kept(environment)
    change(work)
    assert check() != NOTHING


@pytest.mark.parametrize("option", [("--language", "zh-TW"), ("--ignore", "case"), ("--source", "en")])
def test_another_option_is_another_question(
    check: Check, environment: dict[str, str], option: tuple[str, str]
) -> None:
    check()
    empty_what_is_kept(environment)
    assert check(".", *option) != NOTHING


def test_a_file_of_another_kind_with_the_same_bytes_is_another(
    check: Check, work: Path, environment: dict[str, str]
) -> None:
    (work / "a.md").write_text("`network security`\n", "utf-8")
    check("a.md")
    empty_what_is_kept(environment)
    (work / "a.md").rename(work / "a.txt")
    assert check("a.txt") == "1 finding in 1 document: deprecated 1."


def test_a_moved_file_is_known_by_its_content(check: Check, work: Path, environment: dict[str, str]) -> None:
    check("a.md")
    empty_what_is_kept(environment)
    (work / "a.md").rename(work / "moved.md")
    assert check("moved.md") == "No findings in 1 document."


def test_a_document_in_the_folder_of_another_region_is_another(
    check: Check, work: Path, environment: dict[str, str]
) -> None:
    for folder in ("zh-HK", "zh-TW"):
        (work / folder).mkdir()
        (work / folder / "b.md").write_text("閱讀軟體的說明。\n", "utf-8")
    check("zh-TW/b.md")
    empty_what_is_kept(environment)
    assert check("zh-TW/b.md") == "No findings in 1 document."
    assert check("zh-HK/b.md") != "No findings in 1 document."


@pytest.mark.parametrize("name", ["zh_CN.po", "zh_CN/LC_MESSAGES/a.po"])
def test_a_translation_is_another_one_under_the_name_of_another_language(
    check: Check, work: Path, environment: dict[str, str], name: str
) -> None:
    other = name.replace("CN", "HK")
    for file in (name, other):
        (work / file).parent.mkdir(parents=True, exist_ok=True)
        (work / file).write_text('msgid ""\nmsgstr "X: y"\n\nmsgid "Open %s"\nmsgstr "网络"\n', "utf-8")
    check(name)
    empty_what_is_kept(environment)
    assert check(name) == "No findings in 1 document."
    assert check(other) != "No findings in 1 document."


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_cache_does_no_harm(check: Check, environment: dict[str, str], damage: bytes) -> None:
    check()
    database(environment).write_bytes(damage)
    assert [check(), check(), check()] == [FOUND] * 3
    empty_what_is_kept(environment)
    assert check() == NOTHING


def test_records_of_another_shape_are_passed_over(check: Check, environment: dict[str, str]) -> None:
    check()
    for record in ("{}", "[1]", '["utf-8", [{}]]', '["utf-8", 5]', "not json", '["utf-8", [{"fix": 1}]]'):
        with closing(sqlite3.connect(database(environment))) as kept, kept:
            kept.execute("update results set result = ? where key not like '%remarks'", (record,))
        assert check() == FOUND


def test_a_folder_that_others_can_write_to_is_not_used(check: Check, environment: dict[str, str]) -> None:
    check()
    empty_what_is_kept(environment)
    database(environment).parent.chmod(0o777)
    assert check() == FOUND


def test_only_the_user_can_read_what_is_kept(check: Check, environment: dict[str, str]) -> None:
    check()
    assert database(environment).stat().st_mode & 0o777 == 0o600


def test_a_file_that_others_can_write_to_is_not_used(check: Check, environment: dict[str, str]) -> None:
    check()
    empty_what_is_kept(environment)
    database(environment).chmod(0o666)
    assert check() == FOUND


def test_remarks_on_a_termbase_are_reported_each_time(
    work: Path, environment: dict[str, str], termbase: Run
) -> None:
    (work / "terms.csv").write_text("en,zh-CN,status\nnetwork security,网络安全,perhaps\n", "utf-8")
    printed = [
        termbase("check", "a.md", "--termbase", "terms.csv", cwd=work, **environment).stderr for _ in range(2)
    ]
    assert printed[0] == printed[1]


def test_what_was_used_longest_ago_goes_first(check: Check, work: Path, environment: dict[str, str]) -> None:
    check()
    with closing(sqlite3.connect(database(environment))) as kept, kept:
        kept.executemany(
            "insert into results values (?, ?, ?)", [(f"old {n}", n, "x" * 20_000_000) for n in range(3)]
        )
    (work / "a.md").write_text("Network security again.\n", "utf-8")
    check()
    with closing(sqlite3.connect(database(environment))) as kept:
        keys = {key for (key,) in kept.execute("select key from results")}
    assert {key for key in keys if "old" in key} == {"old 2"}
    assert len(keys) == 5  # the results of files, and the remarks on the termbases
    assert database(environment).stat().st_size < 30_000_000


def test_two_processes_at_once(work: Path, environment: dict[str, str]) -> None:
    for number in range(40):
        (work / f"{number}.md").write_text(f"Network security {number}.\n", "utf-8")
    processes = [
        subprocess.Popen(
            [COMMAND, "check", "."], cwd=work, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(3)
    ]
    outputs = {process.communicate() for process in processes}
    assert len(outputs) == 1
    assert next(iter(outputs))[1] == b""
