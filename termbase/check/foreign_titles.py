"""Recognises the titles of other texts: of linked pages, in lists of addresses, in references, and alone in a line.

Start from `is_foreign_title`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from termbase.check.around_word import (
    beyond_run,
    cell_mark,
    has_japanese,
    is_of_characters,
    near,
    row_of,
    run_around,
)
from termbase.check.other_passages import other_script, reader_of
from termbase.check.subject import Subject
from termbase.language import Region, region_of_tag
from termbase.text.foreign_words import foreign_characters
from termbase.text.offsets import MASK, Placed, Span
from termbase.text.region_topics import names_region
from termbase.text.script import HAN, is_wrong_script, simplify
from termbase.text.word_classes import WordClass

_LONGEST = 200
"""How many characters on each side of a word are searched for the ends of a link."""

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
_INNER_BRACKETS = re.compile(r"\\[\[\]]|(?<!\])\[[^\[\]\n]{0,20}\](?![(\[:])")
"""Brackets in the text of a link: `[\\[Week 6\\] Title](address)`, `[[Week 6] Title](address)`."""

_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")

_LINKS = (("[", "](", "]"), ("[", "][", "]"), ("[", "]", "]"), (">", "</a>", "<"), ("&gt;", "&lt;/a", "&lt;"))
"""How the text of a link begins and ends in Markdown and HTML, and what is not in it."""

_TITLE_LENGTH = 6
"""A place of so many characters may be a title alone."""

_MANY_TIMES = 2
"""In a text of the other script its characters are more than so many times those of the own one."""

_TITLE_OF_CHARACTERS = 4
"""So many characters that stand together may be the title of something else."""

_SEVERAL = 2
"""So many of them are of the other script."""

_OF_TEXT = re.compile(r"(?![a-z]+:|//|www\.)[^\s()<>]+")
"""An address in the folder of the text itself, whose pages are the writer's own."""

_ELEMENT = re.compile(r"<a\s[^<>]*?href=[\"']?([^\"'<>\s]+)[^<>]*>\Z", re.IGNORECASE)
"""The beginning of a link in HTML."""

_NOT_OWN = re.compile(
    r"(?<![a-z])(?:zh|tw|hk|han[st]|cn|ch[st]|[st]c|ja|jp|users?|authors?|people|profiles?|members?|u)(?![a-z])|[繁简簡]",
    re.IGNORECASE,
)
"""What the address of a page in another language, or about a person, has: `README.zh-TW.md`, `/user/12`."""

_DOMAIN = re.compile(r"https?://[^\s()<>\"'/]+\.(tw|hk|cn)(?![\w.-])", re.IGNORECASE)
"""The address of a page of a region, whose name is in the words of that region: `[软体王](https://….com.tw)`."""

_MARKS = 20
"""How many characters before a link may begin an item of a list."""

_ITEM = re.compile(r"(?:\A|\n)[ \t>|*+\d.-]*\Z")
_SITE = re.compile(r".{2}(?:博客|部落格)\Z")
"""The name of a site, as in a list of links: `- [小明部落格](https://…)`."""

_AUTHOR = range(2, 5)
_TITLE_BEHIND = re.compile(rf"的?[\[*_{MASK}]{{0,3}}《([^《》\n]+)》")
_TITLE_BEFORE = re.compile(rf"《([^《》\n]+)》[*_{MASK}]{{0,3}}\s?[（(—/-]?\s?\Z")
"""The title of a text beside its author."""

_BEFORE_ADDRESS = re.compile(r"[^\n。！？，]*?(?=[*_]*(?:\s{1,3}|\s*\n\s*[*+-]\s|\s?[：:]\s?)<?https?://)")
_ITEM_MARK = re.compile(r"[ \t>]*(?:[*+-]|\d{1,3}[.、)）])[ \t]")
"""How an item of a list begins."""

_BEHIND_ADDRESS = re.compile(r"https?://\S+\s+[-–—|｜]\s+(?P<title>[^\n]+)")
_TITLE = re.compile(
    rf"\\?[|｜]|\s[-–—_]{{1,2}}\s|[{HAN}\w）」』】][：:？?！!]\s?[{HAN}\w（「『【]|[{HAN}][^\n]{{14}}"
    r"|的(?:博客|部落格)\Z"
    r"|\A\s*(?:\\?\[[^\[\]]{1,6}\\?\]|【[^【】]{1,6}】|「[^「」]{1,6}」|[（(][^（()）]{1,6}[)）])\s?\S"
)
"""The titles of pages have the name of their site, a subtitle, a label in brackets before them (【心得】), or many
words, or say whose they are."""


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


def is_in_linked_title(subject: Subject, place: Placed) -> bool:
    """Whether a word is in a link whose text is the title of another page, in Japanese, or in the other script."""
    text = subject.document.text
    shift = max(0, place.start - _LONGEST)
    start, end = place.start - shift, place.end - shift
    around = _without_inner_brackets(text[shift : place.end + _LONGEST], start)
    for opening, closing, outside in _LINKS:
        first, last = around.rfind(opening, 0, start), around.find(closing, end)
        if first < 0 or last < 0 or outside in around[first + 1 : start] + around[end:last]:
            continue
        written = text[shift + first + len(opening) : shift + last]
        if _PARAGRAPH_END.search(written) or (closing == outside and not _is_defined(text, written)):
            continue
        address = _address(text, shift + first, shift + last)
        if not _is_own_page(address):
            is_item = _ITEM.search(text, max(0, shift + first - _MARKS), shift + first) is not None
            is_title = _is_title(" ".join(written.split()), subject.language, is_item)
            return is_title or _is_in_other_region(address, subject.language)
    return False


def _address(text: str, first: int, last: int) -> str:
    """Return the address of a link whose text is from one place to another, "" if it is not beside the text."""
    if element := _ELEMENT.search(text, max(0, first - _LONGEST), first + 1):
        return element[1]
    return text[last + 2 : last + _LONGEST] if text.startswith("](", last) else ""


def _is_own_page(address: str) -> bool:
    """Whether an address, and what follows it, is that of a page of the text that has the link."""
    found = _OF_TEXT.match(address)
    return found is not None and not _NOT_OWN.search(found[0])


def _is_in_other_region(address: str, language: str) -> bool:
    domain, region = _DOMAIN.match(address), region_of_tag(language)
    return domain is not None and region is not None and domain[1].upper() != region.value


def _is_title(text: str, language: str, is_item: bool) -> bool:
    """Whether the text of a link is a title; `is_item` says that it begins a line or an item of a list."""
    if is_wrong_script(text, language) or has_japanese(text) or _TITLE.search(text):
        return True
    return is_item and _SITE.search(text) is not None


def _without_inner_brackets(text: str, place: int) -> str:
    """Return a text with other signs for the brackets in the text of a link; a place is in them only at its end."""
    for bracket in _INNER_BRACKETS.finditer(text):
        start, end = bracket.span()
        if not start <= place < end or text[end : end + 1] == "]":
            text = f"{text[:start]}·{text[start + 1 : end - 1]}·{text[end:]}"
    return text


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


def _is_defined(text: str, title: str) -> bool:
    """Whether a document in Markdown defines the address of a link by the text of the link: `[text]: address`."""
    words = r"\s".join(map(re.escape, title.split()))
    return re.search(rf"^\[{words}\]:\s", text, re.MULTILINE) is not None


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
