"""Finds the inline codes of a segment that stand for those of a stored translation. Start from `places`.

A code stands for another one that is the same (original markup, number), or else for the next one of the same kind,
if both texts have the same number of each kind. A code that closes a pair follows the one that opens it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from termbase.bitext import CodeRole
from tmx.bilingual.codes import placed_codes
from tmx.content import plain
from tmx.model import Content

_CLOSES = re.compile(r"</([\w:-]+)\s*>")
_OPENS = re.compile(r"<([\w:-]+)(?:\s[^<>]*)?(?<!/)>")

Place = tuple[int, int]
"""An offset in a plain text (code points), and the number of a code that stands there."""


class Code(NamedTuple):
    """An inline code. `x` is the number that its translation has too, `half` the number of its other half or -1."""

    offset: int
    role: CodeRole
    text: str
    x: str
    half: int = -1


def codes_of(content: Content) -> list[Code]:
    """Return the codes of a segment in order."""
    found = placed_codes(content)
    codes = [Code(code.offset, code.role, code.text, element.attributes.get("x", "")) for code, element in found]
    halves = _halves([code.pair for code, _ in found], _with_tags(codes))
    return [code._replace(half=halves.get(number, -1)) for number, code in enumerate(_with_tags(codes))]


def places(own: Content, source: Content, target: Content) -> list[Place] | None:
    """Return where the codes of `own` stand in the plain text of `target`, the translation of `source`.

    None if it is not known of each code: the translation has no code for it, or pairs would not be nested.
    """
    wanted, stored, translated = map(codes_of, (own, source, target))
    if not wanted:
        return []
    if not stored and not translated:
        return _at_ends(wanted, plain(own), plain(target))
    in_own, in_source = counterparts(stored, wanted), counterparts(translated, stored)
    pairs = ((code.offset, in_own.get(in_source.get(at, -1), -1)) for at, code in enumerate(translated))
    found = [(offset, number) for offset, number in pairs if number >= 0]
    is_whole = sorted(number for _, number in found) == list(range(len(wanted)))
    return found if is_whole and _is_nested(wanted, [number for _, number in found]) else None


def counterparts(first: Sequence[Code], second: Sequence[Code]) -> dict[int, int]:
    """Return for the numbers of codes the numbers of the codes of another text that they stand for."""
    tests: list[Callable[[Code, Code], bool]] = [
        lambda one, other: (one.text, one.x) == (other.text, other.x),
        lambda one, other: one.text == other.text,
    ]
    if Counter(code.role for code in first) == Counter(code.role for code in second):
        tests.append(lambda _one, _other: True)
    found: dict[int, int] = {}
    free = dict.fromkeys(range(len(second)))
    for is_same in tests:
        for number, code in enumerate(first):
            if number in found or _closes_pair(code):
                continue
            for other in free:
                if code.role is second[other].role and is_same(code, second[other]):
                    _join(found, free, (number, code), (other, second[other]))
                    break
    return found


def _join(found: dict[int, int], free: dict[int, None], one: tuple[int, Code], other: tuple[int, Code]) -> None:
    halves = [(one[0], other[0])]
    if one[1].half >= 0 and other[1].half >= 0:
        halves.append((one[1].half, other[1].half))
    for number, there in halves:
        found[number] = there
        free.pop(there, None)


def _closes_pair(code: Code) -> bool:
    return code.role is CodeRole.CLOSE and code.half >= 0


def _with_tags(codes: list[Code]) -> list[Code]:
    """The codes, with the roles of tags (`<b>`, `</b>`) that the file says nothing about."""
    closed = Counter(match[1] for code in codes if (match := _CLOSES.fullmatch(code.text)))
    made = []
    for code in codes:
        closes, opens = _CLOSES.fullmatch(code.text), _OPENS.fullmatch(code.text)
        if code.role is CodeRole.ALONE and closes:
            code = code._replace(role=CodeRole.CLOSE)
        elif code.role is CodeRole.ALONE and opens and closed[opens[1]]:
            code = code._replace(role=CodeRole.OPEN)
        made.append(code)
    return made


def _halves(pairs: Sequence[str], codes: Sequence[Code]) -> dict[int, int]:
    """Return the number of the other half for each code of a pair; what names no pair closes the last one open."""
    opened: list[int] = []
    found: dict[int, int] = {}
    for number, (pair, code) in enumerate(zip(pairs, codes, strict=True)):
        if code.role is CodeRole.OPEN:
            opened.append(number)
        elif code.role is CodeRole.CLOSE:
            begin = next((one for one in reversed(opened) if pairs[one] == pair), None)
            if begin is not None:
                opened.remove(begin)
                found |= {number: begin, begin: number}
    return found


def _at_ends(codes: Sequence[Code], text: str, target: str) -> list[Place] | None:
    """Codes that stand before and after the whole text stand so in a translation without codes, too."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if start >= end or any(start < code.offset < end for code in codes):
        return None
    begin, stop = len(target) - len(target.lstrip()), len(target.rstrip())
    return [(begin if code.offset <= start else stop, number) for number, code in enumerate(codes)]


def _is_nested(codes: Sequence[Code], order: Sequence[int]) -> bool:
    opened: list[int] = []
    for number in order:
        if codes[number].half < 0:
            continue
        if codes[number].role is CodeRole.OPEN:
            opened.append(number)
        elif not opened or opened.pop() != codes[number].half:
            return False
    return True
