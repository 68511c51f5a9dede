"""Reports what a reader repairs in a damaged file, and what it cannot keep, each with its line.

Damage is repaired only if a single reading is possible; otherwise it is a loss, and the message says what is lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from termbase.errors import TermbaseError


class RepairCode(StrEnum):
    """The kind of damage that was repaired or lost. Users see these words in reports."""

    BYTES = "bytes"  # bytes that are not text in the file's encoding
    CONTROL = "control"  # a character that XML does not allow
    REFERENCE = "reference"  # a reference to an unknown entity or character: &nbsp;
    ENCODING = "encoding"
    STRUCTURE = "structure"  # a missing end tag, or a < that begins no tag
    HEADER = "header"
    END = "end"  # a file that is cut short
    UNIT = "unit"  # a unit that cannot be read
    EMPTY = "empty"  # a unit without a variant
    SEGMENT = "segment"  # a second seg in a variant, or attributes of a seg
    SEG = "seg"  # a variant without a seg
    LANGUAGE = "language"  # a variant without a language
    SCRIPT = "script"  # the tag zh on Traditional text
    ATTRIBUTE = "attribute"  # an attribute that TMX does not have
    CODE = "code"  # an element that is not an inline code of TMX, or half a pair of codes
    DATE = "date"
    COMMENT = "comment"
    JUNK = "junk"  # an element or text that is not allowed where it is


class Repair(NamedTuple):
    """One repair, or one loss if `lost` is true. `line` is the 1-based line in the file as it is on disk.

    `written` is what stands at the place in that line, as far as it is known.
    """

    file: str
    line: int
    code: RepairCode
    message: str
    lost: bool = False
    written: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {'lost' if self.lost else 'repaired'}: {self.message}"


class Report:
    """Counts repairs and losses while one file is read, and passes each to `listener`.

    `remarks` counts what is no damage, by its name (`remark`).

    If `strict` is true, the first of them raises TermbaseError.
    """

    def __init__(self, file: str, listener: Callable[[Repair], object] | None = None, strict: bool = False) -> None:
        self.file = file
        self.mended: Counter[RepairCode] = Counter()
        self.lost: Counter[RepairCode] = Counter()
        self.remarks: Counter[str] = Counter()
        self._listener = listener
        self._strict = strict

    def mend(self, line: int, code: RepairCode, message: str, written: str = "") -> None:
        """Report a repair."""
        self._add(Repair(self.file, line, code, message, written=written))

    def lose(self, line: int, code: RepairCode, message: str, written: str = "") -> None:
        """Report something that could not be kept."""
        self._add(Repair(self.file, line, code, message, lost=True, written=written))

    def remark(self, what: str) -> None:
        """Count something that is no damage, but changes how the file is written. `what` is in the plural."""
        self.remarks[what] += 1

    def _add(self, repair: Repair) -> None:
        if self._strict:
            raise TermbaseError(
                repair.message,
                file=repair.file,
                line=repair.line,
                hint="without --strict the file is repaired and read",
            )
        (self.lost if repair.lost else self.mended)[repair.code] += 1
        if self._listener:
            self._listener(repair)
