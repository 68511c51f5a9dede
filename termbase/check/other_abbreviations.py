"""Leaves out abbreviations that mean something else than the termbase's.

A document that defines *Codex Alimentarius Commission (CAC)*, or only has that name, never means the Cyberspace
Administration of China; one with 国务院信息化工作办公室（简称国信办） has its own 国信办. An ordinary word without
all the capitals is no abbreviation either: the *Tab* key is not a TAB.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from termbase.document.running_text import RunningText
from termbase.language import is_chinese
from termbase.match.matcher import Hit
from termbase.renderings.cedict import is_english_word
from termbase.text.english.initials import initials_of
from termbase.text.latin_words import is_abbreviation
from termbase.text.offsets import Span
from termbase.text.script import HAN, has_han, simplify

_WORD = re.compile(r"[^\W_]+")
_HYPHENED = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
"""A word that counts as one with its hyphens: *insulin-like growth factor (IGF)*."""

_INTRODUCING = re.compile(
    r"(?:\s*\(\s*(?:(?:or|also|the|hereafter|hereinafter|abbreviated(?: as| to)?|called),?\s+){0,3}"
    r"|,?\s+(?:or|abbreviated(?: as| to)?|known as|called)(?: the)?\s+)[“\"‘'*_]*\Z"
)
"""What stands between a full form and its abbreviation: Codex Alimentarius Commission (CAC), ..., or CAC."""

_EXPLAINING = re.compile(
    r"(?![\w-])[”\"’'*_\])]*(?:\s*\(\s*|\s*[:=|–—]\s*|,?\s+(?:here\s+|in this \w+\s+|always\s+)?"
    r"(?:stands for|is short for|means|denotes|refers to|i\.e\.,?|is|-)\s+|,\s+(?:or\s+|(?=the\s)))"
    r"(?:the\s+|an?\s+)?[“\"‘'*_]*"
)
"""What stands between an abbreviation and its full form: CAC (...), CAC stands for ..., `CAC: ...`; CAC, the ..."""

_NAME = re.compile(r"[A-Z][\w’'-]*(?:\s(?:(?:of|for|and|the|on|in|to)\s){0,2}[A-Z][\w’'-]*)+")
"""A name in a text: *Confederation of Indian Industry*."""

_LEAST = 3
"""So many letters are not by chance the initials of a name that stands elsewhere in the text."""

_CHINESE_DEFINITION = re.compile(
    rf"(?P<full>[{HAN}]{{3,30}})[”」》]?(?:\s?[（(]|[，,])\s?(?:以下)?[简簡][称稱][为為作]?\s?[“「『\"]?(?P<short>[{HAN}]{{2,8}})"
)
"""A short form with the words before it that it stands for: 国务院信息化工作办公室（简称国信办）."""

_REACH = 120
_END = re.compile(r"[().;:]|\n\s*\n")
"""How far a full form reaches in code points, and what it does not have."""

_MOST_WORDS = 3
"""How many words a full form may have for each letter: *Freedom of the Press* is FP."""


def without_other_abbreviations(hits: Iterable[Hit], running: RunningText) -> list[Hit]:
    """Return the hits without ordinary words, and without abbreviations that the document defines otherwise."""
    found = [hit for hit in hits if not is_plain_word(hit, running.seen(hit))]
    short: dict[str, list[Hit]] = {}
    for hit in found:
        written = running.seen(hit)
        if is_abbreviation(written) and all(is_abbreviation(one.term.term) for one in hit.designations):
            short.setdefault(written.removesuffix("s"), []).append(hit)
    others = (alike for written, alike in short.items() if _is_other(written, alike, found, running))
    other = {id(hit) for alike in others for hit in alike}
    defined = _defined_in_chinese(running.text)
    return [hit for hit in found if id(hit) not in other and not _is_other_in_chinese(hit, running, defined)]


def _defined_in_chinese(text: str) -> dict[str, str]:
    """Return the short forms that a text defines (简称), each with the words before it, all simplified."""
    found = _CHINESE_DEFINITION.finditer(text) if "称" in text or "稱" in text else ()
    return {simplify(one["short"]): simplify(one["full"]) for one in found}


def _is_other_in_chinese(hit: Hit, running: RunningText, defined: Mapping[str, str]) -> bool:
    written = running.seen(hit)
    full = defined.get(simplify(written)) if defined and has_han(written) else None
    own = (term.term for tag, term in hit.concept.terms() if is_chinese(tag) and len(term.term) > len(written))
    return full is not None and not any(simplify(term) in full for term in own)


def is_plain_word(hit: Hit, written: str) -> bool:
    """Return whether an abbreviation is written as the ordinary word that it is too: *who* is not WHO."""
    is_short = all(is_abbreviation(one.term.term) for one in hit.designations)
    return is_short and written in (written.lower(), written.capitalize()) and is_english_word(written)


def _is_other(written: str, alike: Sequence[Hit], hits: Sequence[Hit], running: RunningText) -> bool:
    definitions = list(_definitions(written, running.text)) or list(_names(written, running.text))
    concepts = {hit.concept.id for hit in alike}
    own = (hit for hit in hits if hit.concept.id in concepts and not is_abbreviation(running.seen(hit)))
    spans = [running.place(hit) for hit in own]
    is_own = any(start < one.end and one.start < end for one in definitions for start, end in spans)
    return bool(definitions) and not is_own


def _names(written: str, text: str) -> Iterator[Span]:
    """Yield the spans of the names in a text that have an abbreviation as their initials."""
    for words, span in _words_of_names(text) if len(written) >= _LEAST else ():
        if words[0][0] == written[0] and written.casefold() in initials_of(words):
            yield span


@lru_cache(maxsize=2)
def _words_of_names(text: str) -> Sequence[tuple[Sequence[str], Span]]:
    """Return the words of each name in a text, which is searched once for all its abbreviations."""
    return [(_WORD.findall(name[0].removeprefix("The ")), Span(*name.span())) for name in _NAME.finditer(text)]


def _definitions(written: str, text: str) -> Iterator[Span]:
    """Yield the spans of the words with capitals for which an abbreviation is said to stand, before or after it."""
    for mark in re.finditer(rf"(?<![\w-]){re.escape(written)}(?![\w-])", text):
        first = max(0, mark.start() - _REACH)
        if words := _INTRODUCING.search(text[first : mark.start()]):
            end = first + words.start()
            start = max((sign.end() for sign in _END.finditer(text, first, end)), default=first)
            yield from _spelt(written, text, start, end, is_last=True)
        if words := _EXPLAINING.match(text, mark.end()):
            sign = _END.search(text, words.end(), words.end() + _REACH)
            end = sign.start() if sign else words.end() + _REACH
            yield from _spelt(written, text, words.end(), end, is_last=False)


def _spelt(written: str, text: str, start: int, end: int, is_last: bool) -> Iterator[Span]:
    """Yield the span of the last or first words of a stretch, if they have the initials and capitals.

    Words in small letters must have exactly the initials, which must be three at least.
    """
    for pattern in (_WORD, _HYPHENED):
        words = list(pattern.finditer(text, start, end))
        for count in range(2, min(len(words), _MOST_WORDS * len(written)) + 1):
            part = words[-count:] if is_last else words[:count]
            names = [word[0] for word in part]
            initials = "".join(name[0] for name in names)
            is_name = names[0][0].isupper() and written.casefold() in initials_of(names)
            if is_name or (len(written) > 2 and initials.casefold() == written.casefold()):
                yield Span(part[0].start(), part[-1].end())
                return
