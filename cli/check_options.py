"""The options of `termbase check`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from . import options, pair_options
from .check_output import LEVELS

_Command = TypeVar("_Command", bound=Callable[..., Any])

_OPTIONS = (
    options.sources,
    options.termbases,
    pair_options.counted_confidence,
    pair_options.counted_kinds,
    click.option("--language", metavar="TAG", help="Language of the documents. [default: detected from the text]"),
    click.option("--source", metavar="TAG", help="Source language of bilingual files. [default: as in the file]"),
    click.option("--target", metavar="TAG", help="Target language of bilingual files. [default: all in the file]"),
    click.option(
        "--select",
        metavar="CHECK",
        multiple=True,
        help="Run only this check (name, code, or all); may be repeated.",
    ),
    click.option("--extend-select", metavar="CHECK", multiple=True, help="Run this check too; may be repeated."),
    click.option("--ignore", metavar="CHECK", multiple=True, help="Do not run this check; may be repeated."),
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


def check_options(command: _Command) -> _Command:
    """Give a command all options of `check`, in the order in which `--help` shows them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
