"""Finds the numbers in digits of a text, and its English words for numbers, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from termbase.text.figures.digits import DIGITS, is_decimal, number_of
from termbase.text.figures.english_claims import is_no_scale, is_period
from termbase.text.figures.figure import NumberWord, WordKind, english_number_words

_HOUR = r"\d{1,2}(?=\.[0-5]\d\s?[ap]\.?\s?m\b)|(?:(?<=[上下]午)|(?<=[上下]午 ))\d{1,2}(?=\.[0-5]\d(?!\d))"
"""The hour of a time that is written with a point: 3.45 pm, 下午 3.45."""

_TOKEN = re.compile(rf"{_HOUR}|{DIGITS}|[A-Z][a-z]+(?=[A-Z][a-z])|[A-Za-z]+", re.ASCII)
"""Numbers in digits, and words, also those of an identifier: FiveAuthors."""

_DECIMALS = re.compile(
    r"(?<!\bat one)(?<!\bto one)(?<!\bfrom one)[ -]point"
    r"(?P<digits>(?:[ -](?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b)+)",
    re.IGNORECASE,
)
"""The decimals of a number in words: six point two five."""

_COUPLE = re.compile(r"(?<=couple)(?: of)?(?= (?:hundred|thousand|million|billion|dozen)\b)", re.IGNORECASE)
"""What stands behind *couple* where it is about two: *a couple hundred million*."""

_JOINING = re.compile(
    r"(?<=half )an? |(?<= and )an? (?=half\b|quarter\b)|(?<=-and-)a-(?=half\b|quarter\b)"
    r"|(?<= of )an? (?=[mbt]r?illion\b)",
    re.IGNORECASE,
)
"""An article inside a number: half a million, three and a half, a quarter of a million."""

_JOINED_TENS = re.compile(
    "(?P<tens>(?:twen|thir|for|fif|six|seven|eigh|nine)ty)(?P<ones>one|two|three|four|five|six|seven|eight|nine)",
    re.IGNORECASE,
)
"""A number of two words that are written together: fortyfive."""


class Token(NamedTuple):
    """A number in digits or a word for a number, its span and what it means."""

    text: str
    start: int
    end: int
    meaning: NumberWord


def tokens(plain: str) -> Iterator[Token]:
    """Yield the numbers in digits and the words for numbers of a text, in their order."""
    words, read = english_number_words(), 0
    for match in _TOKEN.finditer(plain):
        text = match[0]
        if match.start() < read:
            continue
        if text[0].isdigit():
            number = number_of(f"0.{text}") if is_decimal(plain, match.start()) else number_of(text)
            yield Token(text, *match.span(), NumberWord(WordKind.CARDINAL, number))
        elif joined := _JOINED_TENS.fullmatch(text):
            for group in ("tens", "ones"):
                start, end = match.start() + joined.start(group), match.start() + joined.end(group)
                yield Token(joined[group], start, end, words[joined[group].lower()])
        elif (word := words.get(text.lower())) and not (
            _JOINING.match(plain, match.start())
            or is_period(plain, match.start())
            or is_no_scale(plain, *match.span())
        ):
            token = _longer(plain, Token(text, *match.span(), word))
            read = token.end
            yield token


def _longer(plain: str, token: Token) -> Token:
    """Return a token with its decimals: *six point two five*; that of *a couple of million* counts the next one."""
    kind, value = token.meaning
    if match := _COUPLE.match(plain, token.end):
        kind = WordKind.CARDINAL
    elif kind is WordKind.CARDINAL and (match := _DECIMALS.match(plain, token.end)):
        digits = [0 if word == "oh" else _value(word) for word in re.findall("[a-z]+", match["digits"].lower())]
        value += Fraction(f"0.{''.join(map(str, digits))}")
    else:
        return token
    return Token(plain[token.start : match.end()], token.start, match.end(), NumberWord(kind, value))


def _value(word: str) -> int:
    return int(english_number_words()[word].value)
