"""Cuts Markdown into blocks: paragraphs, headings, list items and table rows.

Code, URLs, HTML tags and front matter are masked. Emphasis marks (`*term*`) stay, because they show where an
author's term begins and ends. A block of HTML is read by the HTML module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.document import html
from termbase.document.markdown_lines import BOX, prose_lines
from termbase.document.model import Block
from termbase.document.plain import paragraphs
from termbase.document.references import resolve
from termbase.document.unseen import tag_mask
from termbase.text.addresses import mask_addresses
from termbase.text.offsets import FILL, MASK

_END = r"(?:\r\n?|\n)"
_FRONT_MATTER = re.compile(
    rf"\A(?:---[ \t]*{_END}(?:.*?{_END})??(?:---|\.\.\.)|\+\+\+[ \t]*{_END}(?:.*?{_END})??\+\+\+)[ \t]*(?![^\r\n])",
    re.DOTALL,
)
"""The properties of a page, in YAML (`---`) or TOML (`+++`)."""

_SHOWN = "(?:title|subtitle|description|summary|abstract|excerpt)"
_TITLE = re.compile(
    rf"(?<![^\r\n]){_SHOWN}(?:"
    r"[ \t]*(?::[ \t]+|=[ \t]*(?=[\"']))"
    r"(?P<mark>[\"']?)(?![|>&*\[{\"'])(?P<text>\S[^\r\n]*?)(?P=mark)[ \t]*(?![^\r\n])"
    rf"|[ \t]*:[ \t]+[|>][-+]?[ \t]*{_END}(?P<lines>(?:[ \t]+\S[^\r\n]*(?:{_END}|\Z))+))",
    re.IGNORECASE,
)
"""The lines of front matter that are shown to readers; a text may go on in the indented lines below its name."""

_NO_PROSE = re.compile(
    r"(?<![`\\])(?P<ticks>`{1,3})(?!`).+?(?<!`)(?P=ticks)(?!`)"  # `code`, at most 3 marks: linear time
    r"|<!--(?:(?!-->).)*+(?:-->)?|<sup\b[^<>]*>\s*(?:<a\b[^<>]*>)?[\[(]?\d{1,4}[\])]?(?:</a>)?\s*</sup>"  # notes
    r"|(?<!\\)</?(?P<tag>[A-Za-z][\w-]*)[^<>]*>"  # HTML tags, <autolinks>
    r"|^[ \t]*\[\^[^\]\r\n]+\]:(?=\s)"  # [^footnote]: its text is prose
    r"|^[ \t]*\[[^\]\r\n]+\]:\s[^\r\n]*"  # [reference]: definition
    r"|^[ \t>]*(?:[-*+]|\d+[.)]|\#+|>)(?=[ \t])"  # the sign that opens an item, a heading, a quotation
    r"|^[ \t>]*>"
    r"|^[ \t]*(?:`{3,}|~{3,}|:{3,})\{[\w:-]+\}|^[ \t]*:{3,}[ \t]*(?:[A-Za-z][\w-]*)?",  # what opens or closes a box
    re.DOTALL | re.MULTILINE,
)


_LINK = re.compile(
    r"(?<!\\)!?\[(?!\^)(?P<text>[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*){0,9})\]"
    r"(?:\((?=<?(?:[a-z]+:|[./#?]|[\w%-]+[./]|[\w-]*%[\dA-F]{2}|[a-z\d]+(?:[-_][a-z\d]+)+[)#]))"
    r"[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)"  # (address)
    r"|\[(?!\^)[^\[\]]*\])"  # [reference]
)
"""A link or an image, [text](address) or [text][reference]; the text may be an image or hold a bracket."""

_ROLE = re.compile(r"\{(?:any|doc|index|ref|term)\}`(?P<text>[^`<\r\n]+)<[^`<>\r\n]*>`")
"""A link or an entry of the index in MyST: {doc}`this lecture <linear_models>`."""

_ESCAPE = re.compile(r"\\(?=[\r\n!\"#$%&'()+,\-./:;<=>?@^{}~])")
r"""The mark of a sign that means itself, \" or \(, or a line break.
Before a sign of emphasis, of a link or of a table it stays."""

_MARKUP = re.compile(r"[`<\]&\\]")
"""Characters that occur in every stretch that `mask` masks: a paragraph without them needs no masking."""

_REOPENED = re.compile(r"(?<=\w)(?:(\*{1,3}|_{1,3})[ \t]\1|\*{4}|_{4})(?=\w)")
_STRUCTURE = re.compile(
    r"[ \t>#<\[]|!!!|===|\?\?\?|:::|```|~~~|[-+*](?:[ \t]|$)|\d{1,9}[.)]|[-*_=|:][ \t\-*_=|:]*$"
)  # a line of a list, table, heading, quotation, definition, box or of code
_SPANNING = re.compile(r" {0,3}(?:```|~~~|<(?:[!?]|pre|script|style|textarea))", re.IGNORECASE)
"""A line that may open a fenced code block or HTML, which a blank line does not end."""


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of prose of a Markdown text; each block has the same length as its lines in the text.

    Plain paragraphs, which are most of a report, are recognised line by line. Only the rest goes through the full
    parser, which is slow.
    """
    front = _FRONT_MATTER.match(text)
    skipped = front.end() if front else 0
    for title in _TITLE.finditer(text, 0, skipped):
        shown = "text" if title["text"] else "lines"
        yield Block(title.start(shown), mask(title[shown].rstrip()))
    for start, end, is_paragraph in _regions(text[skipped:]):
        region = text[start + skipped : end + skipped]
        if is_paragraph:
            masked = mask(region) if _MARKUP.search(region) else mask_addresses(region)
            yield Block(start + skipped, _with_joined_emphasis(masked))
        else:
            for block in parsed_blocks(region):
                yield Block(start + skipped + block.start, _with_joined_emphasis(block.text))


def _with_joined_emphasis(text: str) -> str:
    """Mask marks that end one emphasis where the next begins: the term in `**Digital** **Democracy**` goes on."""
    return _REOPENED.sub(lambda marks: re.sub(r"[*_]", FILL, marks[0]), text)


def _regions(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, is_paragraph) for each plain paragraph and for each stretch of other constructs.

    A line after a blank line that is not indented closes all lists and quotations before it.
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
    """Yield the blocks of a Markdown text by parsing all of it: slower than `blocks`, with the same result."""
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text)), len(text)]
    for first, last, is_html in prose_lines(text):
        start, end = starts[first], starts[min(last, len(starts) - 1)]
        prose = text[start:end].rstrip("\r\n")
        if is_html:
            yield from (Block(start + block.start, block.text) for block in html.blocks(prose))
        else:
            yield Block(start, mask(prose))


def mask(prose: str) -> str:
    """Return the text with code, URLs, tags and the marks of links masked and character references replaced.

    The length is kept. The text of a link is prose: [数字经济](https://example.org).
    """
    shown = _LINK.sub(_only_text, _ROLE.sub(_only_text, BOX.sub(_only_text, prose)))
    return mask_addresses(resolve(_ESCAPE.sub(FILL, _NO_PROSE.sub(_masked, shown))))


def _masked(found: re.Match[str]) -> str:
    if found.start() and found[0].strip(" \t>") == "":  # a line of a quotation goes on: no word ends here
        return FILL * len(found[0])
    tag = (found["tag"] or "").lower()
    if tag == "br" and (line_break := html.line_break(found.string, *found.span())):
        return line_break
    return re.sub(r"[^\r\n]", tag_mask(tag), found[0])


def _only_text(found: re.Match[str]) -> str:
    """Mask all of a link, a role or the line that opens a box but its text."""
    before, after = found.start("text") - found.start(), found.end() - found.end("text")
    return MASK * before + _LINK.sub(_only_text, found["text"]) + MASK * after
