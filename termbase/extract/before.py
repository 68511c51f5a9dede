"""Finds where a term before a bracket ends (`peel`), and the leftmost place where it may begin (`stop`).

Between the term and the bracket there may be quotation marks, emphasis, spaces or an abbreviation, which are not
part of the term: `the "digital road" (DR) (数字之路)`. `peel` walks left over them and records what it passed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import NamedTuple, cast

from termbase.extract.marks import (
    CLOSE_QUOTES,
    EMPHASIS,
    FORMULA,
    HAN_CHARACTER,
    LATIN_LETTER,
    OPEN_QUOTES,
    QUOTE_OF,
)
from termbase.text.latin_words import is_abbreviation
from termbase.text.offsets import MASK, Span
from termbase.text.script import HAN
from termbase.text.word_classes import WordClass

WINDOW = 300
"""The number of characters of context that are examined on either side of a place."""

_CLOSER_OF = {opener: closer for closer, opener in QUOTE_OF.items() if opener != closer}
"""The mark that closes a quotation, by the one that opens it."""

_POSSESSIVE = re.compile(r"(?<=\w)['’]s$")
"""A possessive ending, which is not part of the term: `Alibaba’s (阿里巴巴)`."""

_ASIDE = re.compile(rf"[(（\[]\s*([^()（）\[\]{HAN}]{{1,60}}?)\s*[)）\]]$")
"""A short bracket between the term and its gloss: `digital road (DR) (数字之路)`."""

_STOP = re.compile(
    r"[.!?](?=[\s\"”’')\]*_])|[;:。！？；：，、\uFFFB\uFFFC|•→←=…()（）\[\]【】]|—|–(?!\w)| [-@] |   "
)
"""Punctuation that ends the text in which a term may stand: the term begins behind it."""

BEFORE_TERM = EMPHASIS + OPEN_QUOTES + " →•"
"""Marks that do not begin a term, though they stand inside quotation marks or emphasis."""

_TAG_IN_PHRASE = re.compile(rf"\w{MASK}+ \w| {MASK}+\w")
"""A tag at the edge of a word, beside which a term may go on: <a>household registration</a> system (户籍制度)."""

_INSERTED = re.compile(r"\[[a-z][A-Za-z'’ -]{1,30}\](?= [A-Za-z])")
"""A word that the author adds to a quotation, which is part of the term: the [political] order."""

_PASSED = " " + FORMULA
"""What may stand between a term and its bracket: 状态 $s_t$（state）."""

_LONGEST_SHORTENED = 4
"""Letters of the longest word in lower case that a full stop may shorten: prof."""

_WORD_BEFORE = re.compile(r"(\w[\w.]*)$")


class Edge(NamedTuple):
    """The right edge (`end`) of a term, and what `peel` passed to find it.

    `enclosed` are the spans inside quotation marks or emphasis that close at the edge, the innermost first. `aside`
    is the text of a bracket directly behind the term, and `abbreviation` is that text if it is an abbreviation.
    """

    end: int
    enclosed: tuple[Span, ...] = ()
    abbreviation: str | None = None
    aside: Span | None = None
    is_possessive: bool = False


_new_edge = cast(
    "Callable[[tuple[int, tuple[Span, ...], str | None, Span | None, bool]], Edge]", partial(tuple.__new__, Edge)
)
"""Makes an edge in a fourth of the time that its class takes."""


@lru_cache(maxsize=256)  # several questions are asked about one bracket
def peel(flat: str, place: int, floor: int) -> Edge:
    """Return the right edge of the term that precedes offset `place`; text before offset `floor` is ignored."""
    closers: list[tuple[int, str]] = []
    abbreviation: str | None = None
    aside: Span | None = None
    possessive = False
    end = place
    while end > floor:
        char = flat[end - 1]
        if char in _PASSED or (char in ",.，" and _is_loose(flat, end, place)) or (char in "/／" and end == place):
            end -= 1
        elif char in EMPHASIS or (char in CLOSE_QUOTES and opening(flat, end - 1, char, floor) >= 0):
            run = _run(flat, end, floor) if char in EMPHASIS else char
            end -= len(run)
            closers.append((end, run))
        elif char == "s" and not possessive and _POSSESSIVE.search(flat, max(floor, end - 3), end):
            possessive, end = True, end - 2
        elif (
            char in ")）]" and not (aside or closers) and (match := _ASIDE.search(flat, max(floor, end - 64), end))
        ):
            aside = Span(match.start(1), match.end(1))
            abbreviation = match[1] if is_abbreviation(match[1]) else None
            end = match.start()
        else:
            break
    if not (closers or aside or possessive):  # as mostly
        return _new_edge((end, (), None, None, False))
    found = [_enclosed(flat, end, at, run, floor) for at, run in reversed(closers)]
    enclosed = tuple(dict.fromkeys([span for span in found if span]))  # **“English”**: two marks, one span
    return _new_edge((end, enclosed, abbreviation, aside, possessive))


def _run(flat: str, end: int, floor: int) -> str:
    start = end - 1
    while start > floor and flat[start - 1] == flat[end - 1]:
        start -= 1
    return flat[start:end]


def _is_loose(flat: str, end: int, place: int) -> bool:
    """Return whether the comma or full stop before `end` is punctuation and not part of the term.

    It is punctuation in `“English,” (中文)` and `he laughed. (笑)`, and part of the term in `Advantech Co., Ltd.
    (中文)`.
    """
    if flat[end - 1] != ".":
        return True
    word = _WORD_BEFORE.search(flat, max(0, end - 12), end - 1)
    is_company = word is not None and word[1].casefold() in WordClass.COMPANY_FORM.words
    is_plain = word is not None and len(word[1]) > _LONGEST_SHORTENED and word[1].isalpha() and word[1].islower()
    return not is_company and (is_plain or (end < place and flat[end] in CLOSE_QUOTES))


def _enclosed(flat: str, end: int, at: int, run: str, floor: int) -> Span | None:
    opened = opening(flat, at, run, floor)
    start = opened + len(run)
    while opened >= 0 and start < end and flat[start] in BEFORE_TERM and not _closes_inside(flat, start, end):
        start += 1
    while end > start and flat[end - 1] in "/ ":  # _peach garden/_桃花源
        end -= 1
    is_label = flat[end - 1] in ":："  # **Further reading:**
    return Span(start, end) if opened >= 0 and start < end and not is_label else None


def _closes_inside(flat: str, start: int, end: int) -> bool:
    """Return whether a quotation begins at `start` and ends before `end`: “‘wolf warrior’ diplomacy”."""
    closer = _CLOSER_OF.get(flat[start])
    return closer is not None and flat.find(closer, start + 1, end) > 0


def opening(flat: str, at: int, closer: str, floor: int) -> int:
    """Return the offset of the mark that opens the quotation or emphasis closed at `at`, or -1 if there is none."""
    place = flat.rfind(QUOTE_OF.get(closer, closer), floor, at)
    if closer in "'’":  # inside a word it is an apostrophe and opens nothing
        while place > floor and (_is_latin(flat[place - 1]) or not flat[place + 1].isalnum()):
            place = flat.rfind(QUOTE_OF[closer], floor, place)
        return place if place < 0 or flat[place + 1].isalnum() else -1
    if closer == "”" and place < 0:
        place = flat.rfind('"', floor, at)
    if place >= 0 and flat[place] in '"*_' and flat[place + len(closer)] in " ,.;:：":
        return -1  # it closes another quotation: "A" instead of "B"; _A_, B_
    if closer[0] == MASK:
        place = flat.rfind(MASK, floor, at) + 1 - len(closer)  # <b> and </b> differ in length
    return place


def _is_latin(char: str) -> bool:
    return char.isalnum() and HAN_CHARACTER.match(char) is None


def stop(flat: str, end: int, floor: int, holds_colon: bool = False) -> int:
    """Return the leftmost offset at which a term without quotation marks that ends at `end` may begin.

    With `holds_colon` the term may have a colon: `Red Earth: A Life (紅土：一生)`.
    """
    last = floor
    inserted = [match.span() for match in _INSERTED.finditer(flat, floor, end)]
    for match in _STOP.finditer(flat, floor, end):
        if match.group() == ":" and holds_colon:
            continue
        if any(first <= match.start() < past for first, past in inserted):
            continue
        if match.group() == MASK and _TAG_IN_PHRASE.match(flat, _run_start(flat, match.start(), floor) - 1, end):
            continue
        if match.group() != "." or not _is_abbreviated(flat, match.start()):
            last = match.end()
    return last


def _run_start(flat: str, place: int, floor: int) -> int:
    return place + 1 - len(_run(flat, place + 1, floor))


def _is_abbreviated(flat: str, dot: int) -> bool:
    word = _WORD_BEFORE.search(flat, max(0, dot - 12), dot)
    if word is None:
        return False
    is_initial = len(word[1]) == 1 and word[1] != "I" and LATIN_LETTER.match(word[1]) is not None
    return is_initial or word[1].casefold() in WordClass.COMPANY_FORM.words or "." in word[1]
