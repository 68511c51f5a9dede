"""`termbase tmx`: here `validate` and `convert`; the others are in `tmx_edit`, `tmx_select` and `tmx_view`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from termbase.errors import TermbaseError

from . import tmx_shared as shared
from .tmx_edit import clean, merge
from .tmx_select import filter_, split
from .tmx_view import diff, stats

if TYPE_CHECKING:
    from tmx.direction import Direction
    from tmx.model import Header, Trailer, TranslationUnit
    from tmx.validate import Finding

_MEMORIES = frozenset({".tmx", ".gz", ".zip"})
_KINDS = {
    ".tmx": "tmx",
    ".tsv": "tsv",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".po": "po",
    ".xlf": "xliff",
    ".xliff": "xliff",
}


@click.group()
def tmx() -> None:
    """Translation memories as files (TMX): check, convert, clean, merge, split, compare them, at any size.

    Damaged files are read, too: what is certain is mended, and all that is mended or lost is told with its line.
    """


@tmx.command()
@shared.file_argument
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output."
)
@click.pass_context
def validate(context: click.Context, file: str, form: str) -> None:
    """Check a memory against TMX 1.4b, and for what is rarely meant: duplicates, empty or equal texts, script.

    The exit status is 1 where something was found.
    """
    from tmx.validate import validate as check

    findings: list[Finding] = []
    told = (lambda finding: click.echo(_finding_text(file, finding))) if form == "text" else findings.append
    seen: Counter[str] = Counter()

    def tell(finding: Finding) -> None:
        seen[finding.severity] += 1
        told(finding)

    verdict = check(file, tell)
    if form == "json":
        document = {
            "file": file,
            "valid": not seen["error"],
            "version": verdict.version,
            "dialect": None,
            "findings": [finding._asdict() for finding in findings],
            "units": verdict.units,
        }
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
    else:
        state = "not valid" if seen["error"] else "valid"
        click.echo(
            f"{file}: {state} TMX: {verdict.units} units, {seen['error']} errors, {seen['warning']} warnings"
        )
    if seen:
        context.exit(1)


def _finding_text(file: str, finding: Finding) -> str:
    head = f"{file}:{finding.line}: {finding.severity}: {finding.message} [{finding.code}]"
    return f"{head} {finding.path} ({finding.hint})" if finding.hint else f"{head} {finding.path}"


@tmx.command()
@shared.file_argument
@shared.out
@click.option(
    "--to", type=click.Choice(sorted(set(_KINDS.values()))), help="Format; else the ending of --out tells."
)
@shared.source
@shared.target
@click.option(
    "--encoding", type=click.Choice(["utf-8", "utf-16"]), default="utf-8", show_default=True, help="Of TMX."
)
@click.option(
    "--level", type=click.Choice(["1", "2"]), default="2", show_default=True, help="1 leaves inline codes out."
)
@click.option("--propose", metavar="TAG", help="Add converted text for zh-CN, zh-TW or zh-HK, marked as converted.")
@shared.tags
@shared.reading
@shared.force
@click.pass_context
def convert(
    context: click.Context,
    file: str,
    out: str,
    to: str | None,
    source: str | None,
    target: str | None,
    encoding: str,
    level: str,
    propose: str | None,
    tags: str | None,
    strict: bool,
    report: str | None,
    force: bool,
) -> None:
    """Write a memory anew: as TMX 1.4b, or as a table, PO or XLIFF; or make one of such a file.

    With no option but --out a TMX comes out with everything that it went in with. With --source and --target only
    that direction is taken, as the units' own source languages allow. FILE may be packed (.gz, .zip).
    """
    from termbase.files.output import refuse_overwriting, whole_file

    kind = to or _kind(out)
    refuse_overwriting([out], force)
    counter: Counter[str] = Counter()
    skipped: Counter[str] = Counter()
    with shared.account(strict, report) as account:
        job = _Conversion(file, kind, source, target, propose, account, counter, skipped)
        units = job.changed(level)
        with whole_file(out) as opened:
            job.write(opened, shared.counted(units, counter), encoding, tags)
        account.summary(counter["written"], counter["read"], counter["changed"], skipped)
    context.exit(1 if account.lost else 0)


def _kind(out: str) -> str:
    name = out.removesuffix(".gz")
    kind = _KINDS.get(Path(name).suffix.lower()) if out != "-" else "tmx"
    if kind is None:
        raise TermbaseError(
            "has an ending that tells no format", file=out, hint="give --to tmx, tsv, csv, xlsx, po ..."
        )
    return kind


class _Conversion:
    """One file on its way into another."""

    def __init__(
        self,
        file: str,
        kind: str,
        source: str | None,
        target: str | None,
        propose: str | None,
        account: shared.Account,
        counter: Counter[str],
        skipped: Counter[str],
    ) -> None:
        self._kind = kind
        self._propose = propose
        self._counter = counter
        self._direction: Direction | None = None
        self._header: Header
        self._trailer: Callable[[], Trailer]
        self._units: Iterator[TranslationUnit]
        if file == "-" or Path(file).suffix.lower() in _MEMORIES:
            self._of_memory(file, source, target, account, skipped)
        else:
            self._of_other(file, source, target, skipped)

    def _of_memory(
        self, file: str, source: str | None, target: str | None, account: shared.Account, skipped: Counter[str]
    ) -> None:
        from tmx.direction import Direction

        memory = account.read(file)
        self._header, self._trailer = memory.header, lambda: memory.trailer
        self._units = self._proposed(shared.watch(memory, "Converting", self._counter))
        if source or target or self._kind != "tmx":
            self._direction = Direction.of(memory.quietly(), source, target)
            self._header = self._direction.header(memory.header)
            self._units = self._direction.select(self._units, skipped)

    def _of_other(self, file: str, source: str | None, target: str | None, skipped: Counter[str]) -> None:
        from termbase.files.source_date import source_date
        from tmx.bilingual.read import read_units
        from tmx.direction import Direction
        from tmx.model import Trailer as NoTrailer
        from tmx.writer import new_header

        bilingual = read_units(file, source, target, skipped)
        self._header = new_header(bilingual.source, source_date(), "sentence")
        self._trailer = NoTrailer
        self._direction = Direction(bilingual.source, bilingual.target, bilingual.source)
        self._units = self._proposed(self._read(bilingual.units))

    def _read(self, units: Iterator[TranslationUnit]) -> Iterator[TranslationUnit]:
        for unit in units:
            self._counter["read"] += 1
            yield unit

    def _proposed(self, units: Iterator[TranslationUnit]) -> Iterator[TranslationUnit]:
        from tmx.operations.propose import propose

        return propose(units, self._propose) if self._propose else units

    def changed(self, level: str) -> Iterator[TranslationUnit]:
        """The units, without codes where those have no place; such are counted as changed."""
        from tmx.content import plain

        flat = level == "1" or self._kind not in ("tmx", "xliff")
        for unit in self._units:
            if flat and any(len(variant.segment) > 1 or not plain(variant.segment) for variant in unit.variants):
                self._counter["changed"] += 1
                unit = unit._replace(
                    variants=tuple(each._replace(segment=(plain(each.segment),)) for each in unit.variants)
                )
            yield unit

    def write(self, file: BinaryIO, units: Iterator[TranslationUnit], encoding: str, tags: str | None) -> None:
        """Write the units in the format asked for."""
        from tmx.bilingual import table
        from tmx.bilingual import write as exchange
        from tmx.writer import write

        if self._kind == "tmx":
            write(file, self._header, units, self._trailer, shared.tag_style(tags), encoding)
            return
        direction = self._direction
        assert direction is not None
        if self._kind in ("po", "xliff"):
            (exchange.write_po if self._kind == "po" else exchange.write_xliff)(file, units, direction)
            return
        table.write_table(file, _pairs(units, direction), self._kind)


def _pairs(units: Iterator[TranslationUnit], direction: Direction) -> Iterator[tuple[str, str]]:
    from tmx.content import plain

    for unit in units:
        for first, second in direction.texts(unit):
            yield plain(first.segment), plain(second.segment)


for command in (merge, clean, filter_, split, diff, stats):
    tmx.add_command(command)
