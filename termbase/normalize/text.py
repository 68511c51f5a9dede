"""Normalizes Chinese text for the readers of one region: its script, its words, and no Unicode defects.

Start from `normalize`, which works in rounds. A round repairs characters (`termbase.text.defects`), replaces
regional words (`_Words`) and converts the rest to the characters of the region (`termbase.normalize.characters`).
One round is nearly always enough. A second one finds words that the first has produced: 配置文档 becomes 配置文件,
then 設定檔.
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
    """The normalized text, and the steps that lead to it: `replay` applies them to the original."""

    text: str
    steps: tuple[Step, ...]


class Wording(NamedTuple):
    """What to write for a word or term (`new`, or None if it keeps its wording), and the reason."""

    new: str | None
    reason: str


class PriorTerms(Protocol):
    """Terms whose wording has priority over the tables of regional words."""

    def longest(self, simplified: str, start: int) -> tuple[int, Wording] | None:
        """Return the end and the wording of the longest term at `start` of a simplified text, or None."""


def target_region(tag: str) -> Region:
    """Return the region whose script and words a language tag requires; the tag may have any spelling (`zh_tw`).

    Raise TermbaseError if the tag is not one of Chinese, or if its script is not the script of its region.
    """
    region = region_of_tag(canonical(tag))
    if region is None:
        raise TermbaseError(f"cannot convert to {tag!r}", hint="use zh-Hans-CN, zh-Hant-TW or zh-Hant-HK")
    return region


def normalize(text: str, region: Region, terms: PriorTerms | None = None) -> Normalized:
    """Return the text in the script and wording of a region, with the steps that lead to it.

    Text that has this form already does not change. Only defects are repaired in text without Chinese. `terms` have
    priority over the tables of regional words.
    """
    taken: list[Step] = []
    for _ in range(_ROUNDS):
        now = _round(text, region, terms)
        if not now:
            break
        text = replay(text, now)
        taken += now
    return Normalized(text, tuple(taken))


def changes(text: str, region: Region) -> list[Change]:
    """Return the words and characters of a text that are not those of a region, each with the region's own.

    They are in order, and count in the text as it is: no defects are repaired before, and there is one round.
    """
    return list(_changes(text, region, None)) if has_han(text) else []


def _round(text: str, region: Region, terms: PriorTerms | None) -> list[Step]:
    taken = repairs(text, region.script)
    text = replay(text, taken)
    return taken + list(steps(text, _changes(text, region, terms))) if has_han(text) else taken


def _changes(text: str, region: Region, terms: PriorTerms | None) -> Iterator[Change]:
    """Yield the changes in order: regional words, and between them characters."""
    written = in_characters_of(text, region)
    words = list(_Words(text, region, terms).found())
    places = [0, *(place for word in words for place in (word.start, word.end)), len(text)]
    for number, (start, end) in enumerate(pairwise(places)):
        if number % 2:
            yield words[number // 2]
        else:
            yield from _characters(text, written, start, end)


def _characters(text: str, written: str, start: int, end: int) -> Iterator[Change]:
    """Yield a change for each run of characters that differ."""
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
        """Yield the change for each word, from left to right. Nothing is changed inside a word that stays."""
        start = 0
        while start < len(self._simplified):
            end, change = self._at(start)
            if change is not None:
                yield change
            start = end

    def _at(self, start: int) -> tuple[int, Change | None]:
        """Return the end of the longest word or term at `start` and its change, or None if it stays."""
        term = self._terms.longest(self._simplified, start) if self._terms else None
        if term is not None and not self._is_whole(start, term[0]):
            term = None
        for end, words in candidates(self._simplified, start):
            if term is not None and term[0] >= end:
                break
            if self._splits_term(start, end):
                continue
            wording = self._wording(start, end, words)
            if wording is not None and self._is_whole(start, end):
                return end, self._change(start, end, wording, "region")
        return (start + 1, None) if term is None else (term[0], self._change(start, *term, "term"))

    def _splits_term(self, start: int, end: int) -> bool:
        """Return whether a term begins inside a word and goes beyond it: 安全信息中心 in the word 网络安全."""
        if self._terms is None:
            return False
        terms = ((place, self._terms.longest(self._simplified, place)) for place in range(start + 1, end))
        return any(term is not None and term[0] > end and self._is_whole(place, term[0]) for place, term in terms)

    def _change(self, start: int, end: int, wording: Wording, rule: str) -> Change | None:
        return None if wording.new is None else Change(start, end, wording.new, rule, wording.reason)

    def _wording(self, start: int, end: int, words: tuple[RegionalWord, ...]) -> Wording | None:
        """Return what the region writes for a form, or None if no row applies to the form here."""
        applicable = [word for word in words if self._applies(word, start, end)]
        if not applicable:
            return None
        word = self._source(applicable)
        if word.row.owner:
            return Wording(None, word.row.reason)
        forms = word.row.wordings[self._region]
        needs_context = word.sense is Sense.BESIDE and self._script != self._region.script
        is_own = any(
            own.region == self._region and (own in applicable or not (needs_context or own.sense is Sense.SHARED))
            for own in words
        )
        is_foreign_text = self._script is Script.SIMPLIFIED and self._region.script != Script.SIMPLIFIED
        if is_own and (word.region == self._region or not is_foreign_text):
            return Wording(self._own_characters(start, end, forms), word.row.reason)
        return Wording(forms[0], word.row.reason)

    def _own_characters(self, start: int, end: int, forms: tuple[str, ...]) -> str | None:
        """Return the region's own word in its characters (巡迴), or None if those of the text stay."""
        is_traditional = Script.TRADITIONAL in (self._script, script_of(self._text[start:end]))
        if is_traditional and self._region is not Region.CN:
            return None
        return next((form for form in forms if simplify(form) == self._simplified[start:end]), None)

    def _source(self, applicable: list[RegionalWord]) -> RegionalWord:
        """Return the word to assume: in simplified text the mainland's, then the region's own, then the first."""
        preferred = (Region.CN, self._region) if self._script is Script.SIMPLIFIED else (self._region,)
        return next((word for region in preferred for word in applicable if word.region == region), applicable[0])

    def _applies(self, word: RegionalWord, start: int, end: int) -> bool:
        """Return whether a form has the sense of a row at this place."""
        if word.sense is Sense.BESIDE:
            is_at_home = word.region is Region.CN or self._script is not Script.SIMPLIFIED
            return is_at_home and word.fits(self._simplified, start, end)
        if word.sense is Sense.CERTAIN:
            return True
        script = self._script_at(start, end)
        return script == word.region.script or (word.sense is Sense.SHARED and script is Script.BOTH)

    def _script_at(self, start: int, end: int) -> Script:
        """Return the script of a word: that of the text, but in a text of mixed script its own if it shows one."""
        own = script_of(self._text[start:end])
        return own if self._script is Script.MIXED and own is not Script.BOTH else self._script

    def _is_whole(self, start: int, end: int) -> bool:
        """Return whether a span consists of whole words or may be a part of one; 变量 in 改变|量子 is neither."""
        if end - start >= CERTAIN_WORD or end - start == len(self._text):
            return True
        first, last = self._run(start)
        return is_whole(self._text[first:last], start - first, end - first)

    def _run(self, place: int) -> tuple[int, int]:
        """Return the span around a place up to the next punctuation, which is enough to find the edges of words."""
        found = bisect_right(self._runs, (place, len(self._text))) - 1
        first, last = self._runs[found] if found >= 0 else (0, 0)
        return (first, last) if place < last else (0, len(self._text))
