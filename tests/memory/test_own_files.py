"""A command writes neither over what it reads, nor two results to one file, nor outside of the folder for them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.memory.conftest import ONLY_SQLITE, Fill, unit
from tmx.writer import new_header, write

PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: zh_CN\\n"\n\nmsgid "Open"\nmsgstr ""\n'
XLIFF = (
    '<xliff version="1.2"><file original="a" source-language="en" target-language="zh-CN" datatype="plaintext">'
    '<body><trans-unit id="1"><source>Open</source></trans-unit></body></file></xliff>'
)


@pytest.fixture
def folder(fill: Fill, memory: str) -> Path:
    """The folder of a memory, with files to translate and to import, and a link to the memory."""
    fill([unit("Open", "打开")])
    folder = Path(memory).parent
    for name in ("x.po", "sub/y.po", "../beside/z.po"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(PO, "utf-8")
    with (folder / "a.tmx").open("wb") as file:
        write(file, new_header("en", None), [unit("Close", "关闭")])
    (folder / "link.db").symlink_to(memory)
    return folder


@ONLY_SQLITE
@pytest.mark.parametrize(
    ("command", "refused"),
    [
        ("export --out memory.db --force", "memory.db"),
        ("export --out sub/../link.db --force", "sub/../link.db"),
        ("pretranslate x.po --out memory.db --force", "memory.db"),
        ("pretranslate x.po --report link.csv --force", "link.csv"),
        ("pretranslate x.po --out new.csv --report new.csv", "new.csv"),
        ("import a.tmx --report memory.db", "memory.db"),
        ("import a.tmx --report ./a.tmx", "./a.tmx"),
    ],
)
def test_what_a_command_uses_is_not_replaced(folder: Path, termbase: Run, command: str, refused: str) -> None:
    (folder / "link.csv").symlink_to("x.po")
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    done = termbase("memory", *command.split(), cwd=folder)
    assert done.returncode == 2
    assert done.stderr == f"Error: {refused}: is used by this command itself (write to another file)\n"
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


@ONLY_SQLITE
def test_results_stay_in_the_folder_for_them(folder: Path, termbase: Run) -> None:
    for files in (("x.po", "../beside/z.po"), ("sub/../x.po", "sub/../../beside/z.po", "./x.po")):
        done = termbase("memory", "pretranslate", *files, "--out", "out", "--format", "json", cwd=folder)
        assert done.returncode == 0, done.stderr
        assert len(json.loads(done.stdout)["files"]) == 2  # a file with two names is one
        inside = {path.relative_to(folder / "out").as_posix() for path in (folder / "out").rglob("*.po")}
        assert inside == {f"{folder.name}/x.po", "beside/z.po"}
        for name in inside:
            (folder / "out" / name).unlink()
    assert not (folder / "beside").exists()
    assert (folder / "../beside/z.po").read_text("utf-8") == PO


@ONLY_SQLITE
def test_two_results_of_one_name_are_refused(folder: Path, termbase: Run) -> None:
    (folder / "sub" / "guide.md").write_text("Open\n")
    (folder / "sub" / "guide.md.xlf").write_text(XLIFF)
    done = termbase("memory", "pretranslate", "sub", "--target", "zh-CN", "--out", "out", cwd=folder)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "sub/guide.md.xlf: would be written to out/guide.md.xlf, as sub/guide.md is" in done.stderr
    assert not (folder / "out").exists()


@ONLY_SQLITE
def test_a_device_is_no_memory(folder: Path, termbase: Run) -> None:
    os.mkfifo(folder / "pipe")
    for command in ("stats", "import a.tmx"):
        done = termbase("memory", *command.split(), "--memory", "pipe", cwd=folder)
        assert (done.returncode, "pipe: is a device, not a memory" in done.stderr) == (2, True)


@ONLY_SQLITE
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_queries_may_be_in_any_encoding(folder: Path, termbase: Run, encoding: str) -> None:
    (folder / "queries").write_bytes("打开\r\nOpen\r\n".encode(encoding))
    done = termbase("memory", "search", "--queries", "queries", cwd=folder)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(each["query"], each["matches"][0]["score"]) for each in answers] == [("打开", 100), ("Open", 100)]


@ONLY_SQLITE
def test_a_page_behind_the_last_one_says_how_many_there_are(folder: Path, termbase: Run) -> None:
    done = termbase("memory", "concordance", "Open", "--offset", "7", cwd=folder)
    assert (done.stdout.strip(), done.stderr) == ("", "none after 7 of 1\n")
    done = termbase("memory", "concordance", "Open", "--offset", "99999999999999999999", cwd=folder)
    assert (done.returncode, "--offset" in done.stderr) == (2, True)
