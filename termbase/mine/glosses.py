"""Finds the pairs that authors or translators gloss in the segments: 训练集（training set）."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from math import sqrt

from termbase.document.model import Block, Document
from termbase.extract.glosses import extract
from termbase.extract.model import Gloss, Layout
from termbase.mine.candidates import is_chinese_stop, is_english_stop
from termbase.mine.corpus import Segment
from termbase.mine.keys import PairKey, key_of
from termbase.mine.tokens import chinese_tokens, english_tokens
from termbase.renderings.parts import rendered_parts
from termbase.text.english.folded_english import english_key, fold_english
from termbase.text.latin_words import LATIN, is_abbreviation
from termbase.text.script import HAN, count_han

_MAY_GLOSS = re.compile(rf"[{HAN}][^A-Za-z]*[A-Za-z]|[A-Za-z][^{HAN}]*[{HAN}]")
_WORDS = re.compile(rf"[{LATIN}]+(?:(?: |[-'’&])[{LATIN}]+){{0,5}}")
_FULL_FORM = 4
"""Characters of a Chinese name for which an abbreviation may stand."""

_PREFIXED = 2
"""The most words of a term that begins with a word that is usually grammatical: 过 in 过拟合."""

_ABBREVIATED, _UNRELATED = 0.7, 0.35
_GAP = "\n\n"


@dataclass(slots=True)
class GlossedPair:
    """A glossed pair with the confidence of its best gloss, and the numbers of the segment pairs that gloss it."""

    zh: str
    en: str
    confidence: float = 0.0
    segments: list[int] = field(default_factory=list)


def glossed_pairs(segments: Sequence[Segment]) -> dict[PairKey, GlossedPair]:
    """Return the glossed pairs of either side by their match keys.

    The more English the same Chinese stands before, the less each is believed: 桌面（GNOME）, 桌面（KDE）.
    """
    found: dict[PairKey, GlossedPair] = {}
    for texts in ([one.zh for one in segments], [one.en for one in segments]):
        for number, gloss in _glosses(texts):
            if not _is_term(gloss) or english_key(gloss.en) not in fold_english(segments[number].en).text:
                continue
            pair = found.setdefault(key_of(gloss.zh, gloss.en), GlossedPair(gloss.zh, gloss.en))
            pair.confidence = max(pair.confidence, _trust(gloss))
            pair.segments.append(number)
    terms = Counter(zh for zh, _ in found)
    for (zh, _), pair in found.items():
        pair.confidence /= sqrt(terms[zh])
    return found


def _is_term(gloss: Gloss) -> bool:
    """Return whether a gloss is in a bracket, and each side consists of words and may be a term.

    Not 命令 ls, nor 文件（/etc/hosts）, nor 成为历史的（DVCS）.
    """
    is_in_bracket = gloss.layout not in (Layout.BARE, Layout.BARE_AFTER)
    return is_in_bracket and _WORDS.fullmatch(gloss.en) is not None and _may_be_term(gloss.zh, gloss.en)


def _may_be_term(zh: str, en: str) -> bool:
    keys = [token.key for token in chinese_tokens(zh)] or [""]
    repeats = {token.key for token in english_tokens(en)} <= set(keys)
    begins_badly = is_chinese_stop(keys[0]) and len(keys) > _PREFIXED
    begins_badly = begins_badly or is_english_stop(next(english_tokens(en)).key)
    return not (repeats or begins_badly or is_chinese_stop(keys[-1]))


def _trust(gloss: Gloss) -> float:
    """Return how far a gloss is believed: the less, the less its Chinese says what its English says.

    Translations of technical text have many brackets with names, values and examples: 数字（INT）.
    """
    english, chinese = rendered_parts(gloss.zh, gloss.en)
    if english:
        return gloss.confidence * (_UNRELATED + (1 - _UNRELATED) * english * chinese)
    is_full_form = is_abbreviation(gloss.en) and count_han(gloss.zh) >= _FULL_FORM
    return gloss.confidence * (_ABBREVIATED if is_full_form else _UNRELATED)


def _glosses(texts: Sequence[str]) -> Iterator[tuple[int, Gloss]]:
    """Yield the glosses of texts, each with the number of its text. The texts are read as one document."""
    numbers = [number for number, text in enumerate(texts) if _MAY_GLOSS.search(text)]
    starts = [0, *accumulate(len(texts[number]) + len(_GAP) for number in numbers)]
    blocks = [Block(start, texts[number]) for start, number in zip(starts, numbers, strict=False)]
    document = Document("", _GAP.join(texts[number] for number in numbers), "utf-8", tuple(blocks))
    for gloss in extract(document):
        yield numbers[bisect_right(starts, gloss.zh_span.start) - 1], gloss
