"""What a text is written in, told from the text alone: language, script, region, and by which characters and words.

Start from `told`. For texts whose tag is absent, and for those whose tag may lie.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from termbase.language import ENGLISH, SIMPLIFIED
from termbase.text.regional_words import REGIONS
from termbase.text.script import HAN, Script, convert, count_han, simplified_only, simplify
from termbase.text.wording import telling_words

_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile("[A-Za-z]*[a-z][A-Za-z]*")
"""An English word; an abbreviation tells nothing: 网信办（CAC）与ITU合作 is Chinese."""

_GRAMMAR = re.compile(
    r"\b(?:the|of|and|to|in|is|are|was|were|for|on|with|by|as|at|from|that|this|it|an|has|have|not)\b", re.I
)
_GRAMMAR_WEIGHS = 3
"""A name may be English in any text (安装 Visual Studio Code 插件), grammar is so in English text alone."""

_OTHER = re.compile("[ぁ-ヺ가-힣]")
_OTHER_SHARE = 4
"""In Japanese and in Korean at least every fifth character is a kana or hangul."""

_STRAY = 20
"""One character of the other script among so many of the first is a quotation or a slip."""

UNDETERMINED = "und"
"""The tag of what is neither Chinese nor English (BCP 47)."""

_REGIONS = {Script.SIMPLIFIED: ("CN",), Script.TRADITIONAL: ("TW", "HK")}


class Told(NamedTuple):
    """What a text tells. `region` ("CN", "TW", "HK") is whose words it is in, whichever script it is written in.

    `language` is a canonical tag as far as the text tells: `zh-Hant` where nothing tells Taiwan from Hong Kong,
    `zh` where no character tells the script, `en` where English words outweigh Chinese characters, `und` for
    Japanese and Korean. `characters` has the evidence for the script, `words` that for the region, each with how
    often it stands.
    """

    language: str
    script: Script
    region: str | None
    characters: dict[Script, Counter[str]]
    words: dict[str, Counter[str]]


def told(text: str) -> Told:
    """Language, script and region of a text, with the evidence.

    Of a long text pass the beginning: a few thousand characters tell as much as all. The cost grows with the
    Chinese in it (about 1 MB/s); English text is only searched for words, and loads no table.
    """
    han = Counter(_HAN.findall(text))
    characters = {
        Script.SIMPLIFIED: Counter({char: times for char, times in han.items() if simplified_only(char)}),
        Script.TRADITIONAL: Counter({char: times for char, times in han.items() if simplify(char) != char}),
    }
    words = _words(text) if han else {region: Counter() for region in REGIONS}
    script = _script(characters[Script.SIMPLIFIED].total(), characters[Script.TRADITIONAL].total())
    region = _region(words) or _region(words, _REGIONS.get(script, tuple(REGIONS)))
    language = _other_language(text, han.total()) or _chinese(script, words, characters)
    return Told(language, script, region, characters, words)


def language_of(text: str) -> str:
    """The one tag to work with: as `told` gives it, and where that leaves the script open that of most characters.

    A text without one traditional character counts as simplified; no table is loaded for it.
    """
    if language := _other_language(text, count_han(text)):
        return language
    if simplify(text) == text:
        return SIMPLIFIED
    found = told(text)
    if found.language != "zh":
        return found.language
    simplified, traditional = (found.characters[script].total() for script in _REGIONS)
    if simplified > traditional:
        return SIMPLIFIED
    return f"zh-Hant-{found.region}" if found.region in _REGIONS[Script.TRADITIONAL] else "zh-Hant"


def _other_language(text: str, han: int) -> str | None:
    english = len(_WORD.findall(text)) + (_GRAMMAR_WEIGHS - 1) * len(_GRAMMAR.findall(text))
    if len(_OTHER.findall(text)) * _OTHER_SHARE > max(han, english):
        return UNDETERMINED
    return ENGLISH if han <= english else None


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


def _chinese(script: Script, words: dict[str, Counter[str]], characters: dict[Script, Counter[str]]) -> str:
    """The tag by the script; the words decide between Taiwan and Hong Kong, and where they do not, characters."""
    if script not in _REGIONS:
        return "zh"
    region = _traditional_region(words) if script is Script.TRADITIONAL else "CN"
    if region is None and any(map(_is_of_hong_kong, characters[script])):
        region = "HK"
    return "-".join(("zh", script.value, region)) if region else f"zh-{script.value}"


def _traditional_region(words: dict[str, Counter[str]]) -> str | None:
    """Taiwan or Hong Kong, where words of the one alone stand twice as often as those of the other alone."""
    taiwan, hong_kong = (words["TW"] - words["HK"]).total(), (words["HK"] - words["TW"]).total()
    if taiwan == hong_kong or max(taiwan, hong_kong) < 2 * min(taiwan, hong_kong):
        return None
    return "TW" if taiwan > hong_kong else "HK"


def _is_of_hong_kong(char: str) -> bool:
    """Whether a character is the form of Hong Kong's standard: 衞, 説, where Taiwan has 衛, 說."""
    return convert(char, "hk2t") != char and not char.encode("big5", "ignore")
