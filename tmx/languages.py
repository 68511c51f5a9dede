"""Which variant a language means, and how its tag is written.

Start from `pairs`: the renderings of a direction, `tu@srclang` and `*all*` honoured.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from termbase.errors import TermbaseError
from termbase.language import canonical, is_chinese, region_style
from tmx.model import ALL, TranslationUnit, Variant

TagStyle = Callable[[str], str]


@lru_cache(maxsize=4096)
def tag_of(written: str) -> str:
    """The canonical form of a tag as a file has it; what is no tag stays as it is, in lower case."""
    try:
        return canonical(written)
    except TermbaseError:
        return written.strip().lower()


@lru_cache(maxsize=4096)
def as_clients_match(written: str) -> str:
    """A tag as CAT tools match it: Chinese as `zh-CN`, `zh-TW`, `zh-HK`; others as spelt, where that is a tag."""
    tag = tag_of(written)
    if written == ALL or not tag or (not is_chinese(tag) and tag.lower() == written.lower()):
        return written
    return region_style(tag)


@lru_cache(maxsize=4096)
def as_region(written: str) -> str:
    """A tag with its region, in the one spelling of BCP 47: `zh-CN`, `en-US`."""
    return written if written == ALL else region_style(tag_of(written))


@lru_cache(maxsize=4096)
def as_script(written: str) -> str:
    """A tag with its script where it has one: `zh-Hans-CN`."""
    return written if written == ALL else tag_of(written)


STYLES: dict[str, TagStyle] = {"region": as_region, "script": as_script, "keep": str}


@lru_cache(maxsize=4096)
def fits(written: str, wanted: str) -> bool:
    """Whether a tag of a file is the language wanted (canonical): `en` is any English, `en-US` no British one.

    A file's tag without region fits a wanted region; Chinese of one script or region is never another.
    """
    tag = tag_of(written)
    return tag == wanted or tag.startswith(f"{wanted}-") or (not is_chinese(tag) and wanted.startswith(f"{tag}-"))


def variants_of(unit: TranslationUnit, language: str) -> list[Variant]:
    """The variants of a unit in a language (canonical tag): those of exactly its tag, else those that fit."""
    found = [variant for variant in unit.variants if fits(variant.tag, language)]
    return [variant for variant in found if tag_of(variant.tag) == language] or found


def pairs(
    unit: TranslationUnit, srclang: str, source: str, target: str | None
) -> Iterator[tuple[Variant, Variant]]:
    """The pairs of a direction. `srclang` is the header's; the unit's own goes before it (TMX 1.4b, srclang).

    None where the unit's source is another language. All variants of a language take part. Without `target`, every
    other language is one.
    """
    own = unit.attributes.get("srclang", srclang)
    if own != ALL and not fits(own, source):
        return
    for first in variants_of(unit, source):
        targets = variants_of(unit, target) if target else unit.variants
        for second in targets:
            if second is not first and tag_of(second.tag) != tag_of(first.tag):
                yield first, second
