"""`termbase mine` as a user runs it, and the way of a mined pair into a termbase."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.mine.segments import NOUNS, segments


@pytest.fixture(scope="module")
def bitext(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("bitext") / "book.tsv"
    rows = "".join(f"{one.en}\t{one.zh}\n" for one in segments())
    file.write_text(f"en\tzh-CN\n{rows}", "utf-8")
    return file


@pytest.fixture(scope="module")
def mined(termbase: Run, bitext: Path) -> str:
    """What `mine` prints of the bitext, as TSV."""
    done = termbase("mine", "--bitext", bitext, "--format", "tsv")
    assert done.returncode == 0, done.stderr
    return done.stdout


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines(), delimiter="\t"))


def test_tsv_has_a_header_and_the_best_first(mined: str) -> None:
    assert mined.splitlines()[0] == "zh\ten\tscore\tcount"
    rows = table(mined)
    scores = [float(row["score"]) for row in rows]
    assert scores == sorted(scores, reverse=True)
    assert {(row["zh"], row["en"]) for row in rows} >= set(zip(NOUNS.values(), NOUNS, strict=True))


def test_every_format_of_bitext_gives_the_same_pairs(
    termbase: Run, bitext: Path, mined: str, tmp_path: Path
) -> None:
    for name in ("book.tmx", "book.xliff", "book.po"):
        made = termbase("tmx", "convert", bitext, "--out", tmp_path / name)
        assert made.returncode == 0, made.stderr
        assert termbase("mine", "--bitext", tmp_path / name, "--format", "tsv").stdout == mined


def test_several_files_are_mined_together(termbase: Run, bitext: Path, mined: str, tmp_path: Path) -> None:
    header, *rows = bitext.read_text("utf-8").splitlines(keepends=True)
    for number, part in enumerate((rows[:11], rows[11:])):
        (tmp_path / f"{number}.tsv").write_text("".join([header, *part]), "utf-8")
    parts = [word for number in range(2) for word in ("--bitext", tmp_path / f"{number}.tsv")]
    assert termbase("mine", *parts, "--format", "tsv").stdout == mined


def test_json_has_kind_and_examples(termbase: Run, bitext: Path) -> None:
    done = termbase("mine", "--bitext", bitext, "--format", "jsonl", "--limit", 3)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(records) == 3
    for record in records:
        assert record["kind"] == "term"
        assert len(record["examples"]) == 2
        assert all(record["zh"] in one["zh"] and one["line"] > 1 for one in record["examples"])


def test_known_pairs_are_left_out(termbase: Run, bitext: Path, tmp_path: Path) -> None:
    known = tmp_path / "known.csv"
    known.write_text("en,zh-TW\nPrinters,打印機\nnetwork,網絡設置\n", "utf-8")
    done = termbase("mine", "--bitext", bitext, "--known", known, "--format", "tsv")
    found = {(row["zh"], row["en"]) for row in table(done.stdout)}
    assert ("打印机", "printer") not in found
    assert ("网络", "network") in found
    assert "left out: 1 in a termbase" in done.stderr


@pytest.mark.parametrize("general", ["general.md", "general.tsv", "frequencies.tsv"])
def test_words_of_general_text_move_down(
    termbase: Run, bitext: Path, mined: str, tmp_path: Path, general: str
) -> None:
    before = [(row["zh"], row["en"]) for row in table(mined)]
    zh, en = before[0]
    texts = {
        "general.md": "".join(f"{zh}是{n}。\n\nThe {en} is {n}.\n\n" for n in range(90)),
        "general.tsv": "en\tzh-CN\n" + "".join(f"The {en} is {n}.\t{zh}是{n}。\n" for n in range(90)),
        "frequencies.tsv": f"word\tcount\n{zh}\t5000\n{en}\t4000\nthe\t90000\n",
    }
    (tmp_path / general).write_text(texts[general], "utf-8")
    done = termbase("mine", "--bitext", bitext, "--format", "tsv", "--against", tmp_path / general)
    after = [(row["zh"], row["en"]) for row in table(done.stdout)]
    assert after.index((zh, en)) > 0
    assert set(after) == set(before)


def test_mined_pairs_are_reviewed_and_built(termbase: Run, bitext: Path, tmp_path: Path) -> None:
    out, report = tmp_path / "mined", tmp_path / "report.md"
    report.write_text("The Digital Silk Road (数字丝绸之路) is a plan.\n", "utf-8")
    assert termbase("mine", "--bitext", bitext, "--out", out, "--limit", 5).returncode == 0
    refused = termbase("mine", "--bitext", bitext, "--out", out)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert termbase("review", out, "--accept-above", "0.01").returncode == 0
    again = termbase("mine", "--bitext", bitext, "--out", out, "--limit", 5, "--force")
    assert "5 decisions kept" in again.stdout
    rows = table((out / "candidates.tsv").read_text("utf-8"))
    assert [row["decision"] for row in rows] == ["accept"] * 5
    assert all(row["sentence"] and row["second_sentence"] and int(row["count"]) > 2 for row in rows)
    built = termbase("build", report, "--out", tmp_path / "built", "--decisions", out / "candidates.tsv")
    assert built.returncode == 0, built.stderr
    found = termbase("lookup", rows[0]["en"], "--termbase", tmp_path / "built" / "termbase.tbx").stdout
    assert rows[0]["zh"] in found


@pytest.mark.parametrize(
    ("text", "message"),
    [("en\tde\nfile\tDatei\n", "no segment pair in Chinese and English"), ("en\tzh-CN\n", "no segment pair")],
)
def test_files_without_chinese_and_english_are_refused(
    termbase: Run, tmp_path: Path, text: str, message: str
) -> None:
    (tmp_path / "other.tsv").write_text(text, "utf-8")
    done = termbase("mine", "--bitext", tmp_path / "other.tsv")
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stdout == ""


def test_what_is_left_out_is_reported(termbase: Run, bitext: Path, tmp_path: Path) -> None:
    made = termbase("tmx", "convert", bitext, "--out", tmp_path / "book.po")
    assert made.returncode == 0
    text = (tmp_path / "book.po").read_text("utf-8")
    first = text.index("\nmsgid ", text.index("msgid ") + 1)
    (tmp_path / "book.po").write_text(f"{text[:first]}\n#, fuzzy{text[first:]}", "utf-8")
    done = termbase("mine", "--bitext", tmp_path / "book.po", "--format", "tsv")
    assert "left out: 1 unfinished" in done.stderr
    assert f"{len(segments()) - 1} segment pairs" in done.stderr
