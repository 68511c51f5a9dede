from __future__ import annotations

import csv
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.normalize import chinese_key, script_key
from termbase.region import in_script_of, mainland_form, wording_region
from termbase.script import Script, script_of, simplify

SAME_CONCEPT = [
    ("数字丝绸之路", "数位丝绸之路", "數位絲綢之路", "數碼絲綢之路", "數字 絲綢之路"),
    ("网络空间", "網路空間", "網絡空間", "网路空间"),
    ("人工智能", "人工智慧"),
    ("肯尼亚", "肯亞", "肯尼亞"),
    ("约翰·史密斯", "約翰•史密斯", "约翰・史密斯"),
    ("5G网络", "5g 网络", "５Ｇ網路"),
]


@pytest.mark.parametrize("forms", SAME_CONCEPT)
def test_all_forms_of_a_term_share_a_key(forms: tuple[str, ...]) -> None:
    assert len({chinese_key(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("网络空间", "网络安全"), ("智慧", "智能"), ("资料", "数据"), ("数字", "网络")]
)
def test_different_terms_keep_different_keys(one: str, other: str) -> None:
    assert chinese_key(one) != chinese_key(other)


@pytest.mark.parametrize("key", [chinese_key, script_key])
@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x9FFF), max_size=20))
def test_a_key_of_a_key_is_that_key(key: object, text: str) -> None:
    assert callable(key)
    assert key(key(text)) == key(text)


@pytest.mark.parametrize(
    ("term", "region"),
    [
        ("数位丝绸之路", "TW"),
        ("數位絲綢之路", "TW"),
        ("數碼絲綢之路", "HK"),
        ("國家互聯網信息辦公室", "CN"),
        ("网络空间命运共同体", "CN"),
        ("網絡空間", "HK"),
        ("網路空間", "TW"),
        ("数字丝绸之路", None),
        ("福建省人民政府", None),
        ("智慧城市", None),
        ("程序员", None),
    ],
)
def test_the_wording_tells_the_region(term: str, region: str | None) -> None:
    assert wording_region(term) == region


def test_every_row_of_the_table_is_told_and_led_to_the_mainland_word() -> None:
    table = files("termbase_data").joinpath("regional_words.tsv").read_text("utf-8")
    rows = list(csv.DictReader(table.splitlines(), delimiter="\t"))
    assert len(rows) > 40
    for row in rows:
        assert row["reason"], row
        assert row["source"], row
        for form in (row["TW"], *row["HK"].split()):
            assert chinese_key(form) == row["CN"], row


def test_proposals_change_words_for_the_mainland_and_characters_alone_for_others() -> None:
    assert mainland_form("數位絲綢之路") == "数字丝绸之路"
    assert in_script_of("数位丝绸之路", "TW") == "數位絲綢之路"
    assert in_script_of("國家互聯網信息辦公室", "CN") == "国家互联网信息办公室"
    assert in_script_of("網絡空間", "HK") == "網絡空間"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("数位丝绸之路", Script.SIMPLIFIED),
        ("數位絲綢之路", Script.TRADITIONAL),
        ("人民", Script.BOTH),
        ("数位絲綢", Script.MIXED),
        ("皇后", Script.BOTH),  # 后 is a traditional character too
        ("台灣", Script.TRADITIONAL),  # 台 is what Taiwan writes
        ("网路", Script.SIMPLIFIED),
        ("Silk Road", Script.BOTH),
    ],
)
def test_the_script_is_told_by_characters_of_one_script_alone(text: str, script: Script) -> None:
    assert script_of(text) is script


@given(st.text())
def test_simplifying_keeps_the_length(text: str) -> None:
    assert len(simplify(text)) == len(text)
