"""The checks of translations of programs: placeholders, ICU messages, accelerators, credits, search words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.bitext import Bitext, SegmentPair
from termbase.check.code_differences import compare
from termbase.check.finding import Finding
from termbase.model import ConceptEntry, LanguageSection, TermSection, Termbase
from termbase.tbx.reader import read
from termbase.text.choices import without_syntax
from tests.check.checking import check_bitexts

HOUSE = read(str(Path(__file__).parent / "house.tbx"))


def found(*pairs: tuple[str, str], target: str = "zh-Hans-CN", source: str = "en") -> list[Finding]:
    segments = tuple(SegmentPair(str(index), *pair) for index, pair in enumerate(pairs))
    return check_bitexts([Bitext("m.tmx", source, target, segments)], [HOUSE])


def codes(source: str, target: str) -> list[str]:
    return [finding.message for finding in found((source, target)) if finding.name == "code"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("%s has %d", "%2$d 属于 %1$s"),
        ("%s: %d of “%s” by “%s”.", "%1$s：“%3$s” 的 %2$d，由 “%4$s”。"),
        ("%2$s of %1$s", "%1$s 的 %2$s"),
        ("%-5.1f of %lu", "%2$lu 的 %1$-5.1f"),
        ("%*d of %s", "%3$s 的 %2$*1$d"),
        ("%@ by %@", "%2$@ 的 %1$@"),
        ("%<PRIu64> of %s", "%2$s 的 %1$<PRIu64>"),
        ("%d%% of %s", "%2$s 的 %1$d%%"),
        ("%'d of %s", "%2$s 的 %1$d"),
        ("%'dst link to %s", "第 %1$'d 个指向 %2$s 的链接"),
        ("the %dth of %s", "%2$s 的第 %1$d 个"),
        ("%(count)d of %(total)d", "共 %(total)d 个，第 %(count)d 个"),
        ("%1 of %L2, %n file(s)", "%2 中的 %1，%n 个文件"),
        ("{} of {}", "{1} 中的 {0}"),
        ("{0} of {1:N2}", "{1:N2} 中的 {0}"),
        ("on {0:MMMM d, yyyy}", "{0:yyyy年M月d日}"),
        ("{count:L} of { name }", "{name} 的 {count:L}"),
        ("{when, date, short} in {{ place }}", "{{place}}，{when, date, long}"),
        ("${user} of #{team} at %{site}", "%{site} #{team} 的 ${user}"),
        ("{% if a %}{{a}} file{% endif %}", "{% if a %}{{ a }} 个文件{%endif%}"),
        ("{0,number,#.##} of {1,choice,0#none|1#one}", "{1,choice,0#无|1#一} {0,number,#.#}"),
        ("%a %b %e, %H:%M", "%m月%d日 %H:%M"),
        ("80% or more", "80%或以上"),
        ("%s by %s.  %s", "%2$.0s%1$s。%3$s"),
        ("%s (%d files)", "%0.0s共 %d 个文件"),
        ("{count, plural, one {# train} other {# trains}}", "{count, plural, other {# 列火车}}"),
        (
            "{a, plural, one {# item in {b, plural, one {# box} other {# boxes}}} "
            "other {# items in {b, plural, one {# box} other {# boxes}}}}",
            "{b, plural, other {# 个盒子里有{a, plural, other { # 件东西}}}}",
        ),
        (
            "{g, select, male {He has {n, plural, one {# bus} other {# buses}}} other {They have "
            "{n, plural, one {# bus} other {# buses}}}}",
            "{n, plural, other {# 辆公交车属于{g, select, male {他} other {他们}}}}",
        ),
        ("{count, plural, =0 {none} one {one} other {#}}", "{count, plural, =0 {无} other {# 个}}"),
        ("{n, plural, offset:1 one {# more} other {# more}}", "{n, plural, offset:1 other {还有 # 个}}"),
        ("{n, selectordinal, one {#st} two {#nd} other {#th}}", "{n, selectordinal, other {第 # 个}}"),
        ("{g, select, male {his bus} other {their bus}} of {name}", "{name}的{g, select, male {他} other {他们}}"),
        ("{g, select, male {his} female {her} other {their}}", "{g, select, other {其}}"),
        (
            "{g, select, male {{n, plural, one {his # file} other {his # files}}} other {{n} files}}",
            "{g, select, male {{n, plural, other {他的 # 个文件}}} other {{n} 个文件}}",
        ),
        ("{n, plural, one {one file} other {{n} files}}", "{n, plural, other {# 个文件}}"),
        ("{n, plural, other {'{'n'}' is #}}", "{n, plural, other {“'{'n'}'”是 #}}"),
        ("factor:\t%.1f", "系数：%.1fx"),
        ("%shint: %.*s%s", "%s提示：%.*s%s"),
        ("%sDate: %s", "%s日期：%s"),
        ("one<br>two<BR />", "一<br/>二<br>"),
        ("<P>a</P>", "<p>甲</p>"),
        ("<font color='red'>a</font>", '<font color="red" >甲</font>'),
        ('<span style=" weight:600;">a</span>', "<span style='weight: 600;'>甲</span>"),
        ('<img src="a.png" alt="a picture"/>', '<img src="a.png" alt="图片"/>'),
        ("Press <b>Next</b> or <tt>x</tt>.", "按「下一步」或“x”。"),
        ('Press <span style="font-weight:600">Next</span>.', "按“下一步”。"),
        ("<i>Fast</i> and <em>slow</em> units", "<b>快速</b>与<strong>慢速</strong>单位"),
        ("{State district}", "{州地区}"),
        ("git tag <label> <code>", "git tag <标签> <代码>"),
        ("%1 apples", "%1 个苹果|/|%1 $[~plural 个苹果]"),
        ("%1h %2d", "%1 小时 %2 天"),
        ("It may<br>stop.<br><br>Go on.", "它可能停止。<br><br>继续。"),
        ("an extra { or }", "多余的 { 或 }"),
        ("<b>x</ b>", "<b>甲</b>"),
        ("<pane %d>", "<窗格 %d>"),
        ("no brace in \\x{HEXNUMBER}", "\\x{十六进制数} 缺少括号"),
        ("--dump {fname}", "--dump {文件名}"),
        ("cherry [<head> [<limit>]]", "cherry [<头> [<限制>]]"),
    ],
)
def test_codes_that_agree(source: str, target: str) -> None:
    assert codes(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("%s has %d", "%s 有", "the target lacks %d"),
        ("%s has %d", "%1$s 有 %2$s", "the target lacks %d and adds %2$s"),
        ("%s has %d", "%d 属于 %s", "the target has %d, %s in another order, without numbers such as %1$s"),
        ("{0} of {1}", "{0} 的 {2}", "the target lacks {1} and adds {2}"),
        ("{} of {}", "{} 的", "the target lacks {}"),
        ("{% if a %}x{% endif %}", "{% if a %}甲", "the target lacks {% endif %}"),
        ("%1 of %2", "%1 的", "the target lacks %2"),
        ("%(count)d left", "剩 %(总数)d", "the target lacks %(count)d and adds %(总数)d"),
        ("{0:N2} off", "减 {0}", "the target lacks {0:N2} and adds {0}"),
        ("{n, plural, one {# train} other {# trains}}", "{n, plural, other {列火车}}", "in “other” of {n, plural}"),
        ("{n, plural, one {# a} other {# b}}", "{m, plural, other {# 个}}", "adds {m, plural}"),
        (
            "{a, plural, other {# of {b, plural, other {# b}}}}",
            "{b, plural, other {# 个{a, plural, other {个}}}}",
            "lacks {a, plural}",
        ),
        (
            "{n, plural, one {# a} other {# b}}",
            "{n, select, other {# 个}}",
            "adds {n, select}",
        ),
        ("{n, plural, one {# a} other {# b}}", "{n, plural, one {# 个}}", "lacks “other” in {n, plural}"),
        ("{n, plural, one {# a} other {# b}}", "{n, plural, 其他 {# 个}}", "adds “其他” in {n, plural}"),
        ("{m, select, on {a} off {b} other {c}}", "{m, select, on {甲} other {丙}}", "lacks “off” in {m, select}"),
        (
            "{m, select, on {to {p}} other {c}}",
            "{m, select, on {到} other {丙}}",
            "lacks {p} in “on” of {m, select}",
        ),
        ("{n, plural, other {# of {m}}}", "{n, plural, other {# / {m}}", "lacks a brace or a branch"),
        ("<b>a</b> <b>c</b>", "“甲” 乙", "the target lacks </b>, </b>, <b>, <b>"),
        ("“<b>a</b>”", "“甲”", "the target lacks </b>, <b>"),
        ("<b>a</b>", "<i>甲</i>", "the target lacks </b>, <b> and adds </i>, <i>"),
        ("<i>a</i>", "<li>甲</li>", "the target lacks </i>, <i> and adds </li>, <li>"),
        ("<p/>a", "<p>甲", "the target lacks <p/> and adds <p>"),
        ('<a href="b.html">a</a>', '<a href="c.html">甲</a>', "the target lacks <a href="),
        ("<label>a</label>", "<label>甲", "the target lacks </label>"),
        ("{name} here", "{名称}在此", "the target lacks {name}"),
        ("%1h %2d", "%1 小时", "the target lacks %2"),
        ("One.<br>Two.", "一。二。", "the target lacks <br>"),
        ("<pane %d>", "<窗格>", "the target lacks %d"),
        ("<b>x</ b>", "甲</b>", "the target lacks <b>"),
    ],
)
def test_codes_that_differ(source: str, target: str, message: str) -> None:
    (shown,) = codes(source, target)
    assert message in shown


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
        ("Colour (R,G,B)", "颜色 (红,绿,蓝)"),
        ("returns #REF!", "返回 #引用无效!"),
        ("Values: #NAME?, #NUM!", "值：#名称?、#数字!"),
        ("clip;film;", "影片;视讯;視頻;"),
        ("1 - _beta", "1 - beta(_B)"),
        ("r^2 of the fit", "拟合的 r 平方"),
        ("x^3", "x 的立方"),
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
    ("source", "target", "is_found"),
    [
        ("_Open the file", "Open the _file", True),
        ("{n, plural, one {# file} other {# files}}", "{n, plural, one {# file} other {# files}}", True),
        ("{n, plural, other {#}}", "{n, plural, other {#}}", False),
        ("&OK", "&OK", False),
    ],
)
def test_a_copy_is_found_whatever_its_accelerator(source: str, target: str, is_found: bool) -> None:
    assert [finding.name for finding in found((source, target))] == ["untranslated"] * is_found


@pytest.mark.parametrize(
    ("source", "target", "is_found"),
    [
        ("Go to page %d", "转到第 %d 页", False),
        ("First page", "首页", False),
        ("A full-screen window", "全屏窗口", False),
        ("A full-screen window", "全景窗口", True),
        ("A new screen", "新窗口", True),
        ("A screen-reader", "阅读器", True),
    ],
)
def test_a_translation_may_be_one_character(source: str, target: str, is_found: bool) -> None:
    words = (("page", "页"), ("screen", "屏幕"))
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


@pytest.mark.parametrize(
    "source",
    [
        "git am [<options>] [(<mbox> | <Maildir>)...]",
        "%s [-q] logfile [-A|-B] output",
        "git show [--all] [-v | --verbose] <object>",
        "Puerto del Rosario",
        "main={prefix}{middle}|{short_name}\nprefix=lah|bin",
        "$playername $side",
        "Florian E&szlig;er",
        "%d × %d ppi",
        "000 kbps",
        "IP {!white,blue!}%s{!status!}",
        "struct entry *find_entry(char",
        "[{'name': <'Duck'>, 'url': <'a'>}]",
        "external ref='media/map.png' md5='a1ad'",
        "Ariel,Calypso,Delphine,Derceto,Electra,Galatea,Himeropa,Jengu,Ligia,Marina,Miranda,Molpe,Veen emo,Rân",
        "hex FILE",
        "git archive: NACK %s",
        "Pardessus de viole",
        "<output>$ </output><input>sudo trust anchor file</input>",
    ],
)
def test_copies_with_nothing_to_translate(source: str) -> None:
    assert found((source, source)) == []


@pytest.mark.parametrize(
    "source",
    [
        "Close the window.",
        "Save now:",
        "use --force to overwrite",
        "use <mode> or [name]",
        "Pic du Midi (observatory)",
        "<b>Table</b> of contents",
        "3 new files",
        "Choose a file [none]",
        "archive: cannot open it",
    ],
)
def test_copies_of_words(source: str) -> None:
    assert [finding.name for finding in found((source, source))] == ["untranslated"]


def test_words_that_the_other_targets_keep_may_stay() -> None:
    kept = [("Start otter now", "立刻启动 otter"), ("Stop otter", "停止 otter")]
    assert found(*kept, ("otter 2022", "otter 2022")) == []
    assert found(*kept[:1], ("otter 2022", "otter 2022")) != []
    translated = [("Open otter", "打开边界"), ("My otter", "我的边界"), ("A otter", "一个边界")]
    assert found(*kept, *translated, ("otter 2022", "otter 2022")) != []
