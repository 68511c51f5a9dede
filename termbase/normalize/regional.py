"""Replaces the words of other regions in one text by those of a region. Start from `RegionalWords`."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import itemgetter

from termbase.language import Region
from termbase.normalize.foreign_names import SHORT_NAME, is_in_longer_name
from termbase.normalize.law_titles import titles_of_laws
from termbase.normalize.prior_terms import PriorTerms, Wording
from termbase.normalize.repetition import stands_there, without_repetition
from termbase.normalize.subject import Subject
from termbase.text.changes import Change
from termbase.text.cut_words import FOREIGN_WORD
from termbase.text.own_words import kept_words
from termbase.text.regional_rows import Sense
from termbase.text.regional_words import RegionalWord, applicable, words_of
from termbase.text.script import Script, script_of, simplify
from termbase.text.word_edges import is_whole
from termbase.text.words import frequency

_DEPENDENT = (Sense.BESIDE, Sense.OWN_SCRIPT)
"""Senses of a form that is another word, or the same in another sense, elsewhere: 影片, a video or a film."""

_TAIWAN = "taiwancode"
"""The subject whose words are Taiwan's. The others have the mainland's, which show little elsewhere."""

_SHORTEST_WORD = 2
"""Characters of the shortest word before a listed one inside another word."""

_AHEAD = 4
"""So many characters behind a word are needed to see whether another word takes its end: 贴文 in 粘贴文字."""


_Form = tuple[int, str]
"""A form of the tables at a place: its end, and the form."""


_WORDINGS: defaultdict[tuple[Script, Region], dict[str, Wording | None]] = defaultdict(dict)
"""What a region writes in texts of a script for the forms whose sense does not depend on the words beside them."""


@cache
def _is_short_name(form: str) -> bool:
    """Return whether a form is a short foreign name, or 比特."""
    return form == "比特" or (len(form) <= SHORT_NAME and any(word.row.is_of_names for word in words_of(form)))


@cache
def _is_dependent(form: str, script: Script, region: Region) -> bool:
    """Return whether the sense of a form depends on the words beside it in a text of a script."""
    return any(
        _may_apply(word, script, region) or word.row.not_after or word.row.not_before for word in words_of(form)
    )


@cache
def _can_differ(written: str, form: str, region: Region) -> bool:
    """Return whether a row writes a form otherwise in a region than a text does."""
    return any(written != word.row.wordings[region][0] for word in words_of(form))


def _may_apply(word: RegionalWord, script: Script, region: Region) -> bool:
    """Return whether a form marked `?` is at home in a text of a script, and would not stay in it anyway.

    A form may be without a context in which it has its sense.
    """
    if word.sense is not Sense.BESIDE or (word.region is region and script == region.script):
        return False
    row = word.row
    has_context = row.before or row.after or row.near or _subject_counts(word, script, region)
    return bool(has_context) and (word.region is Region.CN or script is not Script.SIMPLIFIED)


def _subject_counts(word: RegionalWord, script: Script, region: Region) -> bool:
    """Return whether the subject of a sentence may give a word its sense: if the text gets another script."""
    if not word.row.subjects or script != word.region.script or region.script == word.region.script:
        return False
    return script is not Script.TRADITIONAL or _TAIWAN in word.row.subjects


@cache
def _possible(form: str, script: Script, region: Region) -> tuple[RegionalWord, ...]:
    """Return the words of a form that can have their sense at some place of a text of a script."""
    return tuple(word for word in words_of(form) if _can_apply(word, script, region))


def _can_apply(word: RegionalWord, script: Script, region: Region) -> bool:
    if word.sense is Sense.BESIDE:
        return _may_apply(word, script, region)
    return script is Script.MIXED or word.sense is Sense.CERTAIN or _is_at_home(word, script)


def _is_at_home(word: RegionalWord, script: Script) -> bool:
    """Return whether a form of a region belongs to a script, or to both."""
    return script == word.region.script or (word.sense is Sense.SHARED and script is Script.BOTH)


@lru_cache(maxsize=2)
def _forms_in(simplified: str) -> list[tuple[int, list[tuple[int, str]]]]:
    """Return the forms in a text by their offsets; remembered for the next round, in which it is often the same."""
    folded = simplified.lower()
    if len(folded) != len(simplified):  # İ has two characters in lower case
        folded = "".join(char.lower() if len(char.lower()) == 1 else char for char in simplified)
    return applicable().starts(folded)


class RegionalWords:
    """The regional words of one text."""

    def __init__(self, text: Subject, region: Region, terms: PriorTerms | None = None) -> None:
        self._text = text.text
        self._simplified = text.simplified
        self._script = text.script
        self._words = text.words
        self._region = region
        self._terms = terms
        self._wordings = _WORDINGS[text.script, region]

    def found(self) -> Sequence[Change]:
        """Return the change for each word, from left to right. Nothing is changed inside a word that stays.

        A Traditional text may be the region's own. It is if it has no foreign words but those that the region uses
        too (`kept_words`), so these stay: 鳳梨 in Hong Kong text without 軟體.
        """
        if self._terms is None and not _forms_in(self._simplified):
            return []
        changes = list(self._changes())
        may_be_own = self._script is Script.TRADITIONAL and self._region is not Region.CN
        return [] if may_be_own and all(map(self._is_own, changes)) else changes

    def _is_own(self, change: Change) -> bool:
        """Return whether a region uses a word that would be replaced."""
        return change.rule == "region" and self._simplified[change.start : change.end] in kept_words(self._region)

    def _changes(self) -> Iterator[Change]:
        found = _forms_in(self._simplified)
        is_in_script = self._script == self._region.script
        if self._terms is None and is_in_script and not self._has_change(found):
            return
        done = 0
        titles = titles_of_laws(self._simplified)
        starts = self._starts(found)
        for (start, words), (following, _) in pairwise([*starts, (len(self._text), ())]):
            if start >= done:
                done, change = self._at(start, words, following)
                if change is not None and not self._is_in_title(change, titles):
                    yield change

    def _is_in_title(self, change: Change, titles: Sequence[tuple[int, int]]) -> bool:
        """Return whether a word is a part of a title that is not written by the tables or terms as a whole."""
        is_name = change.rule == "term" or self._simplified.startswith(("》", "（", "("), change.end)
        return not is_name and any(first < change.start < last for first, last in titles)

    def _has_change(self, found: Iterable[tuple[int, Sequence[_Form]]]) -> bool:
        """Return whether a word may differ from a text that is in the script of the region."""
        return any(
            _can_differ(written := self._text[start:end], form, self._region)
            and (wording := self._wording_of(start, end, form)) is not None
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

    def _wording_of(self, start: int, end: int, form: str) -> Wording | None:
        """Return what the region writes for a form; remembered if the text around it has no influence."""
        if self._script is Script.MIXED or _is_dependent(form, self._script, self._region):
            return self._wording(start, end, form)
        written = self._text[start:end]
        if written not in self._wordings:
            self._wordings[written] = self._wording(start, end, form)
        return self._wordings[written]

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
            wording = self._wording_of(start, end, form)
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

    def _wording(self, start: int, end: int, form: str) -> Wording | None:
        """Return what the region writes for a form, or None if no row applies to the form here."""
        possible = _possible(form, self._script, self._region)
        applicable = [word for word in possible if self._applies(word, start, end)]
        if not applicable:
            return None
        word = self._source(applicable)
        if word.row.owner:
            return Wording(None, word.row.reason)
        if word.row.is_one_word and self._region is not Region.CN:
            return Wording(None, word.row.reason)
        forms = word.row.wordings[self._region]
        needs_context = word.sense in _DEPENDENT and self._script != self._region.script
        is_own = any(
            own.region == self._region and (own in applicable or not (needs_context or own.sense is Sense.SHARED))
            for own in words_of(form)
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
        """Return whether a form that can have the sense of a row has it at this place."""
        if word.is_barred(self._simplified, start, end):
            return False
        if word.sense is Sense.BESIDE:
            return word.fits(self._simplified, start, end) or (
                _subject_counts(word, self._script, self._region) and word.suits_subject(self._simplified, start)
            )
        is_decided = self._script is not Script.MIXED or word.sense is Sense.CERTAIN
        return is_decided or _is_at_home(word, self._script_at(start, end))

    def _script_at(self, start: int, end: int) -> Script:
        """Return the script of a word: that of the text, but in a text of mixed script its own if it shows one."""
        own = script_of(self._text[start:end])
        return own if self._script is Script.MIXED and own is not Script.BOTH else self._script
