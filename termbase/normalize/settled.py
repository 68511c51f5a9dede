"""Tells what a further round of conversion would find in a text, as far as the last round shows it.

Start from `settled`. Most rounds are the last, and to know that is cheaper than to convert a text again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from termbase.cache.kept import kept
from termbase.files.data_table import data_file
from termbase.language import Region
from termbase.normalize.ambiguous import written_alone, written_in_words
from termbase.normalize.subject import Subject
from termbase.text.changes import Change, places_of, replaced
from termbase.text.script import BEYOND, RARE, Script, simplified_only, simplify

_NOT_STANDARD = {Region.TW: "儁樑枱慤", Region.HK: "裡檯臺衛"}
"""Characters that the tables write in some words, though they are not the region's standard."""

_IN_SOME_WORDS = "么乾瞭藉著"
"""Characters that depend on words, or that do not show of which script a text is."""


def settled(subject: Subject, words: Sequence[Change], written: str, region: Region) -> Subject | None:
    """Return the converted form of a simplified text if it is known that no character of it will change again.

    `words` are the changes of words, and `written` is the text after them. A character stays if it is standard in
    the region, and the text can be told from its converted form. Return None if this is not known.
    """
    if region is Region.CN or subject.text != subject.simplified:
        return None
    before, after, renamed = _unsettled(region)
    if before.search(subject.text) is not None or after.search(written) is not None:
        return None
    simple = [(word.start, word.end, new) for word in words if (new := _simple(word.new, region)) is not None]
    if len(simple) < len(words):
        return None
    simplified = replaced(subject.text, simple)
    if renamed.search(written) is not None and simplify(written) != simplified:
        return None
    if simplified == written:
        return None
    return Subject(written, simplified, Script.TRADITIONAL, written=places_of(word[:3] for word in words))


@cache
def _unsettled(region: Region) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Match the characters of a simplified text, and of its converted form, that may change in a further round.

    The third pattern matches standard characters that some word has for another one.
    """
    before, after, renamed, _ = _kept(region)
    return _any_of(before), _any_of(after), _any_of(renamed)


@cache
def _kept(region: Region) -> _Found:
    return kept(data_file("character_words.tsv"), f".{region}.unsettled", lambda: _found(region))


_Found = tuple[str, str, str, frozenset[tuple[str, str]]]


def _found(region: Region) -> _Found:
    """Return the characters for the patterns of `_unsettled`, and what `written_in_words` returns.

    A character of the text is simplified from another one than is written for it, whatever the word. One of the
    converted form is so in some words, or is simplified itself. 座 is standard, but some word has it for another
    one: 座標 is 坐标, but not 座位.
    """
    alone, in_words = written_alone(region), written_in_words(region)
    before = {char for code, new in alone.items() if simplify(new) != (char := chr(code)) == simplify(char)}
    other = {new for old, new in in_words if simplify(new) != old}
    renamed = {new for new in other if alone[ord(simplify(new))] == new}
    after = (other - renamed) | {new for _, new in in_words if simplified_only(new)}
    after |= {*_NOT_STANDARD[region], *_IN_SOME_WORDS}
    return "".join(before), "".join(after), "".join(renamed), in_words


def _any_of(characters: Iterable[str]) -> re.Pattern[str]:
    """Match the characters, and all beyond the basic plane: to list some would make the search slow."""
    return re.compile(f"[{''.join(char for char in characters if char < RARE)}{BEYOND}]")


@cache
def _simple(word: str, region: Region) -> str | None:
    """Return the simplified form of a word that has only characters as `traditional` writes them."""
    alone, in_words, simple = written_alone(region), _kept(region)[3], simplify(word)
    pairs = list(zip(simple, word, strict=True))
    return simple if all(alone[ord(old)] == new or (old, new) in in_words for old, new in pairs) else None
