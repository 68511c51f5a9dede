"""A bilingual file as values: segments and their translations in plain text, with the inline codes beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from termbase.document.model import Document


class CodeRole(StrEnum):
    """What an inline code does in its segment."""

    OPEN = "open"
    CLOSE = "close"
    ALONE = "alone"


class InlineCode(NamedTuple):
    """A code of the original format in a segment, which its plain text does not have.

    `offset` is where it stands in the plain text; `text` is what it is
    (`<b>`, `{0}`), equal for equal codes; `pair` is what the two codes of a pair share, empty where nothing tells.
    """

    offset: int
    role: CodeRole
    text: str
    pair: str = ""


@dataclass(frozen=True, slots=True)
class SegmentPair:
    """A segment and its translation, both plain text; lines are 1-based, of the file that holds them."""

    id: str
    source: str
    target: str
    source_line: int = 1
    target_line: int = 1
    source_codes: tuple[InlineCode, ...] = ()
    target_codes: tuple[InlineCode, ...] = ()


@dataclass(frozen=True, slots=True)
class Bitext:
    """The segment pairs of a file in one direction; languages are canonical tags.

    `text` reads the file as text, for fixes; None where it is no text, or no file.
    """

    file: str
    source_language: str
    target_language: str
    pairs: tuple[SegmentPair, ...]
    text: Callable[[], Document] | None = None
