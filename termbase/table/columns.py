"""What the columns of a glossary are: told by their names, in English or Chinese, else by what stands in them.

Start from `guess_columns`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from termbase.errors import TermbaseError
from termbase.language import (
    ENGLISH,
    HONG_KONG,
    SIMPLIFIED,
    TAIWAN,
    UNDETERMINED,
    canonical,
    leaves_script_open,
    region_style,
)
from termbase.text.detect import chinese_of, language_of_texts
from termbase.text.script import HAN

FIELDS = {
    "id": "id concept_id conceptid entry no number 编号 編號 序号 序號",
    "subjectField": "subjectfield subject field domain topic category 领域 領域 学科 分类 分類",
    "definition": "definition meaning 定义 定義 释义 釋義",
    "note": "note notes comment comments remark remarks 备注 備註 说明 說明 注释",
}
TERM_FIELDS = {
    "status": "status administrativestatus usagestatus 状态 狀態",
    "partOfSpeech": "partofspeech pos 词性 詞性",
    "termType": "termtype type 类型 類型",
    "geographicalUsage": "geographicalusage region usage 地区 地區",
    "context": "context example sentence 例句 语境 語境",
    "source": "source reference 来源 來源 出处 出處",
    "note": "note notes comment 备注 備註",
    "": "term terms name 术语 術語 名称 名稱 词 詞 词条 詞條",
}
CHINESE = "zh"
"""The language of a column that is called just Chinese, until its text shows the script."""

LANGUAGES = {
    ENGLISH: "english 英文 英语 英語",
    "en-US": "englishus usenglish americanenglish englishunitedstates 美式英语",
    "en-GB": "englishuk englishgb ukenglish britishenglish englishunitedkingdom 英式英语",
    CHINESE: "chinese 中文 汉语 漢語",
    SIMPLIFIED: "simplified 简体 简体中文 簡體中文 简中 simplifiedchinese "
    "chinesesimplified chineseprc chinesechina",
    TAIWAN: "traditional 繁体 繁體 繁体中文 繁體中文 繁中 正體中文 traditionalchinese chinesetraditional "
    "chinesetaiwan 台湾 臺灣",
    HONG_KONG: "hongkong chinesehongkong 香港 港澳",
}
OF_ANY_LANGUAGE = "source target translation 原文 译文 譯文 翻译 翻譯 译名 譯名"
"""Columns of terms whose language their text tells."""
_FIELD = {word: field for field, words in FIELDS.items() for word in words.split()}
_TERM_FIELD = {word: field for field, words in TERM_FIELDS.items() for word in words.split()}
_LANGUAGE = {word: tag for tag, words in LANGUAGES.items() for word in words.split()}
_UNTOLD = frozenset(f"{OF_ANY_LANGUAGE} {TERM_FIELDS['']}".split())
_NO_LETTER = re.compile(r"[\s_.:()（）-]+")
_TAG = re.compile(r"(zh[-_][A-Za-z]{3}|[a-z]{2,3})([-_][A-Za-z]{4})?([-_]([A-Za-z]{2}|\d{3}))?")
_WORDS = re.compile(f"[{HAN}]|[A-Za-z]{{2}}")
_SAMPLE = 200
"""Rows whose text tells what a column without a known name is."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: `language` of a term (or ""), and `field`: "" for the term itself, else a category.

    A field of terms without a language, such as `status`, is said of every term of its row.
    """

    language: str
    field: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.language and region_style(self.language), self.field) if part)


_ANY = Column("?", "")
"""A column of terms whose language is not told by its name."""
_SOURCE = Column("", "source")
"""What a column called source is where none is called target: where something was found."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The guess: what each column is, None for one that is not read; whether the first row is a header."""

    columns: tuple[Column | None, ...]
    has_header: bool

    def is_plain(self, header: Sequence[str]) -> bool:
        """Whether every column is called just what it is: then there is nothing to show."""
        return self.has_header and [str(column) for column in self.columns] == [name.strip() for name in header]

    def told(self, header: Sequence[str]) -> str:
        """The guess in one line: `1 English = en, 2 中文 = zh-CN, 3 page not read`."""
        names = header if self.has_header else [""] * len(header)
        return ", ".join(
            " ".join(part for part in (str(number), name.strip(), f"= {column}" if column else "not read") if part)
            for number, (name, column) in enumerate(zip(names, self.columns, strict=False), 1)
        )


def guess_columns(rows: Sequence[Sequence[str]], file: str, source: str = "", target: str = "") -> Columns:
    """What the columns of a table are. `source` and `target` are the languages of columns called so.

    Raises TermbaseError where no two columns hold terms.
    """
    header = [cell.strip() for cell in rows[0]] if rows else []
    sides = {"source": source, "原文": source, "target": target, "译文": target, "譯文": target}
    named = [_named(name, sides) for name in header]
    has_header = sum(column is not None for column in named) * 2 >= len([name for name in header if name]) > 0
    columns: list[Column | None] = named if has_header else [None for _ in header]
    if "target" not in map(str.lower, header):  # then a source is where something was found
        columns = [
            Column("", "source") if name.lower() == "source" else one
            for name, one in zip(header, columns, strict=True)
        ]
    body = rows[1:] if has_header else rows
    columns = _with_script(columns, body)
    taken = {column for column in columns if column is not None}
    for number, column in enumerate(columns):
        if column is not None and column != _ANY:
            continue
        guess = _by_content(_sample(body, number))
        is_wanted = column == _ANY or not has_header or len(_terms(taken)) < 2
        columns[number] = guess if guess not in taken and is_wanted else None
        taken |= {guess} if guess and is_wanted else set()
    if len(_terms({column for column in columns if column})) < 2:
        raise TermbaseError(
            "has no two columns of terms", file=file, line=1, hint="name the columns by language: en, zh-CN"
        )
    return Columns(tuple(columns), has_header)


def _terms(columns: set[Column]) -> set[Column]:
    return {column for column in columns if column.language and not column.field and column != _ANY}


def _named(name: str, sides: dict[str, str]) -> Column | None:
    key = _key(name)
    if language := sides.get(key):
        return Column(language, "")
    if key in _FIELD:  # before languages: id is a column of ids, not Indonesian
        return Column("", _FIELD[key])
    if column := _of_two_parts(name):  # before languages too: pos_en is no Pos of somewhere
        return column
    if language := _language(name):
        return Column(language, "")
    if key in _UNTOLD:
        return _ANY
    return Column("", _TERM_FIELD[key]) if key in _TERM_FIELD else None


def _of_two_parts(name: str) -> Column | None:
    """A column called by its language and what it says: `zh-CN status`, `term_en`, `definition (en)`, 中文术语."""
    for match in re.finditer(r"[\s_:.(（]+|(?<=文)", name):
        parts = name[: match.start()], name[match.end() :].strip(")） ")
        for tag, rest in (parts, parts[::-1]):
            language, field = _language(tag), _key(rest)
            if language and field in _TERM_FIELD:
                return Column(language, _TERM_FIELD[field])
            if language and field in _FIELD:
                return Column("", _FIELD[field])
    return None


def _language(name: str) -> str:
    key = _key(name)
    if key in _LANGUAGE:
        return _LANGUAGE[key]
    if not _TAG.fullmatch(name.strip()) and not _TAG.fullmatch(name.strip().lower()):
        return ""
    try:
        tag = canonical(name)
    except TermbaseError:
        return ""
    return CHINESE if leaves_script_open(name) else tag


def _key(name: str) -> str:
    return _NO_LETTER.sub("", name.lower())


def _sample(body: Sequence[Sequence[str]], number: int) -> list[str]:
    return [row[number] for row in body[:_SAMPLE] if number < len(row) and row[number].strip()]


def _by_content(cells: Sequence[str]) -> Column | None:
    """A column of terms in the language that its text shows; None for figures, and for other languages."""
    if sum(1 for text in cells if _WORDS.search(text)) * 2 <= len(cells):
        return None
    language = canonical(language_of_texts(cells))
    return None if language == UNDETERMINED else Column(language, "")


def _with_script(columns: list[Column | None], body: Sequence[Sequence[str]]) -> list[Column | None]:
    """The columns called just Chinese with the script and region that the text of the terms shows."""
    number = next((number for number, column in enumerate(columns) if column == Column(CHINESE, "")), None)
    language = SIMPLIFIED if number is None else canonical(chinese_of("\n".join(_sample(body, number))))
    return [
        Column(language, column.field) if column is not None and column.language == CHINESE else column
        for column in columns
    ]
