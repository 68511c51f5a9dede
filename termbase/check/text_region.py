"""The Chinese wording of a text's region: which terms are its own, and which words are another region's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from termbase.check.preferred import best_of, region_of
from termbase.language import Region, is_chinese, region_of_tag, subtags
from termbase.match.matcher import Hit
from termbase.model import TermSection
from termbase.text.script import Script, script_of, simplify
from termbase.text.wording import in_script_of, is_everyday_word, regions_of_words


@lru_cache(maxsize=64)
def own_regions(language: str) -> tuple[str, ...]:
    """Whose terms a text may use, its own first. Hong Kong has most of the mainland's wording: 網絡, 軟件.

    Empty for a language tag that does not name a Chinese region.
    """
    region = region_of_tag(language)
    if region is None:
        return ()
    borrowed = (Region.CN,) if region is Region.HK else ()
    return tuple(dict.fromkeys((subtags(language).region, region, *borrowed)))


def own_terms(terms: Iterable[tuple[str, TermSection]], language: str) -> tuple[str, ...]:
    """The best of some terms, with their tags, for the region of a text, in its characters."""
    chinese = [(region_of(tag, term), term) for tag, term in terms if is_chinese(tag) and not term.proposed]
    written = region_of_tag(language)
    for own in own_regions(language):
        best = best_of(term for region, term in chinese if region == own)
        if best and written:
            return tuple(in_script_of(term, written) for term in best)
    return ()


def foreign_region(written: str, language: str, terms: Iterable[str]) -> Region | None:
    """Whose the first word is that neither the text's region nor its `terms` for the concept have."""
    known = {simplify(term) for term in terms}
    script = script_of(written)
    if script is Script.BOTH:
        script = Script.SIMPLIFIED if subtags(language).script == "Hans" else Script.TRADITIONAL
    for word, regions in regions_of_words(written, script):
        if regions.isdisjoint(own_regions(language)) and not any(word in term for term in known):
            return next(region for region in Region if region in regions)
    return None


def without_other_words(hits: Iterable[Hit], text: str, language: str) -> Iterator[Hit]:
    """The hits but those in a wording that is not listed and may be another word in such a text.

    A concept has 互联网 for the mainland and 網路 for Taiwan: in a text of the mainland 网络, which is 網路 in its
    wording, is a network. Nor are 數字 and 数位 without a word beside them what 数字 and 數位 are in a term.
    """
    for hit in hits:
        if not (hit.designations[0].is_reworded and _is_other_word(hit, text[hit.start : hit.end], language)):
            yield hit


def _is_other_word(hit: Hit, written: str, language: str) -> bool:
    if any(map(is_everyday_word, (written, *(designation.term.term for designation in hit.designations)))):
        return True
    terms = own_terms(hit.concept.terms(), language)
    return bool(terms) and foreign_region(written, language, terms) is None
