"""Options that choose pairs: by confidence, by kind, and the language of their Chinese."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from termbase.model import CONCEPT_KINDS

from .terminal import number

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _of_confidence(default: float | None, help: str) -> Callable[[_Command], _Command]:
    number = click.FloatRange(0, 1)
    return click.option("--min-confidence", metavar="X", type=number, default=default, show_default=True, help=help)


def _of_kinds(help: str) -> Callable[[_Command], _Command]:
    return click.option(
        "--kind",
        "kinds",
        metavar="KIND[,KIND]",
        multiple=True,
        callback=lambda _context, _parameter, values: read_kinds(values),
        help=f"{help}: {', '.join(CONCEPT_KINDS)}.",
    )


min_confidence = _of_confidence(0.0, "Leave out pairs with a lower confidence.")
min_built_confidence = _of_confidence(
    None, "Leave out pairs with a lower confidence. [default: 0.0, for mined pairs 0.6]"
)
kinds = _of_kinds("Only pairs of these kinds")
counted_confidence = _of_confidence(0.6, "Count extracted terms that nobody has accepted from this confidence up.")
"""The default is `termbase.tbx.select.SURE`, which takes too long to import for a help text."""
counted_kinds = _of_kinds("Count only extracted concepts of these kinds")
chinese = click.option(
    "--language",
    metavar="TAG",
    callback=lambda context, parameter, value: _chinese(context, parameter, value),
    help="Language of Chinese forms that do not show it: zh-CN, zh-TW, zh-HK. [default: that of their document]",
)


def read_kinds(values: Sequence[str]) -> frozenset[str]:
    """Read kinds of pairs, which commas may separate. Raises click.BadParameter for an unknown one."""
    kinds = [word.strip().lower() for value in values for word in value.split(",")]
    for kind in kinds:
        if kind not in CONCEPT_KINDS:
            raise click.BadParameter(f"{kind!r} is not a kind: use {', '.join(CONCEPT_KINDS)}")
    return frozenset(kinds)


A_GLOSS = "a gloss looks like this: Digital Silk Road (数字丝绸之路)"


def no_pair(documents: int, is_limited: bool) -> str:
    """Return the message that documents have no pair, or none that `--kind` and `--min-confidence` let through."""
    where = number(documents, "document")
    if is_limited:
        return f"no pair of the kinds and confidence that are wanted in {where}"
    return f"no Chinese-English gloss in {where}"


def _chinese(context: click.Context, parameter: click.Parameter, tag: str | None) -> str | None:
    """Read a tag. In termbase.toml, `language = "en"` is for the checks and says nothing about the Chinese."""
    from termbase.language import canonical, region_of_tag

    region = region_of_tag(canonical(tag)) if tag else None
    is_setting = context.get_parameter_source(str(parameter.name)) is click.core.ParameterSource.DEFAULT_MAP
    if tag and region is None and not is_setting:
        raise click.BadParameter(f"{tag!r} is not Chinese of a region: use zh-CN, zh-TW or zh-HK")
    return region.tag if region else None
