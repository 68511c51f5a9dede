"""A memory for another Chinese region, proposed from one that is there: converted, and marked as converted.

The text that people wrote stays; the proposed variant stands beside it with a `prop` of the type `x-converted`.
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
"""The type of the `prop` of a variant that nobody wrote; its value is the tag that it was made from."""


def propose(units: Iterable[TranslationUnit], language: str) -> Iterator[TranslationUnit]:
    """Each unit with a converted variant in a Chinese language, where it has none and has another Chinese one.

    Raises TermbaseError for a language that nothing is converted to.
    """
    target = canonical(language)
    origins = [origin for origin, other in _CONFIGURATIONS if other == target]
    if not origins:
        raise TermbaseError(f"nothing is converted to {language}", hint="zh-CN, zh-TW or zh-HK")
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
