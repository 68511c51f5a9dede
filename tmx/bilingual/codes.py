"""The inline codes of a segment as the checks need them: their text, their offset, and what they open or close.

Start from `inline_codes`. It takes the codes of TMX 1.4b; codes of XLIFF 1.2 and 2 are turned into those on
reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.bitext import CodeRole, InlineCode
from tmx.content import is_annotation, plain
from tmx.model import Content, Element

_SPACE = re.compile(r"\s+")
_TRANSLATED = re.compile(r"\s(?:alt|title|lang|xml:lang|dir|equiv-text|equiv|disp)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
"""Attributes whose values a translator may change, so they do not count when codes are compared."""

_OF_XLIFF = re.compile(r"<(x|bx|ex) (?:[^<>]*?\s)??id=(\"[^\"]*\"|'[^']*').*?(/?>)\Z", re.DOTALL)
"""A code of XLIFF 1.2, which its `id` identifies, whatever its other attributes say."""

_ROLE_OF_POS = {"begin": CodeRole.OPEN, "end": CodeRole.CLOSE}
"""The role of an `it` element by its attribute `pos` (TMX 1.4b)."""


def inline_codes(content: Content) -> tuple[InlineCode, ...]:
    """Return the codes of a segment in order, each with its offset (in characters) in the plain text."""
    return tuple(code for code, _ in placed_codes(content))


def placed_codes(content: Content) -> list[tuple[InlineCode, Element]]:
    """Return the codes of a segment as `inline_codes` does, each with its element; both ends of a `hi` have it."""
    return list(_codes(content, 0))


def _codes(content: Content, offset: int) -> Iterator[tuple[InlineCode, Element]]:
    for part in content:
        if isinstance(part, str):
            offset += len(part)
        elif isinstance(part, Element) and part.name == "hi":
            name, pair = part.attributes.get("type", ""), f"hi {offset}"
            yield InlineCode(offset, CodeRole.OPEN, f"<hi {name}>".replace(" >", ">"), pair), part
            yield from _codes(part.content, offset)
            offset += len(plain(part.content))
            yield InlineCode(offset, CodeRole.CLOSE, "</hi>", pair), part
        elif isinstance(part, Element) and not is_annotation(part):
            yield _code(part, offset), part


def _code(element: Element, offset: int) -> InlineCode:
    given = element.attributes
    written = "".join(part for part in element.content if isinstance(part, str))
    number = given.get("x") or given.get("type", "")
    if numbered := _OF_XLIFF.match(written):
        written = f"<{numbered[1]} id={numbered[2]}{numbered[3]}"
    text = _SPACE.sub(" ", _TRANSLATED.sub("", written)).strip() or f"<{element.name} {number}>".replace(" >", ">")
    return InlineCode(offset, _role(element, text), text, given.get("i", ""))


def _role(element: Element, text: str) -> CodeRole:
    """Whether a code opens or closes a pair, or stands alone."""
    if element.name == "bpt" or text.startswith("<bx "):
        return CodeRole.OPEN
    if element.name == "ept" or text.startswith("<ex "):
        return CodeRole.CLOSE
    return _ROLE_OF_POS.get(element.attributes.get("pos", ""), CodeRole.ALONE)
