"""Bilingual files as segment pairs for the checks: plain text, the native codes of other formats left out.

TMX is read here as it stands; a damaged one is refused, since findings in it would have no sure place.
Other formats come through `tmx.formats`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from termbase.check.bitext import Bitext, SegmentPair
from termbase.errors import TermbaseError, os_error
from termbase.language import canonical
from tmx.formats import read_units
from tmx.segment import plain

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SUFFIXES = frozenset({".tmx", ".po", ".xlf", ".xliff"})
"""The formats that a folder is looked through for."""
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""Elements whose content is markup of the original document (TMX 1.4b, inline elements)."""


def read_bitexts(file: str, source: str | None = None, target: str | None = None) -> list[Bitext]:
    """The segment pairs of a bilingual file, a bitext for each direction.

    `source` and `target` (canonical tags) choose a direction; else the source is `srclang`, where that is `*all*`
    the first variant. Raises TermbaseError for what cannot be read.
    """
    if Path(file).suffix.lower() != ".tmx":
        return [_other(file, source, target)]
    pairs: dict[tuple[str, str], list[SegmentPair]] = defaultdict(list)
    root = _parse(file)
    header = root.find("{*}header")
    default = header.get("srclang", "*all*") if header is not None else "*all*"
    for number, unit in enumerate(root.iterfind(".//{*}tu")):
        variants = list(_variants(unit, file))
        wanted = source or _source_language(unit.get("srclang", default))
        origin = next((variant for variant in variants if _is_of(variant[0], wanted)), None)
        for variant in variants if origin else ():
            if origin and variant is not origin and _is_of(variant[0], target):
                pair = SegmentPair(unit.get("tuid") or str(number), origin[1], variant[1], origin[2], variant[2])
                pairs[origin[0], variant[0]].append(pair)
    return [Bitext(file, *languages, tuple(found)) for languages, found in pairs.items()]


def _other(file: str, source: str | None, target: str | None) -> Bitext:
    bilingual = read_units(file, source, target, Counter())
    pairs = (
        SegmentPair(unit.id or str(number), plain(unit.variants[0].segment), plain(unit.variants[1].segment))
        for number, unit in enumerate(bilingual.units)
    )
    return Bitext(file, bilingual.source, bilingual.target, tuple(pairs))


def _parse(file: str) -> Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.parse(file, parser).getroot()
    except OSError as error:
        raise os_error(error, file, "read") from error
    except etree.XMLSyntaxError as error:
        hint = "`termbase tmx convert` mends what it can"
        raise TermbaseError(f"is no XML: {error.msg}", file=file, line=error.lineno, hint=hint) from None
    if etree.QName(root).localname != "tmx":
        raise TermbaseError("is no TMX", file=file, line=root.sourceline, hint="its root element is not tmx")
    return root


def _is_of(tag: str, wanted: str | None) -> bool:
    """Whether a language is the one wanted: en-US is English, and all will do where none is named."""
    return wanted is None or tag == wanted or tag.startswith(f"{wanted}-")


def _source_language(tag: str) -> str | None:
    return None if tag == "*all*" else canonical(tag)


def _variants(unit: Element, file: str) -> Iterator[tuple[str, str, int]]:
    """Language, text and line of each variant."""
    for variant in unit.iterfind("{*}tuv"):
        tag, segment = variant.get(_LANGUAGE) or variant.get("lang"), variant.find("{*}seg")
        if tag is None:
            raise TermbaseError(
                "a tuv has no language", file=file, line=variant.sourceline, hint="give it xml:lang"
            )
        if segment is not None:
            yield canonical(tag), "".join(_text(segment)), segment.sourceline or 1


def _text(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] not in _CODES:
            yield from _text(child)
        yield child.tail or ""
