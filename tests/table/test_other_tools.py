"""Glossaries in the layouts of other tools, and as people arrange them, are read as what they mean."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from termbase import read_with_findings
from termbase.errors import TermbaseError
from termbase.model import Termbase
from termbase.table.read_glossary import load_table
from tests.conftest import Run

Concept = tuple[str, ...]


def shown(termbase: Termbase) -> list[Concept]:
    """Return each concept as `language term` with status, and with its definitions and notes."""
    concepts = []
    for entry in termbase:
        texts = [f"def {one.text}" for one in entry.definitions] + [f"note {note}" for note in entry.notes]
        for section in entry.languages:
            for term in section.terms:
                mark = f" {term.status.value}" if term.status else " proposed" if term.proposed else ""
                texts.append(f"{section.language.rpartition('-')[2]} {term.term}{mark}")
                texts += [f"note {note}" for note in term.notes]
                texts += [f"context {one.text}" for one in term.contexts]
            texts += [f"def {one.text}" for one in section.definitions]
        concepts.append(tuple(texts))
    return concepts


TABLES: dict[str, tuple[str, str, list[Concept]]] = {
    "DeepL, two columns": ("t.csv", "lake,湖\nwater,水\n", [("en lake", "CN 湖"), ("en water", "CN 水")]),
    "DeepL, four columns": (
        "t.csv",
        "lake,湖,EN,ZH\n水,water,ZH,EN\n",
        [("en lake", "CN 湖"), ("CN 水", "en water")],
    ),
    "two tables side by side, without header": (
        "t.csv",
        "lake,湖,pond,池\nriver,河,sea,海\n",
        [("en lake", "CN 湖"), ("en pond", "CN 池"), ("en river", "CN 河"), ("en sea", "CN 海")],
    ),
    "DeepL, five columns": ("t.csv", "lake,湖,en,zh,98\n", [("en lake", "CN 湖")]),
    "a term like the name of its column": (
        "t.csv",
        "id,en,zh-CN,zh-CN termSource\r\n1,en,英语,a\r\n1,,英文,b\r\n",
        [("en en", "CN 英语", "CN 英文")],
    ),
    "a term like the name of its column, without id": ("t.csv", "en,zh-CN\nen,英语\n", [("en en", "CN 英语")]),
    "Lokalise": (
        "t.csv",
        "term;description;casesensitive;translatable;forbidden;tags;en;en_description;zh_TW;zh_TW_description\r\n"
        "lake;water;no;yes;no;geo;lake;;湖;水體\r\npond;old;no;yes;yes;;pond;;池;\r\n",
        [("def water", "en lake", "TW 湖", "def 水體"), ("def old", "en pond deprecated", "TW 池 deprecated")],
    ),
    "Phrase Strings": (
        "t.csv",
        "term,case sensitive,translatable,description,en-US,zh-CN\nlake,false,true,water,lake,湖\n",
        [("def water", "US lake", "CN 湖")],
    ),
    "Phrase TMS, examples": (
        "t.csv",
        "Concept ID,en,en: status,en: usage,zh_cn,zh_cn: status,zh_cn: usage\n"
        "7,lake,New,by a lake,湖,Approved,湖畔\n",
        [("en lake proposed", "context by a lake", "CN 湖 preferred", "context 湖畔")],
    ),
    "Pontoon, examples": (
        "t.csv",
        "Term,POS,Definition,Usage,zh-CN\nlake,noun,water,Swim in the lake.,湖\n",
        [("def water", "en lake", "context Swim in the lake.", "CN 湖")],
    ),
    "a column of usage with statuses": (
        "t.csv",
        "Term,Usage,zh-CN\nlake,preferred,湖\npond,see the pond,池\n",
        [
            ("en lake preferred", "CN 湖 preferred"),
            ("en pond", "note status: see the pond", "CN 池", "note status: see the pond"),
        ],
    ),
    "Phrase TMS": (
        "t.csv",
        "CID,EN_US,ZH_CN,Forbidden\n7,lake,湖,TRUE\n",
        [("US lake deprecated", "CN 湖 deprecated")],
    ),
    "Crowdin": (
        "t.csv",
        "Concept ID,Concept Definition,Term [en],Description [en],Status [en],Term [zh-CN],Status [zh-CN]\n"
        "1,water,lake,English water,preferred,湖,deprecated\n",
        [("def water", "en lake preferred", "def English water", "CN 湖 deprecated")],
    ),
    "memoQ": (
        "t.csv",
        "Entry_ID;Entry_Note;English;English_Def;Term_Info;Term_Example;Chinese_PRC;Chinese_PRC_Def;Term_Info;"
        "Term_Example\n1;n;lake;water;Casesensitive;A lake.;湖;水体;CasePermissive;Forbidden\n",
        [
            (
                "note n",
                "en lake",
                "note Casesensitive",
                "context A lake.",
                "def water",
                "CN 湖",
                "note CasePermissive",
                "context Forbidden",
                "def 水体",
            )
        ],
    ),
    "memoQ, forbidden": (
        "t.csv",
        "Entry_ID;English;Term_Info;Chinese_PRC;Term_Info\n1;lake;;湖;CasePermissive;Forbidden\n".replace(
            "CasePermissive;F", "CasePermissive|F"
        ),
        [("en lake", "CN 湖 deprecated", "note CasePermissive|Forbidden")],
    ),
    "Weblate": (
        "t.csv",
        "location,source,target,ID,fuzzy,context,translator_comments\n,lake,湖,,,,a note\n",
        [("note a note", "en lake", "CN 湖")],
    ),
    "Trados": ("t.csv", "Entry ID,English,Chinese (PRC)\n1,lake,湖\n", [("en lake", "CN 湖")]),
    "Xbench": (
        "t.txt",
        "lake\t湖\ta comment\nwater\t水\n",
        [("note a comment", "en lake", "CN 湖"), ("en water", "CN 水")],
    ),
    "OmegaT": ("t.utf8", "# ours\nlake\t湖\t\n#pond\t池\twithdrawn\n", [("en lake", "CN 湖")]),
    "OmegaT, in another encoding": (
        "t.tab",
        "# -*- coding: big5 -*-\nlake\t湖泊\tx\n",
        [("note x", "en lake", "CN 湖泊")],
    ),
    "UTX": (
        "t.utx",
        "#UTX 1.20; en/zh-CN; 2026-01-02T03:04:05Z; copyright: X (2026)\n#description: lakes\n"
        "#src\ttgt\tsrc:pos\tterm status\tconcept ID\nlake\t湖\tnoun\tapproved\t1\npond\t湖\tnoun\tforbidden\t1\n",
        [("en lake preferred", "en pond deprecated", "CN 湖 preferred")],
    ),
    "DeepL, with comments": (
        "t.csv",
        "lake,湖,EN,ZH,a comment\nwater,水,EN,ZH,\n",
        [("note a comment", "en lake", "CN 湖"), ("en water", "CN 水")],
    ),
    "OmegaT, comments in Chinese": (
        "t.utf8",
        "lake\t湖灣\t地理\nwater\t水灣\t地理；簡稱\n",
        [("note 地理", "en lake", "TW 湖灣"), ("note 地理；簡稱", "en water", "TW 水灣")],
    ),
    "comments in Chinese": (
        "t.tsv",
        "lake\t湖灣\t地理\nwater\t水灣\t\n",
        [("note 地理", "en lake", "TW 湖灣"), ("en water", "TW 水灣")],
    ),
    "three languages": (
        "t.tsv",
        "bay\t灣\t湾\nwater\t水灣\t水湾\n",
        [("en bay", "TW 灣", "CN 湾"), ("en water", "TW 水灣", "CN 水湾")],
    ),
    "OmegaT, terms with few letters": (
        "t.txt",
        "C#\tC#语言\tlang\n5G\t第五代\t\n",
        [("note lang", "en C#", "CN C#语言"), ("en 5G", "CN 第五代")],
    ),
    "terms with few letters": ("t.csv", "第五代,5G\nC语言,C#\n", [("CN 第五代", "en 5G"), ("CN C语言", "en C#")]),
    "identifiers before the terms": (
        "t.tsv",
        "A1\t湖\tlake\nA2\t水\twater\n",
        [("CN 湖", "en lake"), ("CN 水", "en water")],
    ),
    "Weblate, fuzzy": (
        "t.csv",
        "source,target,fuzzy\nlake,湖,True\nwater,水,False\n",
        [("en lake proposed", "CN 湖 proposed"), ("en water", "CN 水")],
    ),
    "Crowdin, ids of terms": (
        "t.csv",
        "Concept ID,Term ID [en],Term [en],Term ID [zh-TW],Term [zh-TW]\n1,7,lake,8,湖\n1,9,mere,,\n",
        [("en lake", "en mere", "TW 湖")],
    ),
    "regions without a language": (
        "t.csv",
        "EN,CN,CN def,TW,HK\nlake,湖,水体,湖泊,湖\n",
        [("en lake", "CN 湖", "def 水体", "TW 湖泊", "HK 湖")],
    ),
    "scripts by one character": (
        "t.csv",
        "English,中文（简）,中文（繁）\nbay,湾,灣\n",
        [("en bay", "CN 湾", "TW 灣")],
    ),
    "a title above semicolons": (
        "t.csv",
        "Lakes of the world\nDate: 2026\n\nen;zh-CN;note\nlake;湖;a, b\n",
        [("note a, b", "en lake", "CN 湖")],
    ),
    "subjects before the terms": (
        "t.csv",
        "Geo,lake,湖\nGeo,water,水\n",
        [("en lake", "CN 湖"), ("en water", "CN 水")],
    ),
    "names that are not translated": (
        "t.csv",
        "Term,Translation\nAcme,Acme\nlake,湖\nWeb,Web\n",
        [("en Acme", "CN Acme"), ("en lake", "CN 湖"), ("en Web", "CN Web")],
    ),
    "synonyms of each language": (
        "t.csv",
        "EN_TERM,ZH_TERM,EN_SYN,ZH_SYN\nlake,湖,mere,泽\n",
        [("en lake", "en mere", "CN 湖", "CN 泽")],
    ),
    "marks of each language": (
        "t.csv",
        "en,en deprecated,中文（首选）,中文（禁用）\nlake,mere,湖,泽；荡\n",
        [("en lake", "en mere deprecated", "CN 湖", "CN 泽 deprecated", "CN 荡 deprecated")],
    ),
    "lists of words": (
        "t.csv",
        "英文单词,中文释义,例句\nlake,湖,A lake.\nmere,池；湖,A mere.\n",
        [("en lake", "context A lake.", "CN 湖"), ("en mere", "context A mere.", "CN 池", "CN 湖")],
    ),
    "meanings that explain": (
        "t.csv",
        "Term,Meaning\nlake,四面有陆地的一大片水域\nmere,很浅而且面积不大的湖泊或者池塘\n",
        [("def 四面有陆地的一大片水域", "en lake"), ("def 很浅而且面积不大的湖泊或者池塘", "en mere")],
    ),
    "a language of each translation": (
        "t.csv",
        "Source term,Translation,Language\nbay,湾,zh-CN\nbay,灣,zh-TW\n",
        [("en bay", "CN 湾"), ("en bay", "TW 灣")],
    ),
    "ids of terms before those of concepts": (
        "t.csv",
        "term_id,concept_id,term,language\n1,c1,bay,en\n2,c1,湾,zh-Hans\n3,c2,lake,en\n",
        [("note 1", "note 2", "en bay", "CN 湾"), ("note 3", "en lake")],
    ),
    "IATE": (
        "t.csv",
        "E_ID|E_DOMAINS|L_CODE|T_TERM|T_TYPE\n7|LAW|en|tort|Term\n7|LAW|zh|侵权|Term\n",
        [("en tort", "note termType: Term", "CN 侵权", "note termType: Term")],
    ),
    "short definitions": (
        "t.csv",
        "Term,Definition\nlake,大水\nmere,小水\n",
        [("def 大水", "en lake"), ("def 小水", "en mere")],
    ),
    "a source with a translation": (
        "t.csv",
        "Source text,Translation (zh)\nlake,湖\n",
        [("en lake", "CN 湖")],
    ),
    "varieties of Chinese by name": (
        "t.csv",
        "普通话,粤语,英语\n湾,灣,bay\n",
        [("CN 湾", "yue 灣", "en bay")],
    ),
    "words for concepts that are terms": (
        "t.csv",
        "domain,域\nrecord,记录\n",
        [("en domain", "CN 域"), ("en record", "CN 记录")],
    ),
    "marks that are terms": (
        "t.csv",
        "禁用,disabled\n推荐,recommended\n",
        [("CN 禁用", "en disabled"), ("CN 推荐", "en recommended")],
    ),
    "forbidden translations": (
        "t.csv",
        "Term,Approved translation,Forbidden translation\nlake,湖,泽\n",
        [("en lake", "CN 湖", "CN 泽 deprecated")],
    ),
    "names in German": ("t.csv", "Englisch;Chinesisch;Anmerkung\nlake;湖;n\n", [("note n", "en lake", "CN 湖")]),
    "two lines of names": (
        "t.csv",
        "ID,English,,Chinese,\n,Term,Definition,Term,Definition\n1,lake,water,湖,水体\n",
        [("en lake", "def water", "CN 湖", "def 水体")],
    ),
    "names in two languages": (
        "t.csv",
        "English,Chinese,Status\n英文,中文,状态\nlake,湖,推荐\n",
        [("en lake preferred", "CN 湖 preferred")],
    ),
    "a title above": (
        "t.csv",
        "Lakes of the world,,\n,,\n2026,,\nEnglish,中文,Note\nlake,湖,n\n",
        [("note n", "en lake", "CN 湖")],
    ),
    "two tables side by side": (
        "t.csv",
        "No.,en,zh-CN,No.,en,zh-CN\n1,lake,湖,2,pond,池\n3,water,水,,,\n",
        [("en lake", "CN 湖"), ("en pond", "CN 池"), ("en water", "CN 水")],
    ),
    "two tables side by side, by sides": (
        "t.csv",
        "Source,Target,Note,Source,Target,Note\nlake,湖,n1,pond,池,n2\nwater,水,,,,\n",
        [("note n1", "en lake", "CN 湖"), ("note n2", "en pond", "CN 池"), ("en water", "CN 水")],
    ),
    "a header above each part": (
        "t.csv",
        "Lakes,\nen,zh-CN\nlake,湖\n\nen,zh-CN\nmere,泽\n",
        [("en lake", "CN 湖"), ("en mere", "CN 泽")],
    ),
    "concepts by name": (
        "t.csv",
        "概念,中文,English\nC1,湖,lake\nC1,泽,mere\nC2,水,water\n",
        [("CN 湖", "CN 泽", "en lake", "en mere"), ("CN 水", "en water")],
    ),
    "a row for each language": (
        "t.csv",
        "Concept ID,Language,Term\n1,en,lake\n1,zh-TW,湖\n",
        [("en lake", "TW 湖")],
    ),
    "two definitions of one language": (
        "t.csv",
        "en,zh-CN,def_zh,zh def,note,note\nlake,湖,水体,大水\n".replace("大水", "大水,n1,n2"),
        [("note n1", "note n2", "en lake", "CN 湖", "def 水体", "def 大水")],
    ),
    "abbreviations and synonyms": (
        "t.csv",
        "中文名称,英文名称,英文缩写,同义词,禁用译法\n世界贸易组织,World Trade Organization,"
        "WTO,世贸组织,World Commerce Org\n",
        [
            (
                "CN 世界贸易组织",
                "CN 世贸组织",
                "en World Trade Organization",
                "en WTO",
                "en World Commerce Org deprecated",
            )
        ],
    ),
    "words that could be a header": (
        "t.csv",
        "term,术语\nexample,例句\n",
        [("en term", "CN 术语"), ("en example", "CN 例句")],
    ),
    "words for statuses": (
        "t.csv",
        "en,zh-CN,状态\nlake,湖,已批准\npond,池,作废\nmere,泽,待審核\n",
        [
            ("en lake preferred", "CN 湖 preferred"),
            ("en pond deprecated", "CN 池 deprecated"),
            ("en mere proposed", "CN 泽 proposed"),
        ],
    ),
}


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_is_read_as_its_tool_means_it(tmp_path: Path, kind: str) -> None:
    name, text, concepts = TABLES[kind]
    encoding = "big5" if "big5" in text else "utf-8"
    (tmp_path / name).write_bytes(text.encode(encoding))
    assert shown(read_with_findings(str(tmp_path / name)).termbase) == concepts


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "big5"])
def test_the_encoding_is_detected(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "t.txt").write_bytes("lake\t湖泊\t你好\nwater\t江水\t\n".encode(encoding))
    assert shown(read_with_findings(str(tmp_path / "t.txt")).termbase)[0] == ("note 你好", "en lake", "CN 湖泊")


def test_the_user_names_the_languages_of_a_table_without_header(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("Katze\t貓\tein Tier\n", "utf-8")
    reading = read_with_findings(str(tmp_path / "t.txt"), "de", "zh-HK")
    assert shown(reading.termbase) == [("note ein Tier", "de Katze", "HK 貓")]


def test_what_is_not_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Lakes\nEnglish,中文,Depth\nlake,湖,9\n", "utf-8")
    reading = read_with_findings(str(tmp_path / "t.csv"))
    assert reading.columns == "1 English = en, 2 中文 = zh-CN, 3 Depth not read"
    assert [(one.code, one.line) for one in reading.findings] == [("T805", 1)]
    (tmp_path / "t.csv").write_text("English,中文,City\nlake,湖,臺灣\nriver,河,烏鎮\n", "utf-8")
    columns = read_with_findings(str(tmp_path / "t.csv")).columns
    assert columns == "1 English = en, 2 中文 = zh-CN, 3 City not read"
    (tmp_path / "t.csv").write_text("lake,湖,EN,ZH,98\n", "utf-8")
    columns = read_with_findings(str(tmp_path / "t.csv")).columns
    assert columns == "1 = en, 2 = zh-CN, 3 = language of 1, 4 = language of 2, 5 not read"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("en,zh-CN\nlake,湖,大湖\nmere,泽\n", [2]),
        ("en,zh-CN,\nlake,湖,\nmere,泽,x\n", [3]),
        ('en,zh-CN\nlake,"湖\nmere",泽\n', [2]),
        ("id,en,definition,zh-CN\n1,lake,water, on land,湖\n2,mere,pond,泽\n", [2]),
        ("lake,湖,EN,ZH,1\nmere,泽,EN,ZH,2\n", []),
        ("en,zh-CN,page\nlake,湖,7\n", []),
    ],
)
def test_text_behind_the_named_columns_is_told_with_its_line(text: str, lines: list[int]) -> None:
    findings = load_table(text.encode(), "t.csv").findings
    assert [finding.line for finding in findings if finding.code == "T809"] == lines


LISTS = {
    "lake;mere,湖；泽": (["lake", "mere", "湖", "泽"], ["T803", "T803"]),
    '"lake","1. 湖泊\n2. 大泽"': (["lake", "湖泊", "大泽"], ["T803"]),
    '"lake","• 湖泊\n•大泽"': (["lake", "湖泊", "大泽"], ["T803"]),
    "5.1 sound;7.1 sound,环绕声": (["5.1 sound", "7.1 sound", "环绕声"], ["T803"]),
    "lake,湖泊、大泽": (["lake", "湖泊", "大泽"], ["T803"]),
    "lake,湖泊／大泽": (["lake", "湖泊", "大泽"], ["T803"]),
    "lake,湖泊，大泽": (["lake", "湖泊，大泽"], ["T806"]),
    "lake/mere,湖泊": (["lake/mere", "湖泊"], ["T806"]),
    "input/output,输入／输出": (["input/output", "输入／输出"], ["T806", "T806"]),
    '"farming, forestry and fishery",农、林、牧、渔业': (
        ["farming, forestry and fishery", "农、林、牧、渔业"],
        ["T806"],
    ),
    "TCP/IP,网际协议": (["TCP/IP", "网际协议"], []),
    "a protocol (A; B),协议（甲；乙）": (["a protocol (A; B)", "协议（甲；乙）"], []),
}


@pytest.mark.parametrize("row", LISTS)
def test_a_list_in_a_cell_is_read_as_terms_if_that_is_certain(row: str) -> None:
    terms, codes = LISTS[row]
    reading = load_table(f"en,zh\n{row}\n".encode(), "t.csv")
    assert [term.term for _, term in reading.termbase.entries[0].terms()] == terms
    assert [finding.code for finding in reading.findings] == codes


@pytest.mark.parametrize(
    ("table", "hint"),
    [
        ('en,zh-CN\n"lake, mere",湖\n', "separate terms by ;"),
        ("id,en,zh-CN\nc1,lake; mere,湖\n", "give each term a row of its own with the same id"),
    ],
)
def test_what_to_do_about_a_list_depends_on_the_table(table: str, hint: str) -> None:
    (finding,) = load_table(table.encode(), "t.csv").findings
    assert (finding.code, finding.message.endswith(f"({hint})")) == ("T806", True)


def test_commas_in_a_table_with_ids_are_parts_of_terms() -> None:
    table = 'id,en,zh-CN\nc1,"Beijing, Shanghai and Tianjin",北京、上海和天津\nc2,client/server,客户端/服务器\n'
    assert not load_table(table.encode(), "t.csv").findings


def test_a_table_that_numbers_its_rows_may_list_terms_too() -> None:
    reading = load_table("序号,英文,中文\n1,lake; mere,湖\n".encode(), "t.csv")
    assert shown(reading.termbase) == [("en lake", "en mere", "CN 湖")]


def test_invisible_characters_are_removed_from_terms_alone() -> None:
    reading = load_table("en,zh-CN,note\nla\u00adke,\u200b湖\u200b泊,a\u200bb\n".encode(), "t.csv")
    assert shown(reading.termbase) == [("note a\u200bb", "en lake", "CN 湖泊")]
    assert [finding.code for finding in reading.findings] == ["T807", "T807"]


@pytest.mark.parametrize(
    ("cell", "term"),
    [
        ("net\u200cwork", "network"),
        ("\u202anetwork\u202c", "network"),
        ("网络\u200d", "网络"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("葛\U000e0100", "葛\U000e0100"),
    ],
)
def test_joiners_and_directions_are_kept_where_letters_need_them(cell: str, term: str) -> None:
    reading = load_table(f"fa,zh-CN\n{cell},湖\n".encode(), "t.csv")
    assert [term.term for _, term in reading.termbase.entries[0].terms()] == [term, "湖"]
    assert [finding.code for finding in reading.findings] == ["T807"] * (cell != term)


def test_backslashes_are_as_in_the_file() -> None:
    reading = load_table("en\tzh-CN\nC:\\new\\table\tC:\\新\\表\n".encode(), "t.tsv")
    assert shown(reading.termbase) == [("en C:\\new\\table", "CN C:\\新\\表")]


def workbook(sheets: dict[str, Sequence[Sequence[str]]], merged: Sequence[str] = ()) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for area in merged:
            sheet.merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_date_without_a_time_is_read_as_the_date() -> None:
    data = workbook({"S": [["en", "zh-CN", "note"], ["lake", "湖", datetime(2026, 3, 4)]]})  # type: ignore[list-item]
    assert shown(load_table(data, "t.xlsx").termbase) == [("note 2026-03-04", "en lake", "CN 湖")]


def test_all_sheets_are_read_or_named() -> None:
    data = workbook(
        {
            "About": [["Lakes"]],
            "Lakes": [["id", "en", "zh-CN"], ["1", "lake", "湖"], ["2", "mere", "泽"]],
            "Rivers": [["id", "en", "zh-CN"], ["1", "river", "河"], ["2", "mere", "湿地"]],
        }
    )
    reading = load_table(data, "t.xlsx")
    concepts = [("en lake", "CN 湖"), ("en mere", "CN 泽", "CN 湿地"), ("en river", "CN 河")]
    assert shown(reading.termbase) == concepts
    assert [entry.id for entry in reading.termbase] == ["1", "2", "1-2"]
    messages = [finding.message for finding in reading.findings]
    assert messages[0].startswith("the sheet 'About' is not read: it does not have two columns of terms")
    assert messages[1] == "the id '1' is already used on another sheet: read as '1-2'"


@pytest.mark.parametrize("area", ["A3:A4", "B3:B4"])
def test_rows_with_a_merged_id_or_term_are_one_concept(area: str) -> None:
    rows = [
        ["No.", "English", "Chinese"],
        ["", "lake", "湖"],
        ["2", "mere", "泽"],
        ["", "", "水泽"],
        ["", "river", "河"],
    ]
    reading = load_table(workbook({"S": rows}, [area]), "t.xlsx")
    assert [concept[1:] for concept in shown(reading.termbase)] == [("CN 湖",), ("CN 泽", "CN 水泽"), ("CN 河",)]


def test_merged_names_are_those_of_all_their_columns() -> None:
    rows = [
        ["Words", "", "", ""],
        ["英文", "中文", "", "备注"],
        ["", "简体", "繁體", ""],
        ["web", "网络", "網路", "n"],
    ]
    reading = load_table(workbook({"S": rows}, ["A1:D1", "A2:A3", "B2:C2", "D2:D3"]), "t.xlsx")
    assert shown(reading.termbase) == [("note n", "en web", "CN 网络", "TW 網路")]


def test_a_workbook_under_another_name_is_named(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(workbook({"S": [["en", "zh-CN"], ["lake", "湖"]]}))
    with pytest.raises(TermbaseError, match=r"is a workbook or another archive, not text .*the ending \.xlsx"):
        read_with_findings(str(tmp_path / "t.csv"))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("t.ods", "is a spreadsheet in a format that is not read (save it as XLSX or CSV)"),
        ("t.xls", "is a spreadsheet in a format that is not read (save it as XLSX or CSV)"),
        ("t.json", "is not a termbase or a glossary (give a .tbx, .csv, .tsv, .xlsx or tab-separated .txt file)"),
        ("t.md", "is not a termbase or a glossary (give a .tbx, .csv, .tsv, .xlsx or tab-separated .txt file)"),
        ("t.txt", "does not have two columns of terms (separate the columns by tabs)"),
    ],
)
def test_other_files_are_refused_in_one_line(termbase: Run, tmp_path: Path, name: str, message: str) -> None:
    comment = "<!-- of a page -->\n" if name == "t.md" else ""
    (tmp_path / name).write_text(f"{comment}some text, no terms\n", "utf-8")
    with pytest.raises(TermbaseError) as refused:
        read_with_findings(str(tmp_path / name))
    assert str(refused.value).endswith(message)
    for command in (["lookup", "lake", "--termbase", name], ["tbx", "convert", name, "--out", "t.tbx"]):
        done = termbase(*command, cwd=tmp_path)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert message in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_xml_under_another_ending_is_read_as_a_termbase(tmp_path: Path) -> None:
    text = '<martif type="TBX" xml:lang="en"><text><body><termEntry id="c"><langSet xml:lang="en"><tig>'
    (tmp_path / "t.txt").write_text(
        f"{text}<term>lake</term></tig></langSet></termEntry></body></text></martif>", "utf-8"
    )
    assert shown(read_with_findings(str(tmp_path / "t.txt")).termbase) == [("en lake",)]


def test_a_heading_over_several_columns_is_no_term() -> None:
    rows = [["en", "zh-CN"], ["1. Lakes", ""], ["lake", "湖"], ["mere", ""]]
    reading = load_table(workbook({"T": rows}, ["A2:B2"]), "t.xlsx")
    assert shown(reading.termbase) == [("en lake", "CN 湖"), ("en mere",)]
    assert [(finding.code, finding.line) for finding in reading.findings] == [("T805", 2)]
