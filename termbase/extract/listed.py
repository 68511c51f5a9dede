"""Pairs that the user's own termbases list: the best evidence there is for where the terms of a pair begin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from termbase.extract.candidate import Candidate, Clue, Site
from termbase.language import is_chinese, is_english
from termbase.model import ConceptEntry, Termbase
from termbase.text.chinese_key import chinese_key
from termbase.text.english import english_key

Known = frozenset[tuple[str, str]]
"""The match keys of listed pairs: Chinese, English."""

NOTHING: Known = frozenset()


def known_pairs(termbases: Iterable[Termbase]) -> Known:
    """Every Chinese term of a concept with every English one, proposed forms included, by their match keys."""
    return frozenset(pair for termbase in termbases for entry in termbase.entries for pair in _pairs(entry))


def _pairs(entry: ConceptEntry) -> Iterable[tuple[str, str]]:
    chinese = [chinese_key(term.term) for tag, term in entry.terms() if is_chinese(tag)]
    english = [english_key(term.term) for tag, term in entry.terms() if is_english(tag)]
    return ((zh, en) for zh in chinese for en in english)


def with_listed(site: Site, text: str, known: Known) -> Site:
    """The site with a clue at each candidate that a termbase lists. `text` is what its spans count in."""
    if not known:
        return site
    return Site([_marked(candidate, text, known) for candidate in site.candidates])


def _marked(candidate: Candidate, text: str, known: Known) -> Candidate:
    zh, en = (text[span.start : span.end] for span in (candidate.zh, candidate.en))
    if (chinese_key(zh), english_key(en)) not in known:
        return candidate
    return replace(candidate, clues=(*candidate.clues, Clue("in_termbase")))
