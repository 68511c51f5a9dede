"""Recognises the titles of other texts: of linked pages (`linked_titles`), beside addresses, in references, alone.

Start from `is_foreign_title`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from termbase.check.foreign.around_word import (
    beyond_run,
    cell_mark,
    is_of_characters,
    near,
    row_of,
    run_around,
)
from termbase.check.foreign.linked_titles import is_in_linked_title
from termbase.check.foreign.other_passages import other_script, reader_of
from termbase.check.subject import Subject
from termbase.language import Region, region_of_tag
from termbase.text.offsets import MASK, Span
from termbase.text.regions.foreign_words import foreign_characters
from termbase.text.regions.region_topics import names_region
from termbase.text.script import HAN, is_wrong_script, simplify
from termbase.text.word_classes import WordClass

_LONGEST = 200
"""How many characters on each side of a word are searched for an address or a reference."""

_PUBLISHED = re.compile(
    "出版社|[书書][馆館局店]|[学學][报報]|[杂雜][志誌]|期刊|[主合]?[编編译譯校]著?\\s?[)）]?\\s?[,，.。；;]|第\\d+期|[载載][于於]"
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
"""What references have."""

_NUMBERED = re.compile(r"\s*(?:[*+-]\s+)?\[\d+\]")
"""How a line of a list of references begins: `[10] title`."""

_IN_CLAUSE = (re.compile(rf"[，。；！？][{HAN}]*\Z"), re.compile(rf"[{HAN}]*[，。；！？]"))
"""What is before or behind the characters of a run that is part of a sentence."""

_ANY_ADDRESS = re.compile(r"https?://")
_TITLE_LENGTH = 6
"""A place of so many characters may be a title alone."""

_MANY_TIMES = 2
"""In a text of the other script its characters are more than so many times those of the own one."""

_TITLE_OF_CHARACTERS = 4
"""So many characters that stand together may be the title of something else."""

_SEVERAL = 2
"""So many of them are of the other script."""

_AUTHOR = range(2, 5)
_TITLE_BEHIND = re.compile(rf"的?[\[*_{MASK}]{{0,3}}《([^《》\n]+)》")
_TITLE_BEFORE = re.compile(rf"《([^《》\n]+)》[*_{MASK}]{{0,3}}\s?[（(—/-]?\s?\Z")
"""The title of a text beside its author."""

_BEFORE_ADDRESS = re.compile(r"[^\n。！？，]*?(?=[*_]*(?:\s{1,3}|\s*\n\s*[*+-]\s|\s?[：:]\s?)<?https?://)")
_ITEM_MARK = re.compile(r"[ \t>]*(?:[*+-]|\d{1,3}[.、)）])[ \t]")
"""How an item of a list begins."""

_BEHIND_ADDRESS = re.compile(r"https?://\S+\s+[-–—|｜]\s+(?P<title>[^\n]+)")


def is_foreign_title(subject: Subject, place: Span, own: Sequence[str]) -> bool:
    """Whether a word is in the title of another text; `own` are words that the region has for it."""
    return (
        is_in_linked_title(subject, place)
        or _is_above_address(subject, place)
        or _is_behind_address(subject, place)
        or _is_beside_address(subject, place)
        or _is_cited(subject, place)
        or _is_title_alone(subject, place, own)
        or _is_author(subject, place, own)
    )


def _is_above_address(subject: Subject, place: Span) -> bool:
    """Whether a place is in a line before an address, all in the other script: a title with its page.

    What stands beside the place shows that, unless it is the title itself, or the line is an item of a list.
    """
    text = subject.document.text
    row, here = row_of(text, place)
    item, address = _ITEM_MARK.match(row), _ANY_ADDRESS.search(row, here)
    if item and address and is_wrong_script(row[item.end() : address.start()], subject.language):
        return True
    before = text[max(0, place.start - _LONGEST, text.rfind("\n", 0, place.start) + 1) : place.start]
    after = _BEFORE_ADDRESS.match(text, place.end, place.end + _LONGEST)
    title = text[place.start : place.end] if place.end - place.start >= _TITLE_LENGTH else ""
    return after is not None and is_wrong_script(before + title + after[0], subject.language)


def _is_behind_address(subject: Subject, place: Span) -> bool:
    """Whether a place is in a title, all in the other script, behind its address: `https://… - 自由的百科全书`."""
    row, here = row_of(subject.document.text, place)
    found = _BEHIND_ADDRESS.search(row)
    return found is not None and found.start("title") <= here and is_wrong_script(found["title"], subject.language)


def _is_beside_address(subject: Subject, place: Span) -> bool:
    """Whether a cell of a table is all in the other script, and its row has an address: a list of sites."""
    row, here = row_of(subject.document.text, place)
    mark = cell_mark(row)
    if mark is None or not _ANY_ADDRESS.search(row):
        return False
    return is_wrong_script(row.split(mark)[row.count(mark, 0, here)], subject.language)


def _is_cited(subject: Subject, place: Span) -> bool:
    """Whether a word is in a reference, all of it in the other script: 施良方译，人民教育出版社，1994."""
    row, _ = row_of(subject.document.text, place)
    if not _NUMBERED.match(row):
        around = near(subject, place, _LONGEST // 2)
        if not (_PUBLISHED.search(around) and _YEAR.search(around)):
            return False
    return _is_mostly_foreign(run_around(subject, place), subject.language)


def _is_mostly_foreign(text: str, language: str) -> bool:
    """Whether a text is in the other script, but for a few characters: 课程与敎学 in a text of Hong Kong."""
    region = region_of_tag(language)
    if is_wrong_script(text, language) or region is None:
        return is_wrong_script(text, language)
    foreign = sum(1 for _ in foreign_characters(text, region))
    own = sum(1 for _ in foreign_characters(text, reader_of(other_script(region))))
    return foreign > _MANY_TIMES * own


def _is_title_alone(subject: Subject, place: Span, own: Sequence[str]) -> bool:
    """Whether characters of a simplified text are in a name or title that is all in the other one: 每週專題.

    It stands between brackets, strokes or spaces in a line that is simplified otherwise, or names a thing of
    a region that the text is about (台湾地区：資訊學科競賽). Traditional text has such pieces by mistake.
    """
    if region_of_tag(subject.language) is not Region.CN:
        return False
    run = run_around(subject, place)
    others = sum(char != simple for char, simple in zip(run, simplify(run), strict=True))
    if len(run) < _TITLE_OF_CHARACTERS or others < _SEVERAL or not is_wrong_script(run, subject.language):
        return False
    beyond = beyond_run(subject, place)
    if any(names_region(beyond, region) for region in (Region.TW, Region.HK)):
        return True
    return not (
        _IN_CLAUSE[0].search(subject.before(place, _LONGEST))
        or _IN_CLAUSE[1].match(subject.after(place, _LONGEST))
        or is_wrong_script(near(subject, place, _LONGEST), subject.language)
    ) and is_of_characters(subject, place, own)


def _is_author(subject: Subject, place: Span, own: Sequence[str]) -> bool:
    """Whether a name stands beside a title, both in the other script: 張文毅的《天才的殞落》."""
    name = subject.text(place)
    if len(name) not in _AUTHOR or simplify(name[0]) not in WordClass.SURNAME.words:
        return False
    title = _TITLE_BEHIND.match(subject.after(place, _LONGEST)) or _TITLE_BEFORE.search(
        subject.before(place, _LONGEST)
    )
    return (
        title is not None and is_wrong_script(title[1], subject.language) and is_of_characters(subject, place, own)
    )
