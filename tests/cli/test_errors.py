"""Errors that a user can cause: one clear line, exit status 2, no traceback, no partly written file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import COMMAND
from tests.conftest import Run

GLOSS = "Cables of the Digital Silk Road (数字丝绸之路) land here.\n"

MEMORY = """<tmx version="1.4"><header creationtool="hand" creationtoolversion="1" segtype="sentence" o-tmf="none"
adminlang="en" srclang="en" datatype="plaintext"/><body/></tmx>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good document and several bad inputs."""
    (tmp_path / "good.txt").write_text(GLOSS, "utf-8")
    (tmp_path / "plain.txt").write_text("No gloss stands here.\n", "utf-8")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "broken-link.txt").symlink_to("missing.txt")
    (tmp_path / "circle.txt").symlink_to("circle.txt")
    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "memory.tmx").write_text("mine", "utf-8")
    (tmp_path / "no.tbx").write_text("term,Begriff\n", "utf-8")
    (tmp_path / "other.tbx").write_text("<tmx version='1.4'/>", "utf-8")
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "termbase.toml").write_text("termbase = \n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("extract missing.txt", "missing.txt: does not exist"),
        ("extract *.docx", "*.docx: matches no file (check the pattern)"),
        ("extract empty", "empty: contains no document"),
        ("extract binary.txt", "binary.txt:2: is not text"),
        ("extract picture.png", "picture.png: has an unsupported file format"),
        ("build good.txt missing.txt --out out", "missing.txt: does not exist"),
        ("build good.txt binary.txt --out out", "binary.txt:2: is not text"),
        ("build plain.txt --out out", "no Chinese-English gloss in 1 document: nothing was written"),
        ("build good.txt --out out --kind person", "no pair of the kinds and confidence that are wanted"),
        ("tmx convert other.tbx --out a.tmx", "other.tbx: is a termbase, not a bilingual file (use termbase tbx)"),
        ("memory search", "nothing to look for"),
        ("build good.txt --out full", "full/memory.tmx: exists already (--force overwrites it)"),
        ("build good.txt --out good.txt/out", "good.txt: is a file, not a folder"),
        ("lookup road --termbase no.tbx", "no.tbx:1:1: is not well-formed XML"),
        ("lookup road --termbase other.tbx", "other.tbx:1: is not TBX"),
        ("lookup road --termbase missing.tbx", "missing.tbx: does not exist (check the path)"),
        ("check good.txt --select case", "no termbase"),
        ("check good.txt --select nonsense", "there is no check 'nonsense' (the checks are suppression, "),
        ("check good.txt --termbase no.tbx", "no.tbx:1:1: is not well-formed XML"),
        ("check good.txt --termbase other.tbx", "other.tbx:1: is not TBX"),
        ("check missing.txt --termbase other.tbx", "missing.txt: does not exist"),
        ("extract broken-link.txt", "broken-link.txt: does not exist"),
        ("extract circle.txt", "circle.txt: does not exist"),
        ("build good.txt --out good.txt", "good.txt: is a file, not a folder (name another folder)"),
        ("init good.txt", "good.txt: is a file, not a folder (name another folder)"),
        ("init good.txt/new", "good.txt/new: is in a file, which is not a folder (name another folder)"),
        ("tmx convert full/memory.tmx --out empty --to tmx --force", "empty: is a folder (name a file)"),
        ("check good.txt --output-file good.txt --force", "good.txt: is used by this command itself"),
        (
            "check good.txt --termbase no.tbx --write-baseline no.tbx --force",
            "no.tbx: is used by this command itself",
        ),
        ("check good.txt --output-file a.json --write-baseline ./a.json", "a.json: is used by this command itself"),
        ("check good.txt --output-file full/memory.tmx", "full/memory.tmx: exists already"),
        ("align good.txt plain.txt --out plain.txt --force", "plain.txt: is used by this command itself"),
        ("align good.txt plain.txt --out a.tmx --review a.tmx", "a.tmx: is used by this command itself"),
        ("tmx stats full/memory.tmx --report full/memory.tmx --force", "full/memory.tmx: is used by this command"),
        ("tmx clean full/memory.tmx --out a.tmx --report a.tmx", "a.tmx: is used by this command itself"),
        ("add road 路 --termbase new.tbx --concept c-1", "new.tbx: does not exist"),
        (
            "add road 路 --termbase new.tbx --language fr",
            "new.tbx: 路 is Chinese, not fr (add it with",
        ),
    ],
)
def test_an_error_is_one_line(termbase: Run, folder: Path, command: str, message: str) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = termbase(*command.split(), cwd=folder)
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("Error: ")
    assert message in line
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (
            "extract plain.txt",
            "no Chinese-English gloss in 1 document (a gloss looks like this: Digital Silk Road (",
        ),
        ("extract good.txt --kind person", "no pair of the kinds and confidence that are wanted in 1 document"),
        ("scan plain.txt --termbase terms.csv", "no term of the termbase in what was read"),
    ],
)
def test_where_nothing_is_found_that_is_said(termbase: Run, folder: Path, command: str, message: str) -> None:
    (folder / "terms.csv").write_text("en,zh-CN\ncable,电缆\n", "utf-8")
    done = termbase(*command.split(), cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith(message)
    assert termbase(*command.split(), "--format", "jsonl", cwd=folder).stderr == ""


def test_an_error_in_the_configuration_names_its_file(termbase: Run, folder: Path) -> None:
    done = termbase("extract", folder / "good.txt", cwd=folder / "config")
    assert done.returncode == 2
    assert "termbase.toml:1:12: is not valid TOML: Invalid value (correct it there)" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_closes_the_pipe_ends_the_command_as_it_ends_other_programs(folder: Path) -> None:
    (folder / "many.txt").write_text(GLOSS * 4000, "utf-8")
    with subprocess.Popen([COMMAND, "extract", "many.txt"], stdout=subprocess.PIPE, cwd=folder) as process:
        assert process.stdout
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(60) == 141


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_what_options_print_ends_in_the_same_way(option: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([COMMAND, option], stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize(("codec", "name"), [("gb18030", "GB18030"), ("utf-16", "UTF-16-LE"), ("big5", "BIG5")])
def test_another_encoding_is_read_and_reported(termbase: Run, tmp_path: Path, codec: str, name: str) -> None:
    text = "南方會議討論了數位絲綢之路（Digital Silk Road）的合作方式，與會代表同意公開合約內容。\n"
    (tmp_path / "report.txt").write_bytes(text.encode(codec))
    done = termbase("extract", "report.txt", cwd=tmp_path)
    assert done.returncode == 0
    assert "數位絲綢之路 = Digital Silk Road" in done.stdout
    assert f"report.txt: read as {name}" in done.stderr


def test_usage_errors_have_status_2_too(termbase: Run) -> None:
    assert termbase("build").returncode == 2
    assert termbase("nonsense").returncode == 2


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (("lookup", ""), "'[QUERY]...': is empty"),
        (("lookup", " "), "'[QUERY]...': is empty"),
        (("lookup", "road", "--termbase="), "'--termbase': is empty"),
        (("extract", "good.txt", ""), "'SOURCE...': is empty"),
        (("tmx", "split", "a.tmx", "--out", "", "--units", "2"), "'--out': is empty"),
        (("build", "--parallel", "", "", "--out", "out"), "'--parallel': is empty"),
        (("check", "good.txt", "--since", "--format", "json"), "'--since': the value is missing before --format"),
        (
            ("tbx", "convert", "a.csv", "--languages", "--out", "b"),
            "'--languages': the value is missing before --out",
        ),
    ],
)
def test_a_forgotten_value_is_an_error(termbase: Run, folder: Path, command: list[str], message: str) -> None:
    """An empty path would be the working directory, and an option in the place of a value would be lost."""
    done = termbase(*command, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_what_may_be_empty_or_look_like_an_option(termbase: Run) -> None:
    assert termbase("normalize", "--to", "zh-TW", "", "网络").stdout == "\n網路\n"
    assert termbase("normalize", "--to", "zh-TW", "--", "--key").stdout == "--key\n"


@pytest.mark.parametrize("command", ["tmx convert good.csv --to tmx", "tbx convert good.csv --to csv"])
def test_a_link_to_itself_is_replaced(termbase: Run, folder: Path, command: str) -> None:
    (folder / "good.csv").write_text("en,zh-CN\nroad,路\n", "utf-8")
    assert termbase(*command.split(), "--out", "circle.txt", cwd=folder).returncode == 0
    assert "路" in (folder / "circle.txt").read_text("utf-8")


def test_defaults_come_from_the_nearest_configuration(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(GLOSS, "utf-8")
    (tmp_path / "termbase.toml").write_text('termbase = ["out/termbase.tbx"]\n[lookup]\nformat = "json"\n', "utf-8")
    assert termbase("build", "report.txt", "--out", "out", cwd=tmp_path).returncode == 0
    inner = tmp_path / "inner"
    inner.mkdir()
    assert '"match": "exact"' in termbase("lookup", "Digital Silk Road", cwd=inner).stdout
    assert "exact match" in termbase("lookup", "Digital Silk Road", "--format", "text", cwd=inner).stdout


@pytest.mark.parametrize(
    ("command", "file"),
    [
        ("extract closed/a.md", "closed/a.md"),
        ("lookup road --termbase closed/a.tbx", "closed/a.tbx"),
        ("build good.txt --out closed/out", "closed/out/candidates.tsv"),
        ("tmx merge a.tmx --out closed/b.tmx", "closed/b.tmx"),
        ("memory stats --memory closed/m.db", "closed/m.db"),
        ("memory import a.tmx --memory closed/m.db", "closed/m.db"),
        ("memory export --memory m.db --out closed/b.tmx", "closed/b.tmx"),
    ],
)
def test_a_folder_that_may_not_be_entered(folder: Path, command: str, file: str) -> None:
    if not os.geteuid() and not shutil.which("setpriv"):
        pytest.skip("root may enter every folder, and setpriv is missing")
    (folder / "a.tmx").write_text(MEMORY, "utf-8")
    (folder / "closed").mkdir(0)
    rights = [] if os.geteuid() else ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    try:
        line = [*rights, str(COMMAND), *command.split()]
        done = subprocess.run(line, cwd=folder, capture_output=True, text=True)
    finally:
        (folder / "closed").chmod(0o700)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Error: ")
    assert done.stderr.endswith(f"{file}: cannot open it: permission denied\n")


@pytest.mark.skipif(sys.platform != "linux", reason="file names are always valid text on this system")
def test_a_file_name_that_is_not_valid_text(termbase: Run, tmp_path: Path) -> None:
    name = os.fsdecode("数字.txt".encode("gb18030"))
    (tmp_path / name).write_text(GLOSS, "utf-8")
    assert "数字丝绸之路 = Digital Silk Road" in termbase("extract", name, cwd=tmp_path).stdout
    assert termbase("build", ".", "--out", "out", cwd=tmp_path).returncode == 0
    assert "\ufffd" in (tmp_path / "out" / "candidates.tsv").read_text("utf-8")
    assert termbase("tbx", "validate", "out/termbase.tbx", cwd=tmp_path).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are always valid text on this system")
@pytest.mark.parametrize("command", ["normalize --to zh-TW", "lookup", "extract"])
def test_an_argument_that_is_not_valid_text(termbase: Run, command: str) -> None:
    done = termbase(*command.split(), os.fsdecode("网络".encode("gb18030")))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Error: an argument is not valid text")


@pytest.mark.parametrize(
    ("command", "good"),
    [
        ("normalize --to zh-TW -", "網路\n"),
        ("normalize --key -", "网络\n"),
        ("lookup --format json -", '{"query": "网络"'),
    ],
)
def test_lines_of_standard_input_that_are_not_utf8(tmp_path: Path, command: str, good: str) -> None:
    """The lines before are answered as they come; the error names the line."""
    given = "网络\n".encode() + "网络\n".encode("gb18030")
    done = subprocess.run(
        [str(COMMAND), *command.split()], input=given, capture_output=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 2
    assert done.stdout.decode().startswith(good)
    assert done.stderr.decode().splitlines()[-1] == "Error: -:2: is not text in UTF-8 (convert it to UTF-8)"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize(
    "command",
    ["extract good.txt", "normalize --to zh-TW 网络", "normalize --key 网络", "--help"],
)
def test_a_full_disk_is_an_error_and_no_finding(folder: Path, command: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [str(COMMAND), *command.split()], stdout=full, stderr=subprocess.PIPE, cwd=folder, check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "Error: standard output: cannot write it: no space left on device\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("form", ["tmx", "tsv", "xlsx", "po", "xliff", "xliff2"])
def test_a_file_on_a_full_disk_is_one_line(folder: Path, form: str) -> None:
    (folder / "good.csv").write_text("en,zh-CN\nroad,路\n", "utf-8")
    command = [str(COMMAND), "tmx", "convert", "good.csv", "--out", "/dev/full", "--to", form]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert [line for line in done.stderr.splitlines() if not line.startswith("columns: ")] == [
        "Error: /dev/full: cannot write it: no space left on device"
    ]


@pytest.mark.skipif(os.name != "posix", reason="needs a shell that closes standard streams")
@pytest.mark.parametrize(
    ("command", "status", "message"),
    [
        ("normalize --to zh-TW 网络 >&-", 2, "Error: standard output: cannot write it: bad file descriptor\n"),
        ("lookup --termbase terms.csv <&-", 0, ""),
        ("lookup --termbase terms.csv <&- >&-", 0, ""),
        ("tmx convert terms.csv --out - >&-", 2, "Error: standard output: cannot write it: bad file descriptor\n"),
        ("normalize --to zh-TW 网络 2>&-", 0, ""),
    ],
)
def test_a_closed_stream_is_no_traceback(folder: Path, command: str, status: int, message: str) -> None:
    (folder / "terms.csv").write_text("en,zh-CN\nDigital Silk Road,数字丝绸之路\n", "utf-8")
    done = subprocess.run(
        f"{COMMAND} {command}", shell=True, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr.decode()) == (status, message)


def test_results_are_in_utf8_whatever_the_system_writes(termbase: Run) -> None:
    done = termbase("normalize", "--to", "zh-TW", "网络", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (0, "網路\n")


@pytest.mark.parametrize(
    ("setting", "command"),
    [
        ("[lookup]\nlimit = 0", "lookup x"),
        ('[check]\nselect = ["case", "nope"]', "check a.md"),
        ('[check]\nignore = ["T999"]', "check a.md"),
        ('[normalize]\nto = "zh-XX"', "normalize x"),
        ('[check]\nlanguage = "Mandarin!"', "check a.md"),
        ('[align]\nsource = "??"', "align a.md b.md --out c.tmx"),
        ('[tbx.convert]\nlanguages = "en,??"', "tbx convert a.tbx --out b.csv"),
        ('[add]\nlanguage = "??"', "add a --termbase a.tbx"),
    ],
)
def test_a_wrong_value_in_the_configuration_names_the_file(
    termbase: Run, tmp_path: Path, setting: str, command: str
) -> None:
    (tmp_path / "termbase.toml").write_text(f"{setting}\n", "utf-8")
    (tmp_path / "a.md").write_text("x\n", "utf-8")
    done = termbase(*command.split(), cwd=tmp_path)
    assert done.returncode == 2
    assert str(tmp_path / "termbase.toml") in done.stderr


def test_the_command_line_beats_the_configuration_where_both_contradict(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "termbase.toml").write_text('[normalize]\nto = "zh-TW"\n', "utf-8")
    assert termbase("normalize", "网络", cwd=tmp_path).stdout == "網路\n"
    assert termbase("normalize", "--key", "網路", cwd=tmp_path).stdout == "网络\n"


@pytest.mark.parametrize("command", ["extract", "scan --termbase terms.csv", "check --termbase terms.csv"])
def test_files_that_cannot_be_read_do_not_stop_the_others(termbase: Run, folder: Path, command: str) -> None:
    (folder / "terms.csv").write_text("en,zh-CN,en status\nDigital Silk Road,数字丝绸之路,deprecated\n", "utf-8")
    (folder / "cut.txt").write_bytes("正在讨论".encode()[:-1] + b"\n")
    name, *options = command.split()
    done = termbase(name, "binary.txt", "good.txt", "cut.txt", *options, cwd=folder)
    assert done.returncode == 2
    assert "good.txt:1:" in done.stdout
    wrong = [line for line in done.stderr.splitlines() if line.startswith("Error: ")]
    assert [line.split(":")[1] for line in wrong] == [" binary.txt", " cut.txt"]


def test_build_names_every_file_that_cannot_be_read_and_writes_nothing(termbase: Run, folder: Path) -> None:
    (folder / "cut.txt").write_bytes("正在讨论".encode()[:-1] + b"\n")
    done = termbase("build", "binary.txt", "good.txt", "cut.txt", "--out", "out", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert [line.split(":")[1] for line in done.stderr.splitlines()] == [" binary.txt", " cut.txt"]
    assert not (folder / "out").exists()


def test_a_language_that_a_termbase_does_not_have_is_reported(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "house.csv").write_text("en,zh-TW\nnetwork,網路\n", "utf-8")
    done = termbase("tbx", "convert", "house.csv", "--languages", "en,zh,zh_HK", "--out", "a.tbx", cwd=tmp_path)
    assert done.returncode == 0
    assert "house.csv: has no terms in zh-HK\n" in done.stderr
    assert "in zh\n" not in done.stderr
