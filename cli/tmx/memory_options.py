"""Arguments and options that the commands on memories share."""

from __future__ import annotations

from typing import NamedTuple

import click

from .. import options

file_argument = click.argument("file", metavar="FILE")
source = click.option("--source", metavar="TAG", help="Source language. [default: as in the file]")
target = click.option("--target", metavar="TAG", help="Target language. [default: as in the file]")
_strict = click.option("--strict", is_flag=True, help="Fail on a damaged file instead of repairing it.")
_report = click.option("--report", metavar="FILE", help="Write all repairs and losses to a file, as JSON lines.")
tags = click.option(
    "--tags",
    type=click.Choice(["region", "script", "keep"]),
    help="Spelling of tags: zh-CN, zh-Hans-CN, or as in the file. [default: region for Chinese, else keep]",
)
_key = click.option(
    "--key",
    type=click.Choice(["exact", "text", "source", "id"]),
    default="exact",
    show_default=True,
    help="What duplicates have in common.",
)
_keep = click.option(
    "--keep",
    type=click.Choice(["newest", "used", "first"]),
    default="newest",
    show_default=True,
    help="Which of several duplicates to keep.",
)


class Reading(NamedTuple):
    """The values of the options of a command that reads a memory."""

    strict: bool
    report: str | None
    force: bool


class Writing(NamedTuple):
    """The values of the options of a command that makes a memory from another."""

    tags: str | None
    strict: bool
    report: str | None
    force: bool


_force_report = click.option("--force", is_flag=True, help="Overwrite the report if it exists.")
reading = options.as_one_value(Reading, (_strict, _report, _force_report), "reading")
"""The options of every command that reads a memory, as the argument `reading`."""
writing = options.as_one_value(Writing, (tags, _strict, _report, options.force, click.pass_context), "writing")
"""The options of every command that makes a memory from another, as the argument `writing`, and the context."""
duplicates = options.together(_key, _keep)
"""The options of the commands that drop duplicates."""
