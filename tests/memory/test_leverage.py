"""The leverage of files is counted by bands, over several files too, and written in every form."""

from __future__ import annotations

import json
import random
from html.parser import HTMLParser
from pathlib import Path

import pytest
from openpyxl import load_workbook
from rapidfuzz.distance import Levenshtein

from tests.conftest import Run
from tests.memory.conftest import ONLY_SQLITE, Fill, unit
from tmx.memory.leverage import Leverage
from tmx.memory.repeats import LEAST, Earlier
from tmx.memory.tokens import tokens

HEAD = 'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n"X-Source-Language: en\\n"\n'


def po(*texts: str) -> str:
    return HEAD + "".join(f'\nmsgid "{text}"\nmsgstr ""\n' for text in texts)


FILES = {
    "job/a.po": po("Open the file in the editor", "Nothing like it was ever seen here"),
    "job/sub/b.po": po("Nothing like it was ever seen here", "Nothing like it was ever seen there"),
    "job/c.md": "Open the file in the viewer\n",
}


@pytest.fixture
def job(tmp_path: Path, fill: Fill) -> Path:
    fill([unit("Open the file in the editor", "在编辑器中打开文件")])
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


EXPECTED = {
    "100": (1, 6, 22),
    "repetitions": (1, 7, 28),
    "75-84": (1, 6, 22),
    "internal": (1, 7, 29),
    "new": (1, 7, 28),
}


@ONLY_SQLITE
def test_a_folder(job: Path, memory: str, termbase: Run) -> None:
    arguments = ("memory", "pretranslate", "job", "--target", "zh-CN", "--memory", memory)
    done = termbase(*arguments, "--out", "out", "--format", "json", cwd=job)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    counted = {name: tuple(band.values()) for name, band in report["bands"].items() if band["segments"]}
    assert counted == EXPECTED | {"total": (5, 33, 129)}
    assert [each["file"] for each in report["files"]] == ["job/a.po", "job/c.md", "job/sub/b.po"]
    assert [each["bands"]["total"]["segments"] for each in report["files"]] == [2, 1, 2]
    assert (report["filled"], report["to_review"], report["translated"]) == (2, 1, 0)
    assert "job/c.md: 1 filled in (1 to be reviewed), 0 translated before" in done.stderr
    written = {file.relative_to(job / "out").as_posix() for file in (job / "out").rglob("*") if file.is_file()}
    assert written == {"a.po", "sub/b.po", "c.md.xlf"}
    again = termbase(*arguments, "--out", "out", cwd=job)
    assert (again.returncode, len(again.stderr.splitlines())) == (2, 1)


@ONLY_SQLITE
def test_nothing_is_written_if_one_file_is_damaged(job: Path, memory: str, termbase: Run) -> None:
    (job / "job" / "z.po").write_text('msgid "a\n')
    arguments = ("memory", "pretranslate", "job", "--target", "zh-CN", "--memory", memory)
    done = termbase(*arguments, "--out", "out", "--report", "report.json", cwd=job)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "job/z.po:1" in done.stderr
    assert not (job / "report.json").exists()
    assert not [file for file in (job / "out").rglob("*") if file.is_file()]


class _Cells(HTMLParser):
    """The cells of all tables of a page, row by row."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and self.lasttag in ("th", "td") and data.strip():
            self.rows[-1][-1] += data


@ONLY_SQLITE
def test_forms_of_the_report(job: Path, memory: str, termbase: Run) -> None:
    for form in ("json", "xlsx", "html", "csv", "tsv"):
        done = termbase(
            "memory",
            "pretranslate",
            "job",
            "--target",
            "zh-CN",
            "--memory",
            memory,
            "--report",
            f"r.{form}",
            cwd=job,
        )
        assert done.returncode == 0, done.stderr
    assert "internal" in done.stdout
    assert json.loads((job / "r.json").read_text("utf-8"))["bands"]["new"]["words"] == 7
    rows = list(load_workbook(job / "r.xlsx").active.iter_rows(values_only=True))
    assert rows[0] == ("file", "band", "segments", "words", "characters", "percent of words")
    counted = {row[1]: row[2:5] for row in rows if row[0] == "3 files" and row[2]}
    assert counted == EXPECTED | {"total": (5, 33, 129)}
    page = (job / "r.html").read_text("utf-8")
    cells = _Cells(page).rows
    assert ["75-84", "1", "6", "22", "18"] in cells
    assert "http" not in page.replace("http-equiv", "")
    assert (job / "r.tsv").read_text("utf-8").splitlines()[1] == "3 files\tcontext\t0\t0\t0\t0"
    wrong = termbase("memory", "pretranslate", "job", "--memory", memory, "--report", "r.doc", cwd=job)
    assert (wrong.returncode, len(wrong.stderr.splitlines())) == (2, 1)


def test_repetitions_in_earlier_files() -> None:
    earlier = Earlier()
    first, second = Leverage(earlier), Leverage(earlier)
    assert first.add("One two three four", 0) == "new"
    assert second.add("One two three four", 60) == "repetitions"
    assert second.add("One two three five", 80) == "75-84"


def test_the_nearest_of_earlier_texts_is_found() -> None:
    """No text is missed by comparing those only that share a rare token."""
    chance = random.Random(5)
    for words in (8, 40, 400):
        earlier, seen = Earlier(), list[list[str]]()
        for _ in range(400):
            old = chance.choice(seen)[:] if seen and chance.random() < 0.8 else []
            while len(old) < 2 or chance.random() < 0.4:
                at = chance.randrange(len(old) + 1)
                old[at : at + chance.randint(0, 1)] = [f"w{chance.randrange(words)}"]
            text = " ".join(old)
            assert tokens(text) == old
            nearest = max(
                (int(100 * Levenshtein.normalized_similarity(old, each) + 1e-9) for each in seen), default=0
            )
            assert earlier.add(text) == (nearest if nearest >= LEAST else 0)
            seen.append(old)
