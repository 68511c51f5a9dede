"""Finds headings and items that have Chinese, its reading (pinyin) and its English: 佛系 fóxì: Zen-like attitude.

Start from `read_head`. The reading may stand before the Chinese or behind it: baozi - 包子 - steamed buns. What
stands behind a name and its reading is often a remark: 王莽 Wang Mang: a usurper.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from termbase.extract.beside_reading import translates_reading
from termbase.extract.heads import HEAD_SIGNS
from termbase.extract.kind import is_personal_name, kind_of
from termbase.extract.model import TermKind
from termbase.extract.roles import Role, literal_end, role
from termbase.renderings.rendered_characters import rendered_bits
from termbase.renderings.sound import reads_as
from termbase.text.latin_words import LATIN, words_in
from termbase.text.offsets import MASK, Span
from termbase.text.script import HAN, has_han
from termbase.text.word_classes import is_function_word

_READING_IN_BRACKET = re.compile(rf"\s?(?:[-–—:：]\s?)?[(（\[](?P<reading>[{LATIN}'’ -]{{1,60}})[)）\]]")
_LONGEST_READING = 60
_BLANK = re.compile(" |[,，;；] ?")
"""What stands before a reading without a bracket."""

_FIRST = re.compile(
    rf"{HEAD_SIGNS}[\"“*_]{{0,2}}(?P<reading>[{LATIN}][{LATIN}'’ -]{{0,60}}?)[\"”*_]{{0,2}}"
    rf"(?:\s?[:：/]\s?| [-–—] |\s?[(（]| )(?=[{HAN}])"
)
"""The reading of Chinese that stands before it: tuanyuanfan (团圆饭)."""

_HEAD = re.compile(HEAD_SIGNS)
_CHINESE = re.compile(rf"[{HAN}]{{1,12}}")
_CLOSED = re.compile(r"[)）*_]*")
_BEFORE_READING = re.compile(r"\s?[/|]\s?|\s[-–—]\s| |[(（]")
_TRANSLATION = re.compile(
    rf"[)）*_]*(?P<sign>\s?[:：/|(（]\s?|\s?[-–—]\s?|,? or |)\s?[“\"‘'「]?(?P<article>(?:[Tt]he|[Aa]n?) )?"
    rf"(?P<words>[A-Za-z](?:[{LATIN}'’-]| (?! ))*)[”\"’'」]?\s*"
    rf"(?P<rest>$|[:：(（)）,，;；。{MASK}]|\.(?:\s|$)| [–—] )"
)
"""What stands behind Chinese and its reading, of which more may be said: 关系 Guan Xi: personal ties, the web"""

_MOST_WORDS = 8
_NAMES = (TermKind.PERSON, TermKind.PLACE)


class ReadHead(NamedTuple):
    """Where the Chinese of a heading or item stands, its reading, and the English behind."""

    start: int
    end: int
    reading: str
    english: Span


def behind_reading(flat: str, place: int, chinese: str) -> tuple[int, str]:
    """Return the offset behind the reading of Chinese that ends at `place`, and the reading."""
    if bracket := _READING_IN_BRACKET.match(flat, place):
        reading = bracket["reading"]
        is_spelled = reading.islower() and len(reading.split()) == len(chinese)  # 一舊飯 (jat gau faan)
        is_reading = is_spelled or role(reading, [chinese]) is Role.READING
        return (bracket.end(), reading) if is_reading else (place, "")
    blank = _BLANK.match(flat, place)
    if blank:
        for word in words_in(flat, blank.end(), place + _LONGEST_READING)[: len(chinese)]:
            reading = flat[blank.end() : word.end]
            if reading[:1].islower() and reads_as(reading, chinese):  # not 阿德萊德 Adelaide
                return word.end, reading
    return place, ""


def read_head(flat: str) -> ReadHead | None:
    """Return the parts of a heading or item that has Chinese, its reading and then English, else None."""
    first = _FIRST.match(flat)
    head = _HEAD.match(flat)
    chinese = _CHINESE.match(flat, first.end() if first else head.end() if head else 0)
    if chinese is None:
        return None
    behind, reading = (chinese.end(), first["reading"]) if first else _read_behind(flat, chinese)
    if not reads_as(reading, chinese[0]):
        return None
    english = _TRANSLATION.match(flat, behind)
    if english is None or not (english["sign"].strip() or _fills(english)):
        return None
    if (english["article"] or "")[:1].isupper() and english["rest"] in (
        ",",
        "，",
    ):  # The numbing, tingling sensation is ...
        return None
    if not _translates(reading, chinese[0], english["words"]):
        return None
    return ReadHead(chinese.start(), chinese.end(), reading, _with_article(english))


def _read_behind(flat: str, chinese: re.Match[str]) -> tuple[int, str]:
    """Return the offset behind the reading that follows Chinese at the start of a line, and the reading."""
    before = _BEFORE_READING.match(flat, chinese.end())
    if before:
        words = words_in(flat, before.end(), before.end() + _LONGEST_READING)[: len(chinese[0])]
        for word in reversed(words):
            if not has_han(reading := flat[before.end() : word.end]) and reads_as(reading, chinese[0]):
                return word.end, reading
    return chinese.end(), ""


def _translates(reading: str, chinese: str, english: str) -> bool:
    """Return whether English translates read Chinese, which is no name of a person or place that it speaks of."""
    words = english.split()
    if (
        len(words) > _MOST_WORDS
        or literal_end(english)
        or is_function_word(words[0])
        or is_function_word(words[-1])
        or reads_as(english, chinese)  # Zisha (紫砂 - zǐshā)
    ):
        return False
    if translates_reading(reading, chinese, english) or any(rendered_bits(word, chinese) for word in words):
        return True
    return kind_of(chinese, reading) not in _NAMES and not is_personal_name(chinese)


def _fills(english: re.Match[str]) -> bool:
    """Return whether a title fills the line behind a blank: Yugu Ge 渔鼓歌 Fishing Song, not baojia 保甲 system."""
    return not english["rest"].strip() and english["words"][0].isupper()


def _with_article(english: re.Match[str]) -> Span:
    """Return the span of the English, with the article of a title: The Moon Represents My Heart."""
    words = english["words"].split()
    is_title = len(words) > 1 and all(word[0].isupper() or is_function_word(word) for word in words)
    is_title = is_title and (english["article"] or "")[:1].isupper()
    return Span(english.start("article" if is_title else "words"), english.end("words"))
