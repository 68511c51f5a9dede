"""Long work that is interrupted: the old output stays, no process or unfinished file is left, a new run works."""

from __future__ import annotations

import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.command import COMMAND
from tests.conftest import Run

FILES = 100
SENTENCE = "Ministers praised the Digital Silk Road (数字丝绸之路) in town number {number}. "
FILLER = "The town has a harbour, a market and a school, and its people trade with the neighbours. " * 300


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of many documents, large enough for several processes."""
    folder = tmp_path_factory.mktemp("documents")
    for number in range(FILES):
        (folder / f"{number:04}.txt").write_text(SENTENCE.format(number=number) + FILLER, "utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def processes_in(folder: Path) -> list[str]:
    """The processes whose working directory is a folder."""
    return [entry.name for entry in Path("/proc").glob("[0-9]*") if _directory(entry) == folder]


def _directory(process: Path) -> Path | None:
    try:
        return (process / "cwd").readlink()
    except OSError:
        return None


@pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="needs /proc to see which processes are left")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_an_interrupted_build_changes_nothing(
    termbase: Run, documents: Path, tmp_path: Path, stop: signal.Signals
) -> None:
    (tmp_path / "small.txt").write_text("It is about cyber sovereignty (网络主权).\n", "utf-8")
    assert termbase("build", "small.txt", "--out", "out", cwd=tmp_path).returncode == 0
    before = contents(tmp_path / "out")

    command = [str(COMMAND), "build", str(documents), "--out", "out", "--force"]
    running = subprocess.Popen(
        command, cwd=tmp_path, stderr=subprocess.PIPE, encoding="utf-8", preexec_fn=_heed_interrupts
    )
    while len(processes_in(tmp_path)) < 3:  # the command, its helper for starting processes, and a worker
        assert running.poll() is None
        time.sleep(0.02)
    running.send_signal(stop)
    _, errors = running.communicate(timeout=60)
    assert running.returncode == (-stop if stop is signal.SIGKILL else 128 + stop)
    if stop is not signal.SIGKILL:
        assert errors.splitlines() == (["", "Aborted!"] if stop is signal.SIGINT else [])
    assert contents(tmp_path / "out") == before
    deadline = time.monotonic() + 30
    while processes_in(tmp_path) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert processes_in(tmp_path) == []


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_no_unfinished_file_is_left(tmp_path: Path, stop: signal.Signals) -> None:
    unit = "<tu><tuv xml:lang='en'><seg>town {0}</seg></tuv><tuv xml:lang='zh-CN'><seg>{0} 号镇</seg></tuv></tu>\n"
    with (tmp_path / "large.tmx").open("w", encoding="utf-8") as memory:
        memory.write("<tmx version='1.4'><header srclang='en'/><body>\n")
        memory.writelines(unit.format(number) for number in range(200_000))
        memory.write("</body></tmx>\n")
    command = [str(COMMAND), "tmx", "convert", "large.tmx", "--out", "converted.tmx"]
    running = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, preexec_fn=_heed_interrupts)
    while len(list(tmp_path.iterdir())) == 1:  # the unfinished file is not there yet
        assert running.poll() is None
        time.sleep(0.02)
    running.send_signal(stop)
    running.communicate(timeout=60)
    assert running.returncode == 128 + stop
    assert [path.name for path in tmp_path.iterdir()] == ["large.tmx"]


def _heed_interrupts() -> None:
    """Undo what a shell does for jobs in the background: they ignore SIGINT, and so would what they start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_several_processes_give_what_one_gives(termbase: Run, documents: Path, tmp_path: Path) -> None:
    from termbase.document.reader import read_document
    from termbase.gather.pairs import distinct_pairs, document_glosses
    from termbase.gather.review import candidates_tsv

    assert termbase("build", documents, "--out", tmp_path / "out").returncode == 0
    alone = distinct_pairs(document_glosses(read_document(str(file))) for file in sorted(documents.iterdir()))
    assert (tmp_path / "out" / "candidates.tsv").read_text("utf-8") == candidates_tsv(alone)
