"""Gives every character one form, whatever its script, width and case. All comparison of Chinese begins with this.

Start from `one_form` for a character, or from `one_forms` for a text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from termbase.files.data_table import data_rows
from termbase.text.script import HAN, simplify, traditional_only

_BETWEEN_NAMES = "‧•・．∙⋅"
_ONE_SIGN = str.maketrans(f"{_BETWEEN_NAMES}○「」『』“”‘’﹁﹂﹃﹄", "······〇" + "\"\"''" * 2 + "\"\"''")
"""Characters used for one sign: six for the dot in foreign names, the circle ○ for 〇, and the quotation marks."""

_ONE_CHARACTER = str.maketrans("著覆藉瞭徵锺苧", "着复借了征钟苎")
"""Characters that simplified text distinguishes (著名, 跟着), or for which OpenCC's table has a gap (薴, 苧)."""

_FIRST_RADICAL, _LAST_RADICAL = "⺀", "⻳"
"""The ends of the block CJK Radicals Supplement. NFKC changes few of it, so a table of our own has the rest."""

_COMMON_HAN = range(0x3400, 0xA000)
"""The Han characters of the basic plane that NFKC does not change."""


class _Forms(dict[str, str]):
    def __missing__(self, char: str) -> str:
        simple = simplify(_compatible(char))
        form = self[char] = simple.translate(_ONE_CHARACTER).translate(_ONE_SIGN)
        return form


_FORMS = _Forms()


def one_form(char: str) -> str:
    """Return the simplified, lower-case, half-width form of a character; a few become several (㎡: m2)."""
    return _FORMS[char]


def one_forms(text: str) -> str:
    """Return the text with each character replaced by its `one_form`."""
    return _variable().sub(lambda found: _FORMS[found[0]], text)


@cache
def wrong_characters(wanted: str) -> dict[str, str]:
    """The characters of one kind (`radical`, `upright`) that text has by mistake, each with the right one."""
    rows = data_rows("wrong_characters.tsv")
    return {pair[0]: pair[1] for kind, pairs in rows if kind == wanted for pair in pairs.split(" ")}


def radicals() -> dict[str, str]:
    """The signs of radicals (U+2E80-2EF2), each with the character that it stands for."""
    return wrong_characters("radical")


@cache
def doubled_radicals() -> re.Pattern[str]:
    """Match the sign of a radical before its own character: PDF files of macOS may have ⽤用 for 用."""
    kangxi = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    return re.compile(
        "|".join(f"{sign}(?=[{char}{simplify(char)}])" for sign, char in (kangxi | radicals()).items())
    )


@cache
def space_beside_han() -> re.Pattern[str]:
    """White space that a term is compared without: next to Chinese, and at both ends."""
    return re.compile(rf"(?<=[{HAN}])\s+|\s+(?=[{HAN}])|^\s+|\s+$")


def _compatible(char: str) -> str:
    """Apply NFKC and lower case, and replace radicals that NFKC misses; keep the dot between parts of a name."""
    if char in _BETWEEN_NAMES:
        return char
    if _FIRST_RADICAL <= char <= _LAST_RADICAL:
        char = radicals().get(char, char)
    folded = unicodedata.normalize("NFKC", char).casefold()
    return unicodedata.normalize("NFKC", folded).casefold()


@cache
def _variable() -> re.Pattern[str]:
    """Match the characters that may have another form.

    All characters that are neither Han nor ASCII are included without a test, since a Chinese text has few of them;
    not so U+3001 and U+3002 (、。) and the mask U+FFFC, which are frequent and have one form.
    """
    changing = "".join(char for char in traditional_only() if ord(char) in _COMMON_HAN)
    changing += "".join(map(chr, _ONE_CHARACTER))
    return re.compile(rf"[A-Z\x80-\u3000\u3003-\u33ff\ua000-\ufffb\ufffd-\U0010ffff{changing}]")
