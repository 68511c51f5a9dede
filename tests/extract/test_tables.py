"""Pairs that the columns of a table state, in every kind of document with tables, and tables that state none."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from termbase.document.reader import read_document
from termbase.document.tables import tables
from termbase.extract.glosses import extract
from termbase.extract.model import Gloss
from tests.document.made_documents import BOOK, ODF, docx, p, packed, saved

NAMED = "| 中文 | English |\n|---|---|\n"


def glosses(folder: Path, text: str, suffix: str = ".md") -> list[Gloss]:
    file = folder / f"a{suffix}"
    file.write_text(text, "utf-8")
    document = read_document(str(file))
    found = extract(document)
    assert all(document.text[slice(*gloss.zh_span)] == gloss.zh for gloss in found)
    assert all(document.text[slice(*gloss.en_span)] == gloss.en for gloss in found)
    return found


def pairs(folder: Path, text: str, suffix: str = ".md") -> set[tuple[str, str]]:
    return {(gloss.zh, gloss.en) for gloss in glosses(folder, text, suffix)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{NAMED}| 反射弧 | reflex arc |\n| 突触 | synapse |\n", {("反射弧", "reflex arc"), ("突触", "synapse")}),
        ("术语 | 英文 | 备注\n:--|--:|--\n突触 | synapse\n轴突 | axon | 见上\n",
         {("突触", "synapse"), ("轴突", "axon")}),
        ("| 原文 | 译文 |\n|-|-|\n| synapse | 突触 |\n", {("突触", "synapse")}),
        ("| English | 简体 | 繁體 |\n|--|--|--|\n| synapse | 突触 | 突觸 |\n",
         {("突触", "synapse"), ("突觸", "synapse")}),
        (f"{NAMED}| 检索/查找 | search |\n", {("检索", "search"), ("查找", "search")}),
        (f"{NAMED}| 缓冲区；缓存 | buffer |\n", {("缓冲区", "buffer"), ("缓存", "buffer")}),
        (f"{NAMED}| $q$ 均值 | $q$-means |\n| *z* 检验 | *z*-test |\n",
         {("$q$ 均值", "$q$-means"), ("*z* 检验", "*z*-test")}),
        (f"{NAMED}| Top-$q$ 难题 | top-$q$ puzzle |\n", {("Top-$q$ 难题", "top-$q$ puzzle")}),
        (f"{NAMED}| 群集 | crowd / flock |\n", {("群集", "crowd"), ("群集", "flock")}),
        (f"{NAMED}| 昼/夜 | day/night |\n", {("昼", "day"), ("夜", "night")}),
        (f"{NAMED}| **突触**（见下） | [synapse](https://example.org) |\n", {("突触", "synapse")}),
        (f"{NAMED}| ✅ 保存 | ✅ Save |\n| 潜伏 | to lurk |\n", {("保存", "Save"), ("潜伏", "lurk")}),
        (f"{NAMED}| （不译） | crate |\n| 见 `a` | see `a` |\n| 这是一句话。 | It is one. |\n", set()),
        (f"{NAMED}| 配置文件 | config.yaml |\n| 用户名 | userName |\n| 中文页 | docs/zh/a.md |\n", set()),
        ("| 项目 | 拼音 (pinyin) |\n|--|--|\n| 北京 | Beijing |\n| 上海 | Shanghai |\n| 广州 | Canton |\n", set()),
        ("| 动物 | name |\n|--|--|\n| 狗 | dog |\n| 猫 | cat |\n| 马 | horse |\n",
         {("狗", "dog"), ("猫", "cat"), ("马", "horse")}),
        ("| 参数 | 默认 |\n|--|--|\n| 狗 | dog |\n| 编号 | none |\n| 标题 | off |\n| 大小 | auto |\n", set()),
        ("| 命令 | 说明 |\n|--|--|\n| open | 打开 |\n| close | 关闭 |\n| write | 写 |\n", set()),
        ("| 动物 | name | 名字 |\n|--|--|--|\n| 狗 | dog | 狗 |\n| 猫 | cat | 猫 |\n| 马 | horse | 马 |\n", set()),
        ("| 动物 | name |\n|--|--|\n| 狗 | dog |\n| 猫 | cat |\n| 马 | horse |\n| 编号 | none |\n| 标题 | off |\n"
         "| 大小 | auto |\n", set()),
        ("| 中文 | English | 中文 | English |\n|--|--|--|--|\n| 狗 | dog | 猫 | cat |\n",
         {("狗", "dog"), ("猫", "cat")}),
        (f"{NAMED}| 山水 | shānshuǐ |\n| 狗 | dog |\n", {("狗", "dog")}),
        ("```\n| 中文 | English |\n|--|--|\n| 突触 | synapse |\n```\n", set()),
    ],
)  # fmt: skip
def test_columns_state_pairs(text: str, expected: set[tuple[str, str]], tmp_path: Path) -> None:
    assert pairs(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<table><tr><th>中文<th>英文<tr><td>突触<td><b>synapse</b></table>", {("突触", "synapse")}),
        ("<table><tr><th>中文</th><th>英文</th></tr><tr><td colspan=2>突触</td><td>cell</td></tr>"
         "<tr><td>轴&#31361;</td><td>axon</td></tr></table>", {("轴&#31361;", "axon")}),
        ("<table><tr><td><table><tr><th>中文<th>英文<tr><td>突触<td>synapse</table><td>x</table>",
         {("突触", "synapse")}),
        ("<table><tr><th>中文<th>英文<tr><td><p>突触</p><p>轴突</p><td>synapse</table>", set()),
    ],
)  # fmt: skip
def test_columns_of_html_state_pairs(text: str, expected: set[tuple[str, str]], tmp_path: Path) -> None:
    assert pairs(tmp_path, text, ".html") == expected


def test_an_abbreviation_in_a_bracket_is_that_of_the_term(tmp_path: Path) -> None:
    text = f"{NAMED}| 应用程序接口 | application programming interface (API) |\n| 流水线 | CI (Cell Index) |\n"
    found = {gloss.en: gloss.abbreviation for gloss in glosses(tmp_path, text)}
    assert found == {"application programming interface": "API", "Cell Index": "CI"}


def test_named_columns_and_rendered_rows_are_believed_more(tmp_path: Path) -> None:
    named = glosses(tmp_path, f"{NAMED}| 狗 | dog |\n| 小王子 | dog |\n")
    shown = glosses(tmp_path, "| 动物 | name |\n|--|--|\n| 狗 | dog |\n| 猫 | cat |\n| 马 | horse |\n")
    assert named[0].confidence > shown[0].confidence > 0.5
    assert named[0].confidence > named[1].confidence
    assert named[0].layout == "zh | en"
    assert [reason.name for reason in named[0].reasons] == ["columns"]


def test_pairs_of_tables_and_of_text_are_in_text_order(tmp_path: Path) -> None:
    text = f"The data flow (数据流动) grew.\n\n{NAMED}| 突触 | synapse |\n\nThe mass line (群众路线) came back.\n"
    assert [gloss.zh for gloss in glosses(tmp_path, text)] == ["数据流动", "突触", "群众路线"]


def test_rows_of_a_table_have_the_cells_of_the_header(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("a | b\n-|-\n1 |\n1 | 2 | 3\n\n> | \\|x | y |\n> |-|-|\n> | z | c |\n\na | b\n", "utf-8")
    rows = [
        [[cell.text.strip() for cell in row] for row in table.rows] for table in tables(read_document(str(file)))
    ]
    assert rows == [[["a", "b"], ["1", ""], ["1", "2"]], [["\\|x", "y"], ["z", "c"]]]


Rows = list[list[str]]


def marked_up(rows: Rows, table: str, row: str, cell: str, spans: dict[str, str]) -> str:
    """Return a table in XML; ` / ` is between the paragraphs of a cell.

    `+` begins a cell over two columns, `^` one over two rows, and `=` is a cell that one above covers: `spans` has
    what each is in XML.
    """

    def one(text: str) -> str:
        paragraphs = "".join(f"<p>{part}</p>" for part in text.strip("+^").split(" / "))
        return spans["="] if text == "=" else f"<{cell}{spans.get(text[:1], '>')}{paragraphs}</{cell}>"

    return f"<{table}>" + "".join(f"<{row}>{''.join(map(one, cells))}</{row}>" for cells in rows) + f"</{table}>"


DOCX = {"+": '><tcPr><gridSpan w:val="2"/></tcPr>', "^": '><tcPr><vMerge w:val="restart"/></tcPr>',
        "=": "<tc><tcPr><vMerge/></tcPr><p></p></tc>"}  # fmt: skip
ODT = {"+": ' t:number-columns-spanned="2">', "^": ' t:number-rows-spanned="2">', "=": "<t:covered-table-cell/>"}
XHTML = {"+": ' colspan="2">', "^": " RowSpan = '2'>", "=": ""}


def in_docx(rows: Rows) -> bytes:
    xml = marked_up(rows, "tbl", "tr", "tc", DOCX)
    return docx(p("Before.") + re.sub(r"<p>(.*?)</p>", r"<p><r><t>\1</t></r></p>", xml))


def in_odt(rows: Rows) -> bytes:
    xml = marked_up(rows, "t:table", "t:table-row", "t:table-cell", ODT)
    name = ' xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    return packed({"content.xml": ODF.format(xml.replace("<t:table>", f"<p>Before.</p><t:table{name}>", 1))})


def in_epub(rows: Rows) -> bytes:
    body = "<p>Before.</p>" + marked_up(rows, "table", "tr", "td", XHTML)
    return packed(BOOK | {"EPUB/text/second one.xhtml": f"<body>{body}</body>"})


TABLES = [
    ([["中文", "English"], ["突触", "synapse"], ["轴突", "axon"]], {("突触", "synapse"), ("轴突", "axon")}),
    ([["术语", "英文", "备注"], ["突触", "synapse", ""], ["轴突", "axon", "见上"]],
     {("突触", "synapse"), ("轴突", "axon")}),
    ([["中文", "English"], ["+突触", "cell"], ["轴突", "axon"]], {("轴突", "axon")}),
    ([["+神经科学"], ["中文", "English"], ["突触", "synapse"]], {("突触", "synapse")}),
    ([["神经科学"], ["中文", "English"], ["突触", "synapse"]], {("突触", "synapse")}),
    ([["中文", "English", "备注"], ["+神经", "见上"], ["突触", "synapse", ""]], {("突触", "synapse")}),
    ([["^编号", "+术语"], ["=", "中文", "English"], ["1", "突触", "synapse"]], {("突触", "synapse")}),
    ([["类", "中文", "English"], ["^神经", "突触", "synapse"], ["=", "轴突", "axon"], ["血", "血小板", "platelet"]],
     {("突触", "synapse"), ("轴突", "axon"), ("血小板", "platelet")}),
    ([["中文", "English"], ["^血小板", "platelet"], ["=", "thrombocyte"], ["突触", "synapse"]],
     {("血小板", "platelet"), ("血小板", "thrombocyte"), ("突触", "synapse")}),
    ([["中文", "English", "类"], ["突触", "synapse", "^神经"], ["轴突", "axon", "="]],
     {("突触", "synapse"), ("轴突", "axon")}),
    ([["中文", "English"], ["突触 / 轴突", "synapse"], ["检索/查找", "search"]],
     {("检索", "search"), ("查找", "search")}),
    ([["中文", "English"], ["", "synapse"], ["轴突", ""]], set()),
    ([["突触"], ["synapse"]], set()),
    ([["狗", "dog"], ["猫", "cat"], ["马", "horse"], ["羊", "sheep"]],
     {("狗", "dog"), ("猫", "cat"), ("马", "horse"), ("羊", "sheep")}),
    ([["动物", "name"], ["狗", "dog"], ["猫", "cat"], ["马", "horse"]],
     {("狗", "dog"), ("猫", "cat"), ("马", "horse")}),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), TABLES)
@pytest.mark.parametrize(("name", "made"), [("a.docx", in_docx), ("a.odt", in_odt), ("a.epub", in_epub)])
def test_columns_of_packed_documents_state_pairs(
    rows: Rows, expected: set[tuple[str, str]], name: str, made: Callable[[Rows], bytes], tmp_path: Path
) -> None:
    document = saved(tmp_path, name, made(rows))
    found = extract(document)
    assert {(gloss.zh, gloss.en) for gloss in found} - {("第一", "first"), ("第二", "Second")} == expected
    assert all(document.text[slice(*gloss.zh_span)] == gloss.zh for gloss in found)


def test_a_table_inside_a_cell_of_docx_is_one_of_its_own(tmp_path: Path) -> None:
    inner = marked_up([["中文", "English"], ["突触", "synapse"]], "tbl", "tr", "tc", DOCX)
    body = f"<tbl><tr><tc>{inner}<p/></tc><tc><p>x</p></tc></tr></tbl>"
    document = saved(tmp_path, "a.docx", docx(re.sub(r"<p>(.*?)</p>", r"<p><r><t>\1</t></r></p>", body)))
    assert [(gloss.zh, gloss.en) for gloss in extract(document)] == [("突触", "synapse")]
