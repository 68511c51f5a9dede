"""Locates the segments of a bilingual file in its text: for findings, comments and fixes.

Start from `SegmentPlaces`. The readers of PO, XLIFF and TS report where each segment begins. In TMX and tables, a
segment is searched by its text from its line on.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import PurePath
from typing import NamedTuple

from termbase.bitext import Bitext, SegmentPair
from termbase.check.bilingual.segment_text import unit_starts
from termbase.check.finding import SIDES, Fix, Side
from termbase.document.model import Block, Document, Place
from termbase.errors import TermbaseError
from termbase.language import canonical
from termbase.table.rows import has_escapes
from termbase.text.addresses import mask_addresses
from termbase.text.offsets import FILL, MASK, Span

_SPACE = re.compile(r"\s")
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML does not allow: its reader shows U+FFFD in their place."""

_CDATA = "<![CDATA["
_WRITTEN_OTHERWISE = frozenset('\\"<>&')
"""Signs that files have escaped: `\\"` in PO, `&lt;` in XML, `""` in CSV."""

_SEARCHED = frozenset({".tmx", ".tsv", ".csv"})
_LANGUAGE = re.compile(r"\blang\s*=\s*[\"']([^\"']*)")


class _Located(NamedTuple):
    """A segment as it is written in the file: the block from its first character on, and its text.

    `is_sure` is false if the same text stands at another place of the unit, which may be the one meant.
    """

    block: Block
    text: str
    is_sure: bool

    def span(self, start: int, end: int) -> Span:
        """Return the span in the file of a stretch of the text."""
        shown, written = _kept(mask_addresses(self.text)), _kept(mask_addresses(self.block.text))
        if not written:
            return Span(self.block.start, self.block.start + len(self.block.text))
        first, last = bisect_left(shown, start), bisect_left(shown, end - 1)
        begin = written[min(first, len(written) - 1)] if start else 0
        stop = max(written[min(last, len(written) - 1)] + 1, begin)
        while self.block.text[stop : stop + 1] == FILL:
            stop += 1
        return Span(self.block.start + begin, self.block.start + stop)

    def is_prose(self, start: int, end: int) -> bool:
        """Whether a stretch of the text is written in one piece, without codes or addresses in it."""
        shown = _kept(mask_addresses(self.text))
        first, last = bisect_left(shown, start), bisect_left(shown, end - 1)
        span = self.span(start, end)
        written = self.block.text[span.start - self.block.start : span.end - self.block.start]
        return shown[first : last + 1] == list(range(start, end)) and MASK not in written


class SegmentPlaces:
    """The places of the segments of a bitext, on both sides, in the text of its file."""

    def __init__(self, bitext: Bitext, document: Document) -> None:
        """Prepare to find the segments of `bitext` in its file, as read by `segment_text.read_text`."""
        self.document = document
        self._bitext = bitext
        self._units = unit_starts(document)
        self._found: dict[tuple[int, Side], _Located | None] = {}

    def span(self, number: int, side: Side, start: int, end: int) -> Span | None:
        """Return the span in the file of a stretch of segment `number`, counted from 0; None if it is not found.

        `start` and `end` are code points in the plain text of the segment on that side.
        """
        located = self._located(number, side)
        return located.span(start, end) if located else None

    def lines(self, number: int) -> tuple[tuple[int, int], ...]:
        """Return the first and the last line of the source and of the target of a segment."""
        pair = self._bitext.pairs[number]
        source, target = (self.span(number, side, 0, len(_side(pair, side)[0])) for side in SIDES)
        return tuple(
            (self.document.place(span.start).line, self.document.place(span.end).line) if span else (line, line)
            for span, line in ((source, pair.source_line), (target, pair.target_line))
        )

    def offsets(self, number: int) -> tuple[int, ...]:
        """Return the offsets in the file of a segment's unit and of its target; empty if they are not found."""
        located = self._located(number, "target")
        if located is None:
            return ()
        unit = bisect_right(self._units, located.block.start) - 1
        return (self._units[max(unit, 0)] if self._units else 0, located.block.start)

    def in_file(self, number: int, fix: Fix) -> Fix | None:
        """Convert a fix of a target segment to a fix of the file. None if its place is uncertain."""
        located = self._located(number, "target")
        if located is None or not located.is_sure or fix.start < 0 or not located.is_prose(fix.start, fix.end):
            return None
        if not _WRITTEN_OTHERWISE.isdisjoint(fix.text):
            return None
        suffix, text = PurePath(self.document.file).suffix.lower(), fix.text
        if suffix == ".po" or (suffix == ".tsv" and has_escapes(self.document.text.partition("\n")[0])):
            text = text.replace("\r", "\\r").replace("\n", "\\n")
        elif suffix == ".tsv" and "\n" in text:
            return None
        return Fix(*located.span(fix.start, fix.end), text)

    def _located(self, number: int, side: Side) -> _Located | None:
        key = number, side
        if key not in self._found:
            is_searched = PurePath(self._bitext.file).suffix.lower() in _SEARCHED
            self._found[key] = self._searched(number, side) if is_searched else self._reported(number, side)
        return self._found[key]

    def _reported(self, number: int, side: Side) -> _Located | None:
        """The segment at the line and column that its reader gives; None if its text is not all shown there.

        `seg-source` of XLIFF and CDATA are in no block; their text counts if it stands there as it is.
        """
        text, place = _side(self._bitext.pairs[number], side)
        offset = self.document.offset(place)
        plain = offset + len(_CDATA) * self.document.text.startswith(_CDATA, offset)
        if text.strip() and self.document.text.startswith(text, plain):
            return _Located(Block(plain, mask_addresses(text)), text, True)
        before = bisect_right(self.document.blocks, offset, key=lambda block: block.start)
        block = self.document.blocks[before - 1] if before else Block(0, "")
        rest = Block(offset, block.text[offset - block.start :])
        is_there = _seen(text) and _seen(rest.text).startswith(_seen(text))
        return _Located(rest, text, True) if is_there else None

    def _searched(self, number: int, side: Side) -> _Located | None:
        """The segment by its text, at or after the line that its reader gives; None if it is not found.

        If several units begin in that line, equal segments are taken in their order.
        """
        pair = self._bitext.pairs[number]
        text, place = _side(pair, side)
        found = self._near(_seen(text), place.line)
        own = [block for block in found if self._is_in_language(block, side)] or found
        is_repeated = own is found and side == "target" and _seen(pair.source) == _seen(pair.target)
        index = self._earlier[side][number] * (1 + is_repeated) + is_repeated
        if not index < len(own):
            return self._written_otherwise(text, place.line, side)
        unit = [block for block in own if self._unit(block) == self._unit(own[index])]
        return _Located(own[index], text, len(unit) == 1 + is_repeated)

    def _written_otherwise(self, text: str, line: int, side: Side) -> _Located | None:
        """The only segment of a language in a line, if it is written in another way than its text (`&name;`)."""
        own = [block for block in self._in_reach(self.document.blocks, line) if self._is_in_language(block, side)]
        here = [block for block in own if self.document.place(block.start).line == line]
        return _Located(Block(here[0].start, MASK * len(here[0].text)), text, False) if len(here) == 1 else None

    def _near(self, seen: str, line: int) -> list[Block]:
        """Return the blocks with a text from the start of a line to the first unit that begins in a later line."""
        return self._in_reach(self._by_text.get(seen, []), line)

    def _in_reach(self, blocks: Sequence[Block], line: int) -> list[Block]:
        start = self.document.offset(Place(line, 1))
        line_end = self.document.text.find("\n", start)
        after = bisect_right(self._units, line_end) if line_end >= 0 else len(self._units)
        end = self._units[after] if after < len(self._units) else len(self.document.text)
        first, last = (bisect_left(blocks, place, key=lambda block: block.start) for place in (start, end))
        return list(blocks[first:last])

    @cached_property
    def _by_text(self) -> dict[str, list[Block]]:
        found: dict[str, list[Block]] = {}
        for block in self.document.blocks:
            found.setdefault(_seen(block.text), []).append(block)
        return found

    def _unit(self, block: Block) -> int:
        return bisect_right(self._units, block.start)

    def _is_in_language(self, block: Block, side: Side) -> bool:
        """Whether the `tuv` around a block of TMX names the language of a side."""
        if PurePath(self._bitext.file).suffix.lower() != ".tmx":
            return False
        text = self.document.text
        tag = _LANGUAGE.search(text, max(text.rfind("tuv", 0, block.start), 0), block.start)
        wanted = self._bitext.source_language if side == "source" else self._bitext.target_language
        return tag is not None and _canonical(tag[1]) == wanted

    @cached_property
    def _earlier(self) -> dict[Side, list[int]]:
        """The number of earlier segments with the same text in the same line, for each segment of a side."""
        return {side: _repetitions(_side(pair, side) for pair in self._bitext.pairs) for side in SIDES}


def _repetitions(keys: Iterable[tuple[str, Place]]) -> list[int]:
    seen: Counter[tuple[str, Place]] = Counter()
    numbers = []
    for key in keys:
        numbers.append(seen[key])
        seen[key] += 1
    return numbers


def _side(pair: SegmentPair, side: Side) -> tuple[str, Place]:
    """Return the text of a side and the place at which its reader says that it begins."""
    if side == "source":
        return pair.source, Place(pair.source_line, pair.source_column)
    return pair.target, Place(pair.target_line, pair.target_column)


def _canonical(tag: str) -> str:
    try:
        return canonical(tag)
    except TermbaseError:
        return tag


def _seen(text: str) -> str:
    """Reduce a text to the form in which segments are compared.

    Inline codes are left out, character references and escapes are resolved, and all white space becomes spaces.
    """
    masked = mask_addresses(_UNREADABLE.sub("\ufffd", text))
    return _SPACE.sub(" ", "".join(masked[place] for place in _kept(masked)))


def _kept(text: str) -> list[int]:
    return [place for place, char in enumerate(text) if char not in (MASK, FILL)]
