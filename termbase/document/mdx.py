"""Reads MDX as blocks of prose: Markdown with JSX, whose statements and expressions are no prose (mdxjs.com)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.document import markdown
from termbase.document.model import Block
from termbase.text.offsets import MASK

_CODE = r"^ {0,3}(?P<fence>```+|~~~+)[\s\S]*?(?:^ {0,3}(?P=fence)|\Z)|`[^`\n]+`"
"""Code, whose braces are no expressions."""

_STATEMENT = (
    r"^(?:import\s[^\n]*[\"'{*]|export\s+(?:const|let|var|function|class|default|async|[{*]))"
    r"[^\n]*(?:\n(?![ \t]*(?:\n|\Z))[^\n]*)*"
)
"""An import or export, up to the next blank line."""

_INSIDE = r"[^{}\n]|\n(?!\s*\n)"
_EXPRESSION = rf"\{{(?:{_INSIDE}|\{{(?:{_INSIDE}|\{{[^{{}}\n]*\}})*\}})*\}}"
"""An expression or comment in braces, which may hold other braces: `{props.value}`, `{/* note */}`."""

_NO_PROSE = re.compile(f"(?P<code>{_CODE})|{_STATEMENT}|{_EXPRESSION}", re.MULTILINE)


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of prose of an MDX text; each block has the same length as its lines in the text."""
    return markdown.blocks(_NO_PROSE.sub(_masked, text))


def _masked(found: re.Match[str]) -> str:
    return found[0] if found["code"] else re.sub(r"[^\n]", MASK, found[0])
