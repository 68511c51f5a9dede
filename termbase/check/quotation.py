"""Finds the quotations in a document: other people's words, titles, and terms that are mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from termbase.document.model import Document
from termbase.text.offsets import Span

_BLOCK_QUOTE = re.compile(r"[ \t]*>")
_HTML_QUOTE = re.compile(r"<(/?)(?:blockquote|q)\b[^<>]*>", re.IGNORECASE)
_QUOTATION = re.compile(
    r"“[^“”]*”|「[^「」]*」|『[^『』]*』|《[^《》]*》|〈[^〈〉]*〉"
    r'|(?<!\w)"[^"]*"(?!\w)'
    r"|(?<!\w)‘[^‘’]{1,200}(?:’(?=\w)[^‘’]{1,200}){0,8}’(?!\w)"
)
_OPENING = re.compile('[“「『《〈"‘]')
_OPEN_TO_THE_END = re.compile(r"[“「][^“”「」]*\Z")
_OPENS = re.compile(r"\s*[“「]")


def quotations(document: Document) -> list[Span]:
    """Return the spans of all quotations in order. Overlapping ones are joined.

    Quotations are text in quotation or title marks, block quotes of Markdown, and `<q>` and `<blockquote>` of HTML.
    A quotation of several paragraphs has an opening mark in each of them, and a closing mark only in the last.
    """
    found = [*_html_quotes(document.text)]
    for block, following in zip(document.blocks, [*document.blocks[1:], None], strict=False):
        if _BLOCK_QUOTE.match(document.text, block.start):
            found.append(Span(block.start, block.start + len(block.text)))
            continue
        goes_on = following is not None and _OPENS.match(following.text) is not None
        found += [Span(block.start + start, block.start + end) for start, end in _quoted(block.text, goes_on)]
    return list(_apart(found))


def _quoted(text: str, goes_on: bool) -> Iterator[tuple[int, int]]:
    if not _OPENING.search(text):
        return
    for quotation in _QUOTATION.finditer(text):
        yield quotation.span()
    if goes_on and (rest := _OPEN_TO_THE_END.search(text)):
        yield rest.span()


def _html_quotes(text: str) -> Iterator[Span]:
    depth = start = 0
    for tag in _HTML_QUOTE.finditer(text):
        if depth == 0:
            start = tag.start()
        depth = max(0, depth + (-1 if tag[1] else 1))
        if depth == 0:
            yield Span(start, tag.end())


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans in order, with overlapping ones joined."""
    current: Span | None = None
    for span in sorted(spans):
        if current and span.start < current.end:
            current = Span(current.start, max(current.end, span.end))
            continue
        if current:
            yield current
        current = span
    if current:
        yield current
