"""Decides by the dictionary whether a Chinese text renders an English word in another sense than listed terms do.

*Pattern* is 模式 in one sense and 图案 in another. CC-CEDICT has *pattern* for both words, and otherwise different
meanings: *mode*, *method*; *design*. 级别 and 等级, which share *grade* and *rank* beside *level*, have one sense.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from termbase.renderings.cedict import glosses, plain, remarks
from termbase.text.chinese.folded_chinese import fold_chinese
from termbase.text.chinese.words import words
from termbase.text.english.english_words import comparable

_ONE_WORD = re.compile(r"[A-Za-z]+")


def has_other_sense(text: str, english: str, terms: Iterable[str], source: str = "") -> bool:
    """Return whether a word of a text translates an English word, and shares no other meaning with the terms.

    A word that may translate another word of `source` as well is none: 计划 in *if you plan to install programs*.

    False if the English is not a single word, or if the dictionary does not know any of the terms: then nothing
    tells their sense. A word that means nothing else may be a synonym (选单 and 功能表, *menu*), unless the
    dictionary tells both apart: a letter (of the alphabet), a letter (sent by mail).
    """
    if not _ONE_WORD.fullmatch(english):
        return False
    meaning, known = plain(comparable(english)), list(terms)
    if all(term.casefold() == english.casefold() for term in known):  # the shell *fish* keeps its name, 鱼 is none
        return any(meaning in glosses(word) for word in set(words(fold_chinese(text).text)))
    keys = {fold_chinese(term).text for term in known}
    beside = {plain(comparable(word)) for word in _ONE_WORD.findall(source)} - {meaning, ""}
    listed = {gloss for term in known for gloss in glosses(term)} - {meaning}
    told = {word for term in known for word in remarks(term, meaning)}
    for word in set(words(fold_chinese(text).text)):
        found = _with_heads(glosses(word), meaning)
        if meaning not in found or not found.isdisjoint(beside) or any(key in word for key in keys):
            continue  # 音频文件 is a 文件
        if _are_apart(found - {meaning}, listed) or _are_apart(remarks(word, meaning), told):
            return True
    return False


def _are_apart(some: Set[str], others: Set[str]) -> bool:
    return bool(some) and bool(others) and some.isdisjoint(others)


def _with_heads(found: frozenset[str], meaning: str) -> frozenset[str]:
    """Return meanings, with the head for those that have an attribute before it: *audio channel* is a *channel*."""
    return found | {meaning} if any(gloss.endswith(f" {meaning}") for gloss in found) else found
