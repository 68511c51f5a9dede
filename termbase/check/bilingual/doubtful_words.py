"""Recognises Chinese terms that only arise across other words, by a translation that has none of their words.

平台经济南 may be 平台|经济|南 or 平台|经|济南. Where the first is likelier, but the English has no *economy*, the
second is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, product
from math import log

from termbase.check.bilingual.bitext_subject import BitextSubject
from termbase.check.bilingual.rendered_words import bits
from termbase.language import is_chinese, is_english
from termbase.match.matcher import Hit
from termbase.renderings.chinese_senses import renders_word_around
from termbase.text.chinese.dictionary import frequency
from termbase.text.chinese.other_cuts import readings
from termbase.text.chinese.words import dictionary_words
from termbase.text.script import HAN, simplify

_ODDS = log(0.02)
"""How likely the other words must at least be, compared with the term."""

_APART = 2
"""The words of a target that have at most so many others between them may stand for one term."""

_REACH = 40
_RUN_BEFORE, _RUN_AFTER = re.compile(rf"[{HAN}]*\Z"), re.compile(rf"[{HAN}]*")
_ENGLISH = re.compile("[A-Za-z]+")


def may_be_other_words(subject: BitextSubject, number: int, hit: Hit, terms: Sequence[str]) -> bool:
    """Whether a Chinese source may have other words than a term, and the target has none of those at its edge.

    With 规定 *provides*, 保护法规定 is 保护法|规定, and not 保护|法规|定. Or the target has the words of the term
    apart: 钻井平台经济寿命, *the drilling platform has an economic life*. Or it renders a word around the term:
    保险丝, *fuse*.
    """
    if not (is_chinese(subject.bitext.source_language) and is_english(subject.bitext.target_language)):
        return False
    source, written = subject.source.subject, subject.source.subject.text(hit)
    before, after = _RUN_BEFORE.search(source.before(hit, _REACH)), _RUN_AFTER.match(source.after(hit, _REACH))
    if before is None or after is None or not re.fullmatch(f"[{HAN}]+", written):
        return False
    pair = subject.bitext.pairs[number]
    target = _ENGLISH.findall(pair.target)
    parts = simplify(before[0]), simplify(written), simplify(after[0])
    return _are_likelier(parts, target) or _are_apart(parts, target) or _is_around(parts, pair.target, terms)


def _are_likelier(parts: tuple[str, str, str], target: list[str]) -> bool:
    start, end = len(parts[0]), len(parts[0]) + len(parts[1])
    kept, other = readings("".join(parts), start, end)
    if other.likelihood - kept.likelihood < _ODDS:
        return False
    edges = {start, end} - {*accumulate(map(len, other.words))}
    return not any(_is_rendered(word, target) for word in _beside(kept.words, edges))


def _are_apart(parts: tuple[str, str, str], target: list[str]) -> bool:
    """Whether the target has both halves of a term far from each other, one of them beside the next word's."""
    before, written, after = parts
    half = len(written) // 2
    halves = written[:half], written[half:]
    if not all(len(each) > 1 and frequency(each) for each in halves):
        return False
    first, last = (_places(each, target) for each in halves)
    if not (first and last) or any(abs(one - other) <= _APART for one, other in product(first, last)):
        return False
    outer = (dictionary_words(before)[-1:], first), (dictionary_words(after)[:1], last)
    return any(
        abs(one - other) == 1
        for word, places in outer
        for other in _places("".join(word), target)
        for one in places
    )


def _is_around(parts: tuple[str, str, str], target: str, terms: Sequence[str]) -> bool:
    before, written, _ = parts
    return renders_word_around(target, "".join(parts), len(before), len(before) + len(written), terms)


def _places(word: str, target: list[str]) -> list[int]:
    """Return the numbers of the words of a target that render a whole Chinese word of several characters."""
    return [place for place, english in enumerate(target) if len(word) > 1 and _is_rendered(word, [english])]


def _beside(words: tuple[str, ...], edges: set[int]) -> Iterator[str]:
    """Yield the words of several characters that begin or end at one of some places."""
    for word, last in zip(words, accumulate(map(len, words)), strict=True):
        if len(word) > 1 and not edges.isdisjoint((last - len(word), last)):
            yield word


def _is_rendered(word: str, target: list[str]) -> bool:
    return bits(target, word) == (1 << len(word)) - 1
