"""Decides whether different source texts may have one translation. Start from `may_share`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from termbase.check.bilingual.compared_source import as_compared, by_stems, figures, sign_free
from termbase.check.bilingual.rendered_words import bits, whole_words
from termbase.check.bilingual.word_differences import SYMBOL, additional, is_telling
from termbase.text.english.english_stems import base_forms
from termbase.text.english.english_words import has_in_order
from termbase.text.english.folded_english import english_key
from termbase.text.script import has_han

_MAY_BE_LOST = re.compile("e")
"""The letter at the end of a word that `base_form` removes, and that stands inside where words are joined."""

_LABEL = 3
"""Maximum number of words of a label."""

_TWO = 2
"""The fewest capitals of an abbreviation: *UPnP*."""

_FEW = 2
"""Texts that differ in more words than this are not compared word by word."""


def may_share(one: str, other: str, target: str) -> bool:
    """Return whether two source texts may have the same target; see the check `same-target`."""
    if sign_free(one) == sign_free(other):
        return True
    one, other = (as_compared(text, target) for text in (one, other))
    if sign_free(one) == sign_free(other):
        return True
    if has_han(one) or has_han(other) or figures(one) != figures(other):
        return False
    if _is_symbol(one, other) or _is_symbol(other, one) or _are_forms(by_stems(one), by_stems(other)):
        return True
    words, others = by_stems(one, is_unified=True), by_stems(other, is_unified=True)
    return _are_forms(words, others) or (has_han(target) and not _is_for_one(words, others, target))


def other_words(one: str, other: str, target: str) -> tuple[list[str], list[str]]:
    """Return the words of two source texts that the other one lacks, in the order of the text."""
    words, others = (by_stems(as_compared(text, target)) for text in (one, other))
    return additional(words, others), additional(others, words)


def _is_symbol(text: str, name: str) -> bool:
    """Whether a text is a symbol of a few letters, which another text spells out: *nmi*, *nautical miles*."""
    symbol = text.strip().casefold()
    is_short = symbol.isalpha() and len(symbol) <= SYMBOL < len(name)
    return is_short and name[:1].casefold() == symbol[0] and has_in_order(name.casefold(), symbol)


def _are_forms(words: Mapping[str, str], others: Mapping[str, str]) -> bool:
    """Whether two texts have the same words, written together, abbreviated, or with additional ones in a label."""
    if words.keys() == others.keys() or len(words) <= 1 >= len(others):
        return True
    shorter, longer = sorted((words, others), key=len)
    is_label = 0 < len(shorter) < len(longer) <= _LABEL and shorter.keys() <= longer.keys()
    return is_label or _are_joined(words, others) or _are_initials(shorter, longer)


def _are_joined(words: Mapping[str, str], others: Mapping[str, str]) -> bool:
    """Whether two texts differ only in what they write together: *timeout*, *timed out*; *auto completion*."""
    first, second = ("".join(each.values()) for each in (words, others))
    if english_key(first) == english_key(second) or base_forms(first) & base_forms(second):
        return True
    return _MAY_BE_LOST.sub("", "".join(words)) == _MAY_BE_LOST.sub("", "".join(others))


def _are_initials(short: Mapping[str, str], long: Mapping[str, str]) -> bool:
    """Whether a word is the initials of others: *RA*, *Right Ascension*; those of small words may be among them."""
    words = [word for stem, word in short.items() if stem not in long]
    initials = "".join(word[0] for stem, word in long.items() if stem not in short).upper()
    if len(words) != 1 or sum(map(str.isupper, words[0])) < _TWO or len(initials) < 2 or words[0][0] != initials[0]:
        return False
    return has_in_order(words[0], initials)


def _is_for_one(words: Mapping[str, str], others: Mapping[str, str], target: str) -> bool:
    """Whether a Chinese target renders what one of two texts has and the other lacks, but not the reverse."""
    here, there = additional(words, others), additional(others, words)
    if min(len(here), len(there)) > _FEW:
        return True
    if here and there:
        rendered, lacking = sorted((here, there), key=lambda words: not bits(words, target))
        is_one = bool(bits(rendered, target)) and not bits(lacking, target)
        return is_one and any(map(is_telling, lacking))
    shared = [words[stem] for stem in words.keys() & others.keys()]
    own, of_shared = bits(here or there, target), bits(shared, target)
    return bool(own & ~of_shared & whole_words(own | of_shared, target))
