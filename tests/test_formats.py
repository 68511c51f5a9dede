"""Kinds of documents: what of a file is prose, where it stands, and what is said of a file that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.document import html, subtitles
from termbase.document.model import FILL, MASK, Document, readable
from termbase.document.reader import read_document

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


def prose(document: Document) -> list[str]:
    return [document.prose(block.start, block.start + len(block.text)) for block in document.blocks]


def of_html(source: str) -> list[str]:
    return [readable(block.text) for block in html.blocks(source)]


def saved(folder: Path, name: str, content: str | bytes) -> Document:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_document(str(path))


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
        ("<p>a&nbsp;b&#12288;c", ["a" + " " * 6 + "b" + " " * 8 + "c"]),
        ("<p>&ldquo;网&rdquo; (net)", [f"{MASK * 6}“网”{MASK * 6} (net)"]),
        ("<p>&quot;net&quot; it&#39;s", [f'{MASK * 5}"net"{MASK * 5} it\'{FILL * 4}s']),
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
        ("<p> &nbsp; <img alt='网'> </p>", []),
        ("写信到office@example.org。", ["写信到。"]),
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


MARKUP = st.lists(
    st.sampled_from(
        [
            *"< > / & ; = ' \" <p> </p> <b> </b> <br> <code> </code> <pre> </pre> <rt> </rt> <ruby> </ruby>".split(),
            *"<script> </script> <svg> </svg> <!-- --> &amp; &ldquo; &#20013; &nbsp; a 中 ( ） http://a".split(),
            *("WEBVTT", "{\\an8}", "1", "00:01.000 -->", "\n\n", "\n", " "),
        ]
    ),
    max_size=40,
)


@given(MARKUP)
def test_blocks_of_markup_are_in_order_and_as_long_as_their_source(parts: list[str]) -> None:
    source = "".join(parts)
    for cut in (html.blocks, subtitles.blocks):
        end = 0
        for block in cut(source):
            original = source[block.start : block.start + len(block.text)]
            assert end <= block.start
            assert len(original) == len(block.text)
            assert all(
                shown in (char, MASK, FILL, " ")
                for shown, char in zip(block.text, original, strict=True)
                if char not in "&#;abdlmnopqsu0123456789"  # a reference is read as another character
            )
            end = block.start + len(block.text)
