"""What a text is written in, detected from the text alone: language, script, region, and the evidence for them.

Start from `detect`; `language_of` gives the one tag to work with, for texts without a tag or with one that is open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from termbase.language import ENGLISH, SIMPLIFIED, UNDETERMINED, Region
from termbase.text.script import HAN, Script, convert, count_han, simplified_only, simplify
from termbase.text.wording import telling_words

_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile("[A-Za-z]*[a-z][A-Za-z]*")
"""An English word; an abbreviation says nothing: 网信办（CAC）与ITU合作 is Chinese."""

_LETTER = re.compile(r"[^\W\d_]")
_GRAMMAR = re.compile(
    r"\b(?:the|of|and|to|in|is|are|was|were|for|on|with|by|as|at|from|that|this|it|an|has|have|not)\b", re.I
)
_GRAMMAR_WEIGHS = 3
"""A name may be English in any text (安装 Visual Studio Code 插件), grammar is so in English text alone."""

_GLOSS = re.compile(rf"\([^()\n]{{1,200}}\)|（[^（）\n{HAN}]{{1,200}}）")
"""Where an author glosses; the text around is in the author's language: “network security” (网络安全).

Chinese in full-width brackets is no gloss in English text, which has others."""

_OTHER = re.compile("[Ͱ-ᶿἀ-῿ぁ-ヺ가-힣]")
"""Letters that neither Latin nor Han script has: Greek, Cyrillic, Arabic, kana, hangul ..."""

_OTHER_SHARE = 4
"""In Japanese and in Korean at least every fifth character is a kana or hangul."""

_ACCENTED = re.compile("[À-ÖØ-öø-ɏḀ-ỿ]")
_ACCENTED_SHARE = 100
"""In French, German or Vietnamese more than one letter in a hundred has an accent or is unknown to English."""

_GRAMMAR_SHARE = 10
"""In English prose at least every tenth word is one of grammar, whatever pinyin and names it quotes."""

_STRAY = 20
"""One character of the other script among so many of the first is a quotation or a slip."""

_SAMPLE = 1000
"""Texts of a file that show its language, and characters of them in twenties."""

_REGIONS = {script: tuple(one for one in Region if one.script == script) for script in ("Hans", "Hant")}


class Detected(NamedTuple):
    """What a text shows. `region` is whose words it is in, whichever script it is written in.

    `language` is a canonical tag as far as the text shows it: `zh-Hant` where nothing separates Taiwan from Hong
    Kong, `zh` where no character shows the script, `en` where English words outweigh Chinese characters, `und` for
    other languages. `characters` has the evidence for the script, `words` that for the region, each with how often
    it stands.
    """

    language: str
    script: Script
    region: Region | None
    characters: dict[Script, Counter[str]]
    words: dict[Region, Counter[str]]


def detect(text: str) -> Detected:
    """Language, script and region of a text, with the evidence.

    Of a long text pass the beginning: a few thousand characters show as much as all. The cost grows with the
    Chinese in it (about 1 MB/s); English text is only searched for words, and loads no table.
    """
    han = Counter(_HAN.findall(text))
    characters = {
        Script.SIMPLIFIED: Counter({char: times for char, times in han.items() if simplified_only(char)}),
        Script.TRADITIONAL: Counter({char: times for char, times in han.items() if simplify(char) != char}),
    }
    words = _words(text) if han else {region: Counter() for region in Region}
    script = _script(characters[Script.SIMPLIFIED].total(), characters[Script.TRADITIONAL].total())
    region = _region(words) or _region(words, _REGIONS.get(script, tuple(Region)))
    language = _other_language(text) or _chinese(script, words, characters)
    return Detected(language, script, region, characters, words)


def language_of(text: str, otherwise: str = SIMPLIFIED) -> str:
    """The one tag to work with: as `detect` gives it, and a script where that leaves it open.

    `otherwise` is the tag for Chinese that shows neither script nor region (人民): that of the document, if known.
    """
    return _other_language(text) or chinese_of(text, otherwise)


def language_of_texts(texts: Iterable[str], otherwise: str = SIMPLIFIED) -> str:
    """The one tag of a file's texts, by the first thousand of them: messages, cells, blocks."""
    return language_of("\n".join(islice(texts, _SAMPLE))[: _SAMPLE * 20], otherwise)


def chinese_of(text: str, otherwise: str = SIMPLIFIED) -> str:
    """The one tag of a text that is known to be Chinese, whatever else stands in it (Wi-Fi网).

    A mixed text has the script of most of its characters. For Simplified text no table of words is loaded.
    """
    if simplify(text) == text and any(map(simplified_only, text)):
        return SIMPLIFIED
    found = detect(text)
    counts = {script: characters.total() for script, characters in found.characters.items()}
    if not any(counts.values()):
        return found.region.tag if found.region else otherwise
    if found.script is not Script.MIXED:
        return _chinese(found.script, found.words, found.characters)
    if counts[Script.SIMPLIFIED] > counts[Script.TRADITIONAL]:
        return SIMPLIFIED
    return found.region.tag if found.region in _REGIONS[Script.TRADITIONAL] else "zh-Hant"


def _other_language(text: str) -> str | None:
    around = _GLOSS.sub(" ", text)
    text = around if _LETTER.search(around) else text
    han = count_han(text)
    words, grammar = len(_WORD.findall(text)), len(_GRAMMAR.findall(text))
    english = words + (_GRAMMAR_WEIGHS - 1) * grammar
    if len(_OTHER.findall(text)) * _OTHER_SHARE > max(han, english):
        return UNDETERMINED
    if han > english:
        return None
    return UNDETERMINED if _is_accented(text, words, grammar) else ENGLISH


def _is_accented(text: str, words: int, grammar: int) -> bool:
    """Whether a text in Latin letters is plainly not English."""
    accented = 0 if text.isascii() else len(_ACCENTED.findall(text))
    if not accented or grammar * _GRAMMAR_SHARE >= words:
        return False
    return accented * _ACCENTED_SHARE > sum(char.isalpha() for char in text)


def _script(simplified: int, traditional: int) -> Script:
    if not simplified and not traditional:
        return Script.BOTH
    if simplified > traditional * _STRAY or not traditional:
        return Script.SIMPLIFIED
    return Script.TRADITIONAL if traditional > simplified * _STRAY or not simplified else Script.MIXED


def _words(text: str) -> dict[Region, Counter[str]]:
    found: dict[Region, Counter[str]] = {region: Counter() for region in Region}
    for (start, end), regions in telling_words(text).items():
        for region in regions:
            found[region][text[start:end]] += 1
    return found


def _region(words: dict[Region, Counter[str]], among: tuple[Region, ...] = tuple(Region)) -> Region | None:
    """The region with the most words; None where two have as many. 軟件 is of two: then the script decides."""
    ranked = sorted(((words[region].total(), region) for region in among), reverse=True)
    (most, region), *others = ranked
    return region if most and all(total < most for total, _ in others) else None


def _chinese(script: Script, words: dict[Region, Counter[str]], characters: dict[Script, Counter[str]]) -> str:
    """The tag by the script; the words decide between Taiwan and Hong Kong, and where they do not, characters."""
    if script not in _REGIONS:
        return "zh"
    region = _traditional_region(words) if script is Script.TRADITIONAL else Region.CN
    if region is None and any(map(_is_of_hong_kong, characters[script])):
        region = Region.HK
    return region.tag if region else f"zh-{script.value}"


def _traditional_region(words: dict[Region, Counter[str]]) -> Region | None:
    """Taiwan or Hong Kong, where words of the one alone stand twice as often as those of the other alone."""
    both = words[Region.TW] & words[Region.HK]
    taiwan, hong_kong = (words[Region.TW] - both).total(), (words[Region.HK] - both).total()
    if taiwan == hong_kong or max(taiwan, hong_kong) < 2 * min(taiwan, hong_kong):
        return None
    return Region.TW if taiwan > hong_kong else Region.HK


def _is_of_hong_kong(char: str) -> bool:
    """Whether a character is the form of Hong Kong's standard: 衞, 説, where Taiwan has 衛, 說."""
    return convert(char, "hk2t") != char and not char.encode("big5", "ignore")
