"""Detects the role of Latin text beside Chinese: a label, a reading (pinyin), an abbreviation, English ..."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from termbase.renderings.sound import may_be_reading, reads_as
from termbase.text.latin_words import is_abbreviation, is_clipped, latin_words
from termbase.text.word_classes import WordClass, pattern_of

_DATE = re.compile(
    r"(?:[bdcr]\.|ca\.|born|died|about|since|until|to|[\d/.–—～~\-]+|[\s,–—-]|BCE?|CE|AD|A\.D\.|B\.C\.|"
    r"Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)+"
)
_REFERENCE = re.compile(
    r"(?:[A-Z]{1,2}|nos?|vols?|ch|pp?|fasc|issue|pr)(?:\. ?| ?#| )\d[\d.,–-]*|#\d+", re.IGNORECASE
)
"""The number of a text in a collection, of a part of a work, or of a request: T. 262, vol. 3, PR #303."""
_LITERAL = re.compile(r"(?:lit\.?|literally|literal(?: meaning)?|literal translation)(?=\W|$)", re.IGNORECASE)
_IN_LANGUAGE = re.compile(
    r"in (?:the )?(?:[A-Z]\w+ )?(?:Chinese|Mandarin|Cantonese|Hokkien|Taiwanese|Hakka|dialect|characters)"
)
_READING_LABEL = re.compile(
    r"pinyin|\bpy\b|wade|jyutping|tongyong|romani[sz]|\bpoj\b|tai-?lo"
    r"|\b(?:taiwanese|hokkien|hakka|cantonese|teochew|southern min|min ?nan|yale)\b",
    re.IGNORECASE,
)
TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜĀÁǍÀĒÉĚÈŌÓǑÒăĕĭŏŭ"
"""Vowels with the tone marks of pinyin; some write a breve for the third tone: hăo."""
_TONES = re.compile(f"[{TONES}]")


_WITH_TONE_DIGITS = re.compile(r"[a-zü]{1,6}[1-6](?:[ \-]?[a-zü]{1,6}[1-6])+")


class Role(StrEnum):
    """The role of a stretch of Latin text beside Chinese. A reading is a romanisation, such as pinyin."""

    LABEL = "label"
    READING = "reading"
    ABBREVIATION = "abbreviation"
    LITERAL = "literal"
    DATE = "date"
    REFERENCE = "reference"
    ENGLISH = "English"


@cache
def _label() -> re.Pattern[str]:
    word = rf"{pattern_of(WordClass.LABEL)}\.?"
    return re.compile(rf"{word}(?:[\s/]+{word})*\s*[:：]?", re.IGNORECASE)


@cache
def _label_at_start() -> re.Pattern[str]:
    return re.compile(rf"\s*{_label().pattern}(?=\W|$)\s*", re.IGNORECASE)


def is_label(text: str) -> bool:
    """Return whether the text only says what follows it, or what stands before it is: "pinyin", "in Cantonese"."""
    return _label().fullmatch(text) is not None or _IN_LANGUAGE.fullmatch(text) is not None


def label_end(text: str) -> int:
    """Return the length in characters of a label at the start of the text ("simplified Chinese:"), or 0."""
    match = _label_at_start().match(text)
    if match is None:
        return 0
    has_sign = match.group().rstrip().endswith((":", "：", "."))
    return match.end() if has_sign or match.end() == len(text) else 0


def is_reading_label(text: str) -> bool:
    """Return whether the text is a label that announces a reading: "pinyin", "Wade–Giles"."""
    return _READING_LABEL.search(text) is not None


def literal_end(text: str) -> int:
    """Return the length of a word at the start that announces a literal translation ("lit.", "literally"), or 0."""
    match = _LITERAL.match(text)
    return match.end() if match else 0


def role(text: str, chinese: Iterable[str]) -> Role:
    """Return the role of Latin text; `chinese` are the Chinese strings in the same bracket."""
    if _LITERAL.match(text):
        return Role.LITERAL
    if is_label(text):
        return Role.LABEL
    if _DATE.fullmatch(text):
        return Role.DATE
    if _REFERENCE.fullmatch(text):
        return Role.REFERENCE
    if any(_reads_as_start(text, string) for string in chinese) or _looks_like_pinyin(text):
        return Role.READING
    if is_abbreviation(text) or is_clipped(text):
        return Role.ABBREVIATION
    return Role.ENGLISH


def _reads_as_start(text: str, chinese: str) -> bool:
    """Return whether the text is the reading of the whole Chinese or of its start: Pingpu for 平埔族群."""
    lengths = range(min(2, len(chinese)), len(chinese) + 1)
    return may_be_reading(text, chinese) and any(reads_as(text, chinese[:length]) for length in lengths)


def has_tones(text: str) -> bool:
    """Return whether a text has a vowel with a tone mark of pinyin: Běidà."""
    return not text.isascii() and _TONES.search(text) is not None


def _looks_like_pinyin(text: str) -> bool:
    """Return whether more than half of the words have tone marks: é in one word of five is French, not pinyin.

    The digits of jyutping are tone marks too: si6 do1 be1 lei2.
    """
    if _WITH_TONE_DIGITS.fullmatch(text):
        return True
    if not has_tones(text):
        return False
    words = [word.text for word in latin_words(text) if not word.text.isdigit()]
    return 2 * sum(_TONES.search(word) is not None for word in words) > len(words)
