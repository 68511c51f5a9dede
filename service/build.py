"""Makes the files of a build from gathered pairs: termbase, memory, candidates for review, and a page to read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termbase.gather.job import Gathered

FILES = _TBX, _TMX, _TSV, _PAGE = "termbase.tbx", "memory.tmx", "candidates.tsv", "report.html"
XLSX = "candidates.xlsx"
"""The candidates as a spreadsheet; it is written only on request."""


def contents(gathered: Gathered, xlsx: bool = False) -> dict[str, bytes]:
    """Return the contents of each file by its name, with the spreadsheet if `xlsx` is true."""
    from termbase.files.source_date import source_date
    from termbase.gather.page import page
    from termbase.gather.review import candidates_tsv, candidates_xlsx
    from termbase.language import ENGLISH
    from termbase.report.concepts_html import render_page
    from termbase.tbx.writer import dump as dump_tbx
    from tmx.operations.from_glosses import units
    from tmx.writer import dump as dump_tmx

    made = {
        _TBX: dump_tbx(gathered.termbase()),
        _TMX: dump_tmx(units(gathered.concepts), ENGLISH, source_date()),
        _TSV: candidates_tsv(gathered.pairs).encode(),
        _PAGE: render_page(page(gathered)).encode(),
    }
    return made | {XLSX: candidates_xlsx(gathered.pairs)} if xlsx else made


def is_output(file: str, folder: str) -> bool:
    """Whether a file was written into a folder by an earlier build, so that it must not be read as a source."""
    path = Path(file)
    return path.name in FILES and path.parent.resolve() == Path(folder).resolve()
