"""Detects the region of a Chinese text by its words. Start from `words_of_regions` and `chinese_tag`."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from termbase.files.data_table import data_rows
from termbase.language import Region
from termbase.text.regions.wording import distinctive_words
from termbase.text.script import Script, convert, count_han

_LEAST_HAN = 12
"""A shorter text is a term, whose region only its words show: 香港特區政府 is written so in Taiwan too."""

_LONGER_TEXTS = (40, 400)
"""From how many traditional characters on a text must have two and three different words to show its region."""

_ARTICLE = 300
"""From how many traditional characters on a text that has only the topics of a region may be written elsewhere."""

_SPOKEN_KINDS, _SPOKEN_SHARE = 3, 40
"""How many different words of spoken Cantonese a text in it has, and in how many characters there is one."""

_REGIONS = {script: tuple(region for region in Region if region.script == script) for script in ("Hans", "Hant")}


def words_of_regions(text: str, script: Script, han: int) -> dict[Region, Counter[str]]:
    """Return the regional words of a text of `han` characters, and the signs if it is longer than a term."""
    found: dict[Region, Counter[str]] = {region: Counter() for region in Region}
    for (start, end), regions in distinctive_words(text, script).items():
        for region in regions:
            found[region][text[start:end]] += 1
    if han >= _LEAST_HAN:
        signs = _signs()
        for sign in signs.pattern.finditer(text):
            found[signs.regions[sign[0]]][sign[0]] += 1
    return found


class _Signs(NamedTuple):
    """Words that show where a text was written; `topics` are those that a text about the region has as well.

    `speech` is Cantonese as it is spoken.
    """

    pattern: re.Pattern[str]
    regions: dict[str, Region]
    topics: frozenset[str]
    speech: frozenset[str]


@cache
def _signs() -> _Signs:
    rows = [(Region[code], kind, words.split()) for code, kind, words in data_rows("region_signs.tsv")]
    rows = [row for row in rows if row[1] != "name"]
    regions = {word: region for region, _, words in rows for word in words}
    topics, speech = (
        frozenset(word for _, kind, words in rows if kind == sought for word in words)
        for sought in ("topic", "speech")
    )
    return _Signs(re.compile("|".join(sorted(regions, key=len, reverse=True))), regions, topics, speech)


def is_in_cantonese(text: str) -> bool:
    """Return whether a text in traditional characters is written in Cantonese, and does not only quote some."""
    found = Counter(sign[0] for sign in _signs().pattern.finditer(text) if sign[0] in _signs().speech)
    return len(found) >= _SPOKEN_KINDS and found.total() * _SPOKEN_SHARE >= count_han(text)


def region_of_words(words: dict[Region, Counter[str]], script: Script) -> Region | None:
    """Return the region with the most words, or None if two regions have equally many.

    For words of two regions such as 軟件, it is one that writes the script of the text.
    """
    return _with_most(words, tuple(Region)) or _with_most(words, _REGIONS.get(script, tuple(Region)))


def _with_most(words: dict[Region, Counter[str]], among: tuple[Region, ...]) -> Region | None:
    ranked = sorted(((words[region].total(), region) for region in among), reverse=True)
    (most, region), *others = ranked
    return region if most and all(total < most for total, _ in others) else None


def chinese_tag(script: Script, words: dict[Region, Counter[str]], characters: dict[Script, Counter[str]]) -> str:
    """Return the tag for a script. Words decide between Taiwan and Hong Kong, or characters if words do not.

    Characters do not make a text with more words of Taiwan one of Hong Kong, whatever it shares with the mainland.
    """
    if script not in _REGIONS:
        return "zh"
    length = characters[Script.TRADITIONAL].total()
    region = _traditional_region(words, length) if script is Script.TRADITIONAL else Region.CN
    taiwan, hong_kong = words[Region.TW] - words[Region.HK], words[Region.HK] - words[Region.TW]
    is_of_taiwan = any(
        _without(taiwan, other).total() > _without(hong_kong, other).total()
        for other in (words[Region.CN], Counter[str]())
    )
    if region is None and not is_of_taiwan and any(map(_is_of_hong_kong, characters[script])):
        region = Region.HK
    return region.tag if region else f"zh-{script.value}"


def _traditional_region(words: dict[Region, Counter[str]], length: int) -> Region | None:
    """Return Taiwan or Hong Kong, or None if neither has at least twice as many words as the other.

    Words of one region alone weigh more than those that Hong Kong shares with the mainland (軟件): they decide if
    the other region has fewer words of either kind. In a longer text, or beside words of Taiwan alone, shared words
    decide nothing, since they may be slips of a writer in Taiwan, or of the mainland. A longer text with words of
    both must have several; `length` is the number of its traditional characters. A longer one must have more than
    the region's topics: an article of Hong Kong about Taiwan has 立法院.
    """
    taiwan, hong_kong = words[Region.TW] - words[Region.HK], words[Region.HK] - words[Region.TW]
    both = {Region.TW: taiwan, Region.HK: hong_kong}
    alone = {region: _without(found, words[Region.CN]) for region, found in both.items()}
    least = 1 + sum(length >= each for each in _LONGER_TEXTS)
    none: dict[Region, Counter[str]] = {region: Counter() for region in both}
    is_short = length < _LONGER_TEXTS[0]
    for found, limits in ((alone, both), (both if is_short and not alone[Region.TW] else none, none)):
        for region, other in ((Region.TW, Region.HK), (Region.HK, Region.TW)):
            times, kinds = found[region].total(), len(found[region])
            is_clear = times >= 2 * found[other].total() and times > limits[other].total()
            is_clear = is_clear and (length < _ARTICLE or not _signs().topics.issuperset(found[region]))
            if is_clear and kinds >= (least if both[other] or found is both else 1):
                return region
    return None


def _without(found: Counter[str], words: Counter[str]) -> Counter[str]:
    return Counter({word: times for word, times in found.items() if word not in words})


def _is_of_hong_kong(char: str) -> bool:
    """Return whether only Hong Kong's standard has this form of a character: 衞, 説 (Taiwan has 衛, 說)."""
    return convert(char, "hk2t") != char and not char.encode("big5", "ignore")
