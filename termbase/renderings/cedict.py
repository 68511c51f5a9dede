"""Looks up the English words that Chinese characters can mean, in the dictionary CC-CEDICT.

Start from `meaning_bits`: it returns the characters of a Chinese string that can mean an English stem. The file is
loaded at the first call and stays in memory (`cedict_file`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from termbase.renderings.cedict_file import dictionary, translations, without_remarks, words_in
from termbase.text.chinese.word_beginnings import NOTHING
from termbase.text.english.english_stems import stem
from termbase.text.script import simplify_term
from termbase.text.word_classes import function_words

_BETWEEN_GLOSSES = re.compile("[/;,]")
_REMARK = re.compile(r"\(([^()]*)\)")
_REGIONS = frozenset(map(stem, ("tw", "taiwan", "prc", "mainland", "hk")))
"""The stems of the words that mark the region of a word in the dictionary."""

_UNKNOWN = ("", *NOTHING)
"""What is known of a character that the dictionary lacks."""


def meaning_bits(stem: str, chinese: str, in_terms: bool = True) -> int:
    """Return the characters of a Chinese string that can mean an English stem, as bits (bit 0 is the first).

    The longest dictionary word that means it counts, of equally long ones the first. With `in_terms`, so do the
    renderings of words in terms, if none of that length means it: *service* is 服务 in 使用服务.
    """
    stems, parts = _known_parts(chinese, in_terms)
    sought = f" {stem} "
    if sought not in stems:
        return 0
    return next(((1 << -less) - 1) << start for less, _, start, meant in parts if sought in meant)


@lru_cache(maxsize=8192)
def _known_parts(chinese: str, in_terms: bool) -> tuple[str, Sequence[tuple[int, bool, int, str]]]:
    """Return the negative length, start and stems of the meanings of the dictionary words in a string, sorted.

    Renderings in terms come behind the meanings of words of their length. The first value returned has the stems of
    all, because most stems that are sought are not among them.
    """
    plain, (_, stems, derived, characters, _, renderings) = simplify_term(chinese), dictionary()
    more = renderings if in_terms else {}
    found, last = [], len(plain) - 1
    for start, char in enumerate(plain):
        own, seconds, lengths = characters.get(char, _UNKNOWN)
        if own:
            found.append((-1, False, start, own))
        if start < last and (at := seconds.find(plain[start + 1])) >= 0:
            for end in range(min(start + lengths[at], len(plain)), start + 1, -1):
                word = plain[start:end]
                if meant := stems.get(word):
                    found.append((start - end, False, start, meant + derived.get(word, "")))
                if meant := more.get(word):
                    found.append((start - end, True, start, meant))
    found.sort()
    return "".join([meant for _, _, _, meant in found]), found


@lru_cache(maxsize=32768)
def meanings(word: str) -> frozenset[str]:
    """Return the stems of the English words that the dictionary has for a word in simplified characters."""
    return frozenset(dictionary().stems.get(word, "").split())


def renderings_in_terms(word: str) -> frozenset[str]:
    """Return the stems of further English words that stand for a word in simplified characters in terms."""
    return frozenset(dictionary().in_terms.get(word, "").split())


def plain_definitions() -> Iterator[str]:
    """Yield the English definitions of all words, without readings and remarks."""
    for definitions in dictionary().definitions.values():
        for definition in definitions:
            yield without_remarks(definition)


@lru_cache(maxsize=8192)
def is_gloss(english: str, chinese: str) -> bool:
    """Return whether the dictionary has the English as one of the translations of the whole Chinese."""
    known = glosses(chinese)
    return bool(known) and plain(english) in known


def is_gloss_everywhere(english: str, chinese: str) -> bool:
    """Return whether the dictionary has the English for the whole Chinese, and no remark limits it to a region."""
    return is_gloss(english, chinese) and remarks(chinese, plain(english)).isdisjoint(_REGIONS)


@lru_cache(maxsize=8192)
def is_common_word(chinese: str) -> bool:
    """Return whether the dictionary has a word, in any script, with a meaning that is no name: 执行, not 故宫."""
    meanings = (each.strip() for each in re.split("[/;]", without_remarks(_defined(chinese))))
    return any(each and each == each.lower() for each in meanings)


@lru_cache(maxsize=8192)
def is_idiom(chinese: str) -> bool:
    """Return whether the dictionary calls a word an idiom."""
    return "(idiom)" in _defined(chinese)


def definitions(chinese: str) -> list[str]:
    """Return the meanings of a whole Chinese word as the dictionary writes them, names with capitals."""
    return [each.strip() for each in _BETWEEN_GLOSSES.split(_defined(chinese))]


@lru_cache(maxsize=8192)
def _defined(chinese: str) -> str:
    """Return all definitions of a word, in any script, as one text."""
    return "/".join(dictionary().definitions.get(simplify_term(chinese), ()))


def is_defining_word(word: str) -> bool:
    """Return whether the dictionary explains Chinese with an English word: mountain, media; not Kyoto."""
    return word.casefold() in defining_words()


def is_english_word(word: str) -> bool:
    """Return whether an English word, in any case, is an ordinary one: *tab*, *no*, *options*; not *obor*."""
    plain = word.casefold()
    return plain.isalpha() and (
        len(plain) == 1 or plain in function_words() or any(map(is_defining_word, (plain, plain.removesuffix("s"))))
    )


def defining_words() -> frozenset[str]:
    """Return the English words in lower case with which the dictionary explains Chinese."""
    return dictionary().defining


def has_meaning(word: str) -> bool:
    """Return whether the dictionary has a meaning of a whole Chinese word, in any script: faster than `glosses`."""
    return bool(dictionary().stems.get(simplify_term(word)))


@lru_cache(maxsize=8192)
def glosses(word: str) -> frozenset[str]:
    """Return the translations of a whole Chinese word, in any script, each in the form of `plain`."""
    return frozenset(filter(None, map(plain, translations(_defined(word)))))


def remarks(word: str, meaning: str) -> frozenset[str]:
    """Return the words of the remarks in brackets that the dictionary adds to one of the `glosses` of a word.

    字母 is a letter (of the alphabet), 信件 a letter (sent by mail).
    """
    parts = re.split("[/;]", _defined(word))
    found = (match for part in parts if plain(without_remarks(part)) == meaning for match in _REMARK.findall(part))
    return frozenset(word for remark in found for word in plain(remark).split())


def plain(english: str) -> str:
    """Return the stems of the words of an English phrase, without function words, by which phrases are compared."""
    small = function_words()
    return " ".join([stem(word) for word in words_in(english) if word not in small])
