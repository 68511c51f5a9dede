"""Two commands agree: what one says of a text, another one does not contradict."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from pathlib import Path

import pytest

from termbase.check.finding import Finding
from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_document
from termbase.check.settings import Settings
from termbase.document.reader import read_document
from termbase.files.data_table import table_rows
from termbase.language import Region
from termbase.normalize.text import changes, normalize
from termbase.text.changes import Change
from termbase.text.offsets import Placed
from tests.command import COMMAND
from tests.conftest import ROOT, Run

SAMPLES = ROOT / "data" / "samples"
WORDING = Settings(selected=frozenset({"wording"}))
LINES = [line for file in sorted(SAMPLES.iterdir()) for line in file.read_text("utf-8").splitlines() if line]
CASES = [row[2] for row in table_rows((ROOT / "tests/normalize/normalize_cases.tsv").read_text("utf-8"))]
TEXTS = (*CASES, *LINES)


def foreign(text: str, region: Region) -> list[Finding]:
    return check_document(read_document("-", text.encode()), KnownTerms([]), region.tag, WORDING)


def fixed(text: str, findings: list[Finding]) -> str:
    for finding in sorted(findings, key=lambda finding: -finding.start):
        text = text[: finding.start] + finding.suggestions[0] + text[finding.end :]
    return text


@pytest.mark.parametrize("region", Region)
def test_what_normalize_writes_for_a_region_is_not_foreign_there(region: Region) -> None:
    written = [normalize(text, region).text for text in TEXTS]
    assert {text: found for text in written if (found := [one.text for one in foreign(text, region)])} == {}


@pytest.mark.parametrize("region", Region)
def test_what_is_foreign_is_fixed_as_normalize_writes_it_and_then_nothing_is_left(region: Region) -> None:
    for text in TEXTS:
        findings = foreign(text, region)
        assert foreign(fixed(text, findings), region) == [], text
        for finding in findings:
            inside = [one for one in changes(text, region) if one.start < finding.end and finding.start < one.end]
            if all(finding.start <= one.start and one.end <= finding.end for one in inside):
                written = _changed(text, finding, inside)  # 配置文档 is 配置文件 first, then 設定檔
                assert finding.suggestions[0] in (written, normalize(written, region).text), text


def _changed(text: str, place: Placed, inside: list[Change]) -> str:
    parts, done = [], place.start
    for change in inside:
        parts += [text[done : change.start], change.new]
        done = change.end
    return "".join([*parts, text[done : place.end]])


def test_build_has_the_pairs_of_extract(termbase: Run, tmp_path: Path) -> None:
    lines = termbase("extract", SAMPLES, "--format", "jsonl").stdout.splitlines()
    first: dict[tuple[str, str], dict[str, object]] = {}
    for line in map(json.loads, lines):
        first.setdefault((line["zh"], line["en"]), line)
    assert termbase("build", SAMPLES, "--out", tmp_path / "out").returncode == 0
    with (tmp_path / "out" / "candidates.tsv").open(encoding="utf-8", newline="") as table:
        rows = {(row["zh"], row["en"]): row for row in csv.DictReader(table, delimiter="\t")}
    assert rows.keys() == first.keys()
    for pair, row in rows.items():
        place = [row["file"], row["line"], row["column"], row["kind"]]
        assert place == [str(first[pair][name]) for name in ("file", "line", "column", "kind")]


@pytest.mark.parametrize("file", sorted(SAMPLES.iterdir()), ids=lambda file: file.name)
def test_align_and_pretranslate_cut_a_document_into_the_same_sentences(
    termbase: Run, tmp_path: Path, file: Path
) -> None:
    source, target, other = ("en", "zh-CN", "一。") if "forum" in file.name else ("zh-CN", "en", "One.")
    languages = ("--source", source, "--target", target)
    (tmp_path / "m.tsv").write_text(f"source\ttarget\tlanguages: {source}, {target}\none\t一\n", "utf-8")
    (tmp_path / "other.txt").write_text(other, "utf-8")
    termbase("memory", "import", "m.tsv", cwd=tmp_path)
    said = termbase("align", file, "other.txt", "--no-encoder", "--out", "-", *languages, cwd=tmp_path).stderr
    termbase("memory", "pretranslate", file, "--out", "f.xlf", *languages, cwd=tmp_path)
    counted = re.search(r"(\d+) source sentences?,", said)
    assert counted is not None
    assert (tmp_path / "f.xlf").read_text("utf-8").count("<trans-unit ") == int(counted[1])


@pytest.mark.parametrize(
    "command",
    [
        ("extract", "--format", "jsonl"),
        ("scan", "--format", "jsonl"),
        ("check", "--termbase", "data/seed.tbx", "--select", "all", "--language", "zh-TW", "--format", "json"),
    ],
    ids=lambda command: command[0],
)
def test_standard_input_is_read_as_a_file_is(termbase: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    text = "\n\n".join(LINES).replace("\n", "\r\n")
    (tmp_path / "a.txt").write_bytes(text.encode())
    of_file = termbase(*command, tmp_path / "a.txt").stdout
    of_input = subprocess.run(
        [str(COMMAND), *command, "-"], cwd=ROOT, input=text.encode(), capture_output=True, check=False
    ).stdout.decode()
    assert len(of_file) > 1000
    unnamed = re.compile(r'"fingerprint": "\w+"|"file": "[^"]*"')
    assert unnamed.sub("", of_input) == unnamed.sub("", of_file)
