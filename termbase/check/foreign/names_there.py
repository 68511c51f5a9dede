"""Recognises names of Taiwan and Hong Kong in simplified text about them, which may keep their characters.

Start from `is_name_there`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from termbase.check.foreign.around_word import is_of_characters
from termbase.check.subject import Subject
from termbase.language import Region, region_of_tag
from termbase.text.chinese.dictionary import frequency
from termbase.text.offsets import Span
from termbase.text.regions.region_topics import is_about_region
from termbase.text.script import HAN, has_han, is_wrong_script, simplify

_LONGEST = 200
"""How many characters on each side of a word are searched for the ends of a name."""

_NAME_BEFORE = re.compile(rf"[*_\[「【][{HAN}]*\Z")
_NAME_AFTER = re.compile(rf"[{HAN}]*[*_\]」】]")
"""What is around a name that is emphasised or linked."""

_PLACE_END = re.compile(
    rf"[{HAN}]?(?:[灣湾島岛環环角洲涌埔圍围嶺岭徑径廟庙塘湖河寺村邨鎮镇鄉乡縣县區区街路站]|博物[館馆]|大[學学廈厦]|公[園园]|碼頭|码头)"
)
"""How the name of a place goes on behind its first word: 索罟|灣, 榕樹|灣."""

_LONGEST_END, _LONGEST_WORD = 4, 2

_OFTEN = 12000
"""A word that is more frequent is no part of such a name: 這個 in 這個島."""


def is_name_there(subject: Subject, place: Span, own: Sequence[str]) -> bool:
    """Whether characters are in a name, in simplified text about Taiwan or Hong Kong."""
    return (
        region_of_tag(subject.language) is Region.CN
        and is_of_characters(subject, place, own)
        and (_is_emphasised_name(subject, place) or _is_place_name(subject, place))
        and any(is_about_region(subject.running.text, region) for region in (Region.TW, Region.HK))
    )


def _is_emphasised_name(subject: Subject, place: Span) -> bool:
    """Whether a place is in an emphasised or linked name: **阿婆黑輪**. **開心**, a word, is none."""
    text = subject.document.text
    first, last = max(0, place.start - _LONGEST), place.end + _LONGEST
    before, after = _NAME_BEFORE.search(text[first : place.start]), _NAME_AFTER.match(text, place.end, last)
    if before is None or after is None:
        return False
    name = before[0][1:] + text[place.start : place.end] + after[0][:-1]
    return is_wrong_script(name, subject.language) and not frequency(simplify(name))


def _is_place_name(subject: Subject, place: Span) -> bool:
    """Whether a place is in what is called like a bay, an island, a street and so on: 索罟灣的渔排."""
    written, before = subject.text(place), subject.before(place, _LONGEST_WORD)
    if _PLACE_END.fullmatch(written) and len(written) == 1:
        return all(map(has_han, before)) and frequency(simplify(before)) <= _OFTEN
    name = _PLACE_END.match(written[1:] + subject.after(place, _LONGEST_END))
    return name is not None and len(name[0]) >= len(written) - 1 and frequency(simplify(written)) <= _OFTEN
