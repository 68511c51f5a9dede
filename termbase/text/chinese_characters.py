"""Gives every character one form, whatever its script, width and case. All comparison of Chinese begins with this.

Start from `one_form` for a character, or from `one_forms` for a text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from termbase.text.defects import radicals
from termbase.text.script import HAN, simplify

SPACE_BESIDE_HAN = re.compile(rf"(?<=[{HAN}])\s+|\s+(?=[{HAN}])|^\s+|\s+$")
"""White space that is ignored when terms are compared: beside a Han character, and at both ends of a term."""

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

    All characters that are neither Han nor ASCII are included without a test, since a Chinese text has few of them.
    """
    han = "".join(map(chr, _COMMON_HAN))
    pairs = zip(han, simplify(han).translate(_ONE_CHARACTER), strict=True)
    changing = "".join(char for char, simple in pairs if char != simple)
    return re.compile(rf"[A-Z\x80-\u3000\u3003-\u33ff\ua000-\U0010ffff{changing}]")
