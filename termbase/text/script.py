"""Simplified and Traditional characters: telling which a text is in, and converting. OpenCC's one door."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from termbase.files.data_table import data_rows
from termbase.language import subtags

if TYPE_CHECKING:
    from opencc import OpenCC

HAN = "㐀-䶿一-鿿豈-﫿\U00020000-\U000323af〇"
"""The Han characters, as the inside of a regular expression's character class."""

_RARE = "\U00010000"
"""The first character that the common plane lacks."""


class Script(StrEnum):
    """The Han script of a text (ISO 15924), as far as its characters tell."""

    SIMPLIFIED = "Hans"
    TRADITIONAL = "Hant"
    BOTH = "Hani"
    """Every character is written so in both scripts, as in 人民."""
    MIXED = "Mixed"
    """Some characters are simplified, others traditional."""


@cache
def _han() -> re.Pattern[str]:
    """Made when it is needed: it takes as long as starting a third of the program."""
    return re.compile(f"[{HAN}]")


def has_han(text: str) -> bool:
    """Whether a Han character stands in the text."""
    return not text.isascii() and _han().search(text) is not None


def count_han(text: str) -> int:
    """How many Han characters stand in the text."""
    return len(_han().findall(text))


def script_of(text: str) -> Script:
    """The script of a text, told by the characters that only one script has.

    后 tells nothing: a traditional text may hold it too (皇后).
    """
    characters = set(_han().findall(text))
    is_traditional = any(simplify(char) != char for char in characters)
    is_simplified = any(simplified_only(char) for char in characters)
    if is_simplified and is_traditional:
        return Script.MIXED
    if is_simplified:
        return Script.SIMPLIFIED
    return Script.TRADITIONAL if is_traditional else Script.BOTH


def is_wrong_script(text: str, tag: str) -> bool:
    """Whether a text is plainly in the Chinese script that its canonical tag excludes: 網路 under `zh-Hans-CN`."""
    language, script, _, _ = subtags(tag)
    if language != "zh" or script not in (Script.SIMPLIFIED, Script.TRADITIONAL):
        return False
    return script_of(text) is (Script.TRADITIONAL if script == Script.SIMPLIFIED else Script.SIMPLIFIED)


def simplify(text: str) -> str:
    """Each traditional character as its simplified one: as long as the text, and blind to words (乾隆 gives 干隆).

    For comparing, never for showing: `convert` is for text that people read.
    """
    simple = _characters().simple
    return _not_simplified().sub(lambda found: simple.get(found[0], found[0]), text)


def traditional_only() -> str:
    """Every character that `simplify` changes."""
    return "".join(_characters().simple)


def simplified_only(char: str) -> bool:
    """Whether a character is simplified, and not frequent in traditional text."""
    return char in _characters().simplified_only


def convert(text: str, configuration: str) -> str:
    """Text through OpenCC with one of its configurations (`s2tw`, `tw2sp` ...), words considered."""
    converter = _converter(configuration)
    return "\0".join(converter.convert(part) for part in text.split("\0"))  # OpenCC drops the character NUL


@cache
def _converter(configuration: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC(configuration)


class _Characters(NamedTuple):
    simple: dict[str, str]
    """Each traditional character with its simplified one."""
    simplified_only: frozenset[str]


@cache
def _characters() -> _Characters:
    """What `data/characters.tsv` keeps of OpenCC's tables."""
    traditional, simple, only = (characters for _, characters in data_rows("characters.tsv"))
    return _Characters(dict(zip(traditional, simple, strict=True)), frozenset(only))


@cache
def _not_simplified() -> re.Pattern[str]:
    """What may change, all rare characters together: to seek these is far faster than to ask for each character."""
    return re.compile(f"[{''.join(char for char in _characters().simple if char < _RARE)}{_RARE}-\U0010ffff]")
