"""Finds the characters that render an affix of an English word: 去 and 化 in 去中心化, decentralization."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from termbase.files.data_table import data_rows
from termbase.text.latin_words import fold
from termbase.text.script import simplify_term

_IN_FRONT = frozenset("可能已被类")
_LEAST_REST = 3
"""The smallest number of letters of a word without its affix."""


def affix_bits(word: str, chinese: str, root: int = 0) -> int:
    """Return the characters that render the affixes of a word, as bits (bit 0 is the first character).

    What renders a prefix stands before the last character, and what renders a suffix behind the first, and behind
    the place `root` at which the word itself is rendered first, but for 可 in 可重现, reproducible. The 者 in
    患者|主要, major, renders nothing.
    """
    affixes = _affixes(word)
    if not affixes:
        return 0
    plain, bits = simplify_term(chinese), 0
    for affix, rendered in affixes:
        if affix.endswith("-"):
            bits |= _prefix_bits(rendered, plain, root)
            continue
        for string in rendered:
            at = plain.rfind(string, string not in _IN_FRONT)
            if at >= (root if string not in _IN_FRONT else 0):
                bits |= ((1 << len(string)) - 1) << at
    return bits


def _prefix_bits(rendered: Sequence[str], chinese: str, root: int) -> int:
    """Return the characters that render a prefix: of several the nearest to the root: 再做|重构, refactoring."""
    places = [(chinese.rfind(string, 0, root + len(string)), len(string)) for string in rendered]
    at, length = max(places, default=(-1, 0))
    if at < 0:
        places = [(chinese.find(string, 0, len(chinese) - 1), len(string)) for string in rendered]
        at, length = min((place for place in places if place[0] >= 0), default=(-1, 0))
    return ((1 << length) - 1) << at if at >= 0 else 0


def renders_end(word: str, chinese: str) -> bool:
    """Return whether the end of a Chinese string renders that of a word: 论 in 义务论, deontology."""
    suffixes = [rendered for affix, rendered in _affixes(word) if affix[0] == "-"]
    if not suffixes:  # as mostly
        return False
    plain = simplify_term(chinese)
    return any(plain.endswith(rendered) and plain not in rendered for rendered in suffixes)


def has_affix(word: str) -> bool:
    """Return whether a word has an affix that Chinese can render."""
    return bool(_affixes(word))


def has_prefix(folded: str) -> bool:
    """Return whether a word in lower case begins with a prefix that Chinese can render."""
    return folded.startswith(_prefixes())


def without_prefixes(word: str, chinese: str) -> Sequence[str]:
    """Return the word without each of its prefixes that the Chinese renders."""
    affixes = _affixes(word)
    if not affixes:
        return ()
    folded, plain = fold(word), simplify_term(chinese)[:-1]
    return [
        folded[len(affix) - 1 :].lstrip("-")
        for affix, rendered in affixes
        if affix.endswith("-") and any(string in plain for string in rendered)
    ]


@lru_cache(maxsize=1 << 14)
def _affixes(word: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    table, folded = _table(), fold(word)
    if not (has_prefix(folded) or folded.endswith(_suffixes())):  # as mostly, and faster to see
        return ()
    lengths = range(1, min(_longest(), len(folded) - _LEAST_REST) + 1)
    found = [f"{folded[:length]}-" for length in lengths] + [f"-{folded[-length:]}" for length in lengths]
    return tuple([(affix, table[affix]) for affix in found if affix in table])


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(affix[:-1] for affix in _table() if affix.endswith("-"))


@cache
def _suffixes() -> tuple[str, ...]:
    return tuple(affix[1:] for affix in _table() if affix.startswith("-"))


@cache
def _longest() -> int:
    return max(map(len, _table())) - 1


@cache
def _table() -> dict[str, tuple[str, ...]]:
    return {affix: tuple(rendered.split()) for affix, rendered in data_rows("affix_renderings.tsv")}
