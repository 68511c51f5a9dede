"""Finds terms that the whole query names: as written, in another script or region, by pinyin, or by initials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from termbase.index.forms import Form, FoundTerm, Match, Way, bare_key, written_key
from termbase.index.store import Index
from termbase.text.chinese.pinyin import breaks_agree, reading_key, tones_agree
from termbase.text.script import has_han

_KINDS = {Way.WRITTEN: Match.FOLDED, Way.FOLDED: Match.FOLDED, Way.SCRIPT: Match.SCRIPT, Way.REGION: Match.REGION}
_SCORES = {Way.WRITTEN: 0.97, Way.FOLDED: 0.96, Way.SCRIPT: 0.95, Way.REGION: 0.9}
_EXACT, _JOINED = 1.0, 0.84
"""The score is lower if the query has spaces that the term lacks, since it may be pinyin: `wo men`, not `women`."""
_ABBREVIATION, _READING, _OTHER_READING, _INITIALS, _INITIALS_OR_WORD = 0.8, 0.85, 0.75, 0.7, 0.5
_OTHER = 0.05
"""How much less the initials of an unlikely reading count, and those that write zh now long, now short."""

_LEAST_INITIALS = 4
"""Of so many syllables the initials may be written both ways; of fewer they would be those of any term."""

_LONG_INITIAL = re.compile("(?<=[zcs])h")
_APOSTROPHE = re.compile("['’ʼ]")

_DOUBTFUL, _IN_CONTEXT = 0.45, 0.7
"""The score of an English term that has the letters of pinyin with tones, *Shanxi* for shǎn xī, and of a term for
which a wording stands only in some sentences."""

SURE = 0.8
"""A term as it is spelled has more, unless the query may mean another one."""

_CUT = 0.4
_BY_READING, _BY_INITIALS = (Way.READING, Way.OTHER_READING), (Way.INITIALS, Way.OTHER_INITIALS)

_FEW = 2
"""The most syllables of pinyin that often have homophones."""


class Answer(NamedTuple):
    """The terms that were found, and whether pinyin alone leaves open what the query means.

    It does if the letters are also a word of an English term, and if few syllables without tones may be a part of
    other terms (jingji: 经纪, but also 经济特区).
    """

    candidates: list[FoundTerm]
    is_ambiguous: bool = False


def find_whole(index: Index, query: str) -> Answer:
    """Return the concepts with a term that the whole query names."""
    return _chinese(index, query) if has_han(query) else _latin(index, query)


def _chinese(index: Index, query: str) -> Answer:
    ways: dict[str, Way] = {}
    for text, way in ((written_key(query), Way.WRITTEN), (bare_key(query), Way.FOLDED)):
        script = index.folding.script(text)
        for key, narrowest in ((text, way), (script, Way.SCRIPT), (index.folding.region(script), Way.REGION)):
            ways[key] = min(narrowest, ways.get(key, Way.REGION))
    forms = index.with_keys(ways)
    found = [_as_written(query, form, max(form.way, ways[form.key])) for form in forms if form.way <= Way.REGION]
    others = (form for form in forms if form.way is Way.IN_CONTEXT)
    return Answer(found or [FoundTerm(form.concept, form.term, Match.REGION, _IN_CONTEXT) for form in others])


def _latin(index: Index, query: str) -> Answer:
    from termbase.text.english.folded_english import english_key

    written, folded, typed = written_key(query), english_key(query), reading_key(query)
    short, bare = _LONG_INITIAL.sub("", typed), "".join(filter(str.isalnum, written))  # M&A, W.T.O.
    forms = index.with_keys(list({written, folded, typed, short, bare} - {""}))
    is_word = any(form.way is Way.WORD and form.key == folded for form in forms)
    candidates = []
    for form in forms:
        if form.way <= Way.REGION and form.key in (written, folded, typed):
            candidates.append(_spelled(query, form, written, folded))
        elif form.way is Way.ABBREVIATION and form.key in (written, folded, bare):
            candidates.append(FoundTerm(form.concept, form.term, Match.ABBREVIATION, _ABBREVIATION))
        elif form.key == typed or (
            form.key == short and len(short) >= _LEAST_INITIALS and form.way in _BY_INITIALS
        ):
            candidates += _by_pinyin(query, form, is_word)
    readings = [form.origin for form in forms if form.way in _BY_READING and form.key == typed]
    is_cut = not any(breaks_agree(query, reading) for reading in readings)
    return Answer(candidates, is_word or is_cut or _is_short(query, readings[0]))


def _spelled(query: str, form: Form, written: str, folded: str) -> FoundTerm:
    found = _as_written(query, form, form.way)
    if form.key != written and tones_agree(query, "") is not None:
        return found._replace(score=_DOUBTFUL)
    return found if form.key in (written, folded) else found._replace(score=_JOINED)


def _is_short(query: str, reading: str) -> bool:
    return 0 < len(reading.split()) <= _FEW and tones_agree(query, reading) is None


def _as_written(query: str, form: Form, way: Way) -> FoundTerm:
    is_exact = form.way is Way.WRITTEN and form.origin == query
    match, score = (Match.EXACT, _EXACT) if is_exact else (_KINDS[way], _SCORES[way])
    return FoundTerm(form.concept, form.term, match, score)


def _by_pinyin(query: str, form: Form, is_word: bool) -> Iterator[FoundTerm]:
    if form.way in _BY_INITIALS:
        score = _INITIALS_OR_WORD if is_word else _INITIALS
        score -= _OTHER if form.way is Way.OTHER_INITIALS or form.key != reading_key(query) else 0.0
        yield FoundTerm(form.concept, form.term, Match.INITIALS, score, is_pinyin=True)
    elif form.way in _BY_READING and (breaks_agree(query, form.origin) or not _APOSTROPHE.search(query)):
        score = _READING if form.way is Way.READING else _OTHER_READING
        score += agreement(query, form.origin)
        yield FoundTerm(form.concept, form.term, Match.READING, score, is_pinyin=True)


def agreement(query: str, reading: str) -> float:
    """Return what tones and syllable breaks add to the score; a space inside a syllable is hardly meant."""
    tones = {True: 0.03, False: -0.05, None: 0.0}[tones_agree(query, reading)]
    return tones - (0.0 if breaks_agree(query, reading) else _CUT)
