"""Finds the stored units whose source is nearest to a text. Start from `Search.find`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import product
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from termbase.language import is_same_language
from tmx.bilingual.marks import CONTEXT as CONTEXT_NAME
from tmx.content import plain
from tmx.languages import tag_of
from tmx.memory.candidates import Near, nearest
from tmx.memory.database import Database
from tmx.memory.identity import id_hash, text_hash
from tmx.memory.postings import space_of
from tmx.memory.record import from_record, hashed
from tmx.memory.rows import is_placeable, row_key
from tmx.memory.score import PENALTIES, code_names, language_penalty, text_penalties, unit_penalties
from tmx.memory.tokens import literal_tokens, tokens
from tmx.memory.vocabulary import Vocabulary
from tmx.model import Content, TranslationUnit, Variant

CONTEXT, EXACT, FUZZY = "context", "exact", "fuzzy"
_MOST_PLACES = 100
_PLACES = (
    "select variant.number, tag, place, previous, following, record, name from variant"
    " join unit on unit = unit.number join source on source = source.number"
    " join language on language = language.number where variant.number in"
    f" (select number from variant where {{}} order by number desc limit {_MOST_PLACES})"
    " and not exists (select 1 from pending where pending.unit = variant.unit)"
    " order by variant.number desc"
)
"""Of texts with equal tokens, the newest 100 are read. Those that share a row may be very many (they differ in
a number only), so they are chosen by the index, without reading their records. Units that have changed since they
were indexed are left out: they may have no such text."""

_COMPARED = 1000
"""The number of characters by which matches of equal score are ordered."""

_ROWS_PER_MATCH = 4
"""How many near rows are looked for, for each match that is wanted: some have no target in the wanted language."""

_LEAST_READ, _READ_PER_ROWS = 1000, 1000
"""At least so many rows are compared with a text, and one more for so many rows that a memory holds."""


class Query(NamedTuple):
    """A text that is looked for, with its language and that of the translation (canonical tags).

    `previous` and `following` are the texts beside it, `id` its id in its document, `codes` the names of its inline
    codes; "" and () if they are not known.
    """

    text: str
    source: str
    target: str
    previous: str = ""
    following: str = ""
    id: str = ""
    codes: Sequence[str] = ()


class Match(NamedTuple):
    """A stored pair of texts that is near. `kind` is `context` or `exact` (score 100), or `fuzzy`.

    Languages are canonical tags. `changed` is the date of last change as TMX spells it, or ""; `origin` is the file
    that it came from. `penalties` are the reasons of `tmx.memory.score` for which points were taken from
    `similarity`.
    """

    score: int
    kind: str
    source: str
    target: str
    source_language: str
    target_language: str
    id: str
    changed: str
    origin: str
    similarity: int
    penalties: tuple[str, ...]
    source_content: Content
    target_content: Content


class _Place(NamedTuple):
    """A row of the table `variant`, with the record of its unit and the name of its file."""

    language: str
    place: int
    previous: int
    following: int
    record: str
    origin: str


class Search:
    """Searches in the database of an open memory."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._vocabulary = Vocabulary(database)

    def find(self, query: Query, least: int, most: int) -> list[Match]:
        """Return at most `most` matches with a score of at least `least` (1 to 100), the best first.

        Equal pairs of texts are one match. A match in context is before others; those with equal scores are ordered
        by the characters that their sources have in common with the query, then by their dates, the newest first.
        """
        best: dict[tuple[str, str, str], Match] = {}
        for near in self._rows(query, least, most):
            if sum(match.score > near.similarity for match in best.values()) >= most:
                break
            for match in self._matches(query, near):
                key = match.source, match.target, match.target_language
                if match.score >= least and (key not in best or _rank(query, match) < _rank(query, best[key])):
                    best[key] = match
        return sorted(best.values(), key=lambda match: _rank(query, match))[:most]

    def _rows(self, query: Query, least: int, most: int) -> Iterator[Near]:
        """Yield near rows, the nearest first: those with equal tokens, then others."""
        space = space_of(query.source)
        row = self._vocabulary.row(tokens(query.text))
        if not row:
            return
        said = self._vocabulary.row(literal_tokens(query.text)) if is_placeable(row) else ""
        key = row_key(space, row, said)
        equal = self._database.execute("select number from row where key = ?", (key,)).fetchone()
        if equal:
            yield Near(100, equal[0])
        for near in nearest(self._database, space, row, least, most * _ROWS_PER_MATCH, self._most_read):
            if not equal or near.number != equal[0]:
                yield near

    @cached_property
    def _most_read(self) -> int:
        (rows,) = self._database.execute("select coalesce(max(number), 0) from row").fetchone()
        return _LEAST_READ + int(rows) // _READ_PER_ROWS

    def _matches(self, query: Query, near: Near) -> Iterator[Match]:
        for place in self._places(query, near.number):
            if not is_same_language(place.language, query.source):  # of one that shares the space
                continue
            unit = from_record(place.record)
            source = unit.variants[place.place]
            for target in unit.variants:
                if target is not source and is_same_language(tag_of(target.tag), query.target):
                    yield _match(query, near.similarity, place, unit, (source, target))

    def _places(self, query: Query, row: int) -> Iterator[_Place]:
        """Yield the texts that share a row: those in the context of the query, equal ones, the newest others."""
        text = hashed(query.text)
        conditions: list[tuple[str, tuple[int, ...]]] = [("row = ?", (row,)), ("row = ? and text = ?", (row, text))]
        known = {"previous": query.previous, "following": query.following}
        beside = {name: hashed(text) for name, text in known.items() if text}
        if beside:
            also = "".join(f" and {name} = ?" for name in beside)
            conditions.append((conditions[-1][0] + also, (row, text, *beside.values())))
        seen: set[int] = set()
        for condition, values in reversed(conditions):
            found = self._database.execute(_PLACES.format(condition), values).fetchall()
            if query.id and values == (row, text) and len(found) == _MOST_PLACES:
                found += self._with_id(query, row, text)
            for number, *place in found:
                if number not in seen:
                    seen.add(number)
                    yield _Place(*place)

    def _with_id(self, query: Query, row: int, text: int) -> list[tuple[object, ...]]:
        """Return the places of a text in units with the id or context of a query; the newest ones may have none."""
        names = {"", *(name for (name,) in self._database.execute("select name from source"))}
        tags = [tag for (tag,) in self._database.execute("select tag from language")]
        sources, targets = (
            [tag for tag in tags if is_same_language(tag, wanted)] for wanted in (query.source, query.target)
        )
        content, context = (query.text,), [(CONTEXT_NAME, query.id)]
        identities = {id_hash(query.id, name) for name in names} | {
            text_hash(content, source, (source, target), context, name)
            for source, target, name in product(sources, targets, names)
        }
        numbers = self._database.matching("select number from unit where identity in (?)", identities)
        units = ", ".join(str(number) for (number,) in numbers)
        of_units = f"unit in ({units}) and +row = ? and +text = ?"
        return self._database.execute(_PLACES.format(of_units), (row, text)).fetchall() if units else []


def _match(
    query: Query, similarity: int, place: _Place, unit: TranslationUnit, pair: tuple[Variant, Variant]
) -> Match:
    source, target = pair
    text, language = plain(source.segment), tag_of(target.tag)
    penalties = [*unit_penalties(unit, target), *language_penalty(language, query.target)]
    if similarity == 100:
        penalties += text_penalties(query.text, text)
    if list(query.codes) != code_names(source.segment):
        penalties.append("codes")
    score = max(0, similarity - sum(PENALTIES[reason] for reason in penalties))
    kind = FUZZY if score < 100 else CONTEXT if _is_in_context(query, place, unit) else EXACT
    written = text, plain(target.segment), place.language, language
    details = unit.id, unit.last_change, place.origin
    return Match(score, kind, *written, *details, similarity, tuple(penalties), source.segment, target.segment)


def _is_in_context(query: Query, place: _Place, unit: TranslationUnit) -> bool:
    """Whether the id agrees, or the neighbours that the query has, of which there is at least one."""
    if query.id and query.id in (unit.id, *unit.properties(CONTEXT_NAME)):
        return True
    beside = [(query.previous, place.previous), (query.following, place.following)]
    return any(text for text, _ in beside) and all(hashed(text) == key for text, key in beside if text)


def _rank(query: Query, match: Match) -> tuple[object, ...]:
    nearness = Levenshtein.normalized_similarity(query.text[:_COMPARED], match.source[:_COMPARED])
    return -match.score, match.kind != CONTEXT, -nearness, _Newest(match.changed), match.origin, match.id


class _Newest(str):
    """A date that sorts before older ones."""

    def __lt__(self, other: str) -> bool:
        return str.__gt__(self, other)
