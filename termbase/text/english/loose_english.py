"""Folds English so that loose variants of a term compare as equal: inflected, or with *of* or an adverb inside.

*data flow that crosses the border* compares as *data flow crossing the border*, *generation type of AI* as
*generation-type AI*, *commonly shared destiny* as *shared destiny*. Start from `loose_patterns` for a term, or from
`fold_loosely` for a text, which keeps the offsets of the original.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from termbase.text.english.english_stems import base_form
from termbase.text.invisible import IGNORED
from termbase.text.small_words import ARTICLES, SMALL_PREPOSITIONS

_WORD = re.compile(rf"[A-Za-z0-9]+(?:[{IGNORED}]+[A-Za-z0-9]+)*")
_LETTERS = re.compile("[A-Za-z0-9]+")
_WINDOW = 200
"""Code points on each side of a word that are searched."""

_JOINED = re.compile("-([a-z]+)")
"""Matches the second word of a compound."""

_BETWEEN = re.compile(rf"(?:['’]s?)?[\s{IGNORED}_-]+")
_BARRIER = "|"
"""Stands where a sign is, across which there is no term."""

_PREPOSITION = "@"
_ACTIVE, _PASSIVE = "~", "="
"""Follow the base form of *crossing*, also in *that crosses*, and of *shared*.

Without them, sentences would be variants: *data flows cross the border*, *the data flow crossed the border*.
"""

_LEFT_OUT = ARTICLES | {"of", "all"}
_PREPOSITIONS = SMALL_PREPOSITIONS - {"of"}
_RELATIVE = frozenset("that which who".split())
_REACH = 40
"""So many characters of the words before one are looked at."""

_LEAST_CONTENT = 3
"""Shorter terms have no loose variants: *exit of data* need not be *data exit*."""

_SHORT = 4
"""Words with at most so many letters are no participles: *need*, *king*."""

_LONGEST = 8
"""Words of the longest term that has loose variants."""


@dataclass(frozen=True, slots=True)
class FoldedLoosely:
    """Folded text. `places` has the offset of each token in it, `spans` where the token is in the original."""

    text: str
    places: Sequence[int]
    spans: Sequence[tuple[int, int]]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original (code points) of the folded text from `start` to `end`."""
        first, last = (bisect_right(self.places, place) - 1 for place in (start, end - 1))
        return self.spans[first][0], self.spans[last][1]


def fold_loosely(text: str, terms: Collection[Set[str]] | None = None) -> FoldedLoosely:
    """Fold a text to base forms, without articles, *of*, relative pronouns, and adverbs before a participle.

    With the `base_words` of the terms to be found, only the parts that may have one are folded, which is faster.
    """
    parts = [(0, len(text))] if terms is None else _parts(text, terms)
    found = [token for first, last in parts for token in _tokens(text, first, last)]
    tokens = [token for token, _ in found]
    places = list(accumulate((len(token) + 1 for token in tokens[:-1]), initial=0))
    return FoldedLoosely(" ".join(tokens), places, [span for _, span in found])


def base_words(term: str) -> frozenset[str]:
    """Return the base forms of the words that each variant of a term has."""
    words = (word.casefold() for word in _WORD.findall(term))
    return frozenset(base_form(word) for word in words if word not in _LEFT_OUT and word not in _PREPOSITIONS)


def _parts(text: str, terms: Collection[Set[str]]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text, without overlaps, around the rarest word of each term whose words it has."""
    written: dict[str, list[str]] = {}
    counts: Counter[str] = Counter()
    for word, count in Counter(_LETTERS.findall(text)).items():
        base = base_form(word)
        written.setdefault(base, []).append(word)
        counts[base] += count
    rarest = {min(term, key=lambda base: (counts[base], base)) for term in terms if term <= written.keys()}
    words = [word for base in rarest for word in written[base]]
    end = 0
    for place in re.finditer(rf"\b(?:{'|'.join(words)})\b", text) if words else ():
        first, last = max(end, place.start() - _WINDOW), min(len(text), place.end() + _WINDOW)
        if place.end() > end:
            yield first, last
            end = last


def loose_patterns(term: str) -> Iterator[str]:
    """Yield the folded forms of a term and its variants; none if it has too few words, or signs."""
    tokens = fold_loosely(term).text.split()
    content = [token for token in tokens if token != _PREPOSITION]
    if _BARRIER in tokens or not _LEAST_CONTENT <= len(content) <= _LONGEST:
        return
    yield " ".join(tokens)
    joined = {base_form(word) for word in _JOINED.findall(term.casefold())}
    for place in range(1, len(tokens) - 1):
        before, token, after = tokens[:place], tokens[place], tokens[place + 1 :]
        if token == _PREPOSITION:  # in cyberspace, of cyberspace
            yield " ".join([*before, *after])
        elif token in joined:  # platform-type, platform-typed; but interested parties are no interest parties
            yield " ".join([*before, token + _PASSIVE, *after])


def _tokens(text: str, first: int, last: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the tokens of a part of a text with their spans, and a barrier behind the part."""
    words = list(_WORD.finditer(text, first, last))
    before, end = "", 0
    for word, following in zip(words, (*words[1:], None), strict=False):
        if end and not _BETWEEN.fullmatch(text, end, word.start()):
            yield _BARRIER, (end, word.start())
            before = ""
        end, plain = word.end(), word[0].casefold()
        is_adverb = plain.endswith("ly") and following is not None and _ending(following[0])
        if not (plain in _LEFT_OUT or plain in _RELATIVE or is_adverb):
            yield _token(plain) + (_ACTIVE if _is_relative_verb(before, plain) else ""), word.span()
        before = f"{before} {plain}"[-_REACH:]
    if last < len(text):
        yield _BARRIER, (last, last)


def _is_relative_verb(before: str, word: str) -> bool:
    """Return whether a verb is behind a noun and a relative pronoun, and one has an s: *a flow that crosses*."""
    noun, _, pronoun = before.rpartition(" ")
    return pronoun in _RELATIVE and (word.endswith("s") or noun.endswith("s")) and not _ending(word)


@lru_cache(maxsize=1 << 14)
def _token(word: str) -> str:
    return _PREPOSITION if word in _PREPOSITIONS else base_form(word) + _ending(word)


def _ending(word: str) -> str:
    """Return the mark of a participle, "" for another word."""
    if len(word) <= _SHORT:
        return ""
    return _ACTIVE if word.endswith("ing") else _PASSIVE if word.endswith("ed") else ""
