"""What a stretch of Latin text beside Chinese is: a label, a reading, an abbreviation, English ..."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from termbase.renderings.sound import reads_as
from termbase.text.latin_words import is_abbreviation, words_in
from termbase.text.word_classes import WordClass, pattern_of

_DATE = re.compile(
    r"(?:[bdcr]\.|ca\.|born|died|about|since|until|to|[\d/.–\-]+|[\s,–-]|BCE?|CE|AD|"
    r"Jan\w*|Feb\w*|Mar\w*|Apr\w*|May|June?|July?|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*)+"
)
_LITERAL = re.compile(r"(?:lit\.?|literally|literal(?: meaning)?|literal translation)(?=\W|$)", re.IGNORECASE)
_READING_LABEL = re.compile(r"pinyin|\bpy\b|wade|jyutping|tongyong|romani[sz]|\bpoj\b|tai-?lo", re.IGNORECASE)
_TONES = re.compile(r"[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜĀÁǍÀĒÉĚÈŌÓǑÒ]")


class Role(StrEnum):
    """What a stretch of Latin text beside Chinese does there."""

    LABEL = "label"
    READING = "reading"
    ABBREVIATION = "abbreviation"
    LITERAL = "literal"
    DATE = "date"
    ENGLISH = "English"


@cache
def _label() -> re.Pattern[str]:
    word = rf"{pattern_of(WordClass.LABEL)}\.?"
    return re.compile(rf"{word}(?:[\s/]+{word})*\s*[:：]?", re.IGNORECASE)


@cache
def _label_at_start() -> re.Pattern[str]:
    return re.compile(rf"\s*{_label().pattern}(?=\W|$)\s*", re.IGNORECASE)


def label_end(text: str) -> int:
    """How many characters at the start are a label ("simplified Chinese:"), not yet the thing itself."""
    match = _label_at_start().match(text)
    if match is None:
        return 0
    has_sign = match.group().rstrip().endswith((":", "：", "."))
    return match.end() if has_sign or match.end() == len(text) else 0


def is_reading_label(text: str) -> bool:
    """Whether the text announces a reading: "pinyin", "Wade–Giles"."""
    return _READING_LABEL.search(text) is not None


def literal_end(text: str) -> int:
    """How many characters at the start of the text announce a literal gloss ("lit.", "literally")."""
    match = _LITERAL.match(text)
    return match.end() if match else 0


def role(text: str, chinese: Iterable[str]) -> Role:
    """What a stretch of Latin text does beside the Chinese strings that it stands with."""
    if _LITERAL.match(text):
        return Role.LITERAL
    if _label().fullmatch(text):
        return Role.LABEL
    if _DATE.fullmatch(text):
        return Role.DATE
    if any(_reads_as_start(text, string) for string in chinese) or _looks_like_pinyin(text):
        return Role.READING
    if is_abbreviation(text):
        return Role.ABBREVIATION
    return Role.ENGLISH


def _reads_as_start(text: str, chinese: str) -> bool:
    """Pingpu reads the name in 平埔族群, and leaves its generic word out."""
    return any(reads_as(text, chinese[:length]) for length in range(min(2, len(chinese)), len(chinese) + 1))


def _looks_like_pinyin(text: str) -> bool:
    """Tone marks are pinyin's: é in one word of five is French, in two of three it is Chinese."""
    words = [word for word in (word.text for word in words_in(text, 0, len(text))) if not word.isdigit()]
    return bool(words) and 2 * sum(_TONES.search(word) is not None for word in words) > len(words)
