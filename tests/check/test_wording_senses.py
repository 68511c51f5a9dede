"""Tests that words with several senses are reported where `normalize` replaces them, and nowhere else."""

from __future__ import annotations

import pytest

from termbase.check.checks.wording import found_words
from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_document
from termbase.check.settings import Settings
from termbase.check.subject import read_subject
from termbase.document.reader import read_document
from termbase.language import Region
from termbase.model import ConceptEntry, LanguageSection, TermSection, Termbase
from termbase.normalize.text import changes, normalize

WORDING = Settings(selected=frozenset({"wording"}))

SENTENCES = (
    "這是只讀模式，不能改。",
    "把分割區設成只讀，再重新掛載。",
    "程式傳回一個只讀的物件。",
    "他一天只讀三頁，一年只讀完兩本。",
    "學生只讀的是小說。",
    "請先激活帳號，再登入系統。",
    "參數寫在函數的聲明裡。",
    "公司發表聲明，否認傳聞。",
    "網頁太久沒有動靜，請刷新瀏覽器。",
    "陣列的對象依序放進隊列。",
    "他的對象是同事。",
    "窗口坐著一隻貓。",
)
"""Sentences in which words of the mainland have the sense that Taiwan and Hong Kong write otherwise, or another."""


@pytest.mark.parametrize("region", [Region.TW, Region.HK])
@pytest.mark.parametrize("text", SENTENCES)
def test_the_check_finds_the_words_that_the_converter_changes(text: str, region: Region) -> None:
    subject = read_subject(read_document("-", text.encode()), KnownTerms([]), region.tag, WORDING)
    problems = (found.problem for found in found_words(subject))  # whether one is doubtful, the whole text decides
    reported = [(one.start, one.end, one.suggestions) for one in problems]
    assert reported == [(one.start, one.end, (one.new,)) for one in changes(text, region) if one.rule == "region"]


def test_some_sentences_have_such_a_word_and_some_have_none() -> None:
    numbers = [len(changes(text, Region.TW)) for text in SENTENCES]
    assert 0 in numbers
    assert sum(numbers) >= len(SENTENCES) / 2


@pytest.mark.parametrize(
    "text",
    ["訴訟程序終結後三十日內繳納。", "壓力錶的指針指向黃色。", "依戶籍登記資料辦理。", "不得於該場所充當侍應。"],
)
def test_a_word_that_the_region_has_in_another_sense_stays(text: str) -> None:
    assert not check_document(read_document("-", text.encode()), KnownTerms([]), "zh-Hant-TW", WORDING)


def test_the_shorter_word_decides_for_its_compounds() -> None:
    """A row for each compound of 只读 would say the same again: what follows the word says which sense it has."""
    nouns = ("模式", "屬性", "權限", "資料庫", "光碟", "狀態", "欄位", "副本", "檔案系統", "快取", "帳號")
    for noun in nouns:
        assert normalize(f"這是只讀{noun}。", Region.TW).text == f"這是唯讀{noun}。"
        assert normalize(f"這是唯讀{noun}。", Region.CN).text.startswith("这是只读")


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("人脈網絡與網絡卡。", "zh-Hant-TW", ["網絡"]),
        ("几个学习资料来源，附一份资料。", "zh-Hans-CN", []),
    ],
)
def test_region_leaves_longer_words_of_the_region(text: str, language: str, found: list[str]) -> None:
    sections = (("zh-Hans-CN", "网络"), ("zh-Hant-TW", "網路"), ("zh-Hans-CN", "数据"), ("zh-Hant-TW", "資料"))
    entries = [
        ConceptEntry(f"c{place}", tuple(LanguageSection(tag, (TermSection(term),)) for tag, term in pair))
        for place, pair in enumerate((sections[:2], sections[2:]))
    ]
    known = KnownTerms([Termbase(tuple(entries))])
    reported = check_document(
        read_document("-", text.encode()), known, language, Settings(selected=frozenset({"region"}))
    )
    assert [one.text for one in reported] == found
