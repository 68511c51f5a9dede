"""Options that the commands `add`, `edit` and `remove` share."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termbase.errors import TermbaseError

from .terminal import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termbase.model import AdministrativeStatus

STATUSES = ("preferred", "admitted", "deprecated", "superseded")
termbase = click.option("--termbase", metavar="FILE", multiple=True, help="The termbase to change.")
concept = click.option("--concept", metavar="ID", help="The concept, if several have the term.")
status = click.option("--status", type=click.Choice(STATUSES), help="Status of the term.")
preferred = click.option("--preferred", is_flag=True, help="The same as --status preferred.")


def the_file(files: Sequence[str]) -> str:
    """Return the only file of `--termbase`. Raises TermbaseError if it is not one."""
    if len(files) != 1:
        what = "no termbase to change" if not files else f"{len(files)} termbases to change"
        raise TermbaseError(what, hint="give one --termbase FILE")
    return files[0]


def status_of(word: str | None, is_preferred: bool) -> AdministrativeStatus | None:
    """Return the status that the options `--status` and `--preferred` give."""
    from termbase.model import AdministrativeStatus

    if is_preferred and word not in (None, "preferred"):
        raise click.UsageError("--preferred and --status contradict each other")
    chosen = "preferred" if is_preferred else word
    return AdministrativeStatus(chosen) if chosen else None


@contextmanager
def naming(file: str) -> Iterator[None]:
    """Give errors that name no file the name of this one; say so if a build would make the file anew."""
    if Path(file).name == "termbase.tbx" and Path(file).with_name("candidates.tsv").exists():
        say(
            f"{file}: the next build makes this file anew: decide with termbase review, or keep own terms elsewhere"
        )
    try:
        yield
    except TermbaseError as error:
        if error.file is None:
            raise TermbaseError(error.message, file=file, hint=error.hint) from None
        raise
