"""The contents of a bilingual file as values: segments and translations as plain text, and their inline codes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from termbase.document.model import Document


class CodeRole(StrEnum):
    """The role of an inline code: it opens a pair, closes a pair, or is not part of a pair."""

    OPEN = "open"
    CLOSE = "close"
    ALONE = "alone"


class InlineCode(NamedTuple):
    """A code of the original format, such as a tag for bold, which is not in the plain text of its segment.

    `offset` is its place in the plain text in code points, from 0. `text` represents the code (`<b>`, `{0}`) and is
    equal for equal codes. `pair` is an id that the two codes of a pair share; empty if it is unknown.
    """

    offset: int
    role: CodeRole
    text: str
    pair: str = ""


@dataclass(frozen=True, slots=True)
class SegmentPair:
    """A segment and its translation as plain text, with their lines in the file, counted from 1."""

    id: str
    source: str
    target: str
    source_line: int = 1
    target_line: int = 1
    source_codes: tuple[InlineCode, ...] = ()
    target_codes: tuple[InlineCode, ...] = ()


@dataclass(frozen=True, slots=True)
class Bitext:
    """The segment pairs of a file in one direction. The languages are canonical tags.

    `text` reads the file as a document of plain text, which fixes need. It is None if the file is not plain text
    (XLSX), or if the pairs are not from a file.
    """

    file: str
    source_language: str
    target_language: str
    pairs: tuple[SegmentPair, ...]
    text: Callable[[], Document] | None = None
