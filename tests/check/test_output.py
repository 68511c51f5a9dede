"""The output of findings for users and tools."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from termbase.check.finding import Finding, Outcome
from termbase.check.settings import Settings
from termbase.document.model import Document
from termbase.document.plain import blocks
from termbase.report.findings_json import findings_json
from termbase.report.findings_text import findings_text
from termbase.severity import Severity
from termbase.table.read_glossary import load_table
from termbase.tbx.reader import read
from termbase.text.width import columns
from tests.check.checking import check_documents

FIXTURES = Path(__file__).parent
FINDING = Finding(
    "T001", "deprecated", Severity.ERROR, "“因特网” is deprecated", "r.txt", 2, 6, 2, 9, 9, 12, "因特网",
    "internet", ("互联网",), before="在报告里，", after=" is old.",
)  # fmt: skip


def lines(finding: Finding) -> list[str]:
    return list(findings_text(Outcome(("r.txt",), (finding,))))


def test_text_names_the_place_and_marks_the_words() -> None:
    assert lines(FINDING) == [
        "r.txt:2:6: error deprecated: “因特网” is deprecated",
        "    在报告里，因特网 is old.",
        "              ^^^^^^",
        "    use: 互联网",
        "",
        "1 finding in 1 document: deprecated 1.",
    ]


@pytest.mark.parametrize("width", [0, 10, 50, 200])
@pytest.mark.parametrize("filler", ["x", "字", "e\u0301"])
def test_carets_stand_under_the_words_in_100_columns(filler: str, width: int) -> None:
    around = replace(FINDING, before=filler * width, after=filler * (200 - width))
    shown, carets = lines(around)[1:3]
    assert columns(shown) <= 100
    assert columns(shown[: shown.index("因特网")]) == carets.index("^")
    assert carets.strip() == "^" * 6


def test_words_over_two_lines_are_marked_to_the_end_of_the_first() -> None:
    finding = replace(FINDING, text="Silk\nRoute", before="Digital ", after="")
    assert lines(finding)[1:3] == ["    Digital Silk", "            ^^^^"]


def test_a_message_is_one_line_where_the_words_are_on_two() -> None:
    text = "They build a community\nwith shared future for all.\n\n他们的数位\n经济很大。\n"
    rows = "id,en,zh-CN\n1,community with a shared future,\n2,,数字经济\n"
    termbase = load_table(rows.encode(), "g.csv").termbase
    settings = Settings(frozenset({"unlisted", "region"}))
    documents = [Document("r.txt", text, "utf-8", tuple(blocks(text)))]
    findings = check_documents(documents, [termbase], "zh-Hans-CN", settings)
    assert [finding.message for finding in findings] == [
        "“community with shared future” is not in the termbase, but resembles “community with a shared future”",
        "“数位经济” is the wording of Taiwan",
    ]


def test_the_absence_of_findings_is_reported() -> None:
    assert list(findings_text(Outcome(("a.txt", "b.txt"), ()))) == ["No findings in 2 documents."]


def test_json_has_the_fields_of_the_interface_in_order() -> None:
    record = json.loads(findings_json(Outcome(("a", "b", "c"), (FINDING,))))
    fields = "code name severity message file line column end_line end_column start end text concept suggestions"
    added = "segment side fix source_text target_text unit also fingerprint"
    assert list(record["findings"][0]) == [*fields.split(), *added.split()]
    assert record["findings"][0]["suggestions"] == ["互联网"]
    assert record["findings"][0]["segment"] is None
    counts = {"documents": 3, "findings": 1, "by_name": {"deprecated": 1}, "old": 0, "left_out": {}}
    assert record["summary"] == counts | {"damage": {}}


def test_json_shows_chinese_as_it_is() -> None:
    assert "因特网" in findings_json(Outcome(("a",), (FINDING,)))


def test_many_places_are_counted() -> None:
    house = read(str(FIXTURES / "house.tbx"))
    text = "Data governance.\n\n" + "The governance of data.\n\n" * 15
    (finding,) = check_documents([Document("r.txt", text, "utf-8", tuple(blocks(text)))], [house], None)
    assert "(lines 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25 and 3 more)" in finding.message
    assert "“data governance” (line 1)" in finding.message
