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
    ("功夫 (gung fu) – skill", "功夫", "skill"),
    ("通货膨胀 n. inflation", "通货膨胀", "inflation"),
    ("通货膨胀 → inflation", "通货膨胀", "inflation"),
    ("通货膨胀, inflation", "通货膨胀", "inflation"),
    ("inflation -> 通货膨胀", "通货膨胀", "inflation"),
    ("阿德萊德 Adelaide", "阿德萊德", "Adelaide"),
]

STATEMENTS = [
    ("The Chinese word for inflation is 通货膨胀.", "通货膨胀", "inflation"),
    ("In Chinese, inflation is 通货膨胀.", "通货膨胀", "inflation"),
    ("The phrase 通货膨胀 refers to inflation.", "通货膨胀", "inflation"),
    ("The poet Zhang Jiuling, 張九齡, wrote it.", "張九齡", "Zhang Jiuling"),
    ("Slow inflation, 通货膨胀, is old.", "通货膨胀", "inflation"),
    ("so-called “inflation” (所谓通货膨胀)", "通货膨胀", "inflation"),
    ("通货膨胀，或称inflation，是老问题。", "通货膨胀", "inflation"),
    ("inflation 即通货膨胀。", "通货膨胀", "inflation"),
    ("inflation（中文译作“通货膨胀”）是老问题。", "通货膨胀", "inflation"),
    ("通货膨胀：inflation，指的是一种现象。", "通货膨胀", "inflation"),
    ("通货膨胀, tōnghuò péngzhàng, inflation", "通货膨胀", "inflation"),
    ("通货膨胀这个词来自英文的inflation。", "通货膨胀", "inflation"),
    ("通货膨胀译自inflation，不难懂。", "通货膨胀", "inflation"),
    ("inflation 也就是通货膨胀，是老问题。", "通货膨胀", "inflation"),
    ("通货膨胀「inflation」是老问题。", "通货膨胀", "inflation"),
    ("通货膨胀/inflation是老问题。", "通货膨胀", "inflation"),
    ("通货膨胀——inflation——是老问题。", "通货膨胀", "inflation"),
]

BODIES = [
    ("世界卫生组织（WHO—World Health Organization）总部在日内瓦。", "世界卫生组织", "World Health Organization"),
    ("WHO (World Health Organization) 世界卫生组织", "世界卫生组织", "World Health Organization"),
    ("世界衛生組織「World Health Organization」", "世界衛生組織", "World Health Organization"),
    ("the World Health Organization, abbreviated WHO (世界卫生组织)", "世界卫生组织", "World Health Organization"),
    ("the World Health Organization¹ (世界卫生组织)", "世界卫生组织", "World Health Organization"),
    (
        "世界卫生组织 (Shijie weisheng zuzhi, World Health Organization) met.",
        "世界卫生组织",
        "World Health Organization",
    ),
    (
        "世界卫生组织 Shijie weisheng zuzhi (World Health Organization) met.",
        "世界卫生组织",
        "World Health Organization",
    ),
    ("世界卫生组织 – the World Health Organization – met.", "世界卫生组织", "World Health Organization"),
    ("陈建国，英文名Chen Jianguo，认为如此。", "陈建国", "Chen Jianguo"),
    ("据Nature《自然》杂志报道，鱼会数数。", "自然", "Nature"),
]

NO_PAIRS = [
    "对，break it",
    "这里介绍的 Render 即为一个例子。",
    "He said, 你好, and left.",
    "The phrase 通货膨胀 refers to the general rise of prices.",
    "The answer to the riddle is 通货膨胀.",
    "这本书源自inflation的讨论。",
]


@pytest.mark.parametrize(("text", "chinese", "english"), [*HEADINGS, *ENTRIES, *STATEMENTS, *BODIES])
def test_an_entry_or_statement_is_a_pair(text: str, chinese: str, english: str) -> None:
    assert [(gloss.zh, gloss.en) for gloss in extract_from_text(text)] == [(chinese, english)]


@pytest.mark.parametrize("text", NO_PAIRS)
def test_what_is_no_statement(text: str) -> None:
    assert extract_from_text(text) == []


def test_an_abbreviation_in_a_bracket_of_its_own_belongs_to_the_full_form() -> None:
    (gloss,) = extract_from_text("世界卫生组织（World Health Organization）（WHO）总部在日内瓦。")
    assert (gloss.en, gloss.abbreviation) == ("World Health Organization", "WHO")
