"""What a reader mends or cannot keep: each with its line, counted, told to whoever listens.

A `Repair` is made where only one reading is possible; what is not certain is a loss, and says what is lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from termbase.errors import TermbaseError


class RepairCode(StrEnum):
    """What was repaired or lost."""

    BYTES = "bytes"  # that are no text in the file's encoding
    CONTROL = "control"  # a character that XML does not allow
    REFERENCE = "reference"  # to a character or entity that is not there: &nbsp;
    ENCODING = "encoding"
    STRUCTURE = "structure"  # tags that are not nested
    HEADER = "header"
    END = "end"  # the file is cut short
    UNIT = "unit"
    EMPTY = "empty"  # a unit without a variant
    SEGMENT = "segment"  # more than a variant may have
    SEG = "seg"  # a variant without one
    LANGUAGE = "language"  # a variant without one
    SCRIPT = "script"  # a tag without script over text that shows one
    CODE = "code"  # an element that is no inline code of TMX
    DATE = "date"
    COMMENT = "comment"
    JUNK = "junk"  # an element or text where none may stand


class Repair(NamedTuple):
    """One thing put right (`lost` false) or given up; `line` is 1-based, of the file as it lies on disk."""

    file: str
    line: int
    code: RepairCode
    message: str
    lost: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {'lost' if self.lost else 'mended'}: {self.message}"


class Report:
    """Collects the repairs of one reading. With `strict` the first of them raises TermbaseError instead."""

    def __init__(self, file: str, listener: Callable[[Repair], object] | None = None, strict: bool = False) -> None:
        self.file = file
        self.mended: Counter[RepairCode] = Counter()
        self.lost: Counter[RepairCode] = Counter()
        self._listener = listener
        self._strict = strict

    def mend(self, line: int, code: RepairCode, message: str) -> None:
        """Say that something was put right."""
        self._add(Repair(self.file, line, code, message))

    def lose(self, line: int, code: RepairCode, message: str) -> None:
        """Say that something could not be kept."""
        self._add(Repair(self.file, line, code, message, lost=True))

    def _add(self, repair: Repair) -> None:
        if self._strict:
            raise TermbaseError(
                repair.message, file=repair.file, line=repair.line, hint="it is read without --strict"
            )
        (self.lost if repair.lost else self.mended)[repair.code] += 1
        if self._listener:
            self._listener(repair)
