"""Builds an index: the concepts, the keys of their terms, and tables for search inside terms.

Start from `write_index`, or from `index_of` for an index in memory; `schema` has the tables.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from termbase.index import folding_tables
from termbase.index.forms import Form, Way, term_forms
from termbase.index.records import to_record
from termbase.index.schema import IN_HAN, IN_LATIN, SCHEMA, KeySide
from termbase.index.store import Index
from termbase.model import ConceptEntry, Termbase
from termbase.text.english.english_stems import related_forms
from termbase.text.script import has_han

_SIDES = {
    KeySide.HAN: f"searched = {IN_HAN}",
    KeySide.ENGLISH: f"searched = {IN_LATIN} and way <= {Way.REGION}",
    KeySide.PINYIN: f"way in ({Way.READING}, {Way.OTHER_READING})",
    KeySide.WORD: f"way = {Way.WORD}",
}
_SEARCHED = frozenset({Way.FOLDED, Way.SCRIPT, Way.REGION, Way.READING, Way.INITIALS})


def write_index(termbase: Termbase, file: Path) -> None:
    """Write the index of a termbase into an empty file. Raise OSError or sqlite3.Error if that fails."""
    with closing(sqlite3.connect(file)) as database:
        _build(termbase, database)


def index_of(termbase: Termbase) -> Index:
    """Return the index of a termbase, kept only in memory."""
    return Index(in_memory(termbase))


def in_memory(termbase: Termbase) -> sqlite3.Connection:
    """Return the database of an index that is kept only in memory."""
    database = sqlite3.connect(":memory:", check_same_thread=False)
    _build(termbase, database)
    return database


def _build(termbase: Termbase, database: sqlite3.Connection) -> None:
    database.executescript(SCHEMA)
    database.execute("begin")
    records = ((number, to_record(entry)) for number, entry in enumerate(termbase.entries))
    database.executemany("insert into concept values (?, ?)", records)
    database.executemany("insert into form values (?, ?, ?, ?, ?, ?)", _rows(termbase))
    database.execute("create index form_key on form (key)")
    _fill_search(database)
    _fill_related(database)
    _fill_folding(database)
    database.execute("insert into complete values (1)")
    database.commit()


def _rows(termbase: Termbase) -> Iterator[tuple[str, int, int, int, str, int]]:
    words: set[str] = set()
    for number, entry in enumerate(termbase.entries):
        for form, is_searched in _forms(number, entry):
            if form.way is not Way.WORD:
                yield *form, is_searched and (IN_HAN if has_han(form.key) else IN_LATIN)
            elif form.key not in words:
                words.add(form.key)
                yield *form, 0


def _forms(number: int, entry: ConceptEntry) -> Iterator[tuple[Form, bool]]:
    """Yield the forms of a concept, each key once, with whether search inside it is possible.

    A key that several ways or terms give is kept for the narrowest way and the best term. Terms that differ only in
    case are all kept, so that a query can match each exactly.
    """
    unique: dict[tuple[str, int], list[Form]] = {}
    searched: set[tuple[str, int]] = set()
    for form in sorted(_all_forms(number, entry), key=lambda form: form.way):
        mark = form.key, int(max(form.way, Way.REGION))
        kept = unique.setdefault(mark, [])
        if not kept or (form.way is Way.WRITTEN and all(form.origin != other.origin for other in kept)):
            kept.append(form)
        if form.way in _SEARCHED:
            searched.add(mark)
    for mark, forms in unique.items():
        for form in forms:
            yield form, mark in searched and form is forms[0]


def _all_forms(number: int, entry: ConceptEntry) -> Iterator[Form]:
    ranked = sorted(enumerate(entry.terms()), key=lambda item: item[1][1].rank)
    for place, (language, term) in ranked:
        for key, way, origin in term_forms(language, term.term):
            if key:
                yield Form(key, way, number, place, origin)


def _fill_search(database: sqlite3.Connection) -> None:
    """Fill the full-text tables, the shortest keys first.

    A search that stops after some rows has then seen the keys of which the query is the largest part.
    """
    fields = "key, way, concept, term, origin"
    ordered = f"select {fields} from form where searched = ? order by length(key)"
    database.execute(f"insert into latin ({fields}) {ordered}", [IN_LATIN])
    han = ((" ".join(key), *rest) for key, *rest in database.execute(ordered, [IN_HAN]))
    database.executemany(f"insert into han ({fields}) values (?, ?, ?, ?, ?)", han)
    for side, condition in _SIDES.items():
        keys = f"select distinct key from form where {condition}"
        database.execute(
            f"insert into near select {side}, length(key), group_concat(key, char(10)) from ({keys}) group by 2"
        )


def _fill_related(database: sqlite3.Connection) -> None:
    words = defaultdict[str, list[str]](list)
    for (word,) in database.execute(f"select key from form where way = {Way.WORD}"):
        for form in related_forms(word):
            words[form].append(word)
    database.executemany(
        "insert into related values (?, ?)", ((form, " ".join(each)) for form, each in words.items())
    )


def _fill_folding(database: sqlite3.Connection) -> None:
    database.executemany("insert into folding values (?, ?)", folding_tables.characters())
    words = ((word[0], word, plain) for word, plain in folding_tables.wordings())
    database.executemany("insert into wording values (?, ?, ?)", words)
    database.executemany("insert into sound values (?, ?)", folding_tables.sounds())
