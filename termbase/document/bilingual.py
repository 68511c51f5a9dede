"""Reads TMX, XLIFF, Qt TS and PO files as documents: each segment, in whichever language, becomes a block.

Offsets point into the file itself. Inline codes, notes, contexts and translation proposals are masked or left out.
This module does not record which source and target segments belong together. `xml_prose` and `po_prose` mask what
programs replace or read (`%s`, `<b>` in a message) too; `xml_blocks` and `po_blocks` have the segments as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from termbase.document.markup_tokens import Token, TokenKind, tokens
from termbase.document.model import Block
from termbase.document.po import GAP, po_entries
from termbase.document.references import resolve
from termbase.text.addresses import mask_addresses
from termbase.text.changes import replaced
from termbase.text.offsets import FILL, MASK, unmasked
from termbase.text.placeholders import code_spans

_SEGMENT = frozenset("seg source target translation numerusform".split())
"""Elements that contain a segment: TMX `seg`, XLIFF `source` and `target`, TS `translation` and `numerusform`."""

_CODE = frozenset("bpt ept it ph ut".split())
"""Elements inside a segment that contain markup of the original document, such as `<bpt>&lt;b&gt;</bpt>`."""

_PROPOSAL = frozenset("alt-trans matches glossary".split())
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_STEP = {TokenKind.OPEN: 1, TokenKind.CLOSE: -1}
_INNER = re.compile(rf'\\(?P<escaped>.)|"{GAP}"')


def xml_prose(source: str) -> Iterator[Block]:
    """Yield the segments of a TMX, XLIFF or TS file in order, without placeholders and tags in their text."""
    return map(_without_codes, xml_blocks(source))


def po_prose(source: str) -> Iterator[Block]:
    """Yield the messages and translations of a PO file, without placeholders and tags in their text."""
    return map(_without_codes, po_blocks(source))


def _without_codes(block: Block) -> Block:
    text, places = block.unpadded()
    codes = ((places[code.start] - block.start, places[code.end] - block.start) for code in code_spans(text))
    masks = ((start, end, MASK * (end - start)) for start, end in codes)
    return Block(block.start, replaced(block.text, masks))


def xml_blocks(source: str) -> Iterator[Block]:
    """Yield the segments of a TMX, XLIFF or TS file in document order."""
    segment = None
    for token in _without_proposals(tokens(source)):
        if _local(token) in _SEGMENT:
            if segment:
                yield from _block(segment.start, "".join(segment.shown))
            segment = _Segment(source, token.end) if token.kind is TokenKind.OPEN else None
        elif segment:
            segment.add(token)


def _local(token: Token) -> str:
    """Return the name of an element without its namespace prefix."""
    return token.name.rpartition(":")[2]


def po_blocks(source: str) -> Iterator[Block]:
    """Yield the messages and translations of a PO file, except its header and obsolete entries (`#~`)."""
    for entry in po_entries(source):
        if entry.is_header or entry.is_obsolete:
            continue
        for keyword, string in entry.strings.items():
            if keyword != "msgctxt":
                yield from _block(string.start, _INNER.sub(_read, string.written))


def _block(start: int, text: str) -> Iterator[Block]:
    if unmasked(text).strip():
        yield Block(start, mask_addresses(text))


def _without_proposals(found: Iterable[Token]) -> Iterator[Token]:
    depth = 0
    for token in found:
        if _local(token) in _PROPOSAL:
            depth = max(depth + _STEP.get(token.kind, 0), 0)
        elif not depth:
            yield token


class _Segment:
    """The part of a segment that has been read so far; `shown` has the same length as the source read."""

    def __init__(self, source: str, start: int) -> None:
        self.start = start
        self.shown: list[str] = []
        self._source = source
        self._end = start
        self._code = ""
        self._depth = 0

    def add(self, token: Token) -> None:
        name = _local(token)
        if not self._code and name in _CODE and token.kind is TokenKind.OPEN:
            self._code = name
        self.shown.append(MASK * (token.start - self._end))
        self._end = token.end
        written = self._source[token.start : token.end]
        self.shown.append(MASK * len(written) if self._code else _shown(token, written))
        if name == self._code:
            self._depth += _STEP.get(token.kind, 0)
            self._code = self._code if self._depth else ""


def _shown(token: Token, written: str) -> str:
    """Return the text of a token: that between tags, and that of a CDATA section, in which `&` is itself."""
    if token.kind is TokenKind.TEXT:
        return _without_returns(resolve(written))
    if written.startswith(_CDATA) and written.endswith(_CDATA_END):
        inside = written[len(_CDATA) : -len(_CDATA_END)]
        return MASK * len(_CDATA) + _without_returns(inside) + MASK * len(_CDATA_END)
    return MASK * len(written)


def _without_returns(text: str) -> str:
    """Return a text of the same length in which each line end is one character, as in XML (XML 1.0, 2.11)."""
    return text.replace("\r\n", FILL + "\n")


def _read(match: re.Match[str]) -> str:
    """Replace an escape (`\\n`) or the line break inside a continued string by text of the same length."""
    escaped = match["escaped"]
    if escaped is None:
        return FILL * len(match[0])
    return " " + FILL if escaped in "abfnrtv" else MASK + escaped
