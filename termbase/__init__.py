"""Chinese-English terminology: concepts, text knowledge, documents, extraction and checks.

Start from `termbase.model` for the data, `read` and `write` for files, `termbase.gather` for the main job.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termbase.model import Termbase
    from termbase.tbx.finding import Finding
    from termbase.tbx.reader import Reading

__all__ = ["read", "read_with_findings", "write"]


def read(path: str) -> Termbase:
    """The termbase of a TBX file (version 2 or 3, any dialect) or of a CSV, TSV or XLSX glossary.

    Raises `termbase.errors.TermbaseError` where the file is unreadable or of none of these kinds.
    """
    return read_with_findings(path).termbase


def read_with_findings(path: str) -> Reading:
    """The termbase of a file as `read` gives it, with what its reader repaired, respelt or skipped."""
    from pathlib import Path

    from termbase.errors import os_error
    from termbase.table.glossary import SUFFIXES, load_table
    from termbase.tbx.reader import Reading, load_with_findings

    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise os_error(error, path, "read") from error
    if Path(path).suffix.lower() in SUFFIXES:
        table = load_table(data, path, Path(path).stem)
        return Reading(table.termbase, table.findings)
    return load_with_findings(data, path)


def write(
    termbase: Termbase,
    path: str,
    form: str | None = None,
    *,
    languages: Sequence[str] = (),
    overwrite: bool = False,
) -> tuple[Finding, ...]:
    """Write a termbase whole or not at all; the findings say what the form had no place for.

    `form` is one of `termbase.exchange.FORMS`, by default that of the path's ending; `languages` are tags in any
    spelling, by default all. Raises `termbase.errors.TermbaseError` for an unknown ending, and for an existing file
    without `overwrite`.
    """
    from termbase.errors import TermbaseError
    from termbase.exchange import FORMS, Options, convert, form_of
    from termbase.files.output import refuse_overwriting, write_file

    form = form or form_of(path)
    if form not in FORMS:
        raise TermbaseError("has no ending of a known form", file=path, hint=f"give a form: {', '.join(FORMS)}")
    refuse_overwriting([path], overwrite)
    converted = convert(termbase, form, Options(languages=languages))
    write_file(path, converted.data)
    return converted.findings
