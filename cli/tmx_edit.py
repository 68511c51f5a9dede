"""`termbase tmx merge` and `clean`: memories changed, each file written whole or not at all."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from . import tmx_shared as shared

if TYPE_CHECKING:
    from tmx.model import TranslationUnit
    from tmx.operations.clean import Outcome

_RULES = ("unicode", "spaces", "codes", "empty", "script", "equal", "length", "duplicates")
_NOT_BY_DEFAULT = frozenset({"length"})
_KEYS = ("exact", "text", "source", "id")
_RANKS = ("newest", "used", "first")
_EXAMPLES = 3
key_option = click.option(
    "--key", type=click.Choice(_KEYS), default="exact", show_default=True, help="What makes units the same."
)
keep_option = click.option(
    "--keep", type=click.Choice(_RANKS), default="newest", show_default=True, help="Which of the same units stays."
)


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@shared.out
@key_option
@keep_option
@shared.tags
@shared.reading
@shared.force
@click.pass_context
def merge(
    context: click.Context,
    files: tuple[str, ...],
    out: str,
    key: str,
    keep: str,
    tags: str | None,
    strict: bool,
    report: str | None,
    force: bool,
) -> None:
    """Put memories together, each unit once. The header is that of the first file, with the notes of all."""
    from termbase.files.output import refuse_overwriting, whole_file
    from tmx.operations.merge import KEYS, RANKS, Best, merged_header, under
    from tmx.writer import write

    refuse_overwriting([out], force)
    counter: Counter[str] = Counter()
    with shared.account(strict, report) as account:
        memories = [account.read(file) for file in files]
        header = merged_header([memory.header for memory in memories])

        def units(aloud: bool) -> Iterator[TranslationUnit]:
            for memory in memories:
                label = f"Reading {memory.file}"
                read = shared.watch(memory, label, counter) if aloud else memory.quietly().units()
                yield from under(read, memory.header, header)

        best = Best(KEYS[key], RANKS[keep]).of(units(aloud=False), units(aloud=True))
        with whole_file(out) as file:
            write(file, header, shared.counted(best, counter), style=shared.tag_style(tags))
        skipped = Counter({"the same as another": counter["read"] - counter["written"]})
        account.summary(counter["written"], counter["read"], skipped=+skipped)
    context.exit(1 if account.lost else 0)


@click.command()
@shared.file_argument
@click.option("--out", metavar="FILE", help="File to write; without it nothing is written, the effect is shown.")
@click.option("--rule", "rules", type=click.Choice(_RULES), multiple=True, help="Only this rule; may be repeated.")
@click.option("--skip", type=click.Choice(_RULES), multiple=True, help="All but this rule; may be repeated.")
@click.option("--dry-run", is_flag=True, help="Write nothing, show what each rule would do.")
@key_option
@keep_option
@shared.tags
@shared.reading
@shared.force
@click.pass_context
def clean(
    context: click.Context,
    file: str,
    out: str | None,
    rules: tuple[str, ...],
    skip: tuple[str, ...],
    dry_run: bool,
    key: str,
    keep: str,
    tags: str | None,
    strict: bool,
    report: str | None,
    force: bool,
) -> None:
    """Clean a memory, rule by rule: normalise text, drop what is empty, untranslated, doubled, in the wrong script.

    Rules: unicode (composed, nothing invisible), spaces, codes (halves of pairs, pairs around nothing), empty,
    script (simplified under zh-TW), equal (untranslated), length (one text four times as long; only with
    --rule length), duplicates (--key, --keep). Without --out, or with --dry-run, nothing is written, and the effect
    of each rule is shown with examples.
    """
    from termbase.files.output import refuse_overwriting, whole_file
    from tmx.operations.clean import DUPLICATES
    from tmx.writer import write

    chosen = [rule for rule in rules or _RULES if rule not in skip and (rules or rule not in _NOT_BY_DEFAULT)]
    counter: Counter[str] = Counter()
    skipped: Counter[str] = Counter()
    with shared.account(strict, report) as account:
        memory = account.read(file)
        cleaner = _Cleaner(chosen, counter, skipped)
        units = cleaner.units(shared.watch(memory, "Cleaning", counter))
        if DUPLICATES in chosen:
            from tmx.operations.merge import KEYS, RANKS, Best

            first = _Cleaner(chosen, Counter(), Counter()).units(memory.quietly().units())
            units = Best(KEYS[key], RANKS[keep]).of(first, units)
        units = shared.counted(units, counter)
        if out is None or dry_run:
            deque(units, maxlen=0)
        else:
            refuse_overwriting([out], force)
            with whole_file(out) as opened:
                write(opened, memory.header, units, lambda: memory.trailer, shared.tag_style(tags))
        doubled = counter["read"] - counter["written"] - skipped.total()
        skipped[DUPLICATES] += doubled
        if out is None or dry_run:
            cleaner.show(doubled)
        account.summary(counter["written"], counter["read"], counter["changed"], +skipped)
    context.exit(1 if account.lost else 0)


class _Cleaner:
    """Applies the rules, and remembers what each did."""

    def __init__(self, rules: list[str], counter: Counter[str], skipped: Counter[str]) -> None:
        self._rules = rules
        self._counter = counter
        self._skipped = skipped
        self._effects: Counter[str] = Counter()
        self._examples: dict[str, list[str]] = {}

    def units(self, units: Iterator[TranslationUnit]) -> Iterator[TranslationUnit]:
        from tmx.operations.clean import clean as cleaned

        for before, outcome in cleaned(units, self._rules):
            if outcome.rules:
                self._note(before, outcome)
            if outcome.unit:
                yield outcome.unit

    def _note(self, before: TranslationUnit, outcome: Outcome) -> None:
        from tmx.content import plain

        if outcome.unit:
            self._counter["changed"] += 1
        else:
            self._skipped[outcome.rules[-1]] += 1
        for rule in outcome.rules:
            self._effects[rule] += 1
            examples = self._examples.setdefault(rule, [])
            if len(examples) < _EXAMPLES:
                texts = " | ".join(plain(variant.segment)[:60] for variant in before.variants)
                examples.append(f"line {before.line}: {texts!r}")

    def show(self, doubled: int) -> None:
        """Print what each rule would do, with examples."""
        for rule in self._rules:
            click.echo(f"{rule}: {doubled if rule == 'duplicates' else self._effects[rule]} units")
            for example in self._examples.get(rule, ()):
                click.echo(f"    {example}")
