"""A pair is the same whatever markup stands in and around it: a reader of the document sees no markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from termbase.document.reader import read_document
from termbase.extract.glosses import extract
from termbase.gather.pairs import document_glosses

MARKDOWN = (
    "The [digital divide](http://example.org/b) (数字鸿沟) widens.",
    'The [**digital divide**](b.html "Title") (*数字鸿沟*) widens.',
    "The [digital divide][gap] (数字鸿沟) widens.",
    "The [digital divide (数字鸿沟)](http://example.org/b_(c)) widens.",
    "The [![digital divide](a.png)](b.html) (数字鸿沟) widens.",
    "The **digital** **divide** (数字鸿沟) widens.",
    "The *digital divide* (_数字鸿沟_) widens.",
    "The **digital divide** ([数字鸿沟](http://example.org/b)) widens.",
    "The digital divide[^1] (数字鸿沟) widens.",
    "The digital divide[^1][^2] (数字鸿沟) widens.",
    "The digital divide<sup>12</sup> (数字鸿沟) widens.",
    "报告谈到[数字鸿沟](http://example.org/a)（digital divide）问题。",
    "报告谈到数字鸿沟（[digital divide](http://example.org/a)）问题。",
    "报告谈到**数字鸿沟（digital divide）**问题。",
    "报告谈到**数字****鸿沟**（digital divide）问题。",
    "报告谈到数字鸿沟<sup>2</sup>（*digital divide*）问题。",
    "| 数字鸿沟（[digital divide](http://example.org/a)） | x |\n|---|---|\n| y | z |",
    "The **digital** divide (数字鸿沟) widens.",
    "The [digital](http://example.org/a) divide (数字鸿沟) widens.",
    "> The digital\n> divide (数字鸿沟) widens.",
    "> > Telephones, letters and maps, the digital divide\n> > (数字鸿沟) and prices are mentioned.",
    "> 报告谈到数字鸿沟\n> （digital divide）问题。",
    "# 第一章 数字鸿沟（digital divide）",
    "报告谈到数字鸿沟（digital divide; Norris, 2001）问题。",
    "报告谈到数字鸿沟（digital divide；van Dijk, J. 2005: 12–14；Norris et al. 2001a）问题。",
    "张三（Norris, P. & van Dijk, J.）谈到数字鸿沟（digital divide）问题。",
    "## 第12節　数字鸿沟（digital divide）",
)

HTML = (
    '<p>The <a href="b">digital divide</a> (数字鸿沟) widens.',
    '<p>The <i>digital</i> <i>divide</i> (<span lang="zh">数字</span>鸿沟) widens.',
    "<p>The <span>digital </span><span>divide</span> (<span>数字</span><span>鸿沟</span>) widens.",
    "<p>The digital&nbsp;divide<sup>[2]</sup> (数字鸿沟) widens.",
    "<p>报告谈到数字鸿沟<sup><a href='#2'>2</a></sup>（<em>digital divide</em>）问题。",
    "<p>The <em>digital</em> divide (数字鸿沟) widens.",
    '<p>The <a href="b">digital</a> divide (数字鸿沟) widens.',
    "<p>The digital divide (&#25968;&#23383;&#40511;&#x6C9F;) widens.",
)


def pairs(path: Path, text: str) -> set[tuple[str, str]]:
    path.write_text(text, encoding="utf-8")
    return {(gloss.zh, gloss.en) for gloss, _ in document_glosses(read_document(str(path))).glosses}


@pytest.mark.parametrize("text", MARKDOWN)
def test_markdown(tmp_path: Path, text: str) -> None:
    assert pairs(tmp_path / "a.md", text) == {("数字鸿沟", "digital divide")}


@pytest.mark.parametrize(
    "text",
    [
        "The digi\u00adtal\u00a0divide (数字\u00ad鸿\u200b沟) widens.",
        "The \u200fdigital divide\u200e (数字鸿沟\ufeff) widens.",
        "The digital\tdivide (数字\u2060鸿沟) widens.",
        "The digital\u2009 divide (\u202a数字鸿沟\u202c) widens.",
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html"])
def test_unseen_characters(tmp_path: Path, name: str, text: str) -> None:
    assert pairs(tmp_path / name, text) == {("数字鸿沟", "digital divide")}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_message_on_several_lines_of_po(tmp_path: Path, end: str) -> None:
    lines = ['msgid "a"', 'msgstr "The digital "', '"divide (数字"', '"鸿沟) widens."', ""]
    (tmp_path / "a.po").write_text(end.join(lines), "utf-8", newline="")
    ((gloss, attestation),) = document_glosses(read_document(str(tmp_path / "a.po"))).glosses
    assert (gloss.zh, gloss.en) == ("数字鸿沟", "digital divide")
    assert "".join(piece for piece, _ in attestation.pieces) == "The digital divide (数字鸿沟) widens."


@pytest.mark.parametrize("text", HTML)
def test_html(tmp_path: Path, text: str) -> None:
    assert pairs(tmp_path / "a.html", text) == {("数字鸿沟", "digital divide")}


def test_the_span_of_a_character_reference_is_whole(tmp_path: Path) -> None:
    written = "&#25968;&#23383;&#40511;&#x6C9F;"
    (tmp_path / "a.html").write_text(f"<p>The digital divide ({written}) widens.", "utf-8")
    (gloss,) = extract(read_document(str(tmp_path / "a.html")))
    assert gloss.zh == written


def test_emphasis_inside_chinese_shows_where_a_term_begins(tmp_path: Path) -> None:
    assert pairs(tmp_path / "a.md", "专家批评**躺平（lying flat）**现象。") == {("躺平", "lying flat")}


def test_a_star_that_is_a_part_of_a_name_stays(tmp_path: Path) -> None:
    assert pairs(tmp_path / "a.md", "该算法称为A星算法（A* algorithm）。") == {("A星算法", "A* algorithm")}


def test_brackets_that_are_no_link_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("He wrote [sic] about it[^1][^2] again[^3][ibid].\n", encoding="utf-8")
    document = read_document(str(path))
    assert document.prose(0, len(document.text)).split() == ["He", "wrote", "[sic]", "about", "it", "again[ibid]."]
