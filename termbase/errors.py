"""The exception for errors that a user can cause and correct, such as an unreadable file.

Problems in the data of a readable file are reported as findings, not as exceptions.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Result = TypeVar("_Result")


class TermbaseError(Exception):
    """An error that is shown in one line: file, line, what is wrong, and in brackets what to do.

    ``file`` is the path as the user gave it. ``line`` and ``column`` count from 1.
    """

    def __init__(
        self,
        message: str,
        *,
        file: str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self.hint = hint

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} ({self.hint})" if self.hint else text


def or_error(function: Callable[[str], _Result], file: str) -> _Result | TermbaseError:
    """Return the result of a function for a file, or the error that it raises, so that other files go on."""
    try:
        return function(file)
    except TermbaseError as error:
        return error


_USUAL = (
    (FileNotFoundError, "does not exist", "check the path"),
    (FileExistsError, "is a file, not a folder", "name another folder"),
    (NotADirectoryError, "is in a file, which is not a folder", "name another folder"),
    (IsADirectoryError, "is a folder", "name a file"),
)
"""What a user does wrong most often, and what to do."""


def os_error(error: OSError, file: str, doing: str) -> TermbaseError:
    """Convert an error of the operating system. ``doing`` is the action that failed: "read" or "write"."""
    for kind, message, hint in _USUAL:
        if isinstance(error, kind):
            return TermbaseError(message, file=file, hint=hint)
    reason = (error.strerror or str(error)).lower()
    return TermbaseError(f"cannot {doing} it: {reason}", file=file)
