"""Recognises words of another region by what the text around them says: another language, or a talk about words.

Start from `is_declared`.
"""

from __future__ import annotations

import re

from termbase.check.subject import Subject
from termbase.document.model import Document
from termbase.errors import TermbaseError
from termbase.language import canonical, subtags
from termbase.text.offsets import Span

_REACH = 200
"""How many characters before a word are searched for the beginning of its element."""

_SENTENCE = 60
"""How many characters on each side of a word are searched for a talk about words."""

_ELEMENT = re.compile(
    r"<(?P<name>[a-z]+)\b[^<>]*?\s(?:xml:)?lang\s*=\s*[\"']?(?P<tag>[\w-]+)[^<>]*>", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[。！？\n]")
_TALK = re.compile(
    "(?<![使採采運运利應应適适])用[詞词語语](?![音言意義义文法境料句素])|支語|支语|[繁简簡][簡简繁](?:[轉转]|$)|OpenCC|[字詞词]形[標标差]"
)
"""Words of a text that speaks about wording: 大陸用詞. 使用|語音 is none."""

_SCRIPT_NAMES = frozenset(
    (
        "简体",
        "简体字",
        "简体版",
        "简体中文",
        "简中",
        "繁體",
        "繁體字",
        "繁體版",
        "繁體中文",
        "繁中",
        "正體",
        "正體中文",
        "正體字",
    )
)
"""How a page names its versions: each in its own script."""


def is_declared(subject: Subject, place: Span) -> bool:
    """Whether a word is in an element of another language, names a script, or is in a sentence about wording."""
    document = subject.document
    return (
        document.text[place.start : place.end] in _SCRIPT_NAMES
        or _is_in_other_language(document, place, subject.language)
        or _is_in_talk(document, place)
    )


def _is_in_other_language(document: Document, place: Span, language: str) -> bool:
    """Whether the element around a word has another language or script: `<span lang="zh-Hans">齿</span>`."""
    before = document.text[max(0, place.start - _REACH) : place.start]
    opened = list(_ELEMENT.finditer(before))
    if not opened or f"</{opened[-1]['name']}".lower() in before[opened[-1].end() :].lower():
        return False
    try:
        declared = subtags(canonical(opened[-1]["tag"]))
    except TermbaseError:
        return False
    own = subtags(language)
    return declared.language != own.language or bool(declared.script and declared.script != own.script)


def _is_in_talk(document: Document, place: Span) -> bool:
    text = document.text
    first, last = max(0, place.start - _SENTENCE), place.end + _SENTENCE
    ends = [found.end() for found in _SENTENCE_END.finditer(text, first, place.start)]
    stop = _SENTENCE_END.search(text, place.end, last)
    start, end = ends[-1] if ends else first, stop.start() if stop else last
    return any(not place.start <= found.start() < place.end for found in _TALK.finditer(text, start, end))
