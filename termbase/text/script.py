"""Detects whether Chinese is in simplified or traditional characters, and converts it.

`simplify` is fast and for comparison; `convert` is for text that people read. Only this module uses the library
OpenCC.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from termbase.files.data_table import data_rows
from termbase.language import Region, region_of_tag, subtags
from termbase.text.own_characters import own_characters

if TYPE_CHECKING:
    from opencc import OpenCC

HAN = "㐀-䶿一-鿿\uf900-\ufaff\U00020000-\U000323af〇"
"""The Han characters, as the inside of a regex character class."""

RARE = "\U00010000"
"""The first character beyond the basic plane."""
BEYOND = f"{RARE}-\U0010ffff"
"""All these characters, as the inside of a regex character class."""

_STRAY = 20
"""One character or line of the other script among more than this many of the first is a quotation or a slip."""

_KEPT = frozenset("乾瞭藉")
_ANY_KEPT = re.compile(f"[{''.join(_KEPT)}]")
_KEEPING = re.compile("乾[坤隆]|瞭望|[慰狼枕]藉")
"""Words that have a traditional character in simplified text too."""


class Script(StrEnum):
    """The Han script of a text (codes of ISO 15924, and `Mixed`), as far as its characters show it."""

    SIMPLIFIED = "Hans"
    TRADITIONAL = "Hant"
    BOTH = "Hani"
    """Every character is the same in both scripts, as in 人民."""
    MIXED = "Mixed"
    """Some characters are simplified, others traditional."""


@cache
def _han() -> re.Pattern[str]:
    """Compile the pattern only when it is needed: that takes a third as long as starting the program."""
    return re.compile(f"[{HAN}]+")


def has_han(text: str) -> bool:
    """Return whether the text has a Han character."""
    return not text.isascii() and _han().search(text) is not None


def count_han(text: str) -> int:
    """Return the number of Han characters in the text."""
    return sum(map(len, _han().findall(text)))


def script_of(text: str) -> Script:
    """Return the script of a text, judging by the characters that only one script has.

    后 is not evidence: a traditional text may have it too (皇后). 温 is none beside traditional ones: Hong Kong
    writes 温暖 and 說.
    """
    return script_beside(text, simplify(text))


def script_beside(text: str, simplified: str) -> Script:
    """Return the script of a text whose form by `simplify` is known already."""
    if text.isascii():
        return Script.BOTH
    if simplified != text:
        if not shows_simplified(beside_traditional=True).isdisjoint(text):
            return Script.MIXED
        if not _is_as_in_simplified(text, simplified):
            return Script.TRADITIONAL
    return Script.SIMPLIFIED if has_simplified(text) else Script.BOTH


def _is_as_in_simplified(text: str, simplified: str) -> bool:
    """Return whether the traditional characters of a text stand only in words that keep them in simplified text."""
    if _ANY_KEPT.search(text) is None or not set(text).difference(simplified) <= _KEPT:
        return False
    return simplify(plain := _KEEPING.sub("", text)) == plain


def prevailing_script(simplified: int, traditional: int) -> Script:
    """Return the script that nearly all characters (or lines) of a text show, given how many show either."""
    if not simplified and not traditional:
        return Script.BOTH
    if simplified > traditional * _STRAY:
        return Script.SIMPLIFIED
    return Script.TRADITIONAL if traditional > simplified * _STRAY else Script.MIXED


def is_wrong_script(text: str, tag: str) -> bool:
    """Return whether a text is in the other Chinese script than its canonical tag has: 網路 tagged `zh-Hans-CN`.

    Characters that text of the region has too do not tell: 客户端 is right in Hong Kong.
    """
    language, script, _, _ = subtags(tag)
    if language != "zh" or script not in (Script.SIMPLIFIED, Script.TRADITIONAL):
        return False
    region = region_of_tag(tag)
    own = own_characters(region) if region else frozenset()
    if not own.isdisjoint(text):
        text = "".join(char for char in text if char not in own)
    return script_of(text) is (Script.TRADITIONAL if script == Script.SIMPLIFIED else Script.SIMPLIFIED)


def simplify(text: str) -> str:
    """Replace each traditional character by its simplified one, whatever the word (乾隆 becomes 干隆).

    The result has the length of the text. It is for comparison, never to be shown; use `convert` for that.
    """
    return simplify_term(text) if len(text) <= _SHORT else _simplified(text)


def _simplified(text: str) -> str:
    parts = _not_simplified().split(text)  # much faster than to look up each character
    if len(parts) == 1:
        return text
    found = parts[1::2]
    parts[1::2] = map(_characters().simple.get, found, found)
    return "".join(parts)


_SHORT = 16
"""Characters of the longest text that is remembered: several questions are asked of each term."""
simplify_term = lru_cache(maxsize=1 << 14)(_simplified)
"""As `simplify`, which asks it for short texts: faster where all are short. It keeps them, so none may be long."""


def traditional_only() -> str:
    """Every character that `simplify` changes."""
    return "".join(_characters().simple)


def simplified_only(char: str) -> bool:
    """Return whether a character is simplified and is not common in traditional text."""
    return char in _characters().simplified_only


def all_simplified_only() -> frozenset[str]:
    """Every character that is simplified and is not common in traditional text."""
    return _characters().simplified_only


def has_simplified(text: str) -> bool:
    """Return whether a text has a character that is simplified and is not common in traditional text."""
    return not all_simplified_only().isdisjoint(text)


@cache
def shows_simplified(beside_traditional: bool) -> frozenset[str]:
    """Return the characters that show simplified text. Beside traditional ones, some are at home: 温, 户."""
    if not beside_traditional:
        return all_simplified_only()
    return all_simplified_only() - own_characters(Region.TW) - own_characters(Region.HK)


def convert(text: str, configuration: str) -> str:
    """Convert a text by OpenCC, which takes words into account, with one of its configurations (`s2tw`, `t2s`)."""
    converter = _converter(configuration)
    return "\0".join(converter.convert(part) for part in text.split("\0"))  # OpenCC drops the character NUL


@cache
def _converter(configuration: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC(configuration)


class _Characters(NamedTuple):
    simple: dict[str, str]
    """Each traditional character, with its simplified one."""
    simplified_only: frozenset[str]


@cache
def _characters() -> _Characters:
    """Read `characters.tsv`, which is made from OpenCC's tables."""
    traditional, simple, only = (characters for _, characters in data_rows("characters.tsv"))
    return _Characters(dict(zip(traditional, simple, strict=True)), frozenset(only))


@cache
def _not_simplified() -> re.Pattern[str]:
    """Match the characters that `simplify` may change, as a group.

    All characters beyond the basic plane are included without a test: to list some would make the search slow.
    """
    return re.compile(f"([{''.join(char for char in _characters().simple if char < RARE)}{BEYOND}])")
