"""Reads two English words for the same Chinese, with a stroke between them: 玉米（maize/corn）."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_

from termbase.extract.pieces import BracketPiece
from termbase.extract.roles import Role
from termbase.renderings.rendered_characters import rendered_bits
from termbase.text.latin_words import latin_words
from termbase.text.offsets import Span

_TWO_WORDS = re.compile("(?P<first>[a-z]{3,}(?: [a-z]+)*) ?/ ?(?P<second>[a-z]{3,}(?: [a-z]+)*)")


def pieces_for_one(
    flat: str, anchor: BracketPiece, found: Sequence[BracketPiece]
) -> Iterator[Sequence[BracketPiece]]:
    """Yield the pieces of a bracket, twice if English behind Chinese is two words for it: each has one of them.

    Example: (德, virtue/charisma)
    """
    for number, piece in enumerate(found):
        if piece.role is Role.ENGLISH and piece.span.start > anchor.span.end and "/" in piece.text:
            for span in _meanings(flat, piece.span, anchor.text):
                half = piece._replace(span=span, text=flat[slice(*span)])
                yield (*found[:number], half, *found[number + 1 :])
            return
    yield found


def _meanings(flat: str, english: Span, chinese: str) -> list[Span]:
    """Return the spans of two meanings of a word: 仁, consummate conduct/authoritative personhood.

    Two words that render different characters are one term: 输入输出, input/output.
    """
    two = _TWO_WORDS.fullmatch(flat, *english)
    if two is None:
        return [english]
    halves = [Span(*two.span("first")), Span(*two.span("second"))]
    return [english] if any(_are_parallel(two, parts) for parts in ([chinese], chinese)) else halves


def _are_parallel(two: re.Match[str], parts: Iterable[str]) -> bool:
    """Return whether each of two words renders Chinese that the other does not: 正 positive, 负 negative."""
    one, other = _bits(two["first"], parts), _bits(two["second"], parts)
    return one | other not in (one, other)


def words_for_one(flat: str, english: Span, chinese: str) -> list[Span]:
    """Return the spans of two words for the same Chinese, or the whole span: 读写（read/write） is one term."""
    two = _TWO_WORDS.fullmatch(flat, *english) if flat.find("/", *english) > 0 else None
    if two is None:
        return [english]
    first, second = two["first"], two["second"]
    is_same = _bits(first, [chinese]) & _bits(second, [chinese]) != 0
    is_one = is_same and not _are_parallel(two, chinese)
    return [Span(*two.span("first")), Span(*two.span("second"))] if is_one else [english]


def _bits(english: str, parts: Iterable[str]) -> int:
    """Return which characters of Chinese the words render, if each of its parts is looked at alone."""
    bits = place = 0
    for part in parts:
        bits |= reduce(or_, (rendered_bits(word.text, part) for word in latin_words(english))) << place
        place += len(part)
    return bits
