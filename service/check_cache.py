"""Keeps the findings of earlier checks in the user's cache folder, so that unchanged files are not checked again.

Start from `Results`. The findings of a file are stored under a hash of all that they depend on: the bytes of the
file and of the termbases, the settings, the program and its libraries. So an entry is never out of date, only no
longer used. If the folder belongs to another user, or the database is damaged, the checks run without it.
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
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from termbase.cache.knowledge import knowledge
from termbase.document.endings import DOCUMENTS
from termbase.language import chinese_in_path

from .check import Checked

if TYPE_CHECKING:
    from .check import Job

_NAME = "findings.db"
_SCHEMA = "create table if not exists results (key text primary key, used integer, result text) without rowid"
_MOST_BYTES = 50_000_000
_DAY = 24 * 3600
_STANDARD_INPUT = "-"


class Results:
    """The stored results of a check job against termbases."""

    def __init__(self, job: Job, termbases: Sequence[str]) -> None:
        """Remember the arguments; nothing is read yet."""
        self._job = job
        self._termbases = termbases
        self._taken: list[str] = []

    def keys(self, files: Iterable[str]) -> dict[str, str]:
        """Return the key of each file whose results can be stored; empty if there is no cache folder."""
        if self._file is None:
            return {}
        keys = ((file, self._key(file)) for file in files if file != _STANDARD_INPUT)
        return {file: key for file, key in keys if key}

    def get(self, keys: Mapping[str, str]) -> tuple[dict[str, Checked], list[str]]:
        """Return the stored results by file, and the remarks on the termbases that were stored with them."""
        found: dict[str, Checked] = {}
        remarks: list[str] = []
        with suppress(OSError, sqlite3.Error), closing(self._open()) as database:
            remarks = json.loads(_row(database, self._remarks_key)[0]) or []
            for file, key in keys.items():
                record, used = _row(database, key)
                if checked := _checked(file, record):
                    found[file] = checked
                    self._taken += [key] if used < time.time() - _DAY else []
        return found, remarks

    def put(self, keys: Mapping[str, str], checked: Iterable[Checked], remarks: Iterable[str]) -> None:
        """Store results, unless the file or a termbase has changed since `keys` was called.

        Old entries are removed if the database has become too large.
        """
        now = int(time.time())
        again = Results(self._job, self._termbases)  # reads the termbases again
        new = [
            (keys[one.file], now, _record(one))
            for one in checked
            if one.file in keys and not (one.error or one.repairs) and again._key(one.file) == keys[one.file]
        ]
        if new:
            self._write([*new, (self._remarks_key, now, json.dumps(list(remarks)))], now)
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
                self._file.unlink(missing_ok=True)  # damaged: the next run makes a new one

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
        """A hash of all that the findings in a file depend on; None if the file cannot be read."""
        settings = self._job.rules.settings(file)
        shown = json.dumps(
            {field.name: getattr(settings, field.name) for field in fields(settings)}, default=sorted
        )
        try:
            digest = self._context.copy()
            digest.update(f"{_names(file)}\n{shown}\n".encode())
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
        """A hash of what is the same for all files. Raises OSError if a termbase cannot be read."""
        job = self._job
        counted = job.counted.mark if job.counted else ""
        about = [knowledge(), job.language, job.source, job.target, job.unfinished, counted]
        digest = blake2b("".join(f"{part}\n" for part in about).encode(), digest_size=20)
        for termbase in self._termbases:
            data = Path(termbase).read_bytes()
            digest.update(f"{Path(termbase).suffix.lower()} {len(data)}\n".encode() + data)
        return digest


def _names(file: str) -> str:
    """Return the part of a path that the findings in a file depend on: the ending and what may name a language.

    In a translation that is its name and those of two folders: `zh_TW/LC_MESSAGES/app.po`
    (`tmx.bilingual.languages`).
    """
    path = PurePath(file)
    ending = path.suffix.lower()
    return f"{ending} {chinese_in_path(file)}" if ending in DOCUMENTS else "/".join(path.parts[-3:])


def _row(database: sqlite3.Connection, key: str) -> tuple[str, int]:
    row = database.execute("select result, used from results where key = ?", (key,)).fetchone()
    return row or ("null", 0)


def _remove_oldest(database: sqlite3.Connection) -> None:
    """Remove the entries used longest ago, down to half the limit, so that this slow pass over all rows is rare."""
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
    return json.dumps([checked.remarks, checked.left_out, findings], ensure_ascii=False)


def _checked(file: str, record: str) -> Checked | None:
    """The result that a record holds; None if the record is not valid."""
    with suppress(ValueError, TypeError, KeyError):
        remarks, left_out, findings = json.loads(record)
        return Checked(file, tuple(_findings(file, findings)), tuple(remarks), left_out=left_out)
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
            "unit_lines": tuple((first, last) for first, last in record["unit_lines"]),
            "compared": tuple(record["compared"]),
            "also": (),
        }
        yield Finding(**(record | values))
