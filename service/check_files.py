"""The checks of many files: what is known from an earlier run is not checked again, the rest in parallel."""

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
    """What is found in each of some files, in their order, and what is odd in the termbases, a line each."""

    files: list[Checked]
    remarks: list[str]


Progress = Callable[[Iterator[Checked]], Iterable[Checked]]
"""Passes results on as they come, to show how far the work is."""


def check_files(
    job: Job,
    termbases: Termbases,
    files: Sequence[str],
    standard_input: bytes | None = None,
    progress: Progress = iter,
) -> CheckedFiles:
    """What is found in each file: known from an earlier run if neither the file nor anything else has changed.

    `progress` sees only what is checked now; `standard_input` is what the file `-` holds.
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
    """`check_file` for one run: all files are checked against the same state of the termbases."""

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
