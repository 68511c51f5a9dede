"""Joins the prose of a document to one text as a reader sees it. Start from `running_text`.

What is not seen is left out: tags, marks of emphasis and of notes, and line ends inside a run of Chinese
characters: 打印<b>機</b> is read as 打印機. Code and addresses are one `MASK`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from termbase.document.model import Document
from termbase.document.passages import passages, searchable
from termbase.text.invisible import IGNORED
from termbase.text.offsets import FILL, MASK, NOTE, Placed, Span
from termbase.text.script import HAN

_SIGNS = re.compile(f"[{IGNORED}{MASK}\r\n]")
"""Matches what all that is hidden has."""

_GAP = "\n\n"
"""Stands between two passages."""


class RunningText(NamedTuple):
    """The joined prose of a document.

    `starts` and `ends` are the offsets of its pieces, `origins` those at which they start in the document.
    """

    text: str
    starts: Sequence[int]
    origins: Sequence[int]
    ends: Sequence[int]
    document: Document

    def origin(self, start: int, end: int) -> Span:
        """Return the span in the document (code points, end-exclusive) of `text[start:end]`, which is not empty."""
        return Span(self._origin(start), self.document.end_of_character(self._origin(end - 1)))

    def place(self, there: Placed) -> Span:
        """Return the span in `text` of what is visible of a span in the document."""
        first = bisect_right(self.origins, there.start) - 1
        last = bisect_left(self.origins, there.end, lo=1) - 1
        return Span(self._here(first, there.start), self._here(last, there.end))

    def seen(self, there: Placed) -> str:
        """Return what is visible of a span in the document."""
        return self.text[slice(*self.place(there))]

    def _origin(self, offset: int) -> int:
        piece = bisect_right(self.starts, offset) - 1
        return self.origins[piece] + offset - self.starts[piece]

    def _here(self, piece: int, origin: int) -> int:
        return min(self.starts[piece] + origin - self.origins[piece], self.ends[piece])


def running_text(document: Document) -> RunningText:
    """Return the prose of a document as a reader sees it; between two passages is an empty line."""
    parts: list[str] = []
    starts, origins, ends = [0], [0], [0]
    length = 0
    for passage in passages(document):
        for start, piece in _pieces(searchable(document, passage)):
            parts.append(piece)
            starts.append(length)
            origins.append(passage.start + start)
            length += len(piece)
            ends.append(length)
        parts.append(_GAP)
        length += len(_GAP)
    return RunningText("".join(parts), starts, origins, ends, document)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield what is seen of a text, in pieces with their offsets; the first character of code stands for all."""
    done = 0
    for hidden in _hidden().finditer(text) if _SIGNS.search(text) else ():
        first = hidden.start() + (text[hidden.start()] == MASK)
        yield done, text[done:first]
        done = hidden.end()
    yield done, text[done:]


@cache
def _hidden() -> re.Pattern[str]:
    """Match what a reader does not see.

    Inside a Chinese word, that is any invisible character, sign of emphasis, or one line end with its indent.
    """
    return re.compile(
        rf"(?<=[{HAN}])(?:[{IGNORED}]+|[ \t{IGNORED}]*(?:\r\n|\r|\n)[ \t{IGNORED}]*)(?=[{HAN}])"
        rf"|[{FILL}{NOTE}]+|{MASK}{{2,}}"
        r"|(?<![\w*])\*{1,3}(?=[\w“‘「])|(?<=[\w”’」.,!?])\*{1,3}(?![\w*])"
    )
