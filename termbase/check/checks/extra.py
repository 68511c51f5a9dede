"""Checks that a translation has no proper name that its source lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_

from termbase.check.bilingual.bitext_subject import BitextSubject
from termbase.check.bilingual.segment_terms import attested_terms, is_name, is_there
from termbase.check.finding import Problem
from termbase.check.subject import sides
from termbase.check.uses.names_with_initials import is_in_name_with_initials
from termbase.check.uses.ordinary_words import is_ordinary_word
from termbase.match.matcher import Hit
from termbase.renderings.cedict import is_common_word, is_english_word
from termbase.renderings.rendered_characters import compounded, rendered_bits
from termbase.renderings.shortened import has_initials
from termbase.text.accelerators import without_accelerators
from termbase.text.chinese.cut_words import is_inside_word
from termbase.text.chinese.words import dictionary_words
from termbase.text.english.english_stems import stem
from termbase.text.english.english_words import has_in_order
from termbase.text.latin_words import is_abbreviation
from termbase.text.script import has_han
from termbase.text.word_classes import function_words

_LATIN = re.compile("[A-Za-z]+")
_JOINED = re.compile("[/_][A-Za-z]")


def extra(subject: BitextSubject) -> Iterator[Problem]:
    """The target has a proper name that is not in the source. Names that are also ordinary words do not count.

    Bad: `丝绸之路沿线国家` = `countries along the Digital Silk Road`
    Good: `数字丝绸之路沿线国家` = `countries along the Digital Silk Road`
    """
    for number in range(len(subject.bitext.pairs)):
        names = {id(hit.concept): hit for hit in reversed(subject.target.hits.get(number, ())) if is_name(hit)}
        for hit in names.values():
            running, written = subject.target.subject.running, subject.target.subject.text(hit)
            is_part = has_han(written) and is_inside_word(running.text, *running.place(hit))
            is_letter = len(written) == 1 and written.isascii()  # I形棒, *I-beam*
            is_part = is_part or (
                is_abbreviation(written) and is_in_name_with_initials(subject.target.subject, hit)
            )
            if is_letter or is_part or is_ordinary_word(subject.target.subject, hit) or _is_in_path(subject, hit):
                continue
            known = attested_terms(hit.concept, subject.bitext.source_language)
            if (
                known
                and not _is_label(known)
                and not (
                    is_there(subject.source, number, hit.concept) or _is_said_otherwise(subject, number, hit, known)
                )
            ):
                message = f"the source does not mention “{subject.target.subject.text(hit)}”"
                yield Problem(hit.start, hit.end, message, hit.concept.id)


def _is_in_path(subject: BitextSubject, hit: Hit) -> bool:
    """Whether an English name is a part of a path or identifier: `Asia/Hong_Kong`."""
    before, after = sides(subject.target.subject, hit)
    is_latin = subject.target.subject.text(hit).isascii()
    return is_latin and (_JOINED.match(after) or _JOINED.match(before[-2:][::-1])) is not None


def _is_label(names: Iterable[str]) -> bool:
    """Whether a name is the label of a program, as termbases list them: an ordinary word (*Schedule*, 排程)."""
    words = [[word for word in _LATIN.findall(name) if word.casefold() not in function_words()] for name in names]
    return all(len(each) == 1 and is_english_word(each[0]) for each in words)


def _is_said_otherwise(subject: BitextSubject, number: int, hit: Hit, known: Iterable[str]) -> bool:
    """Whether a source has the words of a name otherwise than the termbase does.

    A Chinese one has a short form: 网安法 for 网络安全法. An English one has all words in other forms or another
    order, the name abbreviates one of them, or they render each of its characters: 拼字檢查 for *check the
    spelling*. Or it has another word for one of them, which nothing else renders: *site moderator* for 網站管理員,
    *site administrator*.
    """
    pair, written = subject.bitext.pairs[number], subject.target.subject.text(hit)
    source = without_accelerators(pair.source)
    if has_han(source) and any(has_initials(source, name) for name in known):
        return True
    if has_han(written) and _begins_abbreviation(source, known):
        return True
    if has_han(written) and _is_of_ordinary_words(written) and _is_rendered(written, source):
        return True
    if has_han(written) and any(_is_like(source, pair.target, _LATIN.findall(name)) for name in known):
        return True
    if has_han(written) and not has_han(source) and _is_whole_rendered(written, _LATIN.findall(source)):
        return True
    words = {word.casefold() for word in _LATIN.findall(source)}
    stems = {stem(part) for word in words for part in (word, *compounded(word))}
    return any(
        len(names := _LATIN.findall(name)) > 1 and all(stem(word) in stems for word in names) for name in known
    ) or (is_abbreviation(written) and any(_is_short_for(written.casefold(), word) for word in words))


def _is_of_ordinary_words(chinese: str) -> bool:
    """Whether a name is two or more ordinary words, so that it may be none here: 伺服器管理員, *Server Manager*."""
    words = dictionary_words(chinese)
    return len(words) > 1 and all(len(word) > 1 and is_common_word(word) for word in words)


def _begins_abbreviation(source: str, names: Iterable[str]) -> bool:
    """Whether a source has an abbreviation that begins with the initials of a name: *USDA* for *United States*."""
    initials = tuple(short for name in names if len(short := "".join(re.findall("[A-Z]", name))) > 1)
    return (
        any(word.isupper() and word.startswith(initials) for word in _LATIN.findall(source)) if initials else False
    )


def _is_like(source: str, target: str, name: Sequence[str]) -> bool:
    """Whether a source has a name of ordinary words with other words, in lower case, for some of its words."""
    words, own = _LATIN.findall(source), {stem(word.casefold()) for word in name}
    for start in range(len(words) - len(name) + 1):
        others = [word for word in words[start : start + len(name)] if stem(word.casefold()) not in own]
        if 0 < len(others) < len(name) and not any(
            word in function_words() or not word.islower() or rendered_bits(word, target, in_terms=False)
            for word in others
        ):
            return True
    return False


def _is_rendered(chinese: str, source: str) -> bool:
    """Whether a source renders a word of a name, or is Chinese, of which this is not known."""
    return has_han(source) or any(
        rendered_bits(word, chinese, in_terms=False).bit_count() > 1 for word in _LATIN.findall(source)
    )


def _is_whole_rendered(chinese: str, words: Iterable[str]) -> bool:
    rendered = reduce(or_, (rendered_bits(word, chinese, in_terms=False) for word in words), 0)
    return rendered == (1 << len(chinese)) - 1


def _is_short_for(short: str, word: str) -> bool:
    return len(word) > len(short) and word[0] == short[0] and has_in_order(word, short)
