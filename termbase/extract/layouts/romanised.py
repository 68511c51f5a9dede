"""Recognises the reading of Chinese in a bracket behind it, which is no translation: 数位（shuwei）.

Start from `is_romanised`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from termbase.extract.beside_reading import translates_reading
from termbase.extract.context import is_english_host
from termbase.extract.japanese import is_japanese_reading
from termbase.extract.kind import is_personal_name
from termbase.extract.roles import has_tones
from termbase.renderings.cedict import is_common_word, is_gloss
from termbase.renderings.rendered_characters import rendered_bits
from termbase.renderings.sound import ends_that_read_as
from termbase.text.offsets import Span

_JYUTPING = re.compile(r"[a-z]{1,6}[1-6](?:[ -]?[a-z]{1,6}[1-6])*")
"""The reading of Cantonese, with a digit for the tone of each syllable: gau2."""

_LONGEST_READING = 12
"""Characters of the longest Chinese of which a bracket may hold the pinyin."""

_BEHIND_READING = re.compile(" - |[,:;] |/")
"""What stands between pinyin and a translation behind it."""


def behind_reading(flat: str, place: int, span: Span) -> Span:
    """Return the span without the pinyin before a translation: 山水 (shan shui - landscape)."""
    sign = _BEHIND_READING.search(flat, *span)
    is_lower = sign is not None and flat[span.start].islower()
    if sign is None or not (is_lower and _read_as(flat, place, flat[span.start : sign.start()])):
        return span
    return Span(sign.end(), span.end)


def is_romanised(flat: str, place: int, english: str) -> bool:
    """Return whether the string in the bracket is a reading of what precedes it, and no name: 数位（shuwei）.

    A reading that the dictionary has as a translation is one: 掼蛋（guandan）.
    """
    if _JYUTPING.fullmatch(english) or (
        is_japanese_reading(english) and not rendered_bits(english, flat[max(place - _LONGEST_READING, 0) : place])
    ):
        return True  # not 数字化 (digitization), whose syllables are Japanese too
    if "-" in english and english.islower() and has_tones(english):  # of Taiwanese: 銃空 (tshìng-khang)
        return True
    for chinese in _read_as(flat, place, english):
        if is_gloss(english, chinese):
            return False
        if english[:1].islower() or (len(chinese) > 1 and is_common_word(chinese)):
            return True
        # In Chinese text, a word for each character shows how to read it: 足三里 (Zu San Li).
        is_spelt_out = len(chinese) > 1 and len(english.split()) == len(chinese)
        if is_spelt_out and not (is_personal_name(chinese) or is_english_host(flat, place, place)):
            return True
    return False


def is_translated(flat: str, place: int, reading: str, english: str) -> bool:
    """Return whether a string reads the Chinese before a bracket and English translates it: 乐府 (Yuefu, Songs)."""
    return any(translates_reading(reading, chinese, english) for chinese in _read_as(flat, place, reading))


def _read_as(flat: str, place: int, english: str) -> Sequence[str]:
    """Return the ends of the Chinese before a bracket of which a string is the pinyin."""
    chinese = flat[max(place - _LONGEST_READING, 0) : place].rstrip('"”’」』*_ ')
    return ends_that_read_as(english, chinese)
