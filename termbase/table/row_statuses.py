"""Decides which term a status is about that a table gives to a whole row, with terms of several languages.

Start from `with_shared_concepts` and `term_statuses`. In the rows `civil-military integration,军民融合,deprecated`
and
`military-civil fusion,军民融合,preferred` the status is that of the side that differs: the English.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from termbase.errors import TermbaseError
from termbase.model import TermSection
from termbase.table.row_terms import Row, status_of
from termbase.tbx.standard.vocabulary import is_proposed, read_status

Key = tuple[str, str, str]
"""The id of a concept, and the language and text of one of its terms."""


def with_shared_concepts(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a table without ids; those that share a term but not the status get one id.

    So do those of which only one forbids its term in another language (`en,zh-CN,zh-CN status`). Rows with unlike
    definitions or subject fields are about homonyms, and stay apart.
    """
    owners: dict[tuple[str, str], dict[_Profile, str]] = defaultdict(dict)
    ids = {row.id: row.id for row in rows}

    def root(identifier: str) -> str:
        while ids[identifier] != identifier:
            identifier = ids[identifier]
        return identifier

    for row in rows:
        for term in row.terms:
            alike = owners[term.language, term.text]
            profile = _profile(row, term.language)
            other = next((id for one, id in alike.items() if _belong_together(one, profile)), None)
            alike.setdefault(profile, row.id)
            if other and root(other) != root(row.id):
                ids[root(row.id)] = root(other)
    return [replace(row, id=root(row.id)) for row in rows]


class _Profile(NamedTuple):
    """What a row says of one of its terms: rows with the same are alike, and a table may have many of them."""

    status: str
    forbids: bool
    definition: str
    subject: str


def _profile(row: Row, language: str) -> _Profile:
    texts = row.value("", "definition"), row.value("", "subjectField")
    return _Profile(row.status, _forbids(row, language), *texts)


def _belong_together(one: _Profile, other: _Profile) -> bool:
    differ = (one.status, one.forbids) != (other.status, other.forbids)
    return differ and all(not a or not b or a == b for a, b in zip(one[2:], other[2:], strict=True))


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
