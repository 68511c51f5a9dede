"""Adds clues to a candidate pair from outside of it: other candidates, other places in the document, termbases.

- `with_shared_contexts`: if a term occurs in different contexts, the text that they share is the term.
  `promote the Digital Silk Road (数字丝绸之路)` and `a Digital Silk Road (数字丝绸之路)` share `Digital Silk Road`.
- `with_rivals`: if there is a translation, a transcription beside it is only the pronunciation.
- `with_listed`: a pair that is in a termbase is certain.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress, islice, repeat
from typing import NamedTuple

from termbase.extract.clue_names import BEGINNING, NO_TRANSLATION, SET_APART, SOUND, ClueName, composed
from termbase.extract.model import Candidate, Clue, Layout, Site, new_candidate, noted
from termbase.language import is_chinese, is_english
from termbase.model import ConceptEntry, Termbase
from termbase.text.chinese_key import chinese_key
from termbase.text.english.folded_english import english_key
from termbase.text.script import simplify_term


class Located(NamedTuple):
    """A site and the flattened text of the block that contains it."""

    flat: str
    site: Site


class Key(NamedTuple):
    """The known side of a pair in comparable form; candidates with the same key are about the same term.

    If `is_chinese`, the Chinese side is the unknown one and `text` is English; otherwise `text` is Chinese.
    """

    is_chinese: bool
    text: str


def with_shared_contexts(sites: Sequence[Located]) -> Iterator[Site]:
    """Yield the sites in order, with an additional clue on each candidate that different contexts share."""
    named = [[_named(flat, candidate) for candidate in site.candidates] for flat, site in sites]
    counts = Counter(chain.from_iterable(named))
    for (_, site), pairs in zip(sites, named, strict=True):
        is_alone = all(counts[pair] == 1 for pair in pairs)  # as nearly always: then nothing is shared
        yield site if is_alone else Site(_with_shared(site.candidates, pairs, counts))


def _with_shared(
    candidates: Sequence[Candidate], named: Sequence[tuple[Key, str]], counts: Mapping[tuple[Key, str], int]
) -> list[Candidate]:
    """Return the candidates, with a clue on the longest one of each group that recurs more often than longer ones.

    A group has the same key and the same end.
    """
    groups: dict[tuple[Key, int], list[tuple[Candidate, int]]] = defaultdict(list)
    for candidate, pair in zip(candidates, named, strict=True):
        groups[pair[0], _span(candidate)[1]].append((candidate, counts[pair]))
    shared: dict[int, int] = {}
    for frequent in groups.values():
        frequent.sort(key=lambda item: _span(item[0]))
        least = frequent[0][1]  # a span as frequent as the longest one has the same contexts: no evidence
        found = ((each, count) for each, count in frequent if count > least and not _begins_badly(each))
        for each, count in islice(found, 1):
            shared[id(each)] = count
    return [_marked(candidate, shared.get(id(candidate), 0)) for candidate in candidates]


def _marked(candidate: Candidate, count: int) -> Candidate:
    return with_clues(candidate, (Clue("shared_by_contexts", 1.0, str(count)),)) if count else candidate


def with_clues(candidate: Candidate, added: Iterable[Clue]) -> Candidate:
    """Return a candidate with further clues; `_replace` takes three times as long."""
    zh, en, layout, clues, abbreviation, pinyin = candidate
    return new_candidate((zh, en, layout, (*clues, *added), abbreviation, pinyin))


def _begins_badly(candidate: Candidate) -> bool:
    return any(clue.name in BEGINNING for clue in candidate.clues)


def _is_chinese_sought(candidate: Candidate) -> bool:
    return candidate.layout is Layout.CHINESE_BRACKET


def _span(candidate: Candidate) -> tuple[int, int]:
    return candidate.zh if _is_chinese_sought(candidate) else candidate.en


def _named(flat: str, candidate: Candidate) -> tuple[Key, str]:
    """Return the key of a candidate, and the text of its other side."""
    zh, en = flat[slice(*candidate.zh)], flat[slice(*candidate.en)]
    if _is_chinese_sought(candidate):
        return Key(True, en.casefold()), zh.casefold()
    return Key(False, simplify_term(zh)), en.casefold()


def with_rivals(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates of a site, each with the clues that follow from the other candidates."""
    values = [{name: value for name, value, _ in clues} for _, _, _, clues, _, _ in candidates]
    spelled = list(map(_is_transcription, values))
    has_transcription = True in spelled
    site = _Rivals(
        has_transcription,
        has_transcription and _has_translation(candidates, values, list(compress(values, spelled))),
        any(map(_is_full_form, values)),
    )
    nothing = () if has_transcription else _nothing_rendered(candidates, values)
    added = map(_clues, candidates, values, spelled, repeat(site))
    return [
        with_clues(candidate, (*nothing, *own)) if own or nothing else candidate
        for candidate, own in zip(candidates, added, strict=True)
    ]


class _Rivals(NamedTuple):
    """What some candidate of a site is. A translation matters only beside a transcription."""

    has_transcription: bool
    has_translation: bool
    has_full_form: bool


Values = Mapping[ClueName, float]
"""The values of the clues of one candidate by name."""


def _is_full_form(values: Values) -> bool:
    """Return whether the English stands before the Chinese in its bracket, and is no abbreviation."""
    return "inside_before" in values and "abbreviation" not in values and "inside_abbreviation" not in values


def _nothing_rendered(candidates: Sequence[Candidate], values: Sequence[Values]) -> tuple[Clue, ...]:
    """Return a clue if no candidate renders anything: then that speaks less against each of them."""
    if any(each.get("rendered") for each in values):
        return ()
    if any("alone" in each for each in values):
        return (noted("nothing_rendered_alone"),)
    is_bare = any(each.layout is Layout.BARE for each in candidates)
    return (noted("nothing_rendered_bare" if is_bare else "nothing_rendered"),)


def _clues(candidate: Candidate, values: Values, is_transcription: bool, site: _Rivals) -> list[Clue]:
    clues = []
    if site.has_translation and is_transcription:
        clues.append(noted("transcription_beside_translation"))
    if site.has_full_form and "abbreviation" in values:
        clues.append(noted("abbreviation_beside_full"))
    if candidate.layout in _BESIDE:
        beside = "transcription" if site.has_transcription else "English"
        clues.append(noted(composed(f"{candidate.layout} beside {beside}")))
    return clues


def _has_translation(candidates: Sequence[Candidate], values: Sequence[Values], spelled: Sequence[Values]) -> bool:
    return any(map(_is_translation, candidates, values)) or _is_explained(spelled, values)


_BESIDE = (Layout.AFTER_BRACKET, Layout.INSIDE)


def _is_translation(candidate: Candidate, values: Values) -> bool:
    if not values.keys().isdisjoint(NO_TRANSLATION):
        return False
    if "enclosed" in values or "quotation_with_tail" in values:
        return candidate.layout is Layout.ENGLISH_BRACKET
    is_rendered = values.get("rendered", 0) == 1
    is_half_rendered = values.get("rendered", 0) >= 0.5 and values["covered"] >= 0.5
    is_beside = candidate.layout is Layout.INSIDE and (
        "inside_before" in values or "inside_marked" in values or is_rendered or is_half_rendered
    )
    is_rendering = "before_reading" in values and is_rendered and values["covered"] > 0.5
    return is_beside or is_rendering or not values.keys().isdisjoint(SET_APART)


def _is_explained(spelled: Sequence[Values], values: Sequence[Values]) -> bool:
    """Return whether a transcription that is no usual name has a translation before its bracket, or behind a dash.

    Examples: Wuwei (无为) - Effortless Action, Astragalus Root (Huang-qi 黄芪)
    """
    is_name = any(not _NAMES.isdisjoint(each) for each in spelled)
    return not is_name and any(_is_led_to(each) or each.items() >= _BEFORE_BRACKET for each in values)


def _is_led_to(values: Values) -> bool:
    """Return whether a dash leads to a translation of the Chinese; that of one character may be free."""
    is_rendering = values.get("rendered", 0) >= 0.5 <= values.get("covered", 0)
    return (
        (is_rendering or values.keys() >= _FREE)
        and not values.keys().isdisjoint(_LED_TO)
        and values.keys().isdisjoint(NO_TRANSLATION)
    )


_BEFORE_BRACKET = {"layout en (zh)": 1.0, "rendered": 1.0, "covered": 1.0}.items()
_FREE: frozenset[ClueName] = frozenset(("ends_entry", "one_character"))
_LED_TO: frozenset[ClueName] = frozenset(("after_dash", "ends_entry"))
_NAMES: frozenset[ClueName] = frozenset(
    ("dictionary_gloss", "name_of_person", "begins_with_surname", "ends_with_surname")
)
"""A transcription is the usual name of what it names."""


def _is_transcription(values: Values) -> bool:
    if values.get("covered") == 1 and values.get("rendered", 0) >= 0.5:  # Huashan Road, 华山路
        return False
    return not values.keys().isdisjoint(SOUND) and any(values.get(name, 0) > 0.5 for name in SOUND)


ListedPairs = frozenset[tuple[str, str]]
"""The pairs of one or more termbases as (Chinese match key, English match key)."""

NO_PAIRS: ListedPairs = frozenset()


def known_pairs(termbases: Iterable[Termbase]) -> ListedPairs:
    """Return the match keys of each Chinese and English term of the same concept, including proposed terms."""
    return frozenset(pair for termbase in termbases for entry in termbase.entries for pair in _pairs(entry))


def _pairs(entry: ConceptEntry) -> Iterable[tuple[str, str]]:
    chinese = [chinese_key(term.term) for tag, term in entry.terms() if is_chinese(tag)]
    english = [english_key(term.term) for tag, term in entry.terms() if is_english(tag)]
    return ((zh, en) for zh in chinese for en in english)


def with_listed(site: Site, text: str, known: ListedPairs) -> Site:
    """Return the site with a clue on each candidate that is in `known`; the spans are offsets in `text`."""
    if not known:
        return site
    return Site([_with_listing(candidate, text, known) for candidate in site.candidates])


def _with_listing(candidate: Candidate, text: str, known: ListedPairs) -> Candidate:
    zh, en = (text[span.start : span.end] for span in (candidate.zh, candidate.en))
    if (chinese_key(zh), english_key(en)) not in known:
        return candidate
    return candidate._replace(clues=(*candidate.clues, noted("in_termbase")))
