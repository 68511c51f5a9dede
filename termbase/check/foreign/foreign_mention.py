"""Recognises words of another region or language that a text only mentions. Start from `is_only_mentioned`.

They are the titles of other texts, Japanese, Chinese in English sentences, names of users and files, values in
code, original names in brackets, and words that stand beside the region's own: in brackets, or in a table of both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from termbase.check.foreign.around_word import (
    cell_mark,
    is_of_characters,
    line_around,
    near,
    row_of,
    run_around,
)
from termbase.check.foreign.foreign_titles import is_foreign_title
from termbase.check.subject import Subject
from termbase.language import Region, region_of_tag
from termbase.text.chinese.dictionary import frequency
from termbase.text.japanese import has_japanese_character
from termbase.text.offsets import Span
from termbase.text.script import HAN, convert, is_wrong_script, simplify
from termbase.text.small_words import SMALL_WORDS

_LONGEST = 200
"""How many characters before a word are searched for the beginning of an address."""

_NEAR = 20
_JAPANESE_ADDRESS = re.compile("〒|丁目|番地|郵便|役[所場]|(?:合同|有限|株式)会社")
"""What is written in the address or the name of a firm or an office in Japan."""

_SHORT = 3
"""So few characters that stand alone in a text about Japan may be a name from there: 弥生."""

_HONORED = re.compile("大佬|大神|大大|博主|老[师師](?![的们們])|同[学學](?![的们們])|up主", re.IGNORECASE)
"""What stands behind the nickname of somebody on the internet."""

_SELDOM = 50
"""A word that is more frequent is no nickname."""

_OF_JAPAN = re.compile("日[本文语語剧劇系]|[东東]京|大阪|京都|北海道|沖[绳繩縄]|昭和|平成|令和|声优|聲優|[ぁ-ヺ・]")
_ABOUT_JAPAN = 3
"""A text with so many signs of Japan is about it."""

_FIRST_LEVEL = b"\x88\x9f", b"\x98\x72"
"""The first and the last character of the first level of JIS X 0208, in Shift JIS."""

_USER = re.compile(r"@[*_]*[\w-]*\Z")
"""A user's name begins with @, may be emphasised, and ends at a space or sign."""

_ACCOUNT = re.compile(
    r"(?:facebook|youtube|twitter|instagram|推特|微博|公众号|公眾號|脸书|臉書)\s?[:：]\s?[^\s，。,:：]*\Z"
    r"|^\W*(?:author|作者|[译譯]者)\s?[:：]\s?[^\n，。,:：]*\Z|\bby\s[^\s，。,:：]*\Z",
    re.IGNORECASE | re.MULTILINE,
)
"""The name of an account stands behind that of its site, an author's in a line of its own or behind *by*."""

_PLATFORM = re.compile(
    rf"[{HAN}\w]*\s?[（(](?:facebook|youtube|twitter|instagram|bilibili|b站|推特|微博|公众号|公眾號|抖音|小红书|小紅書)[)）]",
    re.IGNORECASE,
)
"""What follows the name of an account in a list of accounts."""

_SPEAKER = (
    re.compile(rf"^[\s>*_-]*\[[{HAN}\w]*\Z", re.MULTILINE),
    re.compile(rf"[{HAN}\w]*\]\([^()\n]*\)[*_]*[:：]"),
)
"""What is around the linked name of somebody before the comment that he wrote: `**[NAME](#132):** …`."""

_VALUE = re.compile(r"[A-Za-z][\w.-]*=[^\s='\"<>\]]*\Z", re.ASCII)
"""A value begins with a name in code and ends at a space: `welcome=欢迎`."""

_FILE = re.compile(
    r"[\w（）()-]*\.(?:pdf|caj|djvu|docx?|xlsx?|pptx?|csv|txt|md|epub|azw3|mobi|html?|zip|rar|7z|exe|jpe?g|png|gif|mp[34])(?![a-z])",
    re.IGNORECASE,
)
"""How the name of a file ends."""

_ADDRESS = re.compile(r"https?://[^\s<>()（）「」，。；]*\Z")
"""An address ends at a space or bracket; it may have Chinese characters."""

_CORRECTED = re.compile("[\"'”’」』》]\\s?(?:改[成为為]|[应應]?[为為是]|更正[为為]|[换換]成)")
"""What follows a quoted word that is corrected."""

_LONGEST_NAME = 30
_BRACKETS = ("（", "(")
_GLOSS = re.compile(r"(?<=[（(])[A-Za-z][\w .'-]*[,，、;；] ?\Z")
_EQUALS = ("→", "->", "＝", "=", "／", "/", " → ", " -> ", " -> ✅ ", " → ✅ ", " = ", " / ", ";", "、")
"""What stands between two forms of one word."""

_BRACKET = re.compile(rf"[{HAN}\w」』”][（(]([^（()）\n]*)\Z")
_BRACKET_END = re.compile(r"[^（()）\n]*(?=[）)])")
_AFTER_BRACKET = re.compile(rf"[（(](?P<inside>[^（()）\n]{{1,{_LONGEST_NAME}}})[)）]")
_SENTENCE = 100
"""How many characters on each side of a word show whether its sentence is English."""

_SENTENCE_END = re.compile(r"[。！？；]|[.!?]\s")
_ENGLISH = re.compile(r"(?<![\w%])[A-Za-z][a-z'’-]+(?![\w%])")
_SMALL = 2
"""An English sentence has so many articles, prepositions or conjunctions."""

_HAN = re.compile(f"[{HAN}]")


def is_only_mentioned(subject: Subject, place: Span, own: Sequence[str]) -> bool:
    """Whether a word is mentioned; `own` are words that the region has for it."""
    written, first = subject.document.text, max(0, place.start - _LONGEST_NAME)
    text, here = subject.running.text, subject.running.place(place)
    return (
        any(sign.search(written, first, place.start) for sign in (_USER, _ACCOUNT, _VALUE))
        or _ADDRESS.search(written, max(0, place.start - _LONGEST), place.start) is not None
        or any(sign.match(text, here.end) for sign in (_CORRECTED, _PLATFORM, _FILE))
        or _is_speaker(written, place)
        or is_foreign_title(subject, place, own)
        or _is_original(text, here, subject.language)
        or _is_in_english(subject, place)
        or _is_japanese(subject, place)
        or _may_be_japanese(subject, place, own)
        or _explains(text, here, own)
        or _is_compared(written, place, own)
        or _is_nickname(subject, place, own)
    )


def _is_speaker(text: str, place: Span) -> bool:
    before, after = _SPEAKER
    first = max(0, place.start - _LONGEST_NAME)
    return before.search(text, first, place.start) is not None and after.match(text, place.end) is not None


def _is_original(text: str, place: Span, language: str) -> bool:
    """Whether a word is in brackets behind another, all in the other script: its original (预选赛（予選）)."""
    before = _BRACKET.search(text, max(0, place.start - _LONGEST_NAME), place.start)
    after = _BRACKET_END.match(text, place.end, place.end + _LONGEST_NAME)
    if before is None or after is None:
        return False
    return is_wrong_script(text[before.start(1) : after.end()], language)


def _is_in_english(subject: Subject, place: Span) -> bool:
    """Whether a word is in an English sentence, which gives a Chinese name or term as it found it."""
    before, after = line_around(subject, place, _SENTENCE)
    around = _SENTENCE_END.split(before)[-1] + subject.text(place) + _SENTENCE_END.split(after)[0]
    words = _ENGLISH.findall(around)
    small = sum(word.lower() in SMALL_WORDS for word in words)
    return small >= _SMALL and len(words) > len(_HAN.findall(around))


def _is_japanese(subject: Subject, place: Span) -> bool:
    """Whether a word is in a Japanese address, or runs on to a character that only Japanese has: 都道府県民税."""
    return _JAPANESE_ADDRESS.search(near(subject, place, _NEAR)) is not None or has_japanese_character(
        run_around(subject, place)
    )


def _may_be_japanese(subject: Subject, place: Span, own: Sequence[str]) -> bool:
    """Whether characters, not words, of the other script may be Japanese in a line about Japan: 日本国紀, 小学館.

    Simplified text has few characters of the other script by mistake, so there it is enough if the text is about
    Japan, as it is where they stand alone.
    """
    written = subject.text(place)
    if not (is_of_characters(subject, place, own) and all(map(_is_in_japanese, written))):
        return False
    if _OF_JAPAN.search(near(subject, place, 2 * _NEAR)):
        return True
    is_enough = region_of_tag(subject.language) is Region.CN or len(run_around(subject, place)) <= _SHORT
    return is_enough and _is_about_japan(subject.running.text)


@lru_cache(maxsize=2)
def _is_about_japan(text: str) -> bool:
    return len(list(islice(_OF_JAPAN.finditer(text), _ABOUT_JAPAN))) == _ABOUT_JAPAN


@lru_cache(maxsize=4096)
def _is_in_japanese(char: str) -> bool:
    """Whether a character is among the usual ones of Japanese: the first level of JIS X 0208."""
    return _FIRST_LEVEL[0] <= char.encode("shift_jis", "replace") <= _FIRST_LEVEL[1]


def _explains(text: str, place: Span, own: Sequence[str]) -> bool:
    """Whether a word stands beside the one that the region has for it: 级→級, 可卡因（cocaine，古柯碱）.

    Or it stands beside its own form in the other script (存储/存儲), or beside its character: 不穀（谷gǔ）.
    Right before or behind it the word has another sense: 數組陣列 are several arrays.
    """
    forms = _in_other_script(text[place.start : place.end])
    before = tuple(word + sign for word in own for sign in ("", *_BRACKETS)) + tuple(
        word + sign for word in (*own, *forms) for sign in _EQUALS
    )
    after = (*own, *(sign + word for word in (*own, *forms) for sign in _EQUALS))
    gloss = _GLOSS.search(text, max(0, place.start - _LONGEST_NAME), place.start)
    if bracket := _AFTER_BRACKET.match(text, place.end):
        inside, written = bracket["inside"], text[place.start : place.end]
        if any(word in inside or _is_written_otherwise(written, word, inside) for word in own):
            return True
    return text.endswith(before, 0, gloss.start() if gloss else place.start) or text.startswith(after, place.end)


def _in_other_script(written: str) -> set[str]:
    return {convert(written, "s2t"), simplify(written)} - {written}


def _is_written_otherwise(written: str, own: str, inside: str) -> bool:
    """Whether a text in brackets begins with the characters in which the own word differs from the written one."""
    if len(own) != len(written):
        return False
    other = "".join(new for old, new in zip(written, own, strict=True) if new != old)
    return bool(other) and inside.startswith((other, f"/{other}"))


def _is_compared(text: str, place: Span, own: Sequence[str]) -> bool:
    """Whether another cell of the row of a table has the word of the region: `| 出租車 / 計程車 | 的士 |`."""
    row, start = row_of(text, place)
    mark = cell_mark(row)
    if mark is None:
        return False
    cells, here = row.split(mark), row.count(mark, 0, start)
    return len(cells[here].strip()) <= _LONGEST_NAME and any(
        word in cell for word in own for cell in (*cells[:here], *cells[here + 1 :])
    )


def _is_nickname(subject: Subject, place: Span, own: Sequence[str]) -> bool:
    """Whether characters alone stand before what a person on the internet is called: 歸藏大佬."""
    return (
        _HONORED.match(subject.after(place, _NEAR)) is not None
        and not _HAN.match(subject.before(place, 1))
        and is_of_characters(subject, place, own)
        and frequency(simplify(subject.text(place))) <= _SELDOM
    )
