"""The table of words that differ by region: `termbase_data/regional_words.tsv`, and `script_words.tsv` beside it.

Start from `RegionalRow`, which is a line of it. Words are looked for in simplified characters, so that a row serves
both scripts: `candidates` gives the words that begin at a place, the longest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from termbase.files.data_table import data_file
from termbase.language import Region
from termbase.text.script import simplify

_BREAK = re.compile(r"[，。；：！？、\n]")
_CLAUSE = 40
"""So many characters on both sides of a word are looked at for its clause."""

_TABLES = ("regional_words.tsv", "script_words.tsv")


class Sense(StrEnum):
    """When a form is the word of its row. The values are the marks behind a form in the table."""

    CERTAIN = ""
    OWN_SCRIPT = "~"
    """In text of its region's script only: 檔案 is a file in Taiwan, 档案 an archive on the mainland."""
    SHARED = "^"
    """Not in text of the other script, for others say so too, in the same sense: 模組 is 模块 or 模组."""
    BESIDE = "?"
    """Beside certain words only, for it is an everyday word too: 数字 is "digital" in 数字经济, else "figure"."""


class RegionalRow(NamedTuple):
    """One line of the table. `wordings` has the forms by region, the one to write first.

    `before` and `after` are the words beside which a form marked `?` counts (`计算机_`, `_经济`), `near` those in
    the same clause (`*原子`), all simplified. A name keeps its wording in every region (`=`); `owner` is the
    region that it comes from.
    """

    wordings: dict[Region, tuple[str, ...]]
    before: tuple[str, ...]
    after: tuple[str, ...]
    near: tuple[str, ...]
    owner: Region | None
    reason: str


class RegionalWord(NamedTuple):
    """A form as the wording of a region."""

    row: RegionalRow
    region: Region
    sense: Sense

    def fits(self, simplified: str, start: int, end: int) -> bool:
        """Whether the words beside a place, or in its clause, are those that a form marked `?` asks for."""
        before, after = simplified[max(0, start - _CLAUSE) : start], simplified[end : end + _CLAUSE]
        if before.rstrip(" ").endswith(self.row.before) or after.lstrip(" ").startswith(self.row.after):
            return True
        if not self.row.near:
            return False
        clause = _BREAK.split(before)[-1] + "\n" + _BREAK.split(after, maxsplit=1)[0]
        return any(word in clause for word in self.row.near)


def candidates(simplified: str, start: int) -> Iterator[tuple[int, tuple[RegionalWord, ...]]]:
    """The words of the table that begin at a place of a simplified text, each with its end, the longest first.

    Small and capital letters are one: QR碼 is qr碼 in a match key.
    """
    beginning = simplified[start : start + 2].lower()
    lengths = _lengths()
    for length in (*lengths.get(beginning, ()), *lengths.get(beginning[:1], ())):
        form = simplified[start : start + length].lower()
        found = _words().get(form)
        if found is not None and len(form) == length:
            yield start + length, found


def forms() -> Iterator[tuple[str, tuple[RegionalWord, ...]]]:
    """Every form of the table, in simplified characters and small letters, with the words that it is."""
    return iter(_words().items())


@cache
def _words() -> dict[str, tuple[RegionalWord, ...]]:
    words: dict[str, tuple[RegionalWord, ...]] = {}
    for name in _TABLES:
        lines = data_file(name).read_text("utf-8").splitlines()
        for row, marked in map(_read, lines[1:]):
            for region, form, sense in marked:
                words[form] = (*words.get(form, ()), RegionalWord(row, region, sense))
    return words


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """How long the words are that begin with two characters, the longest first; those of one under itself."""
    lengths: dict[str, set[int]] = {}
    for form in _words():
        lengths.setdefault(form[:2], set()).add(len(form))
    return {beginning: tuple(sorted(found, reverse=True)) for beginning, found in lengths.items()}


def _read(line: str) -> tuple[RegionalRow, list[tuple[Region, str, Sense]]]:
    *cells, beside, reason, _ = line.split("\t")
    owner = next((region for region, cell in zip(Region, cells, strict=True) if "=" in cells and cell != "="), None)
    name = next(cell for cell in cells if cell != "=")
    forms = {region: (name if owner else cell).split() for region, cell in zip(Region, cells, strict=True)}
    words = beside.split()
    row = RegionalRow(
        {region: tuple(form.rstrip("?~^") for form in marked) for region, marked in forms.items()},
        tuple(word[:-1] for word in words if word.endswith("_")),
        tuple(word[1:] for word in words if word.startswith("_")),
        tuple(word[1:] for word in words if word.startswith("*")),
        owner,
        reason,
    )
    return row, [(region, *_unmarked(form)) for region, marked in forms.items() for form in marked]


def _unmarked(form: str) -> tuple[str, Sense]:
    bare = form.rstrip("?~^")
    return simplify(bare).lower(), Sense(form[len(bare) :])
