"""Chooses the words with which an English term may begin, so that clues are looked for only where they may help."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from termbase.renderings.rendered_characters import rendered_bits
from termbase.text.latin_words import LatinWord
from termbase.text.script import count_han
from termbase.text.word_classes import WordClass, is_function_word

_MOST_WORDS = 15
"""The largest number of words of an English term."""

_MOST_APART = 3
"""So many words that render nothing stand before a term: what renders something before them is chance."""

_MOST_BEFORE = 5
"""The largest number of words of a term before the first one that renders anything, without function words."""

_MOST_UNRENDERED = 2
"""If nothing is rendered, a term has at most so many words more than the Chinese has characters."""


def may_begin(words: Sequence[LatinWord], chinese: str) -> Sequence[LatinWord]:
    """Return the words with which a term for the Chinese may begin that ends with the last of some words.

    None of them is directly behind a word that renders further characters, as Silk is in Digital Silk Road
    (数字丝绸之路), nor far before the first that renders any.
    """
    words = _behind_preposition(_behind_infinitive(_behind_verb(words)))[-_MOST_WORDS:]
    covered = apart = 0
    first = last = len(words)
    is_joined = True
    for place in range(len(words) - 1, -1, -1):
        if is_function_word(text := words[place].text):
            is_joined = False
            continue
        bits = rendered_bits(text, chinese)
        is_next = not covered or (bits != 0 and words[place].end + 1 == words[place + 1].start)
        is_joined = is_joined and is_next
        if bits & ~covered:
            covered, first, last, apart = covered | bits, place, place if is_joined else last, 0
        elif covered and (apart := apart + 1) == _MOST_APART:
            break
    if not covered:
        return words[-_MOST_UNRENDERED - count_han(chinese) :]
    return words[max(0, first - _MOST_BEFORE) : last + 1]


def _behind_preposition(words: Sequence[LatinWord]) -> Sequence[LatinWord]:
    """Return the words behind the last complex preposition, which no term holds: According to | Harbour Daily."""
    folded = [word.text.casefold() for word in words]
    for place in range(len(words) - 1, -1, -1):
        for phrase in _complex_prepositions().get(folded[place], ()):
            if folded[place : place + len(phrase)] == phrase:
                return words[place + len(phrase) :]
    return words


@cache
def _complex_prepositions() -> dict[str, list[list[str]]]:
    """Return the complex prepositions as words, by their first word."""
    found: dict[str, list[list[str]]] = {}
    for phrase in WordClass.COMPLEX_PREPOSITION.words:
        words = phrase.split()
        found.setdefault(words[0], []).append(words)
    return found


def _behind_infinitive(words: Sequence[LatinWord]) -> Sequence[LatinWord]:
    """Return the words behind the last "and to", with which a sentence goes on: trips and to | loiter."""
    for place in range(len(words) - 1, 1, -1):
        if words[place - 1].text == "to" and words[place - 2].text in ("and", "or"):
            return words[place:]
    return words


def _behind_verb(words: Sequence[LatinWord]) -> Sequence[LatinWord]:
    """Return the words behind the last verb in lower case, with which a sentence and no term goes on."""
    verbs = WordClass.VERB.words
    last = next((number for number in range(len(words), 0, -1) if words[number - 1].text in verbs), 0)
    if last > 1 and words[last - 1].text == "it" and words[last - 2].text.endswith("ing"):  # letting it rot
        last -= 2
    return words[last:]
