"""Links the names of two documents by their sound: Qingyang is 清扬."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from termbase.text.chinese.pinyin import syllables
from termbase.text.script import has_han
from tmx.align.lexicon import Links

_LONGEST = 4
"""Syllables of the longest name that is one word in English (Wuluomuqi)."""


def name_links(chinese: Iterable[Sequence[str]], names: Iterable[str]) -> Links:
    """Return the links between Chinese tokens and English names that are their pinyin.

    `chinese` are the tokens of each sentence in order: a name may consist of several (清 扬). `names` are the
    capitalised words of the English document, folded.
    """
    wanted = frozenset(names)
    found: dict[str, set[str]] = defaultdict(set)
    for tokens in chinese:
        for sound, covered in _sounds(tokens):
            if sound in wanted:
                for token in covered:
                    found[token].add(sound)
    return {token: frozenset(linked) for token, linked in found.items()}


def _sounds(tokens: Sequence[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the pinyin of each series of up to four characters, and the tokens that it is part of."""
    read = [(sound, token) for token in tokens if has_han(token) for sound in syllables(token)]
    for start in range(len(read)):
        sound, covered = "", frozenset[str]()
        for syllable, token in read[start : start + _LONGEST]:
            sound += syllable
            covered |= {token}
            yield sound, covered
