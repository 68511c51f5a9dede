"""Markdown to blocks: paragraphs, headings, list items and table rows; code, URLs, tags and front matter masked.

Emphasis marks stay: they tell where an author's term begins and ends. HTML that stands by itself is read as HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from termbase.document import html
from termbase.document.addresses import mask_addresses
from termbase.document.model import Block
from termbase.document.plain import paragraphs
from termbase.document.references import resolve
from termbase.text.masks import MASK

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


_MARKUP = re.compile(r"[`<\]&]")
"""What is masked in a paragraph begins or goes on with one of these."""

_STRUCTURE = re.compile(
    r"[ \t>#<\[]|```|~~~|[-+*](?:[ \t]|$)|\d{1,9}[.)]|[-*_=|:][ \t\-*_=|:]*$"
)  # a line of a list, table, heading, quotation, definition or of code
_SPANNING = re.compile(r" {0,3}(?:```|~~~|<(?:[!?]|pre|script|style|textarea))", re.IGNORECASE)
"""A line that may open what blank lines do not end."""


def blocks(text: str) -> Iterator[Block]:
    """The prose of a Markdown text, each block as long as its lines in the original.

    Paragraphs, which are most of a report, are told by their lines alone; only the rest needs the slow parser.
    """
    front = _FRONT_MATTER.match(text)
    skipped = front.end() if front else 0
    for start, end, is_paragraph in _regions(text[skipped:]):
        region = text[start + skipped : end + skipped]
        if is_paragraph:
            yield Block(start + skipped, mask(region) if _MARKUP.search(region) else mask_addresses(region))
        else:
            for block in parsed_blocks(region):
                yield Block(start + skipped + block.start, block.text)


def _regions(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where a paragraph, or else a stretch of other things, starts and ends; and whether it is a paragraph.

    A line that is not indented, after a blank line, closes all lists and quotations before it.
    """
    start, is_open = None, False
    for lines in paragraphs(text):
        if is_open or any(_STRUCTURE.match(line.text) for line in lines):
            start = lines[0].start if start is None else start
            is_open = is_open or any(_SPANNING.match(line.text) for line in lines)
        else:
            if start is not None:
                yield start, lines[0].start, False
                start = None
            yield lines[0].start, lines[-1].start + len(lines[-1].text), True
    if start is not None:
        yield start, len(text), False


def parsed_blocks(text: str) -> Iterator[Block]:
    """The blocks of a Markdown text by a full parse."""
    from markdown_it import MarkdownIt

    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text)), len(text)]
    # What is inside a line is masked here: parsing it too would only cost time.
    parser = MarkdownIt("commonmark").enable("table").disable("inline")
    for first, last, is_html in _prose_lines(parser.parse(text)):
        start, end = starts[first], starts[min(last, len(starts) - 1)]
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
