"""Tests glossaries as tables: columns are guessed, nothing a table can contain is lost, output is reproducible."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from termbase.errors import TermbaseError
from termbase.model import (
    AdministrativeStatus,
    ConceptEntry,
    Context,
    Definition,
    LanguageSection,
    TermSection,
    TermType,
    Termbase,
)
from termbase.table.glossary import dump_table
from termbase.table.omegat import dump_omegat
from termbase.table.read_glossary import load_table
from tests.conftest import Run

TERMS = Termbase(
    (
        ConceptEntry(
            "c1",
            (
                LanguageSection(
                    "en",
                    (
                        TermSection("data flow", AdministrativeStatus.PREFERRED, "noun", TermType.FULL_FORM),
                        TermSection('flow of data\t, quoted "so"', AdministrativeStatus.DEPRECATED),
                    ),
                ),
                LanguageSection(
                    "zh-Hans-CN",
                    (
                        TermSection("数据流动", contexts=(Context("促进数据流动。", "report.md:3"),)),
                        TermSection("=数据", proposed=True, notes=("two\nlines",)),
                    ),
                ),
            ),
            "data",
            (Definition("movement; of data"),),
            notes=("first", "second"),
        ),
        ConceptEntry("c2", (LanguageSection("en", (TermSection("internet"),)),)),
    )
)


@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx"])
def test_a_table_holds_what_it_has_columns_for(form: str) -> None:
    data, losses = dump_table(TERMS, form)
    assert losses == []
    assert dump_table(TERMS, form)[0] == data
    again = load_table(data, f"terms.{form}")
    first, second = again.termbase.entries
    assert (first.id, first.subject_field, first.definitions, first.notes) == (
        "c1",
        "data",
        (Definition("movement; of data"),),
        ("first", "second"),
    )
    assert [term.term.replace("\t", " ") for _, term in first.terms()] == [
        term.term.replace("\t", " ") for _, term in TERMS.entries[0].terms()
    ]
    assert [term.status for _, term in first.terms()] == [term.status for _, term in TERMS.entries[0].terms()]
    (_, chinese) = (section.terms for section in first.languages)
    assert chinese[0].contexts == (Context("促进数据流动。", "report.md:3"),)
    assert chinese[1].proposed
    assert chinese[1].notes == ("two\nlines",)
    assert second == TERMS.entries[1]
    assert again.columns == ""


@pytest.mark.parametrize(
    ("text", "columns", "languages"),
    [
        ("English,中文\ndata,数据\n", "1 English = en, 2 中文 = zh-CN", ["en", "zh-Hans-CN"]),
        ("source,target\ndata,数据\n", "1 source = en, 2 target = zh-CN", ["en", "zh-Hans-CN"]),
        (
            "英文;繁體中文;备注\nweb;網路;x\n",
            "1 英文 = en, 2 繁體中文 = zh-TW, 3 备注 = note",
            ["en", "zh-Hant-TW"],
        ),
        (
            "中文\tEnglish\tPage\n網路\tweb\t3\n",
            "1 中文 = zh-TW, 2 English = en, 3 Page not read",
            ["zh-Hant-TW", "en"],
        ),
        ("data,数据\nflow,流动\n", "1 = en, 2 = zh-CN", ["en", "zh-Hans-CN"]),
        ("术语,英文,状态\n数据,data,首选\n", "1 术语 = zh-CN, 2 英文 = en, 3 状态 = status", ["zh-Hans-CN", "en"]),
        ("Source,Target\n網路,web\n", "1 Source = zh-TW, 2 Target = en", ["zh-Hant-TW", "en"]),
        (
            "term_zh,term_en,pos_en\n数据,data,noun\n",
            "1 term_zh = zh-CN, 2 term_en = en, 3 pos_en = en partOfSpeech",
            ["zh-Hans-CN", "en"],
        ),
        (
            "No.,中文术语,英文名称,定义\n1,数据,data,x\n",
            "1 No. = id, 2 中文术语 = zh-CN, 3 英文名称 = en, 4 定义 = definition",
            ["zh-Hans-CN", "en"],
        ),
        (
            "English (US),Chinese (Traditional)\nweb,網路\n",
            "1 English (US) = en-US, 2 Chinese (Traditional) = zh-TW",
            ["en-US", "zh-Hant-TW"],
        ),
        (
            "Term,Translation,Example,Source\nweb,网络,he has a web,p. 3\n",
            "1 Term = en, 2 Translation = zh-CN, 3 Example = context, 4 Source = source",
            ["en", "zh-Hans-CN"],
        ),
        ("en|zh\nweb|网络\n", "1 en = en, 2 zh = zh-CN", ["en", "zh-Hans-CN"]),
        ("en,zh-CN\nweb,網路\n", "", ["en", "zh-Hans-CN"]),  # a language given by a name is not changed
        (
            "en,zh,zh status\nweb,網路,preferred\n",
            "1 en = en, 2 zh = zh-TW, 3 zh status = zh-TW status",
            ["en", "zh-Hant-TW"],
        ),
        ("en,zh_cmn_Hant_TW\nweb,網路\n", "1 en = en, 2 zh_cmn_Hant_TW = zh-TW", ["en", "zh-Hant-TW"]),
        ("en,zh-min-nan\nweb,網路\n", "1 en = en, 2 zh-min-nan = nan", ["en", "nan"]),
        ("en,zh_CN.UTF-8\nweb,网络\n", "1 en = en, 2 zh_CN.UTF-8 = zh-CN", ["en", "zh-Hans-CN"]),
        ("en,zh,zh-notes\nweb,网络,x1\n", "1 en = en, 2 zh = zh-CN, 3 zh-notes = zh-CN note", ["en", "zh-Hans-CN"]),
        ("data,資料\nflow,流動\nword,「数据」一詞\n", "1 = en, 2 = zh-TW", ["en", "zh-Hant-TW"]),
        (
            "公司内部术语表 2024,\n网络,network\n数据,data\n",  # a title says no more than any other cell
            "1 = zh-CN, 2 = en",
            ["zh-Hans-CN"],
        ),
        (
            "公司内部常用术语表 2024,\nnetwork,网络\ndata,数据\nflow,流动\n",
            "1 = en, 2 = zh-CN",
            ["en"],
        ),
        ("\ufeffEnglish,中文\r\nweb,网络\r\n", "1 English = en, 2 中文 = zh-CN", ["en", "zh-Hans-CN"]),
        ("id,en_US,ZH-HK\n7,web,網絡\n", "1 id = id, 2 en_US = en-US, 3 ZH-HK = zh-HK", ["en-US", "zh-Hant-HK"]),
    ],
)
def test_columns_are_guessed_and_shown(text: str, columns: str, languages: list[str]) -> None:
    table = load_table(text.encode(), "glossary.csv")
    assert table.columns == columns
    assert [language for language, _ in table.termbase.entries[0].terms()] == languages


def test_a_field_without_language_applies_to_every_term_and_a_context_to_its_own() -> None:
    text = "Term,Translation,Status,Example\nweb,网络,forbidden,he has a web\n"
    english, chinese = [term for _, term in load_table(text.encode(), "g.csv").termbase.entries[0].terms()]
    assert english.status is chinese.status is AdministrativeStatus.DEPRECATED
    assert english.contexts == (Context("he has a web"),)
    assert chinese.contexts == ()


def test_a_cell_that_lists_terms_is_several_unless_the_table_has_ids() -> None:
    table = load_table("en,zh,en status\ndata flow; flow of data,数据流动|数据流,preferred\n".encode(), "g.csv")
    terms = [(term.term, term.status and term.status.value) for _, term in table.termbase.entries[0].terms()]
    assert terms == [
        ("data flow", "preferred"),
        ("flow of data", "preferred"),
        ("数据流动", None),
        ("数据流", None),
    ]
    assert [(finding.code, finding.line) for finding in table.findings] == [("T803", 2), ("T803", 2)]
    table = load_table("id,en,zh\n1,data; flow,数据\n".encode(), "g.csv")
    assert [term.term for _, term in table.termbase.entries[0].terms()] == ["data; flow", "数据"]


def test_a_term_that_two_rows_of_a_concept_repeat_is_one() -> None:
    table = load_table("id,en,zh\n1,data,数据\n1,data,资料\n".encode(), "g.csv")
    assert [term.term for _, term in table.termbase.entries[0].terms()] == ["data", "数据", "资料"]


def test_omegat_gets_preferred_terms_first() -> None:
    text = "id,en,zh,zh status\n1,data,资料,admitted\n1,,数据,preferred\n1,,数,deprecated\n"
    data, *_ = dump_omegat(load_table(text.encode(), "g.csv").termbase, [])
    assert [line.split("\t")[1] for line in data.decode().splitlines()] == ["数据", "资料"]


def test_the_user_gives_the_languages_of_source_and_target() -> None:
    table = load_table("source,target\n網路,web\n".encode(), "g.csv", source="zh-Hant-TW", target="en")
    assert [language for language, _ in table.termbase.entries[0].terms()] == ["zh-Hant-TW", "en"]


def test_a_row_without_term_is_skipped_and_reported_with_its_line() -> None:
    text = "en,zh-CN,note,en status\ndata,数据,,forbidden\n\n,,only a note,\nflow,流动,,vague\n"
    table = load_table(text.encode("gb18030"), "g.csv")
    assert [(finding.code, finding.line) for finding in table.findings] == [("T801", 4), ("T802", 5)]
    (first, second) = table.termbase.entries
    assert next(first.terms())[1].status is AdministrativeStatus.DEPRECATED
    assert next(second.terms())[1].notes == ("status: vague",)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("g.csv", b"a,b\n1,2\n", "g.csv:1: does not have two columns of terms"),
        ("g.csv", b"", "g.csv:1: does not have two columns of terms"),
        ("g.xlsx", b"no zip", "g.xlsx: is not an XLSX workbook"),
    ],
)
def test_a_table_that_is_not_a_glossary_is_refused(name: str, data: bytes, message: str) -> None:
    with pytest.raises(TermbaseError, match=f"^{message}"):
        load_table(data, name)


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("en", "net"),
        ("English", "net"),
        ("术语（英文）", "net"),
        ("id,en,en status", "1,net,preferred"),
        ("中文", "网"),
    ],
)
def test_a_glossary_of_one_language_is_read_if_all_its_columns_are_known(header: str, cells: str) -> None:
    assert len(load_table(f"{header}\n{cells}\n".encode(), "g.csv").termbase.entries) == 1
    with pytest.raises(TermbaseError, match="does not have two columns of terms"):
        load_table(f"{header},zorp\n{cells},12\n".encode(), "g.csv")


@pytest.mark.parametrize(
    ("header", "cells", "note"),
    [
        ("en,en status,en status,zh-CN", "net,preferred,deprecated,网", "status: deprecated"),
        ("en,pos,词性,zh-CN", "net,noun,verb,网", "partOfSpeech: verb"),
        ("id,en,id,zh-CN", "1,net,A7,网", "A7"),
        ("en,zh-CN,geographicalUsage,geographicalUsage", "net,网,CN,HK", "geographicalUsage: HK"),
    ],
)
def test_a_second_value_of_a_field_becomes_a_note(header: str, cells: str, note: str) -> None:
    (entry,) = load_table(f"{header}\n{cells}\n".encode(), "g.csv").termbase
    assert note in (*entry.notes, *(note for _, term in entry.terms() for note in term.notes))


NET = [("en", "net"), ("zh-Hans-CN", "网")]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("en,zh-CN,forbidden\nnet,网,\n,,TRUE\n", NET),
        ("en,zh-CN\n\u200b,网\n", [("zh-Hans-CN", "网")]),
        ("en,zh-CN,synonyms\n,,节点; node\nnet,网,\n", [("zh-Hans-CN", "节点"), ("en", "node"), *NET]),
    ],
)
def test_rows_with_few_terms_are_read(text: str, terms: list[tuple[str, str]]) -> None:
    termbase = load_table(text.encode(), "g.csv").termbase
    assert [(language, term.term) for entry in termbase for language, term in entry.terms()] == terms


def test_a_number_of_the_row_is_no_id_beside_one() -> None:
    (entry,) = load_table("序号,编号,英文,中文\n1,A7,net,网\n".encode(), "g.csv").termbase
    assert (entry.id, entry.notes) == ("A7", ())


@pytest.mark.parametrize("notes", [("one\ntwo",), ("one", "two"), ("a\n\n b", "c\n"), (" a", "b")])
def test_a_note_of_several_lines_stays_one(notes: tuple[str, ...]) -> None:
    termbase = Termbase((replace(TERMS.entries[0], notes=notes),))
    for form in ("csv", "tsv", "xlsx"):
        (entry,) = load_table(dump_table(termbase, form)[0], f"g.{form}").termbase
        assert entry.notes == tuple(map(str.strip, notes)) or entry.notes == notes


def test_omegat_gets_one_pair_of_languages_without_terms_to_avoid() -> None:
    data, _, findings = dump_omegat(TERMS, [])
    lines = data.decode().splitlines()
    assert lines[0].split("\t") == ["data flow", "数据流动", "movement; of data; first; second"]
    assert len(lines) == 2
    assert [finding.code for finding in findings] == ["T706", "T707", "T706"]
    assert findings[2].message == "left out: internet: it has no term in zh-CN to go with"
    with pytest.raises(TermbaseError, match="one pair of languages"):
        dump_omegat(TERMS, ["en", "zh-Hans-CN", "zh-Hant-TW"])


def test_what_a_table_cannot_contain_is_reported() -> None:
    term = TermSection("data", contexts=(Context("one"), Context("two")))
    _, losses = dump_table(Termbase((ConceptEntry("c", (LanguageSection("en", (term,)),)),)), "csv")
    assert [(loss.code, loss.message) for loss in losses] == [
        ("T707", "a table has no place for context 'two' of data")
    ]


def test_a_long_text_is_reported_once_by_its_beginning() -> None:
    contexts = (
        Context("one"),
        Context(text := "A long sentence that two terms of a concept have in common.", "r.md:3"),
    )
    terms = tuple(TermSection(word, contexts=contexts) for word in ("data", "facts"))
    _, losses = dump_table(Termbase((ConceptEntry("c", (LanguageSection("en", terms),)),)), "csv")
    lost = f"context '{text[:40]}…' from 'r.md:3' of data, facts"
    assert [loss.message for loss in losses] == [f"a table has no place for {lost}"]


def test_a_glossary_is_a_termbase_for_every_command(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("English,中文,note\ndata flow,数据流动,x\n,,y\n", "utf-8")
    done = termbase("tbx", "convert", "g.csv", "--out", "g.tbx", cwd=tmp_path)
    assert done.returncode == 0
    assert "columns: 1 English = en, 2 中文 = zh-CN, 3 note = note" in done.stderr
    assert "g.csv:3: T801 a row without a term is skipped" in done.stderr
    assert termbase("tbx", "validate", "g.tbx", cwd=tmp_path).returncode == 0
    assert termbase("tbx", "convert", "g.csv", "--out", "g.what", cwd=tmp_path).returncode == 2


def test_the_comments_of_a_glossary_of_omegat_are_kept() -> None:
    data = "lake\t湖泊\t地理; wide\npond\t池塘\t\n".encode()
    again, _, findings = dump_omegat(load_table(data, "g.txt").termbase, [])
    assert (again, findings) == (data, [])
