"""Markdown to blocks: paragraphs, headings, list items and table rows; code, URLs, tags and front matter masked.

Emphasis marks stay: they tell where an author's term begins and ends. HTML that stands by itself is read as HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from termbase.document import html
from termbase.document.addresses import mask_addresses
from termbase.document.model import MASK, Block
from termbase.document.references import resolve

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---\r?\n.*?^(?:---|\.\.\.)\s*?$", re.DOTALL | re.MULTILINE)
_NO_PROSE = re.compile(
    r"(?<!`)(?P<ticks>`{1,3})(?!`).+?(?<!`)(?P=ticks)(?!`)"  # `code`; with any number of marks it is not linear
    r"|<!--(?:(?!-->).)*+(?:-->)?|</?[A-Za-z][^<>]*>|<[a-z]+:[^<>\s]*>"  # comments, HTML tags, <autolinks>
    r"|(?<=\])\((?=<?(?:[a-z]+:|[./#?]|[\w%-]+[./]))[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)"
    r"|(?<=\])\[[^\[\]]*\]"  # [reference]
    r"|^[ \t]*\[\^[^\]\r\n]+\]:(?=\s)"  # [^footnote]: its text is prose
    r"|^[ \t]*\[[^\]\r\n]+\]:\s[^\r\n]*"  # [reference]: definition
    r"|^[ \t>]*(?:[-*+]|\d+[.)]|\#+|>)(?=[ \t])"  # what opens an item, a heading, a quotation
    r"|^[ \t>]*>",
    re.DOTALL | re.MULTILINE,
)


def blocks(text: str) -> Iterator[Block]:
    """The prose of a Markdown text, each block as long as its lines in the original."""
    from markdown_it import MarkdownIt

    front = _FRONT_MATTER.match(text)
    skipped = text.count("\n", 0, front.end()) if front else 0
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text)), len(text)]
    body = text[starts[skipped] :] if front else text
    # What is inside a line is masked here: parsing it too would only cost time.
    for first, last, is_html in _prose_lines(
        MarkdownIt("commonmark").enable("table").disable("inline").parse(body)
    ):
        start, end = starts[first + skipped], starts[min(last + skipped, len(starts) - 1)]
        prose = text[start:end].rstrip("\r\n")
        if is_html:
            yield from (Block(start + block.start, block.text) for block in html.blocks(prose))
        else:
            yield Block(start, mask(prose))


def mask(prose: str) -> str:
    """The same text, of the same length, with code, URLs and tags as masks, character references read."""
    return mask_addresses(resolve(_NO_PROSE.sub(lambda match: re.sub(r"[^\r\n]", MASK, match.group()), prose)))


def _prose_lines(tokens: list[Token]) -> Iterator[tuple[int, int, bool]]:
    """The first line, the line after the last, and whether these lines are HTML."""
    previous = None
    for token in tokens:
        if token.type in ("inline", "html_block") and token.map and token.map != previous:
            previous = token.map
            yield token.map[0], token.map[1], token.type == "html_block"
