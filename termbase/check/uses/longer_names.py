"""Detects terms that are part of a longer name or an identifier, so that checks do not report them.

In *National Cyber Security Centre*, *Cyber Security* belongs to the name and is not a use of the term.
"""

from __future__ import annotations

import re
from functools import cache

from termbase.check.subject import Subject, sides, sides_with_marks
from termbase.check.uses.english_sentence import names_china, sentence_sides, words_around
from termbase.match.matcher import Hit
from termbase.text.english.initials import initials_of
from termbase.text.offsets import FILL, MASK
from termbase.text.small_words import NAME_PREPOSITIONS, SMALL_WORDS
from termbase.text.word_classes import WordClass, function_words, is_function_word, pattern_of, words_of

_WORD = re.compile(r"[^\W\d_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL = f"(?:{'|'.join(sorted(NAME_PREPOSITIONS | {'and', 'the', '&'}))})"
_CAPITAL = r"[A-Z][\w’'-]*"
_NAME_BEFORE = re.compile(rf"\b({_CAPITAL})\s+(?:(?:of|for|on|in)\s+)?\Z")
_CAPITAL_AFTER = re.compile(rf"\s+(?:\([A-Z][a-z]+\)\s+)?({_CAPITAL})")
_TOKEN_BEFORE = re.compile(rf"[{MASK}{FILL}]((?:[\w.+]+-)*)\Z")
_TOKEN_AFTER = re.compile(rf"((?:-[\w.+*]+)*)[{MASK}{FILL}]")
_JOINED_AFTER = re.compile(r"[-_/.+@][^\W_]")
_JOINED_BEFORE = re.compile(r"[^\W_][-_/.+@]\Z")
_HYPHENED = re.compile(r"[^\W_]+(?:[-_.][^\W_]+)+")
_INITIALS = r"[A-Z][A-Za-z]{1,8}"
_GAP = rf"[\s“”\"'*_{MASK}{FILL}]{{0,200}}"
_INITIALS_BEFORE = re.compile(rf"({_INITIALS}){_GAP}[(（]{_GAP}([^()（）.;]{{0,80}})\Z")
_INITIALS_AFTER = re.compile(rf"([^()（）.;]{{0,60}}){_GAP}[(（]{_GAP}({_INITIALS})\b")


def is_in_name(subject: Subject, hit: Hit) -> bool:
    """Whether a term is part of a longer name. Each word of the term must have a capital.

    The signs of a longer name are a noun for an institution (*Journal of Cyber Security*), which may be the last
    word of a term in small letters (the *Cyberspace Administration*), other words with capitals beside such a term
    (*Azure Network Security Groups*, *Head of Cyber Security*), or initials beside brackets that stand for more
    words than the term has: *NFS (Network File System)*. The last word of a term may also begin a name: the
    governance of the *Internet Society*.
    """
    words = _WORD.findall(subject.text(hit))
    if not words or not words[-1][0].isupper() or subject.text(hit).isupper():
        return False
    before, after = sides(subject, hit)
    if not all(word[0].isupper() for word in words):
        return len(words) > 1 and _goes_on(after) and _has_small_words(subject, hit)
    if _institution_after().match(after) or _institution_before().search(before):
        return True
    if len(words) > 1 and _is_listed_small(hit):
        is_institution = words[-1] in WordClass.INSTITUTION.words
        if (is_institution and not _is_in_title(before, after)) or _is_beside_capitals(subject, hit):
            return True
    return _is_spelt_out(before, words, after)


def _is_listed_small(hit: Hit) -> bool:
    """Whether the termbase has a word of the term in small letters, so that capitals make a name of it."""
    terms = (set(_WORD.findall(one.term.term)) - SMALL_WORDS for one in hit.designations)
    return all(any(word.islower() for word in words) for words in terms)


def _is_beside_capitals(subject: Subject, hit: Hit) -> bool:
    """Whether a word beside a term has a capital that only a name gives it.

    Names that may be translated from Chinese, and so with the wrong term, do not count: they are in a translation,
    or in a sentence that names China.
    """
    before, after = sentence_sides(subject, hit)
    if subject.is_side or names_china(before + after) or not _has_small_words(subject, hit):
        return False
    if _goes_on(after) or _titled_before().search(before):
        return True
    name = _NAME_BEFORE.search(before)
    is_name = name is not None and _WORD.search(before[: name.start()]) is not None
    return is_name and name is not None and name[1].casefold() not in _no_names()


def _goes_on(after: str) -> bool:
    """Whether a word with a capital follows that is no function word: *Network Security **Services***."""
    following = _CAPITAL_AFTER.match(after)
    return following is not None and not is_function_word(following[1])


def _has_small_words(subject: Subject, hit: Hit) -> bool:
    """Whether a sentence has words in small letters that have a capital in titles: *has*, *left*, not *from*."""
    small = words_of(WordClass.ARTICLE, WordClass.PREPOSITION, WordClass.CONJUNCTION)
    return any(word.islower() and word not in small for word in _LONG_WORD.findall(words_around(subject, hit)))


def _is_in_title(before: str, after: str) -> bool:
    """Whether the line around words has several others, each with a capital: there it makes no name."""
    line = (*before.rpartition("\n")[2:], *after.partition("\n")[:1])
    others = [word for word in _WORD.findall(" ".join(line)) if word not in SMALL_WORDS]
    return len(others) > 1 and all(word[0].isupper() for word in others)


def is_part_of_code(subject: Subject, hit: Hit) -> bool:
    """Whether the term is part of a hyphenated word that markup encloses: `<span>bootloader-installer</span>`."""
    before, after = sides_with_marks(subject, hit)
    head, tail = _TOKEN_BEFORE.search(before), _TOKEN_AFTER.match(after)
    return head is not None and tail is not None and bool(head[1] or tail[1]) and subject.text(hit).islower()


def is_identifier(subject: Subject, hit: Hit) -> bool:
    """Whether a name in lower case is that of a package, file or command: `gnome-shell`, `<span>gnome</span>`."""
    written = subject.text(hit)
    if not written.islower():
        return False
    before, after = sides(subject, hit)
    if not _WORD.fullmatch(written):
        return _HYPHENED.fullmatch(written) is not None
    is_joined = _JOINED_AFTER.match(after) or _JOINED_BEFORE.search(before)
    before, after = sides_with_marks(subject, hit)
    return is_joined is not None or (before.endswith((MASK, FILL)) and after.startswith((MASK, FILL)))


def _is_spelt_out(before: str, words: list[str], after: str) -> bool:
    """Whether initials beside the words stand for these and more: `GRUB (` before them, or `(CIFS)` after them."""
    if found := _INITIALS_BEFORE.search(before):
        rest = re.split(r"[)）]", after, maxsplit=1)[0]
        if _stands_for(found[1], [*_WORD.findall(found[2]), *words, *_WORD.findall(rest)], len(words)):
            return True
    if found := _INITIALS_AFTER.match(after):
        lead = _WORD.findall(before)[-len(found[2]) :]
        spelt = [*lead, *words, *_WORD.findall(found[1])]  # the last words may be left out: ... Protocol (CIFS)
        ends = {len(lead) + len(words), len(spelt)}
        starts = range(len(lead) + 1)
        return any(_stands_for(found[2], spelt[first:last], len(words)) for first in starts for last in ends)
    return False


def _stands_for(initials: str, spelt: list[str], least: int) -> bool:
    """Whether the words have these initials, and more than `least` of them begin with a capital."""
    named = [word for word in spelt if not word.islower()]
    return initials.casefold() in initials_of(spelt) and len(named) > least


@cache
def _no_names() -> frozenset[str]:
    """Words with a capital that are no part of a name: *In Chinese Network Security circles*."""
    adjectives = words_of(WordClass.NATIONALITY, WordClass.OF_A_COUNTRY, WordClass.COUNTRY, WordClass.OF_CHINA)
    return adjectives | WordClass.MODIFIER.words | function_words()


@cache
def _titled_before() -> re.Pattern[str]:
    """Matches a noun before a title or name: *the novel Digital Gulf*, *the company Generated AI*."""
    nouns = pattern_of(WordClass.WORK, WordClass.NAMED_THING, WordClass.GROUP_OF_PERSONS)
    return re.compile(rf"\b{nouns},?\s+(?:The\s+|A\s+)?\Z")


@cache
def _institution_after() -> re.Pattern[str]:
    noun = pattern_of(WordClass.INSTITUTION)
    return re.compile(rf"(?:\s+(?:{_CAPITAL}|{_SMALL})){{0,3}}?\s+{noun}\b")


@cache
def _institution_before() -> re.Pattern[str]:
    noun = pattern_of(WordClass.INSTITUTION)
    return re.compile(rf"\b{noun}\s+(?:of|for|on)\s+(?:the\s+)?(?:{_CAPITAL}\s+){{0,3}}\Z")
