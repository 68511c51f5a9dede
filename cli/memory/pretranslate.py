"""`termbase memory pretranslate`: fills the untranslated segments of files from a memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termbase.errors import TermbaseError

from .. import options
from ..terminal import say
from ..tmx import memory_options
from ..tmx.account import Account
from . import store_options

if TYPE_CHECKING:
    from tmx.memory.leverage_report import FileLeverage
    from tmx.memory.pretranslate import Settings
    from tmx.memory.store import MemoryStore

_Write = Callable[[str, bytes], object]


@click.command()
@options.sources
@store_options.memory
@click.option(
    "--out",
    metavar="FILE",
    help="File to write, - for standard output; a folder if there are several sources. [default: only the report]",
)
@click.option("--report", metavar="FILE", help="Write the report to a file: .html, .json, .xlsx, .csv or .tsv.")
@memory_options.source
@memory_options.target
@click.option(
    "--min-score",
    "least",
    metavar="N",
    type=click.IntRange(50, 100),
    default=75,
    show_default=True,
    help="The least score of a match that is filled in.",
)
@options.termbases
@click.option(
    "--enforce-terms",
    "is_enforced",
    is_flag=True,
    help="Put the terms of the termbase right in what is filled in, where it is certain how.",
)
@options.output_format("text", "json", help="Format of the report that is printed.")
@options.force_files
def pretranslate(
    sources: tuple[str, ...],
    memory: str,
    out: str | None,
    report: str | None,
    source: str | None,
    target: str | None,
    least: int,
    termbase: tuple[str, ...],
    is_enforced: bool,
    form: str,
    force: bool,
) -> None:
    """Fill in the untranslated segments of XLIFF, PO and TMX files from a memory, and report the leverage.

    XLIFF may be that of Trados (.sdlxliff) or memoQ (.mqxliff).

    Of a document (Markdown, HTML, DOCX ...), the sentences become an XLIFF file (--out FILE.xlf); the translated
    document cannot be made from it.

    A match of 100 counts as translated, any other is marked to be reviewed: by its state in XLIFF, as fuzzy
    in PO and TMX. So is one of several different translations of the same text. Text in the other Chinese script is
    never filled in. The report says how many segments, words and characters are in each band of scores; a Chinese
    character counts as a word.

    With --termbase, the terms of each segment that needs a translator are put beside it: as a note or glossary in
    XLIFF, as a comment in PO, as a note in TMX.
    """
    from termbase.document.find import find_files
    from termbase.files.output import STANDARD_OUTPUT, refuse_overwriting, refuse_replacing, write_file
    from tmx.memory.jobs.open import SUFFIXES
    from tmx.memory.leverage_report import as_json, as_lines, dump, form_of
    from tmx.memory.pretranslate import Settings

    if is_enforced and not termbase:
        raise TermbaseError("there are no terms to enforce", hint="give --termbase")
    kind = form_of(report) if report else ""
    files = find_files(sources, SUFFIXES)
    written = [out] if out else []
    refuse_replacing([memory], written)
    refuse_replacing([memory, *files, *written], [report] if report else [])
    refuse_overwriting([report] if report else [], force)
    settings = Settings(least, options.opened(termbase).terms(), is_enforced)
    with store_options.opened(memory, source, target) as store, _writing(sources, files, out, force) as write:
        done = list(_filled(files, store, (source, target), settings, write))
    if report:
        write_file(report, dump(done, kind))
    click.echo(as_json(done) if form == "json" else "\n".join(as_lines(done)), err=out == STANDARD_OUTPUT)
    _say_remarks(done)


def _say_remarks(done: Sequence[FileLeverage]) -> None:
    from tmx.memory.leverage_report import remarks

    for each in done:
        name = f"{each.file}: " if len(done) > 1 else ""
        for remark in remarks(each):
            say(f"{name}{remark}")


def _filled(
    files: Sequence[str],
    store: MemoryStore,
    given: tuple[str | None, str | None],
    settings: Settings,
    write: _Write | None,
) -> Iterator[FileLeverage]:
    from tmx.memory.jobs.open import open_job
    from tmx.memory.leverage_report import FileLeverage
    from tmx.memory.pretranslate import Pretranslation
    from tmx.memory.repeats import Earlier

    earlier = Earlier()
    for file in files:
        job = open_job(file, given, Account(strict=False).read)
        done = Pretranslation(job, store, settings, earlier)
        done.run()
        data = job.data()
        if write:
            write(file, data)
        counts = done.translated, done.filled, done.to_review
        yield FileLeverage(file, *counts, done.leverage, dict(done.remarks), done.choices)


@contextmanager
def _writing(sources: Sequence[str], files: Sequence[str], out: str | None, force: bool) -> Iterator[_Write | None]:
    """A function that writes what is made of a file; all files are written, or none."""
    from termbase.files.output import STANDARD_OUTPUT, refuse_overwriting, whole_file, whole_files
    from tmx.memory.jobs.open import outputs, refuse_ending

    if out is None:
        yield None
    elif len(sources) == 1 and sources[0] == files[0]:
        refuse_ending(files[0], out)
        refuse_overwriting([out], force)
        with whole_file(out) as opened:
            yield lambda _, data: opened.write(data)
    elif out == STANDARD_OUTPUT or Path(out).is_file():
        raise TermbaseError("several files need a folder", file=out, hint="give --out the name of a folder")
    else:
        names = outputs(files, out)
        refuse_overwriting(names.values(), force)
        with whole_files(out) as open_file:
            yield lambda file, data: open_file(names[file]).write(data)
