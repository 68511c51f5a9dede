"""Finds headings and items that have only Chinese and the English behind it: 1.2 梯度下降 Gradient Descent.

The English stands where a bracket would stand, and the sites are those of a bracket: words may lead the term. The
reading of the Chinese, and the number of a heading in English, may stand between: 学校 xuéxiào school.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from termbase.extract.clue_names import ClueName
from termbase.extract.heads import HEAD_SIGNS
from termbase.extract.layouts.chinese_sites import chinese_sites
from termbase.extract.layouts.numbered_heads import CHINESE_NUMBER, ENGLISH_NUMBER, numbered_head, numbered_sites
from termbase.extract.layouts.read_heads import behind_reading, read_head
from termbase.extract.marks import CLOSE_QUOTES, HAN_CHARACTERS, Bracket
from termbase.extract.model import Candidate, Clue, Layout, Site, noted
from termbase.extract.pieces import BracketPiece
from termbase.extract.roles import Role
from termbase.renderings.sound import reads_as
from termbase.text.chinese.words import part_of_speech, words
from termbase.text.english.initials import initials_of
from termbase.text.latin_words import LATIN, is_abbreviation
from termbase.text.offsets import MASK, Span, new_span
from termbase.text.script import HAN
from termbase.text.word_classes import is_function_word

_MIXED = rf"(?:[A-Z0-9][A-Za-z0-9+-]{{0,7}}(?=[{HAN}]))"
"""Letters or a number in Chinese: SWOT分析."""

_FIRST = re.compile(
    rf"{HEAD_SIGNS}(?:[a-z]{{4,11}}: ?[\"“]?|{ENGLISH_NUMBER}"
    rf"|(?:附[件录錄表][\s:：]|{CHINESE_NUMBER}(?<=[\s:：、]))\s*"
    rf"|[（(]?[一二三四五六七八九十]{{1,3}}[)）、.．]\s*)?[\[【《「『“*_]{{0,3}}(?={_MIXED}?[{HAN}])"
)
"""What stands before the Chinese of a heading or item: 附件一, 二、, Chapter 1, title:."""

_INSIDE = rf"(?:[{HAN}、·：]| (?=[{HAN}])| ?{_MIXED}| [A-Z]{{1,6}} (?=[{HAN}]))"
"""What stands between the first and the last character of Chinese: 围棋 AI 教练."""

_LATIN = re.compile("[A-Za-z0-9]+")
_CHINESE = re.compile(
    rf"(?P<zh>(?>{_MIXED}?[{HAN}](?:{_INSIDE}{{0,28}}[{HAN}])?))"
    rf"(?P<closed>[*_{re.escape(CLOSE_QUOTES)}】\]]{{0,3}})"
    r"(?: ?[(（][續续完上中下一二三四五六七八九十]{1,2}[)）])?"
    r"(?P<short> [A-Z]{2,8}(?=(?:[,;，；]? | ?[:：] ?)[A-Za-z][a-z]))?"
)
_LABEL = rf"(?:{ENGLISH_NUMBER}|(?:[IVX]{{1,4}}|[\u2160-\u216b]|\d{{1,2}}|[A-Z])[.)]\s+)?"
"""The number of a heading in English: 第一章 总则 Chapter I General Provisions."""

_WORD_CLASS = r"(?:[(（]?(?:n|v|vt|vi|adj|adv|prep|conj|num|pron)\.[)）]? ?)?"
"""The class of a word in a list of words: 通货膨胀 n. inflation."""

_ALSO = "(?:英文|以下|下[称稱]|[简簡又也亦][称稱譯译叫]|[缩縮][写寫])"
"""What leads the short form or another name: 边际成本：Marginal Cost，简称 MC."""


_PRICE = r"(?:HK|NT|US|RMB)?\s?[￥¥$€£]\s?\d|\d+(?:\.\d\d?)?\s*元?$"
"""What a dish costs."""


def _english(first: str, more: str) -> re.Pattern[str]:
    """Compile a pattern of English that ends there, not at any comma: 换一个 pager，再说."""
    return re.compile(
        r"(?P<sign>[*_]{0,2}(?:\s?(?:[:：/|｜=→➔➜⇒,，;；·•・‧／]|…{1,2}|\.{2,12}|[-=]>)\s?| ?[-–—] )[*_]{0,2}| ?)"
        rf"{_WORD_CLASS}(?P<number>{_LABEL})[“\"‘'「『]?"
        rf"(?P<words>{first}(?:[{LATIN}'’]| (?:& )?(?! )|-|, (?=[A-Z]){more}){{1,90}}[{LATIN}])"
        rf"[”\"’」』]?\s*(?=[:：(（】》」\]{MASK}]|，[指是即]|[，,；;]\s?{_ALSO}|{_PRICE}|,?$)"
    )


_ENGLISH, _WITH_DIGITS = _english("[A-Za-z]", ""), _english(r"(?:[A-Za-z]|\d(?=-?[A-Za-z]))", r"|\d")
_WITH_COLON = _english("[A-Za-z]", "|: (?=[A-Z])")
_DIVIDED = re.compile("[：·]")
"""What divides a title in two: 紅土：一生 Red Earth: A Life."""
_OF_LISTS = tuple(",，;；")
_STATES = tuple("是为為叫")
"""The end of Chinese that states what follows: 热力学的英文是 thermodynamics."""


_OF_LINES: frozenset[ClueName] = frozenset(("english_around", "zh_enclosed", "zh_after_opening_mark"))


class _Head(NamedTuple):
    """Where the Chinese of a heading or item begins and ends, its reading, and the English behind.

    `is_numbered` means that a number stands before the English, `is_set_off` that a sign or the reading does.
    """

    start: int
    end: int
    reading: str
    english: Span
    is_numbered: bool
    is_set_off: bool


def heads(flat: str) -> Iterator[Span]:
    """Yield the span from the end of the Chinese to that of the English if a block has nothing else before it."""
    if numbered := numbered_head(flat):
        yield numbered
    elif head := read_head(flat) or _head(flat):
        yield new_span((head.end, head.english.end))


def head_sites(flat: str, head: Span) -> Iterator[Site]:
    """Yield the sites of the Chinese and the English of a heading or item."""
    if numbered_head(flat):
        yield from numbered_sites(flat)
        return
    if read := read_head(flat):
        english = _piece(flat, read.english)
        for site in chinese_sites(flat, Bracket(*head, 0), [english]):
            whole = [each for each in site.candidates if each.zh == (read.start, read.end)]
            yield Site([_in_head(each, noted("read_in_head"), read.reading) for each in whole])
        return
    found = _head(flat)
    if found is None:
        return
    english = _piece(flat, found.english)
    clue = noted(_clue_of(flat, found))
    for site in chinese_sites(flat, Bracket(*head, 0), [english]):
        whole = [each for each in site.candidates if each.zh.start == found.start] if found.is_numbered else []
        yield Site([_in_head(each, clue, found.reading) for each in whole or site.candidates])


def _clue_of(flat: str, head: _Head) -> ClueName:
    if head.is_numbered:
        return "numbered_alike"
    if head.is_set_off:
        return "set_off_in_head"
    words = flat[slice(*head.english)].split()
    is_title = len(words) > 1 and all(word[0].isupper() or is_function_word(word) for word in words)
    return "title_in_head" if is_title and flat[head.end - 1] in "》〉" else "fills_head"


def _piece(flat: str, english: Span) -> BracketPiece:
    return BracketPiece(english, flat[slice(*english)], Role.ENGLISH, "", 0, True)


def _head(flat: str) -> _Head | None:
    first = _FIRST.match(flat)
    chinese = _CHINESE.match(flat, first.end()) if first else None
    if chinese is None or chinese["zh"].endswith(_STATES):
        return None
    short = chinese["short"]
    found = _english_behind(flat, chinese.end(), chinese["zh"])
    if short and not (found and short.strip().casefold() in initials_of(found[0]["words"].split())):
        short, found = (
            None,
            _english_behind(flat, chinese.start("short"), chinese["zh"]),
        )  # GPS定位| GPS positioning
    if found is None:
        return None
    english, reading = found
    latin = _LATIN.findall(chinese["zh"])
    if any(word.casefold() not in english["words"].casefold() for word in latin):  # Tb调用 allocate(8)
        return None
    if is_abbreviation(english["words"]):  # 索引 API
        return None
    if part_of_speech(next(iter(words(chinese["zh"])), "")) == "p":  # 关于 Rust
        return None
    if reads_as(english["words"], chinese["zh"]) and flat.startswith(("(", "（"), english.end()):
        return None  # 江湖 Jianghu (rivers and lakes)
    sign = english["sign"].strip(" *_")
    if sign in _OF_LISTS and english.end() < len(flat):  # 对，break it; 通货膨胀, inflation alone is an entry
        return None
    if sign in (":", "：") and flat.startswith((":", "："), english.end("words")):  # 标题: Quiet Lamps: A Reader
        return None
    end = chinese.end("short") if short else chinese.end("zh" if chinese["closed"] in ("】", "]") else "closed")
    is_numbered = len(english["number"].split()) > 1
    span = Span(*english.span("words"))
    return _Head(chinese.start("zh"), end, reading, span, is_numbered, sign != "" or reading != "")


def _english_behind(flat: str, place: int, chinese: str) -> tuple[re.Match[str], str] | None:
    """Return the English behind Chinese that ends at `place`, and the reading between them, or None."""
    behind, reading = behind_reading(flat, place, chinese)
    with_colon = _DIVIDED.search(chinese) and _WITH_COLON.match(flat, behind)
    with_digits = not HAN_CHARACTERS.fullmatch(chinese) and _WITH_DIGITS.match(flat, behind)
    english = with_colon or with_digits or _ENGLISH.match(flat, behind)
    return (english, reading) if english else None


def _in_head(candidate: Candidate, clue: Clue, reading: str) -> Candidate:
    """Return a candidate with a clue for its layout.

    In a line of two halves, marks and that English is around say no more than that the Chinese fills its half.
    """
    kept = [each for each in candidate.clues if each.name not in _OF_LINES]
    if any(each.name == "zh_enclosed" for each in candidate.clues):
        kept.append(noted("zh_fills_head"))
    pinyin = reading or candidate.pinyin
    return candidate._replace(layout=Layout.BARE_AFTER, clues=(*kept, clue), pinyin=pinyin)
