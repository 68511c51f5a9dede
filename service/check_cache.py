"""Findings of earlier checks, in the user's cache folder: a file that has not changed is free.

Start from `Results`. What was found in a file is kept under a hash of all that it depends on: the bytes of the file
and of the termbases, the settings, the program and its libraries. So it is never wrong, only unused. Where the
folder is not the user's own, or the database is damaged, everything works, only slower.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import asdict, fields
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from termbase.cache.knowledge import knowledge

from .check import Checked

if TYPE_CHECKING:
    from .check import Job

_NAME = "findings.db"
_SCHEMA = "create table if not exists results (key text primary key, used integer, result text) without rowid"
_MOST_BYTES = 50_000_000
_DAY = 24 * 3600
_STANDARD_INPUT = "-"


class Results:
    """What is known of files under a job, against termbases."""

    def __init__(self, job: Job, termbases: Sequence[str]) -> None:
        """Read nothing yet."""
        self._job = job
        self._termbases = termbases
        self._taken: list[str] = []

    def keys(self, files: Iterable[str]) -> dict[str, str]:
        """The key of each file that can be read and kept; none where there is no folder to keep things in."""
        if self._file is None:
            return {}
        keys = ((file, self._key(file)) for file in files if file != _STANDARD_INPUT)
        return {file: key for file, key in keys if key}

    def get(self, keys: Mapping[str, str]) -> tuple[dict[str, Checked], list[str]]:
        """What was found in those of the files that are known, and what there is to say of the termbases."""
        found: dict[str, Checked] = {}
        said: list[str] = []
        with suppress(OSError, sqlite3.Error), closing(self._open()) as database:
            said = json.loads(_row(database, self._remarks_key)[0]) or []
            for file, key in keys.items():
                record, used = _row(database, key)
                if checked := _checked(file, record):
                    found[file] = checked
                    self._taken += [key] if used < time.time() - _DAY else []
        return found, said

    def put(self, keys: Mapping[str, str], checked: Iterable[Checked], said: Iterable[str]) -> None:
        """Keep what was found in files, unless they or a termbase have changed since their keys were made.

        Bounds the whole.
        """
        now = int(time.time())
        again = Results(self._job, self._termbases)  # reads the termbases anew
        new = [
            (keys[one.file], now, _record(one))
            for one in checked
            if one.file in keys and not (one.error or one.repairs) and again._key(one.file) == keys[one.file]
        ]
        if new:
            self._write([*new, (self._remarks_key, now, json.dumps(list(said)))], now)
        elif self._taken:
            self._write([], now)

    def _write(self, rows: Iterable[tuple[str, int, str]], now: int) -> None:
        try:
            with closing(self._open()) as database:
                with database:
                    database.execute(_SCHEMA)
                    database.executemany("replace into results values (?, ?, ?)", rows)
                    taken = ((now, key) for key in self._taken)
                    database.executemany("update results set used = ? where key = ?", taken)
                if self._file and self._file.stat().st_size > _MOST_BYTES:
                    _remove_oldest(database)
        except sqlite3.OperationalError:
            return  # another process is writing
        except (OSError, sqlite3.Error):
            if self._file:
                self._file.unlink(missing_ok=True)  # damaged: the next run begins anew

    @cached_property
    def _file(self) -> Path | None:
        from termbase.cache.folder import own_folder

        folder = own_folder()
        return folder / _NAME if folder else None

    def _open(self) -> sqlite3.Connection:
        from termbase.cache.folder import is_own

        if self._file is None or (self._file.exists() and not is_own(self._file)):
            raise OSError("not to be trusted")
        if not self._file.exists():
            self._file.touch(mode=0o600)
        database = sqlite3.connect(self._file, timeout=2)
        database.execute("pragma trusted_schema = off")
        return database

    def _key(self, file: str) -> str | None:
        """A hash of all that the findings in a file depend on; None for a file that cannot be read."""
        settings = self._job.rules.settings(file)
        shown = json.dumps(
            {field.name: getattr(settings, field.name) for field in fields(settings)}, default=sorted
        )
        try:
            digest = self._context.copy()
            digest.update(f"{Path(file).suffix.lower()}\n{shown}\n".encode())
            with Path(file).open("rb") as stream:
                while data := stream.read(1 << 20):
                    digest.update(data)
        except OSError:
            return None
        return digest.hexdigest()

    @property
    def _remarks_key(self) -> str:
        return f"{self._context.hexdigest()} remarks"

    @cached_property
    def _context(self) -> blake2b:
        """A hash of what holds for all files. Raises OSError for a termbase that cannot be read."""
        job = self._job
        digest = blake2b(f"{knowledge()}\n{job.language}\n{job.source}\n{job.target}\n".encode(), digest_size=20)
        for termbase in self._termbases:
            data = Path(termbase).read_bytes()
            digest.update(f"{Path(termbase).suffix.lower()} {len(data)}\n".encode() + data)
        return digest


def _row(database: sqlite3.Connection, key: str) -> tuple[str, int]:
    row = database.execute("select result, used from results where key = ?", (key,)).fetchone()
    return row or ("null", 0)


def _remove_oldest(database: sqlite3.Connection) -> None:
    """Drop what was used longest ago, to half of what may be kept: to look at all rows each time costs much."""
    room = _MOST_BYTES // 2
    sizes = "select key, length(cast(result as blob)) from results order by used desc"
    with database:
        for key, size in database.execute(sizes).fetchall():
            room -= size
            if room < 0:
                database.execute("delete from results where key = ?", (key,))
    database.execute("vacuum")


def _record(checked: Checked) -> str:
    findings = [asdict(finding) | {"file": ""} for finding in checked.findings]
    return json.dumps([checked.encoding, findings], ensure_ascii=False)


def _checked(file: str, record: str) -> Checked | None:
    """What a record holds; None for one that is none."""
    with suppress(ValueError, TypeError, KeyError):
        encoding, findings = json.loads(record)
        return Checked(file, tuple(_findings(file, findings)), encoding)
    return None


def _findings(file: str, records: Iterable[dict[str, Any]]) -> Iterator[Any]:
    from termbase.check.finding import Finding, Fix
    from termbase.severity import Severity

    for record in records:
        fix = record["fix"]
        values = {
            "file": file,
            "severity": Severity(record["severity"]),
            "suggestions": tuple(record["suggestions"]),
            "fix": Fix(**fix) if fix else None,
        }
        yield Finding(**(record | values))
