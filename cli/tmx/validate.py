"""`termbase tmx validate`: checks that a memory is valid TMX, and reports suspicious content."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import click

from .. import options
from ..terminal import number
from . import memory_options

if TYPE_CHECKING:
    from tmx.validate import MemoryFinding


@click.command()
@memory_options.file_argument
@options.output_format("text", "json")
@click.pass_context
def validate(context: click.Context, file: str, form: str) -> None:
    """Check a memory against TMX 1.4b, and for suspicious content: duplicates, empty or equal texts, wrong script.

    The exit status is 1 if there are findings.
    """
    from tmx.validate import validate as check

    findings: list[MemoryFinding] = []
    seen: Counter[str] = Counter()

    def take(finding: MemoryFinding) -> None:
        seen[finding.severity] += 1
        if form == "json":
            findings.append(finding)
        else:
            click.echo(_line(file, finding))

    verdict = check(file, take)
    if form == "json":
        document = {
            "file": file,
            "valid": not seen["error"],
            "version": verdict.version,
            "dialect": None,
            "findings": [finding._asdict() for finding in findings],
            "units": verdict.units,
        }
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
    else:
        state = "not valid" if seen["error"] else "valid"
        found = (number(seen[severity], severity) for severity in ("error", "warning"))
        counted = ", ".join([number(verdict.units, "unit"), *found])
        version = f" {verdict.version}" if verdict.version not in ("", "1.4") else ""
        click.echo(f"{file}: {state} TMX{version}: {counted}")
    if seen:
        context.exit(1)


def _line(file: str, finding: MemoryFinding) -> str:
    place = f"{file}:{finding.line}" + (f":{finding.column}" if finding.column else "")
    head = f"{place}: {finding.severity}: {finding.message} [{finding.code}]"
    return f"{head} {finding.path} ({finding.hint})" if finding.hint else f"{head} {finding.path}"
