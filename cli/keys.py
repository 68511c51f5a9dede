"""Reads the answers of a user: single keys on a terminal, lines from a pipe.

Both kinds have the same two methods: `key`, and `line` for text. At the end of the input they raise EOFError.
Pasted text is no key: on a terminal it is left out.
"""

from __future__ import annotations

import os
import select
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import click

from .streams import decoded_line

_END_OF_INPUT = b"\x04"  # Ctrl-D
_ESCAPE = b"\x1b"
_PASTE_ON, _PASTE_OFF = "\x1b[?2004h", "\x1b[?2004l"
"""Ask the terminal to send pasted text between two sequences, or no longer."""
_PASTED, _PASTE_END = b"200~", b"\x1b[201~"
_SEQUENCE = 0.05
"""Seconds within which the rest of the sequence of an arrow key arrives."""


class CancelledError(Exception):
    """The user does not want to answer."""


class Answers(Protocol):
    """Where answers come from."""

    def key(self) -> str:
        """Return the next key, in lower case; a key without a character (an arrow) is ""."""

    def line(self, prompt: str, default: str) -> str:
        """Return a line of text; an empty line means the default.

        Raises CancelledError if the user of a terminal takes the question back (Ctrl-C or Ctrl-D).
        """


@contextmanager
def answers() -> Iterator[Answers]:
    """Read single keys if standard input is a terminal, otherwise lines. The terminal is restored at the end."""
    if not sys.stdin.isatty():
        yield LineAnswers()
        return
    try:
        import termios
    except ImportError:  # Windows
        yield _ClickAnswers()
        return
    handle = sys.stdin.fileno()
    usual = termios.tcgetattr(handle)
    try:
        yield _TerminalAnswers(handle)
    finally:
        _tell_terminal(_PASTE_OFF)
        termios.tcsetattr(handle, termios.TCSADRAIN, usual)


def _tell_terminal(sequence: str) -> None:
    if sys.stdout.isatty() and os.environ.get("TERM") not in (None, "dumb"):
        sys.stdout.write(sequence)
        sys.stdout.flush()


class LineAnswers:
    """Answers of a pipe or file: each line is a key or a text."""

    _lines = 0

    def key(self) -> str:
        """Return the next line that is not empty."""
        while not (line := self.line("", "\n")).strip():
            pass
        return _plain(line)

    def line(self, prompt: str, default: str) -> str:
        """Return the next line."""
        if prompt:
            click.echo(prompt)
        line = sys.stdin.buffer.readline()
        if not line:
            raise EOFError
        self._lines += 1
        return decoded_line(line, "-", self._lines).strip() or default


class _ClickAnswers:
    def key(self) -> str:
        return _plain(click.getchar())

    def line(self, prompt: str, default: str) -> str:
        return str(click.prompt(prompt, default=default))


class _TerminalAnswers:
    """Reads one byte at a time, so that keys typed ahead are not lost when a line is read next."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._is_line_mode = True

    def key(self) -> str:
        self._set_line_mode(False)
        first = self._byte()
        if first == _ESCAPE:
            self._skip_sequence()
            return ""
        rest = next((count for count, limit in ((3, 0xF0), (2, 0xE0), (1, 0xC0)) if first[0] >= limit), 0)
        return _plain((first + b"".join(self._byte() for _ in range(rest))).decode("utf-8", "replace"))

    def line(self, prompt: str, default: str) -> str:
        import readline

        self._set_line_mode(True)
        readline.set_startup_hook(lambda: readline.insert_text(default))
        try:
            return input(prompt).strip() or default
        except (EOFError, KeyboardInterrupt):
            click.echo()
            raise CancelledError from None
        finally:
            readline.set_startup_hook(None)

    def _skip_sequence(self) -> None:
        """Read the rest of what an arrow or function key sends: `ESC [ ... letter` or `ESC O letter`.

        Pasted text is read to its end too.
        """
        kind, read = self._byte_at_once(), b""
        while kind in (b"[", b"O") and (byte := self._byte_at_once()):
            read += byte
            if kind == b"O" or b"@" <= byte <= b"~":
                break
        while read.startswith(_PASTED) and not read.endswith(_PASTE_END):
            read += self._byte()

    def _byte_at_once(self) -> bytes:
        return self._byte() if select.select([self._handle], [], [], _SEQUENCE)[0] else b""

    def _byte(self) -> bytes:
        byte = os.read(self._handle, 1)
        if byte in (b"", _END_OF_INPUT):
            raise EOFError
        return byte

    def _set_line_mode(self, is_on: bool) -> None:
        import termios

        if self._is_line_mode and not is_on:
            _tell_terminal(_PASTE_ON)  # after each line, since reading it switches this off
        self._is_line_mode = is_on
        mode = termios.tcgetattr(self._handle)
        flags = termios.ICANON | termios.ECHO
        mode[3] = mode[3] | flags if is_on else mode[3] & ~flags
        termios.tcsetattr(self._handle, termios.TCSANOW, mode)  # keeps what was typed ahead


def _plain(key: str) -> str:
    """Return a key in lower case and half width, as typed with a Chinese input method switched off."""
    return unicodedata.normalize("NFKC", key).strip().lower()
