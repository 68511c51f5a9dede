"""Recognises words of another region by what is around them: another language, a village, a talk about words.

Start from `is_declared`.
"""

from __future__ import annotations

import re

from termbase.check.subject import Subject
from termbase.document.model import Document
from termbase.errors import TermbaseError
from termbase.language import canonical, subtags
from termbase.text.offsets import Span
from termbase.text.script import HAN, count_han
from termbase.text.sentence_around import sentence_around

_REACH = 200
"""How many characters before a word are searched for the beginning of its element."""

_SENTENCE = 60
"""How many characters on each side of a word are searched for a talk about words."""

_ELEMENT = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)\b(?P<attributes>[^<>]*)>", re.IGNORECASE)
_LANGUAGE = re.compile(r"\s(?:xml:)?lang\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_TALK = re.compile(
    "(?<![使採采運运利應应適适])用[詞词語语](?![音言意義义文法境料句素])|支語|支语|[繁简簡][簡简繁](?:[轉转]|$)|OpenCC|[字詞词]形[標标差]"
    "|U\\+[0-9A-F]{4}|《[廣广集]韻》|[異异][體体]字|俗字|反切"
    "|[声聲]母|[韵韻][母部]|中古音|[文白][读讀]"
    f"|[{HAN}](?![一亲親密迫急深真关關确確贴貼恳懇殷剪裁分热熱痛])[{HAN}]切[：:]|[ɐɛɔœɿʃŋɬ˥˦˧˨˩]|[繁簡简][體体](?:中文|字)?\\s?(?:[轉转]|-+>|→)"
)
"""Words of a text that speaks about wording, characters or sounds: 大陸用詞, 異體字, 声母, 息遺切：, [tsɐŋ˥].

使用|語音 is none of them.
"""

_SCRIPT_NAMES = frozenset(
    "简体 简体字 简体版 简体中文 简中 繁體 繁體字 繁體版 繁體中文 繁中 正體 正體中文 正體字".split()
)
"""How a page names its versions: each in its own script."""

_SHORT_SCRIPT_NAMES = frozenset("简 繁 繁简 简繁".split())
"""How a page names them where nothing else stands beside: 繁 | 简."""

_CHARACTER_AFTER = re.compile('[】」』”"]?字')
_PLACE = re.compile(
    rf"(?<![{HAN}])(?:[{HAN}]{{1,3}}[村鄉鎮路街巷]|(?![在這这那哪心家手屋夜])[{HAN}]{{2}}里)(?:(?![{HAN}])|(?=新發展|鄉))"
)
_LONGEST_PLACE = 4
"""The names of villages, which may have characters of their own in official lists: 双溪里."""


def is_declared(subject: Subject, place: Span) -> bool:
    """Whether a word is in an element of another language, names a script or a village, or is talked about."""
    text, here = subject.running.text, subject.running.place(place)
    return (
        _is_character(text, here)
        or _is_place_name(text, here, subject.language)
        or _is_script_name(text, here)
        or _is_in_other_language(subject.document, place, subject.language)
        or _is_in_talk(text, here)
    )


def _is_character(text: str, place: Span) -> bool:
    """Whether the text speaks about a character: 驚 in 驚字缺末笔, 【万】字."""
    word = text[place.start : place.end]
    return _CHARACTER_AFTER.match(text, place.start + 1) is not None and word not in _SCRIPT_NAMES


def _is_script_name(text: str, place: Span) -> bool:
    """Whether a place is the name of a script: 简体中文, or 简 alone."""
    word, beside = text[place.start : place.end], text[max(0, place.start - 1) : place.end + 1]
    return word in _SCRIPT_NAMES or (word in _SHORT_SCRIPT_NAMES and count_han(beside) == len(word))


def _is_place_name(text: str, place: Span, language: str) -> bool:
    if subtags(language).script != "Hant":
        return False
    first, last = max(0, place.start - _LONGEST_PLACE), place.end + _LONGEST_PLACE
    return any(
        found.start() <= place.start and place.end <= found.end() for found in _PLACE.finditer(text, first, last)
    )


def _is_in_other_language(document: Document, place: Span, language: str) -> bool:
    """Whether the element around a word has another language or script: `<span lang="zh-Hans">齿</span>`."""
    tag = _declared_language(document.text[max(0, place.start - _REACH) : place.start])
    try:
        declared, own = subtags(canonical(tag or language)), subtags(language)
    except TermbaseError:
        return False
    return declared.language != own.language or bool(declared.script and declared.script != own.script)


def _declared_language(before: str) -> str | None:
    """Return the language of the innermost element with one that is open at the end of a text."""
    opened: list[tuple[str, str | None]] = []
    for element in _ELEMENT.finditer(before):
        name, language = element["name"].lower(), _LANGUAGE.search(element["attributes"])
        if not element["end"]:
            opened.append((name, language[1] if language else None))
        elif name in (names := [one for one, _ in opened]):
            del opened[len(names) - 1 - names[::-1].index(name) :]
    return next((language for _, language in reversed(opened) if language), None)


def _is_in_talk(text: str, place: Span) -> bool:
    start, end = sentence_around(text, place.start, place.end, _SENTENCE)
    return any(not place.start <= found.start() < place.end for found in _TALK.finditer(text, start, end))
