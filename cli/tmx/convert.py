"""`termbase tmx convert`: writes a memory in another format, or makes one from another bilingual file."""

from __future__ import annotations

import click

from termbase.errors import TermbaseError

from .. import options
from . import memory_options
from .account import account, tag_style, watch

FORMS = ("csv", "po", "tmx", "tsv", "xliff", "xliff2", "xlsx")


@click.command()
@memory_options.file_argument
@options.out
@click.option("--to", type=click.Choice(FORMS), help="Format to write. [default: by the ending of --out]")
@memory_options.source
@memory_options.target
@click.option(
    "--source-file",
    metavar="FILE",
    help="The source texts, if FILE holds one language (JSON, ARB, RESX ...).",
)
@click.option(
    "--encoding",
    type=click.Choice(["utf-8", "utf-16"]),
    default="utf-8",
    show_default=True,
    help="Encoding of TMX.",
)
@click.option(
    "--level",
    type=click.Choice(["1", "2"]),
    default="2",
    show_default=True,
    help="TMX level; 1 is without inline codes.",
)
@click.option(
    "--propose",
    metavar="TAG",
    help="Add converted text for this language (zh-CN, zh-TW or zh-HK), marked as converted.",
)
@memory_options.writing
def convert(
    context: click.Context,
    file: str,
    out: str,
    to: str | None,
    source: str | None,
    target: str | None,
    source_file: str | None,
    encoding: str,
    level: str,
    propose: str | None,
    writing: memory_options.Writing,
) -> None:
    """Convert a memory or another bilingual file to TMX 1.4b, a table, PO, XLIFF 1.2 or XLIFF 2.

    With no option but --out, a TMX file keeps everything that it contains. With --source and --target, only units
    in these languages are written, unless their own source language is another one. FILE may be compressed (.gz,
    .zip).
    """
    from termbase.files.output import refuse_overwriting, whole_file
    from tmx.bilingual.suffixes import is_memory
    from tmx.operations.convert import Wanted, from_bilingual, from_memory, write
    from tmx.operations.counts import Counts

    wanted = Wanted(to or _form(out), source, target, propose, has_codes=level == "2")
    refuse_overwriting([out], writing.force)
    counts = Counts()
    with account([file, out, *([source_file] if source_file else [])], writing) as found:
        if is_memory(file) and source_file is None:
            memory = found.read(file)
            conversion = from_memory(memory, watch(memory, "Converting", counts), wanted, counts)
        else:
            conversion = from_bilingual(file, wanted, counts, source_file)
        with whole_file(out) as opened:
            write(opened, conversion, wanted.form, counts, tag_style(writing.tags), encoding)
        found.summary(counts)
    context.exit(1 if found.lost else 0)


def _form(out: str) -> str:
    from tmx.bilingual.suffixes import form_of

    form = "tmx" if out == "-" else form_of(out)
    if form is None:
        raise TermbaseError(
            "the ending is not that of a known format", file=out, hint=f"give --to {'|'.join(FORMS)}"
        )
    return form
