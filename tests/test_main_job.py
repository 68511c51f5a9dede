"""`termbase build` as a user runs it: on the samples, and on the real reports if ../shared is there."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from termbase.tbx.reader import read
from tests.conftest import ROOT, Run
from tests.facts import REAL_PAIRS
from tests.judges import judge_tbx, tmx_faults

SAMPLES = ROOT / "data" / "samples"
OUTPUT = ["candidates.tsv", "memory.tmx", "report.html", "termbase.tbx"]


@pytest.fixture(scope="module")
def samples_out(termbase: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of `termbase build` for the samples."""
    out = tmp_path_factory.mktemp("samples") / "out"
    done = termbase("build", SAMPLES, "--out", out)
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="module")
def reports_out(termbase: Run, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of `termbase build` for the five real reports."""
    out = tmp_path_factory.mktemp("reports") / "out"
    done = termbase("build", shared / "seeds", "--out", out)
    assert done.returncode == 0, done.stderr
    return out


def test_the_real_reports_give_their_pairs_and_no_other(termbase: Run, shared: Path) -> None:
    done = termbase("extract", shared / "seeds", "--format", "jsonl")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert {record["zh"]: record["en"].removeprefix("2025-2026 ") for record in records} == REAL_PAIRS
    for record in records:
        text = Path(record["file"]).read_bytes().decode()
        for side in ("zh", "en"):
            start, end = record[f"{side}_span"]
            assert text[start:end] == record[side]


def test_the_output_is_valid_for_the_official_validators(samples_out: Path, shared: Path) -> None:
    assert sorted(path.name for path in samples_out.iterdir()) == OUTPUT
    verdict = judge_tbx(shared, samples_out / "termbase.tbx")
    assert verdict["valid"], verdict
    assert tmx_faults(shared, (samples_out / "memory.tmx").read_bytes()) == []


def test_a_second_run_gives_the_same_bytes(termbase: Run, samples_out: Path, tmp_path: Path) -> None:
    assert termbase("build", SAMPLES, "--out", tmp_path / "again").returncode == 0
    for name in OUTPUT:
        assert (tmp_path / "again" / name).read_bytes() == (samples_out / name).read_bytes(), name


def test_the_date_of_the_memory_is_that_of_the_environment(termbase: Run, tmp_path: Path) -> None:
    termbase("build", SAMPLES, "--out", tmp_path, SOURCE_DATE_EPOCH="0")
    assert 'creationdate="19700101T000000Z"' in (tmp_path / "memory.tmx").read_text("utf-8")


def test_a_concept_has_all_its_forms_with_their_regions(reports_out: Path) -> None:
    entries = {
        term.term: (entry, term)
        for entry in read(str(reports_out / "termbase.tbx")).entries
        for _, term in entry.terms()
    }
    assert len({entry.id for entry, _ in entries.values()}) == len(REAL_PAIRS)
    road, attested = entries["数位丝绸之路"]
    assert (attested.geographical_usage, attested.proposed) == ("TW", False)
    assert attested.contexts[0].source.endswith("002_2d12f4c723714fa9.txt:7:190")
    assert "Digital Silk Road (数位丝绸之路)" in attested.contexts[0].text
    same, mainland = entries["数字丝绸之路"]
    assert (same, mainland.geographical_usage, mainland.proposed) == (road, "CN", True)
    assert entries["國家互聯網信息辦公室"][1].geographical_usage == "CN"
    slogan, _ = entries["community with a shared future in cyberspace"]
    assert slogan is entries["网络空间命运共同体"][0]


def test_the_candidates_are_a_table_for_review(reports_out: Path) -> None:
    with (reports_out / "candidates.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, dialect="excel-tab"))
    assert {row["zh"] for row in rows} == set(REAL_PAIRS)
    for row in rows:
        assert row["decision"] == ""
        assert row["zh"] in row["sentence"]
        assert row["en"] in row["sentence"]
        assert row["sentence"] in Path(row["file"]).read_text("utf-8").splitlines()[int(row["line"]) - 1]


@pytest.mark.parametrize(
    "query", ["數位絲綢之路", "数字丝绸之路", "数位丝绸之路", "digital silk road", "Digital  Silk-Road"]
)
def test_the_built_termbase_answers_in_every_wording(termbase: Run, reports_out: Path, query: str) -> None:
    done = termbase("lookup", query, "--termbase", reports_out / "termbase.tbx", "--format", "json")
    (hit,) = json.loads(done.stdout)["hits"]
    (entry,) = (entry for entry in read(str(reports_out / "termbase.tbx")).entries if entry.id == hit["concept"])
    assert "数位丝绸之路" in {term.term for _, term in entry.terms()}
    assert "Digital Silk Road" in {hit["term"], *(term["term"] for term in hit["translations"])}


def test_two_renderings_of_one_concept_are_reported_with_their_place(
    termbase: Run, shared: Path, reports_out: Path
) -> None:
    command = ("check", shared / "seeds", "--termbase", reports_out / "termbase.tbx")
    done = termbase(*command, "--format", "json")
    assert done.returncode == 1
    findings = json.loads(done.stdout)["findings"]
    places = [
        (finding["name"], finding["text"], Path(finding["file"]).name[:3], finding["line"]) for finding in findings
    ]
    assert places == [
        ("mixed", "community of shared future in cyberspace", "002", 2),
        ("mixed", "community of a shared future in cyberspace", "003", 9),
    ]
    assert "002_2d12f4c723714fa9.txt:" in termbase(*command).stdout


@pytest.mark.skipif(
    not (shutil.which("omegat") and shutil.which("javac")), reason="OmegaT or a Java compiler is missing"
)
def test_omegat_reads_every_unit(reports_out: Path, shared: Path) -> None:
    done = subprocess.run(
        ["bash", shared / "tools" / "cat_client_check.sh", reports_out / "memory.tmx", "-"],
        env=os.environ | {"CAT_PY": sys.executable},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    summary = json.loads(done.stdout)["summary"]
    assert summary["omegat_tmx_pairs"] == len(REAL_PAIRS)
    assert summary["omegat_console_lines_translated"] == [len(REAL_PAIRS)] * 2
    assert summary["translate_toolkit_tmx_pairs"] == len(REAL_PAIRS)
