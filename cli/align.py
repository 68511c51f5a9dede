"""`termbase align`: pairs the sentences of documents with those of their translations."""

from __future__ import annotations

import click

from termbase.errors import TermbaseError

from . import options
from .alignment import account, aligned_pairs, encoder_is_used, remarks
from .terminal import say


@click.command()
@click.argument("source", metavar="SOURCE")
@click.argument("target", metavar="TARGET")
@options.out
@click.option(
    "--format",
    "form",
    type=click.Choice(["tmx", "tsv", "ladder"]),
    help="Output format. [default: by the ending of the file, or tmx]",
)
@click.option("--source", "source_tag", metavar="TAG", help="Language of SOURCE. [default: detected]")
@click.option("--target", "target_tag", metavar="TAG", help="Language of TARGET. [default: detected]")
@click.option("--presegmented", is_flag=True, help="Each line of the documents is one sentence.")
@options.termbases
@click.option(
    "--encoder",
    metavar="FOLDER",
    help="Folder with another sentence encoder: model.onnx and tokenizer.json. [default: that of the extra align]",
)
@click.option("--no-encoder", is_flag=True, help="Align by words, signs and lengths alone.")
@click.option("--review", metavar="FILE", help="Write a page (HTML) to review and correct the pairs.")
@options.force_files
@click.pass_context
def align(
    context: click.Context,
    source: str,
    target: str,
    out: str,
    form: str | None,
    source_tag: str | None,
    target_tag: str | None,
    presegmented: bool,
    termbase: tuple[str, ...],
    encoder: str | None,
    no_encoder: bool,
    review: str | None,
    force: bool,
) -> None:
    """Pair the sentences of a Chinese document with those of its English translation, or the reverse.

    SOURCE and TARGET are two documents, or two folders whose documents are paired by name. Each pair of sentences
    has a score from 0 to 1, its probability to be right as a whole; doubtful pairs are marked. Sentences without a
    counterpart are counted, and left out of TMX. The exit status is 1 if documents do not seem to be translations
    of each other.
    """
    from termbase.files.output import refuse_overwriting, refuse_replacing, whole_file, write_file
    from tmx.align.job import Job
    from tmx.align.known_terms import term_links
    from tmx.align.output import together, write_aligned
    from tmx.align.pairing import paired
    from tmx.align.review import review_page

    form = form or ("tsv" if out.lower().endswith(".tsv") else "tmx")
    written = [out, review] if review else [out]
    refuse_replacing([source, target, *termbase], written)
    refuse_replacing([out], written[1:])
    refuse_overwriting(written, force)
    found = paired(source, target)
    if form == "ladder" and len(found.pairs) > 1:
        raise TermbaseError("a ladder is of two documents, not of folders", hint="use --format tmx or tsv")
    known = term_links(options.opened(termbase).counted())
    has_encoder = not no_encoder and encoder_is_used(encoder)
    aligned = list(aligned_pairs(Job(source_tag, target_tag, presegmented, known, encoder, has_encoder), found))
    with whole_file(out) as file:
        write_aligned(file, aligned, form)
    if review:
        write_file(review, review_page(together(aligned), out).encode())
    for line in (*remarks(aligned), *account(aligned, found)):
        say(line)
    context.exit(1 if any(not each.is_translation for each in aligned) else 0)
