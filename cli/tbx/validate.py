"""`termbase tbx validate`: checks that files are valid TBX."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from .. import options
from ..terminal import number, say
from .files import write

if TYPE_CHECKING:
    from termbase.tbx.finding import TermbaseFinding
    from termbase.tbx.validate import Validation

_SHOWN = 100
"""How many repairs of a file are printed."""


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@options.output_format("text", "json")
@click.option("--fix", is_flag=True, help="Before the check, repair in the file what can be repaired safely.")
@click.option("--no-warnings", is_flag=True, help="Show only findings that make the file invalid.")
@click.pass_context
def validate(context: click.Context, files: tuple[str, ...], form: str, fix: bool, no_warnings: bool) -> None:
    """Check TBX files: structure, data categories, languages, references, content.

    The exit status is 1 if a file is invalid; warnings do not make a file invalid. docs/tbx.md lists the codes.
    """
    from termbase.exchange import read_bytes
    from termbase.tbx.validate import validate_source
    from termbase.tbx.xml.source import read_source

    verdicts = []
    for file in files:
        if fix and file != "-":
            _fix(file)
        verdicts.append(validate_source(read_source(read_bytes(file), file)))
    if form == "json":
        records = [_record(verdict, no_warnings) for verdict in verdicts]
        click.echo(json.dumps(records[0] if len(records) == 1 else records, ensure_ascii=False, indent=2))
    else:
        for verdict in verdicts:
            for line in _lines(verdict, no_warnings):
                click.echo(line)
    if not all(verdict.is_valid for verdict in verdicts):
        context.exit(1)


def _fix(file: str) -> None:
    from termbase.exchange import read_bytes
    from termbase.table.column_names import language_named
    from termbase.tbx.correct import fixed
    from termbase.tbx.xml.source import read_source
    from termbase.tbx.xml.xml_errors import NotWellFormedError

    try:
        data, mends = fixed(read_source(read_bytes(file), file), language_named)
    except NotWellFormedError:  # the check reports it
        return
    for mend in mends[:_SHOWN]:
        say(f"{file}: repaired: {mend}")
    if len(mends) > _SHOWN:
        say(f"{file}: ... and {number(len(mends) - _SHOWN, 'more repair')}")
    if data:
        write(file, data, force=True)


def _record(verdict: Validation, no_warnings: bool) -> dict[str, object]:
    """The result of a file as the object that `--format json` prints."""
    return {
        "file": verdict.file,
        "valid": verdict.is_valid,
        "version": verdict.version or None,
        "dialect": verdict.dialect or None,
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "line": finding.line,
                "column": finding.column,
                "path": finding.path,
                "message": finding.message,
                "hint": finding.hint,
            }
            for finding in _shown(verdict, no_warnings)
        ],
        "concepts": verdict.concepts,
    }


def _lines(verdict: Validation, no_warnings: bool) -> Iterable[str]:
    """The result of a file as text: its findings with their places, then a summary."""
    for finding in _shown(verdict, no_warnings):
        place = f"{verdict.file}:{finding.line}:{finding.column}"
        yield f"{place}: {finding.severity} {finding.code}: {finding.message} ({finding.hint})"
        if finding.path:
            yield f"    {finding.path}"
    counts = Counter(finding.severity.value for finding in verdict.findings)
    summary = ", ".join(number(count, severity) for severity, count in counts.items()) or "no findings"
    summary += " (warnings not shown)" if no_warnings and counts["warning"] else ""
    if not verdict.version:
        yield f"{verdict.file}: invalid: it cannot be read further"
        return
    kind = f"{'valid' if verdict.is_valid else 'invalid'} {verdict.dialect} (version {verdict.version})"
    yield f"{verdict.file}: {kind}, {number(verdict.concepts, 'concept')}: {summary}"


def _shown(verdict: Validation, no_warnings: bool) -> Iterable[TermbaseFinding]:
    return [finding for finding in verdict.findings if not no_warnings or finding.severity == "error"]
