"""Standard input and output, and what is done if they fail."""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper

import click

from termbase.errors import TermbaseError, os_error


def lines_of(file: str) -> Iterator[str]:
    """Yield the lines of a file, or of standard input (`-`), which must be in UTF-8, each as soon as it is there.

    Raises TermbaseError if the file cannot be read, or a line of standard input is not in UTF-8.
    """
    if file != "-":
        yield from _lines_of_file(file)
        return
    yield from EndedLines()


def _lines_of_file(file: str) -> Iterator[str]:
    from pathlib import Path

    from termbase.files.encoding import decode

    try:
        text = decode(Path(file).read_bytes(), file)[0]
    except OSError as error:
        raise os_error(error, file, "read") from error
    yield from (line.rstrip("\r\n") for line in io.StringIO(text, newline=None))


class EndedLines:
    """The lines of standard input, as `lines_of` yields them. `end` is the line end of the last one."""

    end = "\n"

    def __iter__(self) -> Iterator[str]:
        for number, line in enumerate(sys.stdin.buffer, 1):
            text = decoded_line(line, "-", number)
            self.end = line[len(line.rstrip(b"\r\n")) :].decode("ascii") or "\n"
            yield text


def decoded_line(line: bytes, file: str, number: int) -> str:
    """Return a line in UTF-8 as text without its end. Raise TermbaseError if it is not in UTF-8."""
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        raise TermbaseError("is not text in UTF-8", file=file, line=number, hint="convert it to UTF-8") from None


def refuse_undecodable(arguments: Iterable[str]) -> None:
    """Raise TermbaseError for an argument that is neither valid text nor the name of a file."""
    for argument in arguments:
        if any("\udc80" <= sign <= "\udcff" for sign in argument) and not os.path.lexists(argument):
            raise TermbaseError(f"an argument is not valid text: {argument!a}", hint="type it in UTF-8")


def open_closed() -> None:
    """Open the standard streams that are closed: what is read is empty, and writing to standard output fails.

    Without that, a file that is opened would get the number of the stream.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            is_error = name == "stderr"
            handle = os.open(os.devnull, os.O_WRONLY if is_error else os.O_RDONLY)
            if handle != number:
                os.dup2(handle, number)
                os.close(handle)
            setattr(sys, name, os.fdopen(number, "w" if number else "r", encoding="utf-8"))


def write_utf8() -> None:
    """Write standard output and standard error in UTF-8, unless they are a terminal, which has its own encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


_CLOSED_PIPE = 141
"""The status of programs that SIGPIPE ends; 1 says that something was found."""


def heed_signals() -> None:
    """Exit in order if the program is asked to end (`kill`, `timeout`) or its terminal is closed; not under nohup.

    Without that, temporary and unfinished files would be left. The status is the one that other programs have.
    """
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, lambda number, _: sys.exit(128 + number))


class ClosedPipe(Exception):  # noqa: N818 - it is no error
    """The reader of the output has seen enough. For click it would be an OSError, and the status 1."""


@contextmanager
def closed_pipe_apart() -> Iterator[None]:
    """Raise ClosedPipe for the error of the system that the reader has closed the pipe."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise ClosedPipe from None
        raise


@contextmanager
def errors_in_one_line() -> Iterator[None]:
    """Print an error that a user can cause as one line on standard error, and exit with status 2."""
    try:
        with closed_pipe_apart():
            try:
                yield
            finally:
                sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("Aborted!", err=True)
        sys.exit(130)
    except TermbaseError as error:
        _fail(error)
    except ClosedPipe:
        _drop_output()
        sys.exit(_CLOSED_PIPE)
    except OSError as error:
        _drop_output()
        _fail(os_error(error, error.filename or "standard output", "open" if error.filename else "write"))


def _fail(error: TermbaseError) -> None:
    click.echo(f"Error: {error}", err=True)
    sys.exit(2)


def _drop_output() -> None:
    """Forget what could not be written, or the interpreter would try again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
