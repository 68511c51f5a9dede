"""Glosses in another form of the listed English: its words written out, joined, or of another part of speech."""

from __future__ import annotations

import pytest

from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_document
from termbase.check.settings import Settings
from termbase.document.reader import read_document
from termbase.model import ConceptEntry, LanguageSection, TermSection, Termbase

PAIRS = (
    ("橡树种植协会", "OGS"),
    ("训练数据集", "training data set"),
    ("反向照明法", "backilluminate"),
    ("共用数据库", "shared database"),
    ("数据库", "database"),
    ("自动照明系统", "automatic lighting system"),
    ("限定名", "qualified name"),
    ("文件", "file"),
    ("编写器", "OakPad"),
    ("会话", "session"),
    ("稳定型心绞痛", "old stable angina"),
)
HOUSE = Termbase(
    tuple(
        ConceptEntry(
            english,
            (
                LanguageSection("zh-Hans-CN", (TermSection(chinese),)),
                LanguageSection("en", (TermSection(english),)),
            ),
        )
        for chinese, english in PAIRS
    )
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他们加入橡树种植协会（Oak Growing Society）。", []),
        ("他们加入橡树种植协会（Oak Guild）。", ["Oak Guild"]),
        ("他们整理训练数据集（training dataset）。", []),
        ("他们研究反向照明法（backillumination）。", []),
        ("他们使用一个共用的数据库 (shared database) 或文件夹", []),
        ("他们有一份本地的数据库 (local database)", []),
        ("他们研究反向照明法（frontillumination）。", ["frontillumination"]),
        ("他们需要配套的自动照明系统（matching automatic lighting system）。", []),
        (
            "他们需要配套的自动照明系统（broken automatic lighting system）。",
            ["broken automatic lighting system"],
        ),
        ("可分为限定名（qualified name）与非限定名（unqualified name）。", []),
        ("可分为限定名（restricted name）。", ["restricted name"]),
        ("写好“推广文件（referral file）”", []),
        ("写好那一份推广文件（referral file）", ["referral file"]),
        ("他们有稳定型心绞痛（stable angina）。", []),
        ("他们有稳定型心绞痛（old angina）。", ["old angina"]),
        ('写 "旧" 文件 (stale write) 会出错。', []),
        ("把文件（documents）删除。", ["documents"]),
        ("他们有数据库（较常见）和文件夹。", []),
        ("要先问「存放在哪里」（database）才行。", []),
        ("要先问「存放位置」（database）才行。", ["存放位置"]),
        ("先产生新的高随机程度的随机会话（session），再写入日志。", []),
        ("他们用限定名称（qualified name）。", ["限定名称"]),
        ("请填写数据库大小（database）。", []),
        ("他们用橡树笔（OakPad）写字。", []),
    ],
)
def test_another_form_of_the_listed_english_is_no_other_rendering(text: str, expected: list[str]) -> None:
    settings = Settings(selected=frozenset({"gloss"}))
    found = check_document(read_document("-", text.encode()), KnownTerms([HOUSE]), None, settings)
    assert [finding.text for finding in found] == expected
