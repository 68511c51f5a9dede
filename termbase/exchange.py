"""One termbase in all the forms that are written. Start from `convert`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from termbase.language import canonical, region_style, script_style
from termbase.model import AdministrativeStatus, Termbase
from termbase.table.glossary import dump_omegat, dump_table
from termbase.tbx.categories import Dialect
from termbase.tbx.finding import Finding
from termbase.tbx.fit_dialect import fit, needed_dialect
from termbase.tbx.select import select
from termbase.tbx.serialize import Form
from termbase.tbx.writer import dump

FORMS = ("tbx3-dca", "tbx3-dct", "tbx2", "tbx-min", "csv", "tsv", "xlsx", "omegat")
_BY_SUFFIX = {
    ".tbx": "tbx3-dca",
    ".csv": "csv",
    ".tsv": "tsv",
    ".xlsx": "xlsx",
    ".txt": "omegat",
    ".utf8": "omegat",
}


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
    findings: tuple[Finding, ...]


def form_of(file: str) -> str | None:
    """The form that the ending of a file's name asks for: `terms.csv` gives `csv`; None for an unknown ending."""
    return next((form for suffix, form in _BY_SUFFIX.items() if file.lower().endswith(suffix)), None)


def convert(termbase: Termbase, form: str, options: Options = Options()) -> Converted:
    """A termbase in one of `FORMS`. Raises TermbaseError for a language tag that is none."""
    languages = [canonical(tag) for tag in options.languages]
    chosen, findings = select(termbase, languages, options.statuses)
    style = script_style if options.tags == "script" else region_style
    if form == "omegat":
        data, left_out = dump_omegat(chosen, languages)
        return Converted(data, chosen, (*findings, *left_out))
    if form in ("csv", "tsv", "xlsx"):
        data, losses = dump_table(chosen, form, style)
        return Converted(data, chosen, (*findings, *losses))
    return _tbx(chosen, Form(form), options.dialect, style, findings)


def _tbx(
    termbase: Termbase,
    form: Form,
    dialect: Dialect | None,
    style: Callable[[str], str],
    findings: Sequence[Finding],
) -> Converted:
    if form is Form.TBX_MIN:
        form, dialect = Form.TBX3_DCA, Dialect.MIN
    dialect = dialect or needed_dialect(termbase)
    fitted, moved = fit(termbase, form, dialect)
    return Converted(dump(fitted, form, dialect, style), fitted, (*findings, *moved))
