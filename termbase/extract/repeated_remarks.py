"""Finds brackets that a document repeats behind different terms, so that they say something else: (PDF), (已归档).

A translation stands beside one term. A format, a type or a state stands beside many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from termbase.extract.clue_names import ClueName
from termbase.extract.context import is_chinese
from termbase.extract.evidence import Located
from termbase.extract.kind import kind_of
from termbase.extract.model import Clue, Layout, Site, TermKind, noted
from termbase.text.latin_words import fold, is_abbreviation, latin_words
from termbase.text.script import simplify_term

_SEVERAL = 3
"""The number of terms from which on a bracket is no translation of them."""

_LEAST = 0.6
"""The least value of a clue that a term and its bracket mean the same: a letter of PDF may fit by chance."""

_LAST = 2
"""Characters at the end of a Chinese term by which it is compared: what stands before it may belong to it."""


_RENDERS: frozenset[ClueName] = frozenset(
    (
        "rendered", "sounds_alike", "sounds_alike_lower", "name_of_person", "dictionary_gloss",
        "abbreviation_spelled", "zh_rendered", "zh_sounds_alike", "zh_sounds_alike_lower", "zh_name_of_person",
        "zh_dictionary_gloss", "zh_spells_abbreviation",
    )
)  # fmt: skip
"""Clues that a term and its bracket mean or sound the same."""


class _Said(NamedTuple):
    """The text of a bracket, in comparable form, and the end of the term before it."""

    remark: str
    ending: str


def with_repeated_remarks(sites: Sequence[Located]) -> Sequence[Located]:
    """Return the sites, with a clue on the candidates of brackets that are behind several different terms.

    A bracket that renders a word of a term is left alone:
    一带一路 is the *Belt and Road Initiative*, the *BRI* and *One Belt, One Road*.
    """
    said = [_said(*located) for located in sites]
    endings: dict[str, set[str]] = defaultdict(set)
    for each in said:
        if each:
            endings[each.remark].add(each.ending)
    several = {remark for remark, ends in endings.items() if len(ends) >= _SEVERAL}
    if not several:
        return sites
    pairs = [*zip(said, sites, strict=True)]
    several -= {
        each.remark for each, located in pairs if each and each.remark in several and _renders(located.site)
    }
    clue = noted("repeated_remark")
    return [_with(located, clue) if each and each.remark in several else located for each, located in pairs]


def with_unrendered(sites: Sequence[Located], flats: Sequence[str], texts: Iterable[str]) -> Sequence[Located]:
    """Return the sites of a document, with a clue on names before brackets that may be Chinese remarks.

    In Chinese text, a bracket behind a name often says something of it: Ollama（本地部署）. If it renders or spells
    no word of the name, it is less likely to be a gloss than in English text; and pinyin in lower case stands there
    for a sound: ye（耶）. The name of a body says no more than an abbreviation. For `flats` and `texts` see
    `is_chinese`.
    """
    names = [_layout(located.site) is Layout.ENGLISH_BRACKET for located in sites]
    if not any(names) or not is_chinese(flats, texts):
        return sites
    clue, rendering = noted("unrendered_in_chinese"), _RENDERS - {"sounds_alike_lower"}
    return [
        _with(located, clue)
        if is_name and not (_renders(located.site, rendering) or _is_short_for_body(*located))
        else located
        for located, is_name in zip(sites, names, strict=True)
    ]


def _is_short_for_body(flat: str, site: Site) -> bool:
    """Return whether an abbreviation stands before the name of a body: IPAC（对华政策跨国议会联盟）."""
    first = site.candidates[0]
    chinese, english = flat[slice(*first.zh)], flat[slice(*first.en)]
    return is_abbreviation(english) and kind_of(chinese, english) is TermKind.ORGANISATION


def _layout(site: Site) -> Layout | None:
    """Return the layout of the candidates of a site, or None if it is not the same for all."""
    first, *others = site.candidates
    return first.layout if all(other.layout is first.layout for other in others) else None


def _said(flat: str, site: Site) -> _Said | None:
    layout = _layout(site)
    if layout is not Layout.CHINESE_BRACKET and layout is not Layout.ENGLISH_BRACKET:
        return None
    candidate = site.candidates[0]
    zh, en = simplify_term(flat[slice(*candidate.zh)]), fold(flat[slice(*candidate.en)])
    if layout is Layout.CHINESE_BRACKET:
        return _Said(en, zh[-_LAST:])
    words = latin_words(en)
    return _Said(zh, words[-1].text if words else en)


def _renders(site: Site, names: frozenset[ClueName] = _RENDERS) -> bool:
    """Return whether the two sides of a candidate mean or sound the same, by the clues with some names."""
    return any(value >= _LEAST and name in names for each in site.candidates for name, value, _ in each.clues)


def _with(located: Located, clue: Clue) -> Located:
    marked = [each._replace(clues=(*each.clues, clue)) for each in located.site.candidates]
    return Located(located.flat, Site(marked))
