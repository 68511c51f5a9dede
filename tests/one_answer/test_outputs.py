"""Every output format of a check names the same findings, at the same places."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

import pytest
from lxml import html

from termbase import read
from termbase.check.finding import Outcome
from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_document
from termbase.check.settings import Settings
from termbase.document.reader import read_document
from termbase.report.findings_formats import render_findings
from tests.conftest import ROOT

Named = tuple[str, str, str]
"""The name of a check, line and column."""


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    known = KnownTerms([read(str(ROOT / "tests" / "check" / "house.tbx"))])
    files = [str(file) for file in sorted((ROOT / "data" / "samples").iterdir())]
    settings = Settings(selected=frozenset({"abbreviation", "gloss", "mixed", "region", "unlisted", "wording"}))
    found = [check_document(read_document(file), known, "zh-Hant-TW", settings) for file in files]
    return Outcome(tuple(files), tuple(finding for several in found for finding in several))


def of_json(report: str) -> Iterator[Named]:
    for one in json.loads(report)["findings"]:
        yield one["name"], str(one["line"]), str(one["column"])


def of_text(report: str) -> Iterator[Named]:
    for line, column, name in re.findall(r"^\S.*?:(\d+):(\d+): \w+ ([a-z-]+):", report, re.MULTILINE):
        yield name, line, column


def of_github(report: str) -> Iterator[Named]:
    for line, column, name in re.findall(r"line=(\d+),.*?,col=(\d+),.*?title=T\d+ ([a-z-]+)::", report):
        yield name, line, column


def of_sarif(report: str) -> Iterator[Named]:
    (run,) = json.loads(report)["runs"]
    names = {rule["id"]: rule["name"] for rule in run["tool"]["driver"]["rules"]}
    for one in run["results"]:
        region = one["locations"][0]["physicalLocation"]["region"]
        yield names[one["ruleId"]], str(region["startLine"]), str(region["startColumn"])


def of_junit(report: str) -> Iterator[Named]:
    for case in ET.fromstring(report).iterfind(".//testcase[failure]"):
        name, line, column = re.split("[ :]", str(case.get("name")))
        yield name, line, column


def of_html(report: str) -> Iterator[Named]:
    for item in html.document_fromstring(report).xpath("//section[1]//li"):
        line, column = item.xpath(".//cite")[0].text_content().split(":")
        yield item.xpath(".//strong")[0].text_content(), line, column


READERS: dict[str, Callable[[str], Iterator[Named]]] = {
    "json": of_json,
    "text": of_text,
    "github": of_github,
    "sarif": of_sarif,
    "junit": of_junit,
    "html": of_html,
}


@pytest.mark.parametrize("form", READERS)
def test_every_format_names_the_same_findings(outcome: Outcome, form: str) -> None:
    expected = Counter((one.name, str(one.line), str(one.column)) for one in outcome.findings)
    assert len(expected) > 5
    assert Counter(READERS[form](render_findings(outcome, form))) == expected
