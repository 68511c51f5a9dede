"""Kinds of documents: what of a file is prose, where it stands, and what is said of a file that cannot be read."""

from __future__ import annotations

import contextlib
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.document import archive, bilingual, html, subtitles
from termbase.document.model import FILL, MASK, Document, readable
from termbase.document.reader import read_document
from termbase.errors import TermbaseError
from termbase.extract.glosses import extract

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


def test_prose_is_what_a_reader_sees(tmp_path: Path) -> None:
    document = saved(tmp_path, "a.html", "x<p>R&amp;D <b>in</b> the <i>net</i> (网络)")
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


@pytest.mark.parametrize("source", ["<p>(&#25968;&#23383;&#x8DEF;)", "<p>(数字路)", "<p>(数<wbr>字<wbr>路)"])
def test_a_word_in_references_is_found_as_a_word(source: str) -> None:
    (block,) = html.blocks(source)
    text, places = block.unpadded()
    start = text.index("数字路")
    assert readable(block.text[places[start] - block.start : places[start + 3] - block.start]) == "数字路"
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
        ("a.ts", TS, ["%n net(s)", "%n 网", "多网"]),
        ("a.po", PO, ['The Digital Silk "Road"  ', "Roads", "数字"]),
        ("a.po", PO.replace("\n", "\r\n"), ['The Digital Silk "Road"  ', "Roads", "数字"]),
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
                if char not in "&#;abdlmnopqsu0123456789"  # a reference is read as another character
            )
            end = block.start + len(block.text)


def packed(members: dict[str, str]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return buffer.getvalue()


RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
RELATION = (
    '<Relationship Id="{0}" Target="{1}"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{0}"/>'
)
WORD = (
    '<{0} xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">{1}</{0}>'
)


def docx(body: str, **parts: str) -> bytes:
    members = {
        "_rels/.rels": RELATIONS.format(RELATION.format("officeDocument", "word/document.xml")),
        "word/document.xml": WORD.format("document", f"<body>{body}</body>"),
        "word/_rels/document.xml.rels": RELATIONS.format(
            "".join(RELATION.format(name, f"/word/{name}.xml") for name in parts)
        ),
    }
    return packed(members | {f"word/{name}.xml": WORD.format(name, content) for name, content in parts.items()})


def p(*runs: str) -> str:
    return f"<p>{''.join(run if run.startswith('<') else f'<r><t>{run}</t></r>' for run in runs)}</p>"


FIELD = '<r><fldChar w:fldCharType="{}"/></r>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            p("Digital Silk", "<r><rPr><b/></rPr><t> Road</t></r>", " (数字丝绸之路)"),
            ["Digital Silk Road (数字丝绸之路)"],
        ),
        (f"<tbl><tr><tc>{p('网络')}</tc><tc>{p('net')}</tc></tr></tbl>", ["网络", "net"]),
        (p("a", "<r><tab/><t>b</t><br/><t>c</t><noBreakHyphen/><t>d</t></r>"), ["a\tb c-d"]),
        (p("a", "<del><r><delText>旧</delText></r></del>", "<ins><r><t>新</t></r></ins>"), ["a新"]),
        (p("a", "<moveFrom><r><t>旧</t></r></moveFrom>", "b"), ["ab"]),
        (p("a", "<r><rPr><vanish/></rPr><t>隐</t></r>", "b"), ["ab"]),
        (p("a", '<r><rPr><vanish w:val="0"/></rPr><t>显</t></r>'), ["a显"]),
        (
            p("a", FIELD.format("begin"), "<r><instrText>PAGE</instrText></r>", "no", FIELD.format("separate"), "3")
            + p("b", FIELD.format("end"), "c"),
            ["a3", "bc"],
        ),
        (p("<ruby><rt><r><t>shù</t></r></rt><rubyBase><r><t>数</t></r></rubyBase></ruby>", "字"), ["数字"]),
        (p("a", f"<mc:Choice>{p('box')}</mc:Choice><mc:Fallback>{p('box')}</mc:Fallback>", "b"), ["ab", "box"]),
        (p("<hyperlink><r><t>link</t></r></hyperlink>", " https://example.org"), ["link "]),
        ('<p><pPr><pStyle w:val="SourceCode"/></pPr><r><t>码</t></r></p>' + p("a"), ["a"]),
        (p('<r><rPr><rStyle w:val="VerbatimChar"/></rPr><t>码</t></r>', "a"), ["a"]),
        (p('<r><rPr><rStyle w:val="CodeOfConduct"/></rPr><t>a</t></r>'), ["a"]),
        (p("<!-- x -->", "<?x y?>", "a"), ["a"]),
    ],
)
def test_the_prose_of_a_word_document(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert prose(saved(tmp_path, "a.docx", docx(body))) == expected


def test_places_in_a_word_document_are_paragraphs(tmp_path: Path) -> None:
    note = '<footnote w:type="{}">{}</footnote>'
    footnotes = note.format("separator", p("x")) + note.format("normal", p("A note (注)."))
    document = saved(
        tmp_path, "a.docx", docx(p("Heading") + p() + p("Net (网络)."), footnotes=footnotes, header=p("Head"))
    )
    assert document.text == "Heading\n\nNet (网络).\nA note (注).\nHead"
    assert document.unit == "paragraph"
    found = [
        (document.place(start), document.part(start)) for start in map(document.text.index, ("网", "注", "Head"))
    ]
    assert found == [((3, 6), ""), ((4, 9), "footnotes"), ((1, 1), "")]
    assert document.part(len(document.text)) == "header"


ODF = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">'
    "<office:body><office:text>{}</office:text></office:body></office:document-content>"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h>Digital <span>Silk</span>\n Road</h><p>(数字丝绸之路)</p>", ["Digital Silk Road", "(数字丝绸之路)"]),
        ('<p>a<s text:c="3"/>b<tab/>c<line-break/>d<s/>e</p>', ["a   b\tc d e"]),
        ("<tracked-changes><p>旧</p></tracked-changes><p>a</p>", ["a"]),
        ("<p>a<office:annotation><p>批注</p></office:annotation>b</p>", ["ab"]),
        ("<p>a<note><note-citation>1</note-citation><note-body><p>注</p></note-body></note>b</p>", ["ab", "注"]),
        ("<p><ruby><ruby-base>数</ruby-base><ruby-text>shù</ruby-text></ruby>字</p>", ["数字"]),
        ('<p text:style-name="Preformatted_20_Text">码<s/></p>', []),
        ('<p><span text:style-name="Source_Text">码</span>a</p>', ["a"]),
        (
            '<style:style style:name="P1" style:parent-style-name="Preformatted_20_Text"/>'
            '<p text:style-name="P1">码</p><p text:style-name="P2">a</p>',
            ["a"],
        ),
        ("<p>a<svg:desc>图</svg:desc>b</p>", ["ab"]),
    ],
)
def test_the_prose_of_an_open_document(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert prose(saved(tmp_path, "a.odt", packed({"content.xml": ODF.format(body)}))) == expected


CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/book.opf"/></rootfiles></container>'
)
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf"><manifest>
<item id="two" href="text/second%20one.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/first.xhtml" media-type="application/xhtml+xml"/>
<item id="picture" href="a.png" media-type="image/png"/></manifest>
<spine><itemref idref="one"/><itemref idref="two"/><itemref idref="picture"/></spine></package>"""
BOOK = {
    "META-INF/container.xml": CONTAINER,
    "EPUB/book.opf": PACKAGE,
    "EPUB/text/second one.xhtml": "<title/><body><p>Second (第\n二)</p><script src='x'/><p>End</p></body>",
    "EPUB/text/first.xhtml": "<p>The <i>first</i> (第一)<p>R&amp;D",
}


def test_a_book_is_read_in_the_order_of_its_spine(tmp_path: Path) -> None:
    document = saved(tmp_path, "a.epub", packed(BOOK))
    assert document.text == "The first (第一)\nR&D\nSecond (第二)\nEnd"
    start = document.text.index("第二")
    assert (document.place(start), document.part(start)) == ((3, 9), "EPUB/text/second one.xhtml")


def pdf(*pages: list[tuple[int, int, str]]) -> bytes:
    """Pages of lines, each with its x and y in points, in a font that has Chinese characters and widths of 1 em."""
    numbers = [5 + 2 * index for index in range(len(pages))]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{number} 0 R' for number in numbers)}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
        " /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
    ]
    for number, lines in zip(numbers, pages, strict=True):
        shown = "".join(f"1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj " for x, y, text in lines)
        content = f"BT /F 10 Tf {shown}ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {number + 1} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    body = "".join(f"{number} 0 obj\n{content}\nendobj\n" for number, content in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n%%EOF".encode()


def test_places_in_a_pdf_are_pages_and_its_lines_are_joined(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    wide = "各方愿在平等互利的基础上建设数字丝绸之路并深化交流推动网络空间命"
    first = [
        (50, 700, "第一章"),
        (70, 680, wide[:30]),
        (50, 664, wide),
        (50, 648, "运共同体。"),
        (50, 632, "网络 net"),
    ]
    document = saved(tmp_path, "a.pdf", pdf(first, [(50, 700, "⽹络（net）")]))
    assert prose(document) == ["第一章", f"{wide[:30]}\n{wide}\n运共同体。", "网络 net", "⽹络（net）"]
    assert (document.unit, document.place(document.text.index("⽹"))) == ("page", (2, 1))


GLOSSED = "Both sides will build the Digital Silk Road (数字丝绸之路) together."


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a.txt", f"\n\n{GLOSSED}", (3, 27)),
        ("a.md", f"# Head\n\n- {GLOSSED}", (3, 29)),
        ("a.html", f"<h1>Head</h1>\n<p>{GLOSSED}</p>", (2, 30)),
        ("a.srt", f"1\n00:00:01,000 --> 00:00:02,000\n{GLOSSED}", (3, 27)),
        ("a.vtt", f"WEBVTT\n\n00:01.000 --> 00:02.000\n{GLOSSED}", (4, 27)),
        ("a.tmx", f"<tmx>\n<seg>{GLOSSED}</seg></tmx>", (2, 32)),
        ("a.xlf", f"<xliff>\n<target>{GLOSSED}</target></xliff>", (2, 35)),
        ("a.po", f'msgid "a"\nmsgstr "{GLOSSED}"', (2, 35)),
        ("a.docx", docx(p("Head") + p(GLOSSED)), (2, 27)),
        ("a.odt", packed({"content.xml": ODF.format(f"<h>Head</h><p>{GLOSSED}</p>")}), (2, 27)),
        ("a.epub", packed(BOOK | {"EPUB/text/first.xhtml": f"<p>Head<p>{GLOSSED}"}), (2, 27)),
        ("a.pdf", pdf([], [(50, 700, GLOSSED)]), (2, 27)),
    ],
)
def test_a_gloss_is_found_at_its_place_in_every_kind(
    tmp_path: Path, name: str, content: str | bytes, place: tuple[int, int]
) -> None:
    if name == "a.pdf":
        pytest.importorskip("pypdfium2")
    document = saved(tmp_path, name, content)
    gloss = extract(document)[0]
    assert (gloss.zh, gloss.en) == ("数字丝绸之路", "Digital Silk Road")
    assert document.place(gloss.en_span.start) == place


DEEP = "<p>" * 10**5
BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.docx", b"no archive", "is damaged"),
        ("a.docx", b"", "is damaged"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is encrypted"),
        ("a.docx", docx(p("a"))[:300], "is damaged"),
        ("a.docx", packed({"a": "b"}), "_rels/.rels is missing"),
        ("a.docx", packed({"_rels/.rels": RELATIONS.format("")}), "holds no document"),
        ("a.docx", docx("<p>"), "is damaged: word/document.xml"),
        ("a.docx", docx(DEEP), "is damaged: word/document.xml"),
        ("a.odt", packed({"content.xml": BOMB + ODF.format("<p>&b;</p>")}), "declares entities"),
        ("a.odt", packed({"META-INF/manifest.xml": "<x><encryption-data/></x>"}), "is encrypted"),
        ("a.odt", packed({"styles.xml": "<a/>"}), "content.xml is missing"),
        ("a.epub", packed({"META-INF/container.xml": "<a/>"}), "names no package"),
        (
            "a.epub",
            packed({"META-INF/container.xml": CONTAINER, "EPUB/book.opf": PACKAGE}),
            "first.xhtml is missing",
        ),
        (
            "a.epub",
            packed(BOOK | {"META-INF/encryption.xml": '<a><CipherReference URI="EPUB/text/first.xhtml"/></a>'}),
            "is protected",
        ),
        ("a.pdf", b"%PDF-1.4 no more", "is damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    if name == "a.pdf":
        pytest.importorskip("pypdfium2")
    with pytest.raises(TermbaseError) as caught:
        saved(tmp_path, name, content)
    message = str(caught.value)
    assert said in message
    assert message.startswith(str(tmp_path / name))
    assert "\n" not in message


WHOLE = {
    "a.docx": docx(p("数字" * 99), header=p("a")),
    "a.odt": packed({"content.xml": ODF.format("<p>数字</p>")}),
    "a.epub": packed(BOOK),
    "a.pdf": pdf([(50, 700, "数字")]),
    "a.html": PAGE.encode(),
    "a.srt": SRT.encode(),
}


@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_a_byte_gone_wrong_never_crashes(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject
) -> None:
    if name == "a.pdf":
        pytest.importorskip("pypdfium2")
    content = bytearray(WHOLE[name])
    for _ in range(3):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(TermbaseError):
        saved(tmp_path_factory.getbasetemp(), name, bytes(content))


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LIMIT", 10_000)
    with pytest.raises(TermbaseError, match="more than"):
        saved(tmp_path, "a.docx", docx(p("数" * 10_000)))


def test_without_the_extra_a_pdf_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(TermbaseError, match=r'pip install "termbase\[pdf\]"'):
        saved(tmp_path, "a.pdf", pdf([]))
