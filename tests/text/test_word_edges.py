"""Tests of the edges of words in runs that no punctuation ends."""

import pytest

from termbase.text.chinese.cut_words import splits_word
from termbase.text.chinese.word_edges import Words, is_whole

CLAUSES = {
    "我们不能改变量子的状态": "变量",
    "这个函数有三个变量": "变量",
    "请走斑马线上": "线上",
    "课程改为线上举行": "线上",
}

UNKNOWN = {
    "左眼就失明了": ("明了", False),
    "共同财产制又分为两种": ("产制", False),
    "他扫光猫的毛": ("光猫", True),
    "彼此相互扣连在一起": ("扣连", True),
    "太空人们看见了日出": ("太空人", True),
}
"""Words that the dictionary lacks, and whether they stand there although they cut a word of it."""


@pytest.mark.parametrize(("clause", "word"), CLAUSES.items())
def test_a_word_in_a_long_run_is_read_as_in_its_clause(clause: str, word: str) -> None:
    start = clause.index(word)
    alone = is_whole(clause, start, start + len(word))
    assert alone is (clause in ("这个函数有三个变量", "课程改为线上举行"))
    for before, behind in ((300, 0), (0, 300), (300, 300)):
        text = "的" * before + clause + "的" * behind
        found = Words(text).is_whole(before + start, before + start + len(word))
        assert found is alone, (before, behind)


@pytest.mark.parametrize(
    ("text", "is_there"), {"买U盘": True, "买 U盘": True, "GPU盘": False, "12U盘": True}.items()
)
def test_a_word_does_not_begin_inside_english_letters(text: str, is_there: bool) -> None:
    assert Words(text).is_whole(text.index("U盘"), len(text)) is is_there


@pytest.mark.parametrize("clause", UNKNOWN)
def test_an_unknown_word_cuts_a_known_one_unless_the_known_reading_is_far_likelier(clause: str) -> None:
    word, is_there = UNKNOWN[clause]
    start = clause.index(word)
    assert is_whole(clause, start, start + len(word)) is is_there


TERMS = {
    "诸多线程池同时启动": ("多线程池", True),
    "众多线程池同时启动": ("多线程池", True),
    "改用多线程池处理": ("多线程池", False),
    "残疾人权益保障法律援助": ("残疾人权益保障法", True),
    "残疾人权益保障法修订以后": ("残疾人权益保障法", False),
    "夜间公共交通流动性强": ("公共交通流动", True),
    "条目的标题太长": ("条目", False),
    "明确这一条目的是什么": ("目的", False),
}
"""Terms of any length, and whether they only arise across other words."""


@pytest.mark.parametrize("clause", TERMS)
def test_a_term_may_only_arise_across_words_whatever_its_length(clause: str) -> None:
    term, is_split = TERMS[clause]
    start = clause.index(term)
    assert splits_word(clause, start, start + len(term)) is is_split


FIRST_CHARACTERS = {
    "三个月内核发证照": "内核",
    "一小时内存入款项": "内存",
    "区内外商投资增加": "内外商",
    "这么多任务还没做": "多任务",
    "在这两国中最长的河": "国中",
    "许多线程序员不懂": "多线程",
}
"""Clauses with a word whose first character belongs to the word before it."""


@pytest.mark.parametrize(("clause", "word"), FIRST_CHARACTERS.items())
def test_both_rules_of_edges_know_first_characters_that_belong_to_the_word_before(clause: str, word: str) -> None:
    start = clause.index(word)
    assert splits_word(clause, start, start + len(word))
    assert not Words(clause).is_whole(start, start + len(word))
