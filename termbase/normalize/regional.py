"""Replaces the words of other regions in one text by those of a region. Start from `RegionalWords`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import itemgetter

from termbase.language import Region
from termbase.normalize.foreign_names import SHORT_NAME, is_in_longer_name
from termbase.normalize.law_titles import names_of_companies, titles_of_laws
from termbase.normalize.prior_terms import PriorTerms, Wording
from termbase.normalize.repetition import stands_there, without_doubles, without_repetition
from termbase.normalize.subject import Subject
from termbase.normalize.wordings import Wordings
from termbase.text.changes import Change
from termbase.text.chinese.cut_words import FOREIGN_WORD
from termbase.text.chinese.word_edges import is_whole
from termbase.text.chinese.words import frequency
from termbase.text.regions.own_words import kept_words
from termbase.text.regions.regional_rows import Sense
from termbase.text.regions.regional_words import applicable, words_of
from termbase.text.script import Script, simplify

_SHORTEST_WORD = 2
"""Characters of the shortest word before a listed one inside another word."""

_AHEAD = 4
"""So many characters behind a word are needed to see whether another word takes its end: 贴文 in 粘贴文字."""


_Form = tuple[int, str]
"""A form of the tables at a place: its end, and the form."""


@cache
def _is_short_name(form: str) -> bool:
    """Return whether a form is a short foreign name, or 比特."""
    return form == "比特" or (len(form) <= SHORT_NAME and any(word.row.is_of_names for word in words_of(form)))


@cache
def _can_differ(written: str, form: str, region: Region) -> bool:
    """Return whether a row writes a form otherwise in a region than a text does."""
    return any(written != word.row.wordings[region][0] for word in words_of(form))


@lru_cache(maxsize=2)
def _forms_in(simplified: str) -> list[tuple[int, list[tuple[int, str]]]]:
    """Return the forms in a text by their offsets; remembered for the next round, in which it is often the same."""
    folded = simplified.lower()
    if len(folded) != len(simplified):  # İ has two characters in lower case
        folded = "".join(char.lower() if len(char.lower()) == 1 else char for char in simplified)
    return applicable().starts(folded)


def is_foreign(word: str, region: Region) -> bool:
    """Return whether a word that would be replaced shows that a Traditional text is not of a region."""
    return simplify(word) not in kept_words(region)


class RegionalWords:
    """The regional words of one text."""

    def __init__(self, text: Subject, region: Region, terms: PriorTerms | None = None) -> None:
        self._text = text.text
        self._simplified = text.simplified
        self._script = text.script
        self._words = text.words
        self._is_below_foreign = text.is_below_foreign
        self._region = region
        self._terms = terms
        self._wordings = Wordings(text, region)

    def found(self) -> Sequence[Change]:
        """Return the change for each word, from left to right. Nothing is changed inside a word that stays.

        A Traditional text may be the region's own. It is if neither it nor the lines above have foreign words but
        those that the region uses too (`kept_words`), so these stay: 鳳梨 in Hong Kong text without 軟體.
        """
        if self._terms is None and not _forms_in(self._simplified):
            return []
        changes = without_doubles(self._simplified, list(self._changes()))
        may_be_own = self._script is Script.TRADITIONAL and self._region is not Region.CN
        if may_be_own and not self._is_below_foreign and not any(self._is_foreign(change) for change in changes):
            return []
        return changes

    def _is_foreign(self, change: Change) -> bool:
        return change.rule != "region" or is_foreign(self._text[change.start : change.end], self._region)

    def _changes(self) -> Iterator[Change]:
        found = _forms_in(self._simplified)
        is_in_script = self._script == self._region.script
        if self._terms is None and is_in_script and not self._has_change(found):
            return
        done = 0
        titles = titles_of_laws(self._simplified)
        companies = names_of_companies(self._simplified)
        starts = self._starts(found)
        for (start, words), (following, _) in pairwise([*starts, (len(self._text), ())]):
            if start >= done:
                done, change = self._at(start, words, following)
                if change is None or self._is_in_title(change, titles):
                    continue
                if change.rule == "term" or not any(first <= change.start < last for first, last in companies):
                    yield change

    def _is_in_title(self, change: Change, titles: Sequence[tuple[int, int]]) -> bool:
        """Return whether a word is a part of a title that is not written by the tables or terms as a whole."""
        is_name = change.rule == "term" or self._simplified.startswith(("》", "（", "("), change.end)
        return not is_name and any(first < change.start < last for first, last in titles)

    def _has_change(self, found: Iterable[tuple[int, Sequence[_Form]]]) -> bool:
        """Return whether a word may differ from a text that is in the script of the region."""
        return any(
            _can_differ(written := self._text[start:end], form, self._region)
            and (wording := self._wordings.of(start, end, form)) is not None
            and wording.new not in (None, written)
            for start, words in found
            for end, form in words
        )

    def _starts(self, found: Sequence[tuple[int, Sequence[_Form]]]) -> Iterable[tuple[int, Sequence[_Form]]]:
        """Return the offsets at which a word or term may begin, with the forms there, the longest one first."""
        if self._terms is None:
            return found
        forms = dict(found)
        return [(start, forms.get(start, ())) for start in range(len(self._simplified))]

    def _at(self, start: int, words: Sequence[_Form], following: int) -> tuple[int, Change | None]:
        """Return the end of the longest word or term at `start` and its change, or None if it stays.

        `following` is where the next form begins. Of the last form here that ends before it and stays, it need not
        be known whether it is a word here, which takes longer.
        """
        term = self._terms.longest(self._simplified, start) if self._terms else None
        if term is not None and not self._words.is_whole(start, term[0]):
            term = None
        for end, form in words:
            if term is not None and term[0] >= end:
                break
            wording = self._wordings.of(start, end, form)
            is_last = end <= following and end == words[-1][0]
            if wording is None or (is_last and wording.new is None) or not self._is_a_word(start, end, form):
                continue
            if not self._splits_term(start, end) and not self._cuts_own_word(start, end):
                return end, self._change(start, end, wording, "region")
        return (start, None) if term is None else (term[0], self._change(start, *term, "term"))

    def _is_a_word(self, start: int, end: int, form: str) -> bool:
        """Return whether a form is a word here. On the mainland no part of a longer word is: 埠 in 蚌埠."""
        if self._region is Region.CN and self._words.is_inside_word(start, end, above=FOREIGN_WORD):
            return False
        is_part = _is_short_name(form) and is_in_longer_name(self._simplified, start, end)
        return self._words.is_whole(start, end) and not is_part

    def _splits_term(self, start: int, end: int) -> bool:
        """Return whether a term begins inside a word and goes beyond it: 安全信息中心 in the word 网络安全."""
        if self._terms is None:
            return False
        terms = ((place, self._terms.longest(self._simplified, place)) for place in range(start + 1, end))
        return any(
            term is not None and term[0] > end and self._words.is_whole(place, term[0]) for place, term in terms
        )

    def _cuts_own_word(self, start: int, end: int) -> bool:
        """Return whether a word divides into another and a listed one that goes beyond it: 任务|欄位, 云端|服务器.

        The listed one is the region's, or in simplified text the mainland's.
        """
        if end - start <= _SHORTEST_WORD:
            return False
        text, forms = self._simplified, _forms_in(self._simplified)
        regions = (self._region, Region.CN) if self._script is Script.SIMPLIFIED else (self._region,)
        inside = (bisect_left(forms, place, key=itemgetter(0)) for place in (start + _SHORTEST_WORD, end))
        return any(
            own.region in regions and own.sense is not Sense.BESIDE
            for place, words in forms[slice(*inside)]
            if frequency(text[start:place])
            for last, form in words
            if last > end and is_whole(text[place : last + _AHEAD], 0, last - place)
            for own in words_of(form)
        )

    def _change(self, start: int, end: int, wording: Wording, rule: str) -> Change | None:
        if wording.new is None or stands_there(self._simplified, start, end, wording.new):
            return None
        return Change(start, end, without_repetition(self._text, start, wording.new), rule, wording.reason)
