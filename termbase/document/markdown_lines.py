"""Finds the lines of prose in a Markdown text, also in the boxes of MkDocs and MyST. Start from `prose_lines`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

BOX = re.compile(
    r"^(?P<indent>[ \t]*+)(?:(?:!!!|\?\?\?\+?)(?=[ \t]+[\w\"])|===(?=[ \t]+\"))[ \t]++"
    r"(?:[a-z][a-z0-9_-]*+(?:[ \t]++(?:inline|end)\b)*+[ \t]*+)?+"
    r"\"?(?P<text>(?<=\")[^\"\r\n]*+(?=\")|[\w \t-]*+)\"?[ \t]*+(?=[\r\n]|\Z)",
    re.IGNORECASE | re.MULTILINE,
)
"""The line that opens a box or a tab, whose text is indented: `!!! note "Title"`, `=== "Title"` (MkDocs)."""

_DIRECTIVE = re.compile(
    r"\{(?:(?:admonition|dropdown|exercise|prf:\w+|topic)\}[ \t]*(?P<title>.*)|(?:attention|caution|danger|epigraph"
    r"|error|figure|hint|important|margin|note|seealso|sidebar|solution|tip|warning)\})",
    re.IGNORECASE,
)
"""What opens a box of MyST Markdown, whose text stands in a fence as code does: `{note}`, `{admonition} Title`."""

_OPTIONS = re.compile(r"\A(?:[ \t]*:[\w-]+:[^\n]*\n)+")
"""The options at the top of such a box: `:class: dropdown`."""

_DEEPEST = 5
"""A text with more boxes in each other is not written by hand. It would take quadratic time."""


def prose_lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield (first line, line after the last, is_html) for each block of prose; lines are 0-based."""
    from markdown_it import MarkdownIt

    # Inline markup is masked later, so parsing it would only cost time.
    yield from _lines_of(MarkdownIt("commonmark").enable("table").disable("inline"), text)


def _lines_of(parser: MarkdownIt, text: str, before: int = 0, depth: int = 0) -> Iterator[tuple[int, int, bool]]:
    """Yield the lines of the blocks of a text that has `before` lines before it and is in `depth` boxes."""
    previous = None
    # The parser would read the text of a box as code, but knows items of lists, whose text is indented too.
    for token in parser.parse(BOX.sub(r"\g<indent>-   # title", text)):
        if not token.map or token.map == previous:
            continue
        first, last = before + token.map[0], before + token.map[1]
        if token.type in ("inline", "html_block"):
            previous = token.map
            yield first, last, token.type == "html_block"
        elif token.type == "fence" and depth < _DEEPEST and (directive := _DIRECTIVE.match(token.info)):
            if directive["title"]:
                yield first, first + 1, False
            yield from _lines_of(parser, _OPTIONS.sub(_empty_lines, token.content), first + 1, depth + 1)


def _empty_lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")
