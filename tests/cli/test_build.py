"""`termbase build` run again and again: no decision is lost, and the printed table fits the terminal."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from termbase.text.width import columns
from tests.conftest import ROOT, Run

SAMPLES = ROOT / "data" / "samples"


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened, dialect="excel-tab"))


def decide(file: Path, decisions: dict[str, dict[str, str]]) -> None:
    """Fill in cells of a table of candidates, by English term."""
    found = rows(file)
    for row in found:
        row |= decisions.get(row["en"], {})
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(found[0]), dialect="excel-tab")
        writer.writeheader()
        writer.writerows(found)


def decisions_in(file: Path) -> dict[str, str]:
    return {row["en"]: row["decision"] for row in rows(file) if row["decision"]}


@pytest.fixture
def out(termbase: Run, tmp_path: Path) -> Path:
    """A folder with the files of a first build."""
    assert termbase("build", SAMPLES, "--out", tmp_path / "out").returncode == 0
    return tmp_path / "out"


REJECT, ACCEPT, PREFER = ({"decision": word} for word in ("reject", "accept", "prefer"))


def test_decisions_in_the_folder_survive_every_build(termbase: Run, out: Path) -> None:
    decide(out / "candidates.tsv", {"digital divide": REJECT, "cyber sovereignty": ACCEPT})
    for _ in range(2):
        done = termbase("build", SAMPLES, "--out", out, "--force")
        assert done.returncode == 0, done.stderr
        assert f"2 decisions read from {out}/candidates.tsv" in done.stdout
        assert decisions_in(out / "candidates.tsv") == {"digital divide": "reject", "cyber sovereignty": "accept"}
    assert "<term>数字鸿沟" not in (out / "termbase.tbx").read_text("utf-8")


def test_only_an_option_of_its_own_discards_them(termbase: Run, out: Path) -> None:
    decide(out / "candidates.tsv", {"digital divide": REJECT})
    assert termbase("build", SAMPLES, "--out", out).returncode == 2
    assert decisions_in(out / "candidates.tsv") == {"digital divide": "reject"}
    assert termbase("build", SAMPLES, "--out", out, "--force", "--discard-decisions").returncode == 0
    assert decisions_in(out / "candidates.tsv") == {}


def test_a_given_table_is_added_to_the_one_in_the_folder(termbase: Run, out: Path, tmp_path: Path) -> None:
    shutil.copy(out / "candidates.tsv", tmp_path / "mine.tsv")
    decide(out / "candidates.tsv", {"digital divide": REJECT, "cyber sovereignty": ACCEPT})
    decide(tmp_path / "mine.tsv", {"digital divide": PREFER, "digital literacy": ACCEPT})
    done = termbase("build", SAMPLES, "--out", out, "--force", "--decisions", tmp_path / "mine.tsv")
    assert decisions_in(out / "candidates.tsv") == {
        "digital divide": "prefer",
        "cyber sovereignty": "accept",
        "digital literacy": "accept",
    }
    assert "1 decision in a later table differs" in done.stdout


def test_decisions_on_pairs_that_are_no_longer_found_are_kept_and_counted(
    termbase: Run, out: Path, tmp_path: Path
) -> None:
    decide(out / "candidates.tsv", {"digital divide": REJECT, "Ministry of Digital Affairs": ACCEPT})
    (tmp_path / "new.txt").write_text("They discussed cyber sovereignty (网络主权) too.\n", "utf-8")
    done = termbase("build", tmp_path / "new.txt", "--out", out, "--force")
    assert "2 decided pairs not found any more: kept in the table" in done.stdout
    assert decisions_in(out / "candidates.tsv") == {
        "digital divide": "reject",
        "Ministry of Digital Affairs": "accept",
    }
    (kept,) = (row for row in rows(out / "candidates.tsv") if row["zh"] == "數位發展部")
    assert kept["kind"] == "organisation"
    assert 'xml:lang="zh-TW"' in (out / "termbase.tbx").read_text("utf-8")


def test_columns_and_rows_that_a_reviewer_adds_survive_review_and_build(
    termbase: Run, out: Path, tmp_path: Path
) -> None:
    header, first, *others = (out / "candidates.tsv").read_text("utf-8").splitlines()
    own = "\t".join(["", "自加词", "own term", *[""] * 16, "mine"])
    table = [f"{header}\tcomment", f"{first}\task Wang\tand Li", *others, own]
    (out / "candidates.tsv").write_text("\n".join(table) + "\n", "utf-8")
    asked = first.split("\t")[2]
    assert termbase("review", out, stdin="r\nq\n").returncode == 0
    (tmp_path / "new.txt").write_text("They discussed cyber sovereignty (网络主权) too.\n", "utf-8")
    for sources in ((SAMPLES,), (tmp_path / "new.txt",)):
        done = termbase("build", *sources, "--out", out, "--force")
        notes = {row["en"]: (row["comment"], row["note"]) for row in rows(out / "candidates.tsv") if row["comment"]}
        assert notes == {asked: ("ask Wang", "and Li"), "own term": ("mine", "")}
        assert "own term" not in (out / "termbase.tbx").read_text("utf-8")
    assert "1 decided pair not found any more: kept in the table\n1 undecided pair not found" in done.stdout


def test_decisions_in_the_spreadsheet_survive_too(termbase: Run, tmp_path: Path) -> None:
    build = ("build", SAMPLES, "--out", tmp_path / "out")
    assert termbase(*build, "--xlsx").returncode == 0
    book = load_workbook(tmp_path / "out" / "candidates.xlsx")
    for row in book.worksheets[0].iter_rows():
        if row[2].value == "digital divide":
            row[0].value = "reject"
    book.save(tmp_path / "out" / "candidates.xlsx")
    done = termbase(*build, "--force")
    assert "candidates.xlsx" in done.stdout.partition("Wrote")[2]
    for _ in range(2):
        assert decisions_in(tmp_path / "out" / "candidates.tsv") == {"digital divide": "reject"}
        assert termbase(*build, "--force").returncode == 0


def test_a_wrong_table_in_the_folder_stops_the_build_before_anything_is_written(termbase: Run, out: Path) -> None:
    decide(out / "candidates.tsv", {"digital divide": {"decision": "nein"}, "digital literacy": {"decision": "si"}})
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    done = termbase("build", SAMPLES, "--out", out, "--force")
    assert done.returncode == 2
    assert done.stderr.count("unknown decision") == 2
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_filters_leave_out_undecided_pairs_only(termbase: Run, out: Path) -> None:
    decide(out / "candidates.tsv", {"digital literacy": ACCEPT})
    wanted = ("--min-confidence", "0.9", "--kind", "term, organisation")
    assert termbase("build", SAMPLES, "--out", out, "--force", *wanted).returncode == 0
    for row in rows(out / "candidates.tsv"):
        assert row["decision"] or (float(row["confidence"]) >= 0.9 and row["kind"] in ("term", "organisation"))
    assert decisions_in(out / "candidates.tsv") == {"digital literacy": "accept"}


def test_extract_has_the_same_filters(termbase: Run) -> None:
    def found(*options: str) -> list[dict[str, object]]:
        done = termbase("extract", SAMPLES, "--format", "jsonl", *options)
        return [json.loads(line) for line in done.stdout.splitlines()]

    every = found()
    sure = [one for one in every if float(str(one["confidence"])) >= 0.9]
    assert found("--min-confidence", "0.9") == sure != every
    kinds = [one for one in every if one["kind"] in ("organisation", "title")]
    assert (
        found("--kind", "organisation,title") == found("--kind", "title", "--kind", "organisation") == kinds != []
    )
    wrong = termbase("extract", SAMPLES, "--kind", "persons")
    assert wrong.returncode == 2
    assert "use term, person, place" in wrong.stderr


@pytest.mark.parametrize("width", [30, 40, 60, 80, 200])
def test_the_table_fits_the_terminal_and_begins_with_the_doubtful_pairs(
    termbase: Run, tmp_path: Path, width: int
) -> None:
    pairs = "".join(
        f"The long digital undertaking number {'x' * n} (数字工程项目{n}) is new.\n\n" for n in range(1, 60)
    )
    (tmp_path / "many.md").write_text(pairs, "utf-8")
    done = termbase("build", SAMPLES, tmp_path / "many.md", "--out", tmp_path / "out", COLUMNS=str(width))
    table = done.stdout.partition("\n\n")[0].splitlines()
    assert len(table) <= 22
    assert max(map(columns, table)) <= width
    shown = [float(line.split()[0]) for line in table[1:-1]]
    assert shown == sorted(shown)
    assert done.stdout.splitlines()[-1].startswith("Next: review ")


def test_a_language_is_set_for_forms_that_do_not_show_it(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Cancel culture (取消文化) and the network (网络) grow.\n", "utf-8")
    done = termbase("build", tmp_path / "a.txt", "--out", tmp_path / "out", "--language", "zh-Hant")
    assert "Chinese: zh-TW in 1 document" in done.stdout
    tbx = (tmp_path / "out" / "termbase.tbx").read_text("utf-8")
    assert '<langSec xml:lang="zh-TW">\n          <termSec>\n            <term>取消文化' in tbx
    assert '<langSec xml:lang="zh-CN">\n          <termSec>\n            <term>网络' in tbx
    assert termbase("build", tmp_path, "--out", tmp_path / "o", "--language", "ja").returncode == 2


def test_a_decision_taken_during_the_build_is_not_overwritten(out: Path) -> None:
    from termbase.errors import TermbaseError
    from termbase_service.build import state_of, write

    state = state_of(str(out))
    decide(out / "candidates.tsv", {"digital divide": REJECT})
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    with pytest.raises(TermbaseError, match="during the build"):
        write(str(out), {"candidates.tsv": b""}, state)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_settings_for_the_checks_do_not_disturb_builds_and_edits(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "termbase.toml").write_text('language = "en"\nstatus = ["preferred"]\n', "utf-8")
    (tmp_path / "a.txt").write_text("Cancel culture (取消文化) grows.\n", "utf-8")
    done = termbase("build", "a.txt", "--out", "out", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    change = ("add", "cancel culture", "取消的文化", "--termbase", "out/termbase.tbx")
    done = termbase(*change, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr.startswith("out/termbase.tbx: the next build makes this file anew")


def test_a_term_is_cut_only_if_there_is_no_room_for_it(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The NDRC (国家发展和改革委员会) and the MIIT (工业和信息化部) met.\n", "utf-8")
    done = termbase("build", "a.md", "--out", "out", cwd=tmp_path, COLUMNS="60")
    assert "国家发展和改革委员会  NDRC" in done.stdout
    done = termbase("build", "a.md", "--out", "out", "--force", cwd=tmp_path, COLUMNS="34")
    assert "…" in done.stdout
    assert "kind" not in done.stdout
