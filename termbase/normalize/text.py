"""Chinese text for the readers of one region: its script, its words, and no Unicode defects.

Start from `normalize`. A round repairs the characters (`termbase.text.defects`), replaces regional words (`_Words`)
and writes the rest in the script of the region (`termbase.normalize.characters`). The first round nearly always
does all; a word that only comes about by it (配置文档, 配置文件, 設定檔) is found in the next.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple, Protocol

from termbase.errors import TermbaseError
from termbase.language import Region, canonical, region_of_tag
from termbase.normalize.characters import in_characters_of
from termbase.text.changes import Change, Step, replay, steps
from termbase.text.defects import repairs
from termbase.text.regional_words import RegionalWord, Sense, candidates
from termbase.text.script import Script, has_han, script_of, simplify
from termbase.text.word_edges import CERTAIN_WORD, is_whole

_ROUNDS = 6
_RUN = re.compile(r"[^\s，。、；：！？“”‘’「」『』（）《》…—]+")


class Normalized(NamedTuple):
    """A text as it should be, and the steps that lead there: `replay` of them on the original gives the text."""

    text: str
    steps: tuple[Step, ...]


class Wording(NamedTuple):
    """What to write for a term (`new`; None where it keeps its wording), and the reason."""

    new: str | None
    reason: str


class PriorTerms(Protocol):
    """Terms that go before the general words."""

    def longest(self, simplified: str, start: int) -> tuple[int, Wording] | None:
        """The longest term that begins at a place of a simplified text: its end, and what to write."""


def target_region(tag: str) -> Region:
    """The region whose script and words a language tag asks for, in any spelling.

    Raises TermbaseError where the tag is not of Chinese, or of a script that is not its region's.
    """
    region = region_of_tag(canonical(tag))
    if region is None:
        raise TermbaseError(f"cannot convert to {tag!r}", hint="zh-Hans-CN, zh-Hant-TW and zh-Hant-HK are known")
    return region


def normalize(text: str, region: Region, terms: PriorTerms | None = None) -> Normalized:
    """The text in the script and wording of a region.

    Text that is in that form already stays as it is, and so does text without Chinese but for its defects.
    """
    taken: list[Step] = []
    for _ in range(_ROUNDS):
        now = _round(text, region, terms)
        if not now:
            break
        text = replay(text, now)
        taken += now
    return Normalized(text, tuple(taken))


def _round(text: str, region: Region, terms: PriorTerms | None) -> list[Step]:
    taken = repairs(text, region.script)
    text = replay(text, taken)
    return taken + list(steps(text, _changes(text, region, terms))) if has_han(text) else taken


def _changes(text: str, region: Region, terms: PriorTerms | None) -> Iterator[Change]:
    """The words of the region, and its characters in what lies between them."""
    written = in_characters_of(text, region)
    words = list(_Words(text, region, terms).found())
    places = [0, *(place for word in words for place in (word.start, word.end)), len(text)]
    for number, (start, end) in enumerate(pairwise(places)):
        if number % 2:
            yield words[number // 2]
        else:
            yield from _characters(text, written, start, end)


def _characters(text: str, written: str, start: int, end: int) -> Iterator[Change]:
    """The runs of characters that differ."""
    for differs, run in groupby(range(start, end), lambda place: text[place] != written[place]):
        if differs:
            first, *others = run
            last = first + len(others) + 1
            yield Change(first, last, written[first:last], "script", "characters of the other script or standard")


class _Words:
    """The regional words of one text."""

    def __init__(self, text: str, region: Region, terms: PriorTerms | None) -> None:
        self._text = text
        self._simplified = simplify(text)
        self._script = script_of(text)
        self._region = region
        self._terms = terms
        self._runs = [run.span() for run in _RUN.finditer(text)]

    def found(self) -> Iterator[Change]:
        """What to write for each word, from the left. The parts of a word that stays are not looked at."""
        start = 0
        while start < len(self._simplified):
            end, change = self._at(start)
            if change is not None:
                yield change
            start = end

    def _at(self, start: int) -> tuple[int, Change | None]:
        """The end of the word that begins at a place, and its change; of two as long the term goes first."""
        term = self._terms.longest(self._simplified, start) if self._terms else None
        if term is not None and not self._is_whole(start, term[0]):
            term = None
        for end, words in candidates(self._simplified, start):
            if term is not None and term[0] >= end:
                break
            if self._parts_term(start, end):
                continue
            wording = self._wording(start, end, words)
            if wording is not None and self._is_whole(start, end):
                return end, self._change(start, end, wording, "region")
        return (start + 1, None) if term is None else (term[0], self._change(start, *term, "term"))

    def _parts_term(self, start: int, end: int) -> bool:
        """Whether a term begins inside a word and goes on behind it: 安全信息中心 behind 网络安全."""
        if self._terms is None:
            return False
        terms = ((place, self._terms.longest(self._simplified, place)) for place in range(start + 1, end))
        return any(term is not None and term[0] > end and self._is_whole(place, term[0]) for place, term in terms)

    def _change(self, start: int, end: int, wording: Wording, rule: str) -> Change | None:
        return None if wording.new is None else Change(start, end, wording.new, rule, wording.reason)

    def _wording(self, start: int, end: int, words: tuple[RegionalWord, ...]) -> Wording | None:
        """What the region says for a form; None where it is not the word of any row here."""
        read = [word for word in words if self._is_read(word, start, end)]
        if not read:
            return None
        word = self._source(read)
        if word.row.owner:
            return Wording(None, word.row.reason)
        forms = word.row.wordings[self._region]
        is_told = word.sense is Sense.BESIDE and self._script != self._region.script
        is_own = any(
            own.region == self._region and (own in read or not (is_told or own.sense is Sense.SHARED))
            for own in words
        )
        is_foreign_text = self._script is Script.SIMPLIFIED and self._region.script != Script.SIMPLIFIED
        if is_own and (word.region == self._region or not is_foreign_text):
            return Wording(self._own_characters(start, end, forms), word.row.reason)
        return Wording(forms[0], word.row.reason)

    def _own_characters(self, start: int, end: int, forms: tuple[str, ...]) -> str | None:
        """The region's own word in its characters (巡迴, 原著), where the text's may be others (巡回)."""
        is_traditional = Script.TRADITIONAL in (self._script, script_of(self._text[start:end]))
        if is_traditional and self._region is not Region.CN:
            return None
        return next((form for form in forms if simplify(form) == self._simplified[start:end]), None)

    def _source(self, read: list[RegionalWord]) -> RegionalWord:
        """Whose word a form is: in simplified text the mainland's, else the region's own where it has it."""
        wanted = (Region.CN, self._region) if self._script is Script.SIMPLIFIED else (self._region,)
        return next((word for region in wanted for word in read if word.region == region), read[0])

    def _is_read(self, word: RegionalWord, start: int, end: int) -> bool:
        if word.sense is Sense.BESIDE:
            is_at_home = word.region is Region.CN or self._script is not Script.SIMPLIFIED
            return is_at_home and word.fits(self._simplified, start, end)
        if word.sense is Sense.CERTAIN:
            return True
        script = self._script_at(start, end)
        return script == word.region.script or (word.sense is Sense.SHARED and script is Script.BOTH)

    def _script_at(self, start: int, end: int) -> Script:
        """The script of a word, in mixed text its own where it tells one."""
        own = script_of(self._text[start:end])
        return own if self._script is Script.MIXED and own is not Script.BOTH else self._script

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether a place is made of whole words, or is a part of one: 变量 is neither in 改变|量子."""
        if end - start >= CERTAIN_WORD or end - start == len(self._text):
            return True
        first, last = self._run(start)
        return is_whole(self._text[first:last], start - first, end - first)

    def _run(self, place: int) -> tuple[int, int]:
        """The characters around a place that no sign parts: words end at signs, so these tell the words."""
        found = bisect_right(self._runs, (place, len(self._text))) - 1
        first, last = self._runs[found] if found >= 0 else (0, 0)
        return (first, last) if place < last else (0, len(self._text))
