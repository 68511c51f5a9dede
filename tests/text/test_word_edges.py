"""Tests of the edges of words in runs that no punctuation ends."""

import pytest

from termbase.text.word_edges import Words, is_whole

CLAUSES = {
    "我们不能改变量子的状态": "变量",
    "这个函数有三个变量": "变量",
    "请走斑马线上": "线上",
    "课程改为线上举行": "线上",
}


@pytest.mark.parametrize(("clause", "word"), CLAUSES.items())
def test_a_word_in_a_long_run_is_read_as_in_its_clause(clause: str, word: str) -> None:
    start = clause.index(word)
    alone = is_whole(clause, start, start + len(word))
    assert alone is (clause in ("这个函数有三个变量", "课程改为线上举行"))
    for before, behind in ((300, 0), (0, 300), (300, 300)):
        text = "的" * before + clause + "的" * behind
        found = Words(text).is_whole(before + start, before + start + len(word))
        assert found is alone, (before, behind)
