"""Reads a termbase from a file of any supported format, and writes it in any of them.

Start from `read_with_findings`, which chooses the reader by the ending of the file name, and from `convert`, which
returns the bytes of a file. The package `termbase` exports `read`, `read_with_findings` and `write`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from termbase.errors import TermbaseError, os_error
from termbase.files.encoding import UTF8, marked_encoding, unmarked_utf16
from termbase.language import canonical, region_style, script_style
from termbase.model import AdministrativeStatus, Termbase
from termbase.table.column_names import language_named
from termbase.table.glossary import dump_table
from termbase.table.multiterm import ROOT as MULTITERM
from termbase.table.multiterm import load_multiterm
from termbase.table.omegat import dump_omegat
from termbase.table.read_glossary import SUFFIXES, load_table
from termbase.table.rows import OTHER_SHEETS, unread_sheet
from termbase.table.rows import SUFFIXES as TABLES
from termbase.tbx.finding import Reading, TermbaseFinding
from termbase.tbx.reader import load_with_findings

if TYPE_CHECKING:
    from termbase.tbx.standard.categories import Dialect

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
_XML = frozenset([".tbx", ".xml", ".mtf"])
_HEAD = 2000
"""Bytes at the start of a file that show whether it is XML, and of which kind."""


def read(path: str) -> Termbase:
    """Read a termbase: TBX (version 2 or 3, any dialect), MultiTerm XML, or a glossary (CSV, TSV, XLSX,
    OmegaT, UTX).

    Raises `termbase.errors.TermbaseError` if the file cannot be read or has another format.
    """
    return read_with_findings(path).termbase


def read_with_findings(path: str, source: str | None = None, target: str | None = None) -> Reading:
    """Read a termbase like `read`, together with findings about what was repaired, respelt or skipped.

    The reader is chosen by the ending of the file name and, for XML, by its root element; `-` is standard input and
    must be XML. `source` and `target` are the languages (tags in any spelling) of the columns of a glossary
    that have these names. Raises TermbaseError like `read`, and if a tag is not valid.
    """
    data = read_bytes(path)
    suffix, head = Path(path).suffix.lower(), _head(data)
    is_xml = head.startswith("<") and suffix not in TABLES and (suffix in _XML or not head.startswith("<!--"))
    if suffix in SUFFIXES and not is_xml:
        first, second = (canonical(tag) if tag else "" for tag in (source, target))
        return load_table(data, path, Path(path).stem, first, second)
    if is_xml and re.search(rf"<{MULTITERM}[\s>]", head):
        return load_multiterm(data, path, Path(path).stem)
    if not is_xml and suffix not in _XML and path != _STANDARD_INPUT:
        if suffix in OTHER_SHEETS:
            raise unread_sheet(path)
        hint = "give a .tbx, .csv, .tsv, .xlsx or tab-separated .txt file"
        raise TermbaseError("is not a termbase or a glossary", file=path, hint=hint)
    return load_with_findings(data, path, language_named)


def _head(data: bytes) -> str:
    """Return the beginning of a file as text; what is not text in UTF-8 or UTF-16 is left out."""
    encoding, mark = marked_encoding(data)
    return data[mark:_HEAD].decode(encoding or unmarked_utf16(data[:_HEAD]) or UTF8, "ignore").lstrip()


def read_bytes(path: str) -> bytes:
    """Return the bytes of a file; `-` is standard input. Raises TermbaseError if it cannot be read."""
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
    """Write a termbase to a file, in full or not at all. Return findings about what the form cannot express.

    `form` is one of `FORMS`; by default it follows from the ending of `path`. `languages` are tags in any spelling;
    by default all languages are written. Raises `termbase.errors.TermbaseError` for an unknown ending or language
    tag, if the file cannot be written, and if it exists and `overwrite` is false.
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
    """What to write of a termbase, and how.

    `languages` are tags in any spelling and `statuses` those of the terms to write; empty means all. `tags` is the
    spelling of language tags: "region" (`zh-CN`) or "script" (`zh-Hans`). `dialect` is that of TBX; None means
    TBX-Basic, or TBX-Linguist if a category needs it.
    """

    languages: Sequence[str] = ()
    statuses: Sequence[AdministrativeStatus] = ()
    tags: str = "region"
    dialect: Dialect | None = None


@dataclass(frozen=True, slots=True)
class Converted:
    """The bytes of a file, the termbase that they contain, and findings about what was changed or left out."""

    data: bytes
    termbase: Termbase
    findings: tuple[TermbaseFinding, ...]


def form_of(file: str) -> str | None:
    """Return the form for the ending of a file name: `terms.csv` gives `csv`. None if the ending is unknown."""
    return next((form for suffix, form in _BY_SUFFIX.items() if file.lower().endswith(suffix)), None)


def convert(termbase: Termbase, form: str, options: Options = Options()) -> Converted:
    """Convert a termbase to one of `FORMS`. Raises TermbaseError for an invalid language tag."""
    from termbase.tbx.select import select

    languages = [canonical(tag) for tag in options.languages]
    chosen, findings = select(termbase, languages, options.statuses)
    style = script_style if options.tags == "script" else region_style
    if form == "omegat":
        data, written, left_out = dump_omegat(chosen, languages)
        return Converted(data, written, (*findings, *left_out))
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
    from termbase.tbx.fit.fit_dialect import fit, needed_dialect
    from termbase.tbx.standard.categories import Dialect
    from termbase.tbx.writer import dump
    from termbase.tbx.xml.serialize import TbxForm

    spelling = TbxForm(form)
    if spelling is TbxForm.TBX_MIN:
        spelling, dialect = TbxForm.TBX3_DCA, Dialect.MIN
    dialect = dialect or needed_dialect(termbase)
    if not termbase.entries:
        raise TermbaseError(
            "the termbase has no concept with a term, and a TBX file needs at least one",
            hint="add one, or write a table",
        )
    fitted, moved = fit(termbase, spelling, dialect)
    return Converted(dump(fitted, spelling, dialect, style), fitted, (*findings, *moved))
