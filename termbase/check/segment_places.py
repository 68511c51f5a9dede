"""Where the segments of a bilingual file stand in its text, so that a fix changes the file there and nowhere else.

Start from `SegmentPlaces`. A segment is found again by its text: readers that know a format's structure do not tell
where in the file each character stood. What is not found for certain (mended units, equal variants) has no place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, permutations
from pathlib import Path, PurePath
from typing import NamedTuple

from termbase.bitext import Bitext
from termbase.check.finding import Fix
from termbase.document.addresses import mask_addresses
from termbase.document.bilingual import po_blocks, xml_blocks
from termbase.document.model import Block, Document
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
    ".ts": (xml_blocks, _XML_UNIT),
    ".po": (po_blocks, _PO_UNIT),
    ".tsv": (_tsv_blocks, _LINE),
    ".csv": (_csv_blocks, _CSV_ROW),
}
SUFFIXES = frozenset(_FORMATS)
"""The formats whose segments have places; a workbook is packed."""


def may_have_comments(file: str) -> bool:
    """Whether a file may hold comments that switch checks off."""
    return b"termbase:" in Path(file).read_bytes().replace(b"\0", b"")


def read_text(file: str) -> Document:
    """A bilingual file as its decoded text, a block a segment. Raises TermbaseError where it cannot be read."""
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        raise os_error(error, file, "read") from error
    blocks, _ = _format(file)
    text, encoding = decode(data, file, declared_encoding(data) if blocks in (xml_blocks, po_blocks) else "")
    return Document(file, text, encoding, tuple(blocks(text)))


class _UnitPlace(NamedTuple):
    """Where a unit begins, and its block that is the target."""

    unit: int
    block: Block


class SegmentPlaces:
    """The places of a bitext's target segments in the text of its file."""

    def __init__(self, bitext: Bitext, document: Document) -> None:
        """Find the segments in a document that `read_text` gave."""
        self.document = document
        self._pairs = bitext.pairs
        starts = [match.start() for match in _format(bitext.file)[1].finditer(self.document.text)]
        found: dict[tuple[str, str], list[_UnitPlace]] = defaultdict(list)
        for number, unit in groupby(document.blocks, key=lambda block: bisect_right(starts, block.start)):
            for key, block in _renderings(list(unit)):
                found[key].append(_UnitPlace(starts[number - 1] if number else block.start, block))
        self._places = _in_order([(_seen(pair.source), _seen(pair.target)) for pair in bitext.pairs], found)

    def span(self, number: int, start: int, end: int) -> Span | None:
        """The stretch of the file for a stretch of a target segment; None where it is not sure, or holds codes."""
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
        """Where a segment's unit and its target begin in the file; nothing where that is not sure."""
        place = self._places[number]
        return (place.unit, place.block.start) if place else ()

    def in_file(self, number: int, fix: Fix) -> Fix | None:
        """A fix of a target segment as one of the file; None where its place is not sure."""
        span = self.span(number, fix.start, fix.end)
        is_escaped = PurePath(self.document.file).suffix.lower() in (".po", ".tsv")
        text = fix.text.replace("\r", "\\r").replace("\n", "\\n") if is_escaped else fix.text
        return Fix(*span, text) if span else None


def _format(file: str) -> tuple[Callable[[str], Iterator[Block]], re.Pattern[str]]:
    return _FORMATS[PurePath(file).suffix.lower()]


def _renderings(unit: Sequence[Block]) -> Iterator[tuple[tuple[str, str], Block]]:
    """The blocks of a unit, each as the rendering of each other; none that has the text of a third one."""
    texts = [_seen(block.text) for block in unit]
    for (source, _), (target, block) in permutations(zip(texts, unit, strict=True), 2):
        if texts.count(target) == 1 + (source == target):
            yield (source, target), block


def _in_order(
    wanted: Sequence[tuple[str, str]], found: Mapping[tuple[str, str], Sequence[_UnitPlace]]
) -> list[_UnitPlace | None]:
    """The place of each pair; of equal pairs one after the other, none where there are more or fewer places."""
    counts = Counter(wanted)
    sure = {key: iter(found[key]) for key, count in counts.items() if len(found.get(key, ())) == count}
    return [next(sure[key]) if key in sure else None for key in wanted]


def _seen(text: str) -> str:
    """A text by which it is known again: without codes, references and escapes read, all white space alike."""
    masked = mask_addresses(text)
    return _SPACE.sub(" ", "".join(masked[place] for place in _kept(masked)))


def _kept(text: str) -> list[int]:
    return [place for place, char in enumerate(text) if char not in (MASK, FILL)]
