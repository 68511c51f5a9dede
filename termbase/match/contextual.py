"""Decides whether a wording that stands for a term only in some sentences does so at a place of a text.

Start from `stands_for`. It asks `termbase.normalize`, so that a term is found in what `normalize` writes for it:
執行 stands for 运行 where it would write 執行 for 运行, or 运行 for 執行.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from termbase.language import Region
from termbase.normalize.subject import ALONE, Around
from termbase.normalize.text import changes
from termbase.text.changes import moved, replaced
from termbase.text.chinese.cut_words import splits_word
from termbase.text.chinese.folded_chinese import fold_chinese
from termbase.text.offsets import Span
from termbase.text.regions.wording import in_script_of
from termbase.text.script import Script, script_of, simplify
from termbase.text.sentence_around import sentence_around

_FROM_HOME = Around(is_foreign=True)
"""A sentence in the words of the home region is another region's for the one to which it is converted back."""

_REACH = 120
"""So many characters of the sentence on each side are read."""


def stands_for(
    text: str, place: Span, term: str, home: Region, regions: Iterable[Region], is_whole: bool = False
) -> bool:
    """Return whether a wording of one of some regions, at a place of a text, stands for a term of its home region.

    It does if the sentence has the term there when it is converted to the home region, or if it gets this wording
    back when the term is put there and it is converted to the home region and back. With `is_whole`, the term must
    not cut a word in the sentence of the home region.
    """
    here = _in_sentence(text, place)
    shown = script_of(here.text)
    fitting = [region for region in regions if shown in (region.script, Script.BOTH, Script.MIXED)]
    if not fitting:
        return False
    at_home = here.converted(home)
    if at_home is not None and _is_same(at_home.written, term):
        return True
    for region in fitting:
        at_home = here.put(in_script_of(term, region)).converted(home)
        back = at_home and at_home.converted(region, _FROM_HOME)
        if at_home and back and _is_same(back.written, here.written):
            return not (is_whole and at_home.splits_word)
    return False


def _in_sentence(text: str, place: Span) -> _PlaceInSentence:
    around = sentence_around(text, *place, _REACH)
    return _PlaceInSentence(text[slice(*around)], Span(place.start - around.start, place.end - around.start))


class _PlaceInSentence(NamedTuple):
    """A sentence, and a place in it."""

    text: str
    place: Span

    @property
    def written(self) -> str:
        """What stands at the place."""
        return self.text[slice(*self.place)]

    @property
    def splits_word(self) -> bool:
        """Whether the place begins or ends inside a word."""
        return splits_word(simplify(self.text).lower(), *self.place)

    def put(self, word: str) -> _PlaceInSentence:
        """Return the sentence with a word at the place."""
        start, end = self.place
        return _PlaceInSentence(self.text[:start] + word + self.text[end:], Span(start, start + len(word)))

    def converted(self, region: Region, around: Around = ALONE) -> _PlaceInSentence | None:
        """Return the sentence as a region writes it, or None if a word that is replaced crosses the ends."""
        found = changes(self.text, region, around)
        there = moved(found, *self.place)
        return there and _PlaceInSentence(replaced(self.text, (each[:3] for each in found)), Span(*there))


def _is_same(written: str, other: str) -> bool:
    return fold_chinese(written).text == fold_chinese(other).text
