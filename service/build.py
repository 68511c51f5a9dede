"""Makes the files of a build from gathered pairs: termbase, memory, candidates for review, and a page to read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from termbase.errors import TermbaseError, os_error
from termbase.files.build_files import BUILD_FILES, MEMORY, PAGE, TABLE, TERMBASE, XLSX
from termbase.files.output import real_path

if TYPE_CHECKING:
    from termbase.gather.job import Gathered
    from tmx.align.output import Aligned


def names(folder: str, xlsx: bool) -> list[str]:
    """Return the names of the files to write into a folder. A spreadsheet that is there already is renewed too."""
    return [*BUILD_FILES, *([XLSX] if xlsx or Path(folder, XLSX).exists() else [])]


def contents(
    gathered: Gathered, wanted: Collection[str] = BUILD_FILES, aligned: Iterable[Aligned] = ()
) -> dict[str, bytes]:
    """Return the contents of each `wanted` file by its name.

    The memory has the pairs of the concepts, and after them the sentences of `aligned` documents.
    """
    from termbase.files.source_date import source_date
    from termbase.gather.page import page
    from termbase.gather.review import candidates_tsv, candidates_xlsx
    from termbase.language import ENGLISH
    from termbase.report.concepts_html import render_page
    from termbase.tbx.writer import dump as dump_tbx
    from tmx.align.output import sentence_units
    from tmx.operations.from_glosses import units
    from tmx.writer import dump as dump_tmx

    made = {
        TERMBASE: dump_tbx(gathered.termbase()),
        MEMORY: dump_tmx(chain(units(gathered.concepts), *map(sentence_units, aligned)), ENGLISH, source_date()),
        TABLE: candidates_tsv(gathered.pairs).encode(),
        PAGE: render_page(page(gathered)).encode(),
    }
    return made | {XLSX: candidates_xlsx(gathered.pairs)} if XLSX in wanted else made


def tables_in(folder: str) -> list[Path]:
    """Return the tables of candidates in a folder."""
    return [path for path in (Path(folder, TABLE), Path(folder, XLSX)) if path.is_file()]


def state_of(folder: str) -> list[bytes]:
    """Return the contents of the tables in a folder. Raises TermbaseError if they cannot be read."""
    try:
        return [path.read_bytes() for path in tables_in(folder)]
    except OSError as error:
        raise os_error(error, folder, "read") from error


def write(folder: str, made: Mapping[str, bytes], state: list[bytes]) -> None:
    """Write the files of a build, all or none.

    Raises TermbaseError if a table in the folder no longer has the `state` that it had before the build, because a
    reviewer has decided something since.
    """
    from termbase.files.lock import locked
    from termbase.files.output import write_files

    with locked(Path(folder)):
        if state_of(folder) != state:
            raise TermbaseError(
                "somebody changed its candidates during the build", file=folder, hint="build again to keep that"
            )
        write_files(folder, made)


def is_output(file: str, folder: str) -> bool:
    """Whether a file was written into a folder by an earlier build, so that it must not be read as a source."""
    path = Path(file)
    return path.name in (*BUILD_FILES, XLSX) and real_path(path.parent) == real_path(folder)
