"""The rules of `tmx clean`. Each rule takes a unit and returns it changed or unchanged, or None to drop it.

Start from `RULES`. Only the rule `codes` touches inline codes: it drops those that mark nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from termbase.language import is_chinese, primary_language
from termbase.text.invisible import IDLE
from termbase.text.script import is_wrong_script
from tmx.content import codes, mapped, plain, stripped
from tmx.languages import tag_of
from tmx.model import Content, Element, TranslationUnit, Variant

_SPACES = re.compile(r"[ \t\r\n\u00a0\u2000-\u200a\u202f\u3000]+")
_INVISIBLE = re.compile(rf"[{IDLE}\x00-\x08\x0b\x0c\x0e-\x1f]+")
_RATIO = 4.0
_SHORT = 20
"""Texts of up to this many characters are too short to compare by length."""
_CHINESE_WEIGHT = 3.0
"""One Chinese character counts as about three Latin letters when lengths are compared."""

CleaningRule = Callable[[TranslationUnit], TranslationUnit | None]


class CleanedUnit(NamedTuple):
    """The result for one unit: the unit (None if it was dropped), and the names of the rules that changed it."""

    unit: TranslationUnit | None
    rules: tuple[str, ...]


def clean(units: Iterable[TranslationUnit], names: Iterable[str]) -> Iterator[tuple[TranslationUnit, CleanedUnit]]:
    """Yield each unit with its result; the named rules are applied in the order of `RULES`."""
    chosen = [(name, RULES[name]) for name in RULES if name in set(names)]
    for unit in units:
        yield unit, _applied(unit, chosen)


def _applied(unit: TranslationUnit, chosen: list[tuple[str, CleaningRule]]) -> CleanedUnit:
    effective: list[str] = []
    for name, rule in chosen:
        changed = rule(unit)
        if changed is not unit:
            effective.append(name)
        if changed is None:
            return CleanedUnit(None, tuple(effective))
        unit = changed
    return CleanedUnit(unit, tuple(effective))


def _with_segments(unit: TranslationUnit, change: Callable[[Content], Content]) -> TranslationUnit:
    variants = tuple(
        variant if (segment := change(variant.segment)) == variant.segment else variant._replace(segment=segment)
        for variant in unit.variants
    )
    return unit if variants == unit.variants else unit._replace(variants=variants)


def _unicode(unit: TranslationUnit) -> TranslationUnit:
    """Compose characters (Unicode NFC) and drop invisible ones."""
    return _with_segments(
        unit,
        lambda segment: mapped(segment, lambda text: unicodedata.normalize("NFC", _INVISIBLE.sub("", text))),
    )


def _spaces(unit: TranslationUnit) -> TranslationUnit:
    """Replace several spaces by one, and drop those at the ends."""
    return _with_segments(unit, _spaced)


def _spaced(segment: Content) -> Content:
    return stripped(mapped(segment, lambda text: _SPACES.sub(" ", text)))


def _codes(unit: TranslationUnit) -> TranslationUnit:
    """Drop codes without the other half of their pair, and pairs around nothing."""
    return _with_segments(unit, _without_dead_codes)


def _without_dead_codes(segment: Content) -> Content:
    counts: Counter[tuple[str, str]] = Counter()
    for code in codes(segment):
        counts[code.name, code.attributes.get("i", "")] += 1
    kept = tuple(part for part in segment if not _is_half(part, counts))
    while (at := _empty_pair(kept)) is not None:
        kept = kept[:at] + kept[at + 2 :]
    return kept


def _is_half(part: object, counts: Counter[tuple[str, str]]) -> bool:
    if not isinstance(part, Element) or part.name not in ("bpt", "ept"):
        return False
    i = part.attributes.get("i", "")
    return not (counts["bpt", i] and counts["ept", i])


def _empty_pair(segment: Content) -> int | None:
    for at, (first, second) in enumerate(pairwise(segment)):
        if not (isinstance(first, Element) and isinstance(second, Element)):
            continue
        if (first.name, second.name) == ("bpt", "ept") and first.attributes.get("i") == second.attributes.get("i"):
            return at
    return None


def _keeping(unit: TranslationUnit, is_good: Callable[[Variant], bool]) -> TranslationUnit | None:
    """The unit with its good variants; None if some were dropped and fewer than two are left."""
    good = tuple(variant for variant in unit.variants if is_good(variant))
    if len(good) == len(unit.variants):
        return unit
    return unit._replace(variants=good) if len(good) > 1 else None


def _empty(unit: TranslationUnit) -> TranslationUnit | None:
    """Drop variants without text, and units in a single language."""
    return _keeping(unit, lambda variant: bool(plain(variant.segment).strip())) if len(unit.variants) > 1 else None


def _script(unit: TranslationUnit) -> TranslationUnit | None:
    """Drop variants whose text is not in the Chinese script of their language, for example 軟體 under zh-CN."""
    return _keeping(unit, lambda variant: not is_wrong_script(plain(variant.segment), tag_of(variant.tag)))


def _equal(unit: TranslationUnit) -> TranslationUnit | None:
    """Drop units in different languages whose variants all have the same text."""
    texts = {" ".join(plain(variant.segment).split()).casefold() for variant in unit.variants}
    languages = {primary_language(tag_of(variant.tag)) for variant in unit.variants}
    return None if len(texts) == 1 and len(languages) > 1 else unit


def _length(unit: TranslationUnit) -> TranslationUnit | None:
    """Drop units in which one text is over four times as long as another; a Chinese character counts as three."""
    lengths = [_weight(variant) for variant in unit.variants]
    return None if max(lengths) > _SHORT and max(lengths) > _RATIO * min(lengths) else unit


def _weight(variant: Variant) -> float:
    return len(plain(variant.segment)) * (_CHINESE_WEIGHT if is_chinese(tag_of(variant.tag)) else 1)


RULES: dict[str, CleaningRule] = {
    "unicode": _unicode,
    "spaces": _spaces,
    "codes": _codes,
    "empty": _empty,
    "script": _script,
    "equal": _equal,
    "length": _length,
}
"""The rules by name, in the order in which they run."""

DUPLICATES = "duplicates"
"""The rule that needs the whole memory: it keeps one of the units with equal segments (`tmx.operations.merge`)."""
