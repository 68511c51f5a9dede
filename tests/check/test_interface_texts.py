"""The checks of translations of programs: ICU messages, accelerators, credits, search words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.bitext import Bitext, SegmentPair
from termbase.check.bilingual.code_differences import compare
from termbase.check.finding import Finding
from termbase.model import ConceptEntry, LanguageSection, TermSection, Termbase
from termbase.tbx.reader import read
from termbase.text.choices import without_syntax
from tests.check.checking import check_bitexts

HOUSE = read(str(Path(__file__).parent / "house.tbx"))


def found(*pairs: tuple[str, str], target: str = "zh-Hans-CN", source: str = "en") -> list[Finding]:
    segments = tuple(SegmentPair(str(index), *pair) for index, pair in enumerate(pairs))
    return check_bitexts([Bitext("m.tmx", source, target, segments)], [HOUSE])


PARTS = (
    "{n, plural, |{g, select, |one {|other {|}|}}|#|{n}|'{'|''|'|%s|%2$d|%%|{0}|{{a}}| |文件|<p>|</p>|_|&".split(
        "|"
    )
)
MESSAGES = st.lists(st.sampled_from(PARTS), max_size=12).map("".join)


@given(MESSAGES, MESSAGES)
def test_every_text_agrees_with_itself_and_what_one_lacks_the_other_adds(one: str, other: str) -> None:
    assert compare(one, one) == []
    assert len(without_syntax(one)) == len(one)
    if "plural" not in one + other and "select" not in one + other:
        lacking, added = ([d.code for d in compare(one, other) if d.verb == verb] for verb in ("lacks", "adds"))
        assert sorted(d.code for d in compare(other, one) if d.verb == "adds") == sorted(lacking)
        assert sorted(d.code for d in compare(other, one) if d.verb == "lacks") == sorted(added)


def test_deeply_nested_braces_are_no_message() -> None:
    text = "{n, plural, other {" * 1000 + "}}" * 1000
    assert compare(text, text) == []
    assert without_syntax(text) == text


def test_words_of_the_syntax_of_messages_are_not_terms_but_those_of_branches_are() -> None:
    source, target = (
        "{网络安全, plural, other {# 个网络安全问题}}",
        "{x, plural, other {# problems of network security}}",
    )
    names = [f.name for f in found((source, target), source="zh-Hans-CN", target="en")]
    assert names == ["code", "deprecated"]


@pytest.mark.parametrize(
    "sources",
    [
        ("System default", "S_ystem default"),
        ("_File", "&File"),
        ("~Edit", "Edit"),
        ("Save &As", "Save As"),
        ("U_p ({a_b})", "Up ({a_b})"),
    ],
)
def test_accelerators_make_no_other_source(sources: tuple[str, str]) -> None:
    pairs = list(zip(sources, ("译文(_Y)", "译文"), strict=True))
    assert "same-target" not in [finding.name for finding in found(*pairs)]


@pytest.mark.parametrize("source", ["network s_ecurity", "_network security", "network &security"])
def test_a_term_is_found_across_an_accelerator(source: str) -> None:
    assert [f.name for f in found(("网络安全(_S)", source), source="zh-Hans-CN", target="en")] == ["deprecated"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("translator-credits", "张三 <z@x.org>, 2020"),
        ("TRANSLATION-CREDITS", "张三 2020"),
        ("translator_credits", "张三, 2020;李四, 2021"),
        ("Your names", "张三,李四"),
        ("torrents;downloading;sharing;", "种子;下载;分享;"),
        ("a;b", "甲;乙"),
        ("Numpad .", "小键盘."),
        ("Key ;", "按键;"),
        ("Wool,Silk,Linen", "羊毛, 丝绸, 亚麻"),
        ("wool, raw silk, linen", "羊毛, 生丝, 亚麻"),
        ("Colour (R,G,B)", "颜色 (红,绿,蓝)"),
        ("returns #REF!", "返回 #引用无效!"),
        ("Values: #NAME?, #NUM!", "值：#名称?、#数字!"),
        ("clip;film;", "影片;视讯;視頻;"),
        ("1 - _beta", "1 - beta(_B)"),
        ("r^2 of the fit", "拟合的 r 平方"),
        ("x^3", "x 的立方"),
        ("2 + 7 = 9, which is odd", "2 + 7 = 9，9 是奇数"),
        ("Draw a hexagram", "画出六十四卦之一"),
        ("Adhafera", "轩辕十一"),
        ("Show the solar terms", "显示24节气"),
        ("Vaccine PCV15", "15 价疫苗 (PCV15)"),
        ("Increment the _value", "数值加 1(_V)"),
        ("Fortyfive crates", "45 个箱子"),
        ("5 and a half hours", "5 个半小时"),
        ("7 and a half minutes", "7 分半"),
        ("Ones' complement", "1 的补码"),
        ("From 0 to full speed", "从静止到全速"),
        ("Set one to '2!' and another to '3!'", "一个为 '2!'，另一个为 '3!'"),
        ("Split it 40-60", "四六开"),
        ("The logarithm", "对数（以 10 为底）"),
        ("Decrement it", "减1"),
        ("Look here", "看这里 (&hearts;)"),
        ("They charge $25,75 here", "这里收 $25.75"),
        ("Show it in 1 or 2 rows", "用一栏或两栏显示"),
        ("Move it to zero", "移到原点"),
        ("The previous month", "前一月份"),
        ("In centimetres", "以百分之一米计"),
        ("%.1f gigawatts", "%.1f十亿瓦"),
        ("An octave higher", "升高八倍音阶"),
        ("Fourths, sevenths and ninths", "四度、七度和九度"),
        ("The second line of the conic", "二次曲线的第二条线"),
        ("A 3-dimensional look", "立体的外观"),
        ("Values other than 0 are read; negative values are set to 0", "读取 0 以外的值；负数设为 0"),
        ("Round the corners", "把四个角变圆"),
        ("From the 11th to 20th", "中旬"),
        ("Draw 1", "抽一张"),
        ("![garden-lamp-4](./lamps/garden-lamp-4.png)", "![花园-台灯-4](./lamps/garden-lamp-4.png)"),
        ("40 dB/dec", "40 dB/十倍频"),
        ("It must be in 01/01/1700 - 31/12/8888", "应在 1700/01/01 到 8888/12/31"),
        ("Zoom: 100%", "缩放：实际大小"),
        ("Octal or hex digits", "8进制或 16 进制数字"),
        ("%s sextillion", "%s 1000的7次方"),
        ("999,999,999 lines", "9,9999,9999 行"),
        ("quarter past %s", "%s 点 15 分"),
        ("Visit 115.example.de", "访问 1823.example.hk"),
        ("grid:columns:3", "grid:columns:5"),
        ("Send the _File", "发送文件:(_F)"),
    ],
)
def test_what_is_not_a_sentence_is_not_read_as_one(source: str, target: str) -> None:
    assert [finding.name for finding in found((source, target))] == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("wool, raw silk or linen", "羊毛, 生丝或亚麻"),
        ("wool, raw silk.", "羊毛, 生丝。"),
        ("Wool is warm, linen is cool, silk is light", "羊毛暖, 亚麻凉, 丝绸轻"),
    ],
)
def test_the_commas_of_a_sentence_are_no_list_of_search_words(source: str, target: str) -> None:
    assert {finding.name for finding in found((source, target))} == {"punctuation"}


@pytest.mark.parametrize(
    ("source", "target", "is_found"),
    [
        ("Go to page %d", "转到第 %d 页", False),
        ("First page", "首页", False),
        ("A full-screen window", "全屏窗口", False),
        ("A full-screen window", "全景窗口", True),
        ("A new screen", "新窗口", True),
        ("A screen-reader", "阅读器", True),
        ("It is a bit longer", "它长一些", False),
        ("It is a bit", "它长一些", True),
        ("An invalid name", "没有有效的名称", False),
        ("An invalid name", "有效的名称", True),
    ],
)
def test_a_translation_may_be_one_character(source: str, target: str, is_found: bool) -> None:
    words = (("page", "页"), ("screen", "屏幕"), ("bit", "位"), ("invalid", "无效"))
    sections = [
        (LanguageSection("en", (TermSection(en),)), LanguageSection("zh-Hans-CN", (TermSection(zh),)))
        for en, zh in words
    ]
    termbase = Termbase(tuple(ConceptEntry(f"c{number}", both) for number, both in enumerate(sections)))
    bitext = Bitext("m.tmx", "en", "zh-Hans-CN", (SegmentPair("1", source, target),))
    assert [f.name for f in check_bitexts([bitext], [termbase])] == ["missing"] * is_found


@pytest.mark.parametrize(
    ("sources", "contexts", "severities"),
    [
        (("Open", "Open"), ("verb", "state"), []),
        (("Open", "Open"), ("", ""), ["info"]),
        (("Open it.", "Open it."), ("menu", "button"), ["info"]),
        (("Open it.", "Open it."), ("menu", "menu"), ["warning"]),
        (("%s Crate", "%s Crate"), ("of wood", "of steel"), []),
        (("%s Crate", "%s Crate"), ("of wood", "of wood"), ["info"]),
    ],
)
def test_the_context_of_equal_sources_counts(
    sources: tuple[str, str], contexts: tuple[str, str], severities: list[str]
) -> None:
    pairs = tuple(
        SegmentPair(target, source, target, context=context)
        for target, source, context in zip(("甲", "乙"), sources, contexts, strict=True)
    )
    findings = check_bitexts([Bitext("m.po", "en", "zh-Hans-CN", pairs)], [HOUSE])
    assert [str(finding.severity) for finding in findings if finding.name == "inconsistent"] == severities


@pytest.mark.parametrize(
    ("forms", "count"), [(("0", "1"), 0), (("1", "2"), 0), (("1", "1"), 1), (("", ""), 1)], ids=str
)
def test_plural_forms_of_one_message_are_not_inconsistent(forms: tuple[str, str], count: int) -> None:
    pairs = tuple(
        SegmentPair(target, "%n open trains", target, plural_form=form)
        for target, form in zip(("%n otwarty pociąg", "%n otwarte pociągi"), forms, strict=True)
    )
    findings = check_bitexts([Bitext("m.ts", "en", "pl", pairs)], [HOUSE])
    assert [finding.name for finding in findings if finding.name == "inconsistent"] == ["inconsistent"] * count


@pytest.mark.parametrize(
    ("source", "target"),
    [("r^4 of the fit", "拟合的平方"), ("Zoom: 100%", "缩放：大"), ("Hex", "有16个"), ("past %s", "%s 点 15 分")],
)
def test_figures_without_a_name_on_the_other_side_are_missed(source: str, target: str) -> None:
    assert [finding.name for finding in found((source, target))] == ["number"]


@pytest.mark.parametrize(
    ("source", "target"), [("Open it; save it.", "打开;保存。"), ("Save it.", "保存."), ("Save #1!", "保存#一!")]
)
def test_punctuation_of_sentences_is_still_checked(source: str, target: str) -> None:
    assert [finding.name for finding in found((source, target))] == ["punctuation"]


def test_an_accelerator_before_a_chinese_character_is_no_difference() -> None:
    assert found(("Lamp Tools", "灯具工具"), ("Lamp _Tools", "灯具_工具")) == []
    assert found(("Lamp Tools", "灯具工具"), ("Lamp _Tools", "灯具_用具")) != []


def test_a_number_in_a_bracket_is_no_accelerator() -> None:
    assert found(("Moving (0)", "搬移中 (0)"), ("Moving", "移动中")) == []
    assert [finding.name for finding in found(("Moving", "搬移中(M)"), ("_Moving", "移动中"))] == ["inconsistent"]


def test_a_star_makes_another_name() -> None:
    assert found(("Crate*", "无号箱"), ("Crate", "箱")) == []
    assert [finding.name for finding in found(("*Small* crate", "小箱"), ("Small crate", "小箱子"))] == [
        "inconsistent"
    ]


def test_words_around_a_tag_are_shown_without_what_stands_for_it() -> None:
    (finding,) = found(("It is <b>good</b> now.", "現在是<b>開關</b>電腦的時間"))
    assert finding.suggestions == ("现在是开关电脑的时间",)
    assert "現在是開關電腦的時間" in finding.message
    assert finding.fix is None
