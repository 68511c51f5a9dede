"""Locates the segments of a bilingual file in its text, so that a fix changes only that place.

Start from `SegmentPlaces`. The readers of PO, XLIFF and TS report where each segment begins. In TMX and tables each
segment is searched by its text. If that is ambiguous (a repaired unit, equal variants in one unit), the segment has
no place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, permutations
from pathlib import Path, PurePath
from typing import NamedTuple

from termbase.bitext import Bitext, SegmentPair
from termbase.check.finding import Fix
from termbase.document.addresses import mask_addresses
from termbase.document.bilingual import po_blocks, xml_blocks
from termbase.document.model import Block, Document, Place
from termbase.errors import os_error
from termbase.files.encoding import declared_encoding, decode
from termbase.table.rows import separator_of
from termbase.text.offsets import FILL, MASK, Span

_SPACE = re.compile(r"\s")
_XML_UNIT = re.compile(r"<(?:[\w.-]+:)?(?:tu|trans-unit|segment|message)(?=[\s>])")
_PO_UNIT = re.compile(r"^msgid(?=[ \t])", re.MULTILINE)
_LINE = re.compile(r"^", re.MULTILINE)
_CSV_ROW = re.compile(r'(?:"(?:[^"]|"")*+"|[^"\r\n])+')
_CSV_CELL = r'(?:^|(?<=[{0}\r\n]))(?:"(?P<quoted>(?:[^"]|"")*+)"|(?P<bare>[^"{0}\r\n][^{0}\r\n]*))'
_TSV_CELL = re.compile(r"[^\t\r\n]+")
_TSV_ESCAPE = re.compile(r"\\([\\tnr])")


def _csv_blocks(text: str) -> Iterator[Block]:
    separator = separator_of(text.splitlines(keepends=True))
    for cell in re.finditer(_CSV_CELL.format(separator), text):
        kind = "bare" if cell["quoted"] is None else "quoted"
        yield Block(cell.start(kind), cell[kind].replace('""', '"' + FILL))


def _tsv_blocks(text: str) -> Iterator[Block]:
    for cell in _TSV_CELL.finditer(text):
        read = _TSV_ESCAPE.sub(lambda escape: ("\\" if escape[1] == "\\" else " ") + FILL, cell[0])
        yield Block(cell.start(), read)


_FORMATS: dict[str, tuple[Callable[[str], Iterator[Block]], re.Pattern[str]]] = {
    ".tmx": (xml_blocks, _XML_UNIT),
    ".xlf": (xml_blocks, _XML_UNIT),
    ".xliff": (xml_blocks, _XML_UNIT),
    ".sdlxliff": (xml_blocks, _XML_UNIT),
    ".mqxliff": (xml_blocks, _XML_UNIT),
    ".ts": (xml_blocks, _XML_UNIT),
    ".po": (po_blocks, _PO_UNIT),
    ".tsv": (_tsv_blocks, _LINE),
    ".csv": (_csv_blocks, _CSV_ROW),
}
_SEARCHED = frozenset({".tmx", ".tsv", ".csv"})
SUFFIXES = frozenset(_FORMATS)
"""File name endings of the formats that are text. A workbook (.xlsx) is not, so its segments have no places."""


def may_have_comments(file: str) -> bool:
    """Whether a file, in UTF-16 or an extension of ASCII, may have comments that switch checks off."""
    return b"termbase:" in Path(file).read_bytes().replace(b"\0", b"")


def read_text(file: str) -> Document:
    """Read a bilingual file as text with a block for each segment. Raises TermbaseError if it cannot be read."""
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        raise os_error(error, file, "read") from error
    blocks, _ = _format(file)
    text, encoding = decode(data, file, declared_encoding(data) if blocks in (xml_blocks, po_blocks) else "")
    return Document(file, text, encoding, tuple(blocks(text)))


class _UnitPlace(NamedTuple):
    """The offset at which a unit begins, and the block of its target."""

    unit: int
    block: Block


class SegmentPlaces:
    """The places of a bitext's target segments in the text of its file."""

    def __init__(self, bitext: Bitext, document: Document) -> None:
        """Find the segments of `bitext` in its file, as read by `read_text`."""
        self.document = document
        self._pairs = bitext.pairs
        starts = [match.start() for match in _format(bitext.file)[1].finditer(self.document.text)]
        if PurePath(bitext.file).suffix.lower() in _SEARCHED:
            self._places = _searched(bitext.pairs, document, starts)
        else:
            self._places = [_reported(pair, document, starts) for pair in bitext.pairs]

    def span(self, number: int, start: int, end: int) -> Span | None:
        """Return the span in the file of a stretch of target segment `number`, counted from 0.

        `start` and `end` are code points in the plain text of the segment. None if the place of the segment is
        uncertain, or if the stretch contains inline codes.
        """
        place = self._places[number]
        if place is None or start < 0:
            return None
        block = place.block
        shown = _kept(mask_addresses(self._pairs[number].target))
        written = _kept(mask_addresses(block.text))
        first, last = bisect_left(shown, start), bisect_left(shown, end - 1)
        if shown[first : last + 1] != list(range(start, end)):
            return None
        begin, stop = written[first], written[last] + 1
        while block.text[stop : stop + 1] == FILL:
            stop += 1
        return None if MASK in block.text[begin:stop] else Span(block.start + begin, block.start + stop)

    def offsets(self, number: int) -> tuple[int, ...]:
        """Return the offsets in the file of a segment's unit and of its target; empty if they are uncertain."""
        place = self._places[number]
        return (place.unit, place.block.start) if place else ()

    def in_file(self, number: int, fix: Fix) -> Fix | None:
        """Convert a fix of a target segment to a fix of the file. None if its place is uncertain."""
        span = self.span(number, fix.start, fix.end)
        is_escaped = PurePath(self.document.file).suffix.lower() in (".po", ".tsv")
        text = fix.text.replace("\r", "\\r").replace("\n", "\\n") if is_escaped else fix.text
        return Fix(*span, text) if span else None


def _format(file: str) -> tuple[Callable[[str], Iterator[Block]], re.Pattern[str]]:
    return _FORMATS[PurePath(file).suffix.lower()]


def _reported(pair: SegmentPair, document: Document, starts: Sequence[int]) -> _UnitPlace | None:
    """The place of a pair at the line and column that its reader gives; None if its text is not all shown there."""
    offset = document.offset(Place(pair.target_line, pair.target_column))
    number = bisect_right(document.blocks, offset, key=lambda block: block.start)
    block = document.blocks[number - 1] if number else Block(0, "")
    rest = Block(offset, block.text[offset - block.start :])
    if not _seen(rest.text).startswith(_seen(pair.target)):
        return None
    unit = bisect_right(starts, offset)
    return _UnitPlace(starts[unit - 1] if unit else offset, rest)


def _searched(pairs: Sequence[SegmentPair], document: Document, starts: Sequence[int]) -> list[_UnitPlace | None]:
    found: dict[tuple[str, str], list[_UnitPlace]] = defaultdict(list)
    for number, unit in groupby(document.blocks, key=lambda block: bisect_right(starts, block.start)):
        for key, block in _renderings(list(unit)):
            found[key].append(_UnitPlace(starts[number - 1] if number else block.start, block))
    return _in_order([(_seen(pair.source), _seen(pair.target)) for pair in pairs], found)


def _renderings(unit: Sequence[Block]) -> Iterator[tuple[tuple[str, str], Block]]:
    """Yield each ordered pair of blocks of a unit: the texts of both as key, and the second block.

    Pairs whose second text occurs in a further block are left out, because they are ambiguous.
    """
    texts = [_seen(block.text) for block in unit]
    for (source, _), (target, block) in permutations(zip(texts, unit, strict=True), 2):
        if texts.count(target) == 1 + (source == target):
            yield (source, target), block


def _in_order(
    wanted: Sequence[tuple[str, str]], found: Mapping[tuple[str, str], Sequence[_UnitPlace]]
) -> list[_UnitPlace | None]:
    """Return the place of each pair of texts.

    Equal pairs get their places in the order of the file, or None if there are more or fewer places than pairs.
    """
    counts = Counter(wanted)
    sure = {key: iter(found[key]) for key, count in counts.items() if len(found.get(key, ())) == count}
    return [next(sure[key]) if key in sure else None for key in wanted]


def _seen(text: str) -> str:
    """Reduce a text to the form in which segments are compared.

    Inline codes are left out, character references and escapes are resolved, and all white space becomes spaces.
    """
    masked = mask_addresses(text)
    return _SPACE.sub(" ", "".join(masked[place] for place in _kept(masked)))


def _kept(text: str) -> list[int]:
    return [place for place, char in enumerate(text) if char not in (MASK, FILL)]
