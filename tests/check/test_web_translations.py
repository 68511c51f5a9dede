"""Right translations of the messages of web sites, in which a code, figure or bracket only seems to be wrong."""

from __future__ import annotations

import pytest

from termbase.bitext import Bitext, SegmentPair
from tests.check.checking import check_bitexts


def found_in(source: str, target: str) -> list[str]:
    bitext = Bitext("m.csv", "en", "zh-Hans-CN", (SegmentPair("1", source, target),))
    return [one.name for one in check_bitexts([bitext], [])]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Delete {count} selected row{plural}?", "删除选中的 {count} 行？"),
        ("Merge {n} branch{es} into one", "把 {n} 个分支合并为一个"),
        ("{count} chart{count, plural, one {} other {s}} are shown", "显示 {count} 个图表"),
        ("{n} reader | {n} readers", "{n} 位读者"),
        ("{{district}} has many cafés near the coast", "{{district}}的咖啡馆靠海，{{district}}市民常去"),
        ('See <a href="/en-us/rules">the rules</a> first', '先看<a href="/zh-hans/rules">规则</a>'),
        ("https://a.example.org/en/why-books", "https://a.example.org/zh/%e6%9b%b8%e5%ba%97"),
        ("The number of seats cannot be negative.", "座位数不得小于 0。"),
        ("Please reload the page, or restart the program.", "请 a）重新打开页面，或 b)重启程序。"),
    ],
)
def test_a_right_translation_is_left_alone(source: str, target: str) -> None:
    assert not found_in(source, target)


@pytest.mark.parametrize(
    ("source", "target", "name"),
    [
        ("Delete {count} selected rows of {table}?", "删除选中的 {count} 行？", "code"),
        ("The user{id} has left", "用户已离开", "code"),
        ("{title} | {site}", "{title}", "code"),
        ("Many cafés near the coast", "{{district}}的咖啡馆靠海", "code"),
        ('See <a href="/en-us/rules">the rules</a> first', '先看<a href="/zh-hans/index">规则</a>', "code"),
        ("The number of seats cannot be odd.", "座位数不得小于 0。", "number"),
        ("Please reload the page.", "请重新打开页面）。", "punctuation"),
    ],
)
def test_a_wrong_one_is_reported(source: str, target: str, name: str) -> None:
    assert {*found_in(source, target)} == {name}
