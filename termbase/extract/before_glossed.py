"""Leaves out what stands before Chinese for no translation if the bracket behind it has one.

Examples: the reading in *Qianjia Shi* 千家詩 (A Thousand Family Poems), and *poet* in the poet 杜甫 (Du Fu).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from termbase.extract.model import Gloss, Layout, TermKind
from termbase.renderings.rendered_characters import rendered_bits
from termbase.renderings.sound import reads_as
from termbase.text.english.initials import initials_of
from termbase.text.latin_words import is_abbreviation, latin_words
from termbase.text.offsets import Span

_NAMES = {TermKind.PERSON, TermKind.PLACE}
"""Kinds whose English is a reading: Li Bai 李白 (the poet)."""


def without_superseded(glosses: Sequence[Gloss]) -> list[Gloss]:
    """Return the glosses without what stands before Chinese that is glossed behind; readings are its `pinyin`.

    An abbreviation beside the full form of the same Chinese is the `abbreviation` of that. If the first of two
    alternatives is likelier than both as one, both are left out: *fire tower or beacon* beside *fire tower*.
    """
    before = {gloss.zh_span: gloss for gloss in glosses if gloss.layout == Layout.BARE}
    readings = {place: gloss for place, gloss in before.items() if reads_as(gloss.en, gloss.zh)}
    translated = {gloss.zh_span for gloss in glosses if _translates(gloss, readings)}
    named = {gloss.zh_span for gloss in glosses if gloss.zh_span in before and _names(gloss, before[gloss.zh_span])}
    short = {gloss.zh_span: gloss for gloss in glosses if is_abbreviation(gloss.en)}
    spelled = {
        gloss.zh_span for gloss in glosses if gloss.zh_span in short and _spells(gloss, short[gloss.zh_span])
    }
    chances = {(gloss.zh_span, gloss.en): gloss.confidence for gloss in glosses}
    found = []
    for gloss in glosses:
        place = gloss.zh_span
        first, joint, _ = gloss.en.partition(" or ")
        if joint and chances.get((place, first), 0.0) > gloss.confidence:
            continue
        if (place in named and gloss is before[place]) or (place in spelled and gloss is short[place]):
            continue
        if place in spelled and _spells(gloss, short[place]):
            gloss = replace(gloss, abbreviation=gloss.abbreviation or short[place].en)
        if place in translated:
            reading = readings[place]
            if gloss is reading:
                continue
            gloss = replace(gloss, pinyin=gloss.pinyin or reading.en)
        found.append(gloss)
    return found


def _spells(gloss: Gloss, short: Gloss) -> bool:
    return short.en.casefold() in initials_of([word.text for word in latin_words(gloss.en)])


def _translates(gloss: Gloss, readings: dict[Span, Gloss]) -> bool:
    """Return whether a gloss translates Chinese behind its reading; a name it renders: Gan Cao 甘草 (licorice)."""
    if not gloss.layout.startswith("zh") or gloss.zh_span not in readings or reads_as(gloss.en, gloss.zh):
        return False
    is_rendered = any(rendered_bits(word.text, gloss.zh) for word in latin_words(gloss.en))
    return is_rendered or readings[gloss.zh_span].kind not in _NAMES


def _names(gloss: Gloss, before: Gloss) -> bool:
    """Return whether a bracket has a name, and the words before only what it is: the city 成都 (Chengdu)."""
    if gloss.layout != Layout.CHINESE_BRACKET or not before.en.islower() or gloss.en.islower():
        return False
    is_rendered = any(rendered_bits(word.text, gloss.zh) for word in latin_words(before.en))
    return gloss.kind in _NAMES or (reads_as(gloss.en, gloss.zh) and not is_rendered)
