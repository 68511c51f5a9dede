"""`termbase build`: makes a termbase, a memory, a review table and a report from documents."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from termbase.errors import TermbaseError

from . import options, pair_options
from .alignment import align_documents
from .build_options import BuildOptions, build_options
from .build_output import summary
from .terminal import number, progress, say, say_remarks, without_errors

if TYPE_CHECKING:
    from termbase.extract.wanted import Wanted
    from termbase.gather.job import Gathered, Read
    from termbase.gather.model import AttestedPair, DocumentGlosses
    from termbase_service.decisions import Decisions
    from tmx.align.output import Aligned


@click.command()
@build_options
def build(given: BuildOptions) -> None:
    """Make a termbase and a memory from the Chinese-English pairs that documents gloss.

    A gloss is a term followed by its translation in brackets: Digital Silk Road (数字丝绸之路).

    With --parallel, terms are mined too from a document and its translation, as `termbase mine` does. Both are also
    searched for glosses, and their aligned sentences are added to the memory. The exit status is 1 if they do not
    seem to be translations of each other.

    Writes termbase.tbx, memory.tmx, candidates.tsv (for review) and report.html (to read and review) into DIR.
    Review the pairs with `termbase review DIR`, in report.html or in the table, and build again with --force: the
    decisions in DIR are kept, decided pairs are not asked again, and new documents only add pairs. Pairs that are
    in a --termbase are always recognised.
    """
    from termbase.document.find import find_files
    from termbase.document.reader import SUFFIXES
    from termbase_service.build import contents, is_output, names, state_of, write
    from termbase_service.decisions import NO_DECISIONS, read_all_decisions

    out = given.out
    _refuse_old_files(given)
    state = state_of(out)
    decided = NO_DECISIONS if given.discard_decisions else read_all_decisions(out, given.decisions)
    files = [
        file for file in find_files(_names(given.sources, given.parallel), SUFFIXES) if not is_output(file, out)
    ]
    termbases = [file for file in given.termbase if not is_output(file, out)]
    aligned = [one for pair in given.parallel for one in align_documents(*pair, termbases, says_remarks=False)]
    gathered = _gathered(given, files, decided, aligned, termbases)
    made = contents(gathered, names(out, given.xlsx), aligned)
    write(out, made, state)
    for line in summary(gathered, decided, made, out):
        click.echo(line)
    sys.exit(1 if any(not each.is_translation for each in aligned) else 0)


def _refuse_old_files(given: BuildOptions) -> None:
    from termbase.files.output import refuse_overwriting
    from termbase_service.build import names, tables_in

    kept = "; decisions are kept" if tables_in(given.out) else ""
    files = [f"{given.out}/{name}" for name in names(given.out, given.xlsx)]
    refuse_overwriting(files, given.force, f"--force overwrites it{kept}")


def _gathered(
    given: BuildOptions,
    files: Sequence[str],
    decided: Decisions,
    aligned: Sequence[Aligned],
    termbases: Sequence[str],
) -> Gathered:
    """Read the documents, and make concepts of their pairs. Raises TermbaseError if there are none."""
    from termbase.extract.evidence import known_pairs
    from termbase.extract.model import TermKind
    from termbase.extract.wanted import ALL, Wanted
    from termbase.gather.job import gather

    wanted = Wanted(given.min_confidence or 0.0, frozenset(map(TermKind, given.kinds)))
    mined = _mined(
        aligned, wanted if given.min_confidence is not None else wanted.sure(), decided.pairs, given.language
    )
    bar = progress("Reading", len(files))
    gathered = gather(
        files,
        decided.pairs,
        lambda documents: _with_remarks(bar(documents)),
        known_pairs(options.opened(termbases).counted()),
        wanted,
        given.language,
        mined,
        bar.reached,
    )
    if not gathered.concepts:
        raise _nothing(len(files), len(gathered.pairs), is_limited=wanted != ALL)
    return gathered


def _names(sources: Sequence[str], parallel: Sequence[tuple[str, str]]) -> list[str]:
    """Return all documents and folders that are searched for glosses. Raises UsageError if there is none."""
    if not sources and not parallel:
        raise click.UsageError("name a document or folder (SOURCE), or a document and its translation (--parallel)")
    return [*sources, *(name for pair in parallel for name in pair)]


def _mined(
    aligned: Sequence[Aligned], wanted: Wanted, decided: Sequence[AttestedPair], language: str | None
) -> list[AttestedPair]:
    """Mine the terms of aligned documents; report how many pairs there are, and how many are wanted or decided."""
    from termbase_service.aligned import mine_aligned, mined_candidates

    if not aligned:
        return []
    mined = mine_aligned(aligned)
    taken = mined_candidates(replace(mined, language=language or mined.language), wanted, decided)
    say(f"{number(len(mined.pairs), 'pair')} of terms mined, {len(taken)} of them taken (--min-confidence)")
    return taken


def _nothing(documents: int, rejected: int, is_limited: bool) -> TermbaseError:
    if rejected:
        return TermbaseError(
            f"{'the only pair is' if rejected == 1 else f'all {rejected} pairs are'} rejected: nothing was written",
            hint="accept one at least",
        )
    hint = "" if is_limited else pair_options.A_GLOSS
    return TermbaseError(f"{pair_options.no_pair(documents, is_limited)}: nothing was written", hint=hint)


def _with_remarks(documents: Iterable[Read]) -> Iterator[DocumentGlosses]:
    """Pass the documents on, and report each that is not in UTF-8, is damaged, or cannot be read."""
    for document in without_errors(documents):
        say_remarks(document.file, document.remarks)
        yield document
