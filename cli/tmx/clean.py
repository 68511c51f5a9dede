"""`termbase tmx clean`: drops or corrects bad units of a memory by rules."""

from __future__ import annotations

from collections import deque

import click

from ..terminal import number
from . import memory_options
from .account import account, tag_style, watch

_RULES = ("unicode", "spaces", "codes", "empty", "script", "equal", "length", "duplicates")
_NOT_BY_DEFAULT = frozenset({"length"})


@click.command()
@memory_options.file_argument
@click.option(
    "--out", metavar="FILE", help="File to write. Without it, nothing is written and the effect is shown."
)
@click.option(
    "--rule", "rules", type=click.Choice(_RULES), multiple=True, help="Apply only this rule; may be repeated."
)
@click.option("--skip", type=click.Choice(_RULES), multiple=True, help="Do not apply this rule; may be repeated.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show what each rule would do.")
@memory_options.duplicates
@memory_options.writing
def clean(
    context: click.Context,
    file: str,
    out: str | None,
    rules: tuple[str, ...],
    skip: tuple[str, ...],
    dry_run: bool,
    key: str,
    keep: str,
    writing: memory_options.Writing,
) -> None:
    """Clean a memory by rules: normalise text, and drop bad units.

    The rules: unicode (compose characters, drop invisible ones), spaces (one instead of several), codes (drop codes
    without their other half, and pairs around nothing), empty (drop empty texts), script (drop Simplified text
    under zh-TW, and so on), equal (drop untranslated units), length (drop units with one text over four times as
    long as the other; only with --rule length), duplicates (see --key and --keep).

    Without --out, or with --dry-run, nothing is written, and the effect of each rule is shown with examples.
    """
    from termbase.files.output import refuse_overwriting, whole_file
    from tmx.operations.cleaner import Cleaner
    from tmx.operations.counts import Counts
    from tmx.operations.merge import KEYS, RANKS, Best
    from tmx.writer import write

    chosen = [rule for rule in rules or _RULES if rule not in skip and (rules or rule not in _NOT_BY_DEFAULT)]
    counts = Counts()
    cleaner = Cleaner(chosen, Best(KEYS[key], RANKS[keep]), counts)
    with account([file, *([out] if out else [])], writing) as found:
        memory = found.read(file)
        units = cleaner.cleaned(memory, watch(memory, "Cleaning", counts))
        if out is None or dry_run:
            deque(units, maxlen=0)
            for rule in chosen:
                _show(rule, cleaner.effects[rule], cleaner.examples.get(rule, []))
        else:
            refuse_overwriting([out], writing.force)
            with whole_file(out) as opened:
                write(opened, memory.header, units, lambda: memory.trailer, tag_style(writing.tags))
        found.summary(counts, is_written=out is not None and not dry_run)
    context.exit(1 if found.lost else 0)


def _show(rule: str, effect: int, examples: list[str]) -> None:
    click.echo(f"{rule}: {number(effect, 'unit')}")
    for example in examples:
        click.echo(f"    {example}")
