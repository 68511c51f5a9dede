"""Whether sounds are alike: names and their usual transcriptions, and pinyin."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.renderings.sound import (
    consonants,
    ends_that_read_as,
    may_begin_alike,
    may_end_as_reading,
    reading_starts,
    reads_as,
    similarity,
)
from termbase.text.chinese.pinyin import reading

NAMES = [
    "Isaac 以撒", "Courtney 考特尼", "Walter 沃尔特", "Walter 華特",
    "John 约翰", "Jacob 雅各", "Hugh 休", "Xavier 泽维尔",
    "Theodore 西奥多", "Juan 胡安", "George 乔治", "Yuval 尤瓦尔", "Eugene 尤金", "Wright 赖特", "Knut 克努特",
    "Charles 查尔斯", "Cecilia 塞西莉亚", "Chloe 克洛伊", "Edward 爱德华", "Hillary 希拉里",
    "Giovanni 乔瓦尼", "Jean 让",
    "Björn 比约恩", "Phoebe 菲比", "Whitney 惠特尼", "Quentin 昆汀", "Zora 佐拉", "Émile 埃米尔",
]  # fmt: skip

CUT_OR_LONG = [
    "Isaac 撒",
    "Courtney 特尼",
    "Walter 僚沃尔特",
    "John 子约翰",
    "Vitalik 塔利克",
    "Oscar 斯卡",
    "Edward 德华",
]


@pytest.mark.parametrize("pair", NAMES)
def test_a_transcription_begins_like_the_name(pair: str) -> None:
    assert may_begin_alike(*pair.split())


@pytest.mark.parametrize("pair", CUT_OR_LONG)
def test_what_is_cut_or_too_long_does_not(pair: str) -> None:
    assert not may_begin_alike(*pair.split())


def test_every_character_is_read_as_its_pinyin() -> None:
    from pypinyin.constants import PINYIN_DICT

    from termbase.text.chinese.pinyin import reading

    known = [char for char in map(chr, PINYIN_DICT) if reading(char).isascii()]
    assert [char for char in known if not reads_as(reading(char), char)] == []
    assert len(known) > 40_000


@pytest.mark.parametrize(
    ("latin", "chinese"),
    [("Běidà", "北大"), ("GONG-TONG fu yu", "共同富裕"), ("nü", "女"), ("nv", "女"), ("CTO", "CTO")],
)
def test_pinyin_is_recognised_in_any_spelling(latin: str, chinese: str) -> None:
    assert reads_as(latin, chinese)


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("or gongtong fuyu", "共同富裕"),
        ("the Taiwanese Qiong Yao", "瓊瑤"),
        ("Xi'an an", "安"),
        ("data flow", "数据流动"),
        ("with 5G an", "安"),
        ("in Běi dà", "北大"),
        ("", "北大"),
        ("of Bei", ""),
        ("in 5 6", "·"),
    ],
)
def test_readings_at_the_end_are_those_that_each_start_gives(text: str, chinese: str) -> None:
    starts = [place for place in range(len(text)) if text[place] != " " and text[place - 1 : place] in ("", " ")]
    expected = {start for start in starts if reads_as(text[start:], chinese)}
    assert reading_starts(text, starts, len(text), chinese) == expected


@pytest.mark.parametrize(
    ("latin", "classes"),
    [("Tsai Pei-huo", "sbh"), ("Hall Llano", "hln"), ("Ann Nielsen", "nlsn"), ("Bob Papp", "b"), ("", "")],
)
def test_equal_consonants_in_a_row_count_once_also_across_words(latin: str, classes: str) -> None:
    assert consonants(latin) == classes


def test_a_closing_consonant_has_a_character_of_its_own() -> None:
    assert similarity("Daedalus", "代达罗斯") == 1
    assert similarity("Tsuen", "廈村") == 0  # the last character alone sounds like it


def test_no_similarity_is_between_nothing_and_a_half() -> None:
    pairs = [(pair.split()[0], each.split()[1]) for pair in NAMES for each in NAMES]
    found = {similarity(*pair) for pair in pairs}
    assert not [value for value in found if 0 < value < 0.5]
    assert len(found) > 3


RULES = [
    ("sch|tch|dge|zh|ch|sh|ts|tz|cz|hs|sz|dj", "s"), ("ph", "f"), ("th|dh", "t"), ("gh|kh|ck|qu", "k"),
    ("ng", "n"), ("wh|hw", "w"), ("[^bcdfghjklmnpqrstvxz]", ""), ("[jqzcx]", "s"), ("p", "b"), ("d", "t"),
    ("g", "k"), ("v", "f"), ("r", "l"), (r"(.)\1+", r"\1"),
]  # fmt: skip
"""The classes of consonants, one rule after the other."""


@given(st.text("abcdeghjknpqstuvwxzl", max_size=9) | st.text("cdghknpst", max_size=6))
def test_consonants_are_those_of_one_rule_after_the_other(word: str) -> None:
    expected = word
    for letters, sound in RULES:
        expected = re.sub(letters, sound, expected)
    assert consonants(word) == expected


CHINESE = st.text("北京大学银行长安女·A3", max_size=9)


@given(CHINESE, st.data())
def test_ends_that_read_as_a_text_are_found_together(chinese: str, data: st.DataObject) -> None:
    texts = [*(reading(chinese[start:]).title() for start in range(len(chinese))), "an", "A", "nyu", "xyz", ""]
    latin = data.draw(st.sampled_from(texts))
    ends = [chinese[start:] for start in range(len(chinese))]
    assert ends_that_read_as(latin, chinese) == [end for end in ends if reads_as(latin, end)]


@given(CHINESE.filter(bool), st.sampled_from(["", "the ", "读作 ", "（"]))
def test_what_ends_as_a_reading_is_never_excluded(chinese: str, before: str) -> None:
    for spelled in (reading(chinese), reading(chinese).upper(), reading(chinese).replace("v", "ü")):
        text = before + spelled
        assert not reads_as(spelled, chinese) or may_end_as_reading(text, len(text), chinese)
