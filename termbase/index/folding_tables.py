"""Makes tables of what `script_key` and `chinese_key` change, so that folding a query does not import them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from termbase.text.chinese.pinyin import reading_key, readings
from termbase.text.chinese_key import script_key
from termbase.text.regions.wording import mainland_forms
from termbase.text.script import simplify

_SIGNS = ((0xA0, 0x370), (0x2000, 0x2800), (0x2E80, 0x3400), (0xF900, 0x10000), (0x2F800, 0x2FA20))
"""Blocks of signs, radicals, full-width and compatibility forms; some of them are folded or removed."""
_SIMPLIFIED = bytes(byte for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF) for byte in (row, cell)).decode(
    "gb2312", "ignore"
)
"""The characters of GB 2312, the standard character set of simplified text."""
_HAN, _RARE_HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000)), (0x20000, 0x2A6E0)


@cache
def characters() -> tuple[tuple[str, str], ...]:
    """Return each character that `script_key` changes, with the result."""
    signs = "".join(chr(code) for block in _SIGNS for code in range(*block))
    rare = "".join(chr(code) for code in range(*_RARE_HAN))
    han = "".join(chr(code) for block in _HAN for code in range(*block)) + "".join(_simplifiable(rare))
    pairs = [*((char, script_key(char)) for char in signs), *zip(han, script_key(han), strict=True)]
    return tuple((char, plain) for char, plain in pairs if char != plain)


def wordings() -> Iterator[tuple[str, str]]:
    """Yield each form of the table of regional words, with the mainland word that `chinese_key` replaces it by."""
    return iter(mainland_forms().items())


@cache
def sounds() -> tuple[tuple[str, str], ...]:
    """Return each simplified character with its readings as typed (行: `xing hang`), the likeliest first."""
    return tuple((char, " ".join(dict.fromkeys(map(reading_key, readings(char))))) for char in _SIMPLIFIED)


def _simplifiable(han: str) -> Iterator[str]:
    return (char for char, simple in zip(han, simplify(han), strict=True) if char != simple)
