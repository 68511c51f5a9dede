"""Decides what a region writes for a form of the tables at a place of a text. Start from `Wordings.of`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from termbase.language import Region
from termbase.normalize.prior_terms import Wording
from termbase.normalize.subject import Subject
from termbase.text.regions.regional_rows import Sense
from termbase.text.regions.regional_words import RegionalWord, words_of
from termbase.text.regions.subject_words import is_sentence_about
from termbase.text.script import Script, script_of, simplify

_DEPENDENT = (Sense.BESIDE, Sense.OWN_SCRIPT)
"""Senses of a form that is another word, or the same in another sense, elsewhere: 影片, a video or a film."""

_OF_TAIWAN = frozenset({"taiwancode", "editing"})
"""The subjects that have Taiwan's words. The others have the mainland's, which show little elsewhere."""

_WORDINGS: defaultdict[tuple[Script, Region, bool], dict[str, Wording | None]] = defaultdict(dict)
"""What a region writes in texts of a script for the forms whose sense does not depend on the words beside them.
The words of a simplified text that were only converted (`Wordings._is_left`) have a table of their own."""


class Wordings:
    """What a region writes for the forms in one text."""

    def __init__(self, text: Subject, region: Region) -> None:
        self._text = text.text
        self._simplified = text.simplified
        self._script = text.script
        self._about = text.about
        self._region = region
        self._written = text.written

    def of(self, start: int, end: int, form: str) -> Wording | None:
        """Return what the region writes for a form; remembered if the text around it has no influence."""
        beside = _beside(form, self._script, self._region)
        if beside is not None:
            before, behind = self._simplified[start - 1 : start], self._simplified[end : end + 1]
            if before not in beside[0] and behind not in beside[1]:
                return None
        if self._script is Script.MIXED or _is_dependent(form, self._script, self._region):
            return self._wording(start, end, form)
        written, known = self._text[start:end], _WORDINGS[self._script, self._region, self._is_left(start, end)]
        if written not in known:
            known[written] = self._wording(start, end, form)
        return known[written]

    def _is_left(self, start: int, end: int) -> bool:
        """Return whether a span has only characters of a simplified text that the round before has converted.

        They are still words of the mainland: 证照 are papers, no certificates of Taiwan, 導師 no class teacher.
        """
        return self._written is not None and not any(first < end and start < last for first, last in self._written)

    def _wording(self, start: int, end: int, form: str) -> Wording | None:
        """Return what the region writes for a form, or None if no row applies to the form here."""
        possible = _possible(form, self._script, self._region)
        if self._is_left(start, end):
            possible = tuple(word for word in possible if _is_of_mainland_text(word, self._region))
        applicable = [word for word in possible if self._applies(word, start, end)]
        if not applicable:
            return None
        word = self._source(applicable)
        if word.row.owner or (word.row.is_one_word and self._region is not Region.CN):
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
            return word.fits(self._simplified, start, end) or any(
                subject in self._about or is_sentence_about(subject, self._simplified, start, end)
                for subject in _subjects(word, self._script, self._region)
            )
        is_decided = self._script is not Script.MIXED or word.sense is Sense.CERTAIN
        return is_decided or _is_at_home(word, self._script_at(start, end))

    def _script_at(self, start: int, end: int) -> Script:
        """Return the script of a word: that of the text, but in a text of mixed script its own if it shows one."""
        own = script_of(self._text[start:end])
        return own if self._script is Script.MIXED and own is not Script.BOTH else self._script


@cache
def _beside(form: str, script: Script, region: Region) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return the characters before and behind a form of which one must be there if it has a sense, None for any.

    They rule most places out: 但 is a word of another region only behind three words. Spaces are passed over.
    """
    words = _possible(form, script, region)
    if any(word.sense is not Sense.BESIDE or word.row.near or _subjects(word, script, region) for word in words):
        return None
    last = frozenset(each[-1] for word in words for each in word.row.before)
    first = frozenset(each[0] for word in words for each in word.row.after)
    return last | set(" ") if last else last, first | set(" ") if first else first


@cache
def _is_dependent(form: str, script: Script, region: Region) -> bool:
    """Return whether the sense of a form depends on the words beside it in a text of a script."""
    return any(
        _may_apply(word, script, region) or word.row.not_after or word.row.not_before or word.row.unless
        for word in words_of(form)
    )


def _may_apply(word: RegionalWord, script: Script, region: Region) -> bool:
    """Return whether a form marked `?` is at home in a text of a script, and would not stay in it anyway.

    A form may be without a context in which it has its sense.
    """
    if word.sense is not Sense.BESIDE or (word.region is region and script == region.script):
        return False
    row = word.row
    has_context = row.before or row.after or row.near or _subjects(word, script, region)
    return bool(has_context) and (word.region is Region.CN or script is not Script.SIMPLIFIED)


def _subjects(word: RegionalWord, script: Script, region: Region) -> Sequence[str]:
    """Return the subjects of a sentence that give a word its sense: none if the text keeps its script."""
    if script != word.region.script or region.script == word.region.script:
        return ()
    subjects = word.row.subjects
    return subjects if script is Script.SIMPLIFIED else [each for each in subjects if each in _OF_TAIWAN]


@cache
def _possible(form: str, script: Script, region: Region) -> tuple[RegionalWord, ...]:
    """Return the words of a form that can have their sense at some place of a text of a script."""
    return tuple(word for word in words_of(form) if _can_apply(word, script, region))


def _can_apply(word: RegionalWord, script: Script, region: Region) -> bool:
    if word.sense is Sense.BESIDE:
        return _may_apply(word, script, region)
    return script is Script.MIXED or word.sense is Sense.CERTAIN or _is_at_home(word, script)


def _is_of_mainland_text(word: RegionalWord, region: Region) -> bool:
    """Return whether a form is one of the mainland or the region, or has its sense in texts of both scripts."""
    return word.region in (Region.CN, region) or word.sense not in _DEPENDENT


def _is_at_home(word: RegionalWord, script: Script) -> bool:
    """Return whether a form of a region belongs to a script, or to both."""
    return script == word.region.script or (word.sense is Sense.SHARED and script is Script.BOTH)
