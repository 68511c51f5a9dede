"""One termbase out of and into any kind of file.

Start from `read_with_findings`, which chooses a reader by the ending of a file's name, and from `convert`, which
makes the bytes of a form. `read` and `write` are what the package `termbase` offers.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from termbase.errors import TermbaseError, os_error
from termbase.language import canonical, region_style, script_style
from termbase.model import AdministrativeStatus, Termbase
from termbase.table.glossary import SUFFIXES, dump_omegat, dump_table, load_table
from termbase.tbx.finding import Reading, TermbaseFinding
from termbase.tbx.reader import load_with_findings

if TYPE_CHECKING:
    from termbase.tbx.categories import Dialect

FORMS = ("tbx3-dca", "tbx3-dct", "tbx2", "tbx-min", "csv", "tsv", "xlsx", "omegat")
_BY_SUFFIX = {
    ".tbx": "tbx3-dca",
    ".csv": "csv",
    ".tsv": "tsv",
    ".xlsx": "xlsx",
    ".txt": "omegat",
    ".utf8": "omegat",
}
_STANDARD_INPUT = "-"


def read(path: str) -> Termbase:
    """The termbase of a TBX file (version 2 or 3, any dialect) or of a CSV, TSV or XLSX glossary.

    Raises `termbase.errors.TermbaseError` where the file is unreadable or of none of these kinds.
    """
    return read_with_findings(path).termbase


def read_with_findings(path: str, source: str | None = None, target: str | None = None) -> Reading:
    """The termbase of a file as `read` gives it, with what its reader repaired, respelt or skipped.

    The ending of the name chooses the reader; `-` is standard input and must hold TBX. `source` and `target` are
    the languages (tags in any spelling) of a glossary's columns that are called so.
    """
    data = read_bytes(path)
    if Path(path).suffix.lower() not in SUFFIXES:
        return load_with_findings(data, path)
    first, second = (canonical(tag) if tag else "" for tag in (source, target))
    return load_table(data, path, Path(path).stem, first, second)


def read_bytes(path: str) -> bytes:
    """A file whole; `-` is standard input. Raises TermbaseError if it cannot be read."""
    try:
        return sys.stdin.buffer.read() if path == _STANDARD_INPUT else Path(path).read_bytes()
    except OSError as error:
        raise os_error(error, path, "read") from error


def write(
    termbase: Termbase,
    path: str,
    form: str | None = None,
    *,
    languages: Sequence[str] = (),
    overwrite: bool = False,
) -> tuple[TermbaseFinding, ...]:
    """Write a termbase whole or not at all; the findings say what the form had no place for.

    `form` is one of `FORMS`, by default that of the path's ending; `languages` are tags in any spelling, by default
    all. Raises `termbase.errors.TermbaseError` for an unknown ending, and for an existing file without `overwrite`.
    """
    from termbase.files.output import refuse_overwriting, write_file

    form = form or form_of(path)
    if form not in FORMS:
        raise TermbaseError("has no ending of a known form", file=path, hint=f"give a form: {', '.join(FORMS)}")
    refuse_overwriting([path], overwrite)
    converted = convert(termbase, form, Options(languages=languages))
    write_file(path, converted.data)
    return converted.findings


@dataclass(frozen=True, slots=True)
class Options:
    """What to write: languages as given, statuses, the spelling of tags (`region` or `script`), a dialect."""

    languages: Sequence[str] = ()
    statuses: Sequence[AdministrativeStatus] = ()
    tags: str = "region"
    dialect: Dialect | None = None


@dataclass(frozen=True, slots=True)
class Converted:
    """The bytes of a file, the termbase as it stands there, and what was moved, mended or left out."""

    data: bytes
    termbase: Termbase
    findings: tuple[TermbaseFinding, ...]


def form_of(file: str) -> str | None:
    """The form that the ending of a file's name asks for: `terms.csv` gives `csv`; None for an unknown ending."""
    return next((form for suffix, form in _BY_SUFFIX.items() if file.lower().endswith(suffix)), None)


def convert(termbase: Termbase, form: str, options: Options = Options()) -> Converted:
    """A termbase in one of `FORMS`. Raises TermbaseError for a language tag that is none."""
    from termbase.tbx.select import select

    languages = [canonical(tag) for tag in options.languages]
    chosen, findings = select(termbase, languages, options.statuses)
    style = script_style if options.tags == "script" else region_style
    if form == "omegat":
        data, left_out = dump_omegat(chosen, languages)
        return Converted(data, chosen, (*findings, *left_out))
    if form in ("csv", "tsv", "xlsx"):
        data, losses = dump_table(chosen, form, style)
        return Converted(data, chosen, (*findings, *losses))
    return _tbx(chosen, form, options.dialect, style, findings)


def _tbx(
    termbase: Termbase,
    form: str,
    dialect: Dialect | None,
    style: Callable[[str], str],
    findings: Sequence[TermbaseFinding],
) -> Converted:
    from termbase.tbx.categories import Dialect
    from termbase.tbx.fit_dialect import fit, needed_dialect
    from termbase.tbx.serialize import TbxForm
    from termbase.tbx.writer import dump

    spelling = TbxForm(form)
    if spelling is TbxForm.TBX_MIN:
        spelling, dialect = TbxForm.TBX3_DCA, Dialect.MIN
    dialect = dialect or needed_dialect(termbase)
    fitted, moved = fit(termbase, spelling, dialect)
    return Converted(dump(fitted, spelling, dialect, style), fitted, (*findings, *moved))
