"""In a folder, files that cannot be read are reported, and the others are checked."""

import os
import sys
from pathlib import Path

import pytest

from tests.command import Finished, run
from tests.conftest import ROOT

HOUSE = ROOT / "tests" / "check" / "house.tbx"
BAD = "Three risks to network security.\n"


def check(folder: Path, *arguments: object) -> Finished:
    done = run("check", "--termbase", HOUSE, *arguments, cwd=folder)
    assert "Traceback" not in done.stderr
    return done


def test_what_cannot_be_read_is_reported_and_the_rest_is_checked(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(BAD, "utf-8")
    (tmp_path / "binary.md").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "damaged.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "cut.tmx").write_text("<tmx><body><tu>", "utf-8")
    (tmp_path / "open.md").write_text("# a\n```\n[b](c <img\n| d\n|--\n**e *f `g\n", "utf-8")
    (tmp_path / "gone.md").symlink_to("nowhere.md")
    (tmp_path / "self.md").symlink_to("self.md")
    (tmp_path / "up").symlink_to(".")
    done = check(tmp_path, ".")
    summary = "1 finding in 3 documents: deprecated 1. Damage in the files: 2 repaired, 1 lost."
    assert (done.returncode, done.stdout.splitlines()[-2]) == (2, summary)
    assert check(tmp_path, ".", "--exit-zero").returncode == 2
    assert [line.split(":")[1] for line in done.stderr.splitlines() if line.startswith("Error")] == [
        " binary.md",
        " damaged.docx",
    ]


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() == 0, reason="this user may read every file")
def test_closed_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(BAD, "utf-8")
    (tmp_path / "closed.md").write_text(BAD, "utf-8")
    (tmp_path / "closed.md").chmod(0)
    (tmp_path / "inner").mkdir(mode=0)
    try:
        assert check(tmp_path, ".").returncode == 2
        assert check(tmp_path, "inner").returncode == check(tmp_path, "closed.md").returncode == 2
    finally:
        (tmp_path / "inner").chmod(0o700)


@pytest.mark.skipif(sys.platform != "linux", reason="file names are always valid text on this system")
@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "junit", "html"])
def test_a_file_name_that_is_not_valid_text(tmp_path: Path, form: str) -> None:
    name = os.fsdecode(b"caf\xe9\n100%.md")
    (tmp_path / name).write_text(BAD, "utf-8")
    done = check(tmp_path, ".", "--format", form)
    assert done.returncode == 1
    done.stdout.encode("utf-8")
    check(tmp_path, ".", "--write-baseline", "old.json")
    assert check(tmp_path, ".", "--baseline", "old.json").returncode == 0
    assert check(tmp_path, ".", "--fix").returncode == 0
    assert (tmp_path / name).read_text("utf-8") == "Three risks to cybersecurity.\n"


def test_one_line_of_many_letters_and_little_else(tmp_path: Path) -> None:
    text = "".join(sign * 20_000 for sign in "[<*(“`_（") + "network security"
    (tmp_path / "long.md").write_text(text, "utf-8")
    (tmp_path / "long.html").write_text(text, "utf-8")
    assert check(tmp_path, ".").returncode in (0, 1)
