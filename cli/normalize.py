"""`termbase normalize`: converts Chinese text to the script and the words of one region."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termbase.garbage import no_collection

from . import options, settings
from .streams import lines_of
from .terminal import say

if TYPE_CHECKING:
    from termbase.language import Region
    from termbase.normalize.prior_terms import PriorTerms
    from termbase.normalize.text import Normalized


def _existing(_context: click.Context, _parameter: click.Parameter, tag: str | None) -> str | None:
    """Return a tag as it is given. Raises TermbaseError if nothing is converted to its language."""
    if tag:
        from termbase.normalize.text import target_region

        target_region(tag)
    return tag


@click.command()
@click.argument("texts", metavar="TEXT... | -", nargs=-1, required=True)
@click.option(
    "--to",
    "tag",
    metavar="TAG",
    callback=_existing,
    help="Language to convert to: zh-CN, zh-TW or zh-HK, in any spelling.",
)
@options.termbases
@click.option("--explain", is_flag=True, help="Print each replacement with its place, its rule and the reason.")
@click.option("--key", is_flag=True, help="Print the match key, which is the same for all forms of a term.")
@options.output_format("text", "json", help="Output format; json prints an object with all steps for each text.")
@click.pass_context
def normalize(
    context: click.Context,
    texts: tuple[str, ...],
    tag: str | None,
    termbase: tuple[str, ...],
    explain: bool,
    key: bool,
    form: str,
) -> None:
    """Convert Chinese to the script and the wording of a region, and replace wrong characters.

    The tag zh without a region means the mainland (zh-CN). Each TEXT is printed as one line. With -, each line of
    standard input is converted as a part of one text: the sentences before it show the script of a line that both
    scripts have, the sense of a word with several senses, and the region whose words are replaced. Text that is
    already in the wanted form stays as it is. Terms of a --termbase take precedence over general words: a name that
    the termbase lists for the region stays as it is.
    """
    is_converted = tag is not None and not (key and settings.is_set_in_file(context, "tag"))
    if is_converted is key:
        raise click.UsageError("give --to TAG to convert, or --key for match keys")
    if key and explain:
        raise click.UsageError("--explain explains a conversion, and --key does not convert")
    shown = _json if form == "json" else _steps if explain else _result
    render = _keys(form) if key else _conversion(str(tag), termbase, shown)
    with no_collection():  # a conversion leaves no cycles, and the search takes a tenth of the time
        for text in texts:
            if _names_a_file(text):
                say(f"{text}: is taken as text, not as the name of a file (give the text of a file with - < FILE)")
            for line in render(lines_of(text) if text == "-" else (text,)):
                sys.stdout.write(line + "\n")


def _names_a_file(text: str) -> bool:
    with suppress(OSError):  # a text may be too long for a name
        return Path(text).is_file()
    return False


def _keys(form: str) -> Callable[[Iterable[str]], Iterator[str]]:
    from termbase.text.chinese_key import chinese_key

    if form == "json":
        return lambda lines: (
            json.dumps({"text": text, "key": chinese_key(text)}, ensure_ascii=False) for text in lines
        )
    return lambda lines: map(chinese_key, lines)


def _conversion(
    tag: str, files: tuple[str, ...], render: Callable[[str, Normalized], str]
) -> Callable[[Iterable[str]], Iterator[str]]:
    from termbase.normalize.lines import normalize_lines
    from termbase.normalize.text import target_region

    region = target_region(tag)
    terms = _terms(files, region) if files else None
    return lambda lines: starmap(render, normalize_lines(lines, region, terms))


def _terms(files: tuple[str, ...], region: Region) -> PriorTerms:
    from termbase.normalize.terms import TermWordings

    return TermWordings(options.opened(files).read(), region)


def _result(_: str, normalized: Normalized) -> str:
    return normalized.text


def _json(text: str, normalized: Normalized) -> str:
    steps = [
        {"rule": step.rule, "offset": step.offset, "from": step.old, "to": step.new, "reason": step.reason}
        for step in normalized.steps
    ]
    return json.dumps({"text": text, "result": normalized.text, "steps": steps}, ensure_ascii=False)


def _steps(_: str, normalized: Normalized) -> str:
    """The result, followed by one line per step."""
    lines = (
        f"  {step.rule} at {step.offset}: {step.old!r} to {step.new!r} ({step.reason})" for step in normalized.steps
    )
    return "\n".join([normalized.text, *lines])
