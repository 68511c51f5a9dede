"""The options of `termbase check`."""

from __future__ import annotations

from dataclasses import dataclass

import click

from . import options, pair_options
from .check_output import LEVELS


def _existing(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of checks as they are given. Raises TermbaseError for one that does not exist."""
    if values:
        from termbase.check.configure import names_of

        names_of(values)
    return values


_OPTIONS = (
    options.sources,
    options.termbases,
    pair_options.counted_confidence,
    pair_options.counted_kinds,
    click.option(
        "--language",
        metavar="TAG",
        help="Language of the documents: en, zh-CN, zh-TW or zh-HK. [default: detected]",
    ),
    click.option("--source", metavar="TAG", help="Source language of bilingual files. [default: as in the file]"),
    click.option("--target", metavar="TAG", help="Target language of bilingual files. [default: all in the file]"),
    click.option(
        "--select",
        metavar="CHECK",
        multiple=True,
        callback=_existing,
        help="Run only this check (name, code, or all); may be repeated.",
    ),
    click.option(
        "--extend-select",
        metavar="CHECK",
        multiple=True,
        callback=_existing,
        help="Run this check too; may be repeated.",
    ),
    click.option(
        "--ignore",
        metavar="CHECK",
        multiple=True,
        callback=_existing,
        help="Do not run this check; may be repeated.",
    ),
    click.option("--unfinished", is_flag=True, help="Check unfinished translations too (fuzzy, needs review)."),
    click.option("--since", metavar="REV", help="Check only lines changed since this git revision."),
    click.option("--baseline", metavar="FILE", help="Do not report the findings that this file lists."),
    click.option("--write-baseline", metavar="FILE", help="Write all findings to a file for --baseline."),
    options.output_format("text", "json", "github", "sarif", "junit", "html"),
    click.option("--output-file", metavar="FILE", help="Write the report to a file instead of standard output."),
    click.option(
        "--fix",
        is_flag=True,
        help="Replace wrong terms in the files if there is only one right form; report the rest.",
    ),
    click.option("--diff", is_flag=True, help="Show what --fix would change, without changing anything."),
    click.option(
        "--fail-on",
        type=click.Choice(LEVELS),
        default="warning",
        show_default=True,
        help="Fail only on findings at least this severe.",
    ),
    click.option(
        "--max-warnings",
        metavar="N",
        type=click.IntRange(0),
        default=0,
        help="Allow up to N findings that are not errors.",
    ),
    click.option("--exit-zero", is_flag=True, help="Exit with status 0 even if there are findings."),
    options.force_files,
)


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The values of the options, under their names."""

    sources: tuple[str, ...]
    termbase: tuple[str, ...]
    min_confidence: float
    kinds: frozenset[str]
    language: str | None
    source: str | None
    target: str | None
    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    unfinished: bool
    since: str | None
    baseline: str | None
    write_baseline: str | None
    form: str
    output_file: str | None
    fix: bool
    diff: bool
    fail_on: str
    max_warnings: int
    exit_zero: bool
    force: bool


check_options = options.as_one_value(CheckOptions, _OPTIONS, "options")
