"""The one exception family: what the user's environment makes impossible.

Problems in the data itself are findings, not exceptions.
"""

from __future__ import annotations


class TermbaseError(Exception):
    """Something that cannot be done, said in one line: file, line, what is wrong, what to do.

    ``file`` is the path as the user named it; ``line`` is 1-based.
    """

    def __init__(self, message: str, *, file: str | None = None, line: int | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} ({self.hint})" if self.hint else text


def os_error(error: OSError, file: str, doing: str) -> TermbaseError:
    """The operating system's refusal as one line: ``doing`` is "read" or "write"."""
    reason = (error.strerror or str(error)).lower()
    return TermbaseError(f"cannot {doing} it: {reason}", file=file)
