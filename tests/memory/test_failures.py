"""Whatever goes wrong while a memory is written, what was finished is kept, and the next import completes it."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import command
from tests.memory.conftest import ONLY_SQLITE, Fill, unit
from tests.memory.server import Server, missing, running
from tmx.memory.search import Query
from tmx.memory.store import open_store
from tmx.writer import new_header, write

COUNT = 6000
SMALL_BATCHES = (
    "import tmx.memory.add as add, tmx.memory.index as index; add.BATCH = index.BATCH = index._PAGE = 400;"
    " from termbase_cli.main import main; main()"
)
"""The program with batches so small that an import of the tests has several."""


INTERRUPTED = """
import signal, tmx.memory.add as add
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
own = add.Addition._add
def interrupt(self, *values):
    if self._counts.added == 1000:
        signal.raise_signal(signal.SIGINT)
    own(self, *values)
add.Addition._add = interrupt
"""
"""Before the program: it is interrupted in the third of these batches."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file whose import takes some batches."""
    path = tmp_path / "a.tmx"
    units = (unit(f"Text {number} of a long job {number % 97}", f"第{number}个文本") for number in range(COUNT))
    with path.open("wb") as opened:
        write(opened, new_header("en", None), units)
    return path


def importer(memory: str, file: Path) -> list[str]:
    return [sys.executable, "-c", SMALL_BATCHES, "memory", "import", "--memory", memory, str(file)]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return command.run("memory", *arguments)


def refused(done: subprocess.CompletedProcess[str], message: str) -> None:
    """Check that a command ended with an error in one line."""
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1), done.stderr
    assert message in done.stderr


def completed(memory: str, file: Path) -> None:
    """Check that another import completes the memory."""
    done = run("import", "--memory", memory, file)
    assert done.returncode == 0, done.stderr
    with open_store(memory) as store:
        assert (store.stats().units, store.pending(), store.faults()) == (COUNT, 0, [])
        texts = [found.variants[0].segment for found in store.units()]
        assert len(texts) == len(set(texts))
        for number in (0, COUNT // 2, COUNT - 1):
            query = Query(f"Text {number} of a long job {number % 97}", "en", "zh-Hans-CN")
            assert (store.find(query)[0].score, store.find(query)[0].target) == (100, f"第{number}个文本")


def test_an_importer_that_is_killed_ten_times(memory: str, file: Path) -> None:
    chance = random.Random(11)
    units = killed = 0
    for attempt in range(10):
        process = subprocess.Popen(importer(memory, file), stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.1, 0.3 + 0.1 * attempt))  # the first ones before it can be complete
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        if (stats := run("stats", "--memory", memory, "--format", "json")).returncode:
            assert re.search("there is no|is empty", stats.stderr)  # killed before it was made
            continue
        checked = run("verify", "--memory", memory)
        assert checked.returncode == 0, checked.stdout
        with open_store(memory) as store:
            assert units <= store.stats().units
            units = store.stats().units
    assert killed
    completed(memory, file)


def test_a_memory_that_is_verified_and_searched_while_it_is_written(memory: str, file: Path, fill: Fill) -> None:
    fill([unit("Open the file", "打开文件")], name="first.tmx")
    process = subprocess.Popen(importer(memory, file), stderr=subprocess.DEVNULL)
    checks = 0
    while process.poll() is None:
        with open_store(memory) as store:
            assert store.faults() == []
            assert store.find(Query("Open the file", "en", "zh-Hans-CN"))[0].score == 100
        checks += 1
    assert process.returncode == 0
    assert checks


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Callable[[int], None]]:
    """A disk of some MB at a folder, and a function that makes it larger. Skips the test if none can be made."""
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}m", "tmpfs", folder], capture_output=True)
    if made.returncode:
        pytest.skip("no small disk can be mounted here")

    def enlarge(larger: int) -> None:
        subprocess.run(["mount", "-o", f"remount,size={larger}m", folder], check=True)

    try:
        yield enlarge
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_a_disk_that_is_full(tmp_path: Path, file: Path, size: int) -> None:
    with small_disk(tmp_path / "small", size) as enlarge:
        memory = str(tmp_path / "small" / "memory.db")
        done = subprocess.run(importer(memory, file), capture_output=True, text=True)
        refused(done, "the disk is full")
        if run("stats", "--memory", memory).returncode == 0:
            assert run("verify", "--memory", memory).returncode == 0
        enlarge(100)
        completed(memory, file)


@pytest.fixture(params=[3, 5, 7])
def full_server(request: pytest.FixtureRequest, server: Server) -> Iterator[tuple[str, Callable[[int], None]]]:
    """The address of a database whose tables are on a disk of some MB, and a function that makes it larger."""
    small = server.folder / "small"
    with small_disk(small, request.param) as enlarge:
        place = small / "tables"
        place.mkdir()
        if not os.geteuid():
            shutil.chown(place, "postgres")
        server.run(f"create tablespace small location '{place}'", "create database full_one tablespace small"
                   " template template0 encoding 'utf8'")  # fmt: skip
        try:
            yield server.address("full_one"), enlarge
        finally:
            server.run("drop database full_one with (force)", "drop tablespace small")
    small.rmdir()


def test_a_server_whose_disk_is_full(full_server: tuple[str, Callable[[int], None]], file: Path) -> None:
    memory, enlarge = full_server
    refused(subprocess.run(importer(memory, file), capture_output=True, text=True), "the disk is full")
    enlarge(200)
    checked = run("verify", "--memory", memory)
    assert checked.returncode == 0 or "there is no memory" in checked.stderr
    completed(memory, file)


@pytest.mark.skipif(bool(missing()), reason=missing())
def test_a_server_without_any_space(file: Path) -> None:
    """A server that cannot even write its log (WAL) stops, and starts when there is space."""
    with tempfile.TemporaryDirectory() as top, small_disk(Path(top, "small"), 34) as enlarge:
        Path(top).chmod(0o755)
        with running(Path(top, "small")) as server:
            memory = server.address()
            done = subprocess.run(importer(memory, file), capture_output=True, text=True)
            refused(done, "disk is full" if "disk is full" in done.stderr else "the log of the server says why")
            is_stopped = bool(run("stats", "--memory", memory).returncode)
            enlarge(300)
            if is_stopped:
                server.start()
            assert run("verify", "--memory", memory).returncode == 0
            completed(memory, file)


@ONLY_SQLITE
def test_a_damaged_file_is_reported_in_one_line(memory: str, fill: Fill, tmp_path: Path) -> None:
    """Damage anywhere is found by verify, or makes no difference to what the memory holds."""
    fill(unit(f"Text {number} of a long job {number % 97}", f"第{number}个文本") for number in range(900))
    with open_store(memory) as store:
        whole = list(store.units())
    data, chance = Path(memory).read_bytes(), random.Random(4)
    damaged = tmp_path / "damaged.db"
    statuses = set()
    for cut in [None] * 16 + [chance.randrange(len(data)) for _ in range(4)]:
        at = chance.randrange(100, len(data) - 500)
        damaged.write_bytes(data[:cut] if cut else data[:at] + chance.randbytes(500) + data[at + 500 :])
        checked = run("verify", "--memory", damaged)
        statuses.add(checked.returncode)
        if checked.returncode == 2:
            refused(checked, "is damaged" if (cut or 16) > 15 else "not an SQLite file")
        elif checked.returncode == 1:
            assert checked.stdout.strip()
        else:
            with open_store(str(damaged)) as store:
                assert list(store.units()) == whole
        exported = run("export", "--memory", damaged, "--out", tmp_path / "out.tmx", "--force")
        if exported.returncode:
            refused(exported, "damaged.db: is ")
    assert statuses >= {1, 2}


@ONLY_SQLITE
def test_an_import_that_is_interrupted_counts_what_is_kept(memory: str, file: Path) -> None:
    """Units of a transaction that was undone are not counted, and indexing, which takes long, is left for later."""
    interrupted = importer(memory, file)
    interrupted[2] = INTERRUPTED + interrupted[2]
    done = subprocess.run(interrupted, capture_output=True, text=True)
    assert done.returncode == 130
    assert done.stderr.splitlines()[0] == f"{memory}: 800 units added, 0 updated, 0 unchanged"
    with open_store(memory) as store:
        assert (store.stats().units, store.pending()) == (800, 800)
    completed(memory, file)


@pytest.mark.parametrize("memory", ["postgres"], indirect=True)
def test_a_server_that_goes_away_between_two_searches(memory: str, server: Server, fill: Fill) -> None:
    fill([unit("Open the file", "打开文件")])
    arguments = [str(command.COMMAND), "memory", "search", "--queries", "-", "--memory", memory]
    process = subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("Open the file\n")
    process.stdin.flush()
    assert '"score": 100' in process.stdout.readline()
    server.control("-m", "immediate", "stop")
    try:
        _, error = process.communicate("Open the file\n")
    finally:
        server.start()
    refused(subprocess.CompletedProcess(arguments, process.returncode, "", error), "has ended the connection")
    with open_store(memory) as store:
        assert store.faults() == []


def test_a_disk_that_may_only_be_read(tmp_path: Path, file: Path) -> None:
    with small_disk(tmp_path / "small", 60):
        memory = tmp_path / "small" / "memory.db"
        assert run("import", "--memory", memory, file).returncode == 0
        subprocess.run(["mount", "-o", "remount,ro", tmp_path / "small"], check=True)
        for arguments in (("import", file), ("compact",), ("dedupe",)):
            refused(run(*arguments, "--memory", memory), "may you write in it?")
        refused(run("import", "--memory", tmp_path / "small" / "new.db", file), "may you write in it?")
        found = run("search", "Text 7 of a long job 7", "--target", "zh-CN", "--memory", memory)
        assert "第7个文本" in found.stdout
        assert run("verify", "--memory", memory).returncode == 0
