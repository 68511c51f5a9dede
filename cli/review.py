"""`termbase review`: decides on the candidates of a build, one key a decision."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from termbase.errors import TermbaseError

from . import pair_options
from .review_session import PAST
from .terminal import number

if TYPE_CHECKING:
    from collections.abc import Callable

    from termbase.gather.model import Decision
    from termbase_service.review import Candidate, Review

_SHOWN_FILES = 5


@click.command()
@click.argument("folder", metavar="DIR")
@click.option("--by", metavar="NAME", default="", help="Your name, to be kept with each decision.")
@click.option(
    "--accept-above",
    metavar="X",
    type=click.FloatRange(0, 1),
    help="Accept undecided pairs of at least confidence X.",
)
@click.option(
    "--reject-below", metavar="X", type=click.FloatRange(0, 1), help="Reject undecided pairs below confidence X."
)
@click.option(
    "--reject-kind",
    metavar="KIND[,KIND]",
    multiple=True,
    callback=lambda _context, _parameter, values: pair_options.read_kinds(values),
    help="Reject undecided pairs of these kinds.",
)
@click.option(
    "--reject-file", metavar="FILE", multiple=True, help="Reject undecided pairs first found in this file."
)
def review(
    folder: str,
    by: str,
    accept_above: float | None,
    reject_below: float | None,
    reject_kind: frozenset[str],
    reject_file: tuple[str, ...],
) -> None:
    """Decide on the pairs that `termbase build --out DIR` has found: one key for each, doubtful pairs first.

    Every decision is saved in DIR/candidates.tsv at once, so you can stop at any time and continue later. Then
    build again with --force: the decisions are applied.

    The keys are a (accept), p (prefer), r (reject), e (correct), s (skip), u (undo), o (open a decided pair again),
    ? (help) and q (quit); u also takes back the decisions of earlier reviews, the last one first. k, f and b decide
    on all pairs of a kind, of a file, or below a confidence. From a pipe, each line is a key. With one of the
    options for many pairs, nothing is asked; rejections come before --accept-above.
    """
    from termbase_service.review import Review

    opened, make = Review(folder), _decisions(by)
    _refuse_unknown(reject_file, opened)
    classes = _classes(accept_above, reject_below, reject_kind, reject_file)
    for verdict, name, belongs in classes:
        chosen = [row for row in opened.undecided() if belongs(row)]
        count = opened.decide(chosen, make(verdict)) if chosen else 0
        click.echo(f"{PAST[verdict]} {number(count, 'pair')} {name}")
    if not classes:
        _ask(opened, make)
    for line in _outcome(opened, folder):  # not wrapped, so that a command can be copied
        click.echo(line)


def _refuse_unknown(files: tuple[str, ...], opened: Review) -> None:
    """Refuse a file in which no pair was found: its name is probably written otherwise in the table."""
    known = {row.cells.get("file", "") for row in opened.candidates}
    for file in files:
        if file not in known:
            raise TermbaseError(f"no pair was first found in {file}", file=opened.file, hint=_names(known - {""}))


def _names(files: set[str]) -> str:
    names = sorted(files)
    return f"its files are {', '.join(names[:_SHOWN_FILES])}{' ...' if len(names) > _SHOWN_FILES else ''}"


def _decisions(by: str) -> Callable[..., Decision]:
    from datetime import date

    from termbase.gather.model import Decision, Verdict

    today = date.today().isoformat()
    return lambda verdict, zh="", en="": Decision(Verdict(verdict), zh, en, by, today)


def _classes(
    accept_above: float | None, reject_below: float | None, kinds: frozenset[str], files: tuple[str, ...]
) -> list[tuple[str, str, Callable[[Candidate], bool]]]:
    """The decisions on many pairs: a verdict, a name, and which pairs belong to it."""
    classes: list[tuple[str, str, Callable[[Candidate], bool]]] = []
    if kinds:
        name = f"of kind {', '.join(sorted(kinds))}"
        classes.append(("reject", name, lambda row: row.cells.get("kind") in kinds))
    if files:
        classes.append(("reject", f"from {', '.join(files)}", lambda row: row.cells.get("file") in files))
    if reject_below is not None:
        classes.append(("reject", f"below {reject_below}", lambda row: row.confidence < reject_below))
    if accept_above is not None:
        name = f"of at least {accept_above}"
        classes.append(("accept", name, lambda row: row.confidence >= accept_above))
    return classes


def _ask(opened: Review, make: Callable[..., Decision]) -> None:
    from .keys import answers
    from .review_session import Session

    is_coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    try:
        with answers() as given:
            Session(opened, given, make, is_coloured).run()
    except (EOFError, KeyboardInterrupt):
        click.echo()


def _outcome(opened: Review, folder: str) -> list[str]:
    from pathlib import Path

    counts = dict.fromkeys(PAST, 0)
    for row in opened.candidates:
        if row.is_decided:
            counts[row.cells["decision"].strip().lower()] += 1
    left = len(opened.undecided())
    words = ", ".join(f"{count} {PAST[verdict]}" for verdict, count in counts.items())
    lines = [f"{number(len(opened.candidates), 'pair')}: {words}, {left} undecided"]
    if left:
        lines.append(f"Saved in {opened.file}; `termbase review {folder}` continues")
    if any(counts.values()):
        place = f"{folder} --force" if Path(folder).is_dir() else f"DIR --force --decisions {folder}"
        lines.append(f"Next: termbase build SOURCE... --out {place}   (applies the decisions)")
    return lines
