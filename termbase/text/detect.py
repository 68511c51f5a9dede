"""Detects the language, script and region of a text from the text alone, and shows the evidence.

Start from `detect`. `language_of` returns one complete language tag, for a text without a tag or with a tag that
leaves the script open (`zh`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import NamedTuple

from termbase.files.data_table import data_rows
from termbase.language import ENGLISH, SIMPLIFIED, UNDETERMINED, Region
from termbase.text.script import (
    HAN,
    Script,
    convert,
    count_han,
    has_simplified,
    prevailing_script,
    shows_simplified,
    simplify,
)
from termbase.text.wording import distinctive_words

_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile("[A-Za-z]*[a-z][A-Za-z]*")
"""An English word. Words in capitals are not counted: 网信办（CAC）与ITU合作 is Chinese."""

_LETTER = re.compile(r"[^\W\d_]")
_GRAMMAR = re.compile(
    r"\b(?:the|of|and|to|in|is|are|was|were|for|on|with|by|as|at|from|that|this|it|an|has|have|not)\b", re.I
)
_GRAMMAR_WEIGHT = 3
"""Any text may have English names (安装 Visual Studio Code 插件), but grammar words show an English text."""

_GLOSS = re.compile(rf"\([^()\n]{{1,200}}\)|（[^（）\n{HAN}]{{1,200}}）")
"""A gloss in brackets, which does not count: the text around it is in the author's language, as in
“network security” (网络安全).

Chinese in full-width brackets does count, since English text uses other brackets."""

_OTHER = re.compile("[Ͱ-ᶿἀ-῿ぁ-ヺ가-힣]")
"""Letters of other scripts than Latin and Han: Greek, Cyrillic, Arabic, kana, hangul and others."""

_OTHER_SHARE = 4
"""A text is in another language if it has more than one letter of another script for this many Han characters or
English words. In Japanese and Korean at least every fifth character is a kana or hangul."""

_ACCENTED = re.compile("[À-ÖØ-öø-ɏḀ-ỿ]")
_ACCENTED_SHARE = 100
"""In French, German or Vietnamese more than one letter in a hundred has an accent or is not an English letter."""

_GRAMMAR_SHARE = 10
"""In English prose at least every tenth word is a grammar word (`the`, `of`), even if it quotes pinyin or names."""

_SAMPLE = 1000
"""How many texts of a file are examined (messages, cells), and in total at most 20 times as many characters."""

_LEAST_HAN = 12
"""A shorter text is a term, whose region only its words show: 香港特區政府 is written so in Taiwan too."""

_LONGER_TEXTS = (40, 400)
"""From how many traditional characters on a text must have two and three different words to show its region."""

_ARTICLE = 300
"""From how many traditional characters on a text that has only the topics of a region may be written elsewhere."""

_REGIONS = {script: tuple(region for region in Region if region.script == script) for script in ("Hans", "Hant")}


class Detected(NamedTuple):
    """The language, script and region of a text, with the evidence.

    `language` is a canonical tag, as precise as the text allows: `zh-Hant` if nothing distinguishes Taiwan from
    Hong Kong, `zh` if no character shows the script, `en` if there are more English words than Chinese characters,
    `und` for other languages. `region` is the region whose words the text uses, in whichever script, or None.
    `characters` has the evidence for the script and `words` the evidence for the region; both count occurrences.
    The words of a text that is longer than a term include those that show where it was written: 立法院, 毋須.
    """

    language: str
    script: Script
    region: Region | None
    characters: dict[Script, Counter[str]]
    words: dict[Region, Counter[str]]


def detect(text: str) -> Detected:
    """Detect the language, script and region of a text.

    Pass only the beginning of a long text: a few thousand characters are enough. Chinese text takes about a second
    for a megabyte. For English text no table is loaded.
    """
    han = Counter(_HAN.findall(text))
    characters = _evidence(han)
    script = _script(characters)
    words = _words(text, script, han.total()) if han else {region: Counter() for region in Region}
    region = _region(words) or _region(words, _REGIONS.get(script, tuple(Region)))
    language = other_language(text) or _chinese(script, words, characters)
    return Detected(language, script, region, characters, words)


def language_of(text: str, otherwise: str = SIMPLIFIED) -> str:
    """Return the language tag of a text as `detect` does, but with a script for all Chinese text.

    `otherwise` is returned for Chinese that shows neither script nor region (人民). Pass the tag of the document if
    it is known.
    """
    return other_language(text) or chinese_of(text, otherwise)


def language_of_texts(texts: Iterable[str], otherwise: str = SIMPLIFIED) -> str:
    """Return one language tag for the texts of a file (messages, cells, blocks), judging by the first of them."""
    return language_of(sample_of(texts), otherwise)


def sample_of(texts: Iterable[str]) -> str:
    """Return the first texts of a file together: enough to detect their language, few enough to be quick."""
    return "\n".join(islice(texts, _SAMPLE))[: _SAMPLE * 20]


def chinese_of(text: str, otherwise: str = SIMPLIFIED) -> str:
    """Return the language tag of a text that is known to be Chinese, even if it has Latin letters too (Wi-Fi网).

    A text of mixed script gets the script of most of its characters. For Simplified text no table of words is
    loaded. `otherwise` is returned for a text that shows neither script nor region.
    """
    if simplify(text) == text and has_simplified(text):
        return SIMPLIFIED
    found = detect(text)
    counts = {script: characters.total() for script, characters in found.characters.items()}
    if not any(counts.values()):
        if found.region:
            return found.region.tag
        is_traditional = not found.words[Region.CN] and any(found.words.values())  # 伺服器: Taiwan and Hong Kong
        return "zh-Hant" if is_traditional and not otherwise.startswith("zh-Hant") else otherwise
    if found.script is not Script.MIXED:
        return _chinese(found.script, found.words, found.characters)
    if counts[Script.SIMPLIFIED] > counts[Script.TRADITIONAL]:
        return SIMPLIFIED
    return _chinese(Script.TRADITIONAL, found.words, found.characters)


def other_language(text: str) -> str | None:
    """Return the tag of a text that is not Chinese, `en` or `und`, or None for a Chinese text."""
    around = _GLOSS.sub(" ", text)
    text = around if _LETTER.search(around) else text
    han = count_han(text)
    words, grammar = len(_WORD.findall(text)), len(_GRAMMAR.findall(text))
    english = words + (_GRAMMAR_WEIGHT - 1) * grammar
    if len(_OTHER.findall(text)) * _OTHER_SHARE > max(han, english):
        return UNDETERMINED
    if han > english:
        return None
    return UNDETERMINED if _is_accented(text, words, grammar) else ENGLISH


def _is_accented(text: str, words: int, grammar: int) -> bool:
    """Return whether the accents of a text in Latin letters show that it is not English."""
    accented = 0 if text.isascii() else len(_ACCENTED.findall(text))
    if not accented or grammar * _GRAMMAR_SHARE >= words:
        return False
    return accented * _ACCENTED_SHARE > sum(char.isalpha() for char in text)


def main_script(text: str) -> Script:
    """Return the script of a text, apart from a few characters of the other one: quotations, slips."""
    return _script(_evidence(Counter(_HAN.findall(text))))


def _evidence(han: Counter[str]) -> dict[Script, Counter[str]]:
    """Return the characters that show the script, with their numbers."""
    traditional = Counter({char: times for char, times in han.items() if simplify(char) != char})
    showing = shows_simplified(beside_traditional=bool(traditional))
    simplified = Counter({char: times for char, times in han.items() if char in showing})
    return {Script.SIMPLIFIED: simplified, Script.TRADITIONAL: traditional}


def _script(characters: dict[Script, Counter[str]]) -> Script:
    return prevailing_script(characters[Script.SIMPLIFIED].total(), characters[Script.TRADITIONAL].total())


def _words(text: str, script: Script, han: int) -> dict[Region, Counter[str]]:
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
    """Words that show where a text was written; `topics` are those that a text about the region has as well."""

    pattern: re.Pattern[str]
    regions: dict[str, Region]
    topics: frozenset[str]


@cache
def _signs() -> _Signs:
    rows = [(Region[code], kind, words.split()) for code, kind, words in data_rows("region_signs.tsv")]
    rows = [row for row in rows if row[1] != "name"]
    regions = {word: region for region, _, words in rows for word in words}
    topics = frozenset(word for _, kind, words in rows if kind == "topic" for word in words)
    return _Signs(re.compile("|".join(sorted(regions, key=len, reverse=True))), regions, topics)


def _region(words: dict[Region, Counter[str]], among: tuple[Region, ...] = tuple(Region)) -> Region | None:
    """Return the region with the most words, or None if two regions have equally many.

    The caller then decides by the script, for words of two regions such as 軟件.
    """
    ranked = sorted(((words[region].total(), region) for region in among), reverse=True)
    (most, region), *others = ranked
    return region if most and all(total < most for total, _ in others) else None


def _chinese(script: Script, words: dict[Region, Counter[str]], characters: dict[Script, Counter[str]]) -> str:
    """Return the tag for a script. Words decide between Taiwan and Hong Kong, or characters if words do not.

    Characters do not make a text with more words of Taiwan one of Hong Kong.
    """
    if script not in _REGIONS:
        return "zh"
    length = characters[Script.TRADITIONAL].total()
    region = _traditional_region(words, length) if script is Script.TRADITIONAL else Region.CN
    is_of_taiwan = (words[Region.TW] - words[Region.HK]).total() > (words[Region.HK] - words[Region.TW]).total()
    if region is None and not is_of_taiwan and any(map(_is_of_hong_kong, characters[script])):
        region = Region.HK
    return region.tag if region else f"zh-{script.value}"


def _traditional_region(words: dict[Region, Counter[str]], length: int) -> Region | None:
    """Return Taiwan or Hong Kong, or None if neither has at least twice as many words as the other.

    Words of one region alone weigh more than those that Hong Kong shares with the mainland (軟件): they decide if
    the other region has fewer words of either kind. In a longer text, shared words alone decide nothing, since they
    may be slips of a writer in Taiwan, or of the mainland. A longer text with words of both must have several;
    `length` is the number of its traditional characters. A longer one must have more than the region's topics: an
    article of Hong Kong about Taiwan has 立法院.
    """
    taiwan, hong_kong = words[Region.TW] - words[Region.HK], words[Region.HK] - words[Region.TW]
    both = {Region.TW: taiwan, Region.HK: hong_kong}
    alone = {region: _without(found, words[Region.CN]) for region, found in both.items()}
    least = 1 + sum(length >= each for each in _LONGER_TEXTS)
    none: dict[Region, Counter[str]] = {region: Counter() for region in both}
    for found, limits in ((alone, both), (both if length < _LONGER_TEXTS[0] else none, none)):
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
