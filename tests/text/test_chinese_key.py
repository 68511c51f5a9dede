from __future__ import annotations

import csv
from collections import Counter
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.language import Region
from termbase.text.chinese_key import chinese_key, fold_chinese_key, script_key
from termbase.text.regions.wording import in_script_of, mainland_form, wording_region
from termbase.text.script import Script, script_of, simplify

SAME_CONCEPT = [
    ("数字丝绸之路", "数位丝绸之路", "數位絲綢之路", "數碼絲綢之路", "數字 絲綢之路"),
    ("网络空间", "網路空間", "網絡空間", "网路空间"),
    ("人工智能", "人工智慧"),
    ("肯尼亚", "肯亞", "肯尼亞"),
    ("约翰·史密斯", "約翰•史密斯", "约翰・史密斯"),
    ("5G网络", "5g 网络", "５Ｇ網路"),
    ("二维码", "QR碼"),
    ("卫生", "衞生", "衛生"),
    ("跟着", "跟著"),
    ("账户", "帳戶", "賬戶"),
    ("民主", "⺠主"),
    ("葛洪", "葛\U000e0100洪"),
    ("二〇三〇年", "二○三○年"),
    ("“网络”", "「網路」", "﹁網絡﹂"),
    ("模块", "模組", "模组"),
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
        ("程序员", "CN"),
        ("方程式", None),
        ("數位發展部", "TW"),
        ("軟體動物", None),
    ],
)
def test_the_wording_shows_the_region(term: str, region: str | None) -> None:
    assert wording_region(term) == region


ROWS = [
    (table.name, row)
    for table in (files("termbase_data").joinpath(name) for name in ("regional_words.tsv", "script_words.tsv"))
    for row in csv.DictReader(table.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
]


def test_every_row_of_the_tables_has_a_reason_and_a_source() -> None:
    assert len(ROWS) > 1000
    assert [row for _, row in ROWS if not (row["reason"] and row["source"])] == []
    words = Counter(row["CN"] for _, row in ROWS if row["CN"] != "=")  # "=" marks a name that another region owns
    assert words.most_common(1)[0][1] <= 3  # 激活 of an enzyme, of a feature and of a licence


NAMES_KEEP = set("乾汎适涂庄")
"""Characters that names keep in the other script, where they are then in every region: 乾安县, 乾安縣."""


def test_every_form_of_the_tables_is_in_the_script_of_its_region() -> None:
    wrong = {"CN": {Script.TRADITIONAL, Script.MIXED}, "TW": {Script.SIMPLIFIED}, "HK": {Script.SIMPLIFIED}}
    for region, scripts in wrong.items():
        for _, row in ROWS:
            kept = NAMES_KEEP.intersection(row["CN"]).intersection(row["TW"]).intersection(row["HK"])
            for form in row[region].split():
                changed = "".join(char for char in form.rstrip("?~^") if char not in kept)
                assert script_of(changed) not in scripts, (region, row)


def test_forms_without_a_mark_lead_to_a_mainland_word() -> None:
    mainland = {chinese_key(form.rstrip("?~^")) for _, row in ROWS for form in row["CN"].split()}
    mainland |= {chinese_key(row["TW"] + row["HK"]) for _, row in ROWS}
    for _, row in ROWS:
        for form in (*row["TW"].split(), *row["HK"].split()):
            if form[-1] not in "?~" and form != "=" and "=" not in row.values():
                assert chinese_key(form.rstrip("^")) in mainland, row


def test_proposals_change_words_for_the_mainland_and_characters_alone_for_others() -> None:
    assert mainland_form("數位絲綢之路") == "数字丝绸之路"
    assert in_script_of("数位丝绸之路", Region.TW) == "數位絲綢之路"
    assert in_script_of("國家互聯網信息辦公室", Region.CN) == "国家互联网信息办公室"
    assert in_script_of("網絡空間", Region.HK) == "網絡空間"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("数位丝绸之路", Script.SIMPLIFIED),
        ("數位絲綢之路", Script.TRADITIONAL),
        ("人民", Script.BOTH),
        ("数位絲綢", Script.MIXED),
        ("皇后", Script.BOTH),  # 后 is a traditional character too
        ("台灣", Script.TRADITIONAL),  # Taiwan writes 台
        ("网路", Script.SIMPLIFIED),
        ("Silk Road", Script.BOTH),
        ("温泉", Script.SIMPLIFIED),
        ("温泉酒店說", Script.TRADITIONAL),  # Hong Kong writes 温
        ("乾隆温泉", Script.SIMPLIFIED),
        ("温泉酒店說话", Script.MIXED),
    ],
)
def test_the_script_is_detected_by_characters_of_only_one_script(text: str, script: Script) -> None:
    assert script_of(text) is script


@given(st.text())
def test_simplifying_keeps_the_length(text: str) -> None:
    assert len(simplify(text)) == len(text)


@given(
    st.text(alphabet=st.sampled_from(list("數位网路資訊的方程式软體 ⼈⺠５Ａb‧·QR碼\u200b\ufe00「」")), max_size=12)
)
def test_a_key_of_words_in_any_order_is_that_key(text: str) -> None:
    assert chinese_key(chinese_key(text)) == chinese_key(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("16位中继资料", "16位数据"),
        ("位中继资料", "比特数据"),
        ("中继资料位中继资料", "元数据比特数据"),
        ("位中继资料机", "比特调制解调器"),
    ],
)
def test_a_word_that_begins_in_the_wording_of_another_swallows_nothing(text: str, key: str) -> None:
    folded = fold_chinese_key(text)
    assert folded.text == key
    assert folded.span(0, len(key)) == (0, len(text))


@given(
    st.text(max_size=12),
    st.sampled_from(["數位絲綢之路", "網路", "⼈⼯智慧", "５Ｇ網路", "演 算 法"]),
    st.text(max_size=12),
)
def test_a_place_in_the_folded_text_leads_to_the_original(before: str, term: str, after: str) -> None:
    text = f"。{before}。{term}。{after}。"
    folded = fold_chinese_key(text)
    key = chinese_key(term)
    start = folded.text.find(f"。{key}。") + 1
    assert start
    begin, end = folded.span(start, start + len(key))
    assert chinese_key(text[begin:end]) == key


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x9FFF), max_size=20))
def test_offsets_of_a_folded_text_are_in_order_and_in_the_text(text: str) -> None:
    folded = fold_chinese_key(text)
    assert folded.text == chinese_key(text)
    spans = [folded.span(place, place + 1) for place in range(len(folded.text))]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
