"""`termbase tbx merge`: merges termbases into one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from termbase.errors import TermbaseError

from .. import options
from ..terminal import number, say
from .files import form_to_write, read, report, to, write

if TYPE_CHECKING:
    from termbase.tbx.merge import Conflict


@click.command()
@click.argument("files", metavar="OURS THEIRS...", nargs=-1, required=True)
@click.option("--base", metavar="FILE", help="The common ancestor of both termbases, for a three-way merge.")
@options.out
@to
@options.force
@click.pass_context
def merge(
    context: click.Context, files: tuple[str, ...], base: str | None, out: str, form: str | None, force: bool
) -> None:
    """Merge termbases into one.

    Concepts are the same if they share terms in two languages, or have the same id and share a term. With --base,
    the id is enough. Row numbers are no ids. If two termbases contradict each other, the first one is kept, or both
    are, and the conflict is listed; the exit status is then 1.
    """
    from termbase.exchange import convert as converted_to
    from termbase.tbx.merge import merge as merged

    if len(files) < 2:
        raise TermbaseError(
            "a merge needs at least two termbases", hint="termbase tbx merge OURS THEIRS --out FILE"
        )
    if base and len(files) != 2:
        raise TermbaseError("a merge with --base takes exactly two termbases", hint="merge the others afterwards")
    termbase, start, conflicts = read(files[0]), read(base) if base else None, []
    for other in files[1:]:
        termbase, found = merged(termbase, read(other), start)
        conflicts += found
    converted = converted_to(termbase, form_to_write(form, out))
    report(converted.findings, out)
    write(out, converted.data, force)
    for conflict in conflicts:
        say(_line(conflict, has_base=start is not None))
    them = "it" if len(conflicts) == 1 else "them"
    settle = f": check {them} in {'the output' if out == '-' else out}" if conflicts else ""
    say(
        f"{out}: {number(len(converted.termbase.entries), 'concept')}, {number(len(conflicts), 'conflict')}{settle}"
    )
    if conflicts:
        context.exit(1)


def _line(conflict: Conflict, has_base: bool) -> str:
    """A conflict in one line, with the value that was kept."""
    before = f"; it was {conflict.base!r}" if has_base and conflict.base else ""
    kept = f"kept {conflict.ours!r}, not {conflict.theirs!r}"
    if conflict.has_both:
        kept = f"kept both {conflict.ours!r} and {conflict.theirs!r}"
    return f"conflict: {conflict.concept}: {conflict.place}: {kept}{before}"
