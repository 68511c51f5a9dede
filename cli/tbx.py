"""`termbase tbx`: validate, convert, merge, compare and count termbases."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from termbase.errors import TermbaseError

from . import termbase_files
from .termbase_words import conflict_text, diff_text, number, stats_text
from .verdict import verdict_json, verdict_text

if TYPE_CHECKING:
    from termbase.model import AdministrativeStatus

_FORMS = ["tbx3-dca", "tbx3-dct", "tbx2", "tbx-min", "csv", "tsv", "xlsx", "omegat"]
_DIALECTS = ["core", "min", "basic", "linguist"]

_out = click.option("--out", metavar="FILE", required=True, help="File to write; - is standard output.")
_force = click.option("--force", is_flag=True, help="Overwrite a file that is there.")
_to = click.option(
    "--to", "form", type=click.Choice(_FORMS), help="What to write; else the ending of the file says."
)


def _format(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(
        "--format", "form", type=click.Choice(names), default=names[0], show_default=True, help="Output."
    )


@click.group()
def tbx() -> None:
    """Work on termbases: TBX of version 2 or 3, and CSV, TSV or XLSX glossaries."""


@tbx.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@_format("text", "json")
@click.option("--fix", is_flag=True, help="Mend what is safe to mend, in the file itself, before the check.")
@click.option("--no-warnings", is_flag=True, help="Only say what makes the file invalid.")
@click.pass_context
def validate(context: click.Context, files: tuple[str, ...], form: str, fix: bool, no_warnings: bool) -> None:
    """Check TBX files: structure, data categories, languages, references, content.

    The exit status is 1 where a file is invalid; warnings do not make it so. docs/tbx.md lists the codes.
    """
    from termbase.tbx.source import read_source
    from termbase.tbx.validate import validate_source

    verdicts = []
    for file in files:
        if fix and file != "-":
            _fix(file)
        verdicts.append(validate_source(read_source(termbase_files.read_bytes(file), file)))
    if form == "json":
        told = [verdict_json(verdict, no_warnings) for verdict in verdicts]
        click.echo(json.dumps(told[0] if len(told) == 1 else told, ensure_ascii=False, indent=2))
    else:
        for verdict in verdicts:
            for line in verdict_text(verdict, no_warnings):
                click.echo(line)
    if not all(verdict.is_valid for verdict in verdicts):
        context.exit(1)


@tbx.command()
@click.argument("file", metavar="IN")
@_out
@_to
@click.option("--dialect", type=click.Choice(_DIALECTS), help="TBX dialect; else the smallest that holds all.")
@click.option("--languages", metavar="TAGS", help="Only these languages, in this order: en,zh-CN.")
@click.option("--status", metavar="STATUSES", help="Of the terms with a status, only these: preferred,admitted.")
@click.option("--tags", type=click.Choice(["region", "script"]), default="region", show_default=True, help="Tags.")
@click.option("--source", metavar="TAG", help="Language of a glossary's column called source.")
@click.option("--target", metavar="TAG", help="Language of a glossary's column called target.")
@click.option("--strict", is_flag=True, help="Refuse where something has to be moved, left out or mended.")
@_force
def convert(
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
    """Write a termbase in another form: TBX 3 or 2, a table, OmegaT's glossary.

    What the form has no place for is moved to the nearest one and reported.
    """
    from termbase.exchange import Options
    from termbase.exchange import convert as converted_to
    from termbase.tbx.categories import Dialect

    termbase = termbase_files.read(file, source, target)
    options = Options(
        languages=_listed(languages),
        statuses=_statuses(status),
        tags=tags,
        dialect=next((known for known in Dialect if known.lower() == f"tbx-{dialect}"), None),
    )
    converted = converted_to(termbase, _form(form, out), options)
    termbase_files.report(converted.findings, file)
    if strict and converted.findings:
        raise TermbaseError(
            f"loses something as {_form(form, out)}", file=file, hint="drop --strict to accept that"
        )
    termbase_files.write(out, converted.data, force)
    terms = sum(1 for entry in converted.termbase for _ in entry.terms())
    click.echo(f"{out}: {number(len(converted.termbase.entries), 'concept')}, {number(terms, 'term')}", err=True)


@tbx.command()
@click.argument("files", metavar="OURS THEIRS...", nargs=-1, required=True)
@click.option("--base", metavar="FILE", help="The termbase that both come from: a three-way merge.")
@_out
@_to
@_force
@click.pass_context
def merge(
    context: click.Context, files: tuple[str, ...], base: str | None, out: str, form: str | None, force: bool
) -> None:
    """Join termbases: concepts are the same by id, or by terms that they share in two languages.

    Where both say different things, the first file stands, and the conflict is listed; the exit status is then 1.
    """
    from termbase.exchange import convert as converted_to
    from termbase.tbx.merge import merge as merged

    if len(files) < 2:
        raise TermbaseError("a merge needs two termbases", hint="termbase tbx merge OURS THEIRS --out FILE")
    if base and len(files) != 2:
        raise TermbaseError("a merge with --base takes two termbases", hint="merge the others after")
    termbase, start, conflicts = termbase_files.read(files[0]), termbase_files.read(base) if base else None, []
    for other in files[1:]:
        termbase, found = merged(termbase, termbase_files.read(other), start)
        conflicts += found
    converted = converted_to(termbase, _form(form, out))
    termbase_files.report(converted.findings, out)
    termbase_files.write(out, converted.data, force)
    for conflict in conflicts:
        click.echo(conflict_text(conflict, has_base=start is not None), err=True)
    settle = f": settle them in {out}" if conflicts else ""
    told = f"{number(len(termbase.entries), 'concept')}, {number(len(conflicts), 'conflict')}{settle}"
    click.echo(f"{out}: {told}", err=True)
    if conflicts:
        context.exit(1)


@tbx.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@_format("text", "json")
@click.pass_context
def diff(context: click.Context, old: str, new: str, form: str) -> None:
    """Show what changed between two termbases, concept by concept. The exit status is 1 where something did."""
    from termbase.tbx.diff import diff as differences

    found = differences(termbase_files.read(old), termbase_files.read(new))
    if form == "json":
        concepts = [
            {
                "kind": concept.kind.value,
                "concept": concept.id,
                "name": concept.name,
                "removed": concept.removed,
                "added": concept.added,
            }
            for concept in found
        ]
        click.echo(json.dumps({"old": old, "new": new, "concepts": concepts}, ensure_ascii=False, indent=2))
    else:
        for concept in found:
            for line in diff_text(concept):
                click.echo(line)
        kinds = Counter(concept.kind.value for concept in found)
        told = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
        click.echo(f"{number(len(found), 'concept')}: {told}" if found else "no difference")
    if found:
        context.exit(1)


@tbx.command()
@click.argument("file", metavar="FILE")
@_format("text", "json")
def stats(file: str, form: str) -> None:
    """Count concepts, terms by language and status, definitions, contexts."""
    from dataclasses import asdict

    from termbase.tbx.stats import stats as counted

    counts = counted(termbase_files.read(file))
    if form == "json":
        click.echo(json.dumps({"file": file, **asdict(counts)}, ensure_ascii=False, indent=2))
        return
    for line in stats_text(counts):
        click.echo(line)


def _fix(file: str) -> None:
    from termbase.tbx.fix import fixed
    from termbase.tbx.source import read_source

    data, mends = fixed(read_source(termbase_files.read_bytes(file), file))
    for mend in mends:
        click.echo(f"{file}: mended: {mend}", err=True)
    if data:
        termbase_files.write(file, data, force=True)


def _form(form: str | None, out: str) -> str:
    from termbase.exchange import form_of

    found = form or form_of(out)
    if not found:
        raise TermbaseError("has no ending of a known form", file=out, hint=f"give --to {'|'.join(_FORMS)}")
    return found


def _listed(text: str | None) -> Sequence[str]:
    return [part.strip() for part in (text or "").split(",") if part.strip()]


def _statuses(text: str | None) -> Sequence[AdministrativeStatus]:
    from termbase.tbx.vocabulary import read_status

    statuses = []
    for word in _listed(text):
        status = read_status(word)
        if status is None:
            raise TermbaseError(f"{word!r} is not a status", hint="preferred, admitted, deprecated, superseded")
        statuses.append(status)
    return statuses
