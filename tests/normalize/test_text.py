"""Tests the conversion of text: real cases, text that must not change, known failures, properties of any text."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from termbase.errors import TermbaseError
from termbase.files.data_table import data_rows
from termbase.language import Region
from termbase.model import AdministrativeStatus, ConceptEntry, LanguageSection, TermSection, Termbase
from termbase.normalize.terms import TermWordings
from termbase.normalize.text import changes, normalize, target_region
from termbase.text.changes import Step, replay, steps
from termbase.text.chinese.defects import repairs
from termbase.text.regions.regional_words import forms
from termbase.text.script import simplify

_LINES = (Path(__file__).parent / "normalize_cases.tsv").read_text("utf-8").split("\n")
CASES = list(csv.DictReader(_LINES, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['input']}-{case['to']}")
def test_cases(case: dict[str, str], request: pytest.FixtureRequest) -> None:
    if case["kind"] == "known failure":
        request.applymarker(pytest.mark.xfail(strict=True, reason=case["note"]))
    expected = case["input"] if case["kind"] == "stays" else case["output"]
    assert normalize(case["input"], Region[case["to"]]).text == expected, case["note"]


def test_there_are_cases_of_each_kind() -> None:
    assert {case["kind"] for case in CASES} == {"wild", "stays", "known failure"}


MIXED_TEXT = st.text(
    alphabet=st.sampled_from(
        list("数位网路資訊软體程式发髮后後里裡干幹著着面麪的文档件配置用户改变量子「」“”‘’ ⼈⺠５Ａb‧•·○二\u200b\n")
    ),
    max_size=14,
)


def _replayed(text: str, taken: Iterable[Step]) -> str:
    """Apply the steps one by one, and check that each finds the text that it replaces."""
    for step in taken:
        assert text[step.offset : step.offset + len(step.old)] == step.old, step
        text = text[: step.offset] + step.new + text[step.offset + len(step.old) :]
    return text


@settings(max_examples=300, deadline=None)
@given(MIXED_TEXT, st.sampled_from(Region))
@example("幹数 著", Region.CN)  # the conversion makes a word that the space divides
def test_the_steps_lead_to_the_result_and_a_second_time_changes_nothing(text: str, region: Region) -> None:
    once = normalize(text, region)
    assert _replayed(text, once.steps) == once.text
    assert normalize(once.text, region).text == once.text
    for step in once.steps:
        assert step.rule
        assert step.reason
        assert step.old != step.new


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=20), st.sampled_from(Region))
def test_any_text_is_settled_by_one_conversion(text: str, region: Region) -> None:
    once = normalize(text, region)
    assert _replayed(text, once.steps) == once.text
    assert normalize(once.text, region).text == once.text


@given(st.text(alphabet=st.characters(max_codepoint=0x2DFF, exclude_categories=["Cf"]), max_size=20))
def test_text_without_chinese_keeps_its_letters(text: str) -> None:
    if not any(0x2150 <= ord(char) < 0x2180 for char in text):  # Roman numerals are single signs
        assert normalize(text, Region.TW).text == text


def _real_lines(shared: Path, tag: str, number: int) -> list[str]:
    files = sorted((shared / "dev" / "parallel").glob(f"*.{tag}.tsv"))
    if not files:
        pytest.skip("no parallel texts in ../shared")
    rows = [line.split("\t") for file in files for line in file.read_text("utf-8").splitlines()[1:]]
    lines = [row[3] for row in rows if len(row) > 3]
    return lines[:: max(1, len(lines) // number)]


def test_mainland_text_keeps_its_words(shared: Path) -> None:
    lines = _real_lines(shared, "zh-CN", 1500)
    changed = [
        line for line in lines if {"region", "script"} & {step.rule for step in normalize(line, Region.CN).steps}
    ]
    assert len(changed) < len(lines) * 0.01, changed[:20]


@pytest.mark.parametrize(
    ("tag", "region"), [("zh-CN", Region.CN), ("zh-TW", Region.TW), ("zh-CN", Region.HK), ("zh-TW", Region.CN)]
)
def test_real_text_is_settled_by_one_conversion(shared: Path, tag: str, region: Region) -> None:
    for line in _real_lines(shared, tag, 250):
        once = normalize(line, region)
        assert _replayed(line, once.steps) == once.text
        assert normalize(once.text, region).text == once.text, line


def test_the_table_of_hard_cases_is_met(shared: Path) -> None:
    columns = {
        Region.CN: "expected_simplified_CN",
        Region.TW: "expected_traditional_TW",
        Region.HK: "expected_traditional_HK",
    }
    with (shared / "dev" / "norm" / "gold.tsv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["certainty"] == "sure"]
    asked = [(row["input"], region, row[column].split("|")) for row in rows for region, column in columns.items()]
    asked = [case for case in asked if any(case[2])]
    wrong = [case for case in asked if normalize(case[0], case[1]).text not in case[2]]
    assert len(wrong) <= len(asked) * 0.02, wrong


def _entry(*terms: tuple[str, TermSection]) -> ConceptEntry:
    return ConceptEntry("c", tuple(LanguageSection(tag, (term,)) for tag, term in terms))


ROAD = _entry(
    ("zh-Hans-CN", TermSection("数字丝绸之路")),
    ("zh-Hant-TW", TermSection("數位絲綢之路", geographical_usage="TW")),
    ("zh-Hant-HK", TermSection("數碼絲綢之路", status=AdministrativeStatus.PREFERRED)),
)
OFFICE = _entry(
    ("zh-Hans-CN", TermSection("国家网络安全信息中心")),
    ("zh-Hant-TW", TermSection("國家網絡安全信息中心", geographical_usage="CN")),
)
NAME = _entry(("zh-Hans-CN", TermSection("网络学院", part_of_speech="proper noun")))
GOVERNANCE = _entry(("zh-Hans-CN", TermSection("网络治理")))


@pytest.mark.parametrize(
    ("text", "region", "expected"),
    [
        ("共建数字丝绸之路", Region.TW, "共建數位絲綢之路"),
        ("共建數位絲綢之路", Region.CN, "共建数字丝绸之路"),
        ("共建數位絲綢之路", Region.HK, "共建數碼絲綢之路"),
        ("共建數碼絲綢之路", Region.TW, "共建數位絲綢之路"),
        ("国家网络安全信息中心和网络", Region.TW, "國家網絡安全信息中心和網路"),
        ("网络学院的网络", Region.TW, "網絡學院的網路"),
        ("网络治理", Region.TW, "網路治理"),
    ],
)
def test_terms_of_a_termbase_have_priority(text: str, region: Region, expected: str) -> None:
    terms = TermWordings([Termbase((ROAD, OFFICE, NAME, GOVERNANCE))], region)
    once = normalize(text, region, terms)
    assert once.text == expected
    assert normalize(once.text, region, terms).text == expected


def test_a_term_has_priority_over_a_word_that_would_split_it() -> None:
    centre = _entry(("zh-Hans-CN", TermSection("安全信息中心", part_of_speech="proper noun")))
    terms = TermWordings([Termbase((centre,))], Region.TW)
    assert normalize("网络安全信息中心", Region.TW, terms).text == "網路安全信息中心"
    assert normalize("网络安全", Region.TW, terms).text == "網路安全"


def test_a_wording_that_the_termbase_does_not_list_is_its_term_too() -> None:
    road = _entry(("zh-Hans-CN", TermSection("数字丝绸之路")), ("zh-Hant-TW", TermSection("數碼絲路")))
    terms = TermWordings([Termbase((road,))], Region.TW)
    for written in ("数字丝绸之路", "数位丝绸之路", "數位絲綢之路", "數碼絲路"):
        assert normalize(f"共建{written}", Region.TW, terms).text == "共建數碼絲路"


def test_a_term_is_written_beside_its_like_and_a_regional_word_is_not() -> None:
    entry = _entry(("zh-Hans-CN", TermSection("仿真")), ("zh-Hant-TW", TermSection("模擬")))
    terms = TermWordings([Termbase((entry,))], Region.TW)
    assert normalize("模拟仿真", Region.TW, terms).text == "模擬模擬"
    assert normalize("模拟仿真", Region.TW).text == "模擬仿真"


def test_a_listed_term_goes_before_another_wording_of_one() -> None:
    first = _entry(("zh-Hans-CN", TermSection("数字经济")), ("zh-Hant-TW", TermSection("甲經濟")))
    second = _entry(("zh-Hans-CN", TermSection("数位经济")), ("zh-Hant-TW", TermSection("乙經濟")))
    terms = TermWordings([Termbase((first, second))], Region.TW)
    assert normalize("数字经济和数位经济", Region.TW, terms).text == "甲經濟和乙經濟"


def test_a_forbidden_or_proposed_term_is_not_written() -> None:
    entry = _entry(
        ("zh-Hans-CN", TermSection("网络")),
        ("zh-Hant-TW", TermSection("網絡", status=AdministrativeStatus.DEPRECATED)),
        ("zh-Hant-TW", TermSection("網路線", proposed=True)),
    )
    assert normalize("网络", Region.TW, TermWordings([Termbase((entry,))], Region.TW)).text == "網路"


@pytest.mark.parametrize(
    ("tag", "region"),
    [
        ("zh", Region.CN),
        ("zh_CN", Region.CN),
        ("ZH-Hant", Region.TW),
        ("cmn-Hant-TW", Region.TW),
        ("zh-HK", Region.HK),
        ("zh-MO", Region.HK),
        ("zh-SG", Region.CN),
    ],
)
def test_every_spelling_of_a_tag_names_its_region(tag: str, region: Region) -> None:
    assert target_region(tag) == region


@pytest.mark.parametrize("tag", ["en", "zh-Hant-CN", "ja", "zh-US", "?"])
def test_other_tags_are_refused(tag: str) -> None:
    with pytest.raises(TermbaseError):
        target_region(tag)


def test_a_long_line_is_read_as_its_clauses_are() -> None:
    clause = "被发明的变量改变量子，参与制造的干部展示了如何工作"
    assert normalize("。".join([clause] * 50), Region.TW).text == "。".join(
        [normalize(clause, Region.TW).text] * 50
    )


def test_the_changes_are_those_of_the_converter_by_places_in_the_text() -> None:
    text = "这款软件的里程碑，“王毅 李强”在三十里外。"
    found = changes(text, Region.TW)
    assert [(text[one.start : one.end], one.new, one.rule) for one in found] == [
        ("这", "這", "script"),
        ("软件", "軟體", "region"),
        ("“", "「", "quotes"),
        ("强", "強", "script"),
        ("”", "」", "quotes"),
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['input']}-{case['to']}")
def test_to_make_the_changes_again_and_again_is_to_convert(case: dict[str, str]) -> None:
    region = Region[case["to"]]
    text = replay(case["input"], repairs(case["input"], region.script))
    while made := list(steps(text, changes(text, region))):
        text = replay(text, made)
    assert text == normalize(case["input"], region).text


TO_SIMPLIFIED = ("stays", "simple", "written")
ROWS = [row for row in data_rows("character_rules.tsv") if row[2] != "class"]
RULES = [row for row in ROWS if row[2] not in TO_SIMPLIFIED]


def test_no_two_rules_have_the_same_contexts() -> None:
    """Characters with the same contexts share a row."""
    contexts = Counter((before, after) for _, _, when, before, after, _ in RULES if when == "always" and before)
    assert [context for context, count in contexts.items() if count > 1] == []


def test_no_rule_has_the_range_of_all_chinese_characters() -> None:
    """It takes more than a millisecond to compile, and dozens are compiled for a text: the class {han} is fast."""
    wide = re.compile(r"\\u4e00|[\u4e00-\u9fff]-[\u4e00-\u9fff]")
    assert [row for row in ROWS if wide.search(row[3] + row[4])] == []


@pytest.mark.parametrize("row", [row for row in RULES if ": " in row[5]], ids=lambda row: row[5])
def test_the_example_of_a_rule_has_its_character(row: list[str]) -> None:
    characters, forms, *_, reason = row
    example = re.split("[,;]", reason.split(": ")[-1])[0].strip()
    if not set(characters) & set(example):  # the reason explains another character
        return
    written = normalize(f"国，{example}", Region.TW).text
    assert any(
        char in example and form in written for char, form in zip(characters, forms.split("/")[0], strict=True)
    )


@pytest.mark.parametrize("row", [row for row in ROWS if row[2] in TO_SIMPLIFIED], ids=lambda row: row[5])
def test_the_example_of_a_rule_for_simplified_text_has_its_character(row: list[str]) -> None:
    _, forms, *_, reason = row
    written = normalize(f"國，{reason.split(': ')[1]}", Region.CN).text
    assert set(forms) & set(written)


@pytest.mark.parametrize(
    ("text", "region", "written"),
    [
        ("计划泡汤了，他去找国外的导师和同学。", Region.HK, "計劃泡湯了，他去找國外的導師和同學。"),
        ("鼠标误点后，这台称重机没有反应。", Region.HK, "滑鼠誤點後，這台稱重機沒有反應。"),
        ("被告占有公司的证照和公章。", Region.HK, "被告佔有公司的證照和公章。"),
        ("区域赛和总决赛都坐大巴去。", Region.TW, "區域賽和總決賽都搭客運去。"),
        ("巴黎人喝咖啡，纽约人也喝。", Region.TW, "巴黎人喝咖啡，紐約人也喝。"),
        ("这位医师编辑配置文档。", Region.HK, "這位醫生編輯設定檔。"),
    ],
)
def test_words_of_a_simplified_text_are_not_read_as_those_of_a_third_region(
    text: str, region: Region, written: str
) -> None:
    """導師 in Hong Kong's text may be Taiwan's class teacher, but not what was 导师; a round's words are read."""
    assert normalize(text, region).text == written


@pytest.mark.parametrize("region", [Region.TW, Region.HK])
def test_a_word_is_not_written_again_inside_the_new_one(region: Region) -> None:
    """話費 in 電話費 would be replaced in each round, if 電話費 were no word of the table."""
    longer = [
        form
        for form, words in forms()
        for word in words
        if word.region is Region.CN and form in simplify(word.row.wordings[region][0][1:]).lower()
    ]
    assert longer
    once = [normalize(form, region).text for form in longer]
    assert [normalize(text, region).text for text in once] == once
