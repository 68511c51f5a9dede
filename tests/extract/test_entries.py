"""Lines of lists and headings in both languages, and statements of what something is called in the other one."""

import pytest

from tests.extract.blocks import extract_from_text

HEADINGS = [
    ("第一章 总则 Chapter I General Provisions", "总则", "General Provisions"),
    ("一、引言 1. Introduction", "引言", "Introduction"),
    ("附件一 定义 Appendix 1 Definitions", "定义", "Definitions"),
    ("附录三 参考文献 Appendix III References", "参考文献", "References"),
]

ENTRIES = [
    ("学校 xuéxiào school", "学校", "school"),
    ("- 苹果 píngguǒ apple", "苹果", "apple"),
    ("朋友 (péngyou) friend", "朋友", "friend"),
    ("【食死貓】– (sik sei maau): “eat a dead cat”", "食死貓", "eat a dead cat"),
    ("通货膨胀 n. inflation", "通货膨胀", "inflation"),
    ("通货膨胀 → inflation", "通货膨胀", "inflation"),
    ("通货膨胀, inflation", "通货膨胀", "inflation"),
    ("阿德萊德 Adelaide", "阿德萊德", "Adelaide"),
]

STATEMENTS = [
    ("The Chinese word for inflation is 通货膨胀.", "通货膨胀", "inflation"),
    ("In Chinese, inflation is 通货膨胀.", "通货膨胀", "inflation"),
    ("通货膨胀这个词来自英文的inflation。", "通货膨胀", "inflation"),
    ("通货膨胀译自inflation，不难懂。", "通货膨胀", "inflation"),
    ("inflation 也就是通货膨胀，是老问题。", "通货膨胀", "inflation"),
    ("通货膨胀「inflation」是老问题。", "通货膨胀", "inflation"),
    ("通货膨胀/inflation是老问题。", "通货膨胀", "inflation"),
    ("通货膨胀——inflation——是老问题。", "通货膨胀", "inflation"),
]

NO_PAIRS = [
    "对，break it",
    "The answer to the riddle is 通货膨胀.",
    "这本书源自inflation的讨论。",
]


@pytest.mark.parametrize(("text", "chinese", "english"), [*HEADINGS, *ENTRIES, *STATEMENTS])
def test_an_entry_or_statement_is_a_pair(text: str, chinese: str, english: str) -> None:
    assert [(gloss.zh, gloss.en) for gloss in extract_from_text(text)] == [(chinese, english)]


@pytest.mark.parametrize("text", NO_PAIRS)
def test_what_is_no_statement(text: str) -> None:
    assert extract_from_text(text) == []
