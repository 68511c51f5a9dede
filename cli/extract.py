"""`termbase extract`: prints the glossed pairs of documents without storing them."""

from __future__ import annotations

import json
import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from . import options, pair_options
from .terminal import progress, say, say_remarks, without_errors

if TYPE_CHECKING:
    from termbase.document.model import Document
    from termbase.extract.evidence import ListedPairs
    from termbase.extract.glosses import Reached
    from termbase.extract.model import Gloss
    from termbase.extract.wanted import Wanted


@click.command()
@options.sources
@pair_options.min_confidence
@pair_options.kinds
@options.termbases
@options.output_format("text", "jsonl")
@click.option("--explain", is_flag=True, help="Show why each term was cut where it is.")
def extract(
    sources: tuple[str, ...],
    min_confidence: float,
    kinds: frozenset[str],
    termbase: tuple[str, ...],
    form: str,
    explain: bool,
) -> None:
    """Print the Chinese-English pairs that documents gloss, with file, line and column.

    A gloss is a term followed by its translation in brackets: Digital Silk Road (数字丝绸之路).

    SOURCE is a file, a folder, a glob, or - for standard input. Pairs that are in a --termbase are always
    recognised.
    """
    from termbase.document.find import find_files
    from termbase.document.reader import SUFFIXES, standard_input_of
    from termbase.errors import or_error
    from termbase.extract.evidence import known_pairs
    from termbase.extract.glosses import untold
    from termbase.extract.model import TermKind
    from termbase.extract.wanted import Wanted
    from termbase.files.parallel import in_this_process, map_files

    known = known_pairs(options.opened(termbase).counted())
    files = find_files(sources, SUFFIXES)
    wanted = Wanted(min_confidence, frozenset(map(TermKind, kinds)))
    bar = progress("Extracting", len(files), is_shown=len(files) == 1 or not sys.stdout.isatty())
    reached = bar.reached if in_this_process(files) else untold
    render = partial(_render_file, form, explain, known, wanted, standard_input_of(files), reached)
    has_pair = False
    for file, remarks, lines in without_errors(bar(map_files(partial(or_error, render), files))):
        say_remarks(file, remarks)
        for line in lines:
            click.echo(line)
        has_pair |= bool(lines)
    if not has_pair and form == "text":
        is_limited = bool(kinds or min_confidence)
        message = pair_options.no_pair(len(files), is_limited)
        say(message if is_limited else f"{message} ({pair_options.A_GLOSS})")


def _render_file(
    form: str,
    explain: bool,
    known: ListedPairs,
    wanted: Wanted,
    standard_input: bytes | None,
    reached: Reached,
    file: str,
) -> tuple[str, list[str], list[str]]:
    from termbase.document.reader import read_document
    from termbase.extract.glosses import extract as extract_glosses

    document = read_document(file, standard_input)
    render = _json_line if form == "jsonl" else _text_lines
    glosses = (
        one for one in extract_glosses(document, known, reached) if wanted.includes(one.confidence, one.kind)
    )
    return file, document.remarks(), [render(document, gloss, explain) for gloss in glosses]


def _json_line(document: Document, gloss: Gloss, explain: bool) -> str:
    place = document.place(min(gloss.zh_span.start, gloss.en_span.start))
    record = {
        "file": document.file,
        "line": place.line,
        "column": place.column,
        "zh": gloss.zh,
        "en": gloss.en,
        "zh_span": gloss.zh_span,
        "en_span": gloss.en_span,
        "kind": gloss.kind,
        "abbreviation": gloss.abbreviation,
        "pinyin": gloss.pinyin,
        "layout": gloss.layout,
        "confidence": gloss.confidence,
        "imperfect": gloss.imperfect,
        "unit": document.unit,
        "part": document.part(gloss.en_span.start),
    }
    if explain:
        record["reasons"] = [reason._asdict() for reason in gloss.reasons]
    return json.dumps(record, ensure_ascii=False)


def _text_lines(document: Document, gloss: Gloss, explain: bool) -> str:
    from termbase.gather.pairs import gloss_as_read

    place = document.place(min(gloss.zh_span.start, gloss.en_span.start))
    shown = gloss_as_read(document, gloss)
    mark = "  imperfect" if gloss.imperfect else ""
    kind = "" if gloss.kind == "term" else f"  {gloss.kind}"
    pair = f"{shown.zh} = {shown.en}  {gloss.confidence:.2f}{kind}{mark}"
    head = f"{document.file}:{place.line}:{place.column}: {pair}"
    if not explain:
        return head
    return "\n".join([head, *(f"    {why.weight:+.2f} {why.name} {why.detail}".rstrip() for why in gloss.reasons)])
