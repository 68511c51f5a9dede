"""Proposes text for another Chinese region by conversion of the Chinese text that a memory has.

The original variant is kept. The proposed one is added beside it, marked by a `prop` of the type `x-converted`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from termbase.errors import TermbaseError
from termbase.language import HONG_KONG, SIMPLIFIED, TAIWAN, canonical, region_style
from termbase.text.script import convert
from tmx.content import mapped
from tmx.languages import tag_of, variants_of
from tmx.model import TranslationUnit, Variant, prop

_CONFIGURATIONS = {
    (SIMPLIFIED, TAIWAN): "s2twp",
    (SIMPLIFIED, HONG_KONG): "s2hk",
    (TAIWAN, SIMPLIFIED): "tw2sp",
    (HONG_KONG, SIMPLIFIED): "hk2s",
    (TAIWAN, HONG_KONG): "t2hk",
    (HONG_KONG, TAIWAN): "t2tw",
}
CONVERTED = "x-converted"
"""The type of the `prop` that marks a proposed variant; its value is the tag of the variant that was converted."""


def propose(units: Iterable[TranslationUnit], language: str) -> Iterator[TranslationUnit]:
    """Yield each unit, with a converted variant in `language` if it has only text of other Chinese regions.

    Raises TermbaseError if there is no conversion to `language`.
    """
    target = canonical(language)
    origins = [origin for origin, other in _CONFIGURATIONS if other == target]
    if not origins:
        raise TermbaseError(f"there is no conversion to {language}", hint="give zh-CN, zh-TW or zh-HK")
    for unit in units:
        if any(tag_of(variant.tag) == target for variant in unit.variants):
            yield unit
            continue
        found = next((variant for origin in origins for variant in variants_of(unit, origin)), None)
        yield unit._replace(variants=(*unit.variants, _converted(found, target))) if found else unit


def _converted(variant: Variant, target: str) -> Variant:
    configuration = _CONFIGURATIONS[tag_of(variant.tag), target]
    segment = mapped(variant.segment, lambda text: convert(text, configuration))
    return Variant({"xml:lang": region_style(target)}, segment, (prop(CONVERTED, variant.tag),))
