"""Makes the patterns by which a term is found in folded text, each with what a text that has it shows.

Start from `chinese_forms`, `english_forms` and `loose_forms`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import accumulate

from termbase.language import Region, region_of_tag
from termbase.model import TermSection, read_part_of_speech
from termbase.text.chinese.folded_chinese import chinese_patterns
from termbase.text.english import folded_english as english
from termbase.text.english.loose_english import loose_patterns
from termbase.text.regions.contextual_wording import wordings_in_context
from termbase.text.regions.wording import wordings

LISTED, SAME_KEY = 0, 1
"""How a pattern stands for a term: it is a form that the termbase lists, or another wording with its match key.

Other numbers have a bit for each region in whose text it stands for the term only in some sentences (`regions_of`).
"""

_REGIONS = {region: 2 << place for place, region in enumerate(Region)}

_LEAST_WORDS, _LEAST_WITH_PARTICLE = 3, 5
"""The fewest words and characters of a Chinese term that is found with 的 inside."""

_REMARK = re.compile(r"(.*\S)\s*[(（]([^()（）]{1,20})[)）]\s*")


def regions_of(standing: int) -> tuple[Region, ...]:
    """Return the regions in whose text a pattern may stand for its term, none if it does so in every text."""
    return tuple(region for region, bit in _REGIONS.items() if standing & bit)


def loose_forms(term: TermSection) -> Iterator[str]:
    """Yield the patterns of a forbidden term that is no name. Another form of a name is another name."""
    if term.is_forbidden and not term.is_proper_noun:
        yield from loose_patterns(term.term)


def english_forms(term: TermSection) -> Iterator[str]:
    """Yield the key of a term; for a forbidden term also with other articles, so `rule by the law` is found too."""
    for spelling in _spellings(term):
        key = english.english_key(spelling)
        yield key
        if term.is_forbidden:
            yield from english.with_other_articles(key)


def _spellings(term: TermSection) -> Iterator[str]:
    """Yield the term as it is listed, and without a part of speech in brackets, as in 升级（名词）."""
    yield term.term
    remark = _REMARK.fullmatch(term.term)
    if remark and read_part_of_speech(remark[2]):
        yield remark[1]


def chinese_forms(term: TermSection, language: str) -> Mapping[str, int]:
    """Return the patterns of a Chinese term, each with how it stands for the term (`LISTED`, `SAME_KEY`, regions).

    They are its own forms and its other regional wordings, so that only the characters of a text have to be folded.
    A forbidden term is also found with 的 or 性 between its words, if it has at least three: 数据的越境流动.
    """
    forms = tuple(form for spelling in _spellings(term) for form in chinese_patterns(spelling))
    found = dict.fromkeys(forms, LISTED)
    if term.is_forbidden and not term.is_proper_noun:
        found |= dict.fromkeys((form for each in forms for form in _with_particle(each)), LISTED)
    for form in wordings(forms[0]) if forms else ():
        found.setdefault(form, SAME_KEY)
    home = region_of_tag(language)
    for form, regions in wordings_in_context(forms[0], home).items() if forms and home else ():
        found.setdefault(form, sum(_REGIONS[region] for region in regions))
    return {form: standing for form, standing in found.items() if len(form) > 1}


def _with_particle(form: str) -> Iterator[str]:
    """Yield a Chinese term with 的 in one place between two of its words, or with 性 behind one: 关键性信息基建."""
    if len(form) < _LEAST_WITH_PARTICLE or "的" in form:
        return
    from termbase.text.chinese.words import dictionary_words

    words = dictionary_words(form)
    if len(words) >= _LEAST_WORDS and all(len(word) > 1 for word in words):
        for word, end in zip(words, accumulate(map(len, words[:-1])), strict=False):
            yield f"{form[:end]}的{form[end:]}"
            if len(dictionary_words(f"{word}性")) == 1:
                yield f"{form[:end]}性{form[end:]}"
