"""What a text is written in, told from the text alone: language, script, region, and by which characters and words.

Start from `told`. For texts whose tag is absent, and for those whose tag may lie.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from termbase.language import ENGLISH
from termbase.region import telling_words
from termbase.script import HAN, Script, simplified_only, simplify
from termbase.wordlist import REGIONS

_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile("[A-Za-z]+")
_STRAY = 20
"""One character of the other script among so many of the first is a quotation or a slip."""

_REGIONS = {Script.SIMPLIFIED: ("CN",), Script.TRADITIONAL: ("TW", "HK")}


class Told(NamedTuple):
    """What a text tells. `region` ("CN", "TW", "HK") is whose words it is in, whichever script it is written in.

    `language` is a canonical tag as far as the text tells: `zh-Hant` where no word tells Taiwan from Hong Kong,
    `zh` where no character tells the script, `en` where there are fewer Chinese characters than English words.
    `characters` has the evidence for the script, `words` that for the region, each with how often it stands.
    """

    language: str
    script: Script
    region: str | None
    characters: dict[Script, Counter[str]]
    words: dict[str, Counter[str]]


def told(text: str) -> Told:
    """Language, script and region of a text, with the evidence."""
    han = Counter(_HAN.findall(text))
    characters = {
        Script.SIMPLIFIED: Counter({char: times for char, times in han.items() if simplified_only(char)}),
        Script.TRADITIONAL: Counter({char: times for char, times in han.items() if simplify(char) != char}),
    }
    words = _words(text)
    script = _script(characters[Script.SIMPLIFIED].total(), characters[Script.TRADITIONAL].total())
    region = _region(words) or _region(words, _REGIONS.get(script, tuple(REGIONS)))
    is_english = han.total() <= len(_WORD.findall(text))
    return Told(ENGLISH if is_english else _language(script, words), script, region, characters, words)


def _script(simplified: int, traditional: int) -> Script:
    if not simplified and not traditional:
        return Script.BOTH
    if simplified > traditional * _STRAY or not traditional:
        return Script.SIMPLIFIED
    return Script.TRADITIONAL if traditional > simplified * _STRAY or not simplified else Script.MIXED


def _words(text: str) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {region: Counter() for region in REGIONS}
    for (start, end), regions in telling_words(text).items():
        for region in regions:
            found[region][text[start:end]] += 1
    return found


def _region(words: dict[str, Counter[str]], among: tuple[str, ...] = tuple(REGIONS)) -> str | None:
    """The region with the most words; None where two have as many. 軟件 is of two: then the script decides."""
    ranked = sorted(((words[region].total(), region) for region in among), reverse=True)
    (most, region), *others = ranked
    return region if most and all(total < most for total, _ in others) else None


def _language(script: Script, words: dict[str, Counter[str]]) -> str:
    """The tag by the script; the words decide between Taiwan and Hong Kong alone."""
    if script not in _REGIONS:
        return "zh"
    region = _region(words, _REGIONS[script]) if script is Script.TRADITIONAL else "CN"
    return "-".join(("zh", script.value, region)) if region else f"zh-{script.value}"
