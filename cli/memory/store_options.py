"""Arguments and options that the commands on a memory share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from termbase.errors import TermbaseError

from ..streams import lines_of
from ..terminal import number, say

if TYPE_CHECKING:
    from tmx.memory.store import MemoryStore

_NAME = "memory.db"

_SHOWN = 8
"""The number of languages that a hint names."""

MOST = 1_000_000_000
"""The largest number of matches that can be asked for."""


def _default() -> str:
    """The memory beside termbase.toml, or else in the working directory."""
    from pathlib import Path

    from termbase.config import find_configuration

    configuration = find_configuration(Path.cwd())
    return str(configuration.with_name(_NAME)) if configuration else _NAME


memory = click.option(
    "--memory",
    "memory",
    metavar="FILE",
    default=_default,
    help="The memory: an SQLite file that memory import makes, or postgresql://USER@HOST/DB. "
    f"[default: {_NAME} beside termbase.toml, or else in this folder]",
)

source = click.option("--source", metavar="TAG", help="Language of the text. [default: detected]")
target = click.option(
    "--target", metavar="TAG", help="Language of the translations. [default: the only other one of the memory]"
)
queries = click.option("--queries", metavar="FILE", help="Look up each line of a file; - for standard input.")
least = click.option(
    "--min-score",
    "least",
    metavar="N",
    type=click.IntRange(1, 100),
    default=70,
    show_default=True,
    help="Leave out matches with a lower score.",
)
most = click.option(
    "--limit",
    "most",
    metavar="N",
    type=click.IntRange(1, MOST),
    default=5,
    show_default=True,
    help="The most matches to show.",
)
dry_run = click.option("--dry-run", is_flag=True, help="Delete nothing; say how many there are.")


def asked(text: str | None, file: str | None) -> Iterable[str]:
    """Return what is looked up: a text, or the lines of a file. Raises TermbaseError unless one is given."""
    if (text is None) == (file is None):
        raise TermbaseError("nothing to look for", hint="give a text or --queries FILE, not both")
    if file is not None:
        return lines_of(file)
    if not (text or "").strip():
        raise TermbaseError("nothing to look for", hint="the text is empty")
    return [text or ""]


@contextmanager
def opened(memory: str, *tags: str | None) -> Iterator[MemoryStore]:
    """Open a memory to look something up in the languages with these tags (None is any).

    Those that it does not have, and units that cannot be found yet, are reported on standard error.
    """
    from tmx.memory.store import open_store

    with open_store(memory) as store:
        _say_unknown(memory, store.languages(), tags)
        if pending := store.pending():
            left = number(pending, "unit")
            say(f"{memory}: {left} not found yet, since an import was stopped: memory import FILE completes it")
        yield store


def _say_unknown(memory: str, known: list[str], tags: Sequence[str | None]) -> None:
    from termbase.language import canonical, primary_language, region_style

    languages = set(map(primary_language, known))
    for tag in filter(None, tags):
        if languages and primary_language(canonical(tag)) not in languages:
            say(f"{memory}: has no text in {tag}; it has {', '.join(map(region_style, known[:_SHOWN]))}")


@contextmanager
def existing(memory: str, is_written: bool) -> Iterator[MemoryStore]:
    """Open a memory, to write in it if `is_written`; TermbaseError if there is none."""
    from tmx.memory.store import open_store

    with open_store(memory, is_written, may_make=False) as store:
        yield store


def directed(known: list[str], text: str, source: str | None, target: str | None, memory: str) -> tuple[str, str]:
    """Return source and target language (canonical tags) for a text that is looked for in a memory.

    `known` are the languages of the memory. Raises TermbaseError if the target language is not clear.
    """
    from termbase.language import canonical, is_same_language, primary_language, region_style

    chosen = canonical(source) if source else _language_of(text)
    if target:
        return chosen, canonical(target)
    others = [tag for tag in known if not is_same_language(tag, chosen)]
    if len({primary_language(tag) for tag in others}) == 1:
        return chosen, others[0]
    shown = [*map(region_style, others[:_SHOWN])]
    shown += [f"one of {len(others) - _SHOWN} others"] if len(others) > _SHOWN else []
    hint = f"give --target, {' or '.join(shown)}" if others else "give --target"
    raise TermbaseError("the target language is not clear", file=memory, hint=hint)


def _language_of(text: str) -> str:
    from termbase.language import ENGLISH, SIMPLIFIED, TAIWAN
    from termbase.text.script import Script, has_han, script_of

    if not has_han(text):
        return ENGLISH
    return TAIWAN if script_of(text) is Script.TRADITIONAL else SIMPLIFIED
