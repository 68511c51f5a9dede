"""Detects the language, script and region of a text from the text alone, and shows the evidence.

Start from `detect`. `language_of` returns one complete language tag, for a text without a tag or with a tag that
leaves the script open (`zh`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from termbase.language import ENGLISH, SIMPLIFIED, UNDETERMINED, Region
from termbase.text.regions.detect_region import chinese_tag, region_of_words, words_of_regions
from termbase.text.script import (
    HAN,
    Script,
    count_han,
    has_simplified,
    prevailing_script,
    shows_simplified,
    simplify,
)

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
    words = words_of_regions(text, script, han.total()) if han else {region: Counter() for region in Region}
    region = region_of_words(words, script)
    language = other_language(text) or chinese_tag(script, words, characters)
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
        return chinese_tag(found.script, found.words, found.characters)
    if counts[Script.SIMPLIFIED] > counts[Script.TRADITIONAL]:
        return SIMPLIFIED
    return chinese_tag(Script.TRADITIONAL, found.words, found.characters)


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
