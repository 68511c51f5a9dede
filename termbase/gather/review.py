"""Writes and reads the table in which people review candidates: a row for each pair, with its first place.

Reviewers write `accept`, `prefer` or `reject` in the column `decision`, and the right terms in `corrected_zh` and
`corrected_en` if the extracted ones are wrong. `by` and `date` are for the reviewer and the day. The columns after
them keep a decided pair whole when its documents are no longer read. Columns and rows that a reviewer adds stay.
Cells of the TSV form are quoted if needed, because reviewers open and save it in a spreadsheet. `termbase review`
and the page write the same table.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from termbase.errors import TermbaseError
from termbase.extract.model import TermKind
from termbase.gather.model import Attestation, AttestedPair, Decision, Evidence, Verdict
from termbase.language import SIMPLIFIED, canonical, region_style
from termbase.table.rows import Row, dump_rows, read_rows
from termbase.table.workbook import save_workbook, text_workbook

DECISION_COLUMNS = ("corrected_zh", "corrected_en", "by", "date")
_PAIR_COLUMNS = ("zh", "en", "confidence", "kind", "imperfect", "file", "line", "sentence", "count")
_OTHER_COLUMNS = ("column", "language", "abbreviation", "second_sentence", "evidence")
COLUMNS = ("decision", *_PAIR_COLUMNS, *DECISION_COLUMNS, *_OTHER_COLUMNS)
_YES = "yes"
"""The cell of `imperfect` for a pair whose sides do not correspond in full; otherwise the cell is empty."""

_LISTED = " | "
_SHOWN_FAULTS = 20


def _candidate_rows(pairs: Iterable[AttestedPair]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table, the header first. The columns of reviewers are the last."""
    every = list(pairs)
    own = list(dict.fromkeys(column for pair in every for column in pair.notes))
    yield (*COLUMNS, *own)
    for pair in every:
        yield (*candidate_row(pair), *(pair.notes.get(column, "") for column in own))


def candidates_tsv(pairs: Iterable[AttestedPair]) -> str:
    """Return the table as tab-separated text."""
    return dump_rows(_candidate_rows(pairs), "tsv", quoted=True).decode()


def most_doubtful_first(pairs: Iterable[AttestedPair]) -> list[AttestedPair]:
    """Return pairs in the order in which a reviewer should see them: imperfect ones first, then by confidence."""
    return sorted(pairs, key=lambda pair: (not pair.imperfect, pair.confidence))


def candidate_row(pair: AttestedPair) -> tuple[str, ...]:
    """Return the row of a pair: its cells in the order of `COLUMNS`."""
    first = pair.attestations[0]
    decided = decision_cells(pair.decision)
    return (
        decided["decision"],
        pair.zh,
        pair.en,
        f"{pair.confidence:.2f}",
        pair.kind.value,
        _YES if pair.imperfect else "",
        first.file,
        str(first.line),
        first.sentence,
        str(pair.count),
        *(decided[column] for column in DECISION_COLUMNS),
        str(first.column),
        region_style(pair.document_language),
        _LISTED.join(pair.abbreviations),
        pair.attestations[1].sentence if len(pair.attestations) > 1 else "",
        _LISTED.join(pair.evidence),
    )


def decision_cells(decision: Decision | None) -> dict[str, str]:
    """Return the cells of a row that a decision fills, by column. Without a decision they are empty."""
    verdict = decision.verdict.value if decision else ""
    return {"decision": verdict} | {
        column: getattr(decision, column) if decision else "" for column in DECISION_COLUMNS
    }


_NEEDED = ("decision", "zh", "en")


def read_reviewed(file: str) -> list[AttestedPair]:
    """Read the pairs with which a reviewer did something, each with its first place.

    These are the pairs with a decision or with a cell in a column of the reviewer, and the rows without a file,
    which a reviewer added. Raises TermbaseError, with the line if possible, for a table that cannot be read or
    lacks a column. All rows that cannot be understood are reported together, each with its line.
    """
    _, rows = table_in(read_rows(file, quoted=True), file)
    return _reviewed_pairs([(line, _stripped(cells)) for line, cells in rows], file)


def table_in(rows: Iterable[Row], file: str) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """Return the names of the columns of a table, and its rows with their lines, as cells by column.

    A short row lacks its last cells. A column without a name of its own gets one if a row fills it. Raises
    TermbaseError if a column is missing.
    """
    (_, header), *others = [*rows] or [(1, [])]
    for column in _NEEDED:
        if column not in header:
            hint = "use a table of candidates that build wrote"
            raise TermbaseError(f"has no column {column}", file=file, line=1, hint=hint)
    while header and not header[-1]:
        header.pop()
    beyond = len(header)
    width = max((len(row) for _, row in others if any(map(str.strip, row[beyond:]))), default=beyond)
    names = _named([*header, *[""] * (width - beyond)])
    return names, [(line, dict(zip(names, row, strict=False))) for line, row in others]


def _named(header: Iterable[str]) -> list[str]:
    names: list[str] = []
    for name in header:
        wanted = [name or "note", *(f"{name or 'note'} {number}" for number in range(2, len(names) + 3))]
        names.append(next(name for name in wanted if name not in names))
    return names


def _stripped(cells: Mapping[str, str]) -> dict[str, str]:
    return dict.fromkeys(COLUMNS, "") | {column: cell.strip() for column, cell in cells.items()}


def _reviewed_pairs(rows: Iterable[tuple[int, Mapping[str, str]]], file: str) -> list[AttestedPair]:
    faults: list[tuple[int, str]] = []
    reviewed: dict[tuple[str, str], tuple[int, AttestedPair]] = {}
    for line, cells in rows:
        if fault := _fault(cells):
            faults.append((line, fault))
        elif cells["decision"] or (cells["zh"] and cells["en"] and (not cells["file"] or _notes(cells))):
            pair = _reviewed_pair(cells)
            first, earlier = reviewed.setdefault((pair.zh, pair.en), (line, pair))
            if earlier.decision and pair.decision and earlier.decision != pair.decision:
                faults.append((line, f"{pair.zh} = {pair.en} has another decision in line {first}"))
            earlier.decision = earlier.decision or pair.decision
            earlier.notes = pair.notes | earlier.notes
    if faults:
        raise _together(faults, file)
    return [pair for _, pair in reviewed.values()]


def _notes(cells: Mapping[str, str]) -> dict[str, str]:
    """Return the cells in columns that a reviewer added."""
    return {column: cell for column, cell in cells.items() if cell and column not in COLUMNS}


def _fault(cells: Mapping[str, str]) -> str:
    """Return what is wrong with a row; "" if nothing is."""
    if cells["decision"] and cells["decision"].lower() not in frozenset(Verdict):
        return f"unknown decision: {cells['decision']}"
    if cells["decision"] and not (cells["zh"] and cells["en"]):
        return "a decision without a pair: zh or en is empty"
    if not cells["decision"] and (cells["corrected_zh"] or cells["corrected_en"]):
        return "a correction without a decision"
    return ""


def _together(faults: Sequence[tuple[int, str]], file: str) -> TermbaseError:
    """Return one error that has a line for each fault, like the messages of a compiler."""
    (line, first), *others = faults
    lines = [first, *(f"{file}:{number}: {fault}" for number, fault in others[: _SHOWN_FAULTS - 1])]
    if len(faults) > _SHOWN_FAULTS:
        lines.append(f"and {len(faults) - _SHOWN_FAULTS} more rows")
    hint = f"decisions are {', '.join(Verdict)}"
    return TermbaseError("\n".join(lines), file=file, line=line, hint=hint)


def _reviewed_pair(cells: Mapping[str, str]) -> AttestedPair:
    line, column = int(number_in(cells["line"])), int(number_in(cells["column"])) or 1
    place = Attestation(cells["file"], line, column, ((cells["sentence"], False),))
    return AttestedPair(
        cells["zh"],
        cells["en"],
        confidence=number_in(cells["confidence"]),
        imperfect=cells["imperfect"].lower() == _YES,
        document_language=canonical(cells["language"]) if cells["language"] else SIMPLIFIED,
        attestations=[place],
        abbreviations=[one for one in cells["abbreviation"].split(_LISTED) if one],
        decision=_decision(cells),
        kind=TermKind(cells["kind"]) if cells["kind"] in frozenset(TermKind) else TermKind.TERM,
        evidence=tuple(one for one in Evidence if one in cells["evidence"].split(_LISTED)) or (Evidence.GLOSSED,),
        notes=_notes(cells),
    )


def _decision(cells: Mapping[str, str]) -> Decision | None:
    if not cells["decision"]:
        return None
    return Decision(Verdict(cells["decision"].lower()), *(cells[column] for column in DECISION_COLUMNS))


def number_in(cell: str) -> float:
    """Return the number in a cell, in which a spreadsheet may have put a comma (0,97). 0 if it is not a number."""
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return 0.0


_WIDTHS = {"decision": 10, "zh": 24, "en": 36, "file": 24, "sentence": 80, "corrected_zh": 24, "corrected_en": 36}


def candidates_xlsx(pairs: Iterable[AttestedPair]) -> bytes:
    """Return the table as a workbook (XLSX) with one sheet, which offers the decisions as a list to choose from."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rows = list(_candidate_rows(pairs))
    book = text_workbook(rows, "candidates", [_WIDTHS.get(column, 12) for column in rows[0]])
    choice = DataValidation(type="list", formula1=f'"{",".join(Verdict)}"', allow_blank=True)
    choice.add(f"A2:A{max(2, len(rows))}")
    book.worksheets[0].data_validations.append(choice)
    out = io.BytesIO()
    save_workbook(book, out)
    return out.getvalue()
