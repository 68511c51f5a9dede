"""Reads the tables of words that differ by region: `regional_words.tsv` and `script_words.tsv` of `termbase_data`.

Start from `RegionalRow`, which is one line of a table, and from `candidates`, which finds the words that begin at
an offset of a text. Words are compared in simplified characters, so that a row serves both scripts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from termbase.files.data_table import data_file, data_rows
from termbase.language import Region
from termbase.text.script import HAN, simplify

_BREAK = re.compile("[，。；：！？、\n]")
_STOP = re.compile("[。！？；\n]")
_CLAUSE = 40
"""How many characters on each side of a word are searched for the rest of its clause."""
_SENTENCE = 120
"""The same for its sentence."""

_SEVERAL_WORDS = 2
_MANY_WORDS = 5
_WORDS_EACH = 70
"""A text with more words of a subject, and one in so many characters, is about it.

News, laws and novels have 0 to 6 words of computing in 1000 characters, technical texts 12 to 40.
"""

_HAN_RUN = re.compile(f"[{HAN}]+")

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


class _Near:
    """Words of which one must be near a form; compiled only if a text has the form."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches the words."""
        return re.compile("|".join(map(re.escape, self._words)))


class RegionalRow(NamedTuple):
    """One line of a table. `wordings` has the forms of each region; the first is the one to write.

    A form marked `?` counts only after a word of `before` (`计算机_` in the table), before a word of `after`
    (`_经济`), in one clause with a word of `near` (`*原子`), or in a sentence about one of `subjects` (`@software`,
    see `subject_words.tsv`), and not if a word of `unless` (`-考试`) follows in its clause. Whatever its mark, no
    form counts directly after a word of `not_after` (`-一致_`) or before one of `not_before` (`-_考试`). All these
    are simplified. A name keeps its wording in every region (`=` in the table); `owner` is the region that it comes
    from, and None if the row is not of a name. `source` says where the
    forms come from.
    """

    wordings: dict[Region, tuple[str, ...]]
    before: tuple[str, ...]
    after: tuple[str, ...]
    near: _Near | None
    unless: _Near | None
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


class RegionalWord(NamedTuple):
    """A form of a row, as the wording of one region."""

    row: RegionalRow
    region: Region
    sense: Sense

    @property
    def can_apply(self) -> bool:
        """Return whether the form can have the sense of the row in any text."""
        row = self.row
        return self.sense is not Sense.BESIDE or any((row.before, row.after, row.near, row.subjects))

    def fits(self, simplified: str, start: int, end: int) -> bool:
        """Return whether the context of a span (code points) has one of the words that a form marked `?` needs."""
        row = self.row
        is_near = (
            (row.before and simplified.endswith(row.before, 0, _without_spaces(simplified, start)))
            or (row.after and simplified[end : end + _CLAUSE].lstrip(" ").startswith(row.after))
            or (row.near and _has_near(row.near.pattern, simplified, start, end))
        )
        if is_near and row.unless:
            return row.unless.pattern.search(simplified, end, _end_of_clause(simplified, end)) is None
        return bool(is_near)

    def is_barred(self, simplified: str, start: int, end: int) -> bool:
        """Return whether a word directly beside a span (code points) rules the sense of the row out."""
        row = self.row
        return simplified.endswith(row.not_after, 0, start) or simplified.startswith(row.not_before, end)

    def suits_subject(self, simplified: str, start: int) -> bool:
        """Return whether the sentence at an offset is about a subject in which the form has this sense."""
        return any(_is_about(subject, _sentence(simplified, start)) for subject in self.row.subjects)


def _has_near(words: re.Pattern[str], simplified: str, start: int, end: int) -> bool:
    """Return whether the clause around a span has one of the words."""
    breaks = _breaks(simplified)
    after = bisect_left(breaks, start)
    first = max(0, start - _CLAUSE, breaks[after - 1] if after else 0)
    return any(words.search(simplified, *part) for part in ((first, start), (end, _end_of_clause(simplified, end))))


def is_about(subject: str, simplified: str, start: int, end: int) -> bool:
    """Return whether the text is about a subject, or the sentence around a span has several words of it.

    The words of the span do not count. A single one may be there by chance: 網站 in a text on a network of people.
    """
    if _is_text_about(subject, simplified):
        return True
    sentence = _sentence(simplified, start).replace(simplified[start:end], "\n")
    return len({found[0] for found in _subjects()[subject].finditer(sentence)}) >= _SEVERAL_WORDS


@lru_cache(maxsize=4)
def names_subject(subject: str, simplified: str) -> bool:
    """Return whether a text has words of a subject at several places."""
    return sum(1 for _ in islice(_subjects()[subject].finditer(simplified), _SEVERAL_WORDS)) == _SEVERAL_WORDS


@lru_cache(maxsize=4)
def _is_text_about(subject: str, simplified: str) -> bool:
    words = sum(1 for _ in _subjects()[subject].finditer(simplified))
    return words > _MANY_WORDS and words * _WORDS_EACH > sum(map(len, _HAN_RUN.findall(simplified)))


def _sentence(text: str, place: int) -> str:
    """Return the sentence around an offset."""
    stops = _stops(text)
    after = bisect_left(stops, place)
    first = max(0, place - _SENTENCE, stops[after - 1] if after else 0)
    return text[first : min([place + _SENTENCE, *stops[after : after + 1]])]


@lru_cache(maxsize=256)
def _is_about(subject: str, sentence: str) -> bool:
    return _subjects()[subject].search(sentence) is not None


@cache
def _subjects() -> dict[str, re.Pattern[str]]:
    """Return the words that show each subject (`subject_words.tsv`)."""
    words: dict[str, list[str]] = {}
    for subject, found in data_rows("subject_words.tsv"):
        words.setdefault(subject, []).extend(found.split())
    return {subject: re.compile("|".join(found)) for subject, found in words.items()}


@lru_cache(maxsize=4)
def _stops(text: str) -> list[int]:
    """Return the offsets at which sentences of a text end."""
    return [found.start() for found in _STOP.finditer(text)]


@lru_cache(maxsize=4)
def _breaks(text: str) -> list[int]:
    """Return the offsets at which clauses of a text end; remembered, since a text has many words."""
    return [found.start() for found in _BREAK.finditer(text)]


def _end_of_clause(text: str, place: int) -> int:
    breaks = _breaks(text)
    after = bisect_left(breaks, place)
    return min([place + _CLAUSE, *breaks[after : after + 1]])


def _without_spaces(text: str, end: int) -> int:
    """Return the offset at which the spaces before an offset begin."""
    while end and text[end - 1] == " ":
        end -= 1
    return end


def candidates(simplified: str, start: int) -> Iterator[tuple[int, tuple[RegionalWord, ...]]]:
    """Yield the end and the words of each form that begins at `start` of a simplified text, the longest form first.

    Case is ignored, since a match key has QR碼 as qr码.
    """
    beginning = simplified[start : start + 2].lower()
    lengths = _lengths()
    for length in (*lengths.get(beginning, ()), *lengths.get(beginning[:1], ())):
        form = simplified[start : start + length].lower()
        found = _words().get(form)
        if found is not None and len(form) == length:
            yield start + length, found


def forms() -> Iterator[tuple[str, tuple[RegionalWord, ...]]]:
    """Yield every form of the tables, in simplified characters and lower case, with its words."""
    return iter(_words().items())


@cache
def _words() -> dict[str, tuple[RegionalWord, ...]]:
    words: dict[str, tuple[RegionalWord, ...]] = {}
    for name in _TABLES:
        text = data_file(name).read_text("utf-8")
        lines, simplified = text.splitlines(), simplify(text).splitlines()
        for row, marked in map(_read, lines[1:], simplified[1:]):
            for region, form, sense in marked:
                for spelling in {form, form if region is Region.CN else form.replace(_DOT, "")}:
                    words[spelling] = (*words.get(spelling, ()), RegionalWord(row, region, sense))
    return words


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return the lengths of the forms that begin with the same two characters, the longest first.

    Forms of a single character have that character as their key.
    """
    lengths: dict[str, set[int]] = {}
    for form in _words():
        lengths.setdefault(form[:2], set()).add(len(form))
    return {beginning: tuple(sorted(found, reverse=True)) for beginning, found in lengths.items()}


def _read(line: str, simplified: str) -> tuple[RegionalRow, list[tuple[Region, str, Sense]]]:
    *cells, beside, reason, source = line.split("\t")
    owner = next((region for region, cell in zip(Region, cells, strict=True) if "=" in cells and cell != "="), None)
    forms, simple = _forms(cells), _forms(simplified.split("\t")[: len(cells)])
    barred = [word for word in beside.split() if word.startswith("-") and "_" in word]
    words = [word for word in beside.split() if word not in barred]
    row = RegionalRow(
        {region: tuple(form.rstrip(_MARKS) for form in marked) for region, marked in forms.items()},
        tuple(word[:-1] for word in words if word.endswith("_")),
        tuple(word[1:] for word in words if word.startswith("_")),
        _near(words, "*"),
        _near(words, "-"),
        tuple(word[1:-1] for word in barred if word.endswith("_")),
        tuple(word[2:] for word in barred if word.startswith("-_")),
        tuple(word[1:] for word in words if word.startswith("@")),
        owner,
        reason,
        source,
        len({form for marked in simple.values() for form in marked}) == 1,
    )
    return row, [(region, *_unmarked(form)) for region, marked in simple.items() for form in marked]


def _near(words: Sequence[str], mark: str) -> _Near | None:
    found = [word[1:] for word in words if word.startswith(mark)]
    return _Near(found) if found else None


def _forms(cells: Sequence[str]) -> dict[Region, list[str]]:
    """Return the marked forms of each region. In a row of a name, all regions have the forms of the owner."""
    name = next(cell for cell in cells if cell != "=") if "=" in cells else None
    return {region: (name or cell).split() for region, cell in zip(Region, cells, strict=True)}


def _unmarked(form: str) -> tuple[str, Sense]:
    bare = form.rstrip(_MARKS)
    return bare.lower(), Sense(form[len(bare) :])
