"""Decides which term a status is about that a table gives to a whole row, with terms of several languages.

Start from `with_shared_concepts` and `term_statuses`. In the rows `civil-military integration,军民融合,deprecated`
and
`military-civil fusion,军民融合,preferred` the status is that of the side that differs: the English.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from termbase.errors import TermbaseError
from termbase.model import TermSection
from termbase.table.row_terms import Row, status_of
from termbase.tbx.vocabulary import is_proposed, read_status

Key = tuple[str, str, str]
"""The id of a concept, and the language and text of one of its terms."""


def with_shared_concepts(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a table without ids; those that share a term but not the status get one id.

    So do those of which only one forbids its term in another language (`en,zh-CN,zh-CN status`). Rows with unlike
    definitions or subject fields are about homonyms, and stay apart.
    """
    owners: dict[tuple[str, str], list[Row]] = defaultdict(list)
    ids = {row.id: row.id for row in rows}

    def root(identifier: str) -> str:
        while ids[identifier] != identifier:
            identifier = ids[identifier]
        return identifier

    for row in rows:
        for term in row.terms:
            key = (term.language, term.text)
            other = next((one for one in owners[key] if _belong_together(one, row, term.language)), None)
            owners[key].append(row)
            if other and root(other.id) != root(row.id):
                ids[root(row.id)] = root(other.id)
    return [replace(row, id=root(row.id)) for row in rows]


def _belong_together(one: Row, other: Row, language: str) -> bool:
    fields = [("", "definition"), ("", "subjectField")]
    texts = [{one.value(*field), other.value(*field)} - {""} for field in fields]
    differ = one.status != other.status or _forbids(one, language) != _forbids(other, language)
    return differ and all(len(both) < 2 for both in texts)


def _forbids(row: Row, language: str) -> bool:
    """Whether a row has a forbidden term in a language beside this one: another row then has the right one."""
    others = {term.language for term in row.terms} - {language}
    return any(_is_forbidden(status_of(row, other)) for other in others)


def term_statuses(rows: Sequence[Row], file: str) -> dict[Key, str]:
    """Return the word for the status of each term whose rows give one to all terms: the best of them.

    Raise TermbaseError for a row whose terms are all better in other rows, since it says nothing about any of them.
    """
    found: dict[Key, list[str]] = defaultdict(list)
    for row in rows:
        for key in _keys(row):
            found[key].append(row.status)
    best = {key: min(words, key=_rank) for key, words in found.items() if any(words)}
    for row in rows:
        keys = _keys(row)
        if keys and _is_forbidden(row.status) and not any(_is_forbidden(best[key]) for key in keys):
            terms = " and ".join(repr(term.text) for term in row.terms)
            message = f"the status {row.status!r} is of none of its terms: other rows have a better one for {terms}"
            hint = "name the column by the language that the status is of: en status, zh-CN status"
            raise TermbaseError(message, file=file, line=row.line, hint=hint)
    return best


def _keys(row: Row) -> list[Key]:
    """Return the terms that the status of a row is about: those in a language without a status of its own."""
    return [
        (row.id, term.language, term.text)
        for term in row.terms
        if not term.status and not row.value(term.language, "status")
    ]


def _rank(word: str) -> int:
    return TermSection("", read_status(word), proposed=is_proposed(word)).rank


def _is_forbidden(word: str) -> bool:
    return TermSection("", read_status(word)).is_forbidden
