"""`termbase check`: does a document keep to the termbase?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from termbase.errors import TermbaseError

from . import options

if TYPE_CHECKING:
    from termbase.check.subject import Settings


@click.command()
@options.sources
@options.termbases
@click.option("--language", metavar="TAG", help="Language of the documents; else their text tells.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output."
)
@click.option("--exit-zero", is_flag=True, help="Exit with status 0 even with findings.")
@click.pass_context
def check(
    context: click.Context,
    sources: tuple[str, ...],
    termbase: tuple[str, ...],
    language: str | None,
    form: str,
    exit_zero: bool,
) -> None:
    """Check that documents keep to a termbase: no deprecated terms, one rendering a concept, glosses as listed.

    SOURCE is a file, a folder, a glob, or - for standard input. The exit status is 1 where something was found.
    """
    from termbase.check.run import check_documents
    from termbase.language import canonical
    from termbase.report.findings_json import findings_json
    from termbase.report.findings_text import findings_text

    if not termbase:
        raise TermbaseError("no termbase to check against", hint="give --termbase FILE, or set it in termbase.toml")
    termbases = options.read_termbases(termbase)
    documents = {document.file: document for document in options.read_documents(sources)}
    tag = canonical(language) if language else None
    findings = check_documents(documents.values(), termbases, tag, _settings())
    if form == "json":
        click.echo(findings_json(findings, len(documents)))
    else:
        click.echo("\n".join(findings_text(findings, documents)))
    if findings and not exit_zero:
        context.exit(1)


def _settings() -> Settings:
    from pathlib import Path

    from termbase.check.subject import Settings
    from termbase.config import find_configuration, read_configuration

    path = find_configuration(Path.cwd())
    configured = read_configuration(path) if path else {}
    excepted = configured.get("check", {}).get("region", {}).get("except", [])
    if not isinstance(excepted, list):
        raise TermbaseError("[check.region] except is no list", file=str(path), hint="a list of concept ids")
    return Settings(region_except=frozenset(map(str, excepted)))
