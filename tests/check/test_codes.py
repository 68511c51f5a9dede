"""Placeholders and tags of programs that agree, and that differ."""

from __future__ import annotations

import pytest

from tests.check.test_interface_texts import found


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
        ("Put it in curly braces", "用花括号“{}”括起来"),
        ("&%1 px", "%1 像素(&%1)"),
        ("%1 x", "%1x"),
        ("%1d", "%1 维"),
        ("<p>Did you know?", "<p>您知道吗？</p>"),
        ("<b>11<b>", "<b>11</b>"),
        ('<a href="https://en.oak.org/a">oaks</a>', '<a href="https://oak.cn/b">橡树</a>'),
        ("%1% %2%, %3%", "%1%%2%，%3%"),
        ("%1%d %2%m", "%1%天%2%分"),
        ("{{ n }} crate|{{ n }} crates", "{{ n }} 个箱子"),
        ("%count% crate|%count% crates", "%count% 个箱子|%count% 些箱子"),
        ("\\label{key}", "\\label{关键字}"),
        ("\\begin{otter*}{width}[pos]", "\\begin{otter*}{宽度}[位置]"),
        ("Start %@\nRun %@\nGo, %@\n", "%@ 开始\n开动 %@\n启动 %@\n让 %@ 开始\n"),
        ("<i>Oak</i> of the <i>Elm</i>", "榆树的“橡树”"),
        ('<i style="color:red">Stop</i>', '<i style=" color: red; ">停</i>'),
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
        ("<i>a</i> <i>b</i> <i>c</i><br>", "甲", "the target lacks </i> (3 times), <br>, <i> (3 times)"),
        ("“<b>a</b>”", "“甲”", "the target lacks </b>, <b>"),
        ("<b>a</b>", "<i>甲</i>", "the target lacks </b>, <b> and adds </i>, <i>"),
        ("<i>a</i>", "<li>甲</li>", "the target lacks </i>, <i> and adds </li>, <li>"),
        ("<p>a", "甲", "the target lacks <p>"),
        ("<b>11</b>", "<b>11<b>", "the target lacks </b> and adds <b>"),
        ('<a href="https://en.oak.org/a">oaks</a>', '<a href="b.html">橡树</a>', "the target lacks <a href="),
        ("<p/>a", "<p>甲", "the target lacks <p/> and adds <p>"),
        ('<a href="b.html">a</a>', '<a href="c.html">甲</a>', "the target lacks <a href="),
        ("<label>a</label>", "<label>甲", "the target lacks </label>"),
        ("{name} here", "{名称}在此", "the target lacks {name}"),
        ("%1h %2d", "%1 小时", "the target lacks %2"),
        ("One.<br>Two.", "一。二。", "the target lacks <br>"),
        ("<pane %d>", "<窗格>", "the target lacks %d"),
        ("Start %@\nRun %@\nGo, %@\n", "开始 %@\n开动 %@\n启动\n", "the target lacks %@"),
        ("<i>A</i>, <i>B</i> and <i>C</i>", "甲、“乙”和丙", "the target lacks </i>"),
        ("Write it in words", "用“{}”写", "the target adds {}"),
        ("\\begin{otter}", "\\begin{水獭}", "the target lacks {otter}"),
        ("label {key}", "标签 {关键字}", "the target lacks {key}"),
        ("%1 x", "x", "the target lacks %1"),
        ("{{ n }} crate|{{ n }} crates", "箱子", "the target lacks {{ n }}"),
        ("{{ n }} crate|no {{ m }}", "{{ n }} 个箱子", "the target lacks {{ m }}"),
        ("<b>x</ b>", "甲</b>", "the target lacks <b>"),
    ],
)
def test_codes_that_differ(source: str, target: str, message: str) -> None:
    (shown,) = codes(source, target)
    assert message in shown


@pytest.mark.parametrize(
    ("target", "is_translated"),
    [("Enter {shop name}, {street name}", True), ("Enter {shop}, {street}", False), ("Enter {shop name}", False)],
)
def test_chinese_words_in_braces_that_several_words_translate(target: str, is_translated: bool) -> None:
    findings = found(("输入{店名}、{路名}", target), source="zh-Hans-CN", target="en")
    assert is_translated is ("code" not in {finding.name for finding in findings})


@pytest.mark.parametrize(("count", "names"), [(5, []), (4, ["code"])])
def test_a_file_may_leave_out_all_italics(count: int, names: list[str]) -> None:
    pairs = [(f"The <i>oak {letter}</i> is old.", f"橡树{letter}很老。") for letter in "abcde"[:count]]
    pairs += [("An <i>elm</i> is <b>old</b>.", "<i>榆树</i><b>很老</b>。")]
    assert sorted({finding.name for finding in found(*pairs)}) == names


def test_a_file_without_italics_still_loses_other_codes() -> None:
    pairs = [(f"The <i>oak {letter}</i> is old.", f"橡树{letter}很老。") for letter in "abcde"]
    assert [finding.name for finding in found(*pairs, ("An <i>elm</i> is <b>old</b>.", "榆树很老。"))] == ["code"]


@pytest.mark.parametrize(
    ("target", "count"), [("Oak 2 - 橡树 2", 0), ("Oak 2 - 橡树", 0), ("Oak 2 - 橡树 3", 2), ("橡树", 1)]
)
def test_the_label_of_the_source_may_stand_before_its_translation(target: str, count: int) -> None:
    assert [finding.name for finding in found(("Oak 2", target))] == ["number"] * count
