"""A term that was only mined counts for `missing` where a file departs from its own habit, others everywhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from termbase.bitext import SegmentPair
from termbase.check.bilingual.another_word import has_another_word
from termbase.tbx.reader import read
from tests.check.test_bilingual_places import po
from tests.conftest import Run

SCORED = "zh\ten\tscore\tcount\n打印机\tprinter\t0.91\t9\n抽屉\tdrawer\t0.88\t4\n"
LISTED = "zh\ten\n打印机\tprinter\n抽屉\tdrawer\n"
CANDIDATES = (
    "zh\ten\tconfidence\tevidence\n打印机\tprinter\t0.91\tmined\n抽屉\tdrawer\t0.88\t{}\n"  # evidence of the second
)
HABIT = [
    (f"The {word} printer", f"{chinese}打印机") for word, chinese in zip("abcdef", "甲乙丙丁戊己", strict=True)
]
DEPARTS = ("Remove that printer", "删除那个抽屉")
USES = [("A drawer", "抽屉"), ("Two drawers", "两个抽屉"), ("This drawer", "这个抽屉")]
NO_HABIT = ("Clean the drawer", "清洁柜子")


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
    findings = found(termbase, tmp_path, terms, [*HABIT, DEPARTS, *USES, NO_HABIT])
    assert {text: one["severity"] for text, one in findings.items()} == {"printer": "error", "drawer": severity}


def test_one_finding_stands_for_all_mined_terms(termbase: Run, tmp_path: Path) -> None:
    other = ("Close the drawer", "关上柜子")
    finding = found(termbase, tmp_path, SCORED, [*HABIT, *USES, USES[0], NO_HABIT, other])["drawer"]
    assert finding["message"].startswith(
        "2 places without a listed translation, of 1 mined term that nobody has reviewed: “drawer”"
    )
    assert [one["text"] for one in finding["also"]] == ["drawer"]


@pytest.mark.parametrize(("other", "severity"), [("印刷者", "info"), ("抽屉", "error")])
def test_a_departure_with_another_word_for_the_term_is_no_error(
    termbase: Run, tmp_path: Path, other: str, severity: str
) -> None:
    findings = found(termbase, tmp_path, SCORED, [*HABIT, ("Ask the printer", f"请问{other}")])
    assert findings["printer"]["severity"] == severity


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("Remove the old printer", "删除旧扫描仪", "info"),  # one word more of its kind
        ("Remove the printer driver", "删除驱动程序", None),  # left out, and nothing in its place
        ("Remove that printer", "立即删除", None),  # a word of another kind
        ("Remove the printer before you buy paper", "删除旧纸盒", None),  # a free translation
        ("Remove the printer and clean the keyboard quickly", "删除抽屉并清洁键盘", "error"),  # the word for drawer
        (
            "Remove the printer and clean the keyboard, mouse, screen and desk with a wet towel today",
            "删除抽屉并用毛巾清洁键盘、鼠标、屏幕和桌子",
            None,  # it lacks wet and today
        ),
        ("Remove the printer or the drawer", "删除抽屉", None),  # which the source has
        ("Remove the printer", "按照这里的步骤小心删除抽屉", "info"),  # an explanation in words of its own
    ],
)
def test_a_departure_is_an_error_where_the_word_for_another_term_stands(
    termbase: Run, tmp_path: Path, source: str, target: str, severity: str | None
) -> None:
    findings = found(termbase, tmp_path, SCORED, [*HABIT, (source, target)])
    assert findings.get("printer", {}).get("severity") == severity


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


@pytest.mark.parametrize(
    ("uses", "target", "is_told"),
    [
        (USES, "取出", False),
        (USES, "从柜子取出", True),
        ([("A drawer", "抽屉")], "从柜子取出", False),  # too few uses to tell
        ([*USES, ("My drawer", "我的")], "从柜子取出", True),  # no rule, but a wrong word
        ([*USES, ("My drawer", "我的")], "取出", False),
        (USES, "取屉", False),  # 屉 of 抽屉
    ],
)
def test_a_mined_term_counts_against_the_habit_of_the_file_where_another_word_stands(
    termbase: Run, tmp_path: Path, uses: list[tuple[str, str]], target: str, is_told: bool
) -> None:
    findings = found(termbase, tmp_path, SCORED, [*uses, ("Take it out of the drawer", target)])
    assert ("取" in str(findings.get("drawer"))) is is_told


@pytest.mark.parametrize(("target", "is_told"), [("显示带分数", False), ("显示混合数字的结果", True)])
def test_a_word_inside_another_term_is_no_other_word(
    termbase: Run, tmp_path: Path, target: str, is_told: bool
) -> None:
    terms = "zh\ten\tscore\tcount\n分数\tfraction\t0.91\t9\n带分数\tmixed number\t0.88\t4\n"
    uses = [("A fraction", "分数"), ("Two fractions", "两个分数"), ("This fraction", "这个分数")]
    pair = ("Show fractions as mixed numbers", target)
    assert ("fractions" in found(termbase, tmp_path, terms, [*uses, pair])) is is_told


@pytest.mark.parametrize(("target", "is_told"), [("OK", False), ("写 OK 给柜子", True)])
def test_a_target_without_chinese_tells_nothing_of_a_mined_term(
    termbase: Run, tmp_path: Path, target: str, is_told: bool
) -> None:
    assert bool(found(termbase, tmp_path, SCORED, [*USES, ("Write OK for this drawer", target)])) is is_told


PACKAGES = [("The package", "这个软件包"), ("Old packages", "旧软件包"), ("My package", "我的软件包")]
NUMBERS = [("The number", "这个号码"), ("Old numbers", "旧号码"), ("My number", "我的号码")]
FOLDERS = [("The folder", "这个目录"), ("Old folders", "旧目录"), ("My folder", "我的目录")]


@pytest.mark.parametrize(
    ("uses", "pair", "is_told"),
    [
        ([], ("Open the folder", "打开目录"), True),
        (FOLDERS, ("Open the folder", "打开目录"), False),  # the word of the file
        ([FOLDERS[0], *[("A folder", "文件夹")] * 2], ("Open the folder", "打开目录"), True),
        (PACKAGES, ("Open the package", "打开包"), False),  # a part of 软件包
        (PACKAGES, ("Open the package", "打开包裹里的包"), False),  # 包裹 has another word
        (PACKAGES, ("Open the package", "打开程序包"), True),
        (NUMBERS, ("Big number", "大数"), False),  # one character
        (NUMBERS, ("Big number", "大数字"), True),
    ],
)
def test_another_usual_word_counts_unless_it_is_that_of_the_file_or_a_part(
    termbase: Run, tmp_path: Path, uses: list[tuple[str, str]], pair: tuple[str, str], is_told: bool
) -> None:
    terms = "zh\ten\tscore\tcount\n文件夹\tfolder\t0.91\t9\n软件包\tpackage\t0.88\t4\n号码\tnumber\t0.9\t5\n"
    findings = found(termbase, tmp_path, terms, [*uses, pair])
    assert bool(findings) is is_told


def test_a_mined_term_below_the_least_confidence_does_not_count(termbase: Run, tmp_path: Path) -> None:
    assert found(termbase, tmp_path, SCORED, [NO_HABIT], "--min-confidence", "0.9") == {}


def test_it_holds_from_chinese_to_english(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "terms.tsv").write_text(SCORED, "utf-8")
    pairs = [*HABIT, ("Open it", "打开打印机"), ("Empty it", "清空抽屉")]
    (tmp_path / "texts.tsv").write_text("zh-CN\ten\n" + "".join(f"{zh}\t{en}\n" for en, zh in pairs), "utf-8")
    arguments = ("--termbase", "terms.tsv", "--select", "missing", "--format", "json")
    findings = json.loads(termbase("check", "texts.tsv", *arguments, cwd=tmp_path).stdout)["findings"]
    assert {one["text"]: one["severity"] for one in findings} == {"打印机": "error", "抽屉": "info"}


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


@pytest.mark.parametrize(("departures", "severity"), [(3, "error"), (4, "info")])
def test_a_file_that_departs_from_a_mined_term_again_and_again_translates_freely(
    termbase: Run, tmp_path: Path, departures: int, severity: str
) -> None:
    habit = [(f"{source} {number}", f"{target} {number}") for number in range(5) for source, target in HABIT]
    others = [(f"Remove that printer {number}", f"删除那个抽屉 {number}") for number in range(departures)]
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
