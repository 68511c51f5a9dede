"""Checks that a translation has the punctuation of its language, and that its brackets pair."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from termbase.check.bilingual.bitext_subject import BitextSubject
from termbase.check.bilingual.special_segments import is_keyword_list, is_list_of_values
from termbase.check.finding import Problem
from termbase.language import is_chinese
from termbase.text.script import HAN

_WIDE = re.compile("[，。；：！？（）、]|[０-９Ａ-Ｚａ-ｚ]")
_NARROW = re.compile(rf"(?<=[{HAN}])[,;!?](?=\s*(?:[{HAN}]|$))|(?<=[{HAN}])\.(?=\s*$)")
_WIDE_OF = {",": "，", ";": "；", "!": "！", "?": "？", ".": "。"}
_AFTER_HAN = re.compile(rf"(?<=[{HAN}])(?:[,;!?.](?=\s*(?:[{HAN}]|$))|[，；！？。])")
_EXCEPTIONS = 0.1
"""The full-width signs that a file may have for each half-width one, as exceptions to its rule."""

_BRACKETS = re.compile(r"[()\[\]（）【】「」『』《》“”]")
_CLOSING = {")": "(", "]": "[", "）": "(", "】": "【", "」": "「", "』": "『", "》": "《", "”": "“"}
_QUOTES = {"“": "”", "「": "」", "『": "』"}
_QUOTED_SEGMENTS = 6
"""In how many segments a quotation may end after the one where it begins."""

_ITEM = re.compile(
    r"^\s*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[)）]|(?:(?<![(（]):|(?<![(（A-Za-z\d]);)-?(?:\)|\((?!\S))"
)
_INNER_ITEM = re.compile(r"(?:^|[\s：:，,；;。、])(?:\d{1,2}|[A-Za-z])[)）]\Z")
"""The sign behind the number of an item within a text: 请 1）重新登录，或 2）重启。"""

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
    `#名称?`). Brackets are not reported if those of the source do not pair either, nor in a text without words. A
    quotation may end in one of the next segments. One finding stands for all of a sign that the file has in half
    width as a rule. Other languages than Chinese and English are not checked.

    Bad: `它安全，可靠。` = `It is safe， and reliable (very.`
    Good: `它安全，可靠。` = `It is safe, and reliable.`
    """
    if subject.bitext.has_other_language:
        return
    signs = _NARROW if is_chinese(subject.bitext.target_language) else _WIDE
    usual_here = _usual_half_width(subject) if signs is _NARROW else frozenset[str]()
    lone = [_lone_bracket(pair.target) if _LETTER.search(pair.target) else None for pair in subject.bitext.pairs]
    continued = _continued([pair.target for pair in subject.bitext.pairs], lone)
    for index, pair in enumerate(subject.bitext.pairs):
        if signs is _NARROW and _is_english(pair.target):
            continue
        start = subject.target.starts[index]
        quoted = [match.span() for match in _QUOTED_HAN.finditer(pair.target)]
        for sign in signs.finditer(pair.target):
            is_quoted = signs is not _NARROW and any(first <= sign.start() < last for first, last in quoted)
            if not (is_quoted or _is_of_source(sign, pair.source)):
                form = "half-width in Chinese" if signs is _NARROW else "full-width in English"
                message = f"“{sign[0]}” is {form}"
                throughout = f"{message}, as everywhere in this file" if sign[0] in usual_here else ""
                yield Problem(start + sign.start(), start + sign.end(), message, throughout=throughout)
        place = lone[index]
        if place is not None and index not in continued and not _is_unpaired(pair.source):
            yield Problem(start + place, start + place + 1, f"“{pair.target[place]}” has no counterpart")


def _usual_half_width(subject: BitextSubject) -> frozenset[str]:
    """Return the signs that the targets have in half width as a rule: a decision, which is reported once."""
    signs = Counter(sign for pair in subject.bitext.pairs for sign in _AFTER_HAN.findall(pair.target))
    return frozenset(narrow for narrow, wide in _WIDE_OF.items() if signs[wide] <= _EXCEPTIONS * signs[narrow])


def _continued(texts: Sequence[str], lone: Sequence[int | None]) -> set[int]:
    """Return the indexes of the texts with the beginning or the end of a quotation that spans several texts."""
    continued: set[int] = set()
    opened: list[int] = []
    closing = ""
    for index, place in enumerate(lone):
        sign = "" if place is None else texts[index][place]
        opened = [earlier for earlier in opened if index - earlier <= _QUOTED_SEGMENTS]
        if sign in _QUOTES:
            opened.append(index)  # each paragraph of a quotation may begin with the sign
            closing = _QUOTES[sign]
        elif opened and sign == closing:
            continued |= {*opened, index}
            opened.clear()
    return continued


def _is_unpaired(source: str) -> bool:
    """Whether a bracket or quotation mark has no counterpart, as where a quotation goes on in the next text."""
    return _lone_bracket(source) is not None or source.count('"') % 2 == 1


def _is_of_source(sign: re.Match[str], source: str) -> bool:
    """Whether a sign is not punctuation, but taken from the source: a key, a notation such as (R,G,B)."""
    written = re.escape(sign[0])
    is_alone = re.search(rf"(?:^|\s){written}(?:\s|$)", source) is not None
    is_inside = sign.string[sign.end() : sign.end() + 1].strip() != ""
    is_notation = is_inside and re.search(rf"[^\W\d]{written}[^\W\d]", source) is not None
    is_end = not sign.string[sign.end() :].strip() and source.rstrip().endswith(";")
    is_separator = (sign[0] == ";" and (is_end or is_keyword_list(source))) or is_list_of_values(sign[0], source)
    return is_alone or is_notation or is_separator or _ends_error_value(sign, source)


def _ends_error_value(sign: re.Match[str], source: str) -> bool:
    values = (match.end() for match in _ERROR_VALUE.finditer(sign.string)) if _ERROR_VALUE.search(source) else ()
    return sign.end() in values


def _is_english(text: str) -> bool:
    """Whether a Chinese target is mostly English, as `See 插值.`, and so keeps English punctuation."""
    return len(re.findall(f"[{HAN}]", text)) < len(re.findall("[A-Za-z]{2,}", text))


def _lone_bracket(text: str) -> int | None:
    """Return the offset of the first bracket without a counterpart; None if all brackets pair."""
    opened: list[tuple[str, int]] = []
    numbered = {match.end() - 1 for match in _ITEM.finditer(text)}
    for bracket in _BRACKETS.finditer(text):
        if bracket.start() in numbered or (not opened and _INNER_ITEM.search(text, 0, bracket.end())):
            continue
        if bracket[0] not in _CLOSING:
            opened.append((bracket[0].replace("（", "("), bracket.start()))
        elif not opened or opened[-1][0] != _CLOSING[bracket[0]]:
            is_closed_later = any(sign == _CLOSING[bracket[0]] for sign, _ in opened)
            return opened[-1][1] if is_closed_later else bracket.start()
        else:
            opened.pop()
    return opened[0][1] if opened else None
