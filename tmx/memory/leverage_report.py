"""The leverage of files as text, JSON, table, workbook or page. Start from `dump`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import PurePath
from typing import Any, NamedTuple

from termbase.errors import TermbaseError
from termbase.text.counted import counted_plural
from tmx.memory.leverage import Leverage, Volume, together
from tmx.memory.pretranslate import Choice

FORMS = ("html", "json", "xlsx", "csv", "tsv")
"""The endings of files that a report can be written to."""

_HEAD = ("segments", "words", "characters")
_CHOICE_HEAD = ("segment", "source", "filled in", "other translations")
_WIDTHS = (40, 14, 10, 10, 12, 14)
_CHOICE_WIDTHS = (40, 14, 40, 40, 40)


class FileLeverage(NamedTuple):
    """The leverage of a file: how many segments were translated before and are filled in, and remarks.

    Of those filled in, some are `to_review`. `choices` are the segments of which the memory has several exact
    translations.
    """

    file: str
    translated: int
    filled: int
    to_review: int
    leverage: Leverage
    remarks: dict[str, int]
    choices: Sequence[Choice] = ()


def remarks(each: FileLeverage) -> Iterator[str]:
    """Yield what became of the segments of a file, and its remarks."""
    review = f" ({each.to_review} to be reviewed)" if each.to_review else ""
    yield f"{each.filled} filled in{review}, {each.translated} translated before"
    yield from (counted_plural(count, what) for what, count in each.remarks.items())


def form_of(file: str) -> str:
    """Return the form of a report for the ending of its file. Raises TermbaseError if there is none."""
    form = PurePath(file).suffix.lower().removeprefix(".")
    if form not in FORMS:
        endings = ", ".join(f".{name}" for name in FORMS)
        raise TermbaseError("is not a kind of report", file=file, hint=f"give a name that ends in {endings}")
    return form


def dump(files: Sequence[FileLeverage], form: str) -> bytes:
    """Return a report on files in one of `FORMS`."""
    if form == "json":
        return f"{as_json(files)}\n".encode()
    if form == "html":
        return _page(files).encode()
    from termbase.table.rows import dump_rows
    from termbase.table.workbook import add_sheet, save_workbook, text_workbook

    rows = [("file", "band", *_HEAD, "percent of words"), *_rows(files)]
    if form != "xlsx":
        return dump_rows([[str(cell) for cell in row] for row in rows], form)
    out, book = BytesIO(), text_workbook(rows, "leverage", _WIDTHS)
    choices = [(each.file, *choice[:2], *choice.targets) for each in files for choice in each.choices]
    if choices:
        add_sheet(book, [("file", *_CHOICE_HEAD), *choices], "several translations", _CHOICE_WIDTHS)
    save_workbook(book, out)
    return out.getvalue()


def as_json(files: Sequence[FileLeverage]) -> str:
    """Return the report as JSON: of one file, or of all together with each of them in `files`."""
    records = [_record(each) for each in files]
    if len(files) == 1:
        return json.dumps(records[0], ensure_ascii=False, indent=1)
    whole = _record(_whole(files))
    del whole["file"]
    return json.dumps(whole | {"files": records}, ensure_ascii=False, indent=1)


def as_lines(files: Sequence[FileLeverage]) -> Iterator[str]:
    """Yield the report as lines: a table for all files together, and the number of words of each."""
    from termbase.text.width import table

    rows = _volumes(_whole(files).leverage)
    yield from table([["band", *_HEAD, "%"], *([band, *map(str, volume), share] for band, volume, share in rows)])
    if len(files) > 1:
        yield ""
        words = ([each.file, *map(str, each.leverage.total)] for each in files)
        yield from table([["file", *_HEAD], *words])


def _whole(files: Sequence[FileLeverage]) -> FileLeverage:
    remarks: dict[str, int] = {}
    for each in files:
        remarks |= {what: remarks.get(what, 0) + count for what, count in each.remarks.items()}
    name = f"{len(files)} files" if len(files) > 1 else files[0].file
    translated, filled, review = (
        sum(counts)
        for counts in zip(*((each.translated, each.filled, each.to_review) for each in files), strict=True)
    )
    return FileLeverage(name, translated, filled, review, together(each.leverage for each in files), remarks)


def _record(each: FileLeverage) -> dict[str, Any]:
    bands = {band: volume._asdict() for band, volume, _ in _volumes(each.leverage)}
    counts = {"translated": each.translated, "filled": each.filled, "to_review": each.to_review}
    choices = {"choices": [choice._asdict() for choice in each.choices]} if each.choices else {}
    return {"file": each.file, **counts, "remarks": each.remarks, "bands": bands, **choices}


def _volumes(leverage: Leverage) -> Iterator[tuple[str, Volume, str]]:
    """Yield the bands and their total, each with its percentage of all words."""
    for band, volume in (*leverage.bands.items(), ("total", leverage.total)):
        yield band, volume, f"{100 * volume.words / (leverage.total.words or 1):.0f}"


def _rows(files: Sequence[FileLeverage]) -> Iterator[tuple[str | int, ...]]:
    for each in [*([_whole(files)] if len(files) > 1 else []), *files]:
        for band, volume, share in _volumes(each.leverage):
            yield (each.file, band, *volume, int(share))


def _page(files: Sequence[FileLeverage]) -> str:
    from termbase.report.templates import render

    parts = [*([_whole(files)] if len(files) > 1 else []), *files]
    shown = [(part, list(_volumes(part.leverage)), list(remarks(part))) for part in parts]
    return render("leverage.html.j2", parts=shown, choice_head=_CHOICE_HEAD)
