"""Where the segments of a bilingual file stand in its text, so that a fix changes the file there and nowhere else.

Start from `SegmentPlaces`. A segment is found again by its text: readers that know a format's structure do not tell
where in the file each character stood. What is not found for certain (mended units, equal variants) has no place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, permutations
from pathlib import Path, PurePath

from termbase.check.bitext import Bitext
from termbase.check.finding import Finding, Fix
from termbase.document.addresses import mask_addresses
from termbase.document.bilingual import po_blocks, xml_blocks
from termbase.document.encoding import decode
from termbase.document.html import declared_encoding
from termbase.document.model import FILL, MASK, Block, Document
from termbase.errors import os_error
from termbase.extract.model import Span

_SPACE = re.compile(r"\s")
_XML_UNIT = re.compile(r"<(?:[\w.-]+:)?(?:tu|trans-unit|segment|message)(?=[\s>])")
_PO_UNIT = re.compile(r"^msgid(?=[ \t])", re.MULTILINE)
_LINE = re.compile(r"^", re.MULTILINE)
_CSV_ROW = re.compile(r'(?:"(?:[^"]|"")*+"|[^"\r\n])+')
_CSV_CELL = re.compile(r'(?:^|(?<=[,\r\n]))(?:"(?P<quoted>(?:[^"]|"")*+)"|(?P<bare>[^",\r\n][^,\r\n]*))')
_TSV_CELL = re.compile(r"[^\t\r\n]+")
_TSV_ESCAPE = re.compile(r"\\([\\tnr])")


def _csv_blocks(text: str) -> Iterator[Block]:
    for cell in _CSV_CELL.finditer(text):
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


def read_text(file: str) -> Document:
    """A bilingual file as its decoded text, a block a segment. Raises TermbaseError where it cannot be read."""
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        raise os_error(error, file, "read") from error
    blocks, _ = _format(file)
    text, encoding = decode(data, file, declared_encoding(data) if blocks is xml_blocks else "")
    return Document(file, text, encoding, tuple(blocks(text)))


class SegmentPlaces:
    """The places of a bitext's target segments in the text of its file."""

    def __init__(self, bitext: Bitext, document: Document) -> None:
        """Find the segments in a document that `read_text` gave."""
        self.document = document
        self._pairs = bitext.pairs
        starts = [match.start() for match in _format(bitext.file)[1].finditer(self.document.text)]
        found: dict[tuple[str, str], list[Block]] = defaultdict(list)
        for _, unit in groupby(self.document.blocks, key=lambda block: bisect_right(starts, block.start)):
            for key, block in _renderings(list(unit)):
                found[key].append(block)
        self._blocks = _in_order([(_seen(pair.source), _seen(pair.target)) for pair in bitext.pairs], found)

    def span(self, number: int, start: int, end: int) -> Span | None:
        """The stretch of the file for a stretch of a target segment; None where it is not sure, or holds codes."""
        block = self._blocks[number]
        if block is None or start < 0:
            return None
        shown = _kept(mask_addresses(self._pairs[number].target))
        written = _kept(mask_addresses(block.text))
        first, last = bisect_left(shown, start), bisect_left(shown, end - 1)
        if shown[first : last + 1] != list(range(start, end)):
            return None
        begin, stop = written[first], written[last] + 1
        while block.text[stop : stop + 1] == FILL:
            stop += 1
        return None if MASK in block.text[begin:stop] else Span(block.start + begin, block.start + stop)

    def written(self, text: str) -> str:
        """A text as the file has it: in PO and TSV a line end is an escape."""
        is_escaped = PurePath(self.document.file).suffix.lower() in (".po", ".tsv")
        return text.replace("\r", "\\r").replace("\n", "\\n") if is_escaped else text


def with_places(bitext: Bitext, findings: Sequence[Finding], numbers: Sequence[int]) -> list[Finding]:
    """The findings with their fixes in the file's text; none where their place is not sure.

    `numbers` are those of the findings' segments; the fixes that come in count in the segment's plain text.
    """
    if not any(finding.fix for finding in findings):
        return list(findings)
    if bitext.text is None:
        return [replace(finding, fix=None) for finding in findings]
    places = SegmentPlaces(bitext, bitext.text())
    return [
        replace(finding, fix=_fix(places, number, finding.fix)) if finding.fix else finding
        for finding, number in zip(findings, numbers, strict=True)
    ]


def _fix(places: SegmentPlaces, number: int, fix: Fix) -> Fix | None:
    span = places.span(number, fix.start, fix.end)
    return Fix(*span, places.written(fix.text)) if span else None


def _format(file: str) -> tuple[Callable[[str], Iterator[Block]], re.Pattern[str]]:
    return _FORMATS[PurePath(file).suffix.lower()]


def _renderings(unit: Sequence[Block]) -> Iterator[tuple[tuple[str, str], Block]]:
    """The blocks of a unit, each as the rendering of each other; none that has the text of a third one."""
    texts = [_seen(block.text) for block in unit]
    for (source, _), (target, block) in permutations(zip(texts, unit, strict=True), 2):
        if texts.count(target) == 1 + (source == target):
            yield (source, target), block


def _in_order(
    wanted: Sequence[tuple[str, str]], found: Mapping[tuple[str, str], Sequence[Block]]
) -> list[Block | None]:
    """The block of each pair; of equal pairs one after the other, none where there are more or fewer blocks."""
    counts = Counter(wanted)
    sure = {key: iter(found[key]) for key, count in counts.items() if len(found.get(key, ())) == count}
    return [next(sure[key]) if key in sure else None for key in wanted]


def _seen(text: str) -> str:
    """A text by which it is known again: without codes, references and escapes read, all white space alike."""
    masked = mask_addresses(text)
    return _SPACE.sub(" ", "".join(masked[place] for place in _kept(masked)))


def _kept(text: str) -> list[int]:
    return [place for place, char in enumerate(text) if char not in (MASK, FILL)]
