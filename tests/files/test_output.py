from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from subprocess import PIPE
from types import FrameType
from typing import Any

import pytest

from termbase.errors import TermbaseError
from termbase.files.output import refuse_overwriting, whole_files, write_file, write_files


def test_files_are_written_into_a_new_folder(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    write_files(str(folder), {"a": b"1", "b": b"2"})
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a": b"1", "b": b"2"}


def test_a_failure_leaves_the_old_files_and_nothing_else(tmp_path: Path) -> None:
    write_files(str(tmp_path), {"a": b"old"})
    with pytest.raises(TermbaseError, match="is a file, not a folder"):
        write_files(str(tmp_path), {"a": b"new", "a/b": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old"}


def test_a_folder_that_cannot_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(TermbaseError, match="is in a file, which is not a folder"):
        write_files(str(tmp_path / "file" / "folder"), {"a": b""})


def test_existing_files_are_not_overwritten_unasked(tmp_path: Path) -> None:
    for name in "bc":
        (tmp_path / name).write_text("x")
    a, b, c = (str(tmp_path / name) for name in "abc")
    refuse_overwriting([a, "-"], force=False)
    refuse_overwriting([a, b], force=True)
    with pytest.raises(TermbaseError, match=r"b: exists already, c too \(--force overwrites it\)"):
        refuse_overwriting([a, b, c], force=False)


@pytest.mark.parametrize("fails", ["in the first", "in the second", "behind both"])
def test_of_several_files_none_is_replaced_if_one_fails(tmp_path: Path, fails: str) -> None:
    write_files(str(tmp_path), {"a": b"old", "b.gz": b"old"})
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def fill() -> None:
        with whole_files(str(tmp_path)) as open_file:
            for name in ("a", "b.gz"):
                open_file(str(tmp_path / name)).write(b"new" * 100_000)
                if fails == {"a": "in the first", "b.gz": "in the second"}[name]:
                    raise KeyboardInterrupt
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fill()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def _write_and_stop(file: str, line: int, stops: Sequence[int]) -> bool:
    """Write a file, and end the program at one of the lines that run, counted; return whether so many lines run.

    `stops` are the signals that have been handled. One that another thread receives is handled a little later.
    """
    lines, before = 0, len(stops)

    def trace(_frame: FrameType, event: str, _argument: object) -> Callable[..., Any]:
        nonlocal lines
        lines += event == "line"
        if event == "line" and lines == line:
            os.kill(os.getpid(), signal.SIGTERM)
        return trace

    with suppress(SystemExit):
        try:
            sys.settrace(trace)
            write_file(file, b"new")
        finally:
            sys.settrace(None)
            while lines >= line and len(stops) == before:
                time.sleep(0.001)
    return lines >= line


@pytest.mark.skipif(os.name != "posix", reason="signals to end are those of POSIX")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # a stop in a `__del__`
@pytest.mark.parametrize("name", ["a.tsv", "a.tsv.gz"])
def test_a_stop_at_any_line_leaves_the_old_file_or_the_new_one_and_nothing_else(tmp_path: Path, name: str) -> None:
    stops: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        stops.append(number)
        sys.exit(128 + number)

    old_handler = signal.signal(signal.SIGTERM, stop)
    try:
        write_file(str(tmp_path / name), b"new")
        new = (tmp_path / name).read_bytes()
        for line in count(1):
            (tmp_path / name).write_bytes(b"old")
            stopped = _write_and_stop(str(tmp_path / name), line, stops)
            assert [path.name for path in tmp_path.iterdir()] == [name], f"stopped at line {line}"
            assert (tmp_path / name).read_bytes() in (b"old", new)
            if not stopped:
                break
        assert line > 50
    finally:
        signal.signal(signal.SIGTERM, old_handler)


_KILLED = """
import os, signal, sys
from termbase.files.output import whole_files
with whole_files(sys.argv[1]) as open_file:
    for name in sys.argv[2:]:
        open_file(os.path.join(sys.argv[1], name)).write(b"half")
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(os.name != "posix", reason="the locks are those of POSIX")
def test_what_a_killed_writer_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    long = "长" * 60
    own = [tmp_path / ".a.tsv.20240101", tmp_path / ".a.tsv.swp", tmp_path / ".b.x.unfinished"]
    for path in own:
        path.write_text("x")

    def left_of(name: str) -> list[Path]:
        return [path for path in tmp_path.glob(f".{name[:13]}*.unfinished") if path not in own]

    writer = subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(tmp_path), "a.tsv", long], stdin=PIPE, stdout=PIPE, text=True
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "open\n"
    for path in (*own, *left_of("a.tsv"), *left_of(long)):
        os.utime(path, (0, 0))
    write_file(str(tmp_path / "a.tsv"), b"whole")
    assert len(left_of("a.tsv")) == 1  # its writer is alive
    writer.kill()
    writer.communicate()
    write_file(str(tmp_path / "a.tsv"), b"whole")
    write_file(str(tmp_path / long), b"whole")
    assert left_of("a.tsv") == left_of(long) == []
    assert all(path.exists() for path in own)
    young = tmp_path / ".a.tsv.young.unfinished"
    young.write_text("x")
    write_file(str(tmp_path / "a.tsv"), b"whole")
    assert young.exists()


@pytest.mark.skipif(os.name != "posix", reason="access rights and links are those of POSIX")
def test_a_replaced_file_keeps_its_rights_and_a_new_one_gets_those_of_the_user(tmp_path: Path) -> None:
    old, link, new = tmp_path / "old", tmp_path / "link", tmp_path / "new"
    old.write_text("old")
    old.chmod(0o640)
    link.symlink_to(old)
    mask = os.umask(0o027)
    try:
        write_file(str(link), b"x")
        write_file(str(new), b"x")
    finally:
        os.umask(mask)
    assert (link.is_symlink(), old.read_bytes(), new.read_bytes()) == (True, b"x", b"x")
    assert [path.stat().st_mode & 0o777 for path in (old, new)] == [0o640, 0o640]


@pytest.mark.parametrize("name", ["n" * 255, "名" * 85, "folder/file"])
def test_every_name_that_a_file_can_have_can_be_written(tmp_path: Path, name: str) -> None:
    write_file(str(tmp_path / name), b"x")
    assert (tmp_path / name).read_bytes() == b"x"


def test_a_packed_file_is_packed_alike_whenever_and_wherever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, seconds in (("one", 1e9), ("two", 2e9)):
        with monkeypatch.context() as clock:
            clock.setattr("time.time", lambda now=seconds: now)
            write_file(str(tmp_path / folder / "m.tmx.gz"), b"text")
    one, two = ((tmp_path / folder / "m.tmx.gz").read_bytes() for folder in ("one", "two"))
    assert one == two
    assert gzip.decompress(one) == b"text"


@pytest.mark.skipif(os.name != "posix", reason="only POSIX bounds the size of files")
@pytest.mark.parametrize("name", ["a", "a.gz"])
def test_a_disk_that_is_full_leaves_the_old_file(tmp_path: Path, name: str) -> None:
    import resource

    write_file(str(tmp_path / name), b"old")
    before = (tmp_path / name).read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(TermbaseError, match=f"{name}: cannot write it: file too large"):
            write_file(str(tmp_path / name), os.urandom(100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {name: before}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        refuse_overwriting([str(pipe)], force=False)
        write_file(str(pipe), b"x")
        assert (os.read(reader, 9), pipe.is_fifo()) == (b"x", True)
    finally:
        os.close(reader)
