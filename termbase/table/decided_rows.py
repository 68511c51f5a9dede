"""Applies what a reviewer decided in a table of candidates: `decision`, `corrected_zh`, `corrected_en`."""

from __future__ import annotations

from termbase.language import primary_language
from termbase.table.column_names import Column
from termbase.table.columns import Record

_DECISION, _CORRECTED, _STATUS = Column("", "decision"), "corrected", Column("", "status")
_STATUSES = {"accept": "admitted", "prefer": "preferred"}


def is_rejected(record: Record) -> bool:
    """Whether a reviewer rejected the pair of a row."""
    return _decision(record) == "reject"


def decided(record: Record) -> Record:
    """Return a row with the terms as a reviewer corrected them, and with the status that the decision means."""
    status = _STATUSES.get(_decision(record))
    if status is None:
        return record
    corrected = {primary_language(column.language): text for column, text in record if column.field == _CORRECTED}
    terms = [
        (column, corrected.get(primary_language(column.language), text) if column.has_terms else text)
        for column, text in record
    ]
    return [*terms, (_STATUS, status)]


def _decision(record: Record) -> str:
    return next((text.strip().lower() for column, text in record if column == _DECISION), "")
