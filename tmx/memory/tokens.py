"""Cuts a text into the units that scores count: words, and single characters where no spaces divide words.

Start from `tokens`. Case, width, script, quotation marks, punctuation and spaces make no difference to tokens. A
number, an address and a placeholder (`%s`, `{0}`, `<b>`) are one token each, whatever they say: they are
placeables, which a translator takes over. A text without any token is cut into its characters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from termbase.language import primary_language
from termbase.text.chinese.chinese_characters import one_forms, space_beside_han
from termbase.text.invisible import UNSEEN
from termbase.text.placeholders import CODE
from termbase.text.script import HAN

NUMBER, ADDRESS, PLACEHOLDER = "\x01", "\x02", "\x03"
"""The tokens of placeables: control characters, which no text has (XML 1.0, 2.2)."""

PLACEABLES = frozenset((NUMBER, ADDRESS, PLACEHOLDER))

_SINGLE = f"{HAN}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff"
"""Characters of scripts without spaces between words: Thai, Lao, Burmese, Khmer, kana, Han."""

_LONGEST = 50_000
"""Of longer texts (in characters), only so much is cut into tokens."""

_IN_NUMBERS = "0123456789.,:/-"
_WITHOUT_SPACES = frozenset("zh yue wuu nan hak gan hsn lzh ja th lo km my".split())


def folded(text: str) -> str:
    """Return the form in which texts are compared: one script, case and width, without invisible characters."""
    if text.isascii():
        return text.lower()
    return one_forms(_unseen().sub("", unicodedata.normalize("NFC", text)))


def tokens(text: str) -> list[str]:
    """Return the tokens of a text in order. It has none only if it is nothing but white space.

    U+0000 counts as white space, since PostgreSQL does not store it.
    """
    plain = folded(_with_placeables(text[:_LONGEST]))
    found = (_ascii_token() if plain.isascii() else _token()).findall(plain)
    if _digit().search(plain):
        found = [NUMBER if "0" <= token[0] <= "9" and not token.strip(_IN_NUMBERS) else token for token in found]
    return found or list("".join(plain.replace("\0", " ").split()))


def literal_tokens(text: str) -> list[str]:
    """Return the words and single characters of a text, also those in numbers, addresses and placeholders."""
    return _literal().findall(folded(text[:_LONGEST]))


def compared(text: str) -> str:
    """Return the form in which a string is looked for in texts: `folded`, without spaces beside Chinese."""
    plain = folded(text)
    return " ".join((plain if plain.isascii() else space_beside_han().sub("", plain)).split())


def signs(text: str) -> list[str]:
    """Return the signs in a text that are not part of a word, each with the character behind it, if it has one.

    That is the character in the form of `compared`. Full stops and other frequent signs are left out before a space
    and at the end.
    """
    plain = folded(text[:_LONGEST])
    found = (_ascii_sign() if plain.isascii() else _sign()).finditer(plain)
    pairs = ((plain[sign.start() : sign.start() + 2], sign.end()) for sign in found)
    return [pair[0] + _behind_spaces(plain, end) if pair[1:].isspace() else pair for pair, end in pairs]


def _behind_spaces(text: str, at: int) -> str:
    """Return the character of `compared` for spaces in a folded text, or behind them; "" at the end."""
    spaces = _spaces().match(text, at)
    return " " if spaces is None or spaces["next"] is None else spaces["next"]


def masked(text: str) -> tuple[str, list[str]]:
    """Return a text with a mark for each placeable, and the placeables as they are written, in one width."""
    found: list[str] = []

    def mark(match: re.Match[str]) -> str:
        found.append(unicodedata.normalize("NFKC", match[0]))
        return NUMBER

    return _placeable().sub(mark, text), found


def counts_characters(tag: str) -> bool:
    """Whether the texts of a canonical tag are compared by characters, since their words have no spaces between."""
    return primary_language(tag) in _WITHOUT_SPACES


def _with_placeables(text: str) -> str:
    if "://" in text or "@" in text or "www." in text:
        text = _address().sub(f" {ADDRESS} ", text)
    if "%" in text or "{" in text or "<" in text:
        text = CODE.sub(f" {PLACEHOLDER} ", text)
    return text


@cache
def _token() -> re.Pattern[str]:
    return _pattern(rf"[^\W_{_SINGLE}]", f"[{_SINGLE}]|")


@cache
def _ascii_token() -> re.Pattern[str]:
    """Match the same tokens in ASCII, in half the time."""
    return _pattern("[a-z0-9]")


def _pattern(letter: str, single: str = "") -> re.Pattern[str]:
    """Match a number that is not part of a name (1,000.5, not the 3 of 3D), a single character, or a word."""
    number = rf"[0-9]+(?:[.,:/-][0-9]+)*(?!{letter})"
    return re.compile(rf"{single}{number}|{letter}+(?:'{letter}+)*|[{NUMBER}-{PLACEHOLDER}]")


@cache
def _literal() -> re.Pattern[str]:
    letter = rf"[^\W_{_SINGLE}]"
    return re.compile(rf"[{_SINGLE}]|{letter}+(?:'{letter}+)*")


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(rf"[^\w\s\0.,:。'{_SINGLE}]|_|[.,:。](?=\S|\s+[{HAN}])")


@cache
def _ascii_sign() -> re.Pattern[str]:
    """Match the same signs in ASCII, in half the time."""
    return re.compile(r"[!-&(-+\-/;-@\[-`{-~]|[.,:](?=\S)")


@cache
def _spaces() -> re.Pattern[str]:
    return re.compile(rf"\s+(?P<next>[{HAN}]|\Z)?")


@cache
def _digit() -> re.Pattern[str]:
    return re.compile("[0-9]")


@cache
def _placeable() -> re.Pattern[str]:
    letter = rf"[^\W_{_SINGLE}]"
    number = rf"(?<!{letter})\d+(?:[.,:/-]\d+)*(?!{letter})"
    unnamed = re.sub(r"\?P<\w+>", "", CODE.pattern)
    return re.compile(f"(?a:{_address().pattern})|{unnamed}|{number}")


@cache
def _unseen() -> re.Pattern[str]:
    return re.compile(f"[{UNSEEN}]+")


@cache
def _address() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:https?|ftp)://|www\.(?=\w))[!#-;=?-Z_a-z~]+(?<![!'),.:;?])|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+",
        re.ASCII,
    )
