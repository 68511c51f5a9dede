"""The contents of a bilingual file as values: segments and translations as plain text, and their inline codes."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from termbase.document.model import Document
from termbase.language import is_chinese, is_english


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


class State(StrEnum):
    """How finished a translation is, by the marks of its file. Most files mark only what is not finished."""

    UNMARKED = "unmarked"
    UNFINISHED = "unfinished"
    """Somebody has yet to finish or confirm it: PO `fuzzy`, Qt `unfinished`, XLIFF `needs-translation`."""
    APPROVED = "approved"
    LOCKED = "locked"
    """The text is not to be translated: XLIFF `translate="no"`."""


@dataclass(frozen=True, slots=True)
class SegmentPair:
    """A segment and its translation as plain text, with their places in the file, state and context.

    Lines and columns are those at which the texts begin in the file, counted from 1; a column of 1 may also mean
    that only the line is known (tables, TMX). `context` distinguishes equal source texts (PO `msgctxt`, Qt
    `context`). `references` are places in the program that the text belongs to (`src/main.c:12`). `plural_of` is
    the singular source text, if `source` is the plural of a message that has both (PO `msgid_plural`).
    `plural_form` is the number of the form that `target` is of its message (`msgstr[0]`, Qt `numerusform`), or "".
    """

    id: str
    source: str
    target: str
    source_line: int = 1
    target_line: int = 1
    source_codes: tuple[InlineCode, ...] = ()
    target_codes: tuple[InlineCode, ...] = ()
    source_column: int = 1
    target_column: int = 1
    state: State = State.UNMARKED
    context: str = ""
    references: tuple[str, ...] = ()
    plural_of: str = ""
    plural_form: str = ""
    is_numbered: bool = True
    """Whether an id that is a number only counts the segments, and is not in the file."""

    @property
    def name(self) -> str:
        """What translators know the segment by, other than its text: its id, its context, its first reference.

        A number that only counts the segments says nothing. "" if there is nothing else.
        """
        shown = "" if self.id.isdigit() and self.is_numbered else self.id
        context = f"context “{self.context}”" if self.context else ""
        return ", ".join(part for part in (shown, context, *self.references[:1]) if part)


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

    @property
    def has_other_language(self) -> bool:
        """Whether a side is neither Chinese nor English, so that its figures and quotation marks are not known."""
        return not all(is_chinese(tag) or is_english(tag) for tag in (self.source_language, self.target_language))

    def without(self, states: Container[State]) -> Bitext:
        """Return the bitext without the pairs in certain states."""
        return replace(self, pairs=tuple(pair for pair in self.pairs if pair.state not in states))
