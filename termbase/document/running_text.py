"""Joins the prose of a document to one text in which no word is divided. Start from `running_text`.

Tags, emphasis and line ends inside a run of Chinese characters are left out: 打印<b>機</b> is read as 打印機.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from termbase.document.model import Document
from termbase.document.passages import passages, searchable
from termbase.text.invisible import IGNORED
from termbase.text.offsets import Span
from termbase.text.script import HAN


class RunningText(NamedTuple):
    """The joined prose, one passage a line. `starts` are offsets of its pieces, `origins` those in the document."""

    text: str
    starts: Sequence[int]
    origins: Sequence[int]

    def origin(self, start: int, end: int) -> Span:
        """Return the span in the document (code points, end-exclusive) of `text[start:end]`, which is not empty."""
        return Span(self._origin(start), self._origin(end - 1) + 1)

    def _origin(self, offset: int) -> int:
        piece = bisect_right(self.starts, offset) - 1
        return self.origins[piece] + offset - self.starts[piece]


def running_text(document: Document) -> RunningText:
    """Return the prose of a document without what divides Chinese words."""
    parts: list[str] = []
    starts, origins = [0], [0]
    length = 0
    for passage in passages(document):
        text, done = searchable(document, passage), 0
        for cut in (*((found.start(), found.end()) for found in _divider().finditer(text)), (len(text), len(text))):
            parts.append(text[done : cut[0]])
            starts.append(length)
            origins.append(passage.start + done)
            length += len(parts[-1])
            done = cut[1]
        parts.append("\n")
        length += 1
    return RunningText("".join(parts), starts, origins)


@cache
def _divider() -> re.Pattern[str]:
    """Match what may stand inside a Chinese word: invisible characters, emphasis, one line end with its indent."""
    inside = f"[{IGNORED}]"
    return re.compile(rf"(?<=[{HAN}])(?:{inside}+|{inside}*[ \t]*(?:\r\n|\r|\n)[ \t]*{inside}*)(?=[{HAN}])")
