"""Finds brackets that a document repeats behind different terms, so that they say something else: (PDF), (已归档).

A translation stands beside one term. A format, a type or a state stands beside many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from termbase.extract.clue_names import ClueName
from termbase.extract.evidence import Located
from termbase.extract.model import Layout, Site, noted
from termbase.text.latin_words import fold, latin_words
from termbase.text.script import simplify

SEVERAL = 3
"""The number of terms from which on a bracket is no translation of them."""

_LEAST = 0.6
"""The least value of a clue that a term and its bracket mean the same: a letter of PDF may fit by chance."""

_LAST = 2
"""Characters at the end of a Chinese term by which it is compared: what stands before it may belong to it."""


class _Said(NamedTuple):
    """The text of a bracket, in comparable form, and the end of the term before it; `renders` if it translates."""

    remark: str
    ending: str
    renders: bool


def with_repeated_remarks(sites: Sequence[Located]) -> Sequence[Located]:
    """Return the sites, with a clue on the candidates of brackets that are behind several different terms.

    A bracket that renders a word of a term is left alone:
    一带一路 is the *Belt and Road Initiative*, the *BRI* and *One Belt, One Road*.
    """
    said = [_said(*located) for located in sites]
    endings: dict[str, set[str]] = defaultdict(set)
    rendering = {each.remark for each in said if each and each.renders}
    for each in said:
        if each:
            endings[each.remark].add(each.ending)
    remarks = {remark for remark, ends in endings.items() if len(ends) >= SEVERAL} - rendering
    if not remarks:
        return sites
    return [
        _marked(*located) if each and each.remark in remarks else located
        for located, each in zip(sites, said, strict=True)
    ]


def _said(flat: str, site: Site) -> _Said | None:
    layouts = {candidate.layout for candidate in site.candidates}
    if len(layouts) != 1 or not layouts <= {Layout.CHINESE_BRACKET, Layout.ENGLISH_BRACKET}:
        return None
    candidate = site.candidates[0]
    zh, en = simplify(flat[slice(*candidate.zh)]), fold(flat[slice(*candidate.en)])
    renders = any(clue.value >= _LEAST and clue.name in _RENDERS for each in site.candidates for clue in each.clues)
    if layouts == {Layout.CHINESE_BRACKET}:
        return _Said(en, zh[-_LAST:], renders)
    return _Said(zh, latin_words(en)[-1].text if latin_words(en) else en, renders)


def _marked(flat: str, site: Site) -> Located:
    clue = noted("repeated_remark")
    return Located(flat, Site([each._replace(clues=(*each.clues, clue)) for each in site.candidates]))


_RENDERS: frozenset[ClueName] = frozenset(
    (
        "rendered", "sounds_alike", "sounds_alike_lower", "name_of_person", "dictionary_gloss",
        "abbreviation_spelled", "zh_rendered", "zh_sounds_alike", "zh_sounds_alike_lower", "zh_name_of_person",
        "zh_dictionary_gloss", "zh_spells_abbreviation",
    )
)  # fmt: skip
"""Clues that a term and its bracket mean or sound the same."""
