"""A term that was only mined counts for `missing` where a file departs from its own habit, others everywhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from termbase.bitext import SegmentPair
from termbase.check.bilingual.another_word import has_another_word, is_said_by_modifier
from termbase.tbx.reader import read
from tests.check.test_bilingual_places import po
from tests.conftest import Run

SCORED = "zh\ten\tscore\tcount\n打印机\tprinter\t0.91\t9\n托盘\ttray\t0.88\t4\n"
LISTED = "zh\ten\n打印机\tprinter\n托盘\ttray\n"
CANDIDATES = (
    "zh\ten\tconfidence\tevidence\n打印机\tprinter\t0.91\tmined\n托盘\ttray\t0.88\t{}\n"  # evidence of the second
)
HABIT = [
    (f"The {word} printer", f"{chinese}打印机") for word, chinese in zip("abcdef", "甲乙丙丁戊己", strict=True)
]
DEPARTS = ("Remove that printer", "删除那台扫描仪")
NO_HABIT = ("Empty the tray", "清空碟架")


def found(
    termbase: Run, folder: Path, terms: str, pairs: list[tuple[str, str]], *options: str
) -> dict[str, dict[str, Any]]:
    (folder / "terms.tsv").write_text(terms, "utf-8")
    (folder / "app.zh_CN.po").write_text(po(pairs), "utf-8")
    arguments = ("--termbase", "terms.tsv", "--select", "missing", "--format", "json", *options)
    findings = json.loads(termbase("check", "app.zh_CN.po", *arguments, cwd=folder).stdout)["findings"]
    return {one["text"]: one for one in findings}


@pytest.mark.parametrize(
    ("terms", "severity"),
    [
        (SCORED, "info"),
        (CANDIDATES.format("mined"), "info"),
        (CANDIDATES.format("glossed"), "error"),
        (LISTED, "error"),
    ],
)
def test_only_a_departure_from_its_own_habit_is_an_error_of_a_mined_term(
    termbase: Run, tmp_path: Path, terms: str, severity: str
) -> None:
    findings = found(termbase, tmp_path, terms, [*HABIT, DEPARTS, NO_HABIT])
    assert {text: one["severity"] for text, one in findings.items()} == {"printer": "error", "tray": severity}


def test_one_finding_stands_for_all_mined_terms(termbase: Run, tmp_path: Path) -> None:
    other = ("Close the tray", "关上碟架")
    finding = found(termbase, tmp_path, SCORED, [*HABIT, NO_HABIT, other])["tray"]
    assert finding["message"].startswith(
        "2 places without a listed translation, of 1 mined term that nobody has reviewed: “tray”"
    )
    assert [one["text"] for one in finding["also"]] == ["tray"]


@pytest.mark.parametrize(("other", "severity"), [("印刷者", "info"), ("扫描仪", "error")])
def test_a_departure_with_another_word_for_the_term_is_no_error(
    termbase: Run, tmp_path: Path, other: str, severity: str
) -> None:
    findings = found(termbase, tmp_path, SCORED, [*HABIT, ("Ask the printer", f"请问{other}")])
    assert findings["printer"]["severity"] == severity


@pytest.mark.parametrize(
    ("source", "target", "written", "is_there"),
    [
        ("Clean the screen", "清洁显示屏", "screen", True),
        ("Clean the screen", "清洁键盘", "screen", False),
        ("Clean the screen and the display", "清洁显示屏", "screen", False),  # which may be for the other word
        ("Filters for filtering", "滤波器", "Filters", True),
        ("Clean the touch screen", "清洁显示屏", "touch screen", False),  # no word for touch
        ("清洁荧幕", "Clean the screen", "荧幕", True),
        ("清洁荧幕", "Clean the keys", "荧幕", False),
    ],
)
def test_another_word_renders_nothing_else(source: str, target: str, written: str, is_there: bool) -> None:
    assert has_another_word(SegmentPair("1", source, target), written) is is_there


def test_a_mined_term_below_the_least_confidence_does_not_count(termbase: Run, tmp_path: Path) -> None:
    assert found(termbase, tmp_path, SCORED, [NO_HABIT], "--min-confidence", "0.9") == {}


def test_it_holds_from_chinese_to_english(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "terms.tsv").write_text(SCORED, "utf-8")
    pairs = [*HABIT, ("Open it", "打开打印机"), ("Empty it", "清空托盘")]
    (tmp_path / "texts.tsv").write_text("zh-CN\ten\n" + "".join(f"{zh}\t{en}\n" for en, zh in pairs), "utf-8")
    arguments = ("--termbase", "terms.tsv", "--select", "missing", "--format", "json")
    findings = json.loads(termbase("check", "texts.tsv", *arguments, cwd=tmp_path).stdout)["findings"]
    assert {one["text"]: one["severity"] for one in findings} == {"打印机": "error", "托盘": "info"}


def test_a_tbx_file_keeps_what_was_mined(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "terms.tsv").write_text(SCORED, "utf-8")
    termbase("tbx", "convert", "terms.tsv", "--out", "terms.tbx", cwd=tmp_path)
    entries = read(str(tmp_path / "terms.tbx")).entries
    assert [entry.is_only_mined for entry in entries] == [True, True]


@pytest.mark.parametrize(("target", "is_missing"), [("這個欄位", False), ("這個格子", True)])
def test_a_word_of_the_region_stands_for_that_of_another_one(
    termbase: Run, tmp_path: Path, target: str, is_missing: bool
) -> None:
    (tmp_path / "terms.tsv").write_text("zh-TW\ten\n字段\tfield\n", "utf-8")
    (tmp_path / "app.zh_TW.po").write_text(po([("This field", target)]), "utf-8")
    arguments = ("--termbase", "terms.tsv", "--select", "missing", "--format", "json")
    findings = json.loads(termbase("check", "app.zh_TW.po", *arguments, cwd=tmp_path).stdout)["findings"]
    assert bool(findings) is is_missing


@pytest.mark.parametrize(("target", "is_missing"), [("烤饼时出错", False), ("烤饼", True)])
def test_an_error_in_doing_something_is_told_by_a_verb(
    termbase: Run, tmp_path: Path, target: str, is_missing: bool
) -> None:
    habit = [(source.replace("printer", "error"), chinese.replace("打印机", "错误")) for source, chinese in HABIT]
    errors = "zh\ten\n错误\terror\n"
    assert bool(found(termbase, tmp_path, errors, [*habit, ("Error baking the pie", target)])) is is_missing


@pytest.mark.parametrize(
    ("text", "columns", "count"),
    [
        ("山洞的網絡很深。", "score\tcount\n{}\t0.9\t9\n", 0),
        ("山洞的網絡很深。", "note\tcontext\n{}\t\t\n", 1),
        ("電腦的網絡斷線了，請檢查路由器。", "score\tcount\n{}\t0.9\t9\n", 1),
    ],
)
def test_a_mined_term_is_no_witness_against_a_word_that_the_region_has_on_other_subjects(
    termbase: Run, tmp_path: Path, text: str, columns: str, count: int
) -> None:
    (tmp_path / "terms.tsv").write_text("zh-TW\ten\t" + columns.format("網路\tnetwork"), "utf-8")
    (tmp_path / "page.zh-TW.txt").write_text(text, "utf-8")
    arguments = ("--termbase", "terms.tsv", "--select", "region", "--format", "json")
    findings = json.loads(termbase("check", "page.zh-TW.txt", *arguments, cwd=tmp_path).stdout)["findings"]
    assert len(findings) == count


@pytest.mark.parametrize(
    ("source", "target", "written", "is_said"),
    [
        ("A small thumbnail image.", "一张小缩略图。", "image", True),
        ("A small thumbnail image.", "一张小缩略图纸。", "image", False),  # 纸 may be for it
        ("The words in report files are old", "报告中的词旧了", "files", True),
        ("The first report error", "第一个报告出错", "error", False),
        ("The path of media boxes is long", "路径很长", "media boxes", False),
        ("The path of media boxes is long", "媒体的路径很长", "media boxes", True),
        ("Report files", "报告", "files", False),  # report may be a verb
        ("Hire cleaning staff", "雇用清洁", "staff", True),
        ("Your guest Wi-Fi network", "您的访客 Wi-Fi", "network", True),
        ("The recent guest messages", "最近的消息", "guest", False),  # it is no end of a phrase
        ("清洁荧幕", "Clean it", "荧幕", False),
    ],
)
def test_a_word_before_a_noun_may_say_as_much(source: str, target: str, written: str, is_said: bool) -> None:
    before, _, after = source.partition(written)
    assert is_said_by_modifier(SegmentPair("1", source, target), written, before, after) is is_said


def test_a_noun_that_the_word_before_it_says_too_is_no_error(termbase: Run, tmp_path: Path) -> None:
    said = ("Of a report printer", "属于报告"), ("Of a printer", "属于它")
    severities = [found(termbase, tmp_path, SCORED, [*HABIT, one])["printer"]["severity"] for one in said]
    assert severities == ["info", "error"]


@pytest.mark.parametrize(("departures", "severity"), [(3, "error"), (4, "info")])
def test_a_file_that_departs_from_a_mined_term_again_and_again_translates_freely(
    termbase: Run, tmp_path: Path, departures: int, severity: str
) -> None:
    habit = [(f"{source} {number}", f"{target} {number}") for number in range(5) for source, target in HABIT]
    others = [(f"Remove that printer {number}", f"删除那台扫描仪 {number}") for number in range(departures)]
    assert found(termbase, tmp_path, SCORED, [*habit, *others])["printer"]["severity"] == severity


@pytest.mark.parametrize(
    ("source", "target", "is_missing"),
    [("Ask the user", "请您说", False), ("Ask the user, will you", "请您说", True), ("Ask the user", "请说", True)],
)
def test_a_user_may_be_spoken_to(termbase: Run, tmp_path: Path, source: str, target: str, is_missing: bool) -> None:
    assert bool(found(termbase, tmp_path, "zh\ten\n用户\tuser\n", [(source, target)])) is is_missing


@pytest.mark.parametrize(("source", "is_missing"), [("Maybe file a report", False), ("Maybe the file", True)])
def test_a_verb_behind_an_adverb_is_no_noun(termbase: Run, tmp_path: Path, source: str, is_missing: bool) -> None:
    assert bool(found(termbase, tmp_path, "zh\ten\n文件\tfile\n", [(source, "要报告吗")])) is is_missing
