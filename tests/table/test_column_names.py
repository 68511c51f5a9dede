"""The name of a column is read word by word, in any order and in two languages."""

from __future__ import annotations

import pytest

from termbase.table.column_names import is_same_on_both_sides, names_no_region, read_name

NAMES = {
    "def_zh": "zh definition",
    "CN def": "zh-CN definition",
    "TW Term": "zh-TW",
    "zh_tw": "zh-TW",
    "en-HK": "en-HK",
    "中文（繁）": "zh-TW",
    "EN_SYN": "en synonym",
    "German_Germany": "de-DE",
    "Portuguese (Brazil) Def": "pt-BR definition",
    "荷兰语术语": "nl",
    "Definition [en]": "en definition",
    "en_description": "en definition",
    "zh def": "zh definition",
    "src_en": "en source",
    "zh-notes": "zh note",
    "partOfSpeech_en": "en partOfSpeech",
    "Chinese_PRC_Def": "zh-CN definition",
    "Chinese_Hong_Kong_SAR": "zh-HK",
    "English_United_Kingdom": "en-GB",
    "Chinese (Traditional, Taiwan)": "zh-TW",
    "繁體中文（香港）": "zh-HK",
    "繁體中文": "zh-TW",
    "简体中文（新加坡）": "zh-SG",
    "Term [zh-CN]": "zh-CN",
    "英文术语名称": "en",
    "中文定义": "zh definition",
    "英文 English": "en",
    "状态 Status": "status",
    "English: Definition": "en definition",
    "Entry_ID": "id",
    "Concept Definition": "definition",
    "source (en)": "en source",
    "target zh-TW": "zh-TW",
    "src:pos": "source partOfSpeech",
    "Target Language": "target languageOf",
    "zh_CN.UTF-8": "zh-CN",
    "zh-min-nan": "nan",
    "de-DE-1996": "de-DE-1996",
    "zh-Hant-x-ours": "zh-Hant-TW-x-ours",
    "英文缩写": "en abbreviation",
    "同义词": "synonym",
    "id": "id",
}
UNKNOWN = (
    "Page|en zh|en_abc|de tip|English-Chinese|def-XX-YY|en-ZH|zh-TW-HK|zh-foobar|no comment||status of the note"
).split("|")


@pytest.mark.parametrize(("name", "meaning"), NAMES.items())
def test_a_name_has_a_language_and_a_field(name: str, meaning: str) -> None:
    for spelling in (name, f" {name}: ", name.replace("_", "  ") if "." not in name else name):
        assert str(read_name(spelling)) == meaning


@pytest.mark.parametrize("name", UNKNOWN)
def test_a_name_that_is_not_understood_completely_means_nothing(name: str) -> None:
    assert read_name(name) is None


def test_two_names_may_say_the_same() -> None:
    assert is_same_on_both_sides("Term", "术语")
    assert is_same_on_both_sides("英语", "English")
    assert not is_same_on_both_sides("English", "中文")
    assert not is_same_on_both_sides("English", "English")
    assert not is_same_on_both_sides("Term", "x")


@pytest.mark.parametrize(
    ("name", "is_open"),
    [
        ("zh-CHT", True),
        ("zh_Hant", True),
        ("Traditional Chinese", True),
        ("繁体中文", True),
        ("Chinese (zh-CHT)", True),
        ("Chinese (Traditional, Taiwan)", False),
        ("zh-CHT (Taiwan)", False),
        ("zh-TW", False),
        ("Chinese", False),
        ("zh-Hans", False),
        ("target", False),
    ],
)
def test_a_region_is_only_assumed_if_the_name_has_none(name: str, is_open: bool) -> None:
    assert names_no_region(name) == is_open
