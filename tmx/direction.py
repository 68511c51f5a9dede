"""One direction of a memory: which languages it has, and its units as pairs of them. Start from `Direction.of`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from termbase.errors import TermbaseError
from termbase.language import canonical, region_style
from termbase.text.script import is_wrong_script
from tmx.content import plain
from tmx.languages import pairs, tag_of, variants_of
from tmx.model import ALL, Header, TranslationUnit, Variant
from tmx.reader import Memory


class Direction(NamedTuple):
    """Source and target language (canonical tags), and the `srclang` of the header they are asked of."""

    source: str
    target: str
    srclang: str

    @classmethod
    def of(cls, memory: Memory, source: str | None, target: str | None) -> Direction:
        """The direction that is named, the rest told by the header and the first unit.

        Raises TermbaseError where they do not tell, and for what is not a language tag.
        """
        srclang = memory.header.source_language
        first = next(memory.units(), None)
        tags = [tag_of(variant.tag) for variant in first.variants] if first else []
        own = first.attributes.get("srclang", srclang) if first else srclang
        chosen = canonical(source) if source else tag_of(tags[0] if own == ALL and tags else own)
        if target:
            return cls(chosen, canonical(target), srclang)
        others = list(dict.fromkeys(tag for tag in tags if tag != chosen))
        if len(others) != 1:
            hint = f"one of {', '.join(map(region_style, others))}" if others else "for example zh-CN"
            raise TermbaseError(
                "does not tell the target language", file=memory.file, hint=f"give --target, {hint}"
            )
        return cls(chosen, others[0], srclang)

    def header(self, header: Header) -> Header:
        """A header whose source language is that of the direction."""
        return header._replace(attributes={**header.attributes, "srclang": region_style(self.source)})

    def select(self, units: Iterable[TranslationUnit], skipped: Counter[str]) -> Iterator[TranslationUnit]:
        """The units that have the direction, with its variants only, the source first.

        Text of the wrong script is left out. `skipped` counts why a unit is.
        """
        for unit in units:
            found = list(pairs(unit, self.srclang, self.source, self.target))
            if not found:
                skipped["another language"] += 1
                continue
            kept = [(first, second) for first, second in found if not self._is_wrong(first, second)]
            if not kept:
                skipped["another script than its language"] += 1
                continue
            variants = {id(variant): variant for column in zip(*kept, strict=True) for variant in column}
            attributes = {name: value for name, value in unit.attributes.items() if name != "srclang"}
            yield unit._replace(attributes=attributes, variants=tuple(variants.values()))

    def texts(self, unit: TranslationUnit) -> Iterator[tuple[Variant, Variant]]:
        """The pairs of a unit that `select` gave."""
        for first in variants_of(unit, self.source):
            for second in variants_of(unit, self.target):
                if second is not first:
                    yield first, second

    def _is_wrong(self, first: Variant, second: Variant) -> bool:
        return is_wrong_script(plain(first.segment), self.source) or is_wrong_script(
            plain(second.segment), self.target
        )
