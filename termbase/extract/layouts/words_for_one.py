"""Reads two English words for the same Chinese, with a stroke between them: 玉米（maize/corn）."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce
from operator import or_

from termbase.renderings.rendered_characters import rendered_bits
from termbase.text.latin_words import latin_words
from termbase.text.offsets import Span

_TWO_WORDS = re.compile("(?P<first>[a-z]{3,}(?: [a-z]+)*) ?/ ?(?P<second>[a-z]{3,}(?: [a-z]+)*)")


def words_for_one(flat: str, english: Span, chinese: str) -> list[Span]:
    """Return the spans of two words for the same Chinese, or the whole span: 读写（read/write） is one term."""
    two = _TWO_WORDS.fullmatch(flat, *english) if flat.find("/", *english) > 0 else None
    if two is None:
        return [english]
    first, second = two["first"], two["second"]
    is_same = _bits(first, [chinese]) & _bits(second, [chinese]) != 0
    one, other = _bits(first, chinese), _bits(second, chinese)
    is_parallel = one | other not in (one, other)  # 正 positive, 负 negative
    return [Span(*two.span("first")), Span(*two.span("second"))] if is_same and not is_parallel else [english]


def _bits(english: str, parts: Iterable[str]) -> int:
    """Return which characters of Chinese the words render, if each of its parts is looked at alone."""
    bits = place = 0
    for part in parts:
        bits |= reduce(or_, (rendered_bits(word.text, part) for word in latin_words(english))) << place
        place += len(part)
    return bits
