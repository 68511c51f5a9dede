"""The options of `termbase build`."""

from __future__ import annotations

from dataclasses import dataclass

import click

from . import options, pair_options

_OPTIONS = (
    click.argument("sources", metavar="[SOURCE...]", nargs=-1),
    click.option(
        "--parallel",
        metavar="SRC TGT",
        nargs=2,
        multiple=True,
        help="A document and its translation, or two folders: align them, and mine their terms too;"
        " may be repeated.",
    ),
    click.option("--out", metavar="DIR", required=True, help="Folder for the files; it is created if needed."),
    click.option(
        "--decisions", metavar="FILE", help="Reviewed candidates (TSV or XLSX) with the decision column filled in."
    ),
    click.option("--discard-decisions", is_flag=True, help="Forget the decisions in the tables in DIR."),
    pair_options.min_built_confidence,
    pair_options.kinds,
    pair_options.chinese,
    options.termbases,
    click.option("--xlsx", is_flag=True, help="Write the candidates as a spreadsheet too (candidates.xlsx)."),
    options.force_files,
)


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """The values of the options, under their names."""

    sources: tuple[str, ...]
    parallel: tuple[tuple[str, str], ...]
    out: str
    decisions: str | None
    discard_decisions: bool
    min_confidence: float | None
    kinds: frozenset[str]
    language: str | None
    termbase: tuple[str, ...]
    xlsx: bool
    force: bool


build_options = options.as_one_value(BuildOptions, _OPTIONS, "given")
