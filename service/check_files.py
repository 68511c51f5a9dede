"""Checks many files in parallel; for unchanged files the results of an earlier run are used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from .check import Checked, Job, check_file
from .check_cache import Results

if TYPE_CHECKING:
    from termbase.check.known_terms import KnownTerms

    from .termbases import Termbases


class CheckedFiles(NamedTuple):
    """The results for some files, in their order, and remarks on the termbases (one line each)."""

    files: list[Checked]
    remarks: list[str]


Progress = Callable[[Iterator[Checked]], Iterable[Checked]]
"""A function that passes results on as they arrive, to show the progress."""


def check_files(
    job: Job,
    termbases: Termbases,
    files: Sequence[str],
    standard_input: bytes | None = None,
    progress: Progress = iter,
) -> CheckedFiles:
    """Check files, and return their results in order.

    The stored result of an earlier run is used if nothing that it depends on has changed. `progress` gets only the
    results of files that are checked now. `standard_input` is the content of the file `-`.
    """
    from termbase.files.parallel import map_files

    results = Results(job, termbases.files)
    keys = results.keys(files)
    found, remarks = results.get(keys)
    rest = [file for file in files if file not in found]
    new: list[Checked] = []
    if rest:
        remarks = termbases.remarks()  # opened here first, so that workers find the compiled terms in the cache
        new = list(progress(map_files(_FileCheck(job, termbases, standard_input), rest)))
    results.put(keys, new, remarks)
    found |= {one.file: one for one in new}
    return CheckedFiles([found[file] for file in files], remarks)


class _FileCheck:
    """Calls `check_file` so that all files of a run are checked against the same state of the termbases."""

    def __init__(self, job: Job, termbases: Termbases, standard_input: bytes | None) -> None:
        self._job = job
        self._termbases = termbases
        self._standard_input = standard_input

    def __reduce__(self) -> tuple[type[_FileCheck], tuple[Job, Termbases, bytes | None]]:
        return _FileCheck, (self._job, self._termbases, self._standard_input)

    @cached_property
    def _known(self) -> KnownTerms:
        return self._termbases.known()

    def __call__(self, file: str) -> Checked:
        return check_file(self._job, self._known, file, self._standard_input)
