"""`termbase check`: does a document, or a translation, keep to the termbase?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from termbase.errors import TermbaseError

from . import options

if TYPE_CHECKING:
    from termbase.check.bitext import Bitext
    from termbase.check.subject import Settings
    from termbase.document.model import Document
    from termbase.report.findings_text import TextKey


@click.command()
@options.sources
@options.termbases
@click.option("--language", metavar="TAG", help="Language of the documents; else their text tells.")
@click.option("--source", metavar="TAG", help="Source language of bilingual files; else they tell.")
@click.option("--target", metavar="TAG", help="Target language of bilingual files; else all they have.")
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
    source: str | None,
    target: str | None,
    form: str,
    exit_zero: bool,
) -> None:
    """Check that documents keep to a termbase: no deprecated terms, one rendering a concept, glosses as listed.

    SOURCE is a file, a folder, a glob, or - for standard input; translations are read from TMX files. The exit
    status is 1 where something was found.
    """
    from termbase.check.run import check_bitexts, check_documents
    from termbase.report.findings_json import findings_json
    from termbase.report.findings_text import findings_text

    if not termbase:
        raise TermbaseError("no termbase to check against", hint="give --termbase FILE, or set it in termbase.toml")
    termbases, settings = options.read_termbases(termbase), _settings()
    documents, bitexts = _read(sources, _canonical(source), _canonical(target))
    findings = check_documents(documents, termbases, _canonical(language), settings)
    findings += check_bitexts(bitexts, termbases, settings)
    looked_at = len({*(document.file for document in documents), *(bitext.file for bitext in bitexts)})
    if form == "json":
        click.echo(findings_json(findings, looked_at))
    else:
        click.echo("\n".join(findings_text(findings, _texts(documents, bitexts), looked_at)))
    if findings and not exit_zero:
        context.exit(1)


def _read(sources: tuple[str, ...], source: str | None, target: str | None) -> tuple[list[Document], list[Bitext]]:
    from termbase.document.find import find_files
    from termbase.document.reader import SUFFIXES as DOCUMENTS
    from tmx.bitext import SUFFIXES as BITEXTS
    from tmx.bitext import read_bitexts

    files = find_files(sources, DOCUMENTS | BITEXTS)
    bilingual = [file for file in files if file.lower().endswith(tuple(BITEXTS))]
    documents = options.read_documents([file for file in files if file not in bilingual])
    return list(documents), [bitext for file in bilingual for bitext in read_bitexts(file, source, target)]


def _texts(documents: Iterable[Document], bitexts: Iterable[Bitext]) -> dict[TextKey, list[str]]:
    texts: dict[TextKey, list[str]] = {(document.file, None, None): [document.text] for document in documents}
    for bitext in bitexts:
        for pair in bitext.pairs:
            texts.setdefault((bitext.file, pair.id, "source"), []).append(pair.source)
            texts.setdefault((bitext.file, pair.id, "target"), []).append(pair.target)
    return texts


def _canonical(tag: str | None) -> str | None:
    from termbase.language import canonical

    return canonical(tag) if tag else None


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
