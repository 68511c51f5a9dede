"""Each format of findings is read back by a real parser, or according to its specification."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from lxml import html

from termbase.check.bitext_registry import ALL_CHECKS
from termbase.check.finding import Finding, Fix, Outcome
from termbase.check.fingerprint import fingerprints
from termbase.report.findings_formats import render_findings
from termbase.severity import Severity

HOSTILE = """100%0A <b>"x"</b>, a: b]]> & '\x07\n二"""
ERROR = Finding(
    "T001", "deprecated", Severity.ERROR, f"no {HOSTILE}", "docs/报告, a.md", 2, 6, 2, 9, 15, 18, "因特网",
    "internet", ("互联网", "a|b"), fix=Fix(15, 18, "互联网"), before="<i>在", after="</i>𠀀",
)  # fmt: skip
INFO = replace(ERROR, code="T005", name="case", severity=Severity.INFO, fix=None, concept=None, suggestions=())
SEGMENT = replace(INFO, file="m.tmx", segment="u,1", side="target", severity=Severity.WARNING)
OUTCOME = Outcome(
    ("docs/报告, a.md", "clean.txt", "m.tmx"),
    (INFO, ERROR, SEGMENT),
    (replace(ERROR, start=20, end=23, before="x"),),
)


def test_github_puts_the_worst_first_after_the_total() -> None:
    total, *lines = render_findings(OUTCOME, "github").splitlines()
    assert total == (
        "::notice title=termbase::3 findings in 3 documents: case 2, deprecated 1. 1 older finding in the baseline."
    )
    assert [line.split()[0] for line in lines] == ["::error", "::warning", "::notice"]


def test_github_lines_say_again_what_was_said() -> None:
    lines = render_findings(OUTCOME, "github").splitlines()
    command, properties, message = re.fullmatch(r"::(\w+) (.*?)::(.*)", lines[1]).groups()  # type: ignore[union-attr]
    read = dict(part.split("=", 1) for part in properties.split(","))
    assert command == "error"
    assert read == {
        "file": "docs/报告%2C a.md", "line": "2", "endLine": "2", "col": "6", "endColumn": "9",
        "title": "T001 deprecated",
    }  # fmt: skip
    restored = message.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
    assert restored == f"{ERROR.message}; use: 互联网 | a|b"


def test_github_says_nothing_of_nothing() -> None:
    assert render_findings(Outcome(("a.md",), ()), "github") == ""


def sarif(outcome: Outcome = OUTCOME) -> dict[str, Any]:
    log = json.loads(render_findings(outcome, "sarif"))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_sarif_describes_every_check_as_a_rule() -> None:
    run = sarif()
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in rules] == [check.code for check in ALL_CHECKS]
    for rule in rules:
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")


def test_sarif_results_have_what_code_scanning_needs() -> None:
    run = sarif()
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert re.fullmatch(r"[\w%./~-]+", place["artifactLocation"]["uri"])
        assert not place["artifactLocation"]["uri"].startswith("/")
        assert place["region"]["startLine"] >= 1
    marks = [result["partialFingerprints"]["termbase/v1"] for result in run["results"]]
    assert len(set(marks)) == len(marks) == 4


def test_sarif_tells_the_place_and_the_fix_in_code_points() -> None:
    result = next(r for r in sarif()["results"] if "fixes" in r and "suppressions" not in r)
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"], region["charOffset"], region["charLength"]) == (6, 9, 15, 3)
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {"deletedRegion": {"charOffset": 15, "charLength": 3}, "insertedContent": {"text": "互联网"}}
    ]


def test_sarif_keeps_what_the_baseline_lets_pass_as_suppressed() -> None:
    states = [result.get("baselineState") for result in sarif()["results"]]
    assert sorted(map(str, states)) == ["None", "None", "None", "unchanged"]


def test_sarif_names_the_segment_and_no_offsets_of_a_bitext() -> None:
    (result,) = sarif(Outcome(("m.tmx",), (SEGMENT,)))["results"]
    (location,) = result["locations"]
    assert location["logicalLocations"] == [{"name": "u,1", "kind": "target segment"}]
    region = location["physicalLocation"]["region"]
    assert (region["startColumn"], "charOffset" in region) == (SEGMENT.column, False)


def test_junit_has_a_suite_a_file_and_a_failure_a_finding() -> None:
    root = ET.fromstring(render_findings(OUTCOME, "junit"))
    assert (root.get("tests"), root.get("failures")) == ("4", "3")
    suites = {str(suite.get("name")): suite for suite in root}
    assert list(suites) == list(OUTCOME.files)
    assert [len(suite.findall("testcase/failure")) for suite in root] == [2, 0, 1]
    assert len(suites["clean.txt"].findall("testcase")) == 1
    for suite in root:
        assert suite.get("tests") == str(len(suite.findall("testcase")))
    failure = suites["docs/报告, a.md"].findall("testcase/failure")[1]
    assert failure.get("message", "").replace(" 二", "\n二") == ERROR.message.replace("\x07", "\ufffd")
    assert "use: 互联网 | a|b" in str(failure.text)


def test_html_marks_the_words_and_escapes_the_rest() -> None:
    page = render_findings(replace(OUTCOME, labels={"internet": "互联网 <x>"}), "html")
    tree = html.document_fromstring(page)
    assert [mark.text for mark in tree.iter("mark")] == ["因特网"] * 4
    assert tree.xpath("string(//blockquote[1])") == "<i>在因特网</i>𠀀"
    assert [text.strip() for text in tree.xpath("//summary/text()") if text.strip()] == [
        "docs/报告, a.md", "m.tmx", "互联网 <x>",
    ]  # fmt: skip
    assert not tree.xpath("//script | //link | //img | //main//b[text()='\"x\"']")
    assert "prefers-color-scheme: dark" in page


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "junit", "html"])
def test_equal_outcomes_give_equal_bytes(form: str) -> None:
    assert render_findings(OUTCOME, form) == render_findings(OUTCOME, form)


def marks(*findings: Finding) -> list[str]:
    return [mark for mark, _ in fingerprints(findings)]


def test_a_fingerprint_outlives_moved_lines_but_not_other_words() -> None:
    moved = replace(ERROR, line=40, column=9, start=900, end=903)
    assert marks(ERROR) == marks(moved)
    assert marks(ERROR) != marks(replace(ERROR, before="在别的句子"))
    assert marks(ERROR) != marks(replace(ERROR, file="other.md"))


def test_equal_findings_of_a_file_have_fingerprints_of_their_own() -> None:
    assert len(set(marks(ERROR, ERROR, ERROR))) == 3


def test_a_fingerprint_is_the_same_from_every_folder_of_a_clone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    from_above = marks(replace(ERROR, file="docs/a.md"))
    monkeypatch.chdir(tmp_path / "docs")
    assert (
        marks(replace(ERROR, file="a.md")) == marks(replace(ERROR, file=str(tmp_path / "docs/a.md"))) == from_above
    )
