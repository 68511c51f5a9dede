"""Puts other Chinese words between the markup of a text: `**软件**和硬件` becomes `**軟體**和硬體`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from termbase.text.script import simplify

_MARKUP = re.compile(r"(\*+|</?[A-Za-z][^<>]{0,200}>)")
"""Emphasis in Markdown and tags."""


def without_markup(written: str) -> str:
    """Return a text without its markup."""
    return _MARKUP.sub("", written)


def with_markup(written: str, wanted: str) -> str | None:
    """Return the wanted text with the markup of the written one; None if the place of a mark is uncertain.

    `wanted` is without markup. The two may differ in script and in words.
    """
    pieces = _MARKUP.split(written)
    texts, marks = pieces[::2], pieces[1::2]
    if not marks:
        return wanted
    blocks = SequenceMatcher(None, simplify("".join(texts)), simplify(wanted), autojunk=False).get_opcodes()
    found, end = "", 0
    for place, mark in zip(accumulate(map(len, texts)), marks, strict=False):
        border = _counterpart(blocks, place)
        if border is None:
            return None
        found += wanted[end:border] + mark
        end = border
    return found + wanted[end:]


def _counterpart(blocks: Sequence[tuple[str, int, int, int, int]], place: int) -> int | None:
    """Return where a place between two characters is in the other text; None if that is uncertain.

    It is so within other words, and beside words that one text has in addition: 因特网**安全**, 网际网路安全.
    """
    near = [block for block in blocks if block[1] <= place <= block[2]]
    if place in (0, blocks[-1][2]):
        return 0 if place == 0 else blocks[-1][4]
    kind, start, end, other_start, other_end = near[0]
    if any(block[0] == "insert" for block in near) or (kind != "equal" and place not in (start, end)):
        return None
    return other_start + place - start if kind == "equal" else other_end if place == end else other_start
