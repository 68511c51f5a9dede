"""Turns errors of PostgreSQL into errors that a user understands. Start from `reported`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from termbase.errors import TermbaseError

MAKE = "make a database for it with: createdb --encoding UTF8 --template template0 NAME"
_ENDED = (
    "has ended the connection",
    "what was finished is kept; the log of the server says why it did; run the command again",
)
_REASONS = {
    "password authentication failed": ("refuses the password", "set it in ~/.pgpass or PGPASSWORD"),
    "no password supplied": ("wants a password", "set it in ~/.pgpass or PGPASSWORD"),
    "authentication failed": ("does not let you in", "connect as a user whom pg_hba.conf allows"),
    "no pg_hba.conf entry": ("does not let you in", "pg_hba.conf has no entry for this user and host"),
    "permission denied": (
        "does not allow this to your role",
        "docs/memory.md shows the rights that are needed",
    ),
    "read-only transaction": ("is read-only", "write to the primary server"),
    "no space left": (
        "cannot be written: the disk is full",
        "the units of all finished batches are kept; make space and import again",
    ),
    "too many clients": ("has no connection left", "try again, or raise max_connections"),
    "timeout expired": ("does not answer", "is the server running, and reachable from here?"),
    "connection refused": ("cannot be reached", "is the server running, and reachable from here?"),
    "no such file or directory": ("cannot be reached", "is the server running, and reachable from here?"),
    "could not translate host name": ("cannot be reached: no such host", "check the address"),
    "failed to resolve host": ("cannot be reached: no such host", "check the address"),
    "the database system is": ("is not ready: the server is starting or stopping", "try again in a moment"),
    "terminating connection": _ENDED,
    "closed the connection": _ENDED,
    "connection is closed": _ENDED,
    "the connection is lost": _ENDED,
}
_ABSENT = re.compile(r'(database|role) "[^"]*" does not exist')


@contextmanager
def reported(name: str) -> Iterator[None]:
    """Turn an error of PostgreSQL into a TermbaseError that names the memory."""
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        text = " ".join(str(error).split())
        message, hint = _reason(text)
        raise TermbaseError(message, file=name, hint=hint) from error


def _reason(text: str) -> tuple[str, str]:
    if absent := _ABSENT.search(text):
        return f"cannot be used: {absent[0]}", MAKE
    known = (reason for part, reason in _REASONS.items() if part in text.lower())
    return next(known, (f"cannot be used: {text}", ""))
