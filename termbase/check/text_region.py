"""Decides which Chinese terms belong to the region of a text, and which words to another region."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from termbase.check.preferred import best_of, region_of, wanted_terms
from termbase.document.running_text import RunningText
from termbase.language import Region, canonical, is_chinese, leaves_region_open, region_of_tag, subtags
from termbase.match.contextual import stands_for
from termbase.match.matcher import Designation, Hit
from termbase.model import ConceptEntry, TermSection
from termbase.text.offsets import Span
from termbase.text.regions.wording import in_script_of, is_everyday_word, regions_of_words
from termbase.text.script import Script, is_wrong_script, script_of, simplify


@lru_cache(maxsize=64)
def own_regions(language: str) -> tuple[str, ...]:
    """Return the codes of the regions whose terms a text in `language` may use, its own region first.

    A text of Hong Kong may use mainland terms, because most of its wording is the same: 網絡, 軟件. Empty if the
    tag does not name a Chinese region.
    """
    region = region_of_tag(language)
    if region is None:
        return ()
    borrowed = (Region.CN,) if region is Region.HK else ()
    return tuple(dict.fromkeys((subtags(language).region, region, *borrowed)))


def own_terms(terms: Iterable[tuple[str, TermSection]], language: str) -> tuple[str, ...]:
    """Return the best of some terms, given with their language tags, for the region of a text in `language`.

    They are converted to the characters of that region. Empty if its regions have no attested term.
    """
    chinese = [(region_of(tag, term), term) for tag, term in terms if is_chinese(tag) and not term.proposed]
    written = region_of_tag(language)
    for own in own_regions(language):
        best = best_of(term for region, term in chinese if region == own)
        if best and written:
            return tuple(in_script_of(term, written) for term in best)
    return ()


def has_own_term(terms: Iterable[tuple[str, TermSection]], language: str) -> bool:
    """Whether one of some terms is attested for the very region of a text in `language`.

    A concept without such a term does not tell how the region writes it: a glossary of the mainland and Taiwan does
    not tell which words are right in Hong Kong.
    """
    own = {subtags(language).region, region_of_tag(language)}
    return any(is_chinese(tag) and not term.proposed and region_of(tag, term) in own for tag, term in terms)


@lru_cache(maxsize=4096)
def written_there(word: str, language: str) -> str:
    """Return a word as the converter writes it for the region of `language`; unchanged if that has none."""
    from termbase.normalize.text import normalize

    region = region_of_tag(language)
    return normalize(word, region).text if region else word


def wanted_there(concept: ConceptEntry, language: str) -> tuple[str, ...]:
    """Return the terms to use for a concept in a text in `language`, in the characters and wording of its region.

    A text in Traditional characters that shows no region (`zh-Hant`) gets no words of a region, but its characters.
    """
    terms = wanted_terms(concept, language)
    if not is_chinese(language) or has_own_term(concept.terms(), language):
        return terms
    is_open = leaves_region_open(language)
    region = canonical(language) if is_open else language
    written = (
        written_there(term, region) if not is_open or is_wrong_script(term, region) else term for term in terms
    )
    return tuple(dict.fromkeys(written))


def foreign_region(written: str, language: str, terms: Iterable[str]) -> Region | None:
    """Return the region of the first word in `written` that is another region's wording; None if there is none.

    Words that occur in `terms`, the terms of the text's own region for the concept, are not counted.
    """
    known = {simplify(term) for term in terms}
    script = script_of(written)
    if script is Script.BOTH:
        script = Script.SIMPLIFIED if subtags(language).script == "Hans" else Script.TRADITIONAL
    for word, regions in regions_of_words(written, script):
        if regions.isdisjoint(own_regions(language)) and not any(word in term for term in known):
            return next(region for region in Region if region in regions)
    return None


def without_other_words(hits: Iterable[Hit], running: RunningText, language: str) -> Iterator[Hit]:
    """Yield the hits, without those that probably are other words in a document of this language.

    These are hits in a wording that the termbase does not list but that was converted from another region's term.
    Example: a concept has 互联网 for the mainland and 網路 for Taiwan. The mainland wording of 網路 is 网络, but in
    a mainland text 网络 means "network". Likewise 數字 alone means "number", not "digital" as in a term, unless
    its sentence decides.
    """
    for hit in hits:
        if not (hit.designations[0].is_reworded and _is_other_word(hit, running, language)):
            yield hit


def _is_other_word(hit: Hit, running: RunningText, language: str) -> bool:
    written = running.seen(hit)
    if any(map(is_everyday_word, (written, *(one.term.term for one in hit.designations)))):
        place, here = running.place(hit), region_of_tag(language)
        if not any(one.regions or _stands_for(one, running.text, place, here) for one in hit.designations):
            return True
    terms = list(hit.concept.terms())
    return has_own_term(terms, language) and foreign_region(written, language, own_terms(terms, language)) is None


def _stands_for(designation: Designation, text: str, place: Span, region: Region | None) -> bool:
    home = region_of_tag(designation.language)
    if home is None or region is None or home is region:
        return False
    return stands_for(text, place, designation.term.term, home, (region,))
