"""Opens termbase files: read in full, compiled for searches in texts, or indexed. Start from `Termbases`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Generic, TypeVar

from termbase.cache.place import content_mark
from termbase.errors import TermbaseError
from termbase.files.data_table import data_file

if TYPE_CHECKING:
    from termbase.check.known_terms import KnownTerms
    from termbase.index.store import Index
    from termbase.match.lexicon import SearchableTerms
    from termbase.match.stored import Opened, ReadTermbase
    from termbase.model import Termbase
    from termbase.tbx.select import Counted

Remark = Callable[[str], None]
"""A function that takes one line of text about a file."""

_Made = TypeVar("_Made")


class Termbases:
    """Termbase files. Each is opened when it is first needed, and again when it has changed.

    Several threads may use it at once. If it is pickled and sent to another process, it opens its files there,
    without remarks. All methods raise TermbaseError if a file cannot be read.
    """

    def __init__(
        self, files: Sequence[str], remark: Remark = lambda _: None, counted: Counted | None = None
    ) -> None:
        """Open nothing yet. Each time a file is opened, `remark` is called with the warnings about it.

        A file that is given twice, also by a link, counts once.
        `counted` are the terms that are found in texts; None means all that are not doubtful.
        """
        files = self.files = tuple({str(Path(file).resolve()): file for file in reversed(files)}.values())[::-1]
        self._counted = counted
        self._remark = remark
        self._whole = [_Held([file], partial(self._read, file)) for file in files]
        self._terms = [_Held([file], partial(self._open_terms, file)) for file in files]
        self._indexes = [_Held([file], partial(self._open_index, file)) for file in files]
        self._known = _Held(files, self._make_known)

    def __reduce__(self) -> tuple[Callable[..., Termbases], tuple[tuple[str, ...]]]:
        return partial(Termbases, counted=self._counted), (self.files,)

    def read(self) -> list[Termbase]:
        """Return the termbases with all data of their files."""
        return [held.get() for held in self._whole]

    def counted(self) -> list[Termbase]:
        """Return the termbases with only what counts in texts."""
        from termbase.tbx.select import Counted

        return list(map((self._counted or Counted()).select, self.read()))

    def terms(self) -> list[SearchableTerms]:
        """Return the terms of each termbase, compiled for searches in texts."""
        return [held.get().terms for held in self._terms]

    def known(self) -> KnownTerms:
        """Return the concepts of all termbases in the form that the checks use."""
        return self._known.get()

    def indexes(self) -> list[Index]:
        """Return the index of each termbase, for lookups."""
        return [held.get() for held in self._indexes]

    def remarks(self) -> list[str]:
        """Return the warnings about the files as lines `file:line: message`."""
        return [
            f"{file}:{line}"
            for file, held in zip(self.files, self._terms, strict=True)
            for line in held.get().remarks
        ]

    def _read(self, file: str) -> Termbase:
        source = _source(file)
        self._say(file, source.remarks)
        return source.termbase

    def _open_terms(self, file: str) -> Opened:
        from termbase.match.stored import ReadTermbase, open_terms
        from termbase.tbx.select import Counted

        counted = self._counted or Counted()

        def read() -> ReadTermbase:
            source = _source(file)
            return ReadTermbase(counted.select(source.termbase), source.remarks)

        opened = open_terms(file, read, counted.mark)
        self._say(file, opened.remarks)
        return opened

    def _open_index(self, file: str) -> Index:
        from termbase.index.cache import open_index

        index = open_index(file, partial(self._read, file), self._remark)
        index.name = Path(file).name
        return index

    def _make_known(self) -> KnownTerms:
        from termbase.check.known_terms import KnownTerms

        return KnownTerms(self.terms())

    def _say(self, file: str, remarks: Sequence[str]) -> None:
        for line in remarks:
            self._remark(f"{file}:{line}")


class _Held(Generic[_Made]):
    """A value made from some files, kept until one of them has changed."""

    def __init__(self, files: Sequence[str], make: Callable[[], _Made]) -> None:
        self._files = files
        self._make = make
        self._lock = RLock()
        self._kept: tuple[list[str], _Made] | None = None

    def get(self) -> _Made:
        with self._lock:
            state = [_state(file) for file in self._files]  # first, so that a change meanwhile is noticed next time
            if self._kept is None or self._kept[0] != state:
                self._kept = state, self._make()
            return self._kept[1]


def _state(file: str) -> str:
    with suppress(OSError):
        return content_mark(Path(file).absolute())
    return ""


def _source(file: str) -> ReadTermbase:
    from termbase.exchange import read_with_findings
    from termbase.match.stored import ReadTermbase

    if file == "-":
        raise TermbaseError(
            "standard input cannot be opened as a termbase", hint="save it as a file and give its name"
        )
    reading = read_with_findings(file)
    warnings = (finding for finding in reading.findings if finding.severity == "warning")
    remarks = [f" columns: {reading.columns}"] if reading.columns else []
    remarks += [f"{one.line}: {one.message}" if one.line else f" {one.message}" for one in warnings]
    return ReadTermbase(reading.termbase, remarks)


def seed_file() -> str:
    """Return the path of the small termbase that comes with the program."""
    return str(data_file("seed.tbx"))
