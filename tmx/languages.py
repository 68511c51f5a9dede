"""Finds the variants of a unit in a language, and spells language tags for output.

Start from `pairs`, which yields the source and target variants of a unit and follows `srclang` (TMX 1.4b).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from termbase.errors import TermbaseError
from termbase.language import canonical, is_chinese, region_style
from tmx.model import ALL, Attributes, TranslationUnit, Variant
from tmx.report import RepairCode, Report

TagStyle = Callable[[str], str]


@lru_cache(maxsize=4096)
def tag_of(written: str) -> str:
    """Return the canonical form of a tag from a file; text that is not a tag is returned in lower case."""
    try:
        return canonical(written)
    except TermbaseError:
        return written.strip().lower()


@lru_cache(maxsize=4096)
def as_clients_match(written: str) -> str:
    """Return a tag as CAT tools match it: Chinese as `zh-CN`, `zh-TW` or `zh-HK`, other valid tags unchanged."""
    tag = tag_of(written)
    if written == ALL or not tag or (not is_chinese(tag) and tag.lower() == written.lower()):
        return written
    return region_style(tag)


@lru_cache(maxsize=4096)
def as_region(written: str) -> str:
    """Return a tag with its region instead of its script, in the spelling of BCP 47: `zh-CN`, `en-US`."""
    return written if written == ALL else region_style(tag_of(written))


@lru_cache(maxsize=4096)
def _as_script(written: str) -> str:
    """Return a tag with its script if it has one: `zh-Hans-CN`."""
    return written if written == ALL else tag_of(written)


STYLES: dict[str, TagStyle] = {"region": as_region, "script": _as_script, "keep": str}


def with_one_language(attributes: Attributes, report: Report, line: int) -> Attributes:
    """Return attributes with the name `xml:lang` for `lang` (TMX 1.1). Of both, `lang` is left out.

    It is reported if it names another language.
    """
    if (language := attributes.get("xml:lang")) is None:
        return {("xml:lang" if name == "lang" else name): value for name, value in attributes.items()}
    if tag_of(language) != tag_of(attributes["lang"]):
        message = f"lang={attributes['lang']} contradicts xml:lang={language}: left out"
        report.mend(line, RepairCode.SCRIPT, message)
    return {name: value for name, value in attributes.items() if name != "lang"}


@lru_cache(maxsize=4096)
def fits(written: str, wanted: str) -> bool:
    """Whether a tag of a file fits a wanted language (canonical tag).

    A wanted `en` fits any English; a wanted `en-US` fits `en-US` and `en`, but not `en-GB`. Chinese of one script
    or region never fits another.
    """
    tag = tag_of(written)
    return tag == wanted or tag.startswith(f"{wanted}-") or (not is_chinese(tag) and wanted.startswith(f"{tag}-"))


def variants_of(unit: TranslationUnit, language: str) -> list[Variant]:
    """Return the variants with exactly this language (canonical tag), or, if there is none, those that fit it."""
    found = [variant for variant in unit.variants if fits(variant.tag, language)]
    return [variant for variant in found if tag_of(variant.tag) == language] or found


def pairs(
    unit: TranslationUnit, srclang: str, source: str, target: str | None
) -> Iterator[tuple[Variant, Variant]]:
    """Yield all pairs of a source and a target variant of a unit.

    `srclang` is that of the header; a `srclang` of the unit takes precedence (TMX 1.4b, srclang). Yields nothing if
    it is another language than `source`. If `target` is None, every language but the source is a target.
    """
    own = unit.attributes.get("srclang", srclang)
    if own != ALL and not fits(own, source):
        return
    for first in variants_of(unit, source):
        targets = variants_of(unit, target) if target else unit.variants
        for second in targets:
            if second is not first and tag_of(second.tag) != tag_of(first.tag):
                yield first, second
