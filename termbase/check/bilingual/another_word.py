"""Tells whether a target has another word for a term that lacks its listed translation.

Of a term that was only mined, that other word is mostly as right as the mined one: 濾波器 for *filter*, mined as
過濾器. Start from `has_another_word`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce
from operator import or_

from termbase.bitext import SegmentPair
from termbase.check.bilingual.rendered_words import bits
from termbase.text.chinese.folded_chinese import fold_chinese
from termbase.text.english.english_stems import stem
from termbase.text.script import has_han
from termbase.text.small_words import SMALL_WORDS

_WORD = re.compile("[A-Za-z]+")


def has_another_word(pair: SegmentPair, written: str) -> bool:
    """Return whether a target renders a term of its source, written so, by words that render nothing else of it.

    All words of the term must be rendered. 資料 may be for *database* in *database processing*, 資料處理, but not
    where the source has *data* too.
    """
    if has_han(written):
        return _is_covered(written, pair.target)
    words = _words(written)
    own = set(map(stem, words))
    others = bits((word for word in _words(pair.source) if stem(word) not in own), pair.target)
    return bool(words) and all(bits([word], pair.target) & ~others for word in words)


def has_part(pair: SegmentPair, written: str, terms: Iterable[str]) -> bool:
    """Return whether a Chinese target has a character of a term that renders nothing else: 藥 of 藥物 in 給藥.

    It must have no other characters for the term: 印刷者 for *printer* is no part of 打印机.
    """
    words = _words(written)
    own = set(map(stem, words))
    others = bits((word for word in _words(pair.source) if stem(word) not in own), pair.target)
    characters = {char for term in terms for char in fold_chinese(term).text if has_han(char)}
    folded = fold_chinese(pair.target)
    places = (folded.span(at, at + 1)[0] for at, char in enumerate(folded.text) if char in characters)
    part = reduce(or_, (1 << place for place in places), 0)
    return bool(part & ~others) and not bits(words, pair.target) & ~others & ~part


def _is_covered(written: str, english: str) -> bool:
    """Whether the words of an English target render all characters of a Chinese term."""
    return bits(set(_words(english)), written) == (1 << len(written)) - 1


def _words(english: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(english) if word.casefold() not in SMALL_WORDS]
