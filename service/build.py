"""The files of a build: what was gathered as a termbase, a memory, candidates for review and a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termbase.gather.job import Gathered

FILES = _TBX, _TMX, _TSV, _PAGE = "termbase.tbx", "memory.tmx", "candidates.tsv", "report.html"
XLSX = "candidates.xlsx"
"""The candidates as a spreadsheet, which is written only if asked for."""


def contents(gathered: Gathered, xlsx: bool = False) -> dict[str, bytes]:
    """The bytes of each file by its name."""
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
    """Whether a file is what an earlier build wrote into a folder: it is no evidence for the next."""
    path = Path(file)
    return path.name in FILES and path.parent.resolve() == Path(folder).resolve()
