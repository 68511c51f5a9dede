"""Inline codes of a segment as the checks see them: what each is, and where it opens and closes.

Start from `inline_codes`. Codes of TMX 1.4b, and those of XLIFF 1.2 and 2 that were read as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.bitext import CodeRole, InlineCode
from tmx.content import plain
from tmx.model import Content, Element

_SPACE = re.compile(r"\s+")
_TRANSLATED = re.compile(r"\s(?:alt|title|lang|xml:lang|dir|equiv-text|equiv|disp)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
"""Attributes whose values a translator changes."""

_ANNOTATION = re.compile(r"</?mrk\b")
"""Marks segments, terms and comments: no code that a translation must have (XLIFF 1.2, 2.3; XLIFF 2.1, 4.7.3)."""

_ROLE_OF_POS = {"begin": CodeRole.OPEN, "end": CodeRole.CLOSE}
"""By the attribute `pos` of an `it`."""


def inline_codes(content: Content) -> tuple[InlineCode, ...]:
    """The codes of a segment in order, each at its offset in the segment's plain text."""
    return tuple(_codes(content, 0))


def _codes(content: Content, offset: int) -> Iterator[InlineCode]:
    for part in content:
        if isinstance(part, str):
            offset += len(part)
        elif isinstance(part, Element) and part.name == "hi":
            name, pair = part.attributes.get("type", ""), f"hi {offset}"
            yield InlineCode(offset, CodeRole.OPEN, f"<hi {name}>".replace(" >", ">"), pair)
            yield from _codes(part.content, offset)
            offset += len(plain(part.content))
            yield InlineCode(offset, CodeRole.CLOSE, "</hi>", pair)
        elif isinstance(part, Element):
            code = _code(part, offset)
            if not _ANNOTATION.match(code.text):
                yield code


def _code(element: Element, offset: int) -> InlineCode:
    given = element.attributes
    written = "".join(part for part in element.content if isinstance(part, str))
    number = given.get("x") or given.get("type", "")
    text = _SPACE.sub(" ", _TRANSLATED.sub("", written)).strip() or f"<{element.name} {number}>".replace(" >", ">")
    return InlineCode(offset, _role(element, text), text, given.get("i", ""))


def _role(element: Element, text: str) -> CodeRole:
    """Whether a code opens or closes something, else it stands for itself."""
    if element.name == "bpt" or text.startswith("<bx "):
        return CodeRole.OPEN
    if element.name == "ept" or text.startswith("<ex "):
        return CodeRole.CLOSE
    return _ROLE_OF_POS.get(element.attributes.get("pos", ""), CodeRole.ALONE)
