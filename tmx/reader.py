"""Reads a TMX file of any size, unit by unit, even if it is damaged.

Start from `read`. The file is read in blocks of whole units (`tmx.source`). Each block is parsed as a separate
document, which is fast and keeps memory use constant. A block that is not well-formed is cut into units
(`tmx.mend`), so that damage in one unit does not affect the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from termbase.files.encoding import UTF8
from termbase.language import leaves_script_open
from tmx.elements import TRADITIONAL, ElementReader
from tmx.encoding import detect, look_again, recoded
from tmx.mend import Piece, mended, pieces
from tmx.model import Aside, Header, Trailer, TranslationUnit
from tmx.names import without_namespace
from tmx.prolog import Prolog, read_prolog, split, without_prefix
from tmx.report import RepairCode, Report
from tmx.source import Source
from tmx.tags import balanced

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

_CLOSED = re.compile(rb"\s*</body\s*>\s*</tmx\s*>\s*")
_CLOSE = re.compile(r"</(body|tmx)\s*>")
_PREFIXED = re.compile(
    rb"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*+<([\w.-]+:)tmx(?=[\s>])", re.DOTALL
)
"""The start of a file whose elements have a namespace prefix: <tmx:tmx xmlns:tmx=...>."""

_PREFIXED_UNIT = re.compile(rb"<([\w.-]+:)tu(?=[\s>])")
_SAMPLE = 1000
"""The number of units from whose text the script is detected if the source language is only `zh`."""


class Memory:
    """An open TMX file. Its header has been read; each call of `units` reads the units from the start."""

    def __init__(self, source: Source, report: Report) -> None:
        self.file = source.file
        self.report = report
        self.trailer = Trailer()
        """The comments after the units; filled when all units have been read."""
        self._source = source
        self._encoding, self._mark = detect(source.open, report)
        self._is_sure = self._encoding != UTF8 or self._mark > 0
        self._prefix = ""
        first = self.sure(next(self._texts()))
        if prefixed := _PREFIXED.match(first) or (b"<tu" not in first and _PREFIXED_UNIT.search(first)):
            self._prefix = prefixed[1].decode()
            first = next(self._texts())
        at = split(first)
        self._prolog = read_prolog(first[:at], at < len(first), report)
        self.header: Header = self._prolog.header
        self.version: str = self._prolog.version

    def units(self) -> Iterator[TranslationUnit]:
        """Yield the units in order. Repairs and losses are added to the report.

        Raises TermbaseError if the file cannot be read further, and at the first repair if the report is strict.
        """
        return _Pass(self, self._prolog).units(self._texts())

    def quietly(self) -> Memory:
        """Return the same file to be read again, without reporting its repairs a second time."""
        again = Memory(self._source, Report(self.file))
        again.header = self.header
        return again

    @property
    def size(self) -> int | None:
        """The size of the file in bytes; None if it is compressed."""
        return self._source.size()

    @property
    def position(self) -> int:
        """The number of bytes read so far."""
        return self._source.position

    def sure(self, block: bytes) -> bytes:
        """Return a block in UTF-8.

        If it is not UTF-8, and the encoding of the file is only assumed, it is detected from the whole file.
        """
        if self._is_sure:
            return block
        try:
            block.decode(UTF8)
        except UnicodeDecodeError:
            self._is_sure = True
            self._encoding = look_again(self._source.open, self.report)
            return block if self._encoding == UTF8 else recoded(block, self._encoding)
        return block

    def texts(self) -> Iterator[str]:
        """Yield the text of the file as it is written, in parts that end with a unit."""
        for block in self._source.blocks(self._encoding, self._mark, self._prefix):
            yield (block if self._encoding == UTF8 else recoded(block, self._encoding)).decode(UTF8, "replace")

    def _texts(self) -> Iterator[bytes]:
        for block in self._source.blocks(self._encoding, self._mark, self._prefix):
            text = block if self._encoding == UTF8 else recoded(block, self._encoding)
            yield without_prefix(text, self._prefix) if self._prefix else text


def read(file: str, report: Report | None = None) -> Memory:
    """Open a TMX file; `-` is standard input, `.gz` and `.zip` are decompressed while reading.

    Raises TermbaseError if the file cannot be read or is not a TMX file.
    """
    memory = Memory(Source(file), report or Report(file))
    if leaves_script_open(memory.header.source_language):
        memory.header = _with_script(memory)
    return memory


def _with_script(memory: Memory) -> Header:
    """The header of a memory in `zh`, with `zh-Hant` as source language if its first units are in Traditional."""
    variants = (variant for unit in islice(memory.quietly().units(), _SAMPLE) for variant in unit.variants)
    source = next(
        (variant.tag for variant in variants if variant.tag == TRADITIONAL), memory.header.source_language
    )
    return memory.header._replace(attributes={**memory.header.attributes, "srclang": source})


class _Pass:
    """Reads all units of a memory once."""

    def __init__(self, memory: Memory, prolog: Prolog) -> None:
        self._memory = memory
        self._report = memory.report
        self._prolog = prolog
        self._reader = ElementReader(memory.report, prolog.prefixes)
        spaces = "".join(f" xmlns:{prefix}={quoteattr(uri)}" for uri, prefix in prolog.prefixes.items())
        self._start = f"<body{spaces}>".encode()
        self._before: list[Aside] = list(prolog.asides)
        self._trailer = prolog.trailer

    def units(self, blocks: Iterable[bytes]) -> Iterator[TranslationUnit]:
        line = 1
        for number, (block, is_last) in enumerate(_with_last(blocks)):
            if number == 0:
                at = split(block)
                line, block = line + block.count(b"\n", 0, at), block[at:]
            if not is_last:
                yield from self._block(block, line)
            elif number or block:
                yield from self._tail(block, line)
            line += block.count(b"\n")
        self._memory.trailer = self._trailer._replace(before=tuple(self._before))

    def _block(self, block: bytes, line: int) -> Iterator[TranslationUnit]:
        from lxml import etree

        try:
            root = self._parse(block)
        except etree.XMLSyntaxError:
            yield from self._pieces(self._memory.sure(block), line)
        else:
            yield from self._reader.units(root, line, self._before)

    def _parse(self, content: bytes) -> Node:
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root = etree.fromstring(b"%b%b</body>" % (self._start, content), parser)
        return without_namespace(root) if b"xmlns" in content else root

    def _pieces(self, block: bytes, line: int) -> Iterator[TranslationUnit]:
        for piece in pieces(block.decode(UTF8, "surrogateescape"), line):
            if piece.kind == "unit":
                yield from self._piece(piece)
            elif piece.kind == "aside":
                self._aside(piece, self._before)
            elif piece.text.strip():
                self._junk(piece)

    def _piece(self, piece: Piece) -> Iterator[TranslationUnit]:
        node = self._node(piece)
        unit = self._reader.unit(node, piece.line - 1, tuple(self._before)) if node is not None else None
        if unit:
            self._before.clear()
            yield unit

    def _node(self, piece: Piece) -> Node | None:
        """The `tu` of a piece, repaired if only one repair is possible; None (reported) if it cannot be read."""
        from lxml import etree

        reason = ""
        for text in self._readings(piece):
            try:
                return self._parse(text.encode(UTF8, "surrogateescape"))[0]
            except etree.XMLSyntaxError as error:
                reason = reason or str(error.msg).rpartition(", line ")[0] or str(error.msg)
        self._report.lose(piece.line, RepairCode.UNIT, f"the unit cannot be read: {reason}")
        return None

    def _readings(self, piece: Piece) -> Iterator[str]:
        yield piece.text
        text = mended(piece.text, piece.line, self._prolog.entities, self._report)
        yield text
        whole = balanced(text, piece.line, self._report)
        if whole is not None:
            yield whole

    def _tail(self, block: bytes, line: int) -> Iterator[TranslationUnit]:
        """Read the last block: the end of the file, comments, and a last unit that is not closed."""
        if _CLOSED.fullmatch(block):
            return
        missing = {"body", "tmx"}
        after: list[Aside] = []
        last: list[Aside] = []
        for piece in pieces(self._memory.sure(block).decode(UTF8, "surrogateescape"), line):
            closed = set(_CLOSE.findall(piece.text)) if piece.kind != "aside" else set()
            if piece.kind == "unit":
                yield from self._piece(piece._replace(text=_CLOSE.sub("", piece.text)))
            elif piece.kind == "aside":
                self._aside(piece, self._before if "body" in missing else after if missing else last)
            elif (rest := _CLOSE.sub("", piece.text)).strip():
                self._junk(piece._replace(text=rest))
            missing -= closed
        if missing:
            self._report.mend(
                line + block.count(b"\n"), RepairCode.END, "the file ends before </tmx>: it is cut short"
            )
        self._trailer = Trailer((), tuple(after), tuple(last))

    def _aside(self, piece: Piece, asides: list[Aside]) -> None:
        from lxml import etree

        try:
            self._parse(piece.text.encode(UTF8, "surrogateescape"))
        except etree.XMLSyntaxError:
            self._report.lose(piece.line, RepairCode.COMMENT, "the comment is not well-formed XML")
        else:
            asides.append(Aside(piece.text))

    def _junk(self, piece: Piece) -> None:
        start = len(piece.text) - len(piece.text.lstrip())
        line = piece.line + piece.text.count("\n", 0, start)
        words = piece.text.split()
        self._report.lose(line, RepairCode.JUNK, f"text is not allowed here: {' '.join(words)[:60]!r}", words[0])


def _with_last(blocks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Yield each block, and whether it is the last one."""
    iterator = iter(blocks)
    block = next(iterator)
    for following in iterator:
        yield block, False
        block = following
    yield block, True
