"""Checks that a translation has the punctuation of its language, and that its brackets pair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.check.bitext_subject import BitextSubject
from termbase.check.finding import Problem
from termbase.check.special_segments import is_keyword_list
from termbase.language import is_chinese, is_english
from termbase.text.script import HAN

_WIDE = re.compile("[，。；：！？（）、]|[０-９Ａ-Ｚａ-ｚ]")
_NARROW = re.compile(rf"(?<=[{HAN}])[,;!?](?=\s*(?:[{HAN}]|$))|(?<=[{HAN}])\.(?=\s*$)")
_BRACKETS = re.compile(r"[()\[\]（）【】「」『』《》“”]")
_CLOSING = {")": "(", "]": "[", "）": "(", "】": "【", "」": "「", "』": "『", "》": "《", "”": "“"}
_ITEM = re.compile(r"^\s*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[)）]|(?<![(（])[:;]-?(?:\)|\((?!\S))")
_ERROR_VALUE = re.compile(r"#[^\W\d_][^\s#!?]{0,20}[!?]")
_LETTER = re.compile(r"[^\W\d_]")
_NO_SIGN = "[^“”\"'「」『』《》()（）]{0,200}"
_QUOTED_HAN = re.compile(rf"[“\"'「『《(（]{_NO_SIGN}[{HAN}]{_NO_SIGN}[”\"'」』》)）]")


def punctuation(subject: BitextSubject) -> Iterator[Problem]:
    """The target has punctuation of the other language, or a bracket without its counterpart.

    That is full-width punctuation, letters or digits in English, or half-width punctuation after a Chinese
    character. Chinese that an English text quotes keeps its own punctuation. The `;` of a list of search words
    (`share;sync;`) is right, and so are signs that the source has alone or between letters (the key *Numpad .*,
    *(R,G,B)*), a `;` that ends the source too, and the sign that ends an error value of a spreadsheet (`#NAME?`,
    `#名称?`). Brackets are not reported if those of the source do not pair either, nor in a text without words.

    Bad: `它安全，可靠。` = `It is safe， and reliable (very.`
    Good: `它安全，可靠。` = `It is safe, and reliable.`
    """
    signs = _foreign(subject.bitext.target_language)
    for index, pair in enumerate(subject.bitext.pairs):
        if signs is _NARROW and _is_english(pair.target):
            continue
        start = subject.target.starts[index]
        quoted = [match.span() for match in _QUOTED_HAN.finditer(pair.target)]
        for sign in signs.finditer(pair.target) if signs else ():
            is_quoted = signs is not _NARROW and any(first <= sign.start() < last for first, last in quoted)
            if not (is_quoted or _is_of_source(sign, pair.source)):
                form = "half-width in Chinese" if signs is _NARROW else "full-width in English"
                yield Problem(start + sign.start(), start + sign.end(), f"“{sign[0]}” is {form}")
        lone = _lone_bracket(pair.target) if _LETTER.search(pair.target) else None
        if lone is not None and _lone_bracket(pair.source) is None:
            yield Problem(start + lone, start + lone + 1, f"“{pair.target[lone]}” has no counterpart")


def _is_of_source(sign: re.Match[str], source: str) -> bool:
    """Whether a sign is not punctuation, but taken from the source: a key, a notation such as (R,G,B)."""
    written = re.escape(sign[0])
    is_alone = re.search(rf"(?:^|\s){written}(?:\s|$)", source) is not None
    is_inside = sign.string[sign.end() : sign.end() + 1].strip() != ""
    is_notation = is_inside and re.search(rf"[^\W\d]{written}[^\W\d]", source) is not None
    is_end = not sign.string[sign.end() :].strip() and source.rstrip().endswith(";")
    is_separator = sign[0] == ";" and (is_end or is_keyword_list(source))
    return is_alone or is_notation or is_separator or _ends_error_value(sign, source)


def _ends_error_value(sign: re.Match[str], source: str) -> bool:
    values = (match.end() for match in _ERROR_VALUE.finditer(sign.string)) if _ERROR_VALUE.search(source) else ()
    return sign.end() in values


def _is_english(text: str) -> bool:
    """Whether a Chinese target is mostly English, as `See 插值.`, and so keeps English punctuation."""
    return len(re.findall(f"[{HAN}]", text)) < len(re.findall("[A-Za-z]{2,}", text))


def _foreign(language: str) -> re.Pattern[str] | None:
    if is_chinese(language):
        return _NARROW
    return _WIDE if is_english(language) else None


def _lone_bracket(text: str) -> int | None:
    """Return the offset of the first bracket without a counterpart; None if all brackets pair."""
    opened: list[tuple[str, int]] = []
    numbered = {match.end() - 1 for match in _ITEM.finditer(text)}
    for bracket in _BRACKETS.finditer(text):
        if bracket.start() in numbered:
            continue
        if bracket[0] not in _CLOSING:
            opened.append((bracket[0].replace("（", "("), bracket.start()))
        elif not opened or opened[-1][0] != _CLOSING[bracket[0]]:
            is_closed_later = any(sign == _CLOSING[bracket[0]] for sign, _ in opened)
            return opened[-1][1] if is_closed_later else bracket.start()
        else:
            opened.pop()
    return opened[0][1] if opened else None
