"""Reads the tables of words that differ by region: `regional_words.tsv` and `script_words.tsv` of `termbase_data`.

Start from `RegionalRow`, which is one line of a table, and from `marked_forms`. What was read is kept in the cache
folder, since reading takes several times as long. Most rows and forms are never asked for, so each row is kept as
the bytes of `marshal`, and what the forms are as one string.
"""

from __future__ import annotations

import marshal
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import islice
from typing import NamedTuple, cast

from termbase.cache.kept import kept
from termbase.errors import TermbaseError
from termbase.files.data_table import data_file
from termbase.language import Region
from termbase.text.script import simplify

_TABLES = ("regional_words.tsv", "script_words.tsv")

_DOT = "·"
"""Divides the parts of a foreign name; newspapers of Taiwan and Hong Kong leave it out: 湯姆克魯斯."""

_MARKS = "?~^"
"""The marks of senses behind the forms in the tables."""

_NAMES = ("names ", "persons ", "companies ")
"""How the sources of rows of names begin."""


class Sense(StrEnum):
    """When a form has the meaning of its row. The values are the marks that follow a form in the table."""

    CERTAIN = ""
    """Always."""
    OWN_SCRIPT = "~"
    """Only in text of its region's script: 檔案 is a file in Taiwan, 档案 an archive on the mainland."""
    SHARED = "^"
    """Not in text of the other script, whose regions use the word too, in the same sense: 模組 is 模块 or 模组."""
    BESIDE = "?"
    """Only beside certain words; it is also an everyday word: 数字 is "digital" in 数字经济, otherwise "figure"."""


class RegionalRow(NamedTuple):
    """One line of a table. `wordings` has the forms of each region; the first is the one to write.

    A form marked `?` counts only after a word of `before` (`计算机_` in the table), before a word of `after`
    (`_经济`), in one clause with a word of `near` (`*原子`), or in a sentence about one of `subjects` (`@software`,
    see `subject_words.tsv`), and not if a word of `unless` (`-考试`) follows in its clause. Whatever its mark, no
    form counts directly after a word of `not_after` (`-一致_`) or before one of `not_before` (`-_考试`). All these
    words are simplified. A name keeps its wording in every region (`=` in the table); `owner` is the region that it
    comes from, and None if the row is not of a name. `source` says where the forms come from.
    """

    wordings: dict[Region, tuple[str, ...]]
    before: tuple[str, ...]
    after: tuple[str, ...]
    near: tuple[str, ...]
    unless: tuple[str, ...]
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]
    subjects: tuple[str, ...]
    owner: Region | None
    reason: str
    source: str
    is_one_word: bool
    """Whether all regions have the same word, which only needs certain characters: 头发, 頭髮."""

    @property
    def is_of_names(self) -> bool:
        """Whether the forms are those of a foreign person, place, company or product: 里根, 雷根."""
        return self.source.startswith(_NAMES)


Marked = tuple[int, int, str]
"""What a form is: the number of its row, the number of its region, and the mark of its sense."""


@cache
def row(number: int) -> RegionalRow:
    """Return the row with a number, counted from 0 through both tables."""
    forms, beside, owner, about = cast(_Plain, marshal.loads(_tables()[0][number]))
    regions = list(Region)
    return RegionalRow(
        dict(zip(regions, forms, strict=True)), *beside, None if owner is None else regions[owner], *about
    )


def marked_forms() -> Mapping[str, str]:
    """Return each form of the tables, in simplified characters and lower case, with what `marks_of` reads."""
    return _tables()[1]


def marks_of(form: str) -> list[Marked]:
    """Return what a form of the tables is."""
    marked = (each.split(",") for each in marked_forms()[form].split(" "))
    return [(int(number), int(region), mark) for number, region, mark in marked]


_Forms = tuple[str, ...]
_Beside = tuple[_Forms, _Forms, _Forms, _Forms, _Forms, _Forms, _Forms]
_Plain = tuple[tuple[_Forms, ...], _Beside, int | None, tuple[str, str, bool]]
"""A row as the module `marshal` can keep it: the forms of each region, the words beside, the owner, the rest."""


@cache
def _tables() -> tuple[Sequence[bytes], Mapping[str, str]]:
    rows, forms, marks = kept(data_file(_TABLES[0]), ".regional", _compiled)
    return rows, dict(zip(forms.split("\n"), marks.split("\n"), strict=True))


def _compiled() -> tuple[list[bytes], str, str]:
    rows: list[bytes] = []
    found: defaultdict[str, list[str]] = defaultdict(list)
    regions = list(Region)
    for name in _TABLES:
        for row, marked in read_rows(data_file(name).read_text("utf-8"), name):
            for region, form, sense in marked:
                for spelling in dict.fromkeys((form, form if region is Region.CN else form.replace(_DOT, ""))):
                    found[spelling].append(f"{len(rows)},{regions.index(region)},{sense.value}")
            beside = row.before, row.after, row.near, row.unless, row.not_after, row.not_before, row.subjects
            owner = None if row.owner is None else regions.index(row.owner)
            plain = tuple(row.wordings.values()), beside, owner, (row.reason, row.source, row.is_one_word)
            rows.append(marshal.dumps(plain))
    return rows, "\n".join(found), "\n".join(map(" ".join, found.values()))


def read_rows(text: str, name: str) -> Iterator[tuple[RegionalRow, list[tuple[Region, str, Sense]]]]:
    """Yield the rows of a table with their simplified forms; its first line is a header.

    Raises TermbaseError, with `name` and line, for a line that is not such a row.
    """
    lines = zip(text.splitlines(), simplify(text).splitlines(), strict=True)
    for number, both in islice(enumerate(lines, 1), 1, None):
        try:
            yield _read(*both)
        except ValueError as error:
            raise TermbaseError(f"is not a row of regional words: {error}", file=name, line=number) from None


def _read(line: str, simplified: str) -> tuple[RegionalRow, list[tuple[Region, str, Sense]]]:
    *cells, beside, reason, source = _cells(line)
    owner = next((region for region, cell in zip(Region, cells, strict=True) if "=" in cells and cell != "="), None)
    forms, simple = _forms(cells), _forms(simplified.split("\t")[: len(cells)])
    barred = [word for word in beside.split() if word.startswith("-") and "_" in word]
    words = [word for word in beside.split() if word not in barred]
    row = RegionalRow(
        {region: tuple(form.rstrip(_MARKS) for form in marked) for region, marked in forms.items()},
        tuple(word[:-1] for word in words if word.endswith("_")),
        tuple(word[1:] for word in words if word.startswith("_")),
        tuple(word[1:] for word in words if word.startswith("*")),
        tuple(word[1:] for word in words if word.startswith("-")),
        tuple(word[1:-1] for word in barred if word.endswith("_")),
        tuple(word[2:] for word in barred if word.startswith("-_")),
        tuple(word[1:] for word in words if word.startswith("@")),
        owner,
        reason,
        source,
        len({form for marked in simple.values() for form in marked}) == 1,
    )
    return row, list(_senses(simple))


def _senses(simple: Mapping[Region, Sequence[str]]) -> Iterator[tuple[Region, str, Sense]]:
    """Yield each form with its sense. A word that the mainland has in other senses too is certain nowhere.

    推薦 of the row 推荐? is a word of all regions; only 推介 beside it is one of Hong Kong's.
    """
    beside = {form for form, sense in map(_unmarked, simple[Region.CN]) if sense is Sense.BESIDE}
    for region, marked in simple.items():
        for form, sense in map(_unmarked, marked):
            yield region, form, Sense.BESIDE if sense is Sense.CERTAIN and form in beside else sense


def _cells(line: str) -> list[str]:
    cells = line.split("\t")
    if len(cells) != len(Region) + 3:
        raise ValueError(f"it has {len(cells)} cells, not {len(Region) + 3}")
    return cells


def _forms(cells: Sequence[str]) -> dict[Region, list[str]]:
    """Return the marked forms of each region. In a row of a name, all regions have the forms of the owner."""
    names = [cell for cell in cells if cell != "="]
    if not names:
        raise ValueError("no region has the name, only =")
    return {
        region: (names[0] if "=" in cells else cell).split() for region, cell in zip(Region, cells, strict=True)
    }


def _unmarked(form: str) -> tuple[str, Sense]:
    bare = form.rstrip(_MARKS)
    mark = form[len(bare) :]
    if mark not in list(Sense):
        raise ValueError(f"{form} has the mark {mark}, not one of {', '.join(_MARKS)}")
    return bare.lower(), Sense(mark)
