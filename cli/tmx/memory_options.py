"""Arguments and options that the commands on memories share."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

import click

from .. import options

_Command = Callable[..., Any]

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


def _together(*decorators: Callable[[_Command], _Command]) -> Callable[[_Command], _Command]:
    """One decorator that adds several options, in this order in the help."""
    return lambda command: reduce(lambda inner, decorate: decorate(inner), reversed(decorators), command)


reading = _together(
    _strict, _report, click.option("--force", is_flag=True, help="Overwrite the report if it exists.")
)
"""The options of every command that reads a memory."""
reading_and_writing = _together(tags, _strict, _report, options.force, click.pass_context)
"""The options of every command that makes a memory from another, and the context."""
duplicates = _together(_key, _keep)
"""The options of the commands that drop duplicates."""
