"""Decides whether a wording that stands for a term only in some sentences does so at a place of a text.

Start from `stands_for`. It asks `termbase.normalize`, so that a term is found in what `normalize` writes for it:
執行 stands for 运行 where it would write 執行 for 运行, or 运行 for 執行.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from termbase.language import Region
from termbase.normalize.text import changes
from termbase.text.changes import moved, replaced
from termbase.text.chinese.folded_chinese import fold_chinese
from termbase.text.offsets import Span
from termbase.text.regions.wording import in_script_of
from termbase.text.script import Script, script_of
from termbase.text.sentence_around import sentence_around

_REACH = 120
"""So many characters of the sentence on each side are read."""


def stands_for(text: str, place: Span, term: str, home: Region, regions: Iterable[Region]) -> bool:
    """Return whether a wording of one of some regions, at a place of a text, stands for a term of its home region.

    It does if the sentence has the term there when it is converted to the home region, or if it gets this wording
    back when the term is put there and it is converted to the home region and back.
    """
    around = sentence_around(text, *place, _REACH)
    sentence, here = text[slice(*around)], Span(place.start - around.start, place.end - around.start)
    shown = script_of(sentence)
    fitting = [region for region in regions if shown in (region.script, Script.BOTH, Script.MIXED)]
    if not fitting:
        return False
    at_home = _converted(sentence, here, home)
    if at_home is not None and _is_same(at_home.written, term):
        return True
    return any(
        _is_same(_written_there(sentence, here, term, home, region), text[slice(*place)]) for region in fitting
    )


def _written_there(sentence: str, place: Span, term: str, home: Region, region: Region) -> str:
    """Return what a region writes for a term of a home region at a place of a sentence, "" if it is only a part."""
    put = in_script_of(term, region)
    with_term = sentence[: place.start] + put + sentence[place.end :]
    at_home = _converted(with_term, Span(place.start, place.start + len(put)), home)
    there = at_home and _converted(*at_home, region)
    return there.written if there else ""


class _Converted(NamedTuple):
    """A converted text, and a place in it."""

    text: str
    place: Span

    @property
    def written(self) -> str:
        return self.text[slice(*self.place)]


def _converted(text: str, place: Span, region: Region) -> _Converted | None:
    """Return a text as a region writes it, or None if a word that is replaced crosses the ends of the place."""
    found = changes(text, region)
    there = moved(found, *place)
    return None if there is None else _Converted(replaced(text, (each[:3] for each in found)), Span(*there))


def _is_same(written: str, other: str) -> bool:
    return fold_chinese(written).text == fold_chinese(other).text
