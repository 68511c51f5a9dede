"""`termbase memory pretranslate`: fills the untranslated segments of a file from a memory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from .. import options
from ..terminal import say
from ..tmx import memory_options
from . import store_options

if TYPE_CHECKING:
    from tmx.memory.leverage import Leverage
    from tmx.memory.pretranslate import Pretranslation


@click.command()
@memory_options.file_argument
@store_options.memory
@click.option("--out", metavar="FILE", help="File to write; - for standard output. [default: only the report]")
@memory_options.source
@memory_options.target
@click.option(
    "--min-score",
    "least",
    type=click.IntRange(50, 101),
    default=75,
    show_default=True,
    help="The least score of a match that is filled in.",
)
@options.output_format("text", "json", help="Format of the report.")
@options.force
def pretranslate(
    file: str,
    memory: str,
    out: str | None,
    source: str | None,
    target: str | None,
    least: int,
    form: str,
    force: bool,
) -> None:
    """Fill in the untranslated segments of an XLIFF, PO or TMX file from a memory, and report the leverage.

    Of a document (Markdown, HTML, DOCX ...), the sentences become an XLIFF file (--out FILE.xlf); the translated
    document cannot be made from it.

    A match of 100 or 101 counts as translated, any other is marked to be reviewed: by its state in XLIFF, as fuzzy
    in PO and TMX. Text in the other Chinese script is never filled in. The report says how many segments, words and
    characters are in each band of scores; a Chinese character counts as a word.
    """
    from termbase.files.output import refuse_overwriting, write_file
    from tmx.memory.jobs.open import open_job, refuse_ending
    from tmx.memory.pretranslate import Pretranslation

    if out:
        refuse_ending(file, out)
        refuse_overwriting([out], force)
    with store_options.opened(memory) as store:
        job = open_job(file, (source, target))
        done = Pretranslation(job, store, least)
        done.run()
    if out:
        write_file(out, job.data())
    click.echo(_report(file, done, form), err=out == "-")
    say(f"{done.filled} filled in, {done.translated} translated before")
    for what, count in done.told.items():
        say(f"{count} {what}")


def _report(file: str, done: Pretranslation, form: str) -> str:
    volumes = _volumes(done.leverage)
    if form == "json":
        record = {"file": file, "translated": done.translated, "filled": done.filled, "bands": volumes}
        return json.dumps(record, ensure_ascii=False, indent=1)
    from termbase.text.width import table

    head = ["band", "segments", "words", "characters"]
    rows = [head, *([band, *map(str, volume.values())] for band, volume in volumes.items())]
    return "\n".join(table(rows))


def _volumes(leverage: Leverage) -> dict[str, dict[str, Any]]:
    return {band: volume._asdict() for band, volume in (*leverage.bands.items(), ("total", leverage.total))}
