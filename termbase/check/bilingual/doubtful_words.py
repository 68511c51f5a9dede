"""Recognises Chinese terms that only arise across other words, by a translation that has none of their words.

平台经济南 may be 平台|经济|南 or 平台|经|济南. Where the first is likelier, but the English has no *economy*, the
second is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from math import log

from termbase.check.bilingual.bitext_subject import BitextSubject
from termbase.check.bilingual.rendered_words import bits
from termbase.language import is_chinese, is_english
from termbase.match.matcher import Hit
from termbase.text.other_cuts import readings
from termbase.text.script import HAN, simplify

_ODDS = log(0.02)
"""How likely the other words must at least be, compared with the term."""

_REACH = 40
_RUN_BEFORE, _RUN_AFTER = re.compile(rf"[{HAN}]*\Z"), re.compile(rf"[{HAN}]*")
_ENGLISH = re.compile("[A-Za-z]+")


def may_be_other_words(subject: BitextSubject, number: int, hit: Hit) -> bool:
    """Whether a Chinese source may have other words than a term, and the target has none of those at its edge.

    With 规定 *provides*, 保护法规定 is 保护法|规定, and not 保护|法规|定.
    """
    if not (is_chinese(subject.bitext.source_language) and is_english(subject.bitext.target_language)):
        return False
    source, written = subject.source.subject, subject.source.subject.text(hit)
    before, after = _RUN_BEFORE.search(source.before(hit, _REACH)), _RUN_AFTER.match(source.after(hit, _REACH))
    if before is None or after is None or not re.fullmatch(f"[{HAN}]+", written):
        return False
    run, start = simplify(before[0] + written + after[0]), len(before[0])
    kept, other = readings(run, start, start + len(written))
    if other.likelihood - kept.likelihood < _ODDS:
        return False
    target = _ENGLISH.findall(subject.bitext.pairs[number].target)
    edges = {start, start + len(written)} - {*accumulate(map(len, other.words))}
    return not any(_is_rendered(word, target) for word in _beside(kept.words, edges))


def _beside(words: tuple[str, ...], edges: set[int]) -> Iterator[str]:
    """Yield the words of several characters that begin or end at one of some places."""
    for word, last in zip(words, accumulate(map(len, words)), strict=True):
        if len(word) > 1 and not edges.isdisjoint((last - len(word), last)):
            yield word


def _is_rendered(word: str, target: list[str]) -> bool:
    return bits(target, word) == (1 << len(word)) - 1
