"""Takes the reading before Chinese for no translation if a bracket behind it has one: *Qianjia Shi* 千家詩 (A
Thousand Family Poems).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from termbase.extract.model import Gloss, Layout, TermKind
from termbase.renderings.sound import reads_as
from termbase.text.offsets import Span

_NAMES = {TermKind.PERSON, TermKind.PLACE}
"""Kinds whose English is a reading: Li Bai 李白 (the poet)."""


def without_translated_readings(glosses: Sequence[Gloss]) -> list[Gloss]:
    """Return the glosses without the readings of Chinese that is translated; they are the `pinyin` of these."""
    readings = {gloss.zh_span: gloss for gloss in glosses if gloss.layout == Layout.BARE and _is_reading(gloss)}
    translated = {gloss.zh_span for gloss in glosses if _translates(gloss, readings)}
    found = []
    for gloss in glosses:
        if gloss.zh_span in translated:
            reading = readings[gloss.zh_span]
            if gloss is reading:
                continue
            gloss = replace(gloss, pinyin=gloss.pinyin or reading.en)
        found.append(gloss)
    return found


def _is_reading(gloss: Gloss) -> bool:
    return gloss.kind not in _NAMES and reads_as(gloss.en, gloss.zh)


def _translates(gloss: Gloss, readings: dict[Span, Gloss]) -> bool:
    is_behind = gloss.layout.startswith("zh") and gloss.zh_span in readings
    return is_behind and not reads_as(gloss.en, gloss.zh)
