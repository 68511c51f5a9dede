"""What the columns of a glossary are: told by their names, in English or Chinese, else by what stands in them.

Start from `guess_columns`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from termbase.errors import TermbaseError
from termbase.language import ENGLISH, HONG_KONG, SIMPLIFIED, TAIWAN, canonical, region_style
from termbase.script import Script, has_han, script_of

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
}
LANGUAGES = {
    ENGLISH: "english 英文 英语 英語 english_term en_term englishterm",
    SIMPLIFIED: "chinese 中文 汉语 漢語 simplified 简体 简体中文 簡體中文 simplifiedchinese chinesesimplified",
    TAIWAN: "traditional 繁体 繁體 繁体中文 繁體中文 正體中文 traditionalchinese chinesetraditional 台湾 臺灣",
    HONG_KONG: "hongkong 香港 港澳",
}
_FIELD = {word: field for field, words in FIELDS.items() for word in words.split()}
_TERM_FIELD = {word: field for field, words in TERM_FIELDS.items() for word in words.split()}
_LANGUAGE = {word: tag for tag, words in LANGUAGES.items() for word in words.split()}
_TAG = re.compile(r"[a-z]{2,3}([-_][A-Za-z]{4})?([-_]([A-Za-z]{2}|\d{3}))?")
_SAMPLE = 200
"""Rows whose text tells what a column without a known name is."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: `language` of a term (or ""), and `field`: "" for the term itself, else a category."""

    language: str
    field: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.language and region_style(self.language), self.field) if part)


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
    first, second = source or ENGLISH, target or SIMPLIFIED
    sides = {"source": first, "原文": first, "target": second, "译文": second, "譯文": second}
    named = [_named(name, sides) for name in header]
    has_header = sum(column is not None for column in named) * 2 >= len([name for name in header if name]) > 0
    columns: list[Column | None] = named if has_header else [None for _ in header]
    body = rows[1:] if has_header else rows
    taken = {column for column in columns if column is not None}
    for number, column in enumerate(columns):
        guess = _by_content([row[number] for row in body[:_SAMPLE] if number < len(row)])
        if column is None and guess and guess not in taken and not (has_header and len(_terms(taken)) > 1):
            columns[number] = guess
            taken.add(guess)
    columns = [_in_script(column, body, number) for number, column in enumerate(columns)]
    if len(_terms({column for column in columns if column})) < 2:
        raise TermbaseError(
            "has no two columns of terms", file=file, line=1, hint="name the columns by language: en, zh-CN"
        )
    return Columns(tuple(columns), has_header)


def _terms(columns: set[Column]) -> set[Column]:
    return {column for column in columns if not column.field}


def _named(name: str, sides: dict[str, str]) -> Column | None:
    key = re.sub(r"[\s_()（）-]+", "", name.lower())
    if key in sides:
        return Column(sides[key], "")
    if key in _FIELD:  # before languages: id is a column of ids, not Indonesian
        return Column("", _FIELD[key])
    if language := _language(name):
        return Column(language, "")
    first, _, rest = name.strip().partition(" ")
    field = _TERM_FIELD.get(re.sub(r"[\s_()-]+", "", rest.lower()))
    language = _language(first)
    return Column(language, field) if language and field else None


def _language(name: str) -> str:
    key = re.sub(r"[\s_()（）-]+", "", name.lower())
    if key in _LANGUAGE:
        return _LANGUAGE[key]
    if not _TAG.fullmatch(name.strip()) and not _TAG.fullmatch(name.strip().lower()):
        return ""
    try:
        return canonical(name)
    except TermbaseError:
        return ""


def _by_content(cells: Sequence[str]) -> Column | None:
    texts = [cell for cell in cells if cell.strip()]
    if not texts:
        return None
    if sum(map(has_han, texts)) * 2 > len(texts):
        return Column(SIMPLIFIED, "")
    latin = sum(1 for text in texts if re.search("[A-Za-z]{2}", text))
    return Column(ENGLISH, "") if latin * 2 > len(texts) else None


def _in_script(column: Column | None, body: Sequence[Sequence[str]], number: int) -> Column | None:
    """A column called just Chinese is Traditional where its characters are."""
    if column is None or column != Column(SIMPLIFIED, ""):
        return column
    scripts = Counter(script_of(row[number]) for row in body[:_SAMPLE] if number < len(row))
    is_traditional = scripts[Script.TRADITIONAL] > scripts[Script.SIMPLIFIED]
    return Column(TAIWAN, "") if is_traditional else column
