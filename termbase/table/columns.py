"""Finds the meaning of the columns of a table: from their names or their content, with what several columns
say together.

Start from `guess_columns`. `column_names` reads one name, `header` finds the row that has them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from termbase.errors import TermbaseError
from termbase.language import SIMPLIFIED, canonical, is_same_language
from termbase.table.column_content import SAMPLE, WORDS, Rows, cell_of, content_of, is_part, sample
from termbase.table.column_names import CHINESE, DEPRECATED, OF_TERMS, SIDES, Column, language_named
from termbase.table.column_owners import by_position, groups_of, of_languages, repeats
from termbase.table.header import Header, find_header
from termbase.table.rows import TABBED
from termbase.table.unnamed_columns import with_comments, with_counterpart, with_meanings
from termbase.tbx.standard.vocabulary import is_proposed, read_status, read_yes_or_no
from termbase.text.detect import chinese_of
from termbase.text.script import has_han

_DECISIONS = frozenset(["preferred", "forbidden", DEPRECATED])

Record = list[tuple[Column, str]]
"""The cells with text of one row, or of one of several groups of columns side by side, with their meanings."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The meaning of each column, None for one that is not read, and the header in which they are named.

    `groups` has a number for each column: tables side by side on one sheet (`en,zh-CN,en,zh-CN`) are groups of
    their own. `languages` maps a column of terms to the column that names the language of each of its cells.
    """

    columns: tuple[Column | None, ...]
    header: Header
    groups: tuple[int, ...]
    languages: Mapping[int, int] = field(default_factory=dict)

    def is_plain(self) -> bool:
        """Return whether every column has the name of its meaning, so that there is nothing to report."""
        return self.header.end > 0 and [str(column) for column in self.columns] == list(self.header.names)

    def summary(self) -> str:
        """Return the guess in one line: `1 English = en, 2 中文 = zh-CN, 3 page not read`."""
        named = {naming: f"= language of {number + 1}" for number, naming in self.languages.items()}
        meanings = [
            named.get(number) or (f"= {column}" if column else "not read")
            for number, column in enumerate(self.columns)
        ]
        parts = zip(range(1, len(meanings) + 1), self.header.names, meanings, strict=True)
        return ", ".join(" ".join(filter(None, (str(number), *words))) for number, *words in parts)

    def records(self, cells: Sequence[str]) -> Iterator[Record]:
        """Yield the cells of a row that have a meaning and text: a record for each group of columns."""
        for group in range(max(self.groups, default=0) + 1):
            numbers = [number for number, own in enumerate(self.groups) if own == group]
            yield [
                (column, text)
                for number in numbers
                if (column := self._column(number, cells)) and (text := cell_of(cells, number))
            ]

    def _column(self, number: int, cells: Sequence[str]) -> Column | None:
        column = self.columns[number]
        if column is None or column.field == "languageOf":
            return None
        named = language_named(cell_of(cells, self.languages[number])) if number in self.languages else ""
        if named == CHINESE:
            named = canonical(chinese_of(cell_of(cells, number)))
        return replace(column, language=named) if named else column


def guess_columns(rows: Rows, file: str, source: str = "", target: str = "", line: int = 1) -> Columns:
    """Guess the meaning of the columns of a table from its first rows, all of which have text.

    `source` and `target` are the languages of columns with these names, or without header of the first two. Raise
    TermbaseError, which names `line`, if there are not terms of two languages, nor of one with every column named.
    """
    guess = named_columns(rows, source, target)
    body, languages = rows[guess.header.end :], guess.languages
    columns = list(guess.columns)
    if not guess.header.end and not languages:
        columns[:2] = [Column(tag, "") if tag else None for tag in (source, target)][: len(columns)]
        if len(columns) == 2 or Path(file).suffix.lower() in TABBED:
            columns = with_counterpart(columns, body)
        columns = with_comments(columns, body, file)
    columns = _by_content(columns, body, guess)
    columns = columns if guess.header.end else with_comments(columns, body, file, bool(languages))
    columns = columns if languages else with_meanings(columns, guess.header.names, body)
    found = {column.language for column in columns if column and column.has_terms}
    found |= {column.language for column in columns if column and column.field in OF_TERMS} - {""}
    found |= {language_named(cell_of(row, number)) for number in languages.values() for row in body} - {""}
    if len(found) < 2 and not (guess.header.end and _is_of_one_language(columns)):
        hint = "name the columns by language: en, zh-CN"
        if len(columns) == 1:
            hint = f"separate the columns by {'tabs' if Path(file).suffix.lower() in TABBED else 'commas'}"
        raise TermbaseError("does not have two columns of terms", file=file, line=line, hint=hint)
    groups = groups_of(columns)
    columns = of_languages(by_position(columns, groups), guess.columns)
    return Columns(tuple(columns), guess.header, groups, languages)


def _is_of_one_language(columns: Sequence[Column | None]) -> bool:
    """Whether all columns are understood, and one has terms: then no column can be that of a second language."""
    return all(columns) and any(column and column.has_terms and column.language not in SIDES for column in columns)


def named_columns(rows: Rows, source: str = "", target: str = "") -> Columns:
    """Return what the names of the columns say; a language may still be one of `SIDES`, for the text to show."""
    header = find_header(rows[:SAMPLE])
    columns = _with_sides(header.columns(), {"source": source, "target": target})
    body = rows[header.end :][:SAMPLE]
    columns = _with_script(_with_values(columns, body), body)
    languages = _languages_by_name(columns) if header.end else _languages_by_row(columns, body)
    for number, column in enumerate(columns):
        if number in languages.values():
            columns[number] = Column("", "languageOf")
        elif column and column.field == "languageOf":
            columns[number] = None
    return Columns(tuple(columns), header, (0,) * len(columns), languages)


def _with_sides(columns: Sequence[Column | None], sides: Mapping[str, str]) -> list[Column | None]:
    """Decide what source means: terms or segments if there is a target too, otherwise where a term was found.

    The target may be named by its language: `Source, Chinese translation`.
    """
    terms = {column.language: None for column in columns if column and column.has_terms}
    order = list(terms)
    is_pair = len(order) == 2 and order[0] == "source" and order[1] not in SIDES
    has_source = ("target" in terms and "term" not in terms) or bool(sides["source"]) or is_pair

    def decided(column: Column | None) -> Column | None:
        if column and column.field == "source" and column.language and len(terms) < 2:
            is_only = not any(is_same_language(column.language, term) for term in terms)
            return Column(column.language, "") if is_only else column  # `source (en), target (zh-CN)`
        if column is None or column.language not in sides:
            return column
        if column.language == "source" and not has_source:
            return None if column.field else Column("", "source")
        return replace(column, language=sides[column.language] or column.language)

    return [decided(column) for column in columns]


def _with_script(columns: Sequence[Column | None], body: Rows) -> list[Column | None]:
    """Return the columns; those named Chinese get the script and region that their own terms show."""
    shown = [
        canonical(chinese_of("\n".join(sample(body, number)))) if column == Column(CHINESE, "") else ""
        for number, column in enumerate(columns)
    ]
    first = next(filter(None, shown), SIMPLIFIED)
    return [
        replace(column, language=own or (CHINESE if column.field and not any(shown) else first))
        if column is not None and column.language == CHINESE
        else column
        for column, own in zip(columns, shown, strict=True)
    ]


def _with_values(columns: Sequence[Column | None], body: Rows) -> list[Column | None]:
    """Return the columns; those named for a decision (`forbidden`) have yes and no, or terms.

    A column for statuses that has none (`usage`) has examples if it is the second, or if it has terms of its rows.
    """
    terms = [number for number, column in enumerate(columns) if column and column.has_terms]

    def has_examples(number: int) -> bool:
        cells = [(cell_of(row, number), [cell_of(row, term) for term in terms]) for row in body]
        is_used = any(term and term in cell and term != cell for cell, in_row in cells for term in in_row)
        has_statuses = any(read_status(cell) or is_proposed(cell) for cell, _ in cells)
        return not has_statuses and (is_used or columns[number] in columns[:number])

    def decided(number: int, column: Column | None) -> Column | None:
        if column and column.field == "status":
            return replace(column, field="context") if has_examples(number) else column
        if column is None or column.field not in _DECISIONS:
            return column
        has_answers = all(read_yes_or_no(cell) is not None for cell in sample(body, number))
        if column.field == "preferred":
            return column if has_answers else Column(column.language or "term", "")
        return replace(column, field="forbidden" if has_answers else DEPRECATED)

    return [decided(number, column) for number, column in enumerate(columns)]


def _languages_by_name(columns: Sequence[Column | None]) -> dict[int, int]:
    """Return the columns of terms whose languages are named in other columns (`Source Language`), with these."""
    naming = [number for number, column in enumerate(columns) if column and column.field == "languageOf"]
    terms = [
        number for number, column in enumerate(columns) if column and column.has_terms and column.language in SIDES
    ]
    if len(naming) == 1 and len(terms) > 1:  # `Source term, Translation, Language`: what it is translated into
        terms = [number for number in terms if columns[number] == Column("target", "")]
    return dict(zip(terms, naming, strict=True)) if naming and len(naming) == len(terms) else {}


def _languages_by_row(columns: Sequence[Column | None], body: Rows) -> dict[int, int]:
    """Do the same for a table without header, such as a glossary of DeepL: `网络,network,ZH,EN`."""
    samples = [sample(body, number) for number in range(len(columns))]
    naming = [number for number, cells in enumerate(samples) if cells and all(map(language_named, cells))]
    terms = [
        number for number, cells in enumerate(samples) if number not in naming and any(map(WORDS.search, cells))
    ]
    return dict(zip(terms, naming, strict=False)) if len(naming) > 1 and terms and terms[0] < naming[0] else {}


def _by_content(columns: Sequence[Column | None], body: Rows, guess: Columns) -> list[Column | None]:
    """Return the columns; those of terms without a language, or without a name, are guessed from their cells.

    Two columns of one language are not guessed, unless each row names its languages. Without header the one with
    more different texts has terms, not subjects. A side with terms that are not translated (`Acme`) is Chinese if
    some are, and the other side is not.
    """
    has_header, found = guess.header.end > 0, list(columns)
    contents = [
        content_of(sample(body, number))
        if column is None or (column.language in SIDES and not column.field)
        else column
        for number, column in enumerate(columns)
    ]
    if not has_header and repeats([content.language if content else "" for content in contents]):
        return contents
    sides = [column.language for column in columns if column and column.has_terms]
    if has_header and {*sides} <= {*SIDES} and repeats(sides):  # tables side by side
        first = dict(zip(reversed(columns), reversed(contents), strict=True))
        return [first[column] if column and column.has_terms else column for column in columns]
    taken = {column.language for column in columns if column and column.has_terms} - {*SIDES}
    cells = [sample(body, number) for number in range(len(columns))]
    order = sorted(range(len(columns)), key=lambda number: 0 if has_header else -len({*cells[number]}))
    for number in order:
        column, content = columns[number], contents[number]
        if column == content:
            continue
        is_wanted = column is not None or not has_header or len(taken) < 2
        is_new = content and not any(map(partial(is_part, content.language), taken))
        if column and not is_new and (chinese := [text for text in cells[number] if has_han(text)]):
            content = Column(canonical(chinese_of("\n".join(chinese))), "")
            is_new = not any(map(partial(is_part, content.language), taken))
        found[number] = content if number in guess.languages or (is_wanted and is_new) else None
        taken |= {each.language for each in (found[number],) if each}
    return found
