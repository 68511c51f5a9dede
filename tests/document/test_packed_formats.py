"""Packed formats (DOCX, ODT, EPUB, PDF); positions in all formats; error messages for files that cannot be read."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.document import archive
from termbase.errors import TermbaseError
from termbase.extract.glosses import extract
from tests.document.made_documents import (
    BOOK,
    CONTAINER,
    ODF,
    PACKAGE,
    RELATIONS,
    docx,
    p,
    packed,
    pdf,
    prose,
    saved,
)

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


def test_a_book_is_read_in_the_order_of_its_spine(tmp_path: Path) -> None:
    document = saved(tmp_path, "a.epub", packed(BOOK))
    assert document.text == "The first (第一)\nR&D\nSecond (第二)\nEnd"
    start = document.text.index("第二")
    assert (document.place(start), document.part(start)) == ((3, 9), "EPUB/text/second one.xhtml")


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
    document = saved(tmp_path, "a.pdf", pdf(first, [(50, 700, "⽹络⼾户（net）")]))
    assert prose(document) == ["第一章", f"{wide[:30]}\n{wide}\n运共同体。", "网络 net", "⽹络户（net）"]
    assert (document.unit, document.place(document.text.index("⽹"))) == ("page", (2, 1))


def test_a_hyphen_at_the_end_of_a_line_breaks_a_word_that_the_pdf_has_in_one_piece(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    lines = ["The council has good gover-", "nance, a self-", "regulation, and a de-", "centralised style."]
    again = "Such governance with self-regulation."
    pages = [[(50, 700 - 16 * number, line) for number, line in enumerate(lines)], [(50, 700, again)]]
    document = saved(tmp_path, "a.pdf", pdf(*pages))
    whole = "The council has good governance, a self-regulation, and a de-centralised style."
    assert document.text == f"{whole}\f{again}"
    assert prose(document) == [whole, again]


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
        ("a.docx", b"", "is empty (copy, download or save it again)"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is encrypted"),
        ("a.docx", docx(p("a"))[:300], "is damaged"),
        ("a.docx", packed({"a": "b"}), "_rels/.rels is missing"),
        ("a.docx", packed({"_rels/.rels": RELATIONS.format("")}), "contains no document"),
        ("a.docx", docx("<p>"), "is damaged: word/document.xml"),
        ("a.docx", docx(DEEP), "is damaged: word/document.xml"),
        ("a.odt", packed({"content.xml": BOMB + ODF.format("<p>&b;</p>")}), "declares XML entities"),
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
            "is encrypted",
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
    "a.html": f"<p>{GLOSSED}&amp;<code>".encode(),
    "a.srt": f"1\n00:00:01,000 --> 00:00:02,000\n{GLOSSED}".encode(),
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
