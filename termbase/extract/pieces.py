"""Splits the inside of a bracket into Chinese strings and stretches of Latin text, each of which gets a role.

`(duàn nú 鍛奴 / 锻奴; literally "forging slave")` has a reading (pinyin), two Chinese strings and a translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from termbase.extract.marks import HAN_CHARACTER, HAN_CHARACTERS, MARKS
from termbase.extract.roles import Role, is_reading_label, label_end, literal_end, role
from termbase.text.english.initials import initials_of
from termbase.text.latin_words import LATIN, words_in
from termbase.text.offsets import Span, new_span
from termbase.text.script import HAN, simplify

_INNER = "·‧．•・∙･⸱⋅〇○"
_SEPARATOR = re.compile(
    r"[,，;；、|:：\[\]()（）=→]|(?<![A-Za-z])/|/(?![A-Za-z])|[—–]{1,2}(?=[\s\"“‘])|(?<=[A-Z]{2})[—–](?=[A-Z][a-z])"
    r"|(?<![\w-])(?:or|meaning|means|i\.e\.|aka|a\.k\.a\.|also (?:known as|called))(?![\w-])(?<![Kk] means)"
    rf"|(?<![{HAN}])即(?=[{HAN}])(?![时将使便刻兴席场日食期溶位或若])"
    r"|(?:以下|下文)[简合统]?称|下称|或(?:称为|称|者|译[为作]?)?|[也又亦]译[为作]?|[也又亦通俗简全原][称名叫作][为作做]?"
    rf"|意(?:为|思是|即)| - |(?<![{HAN}])(?:中文)?(?:一般|通常)?(?:译作|译为|译名为?|中文名为?|中文叫做?|中文称为?)"
    rf"|(?<![{HAN}])(?:所谓的?|即是?(?=\s?[A-Za-z]))"
)
"""What separates the parts of a bracket: punctuation, "or", "meaning", and Chinese such as 或称, 又名, 简称."""

_LINKS = frozenset(("or", "meaning", "means", "aka", "known", "called"))
"""Words of the separators in Latin letters alone."""

_AND = re.compile(r"\band\b|&")
CHINESE = re.compile(
    rf"(?:(?<![{LATIN}\-])(?!(?<=[{LATIN}] )[a-z]{{3}})[A-Za-z0-9+]+-?(?=[{HAN}]))?[{HAN}]"
    rf"(?:[{_INNER}\s!！?？~－\-—…“”「」]{{0,2}}[{HAN}]|[A-Za-z0-9.\-+\u2160-\u216b]{{1,12}}[{_INNER}]?[{HAN}]"
    rf"| [A-Z][A-Za-z0-9+\-]{{0,8}} [{HAN}])*"
    rf"(?:(?! ?(?:1\d|20)\d\d(?!\d)| \d{{1,4}}[A-Z]? ?[(（:：]| [A-Z]+ [A-Za-z])"
    rf"(?:[A-Z0-9\u2160-\u216b]{{1,4}}| (?:[A-Z0-9\u2160-\u216b]{{1,2}}|[IVX]{{3,4}}|\d{{3}}))"
    rf"(?![{LATIN}]|\. ?\d|[.)] [A-Z]))?"
)
"""A Chinese name or term: Han characters, possibly with interpuncts (·), spaces and Latin letters between them.

An English word is no part of it: king of rattan chairs|涼椅王.
"""

_CHINESE_LABEL = re.compile(
    "[英拉法德日俄西葡韩梵]?丁?[语文](?:名|名称|原名|全称)?|简称|缩写|译者?注|注|[音意直暂试]译|拼音|下同|如下|略"
    r"|[中英日法德俄]文版|[共全][一二两三四五六七八九十\d]+[卷册集章篇页]|[上中下][卷册集篇]"
)
_ENGLISH, FOREIGN_LANGUAGE = re.compile("英[语文語][:：]"), re.compile("[拉法德日俄西葡韩韓梵希意荷越]丁?[语文語]")
"""The names of languages before strings in them: only the English is wanted of （法语：champ；英语：field）."""

_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_NUMBER_BEHIND = re.compile(r" \d+$")
_LONGEST_TITLE = 60
"""Characters before Chinese that may be its title in English."""

_QUOTES = {"《": "》", "〈": "〉", "「": "」", "『": "』", "“": "”", '"': '"', "‘": "’"}


MARKED_INITIAL = re.compile(r"(\*{1,2}|_{1,2})([A-Za-z])\1(?=[a-z])")
"""An emphasised initial, which is part of its word: **C**onvolutional **N**eural **N**etwork."""


_SHORT_AT_END = re.compile(r"[ /]([A-Z]{2,6})$")
_SHORT_AT_START = re.compile("([A-Z]{2,6})/(?=[A-Za-z])")

_TWICE = 2

_POINT = re.compile(rf"[{''.join(_QUOTES)}]|{_AND.pattern}|{_SEPARATOR.pattern}")
"""Where a quotation or a separator may begin."""


class BracketPart(NamedTuple):
    """The text between two separators, as offsets, and the separator before it (`lead`)."""

    lead: str
    start: int
    end: int


class BracketPiece(NamedTuple):
    """A Chinese string or a stretch of Latin text inside a bracket, without the marks around it.

    `role` is None for Chinese. `part` is the number of the part between separators that contains it, and `lead` is
    the separator before that part (",", "or", "meaning" ...). `is_marked` means that a mark such as a quote
    precedes it.
    """

    span: Span
    text: str
    role: Role | None
    lead: str
    part: int
    is_marked: bool


def pieces(inside: str, base: int) -> list[BracketPiece]:
    """Return the pieces of the text inside a bracket, which begins at offset `base`.

    Labels such as "Chinese:" are left out. The spans are offsets in the text that contains the bracket.
    """
    if HAN_CHARACTERS.fullmatch(inside) and not _SEPARATOR.search(plain := simplify(inside)):  # as often
        is_label = _CHINESE_LABEL.fullmatch(plain) is not None
        return [] if is_label else [BracketPiece(Span(base, base + len(inside)), inside, None, "", 0, False)]
    found: list[BracketPiece] = []
    chinese = CHINESE.findall(inside) if HAN_CHARACTER.search(inside) else []
    names_english = bool(chinese) and _ENGLISH.search(inside) is not None
    label = ""
    for number, part in enumerate(_parts(inside)):
        is_foreign = names_english and FOREIGN_LANGUAGE.fullmatch(label.strip()) is not None
        runs = _runs(inside, part, bool(chinese))
        for span, is_chinese in chain.from_iterable(_short_apart(inside, *run) for run in runs):
            text = inside[span.start : span.end]
            kind = None if is_chinese else Role.LABEL if is_foreign else _role(text, chinese, label)
            if kind is Role.ENGLISH and found and _is_shortened(text, found[-1].text):
                kind = Role.ABBREVIATION
            if kind is not Role.LABEL and not (kind is None and _CHINESE_LABEL.fullmatch(simplify(text))):
                is_marked = span.start > 0 and inside[span.start - 1] in MARKS
                place = new_span((base + span.start, base + span.end))
                found.append(BracketPiece(place, text, kind, part.lead.strip(), number, is_marked))
        label = inside[part.start : part.end]
    return found


def _role(text: str, chinese: list[str], label: str) -> Role:
    if label and is_reading_label(label):
        return Role.READING
    if label and literal_end(label.strip()) == len(label.strip()) > 0:
        return Role.LITERAL
    return role(text, chinese)


def _is_shortened(text: str, full: str) -> bool:
    """Return whether a text has initials for the last words of another: early CKD, Early chronic kidney disease."""
    *first, short = text.casefold().split()
    words = full.casefold().split()
    shortened = words[len(first) :]
    return bool(first) and words[: len(first)] == first and short in initials_of(shortened)


def _parts(inside: str) -> Iterator[BracketPart]:
    """Yield the parts between separators; a separator inside quotation marks does not count."""
    lead, place, at, end = "", 0, 0, len(inside)
    if inside.isascii() and inside.replace(" ", "").isalpha() and _LINKS.isdisjoint(inside.split(" ")):
        yield BracketPart(lead, place, end)  # words alone, as mostly
        return
    plain = simplify(inside)
    while point := _POINT.search(plain, at, end):
        at = point.start()
        closer = _QUOTES.get(inside[at])
        close = inside.find(closer, at + 1, end) if closer else -1
        if close >= 0:
            at = close + 1
        elif separator := _SEPARATOR.match(plain, at, end) or _and_between_chinese(inside, at):
            yield BracketPart(lead, place, at)
            at = place = separator.end()
            lead = inside[separator.start() : at]
        else:
            at += 1
    yield BracketPart(lead, place, end)


def _and_between_chinese(inside: str, at: int) -> re.Match[str] | None:
    """Match an "and" between Chinese strings, which separates parts: `you 有 and wu 無`.

    The "and" of `Spring and Autumn Annals` does not.
    """
    match = _AND.match(inside, at)
    if match and HAN_CHARACTER.search(inside, 0, at) and HAN_CHARACTER.search(inside, at):
        return match
    return None


def _runs(inside: str, part: BracketPart, has_chinese: bool) -> list[tuple[Span, bool]]:
    """Return the spans of one part, each with whether it is Chinese; text in quotation marks is one string.

    `has_chinese` says whether the bracket has Chinese at all.
    """
    runs, place = [], part.start
    for match in CHINESE.finditer(inside, part.start, part.end) if has_chinese else ():
        if match.start() < place:
            continue
        span = _quoted(inside, match.start(), part) or Span(match.start(), match.end())
        runs.append((_strip_latin(inside, place, min(match.start(), span.start)), False))
        runs.append((span, True))
        place = span.end
    runs.append((_strip_latin(inside, place, part.end), False))
    return [(span, is_chinese) for span, is_chinese in runs if span.start < span.end]


def _quoted(inside: str, start: int, part: BracketPart) -> Span | None:
    """Return the span of quoted Chinese, or None. If only part is quoted (`“十四五”规划`), the marks are kept."""
    opener = inside[start - 1] if start > part.start else ""
    close = inside.find(_QUOTES[opener], start, part.end) if opener in _QUOTES else -1
    if close < 0:
        return None
    rest = CHINESE.match(inside, close + 1, part.end)
    return Span(start - 1, rest.end()) if rest else Span(start, close)


def _short_apart(inside: str, span: Span, is_chinese: bool) -> list[tuple[Span, bool]]:
    """Return a run, in two if the initials of its words stand beside them: conditioned response CR, KPI/key ...."""
    at_end = None if is_chinese else _SHORT_AT_END.search(inside, *span)
    if at_end and _is_short_for(at_end[1], inside, span.start, at_end.start()):
        return [(Span(span.start, at_end.start()), False), (Span(at_end.start(1), span.end), False)]
    at_start = None if is_chinese else _SHORT_AT_START.match(inside, *span)
    if at_start and _is_short_for(at_start[1], inside, at_start.end(), span.end):
        return [(Span(span.start, at_start.end(1)), False), (Span(at_start.end(), span.end), False)]
    return [(span, is_chinese)]


def _is_short_for(short: str, inside: str, start: int, end: int) -> bool:
    return short.casefold() in initials_of([word.text for word in words_in(inside, start, end)])


def _closes_before(inside: str, start: int, end: int) -> bool:
    """Return whether a quotation begins a string that goes on behind it: “Going Out” Bulletin."""
    closer = _QUOTES.get(inside[start])
    close = inside.find(closer, start + 1, end) if closer else -1
    return close > start and any(char.isalnum() for char in inside[close + 1 : end])


def _strip_latin(inside: str, start: int, end: int) -> Span:
    if start >= end:
        return Span(start, end)
    start += label_end(inside[start:end])
    while start < end and (inside[start] in MARKS or inside[start] in " ,.;:-–—"):
        if MARKED_INITIAL.match(inside, start) or _closes_before(inside, start, end):
            break
        start += 1
    while start < end and (inside[end - 1] in MARKS or inside[end - 1] in " ,;:-–—?。"):
        end -= 1
    return new_span((start, end))


def with_year(flat: str, chinese: Span) -> Span:
    """Return the span of Chinese with the year directly behind it, if the English before has it: 中国制造2025."""
    year = _YEAR.match(flat, chinese.end)
    is_shared = year is not None and flat.rfind(year[0], max(0, chinese.start - _LONGEST_TITLE), chinese.start) >= 0
    return Span(chinese.start, year.end()) if year and is_shared else chinese


def without_number(flat: str, chinese: Span) -> Span:
    """Return the span of Chinese without a number behind it that the English before has not: Liezi 力命 3."""
    number = _NUMBER_BEHIND.search(flat, *chinese)
    is_shared = number and flat.find(number[0].strip(), max(0, chinese.start - _LONGEST_TITLE), chinese.start) >= 0
    return chinese if number is None or is_shared else Span(chinese.start, number.start())


def abbreviation_in(found: Iterable[BracketPiece]) -> str | None:
    """Return the first abbreviation among the pieces, or None."""
    return next((piece.text for piece in found if piece.role is Role.ABBREVIATION), None)


def names_twice(found: Sequence[BracketPiece]) -> bool:
    """Return whether a bracket has two terms for the same thing, with blanks around a stroke: (Maize / Corn)."""
    if len(found) != _TWICE or any(piece.role is not Role.ENGLISH for piece in found):
        return False
    one, other = found
    return other.lead == "/" and other.span.start - one.span.end > len("/")
