"""Links Chinese tokens to the English tokens that can render them: those of the dictionary, and equal ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from termbase.renderings.cedict import meanings
from termbase.renderings.counterparts import counterparts
from termbase.text.english.english_stems import stem

Links = Mapping[str, frozenset[str]]
"""The English tokens that can render each Chinese token; tokens without any are left out."""


def dictionary_links(chinese: Iterable[str], english: Collection[str]) -> Links:
    """Return the links between the tokens of two documents that the dictionary gives, and those of equal tokens."""
    renderings = ((token, {token} | _small_words().get(token, frozenset()) | meanings(token)) for token in chinese)
    return {token: frozenset(found) for token, linked in renderings if (found := linked.intersection(english))}


def links_between(chinese: Collection[str], english: Collection[str], links: Links) -> Links:
    """Return of some links those between the tokens of two documents."""
    found = ((token, links[token].intersection(english)) for token in links.keys() & chinese)
    return {token: linked for token, linked in found if linked}


def joined(*several: Links) -> Links:
    """Return the links of several sources together."""
    together: dict[str, set[str]] = defaultdict(set)
    for links in several:
        for token, linked in links.items():
            together[token] |= linked
    return {token: frozenset(linked) for token, linked in together.items()}


def reverse(links: Links) -> Links:
    """Return the links seen from the other side."""
    found: dict[str, set[str]] = defaultdict(set)
    for token, linked in links.items():
        for each in linked:
            found[each].add(token)
    return {token: frozenset(linked) for token, linked in found.items()}


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    return {token: frozenset(map(stem, words)) for token, words in counterparts().items()}
