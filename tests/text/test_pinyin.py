from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.text.chinese.pinyin import (
    breaks_agree,
    initials,
    long_initials,
    reading,
    reading_key,
    readings,
    readings_of_ends,
    syllables,
    tones_agree,
)


@pytest.mark.parametrize(
    ("term", "reading", "key", "letters"),
    [
        ("数字丝绸之路", "shù zì sī chóu zhī lù", "shuzisichouzhilu", "szsczl"),
        ("银行", "yín háng", "yinhang", "yh"),
        ("长城", "cháng chéng", "changcheng", "cc"),
        ("会计", "kuài jì", "kuaiji", "kj"),
        ("重庆", "chóng qìng", "chongqing", "cq"),
        ("西藏", "xī zàng", "xizang", "xz"),
        ("战略", "zhàn lüè", "zhanlue", "zl"),
        ("女性", "nǚ xìng", "nuxing", "nx"),
        ("西安", "xī ān", "xian", "xa"),
        ("AI治理", "AI zhì lǐ", "aizhili", "aizl"),
        ("2030年议程", "2030 nián yì chéng", "2030nianyicheng", "2030nyc"),
        ("卡尔·马克思", "kǎ ěr mǎ kè sī", "kaermakesi", "kemks"),
    ],
)
def test_the_likeliest_reading_comes_first(term: str, reading: str, key: str, letters: str) -> None:
    first = readings(term)[0]
    assert (first, reading_key(first), initials(first)) == (reading, key, letters)


@pytest.mark.parametrize(("reading", "letters"), [("shù zì zhèng chē", "shzzhch"), ("AI zhì lǐ", "aizhl")])
def test_long_initials_have_two_letters_where_pinyin_has(reading: str, letters: str) -> None:
    assert long_initials(reading) == letters


@pytest.mark.parametrize(
    ("term", "also"),
    [
        ("银行", "yinxing"),
        ("曾国藩", "zengguofan"),
        ("频数", "pinshu"),
        ("朴槿惠", "piaojinhui"),
        ("覃塘", "qintang"),
    ],
)
def test_polyphones_have_their_other_readings_too(term: str, also: str) -> None:
    assert also in {reading_key(reading) for reading in readings(term)}


@pytest.mark.parametrize(
    "typed", ["zhanlüe", "zhanlve", "zhanlue", "zhàn lüè", "zhan4lve4", "Zhan Lue", "zhàn'lüè", "zhan4-lü4e"]
)
def test_one_reading_is_typed_in_many_ways(typed: str) -> None:
    assert reading_key(typed) == "zhanlue"


@pytest.mark.parametrize(
    ("typed", "agree"),
    [
        ("shùzì", True), ("shu4zi4", True), ("SHU4 ZI4", True), ("shuzi", None),
        ("shūzì", False), ("shu1zi4", False), ("shuzi4", True), ("shuzi1", False),
        ("shuzì", True), ("shuzī", False),
    ],
)  # fmt: skip
def test_tones_are_compared_if_they_are_typed(typed: str, agree: bool | None) -> None:
    assert tones_agree(typed, "shù zì") is agree


def test_a_neutral_tone_may_be_typed_or_not() -> None:
    assert tones_agree("wo3men5", "wǒ men")
    assert tones_agree("wo3men", "wǒ men")


def test_an_apostrophe_separates_syllables() -> None:
    assert breaks_agree("Xi'an", "xī ān")
    assert breaks_agree("xian", "xī ān")
    assert not breaks_agree("Xi'an", "xiān")


def test_syllables_are_those_of_pypinyin() -> None:
    from pypinyin import lazy_pinyin
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
    from pypinyin.seg.simpleseg import seg

    from termbase.text.script import simplify

    choose = random.Random(3)
    kinds = [list(PHRASES_DICT), [*map(chr, PINYIN_DICT)], list("aX9 ·，éü〇한か\u0301")]
    texts = ["".join(choose.choice(choose.choice(kinds)) for _ in range(choose.randint(1, 5))) for _ in range(3000)]
    by_character: Any = list  # the annotation of pypinyin lacks lists
    for text in [*texts, *map(chr, choose.sample(list(PINYIN_DICT), 2000))]:
        expected = [each for word in seg(simplify(text)) for each in lazy_pinyin(word, errors=by_character)]
        assert list(syllables(text)) == expected, text


@given(
    st.lists(st.sampled_from([*"银行长大会计重庆乐·A1 𠮷", "不成", "一行", "音乐", "和弄"]), max_size=12).map(
        "".join
    )
)
def test_every_end_is_read_as_if_it_stood_alone(text: str) -> None:
    assert readings_of_ends(text) == [reading(text[start:]) for start in range(len(text))]
