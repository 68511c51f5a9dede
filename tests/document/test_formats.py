"""Text formats: which parts of a file are prose, and at which offsets."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from termbase.document import bilingual, html, subtitles
from termbase.document.model import Document
from termbase.document.running_text import running_text
from termbase.text.offsets import FILL, MASK, unmasked
from tests.document.made_documents import prose, saved

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Forum report</title>
<style>p { content: "网络"; }</style><script>if (a < b) document.write("<p>网络</p>")</script></head>
<body><!-- <p>旧文</p> -->
<h1>The Digital Silk Road</h1>
<div>Loose text <p>Both sides will build the <em class="x > y">Digital Silk Road</em>&nbsp;(数字丝绸之路).
<ul><li>first item<ul><li>inner item</ul>rest of it<li>run <code>make 网站</code> now</ul>
<table><tr><th>中文<td>English</table>
<pre>def f(): return "网络"</pre>
<p>One<br>line<br/><br>Another &lt;part&gt;, see https://example.org/a_(b)和后文
<p>cut off <a href="网
"""


def of_html(source: str) -> list[str]:
    return [unmasked(block.text) for block in html.blocks(source)]


def test_prose_is_what_a_reader_sees(tmp_path: Path) -> None:
    document = saved(tmp_path, "a.html", "x<p>R&amp;D <b>in</b> the&nbsp;<i>net</i> (网络)")
    start, end = document.text.index("R"), document.text.index(" (")
    assert document.prose(start, end) == "R&D in the net"
    assert Document("f", "ab", "utf-8", ()).prose(0, 2) == ""


def test_a_page_is_read_as_its_reader_sees_it(tmp_path: Path) -> None:
    document = saved(tmp_path, "page.html", PAGE)
    assert document.text == PAGE
    assert [" ".join(text.split()) for text in prose(document)] == [
        "Forum report",
        "The Digital Silk Road",
        "Loose text",
        "Both sides will build the Digital Silk Road (数字丝绸之路).",
        "first item",
        "inner item",
        "rest of it",
        "run now",
        "中文",
        "English",
        "One line",
        "Another <part>, see 和后文",
        "cut off",
    ]
    assert document.place(document.text.index("数字")) == (6, 93)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>a&#20013;&#x6587;b", [f"a中{FILL * 7}文{FILL * 7}b"]),
        ("<p>R&amp;D", [f"R&{FILL * 4}D"]),
        ("<p>a&nbsp;b&#12288;c", [f"a {FILL * 5}b {FILL * 7}c"]),
        ("<p>&ldquo;网&rdquo; (net)", [f"“{FILL * 6}网”{FILL * 6} (net)"]),
        ("<p>&quot;net&quot; it&#39;s", [f'"{FILL * 5}net"{FILL * 5} it\'{FILL * 4}s']),
        ("<p>Xi&rsquo;s", [f"Xi’{FILL * 6}s"]),
        ("<p>a&shy;b&zwj;", [f"a{FILL * 5}b{FILL * 5}"]),
        ("<p>&copyright; &nosuch; &#xZZ; a & b &", ["&copyright; &nosuch; &#xZZ; a & b &"]),
        ("<p>&#0; &#1114112; &#xD800;", ["\ufffd" + FILL * 3 + " \ufffd" + FILL * 9 + " \ufffd" + FILL * 7]),
        ("<ruby>数<rp>(<rt>shù</rt>字</ruby>", ["数", "字"]),
    ],
)
def test_character_references_keep_length_and_words(source: str, expected: list[str]) -> None:
    (block,) = html.blocks(source)
    assert len(block.text) == len(source[block.start : block.start + len(block.text)])
    for part in expected:
        assert part in block.text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("潮汐<br>窗口", "潮汐窗口"),
        ("潮汐 <BR/>\r\n  窗口", "潮汐窗口"),
        ("潮汐\n<br>窗口", "潮汐窗口"),
        ("潮汐\\\n窗口", "潮汐窗口"),
        ("潮汐  \n窗口", "潮汐窗口"),
        ("潮汐<br>the windows", None),
        ("潮汐<br><br>窗口", None),
    ],
)
@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_a_line_break_in_chinese_is_nothing(tmp_path: Path, name: str, source: str, expected: str | None) -> None:
    written = source if name == "a.md" else source.replace("\\\n", "<br>\n")
    read = running_text(saved(tmp_path, name, f"我们谈{written}的报告。")).text
    assert (read.strip() == f"我们谈{expected}的报告。") is (expected is not None)


def test_a_block_ends_with_its_last_reference() -> None:
    (block,) = html.blocks("<p>&nbsp; a&#36335;&nbsp; </p>")
    assert (block.start, block.text) == (10, f"a路{FILL * 7}")


@pytest.mark.parametrize("source", ["<p>(&#25968;&#23383;&#x8DEF;)", "<p>(数字路)<br>", "<p>(数<wbr>字<wbr>路)"])
def test_a_word_in_references_is_found_as_a_word(source: str) -> None:
    (block,) = html.blocks(source)
    text, places = block.unpadded()
    start = text.index("数字路")
    assert unmasked(block.text[places[start] - block.start : places[start + 3] - block.start]) == "数字路"
    assert source[places[start] - 1] + source[places[start + 3]] == "()"
    assert len(places) == len(text) + 1


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Use <code>网站<p>next", ["Use ", "next"]),
        ("<code>a<code>b</code>c</code>d", ["d"]),
        ("<svg><title>网</title><svg></svg><text>路</text></svg>d", ["d"]),
        ("<template><p>网</p></template>d", ["d"]),
        ("<textarea><p>网</textarea>d", ["d"]),
        ("<SCRIPT>'</p>'</SCRIPT >d", ["d"]),
        ("<script src='a'/>d", ["d"]),
        ("<!-->a<!--->b<!-- x --!>c<?php echo 1 ?>d", ["abcd"]),
        ("<![CDATA[ a > b ]]>c", ["c"]),
        ("a < b, 3<4</3>", ["a < b, 3<4"]),
        ("数<wbr>字<ruby>丝<rp>(</rp><rt>sī</rt><rp>)</rp>绸</ruby>", ["数字丝绸"]),
        ("<p title=\"a>b\" class='>'>c", ["c"]),
        ("<p title=it's>c</p><p>d's", ["c", "d's"]),
        ("a</div></div></b></p>b", ["a", "b"]),
        ("<p>Road<sup><a href='#1'>[1]</a></sup> (路) in 10<sup>th</sup> m<sup>2", ["Road (路) in 10th m2"]),
        ("<p>a</p>1</sup>", ["a", "1"]),
        ("<p> &nbsp; <img src='b.png' title='c'> </p>", []),
        ("<p>数字<img src='a>b' alt='丝绸 &amp; 路'>", ["数字丝绸 & 路"]),
        ("写信到office@example.org。", ["写信到。"]),
        ("<p>潮<span hidden>旧</span>汐<b style='display: none'>旧</b>窗口", ["潮汐窗口"]),
        ("<div hidden><p>旧<div>旧</div>旧</div>新", ["新"]),
        ("<p>潮<span class='icon sr-only'>new window</span>汐<a class=link-sr-only>旧</a>", ["潮汐"]),
        ("<div HIDDEN=hidden>旧</p>旧</div>新", ["新"]),
        ("<p style='color:red;DISPLAY:none'>旧<p>新", ["新"]),
        ("<p style='visibility:hidden'>旧</p><p style='display:block;x-display:none'>新", ["新"]),
        ("<ul><li hidden>旧<ul><li>旧</ul>旧<li>新</ul>", ["新"]),
        ("<table><tr><td hidden>旧<td>新<tr hidden><td>旧<tr><td>新</table>", ["新", "新"]),
        ("<div><section hidden>旧</div>新", ["新"]),
        ("<p>a<span hidden>旧</p>新", ["a", "新"]),
        ("<p>潮汐<span class=icon aria-hidden='true'>旧</span>窗口<a aria-hidden=false>在</a>", ["潮汐窗口在"]),
        ("<div aria-hidden=true>对话</div><p hidden=until-found>折叠", ["对话", "折叠"]),
        ("<p data-hidden=1 class=hidden>新<input hidden>闻<img hidden alt='旧'>", ["新闻"]),
        ("<div hidden title='旧'>旧</div><p class='none'>新", ["新"]),
        ("", []),
    ],
)
def test_what_is_odd_in_html_is_read_as_browsers_do(source: str, expected: list[str]) -> None:
    assert of_html(source) == expected


@pytest.mark.parametrize(
    ("declaration", "codec", "said"),
    [
        ('<meta charset="gb2312">', "gb18030", "gb18030"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=big5">', "big5", "big5hkscs"),
        ('<?xml version="1.0" encoding="GBK"?>', "gbk", "gb18030"),
        ('<meta charset="gb2312">', "utf-8", "utf-8"),
        ('<meta charset="euc-kr">', "gb18030", "gb18030"),
    ],
)
def test_a_declared_encoding_is_believed_where_the_bytes_agree(
    tmp_path: Path, declaration: str, codec: str, said: str
) -> None:
    text = "數位絲綢之路" if codec == "big5" else "数字丝绸之路、啰嗦的说明，并深化各方面的交流与合作。"
    document = saved(tmp_path, "a.htm", f"{declaration}<p>{text}</p>".encode(codec))
    assert (prose(document), document.encoding) == ([text], said)


SRT = """\ufeff1
00:00:01,000 --> 00:00:02,500  X1:10 X2:20
<i>We build the Digital</i>
{\\an8}Silk Road (数字丝绸之路).

2
00:00:03,000 --> 00:00:04,000
- One.
3
00:00:05,000 --> 00:00:06,000
Two.

42
"""
VTT = """WEBVTT - a title

STYLE
::cue(b) { color: red }

NOTE 网络 is
no speech

intro
00:01.000 --> 00:02.000 align:start
<v 发言人>We &amp; the <b.loud>Digital
Silk Road</b> (数字<00:01.500>丝绸之路)

00:03.000 --> 00:04.000
See www.example.org
"""


def test_cues_of_subtitles_are_blocks(tmp_path: Path) -> None:
    document = saved(tmp_path, "a.srt", SRT)
    assert prose(document) == ["We build the Digital\nSilk Road (数字丝绸之路).", "- One.", "Two.", "42"]
    assert document.place(document.text.index("数字")) == (4, 18)
    document = saved(tmp_path, "a.vtt", VTT.replace("\n", "\r\n"))
    assert prose(document) == ["We & the Digital\r\nSilk Road (数字丝绸之路)", "See "]


TMX = """<?xml version="1.0"?><tmx version="1.4"><header><note>网</note></header><body>
<tu><note>注</note><tuv><seg>The <bpt i="1">&lt;b&gt;</bpt>Digital<ept i="1">&lt;/b&gt;</ept> Silk Road</seg>
</tuv><tuv xml:lang="zh"><seg>R&amp;D<ph/>（研发）</seg></tuv></tu></body></tmx>"""
XLIFF = """<xliff><file source-language="en"><body><trans-unit id="1"><source>Net <g id="1">one</g></source>
<target>网<x id="1"/></target><alt-trans><source>no</source><target>旧</target></alt-trans><note>注</note>
</trans-unit></body></file></xliff>"""
TS = """<TS><context><name>Main</name><message numerus="yes"><location filename="a.cpp"/><source>%n net(s)</source>
<translation><numerusform>%n 网</numerusform><numerusform>多网</numerusform></translation>
</message></context></TS>"""
PO = r"""# comment
msgid ""
msgstr ""
"Language: zh\n"

#: a.c:1
msgctxt "menu"
msgid "The Digital "
"Silk \"Road\"\n"
msgid_plural "Roads"
msgstr[0] "数字"
msgstr[1] ""
#~ msgid "old"
"""


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.tmx", TMX, ["The Digital Silk Road", "R&D（研发）"]),
        ("a.xlf", XLIFF, ["Net one", "网"]),
        ("a.ts", TS, [" net(s)", " 网", "多网"]),
        ("a.po", PO, ['The Digital Silk "Road" ', "Roads", "数字"]),
        ("a.po", PO.replace("\n", "\r\n"), ['The Digital Silk "Road" ', "Roads", "数字"]),
    ],
)
def test_segments_of_bilingual_files_are_blocks(
    tmp_path: Path, name: str, content: str, expected: list[str]
) -> None:
    document = saved(tmp_path, name, content)
    assert prose(document) == expected
    for block in document.blocks:
        assert len(document.text[block.start : block.start + len(block.text)]) == len(block.text)


MARKUP = st.lists(
    st.sampled_from(
        [
            *"< > / & ; = ' \" <p> </p> <b> </b> <br> <code> </code> <pre> </pre> <rt> </rt>".split(),
            *"<ruby> </ruby> <script> </script> <svg> </svg> <!-- --> &amp; &ldquo; &#20013; &nbsp; a 中 ( ） http://a".split(),
            *'<seg> </seg> <ph> </ph> <bpt/> <alt-trans> </alt-trans> msgid\\ " msgstr\\ " \\\\n'.split(),
            *("WEBVTT", "{\\an8}", "1", "00:01.000 -->", "\n\n", "\n", " "),
        ]
    ),
    max_size=40,
)


@given(MARKUP)
@example(["<seg>", "</alt-trans>", "<", "<seg>"])
@example(["<seg>", "</alt-trans>", ">", "<seg>"])
def test_blocks_of_markup_are_in_order_and_as_long_as_their_source(parts: list[str]) -> None:
    source = "".join(parts)
    for cut in (html.blocks, subtitles.blocks, bilingual.xml_blocks, bilingual.po_blocks):
        end = 0
        for block in cut(source):
            original = source[block.start : block.start + len(block.text)]
            assert end <= block.start
            assert len(original) == len(block.text)
            assert all(
                shown in (char, MASK, FILL, " ")
                for shown, char in zip(block.text, original, strict=True)
                if char not in "&#;abdlmnopqsu0123456789"  # these may form a character reference
            )
            end = block.start + len(block.text)


def test_formulas_that_are_set_in_html_are_not_prose() -> None:
    (block,) = html.blocks('<p>利率 <span class="katex"><span>R</span>(<span>美元</span>)</span>上升。</p>')
    assert unmasked(block.text).split() == ["利率", "上升。"]


STRAY = "is not read: it is not a line of a PO file (strings need quotation marks)"
MESSAGES = [
    ("%s (副本)", " (副本)"),
    ("编号（%(num)s）和 ${count} 个", "编号（）和  个"),
    ("文件 {name} 占 50%（磁盘）", "文件  占 50%（磁盘）"),
    ("<b>数字</b>鸿沟（<a href='x'>digital</a> divide）", "数字鸿沟（digital divide）"),
    ("输入 <文件名> 或 <file name>", "输入 <文件名> 或 <file name>"),
]


@pytest.mark.parametrize(("message", "expected"), MESSAGES)
@pytest.mark.parametrize(("name", "form"), [("a.po", 'msgid "{}"'), ("a.tmx", "<tmx><seg>{}</seg></tmx>")])
def test_what_programs_replace_in_messages_is_no_prose(
    tmp_path: Path, name: str, form: str, message: str, expected: str
) -> None:
    written = escape(message, quote=False) if name == "a.tmx" else message
    assert prose(saved(tmp_path, name, form.replace("{}", written))) == [expected]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.tmx", TMX, []),
        ("a.xlf", f"{XLIFF}\n<!-- end -->\n", []),
        ("a.tmx", '<?xml version="1.0"?>\n<tmx version="1.4"/>\n', []),
        ("a.tmx", TMX.replace("</tmx>", ""), [":3: the file ends before </tmx>: it is cut short"]),
        ("a.xlf", XLIFF[: XLIFF.index("</target><alt")], [":2: the file ends before </xliff>: it is cut short"]),
        ("a.po", PO, []),
        ("a.po", PO.replace('"数字"', "数字"), [f":11: {STRAY}"]),
        ("a.txt", TMX[:60], []),
        ("a.tmx", "", []),
    ],
)  # fmt: skip
def test_damage_of_bilingual_files_is_told(tmp_path: Path, name: str, content: str, expected: list[str]) -> None:
    assert saved(tmp_path, name, content).remarks() == expected
