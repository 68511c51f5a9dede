"""`termbase tbx convert`: writes a termbase in another format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from termbase.errors import TermbaseError

from .. import options, settings
from ..terminal import number, say
from . import files

if TYPE_CHECKING:
    from termbase.model import AdministrativeStatus
    from termbase.tbx.standard.categories import Dialect

_DIALECTS = ["core", "min", "basic", "linguist"]
_DIALECT_OF = {"tbx2": "basic", "tbx-min": "min"}
"""Formats of one dialect only."""


@click.command()
@click.argument("file", metavar="IN")
@options.out
@files.to
@click.option(
    "--dialect", type=click.Choice(_DIALECTS), help="TBX dialect. [default: the smallest that can hold all data]"
)
@click.option(
    "--languages", metavar="TAGS", help="Write only these languages, in this order, for example en,zh-CN."
)
@click.option(
    "--status",
    metavar="STATUSES",
    help="Leave out terms with another status than these, for example preferred,admitted.",
)
@click.option(
    "--tags",
    type=click.Choice(["region", "script"]),
    default="region",
    show_default=True,
    help="Spelling of tags: zh-CN or zh-Hans-CN.",
)
@click.option("--source", metavar="TAG", help="Language of the column named source in a glossary.")
@click.option("--target", metavar="TAG", help="Language of the column named target in a glossary.")
@click.option("--strict", is_flag=True, help="Fail if something has to be moved, left out or repaired.")
@options.force
@click.pass_context
def convert(
    context: click.Context,
    file: str,
    out: str,
    form: str | None,
    dialect: str | None,
    languages: str | None,
    status: str | None,
    tags: str,
    source: str | None,
    target: str | None,
    strict: bool,
    force: bool,
) -> None:
    """Write a termbase in another format: TBX 3 or 2, a table, or a glossary for OmegaT.

    Data that the format cannot hold is moved to the nearest field, and reported.
    """
    from termbase.exchange import Options
    from termbase.exchange import convert as converted_to
    from termbase.language import canonical, region_style
    from termbase.tbx.select import absent

    form = files.form_to_write(form, out)
    termbase = files.read(file, source, target)
    wanted = Options(
        languages=_listed(languages),
        statuses=_statuses(status),
        tags=tags,
        dialect=_dialect(context, dialect, form),
    )
    for tag in absent(termbase, list(map(canonical, wanted.languages))):
        say(f"{file}: has no terms in {region_style(tag)}")
    converted = converted_to(termbase, form, wanted)
    files.report(converted.findings, file)
    if strict and converted.findings:
        raise TermbaseError(
            f"cannot be converted to {form} without changes",
            file=file,
            hint="without --strict they are only reported",
        )
    files.write(out, converted.data, force)
    terms = sum(1 for entry in converted.termbase for _ in entry.terms())
    say(f"{out}: {number(len(converted.termbase.entries), 'concept')}, {number(terms, 'term')}")


def _dialect(context: click.Context, name: str | None, form: str) -> Dialect | None:
    """The dialect of a name. One that the format cannot have is reported, unless it is from `termbase.toml`."""
    from termbase.tbx.standard.categories import Dialect

    can_have = form.startswith("tbx3") or name in (None, _DIALECT_OF.get(form))
    if not can_have and not settings.is_set_in_file(context, "dialect"):
        say(f"--dialect {name} has no effect on {form} (give --to tbx3-dca or tbx3-dct)")
    return next((known for known in Dialect if known.lower() == f"tbx-{name}"), None)


def _listed(text: str | None) -> Sequence[str]:
    return [part.strip() for part in (text or "").split(",") if part.strip()]


def _statuses(text: str | None) -> Sequence[AdministrativeStatus]:
    from termbase.tbx.standard.vocabulary import read_status

    statuses = []
    for word in _listed(text):
        status = read_status(word)
        if status is None:
            raise TermbaseError(
                f"{word!r} is not a status", hint="use preferred, admitted, deprecated or superseded"
            )
        statuses.append(status)
    return statuses
