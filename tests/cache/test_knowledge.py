"""Tests that one fingerprint of the program serves every cache, and depends on every file but on nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from termbase.cache.knowledge import PACKAGES
from tests.conftest import ROOT

FOLDERS = {"termbase_service": "service", "termbase_cli": "cli", "termbase_data": "data"}
SHOW = "from termbase.cache.knowledge import knowledge; print(knowledge())"
USE = """
import sys
from pathlib import Path
from termbase.cache.place import place_of
from termbase.index.cache import place_of as of_index
from termbase.match.stored import place_of as of_terms
from termbase.text.chinese.dictionary import place_of as of_words
print(len({of_index, of_terms, of_words, place_of}), place_of(Path(sys.argv[1]), ".x").name)
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Make a copy of the program, so that its files can be changed."""
    for package in PACKAGES:
        shutil.copytree(
            ROOT / FOLDERS.get(package, package),
            tmp_path / "program" / package,
            ignore=shutil.ignore_patterns("__pycache__"),
        )
    return tmp_path / "program"


def run(program: Path, code: str, *arguments: str) -> str:
    environment = os.environ | {"PYTHONPATH": str(program), "XDG_CACHE_HOME": str(program.parent / "cache")}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=program,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def append(*names: str) -> Callable[[Path], object]:
    def change(program: Path) -> None:
        with program.joinpath(*names).open("a", encoding="utf-8") as file:
            file.write("\n")

    return change


@pytest.mark.parametrize(
    "change",
    [
        append("termbase", "model.py"),
        append("termbase", "tbx", "reader.py"),
        append("termbase_data", "seed.tbx"),
        append("termbase_data", "regional_words.tsv"),
        append("tmx", "reader.py"),
        append("termbase_service", "check.py"),
        append("termbase_cli", "check.py"),
        lambda program: (
            (program / "termbase" / "deep" / "deeper").mkdir(parents=True)
            or (program / "termbase" / "deep" / "deeper" / "new.py").write_text("", "utf-8")
        ),
        lambda program: (program / "tmx" / "py.typed").unlink(),
        lambda program: (program / "library-2.0.dist-info").mkdir(),
    ],
    ids=["loose", "nested", "data", "table", "tmx", "service", "command", "new deep file", "file gone", "library"],
)
def test_a_change_of_any_file_gives_another_fingerprint(program: Path, change: Callable[[Path], object]) -> None:
    before = run(program, SHOW)
    assert run(program, SHOW) == before
    change(program)
    assert run(program, SHOW) != before


def test_the_fingerprint_is_of_the_content_and_not_of_the_installation(program: Path) -> None:
    before = run(program, SHOW)
    for file in program.rglob("*"):
        os.utime(file, (1, 1))
    assert run(program, SHOW) == before
    program.rename(program.with_name("elsewhere"))
    assert run(program.with_name("elsewhere"), SHOW) == before


def test_unchanged_files_are_not_read_again(program: Path) -> None:
    time.sleep(2.1)  # until a change would be visible in the time of a file
    before = run(program, SHOW)
    (stamp,) = (program.parent / "cache").rglob("*.program.stamp")
    marked = stamp.read_bytes().removesuffix(before.strip().encode()) + b"remembered"
    stamp.write_bytes(marked)
    assert run(program, SHOW) == "remembered\n"


def test_what_is_made_of_a_file_is_made_anew_by_another_program(program: Path) -> None:
    file = str(program / "termbase_data" / "seed.tbx")
    one, before = run(program, USE, file).split()
    assert one == "1"  # indexes, compiled terms and the dictionary call the same function
    append("termbase", "tbx", "draft.py")(program)
    assert run(program, USE, file).split() != [one, before]
