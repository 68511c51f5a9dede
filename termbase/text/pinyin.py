"""How Chinese is pronounced in Mandarin, and the ways to type it. pypinyin's one door, imported at a first reading.

`syllables` is for comparing sounds, `readings` for an index of terms; `reading_key` and `tones_agree` are for what
people type: shuzi, shù zì, shu4zi4, Xi'an, zhanlve.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from termbase.files.data_table import data_rows
from termbase.text.script import simplify

_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_MARKS = re.compile("[\u0300\u0301\u0304\u030c]")
_NO_LETTER = re.compile(r"[^a-z0-9]")
_TONE_DIGIT = re.compile(r"(?<=[a-z])[0-5](?![0-9])")
_NEUTRAL = re.compile(r"(?<=[a-z])[05](?![0-9])")
_ERHUA = re.compile(r"(?<=\w) ér\b")  # 花儿 huā ér is said huār
_SEPARATOR = re.compile(r"[\s'’‘`´·-]+")


@lru_cache(maxsize=16384)
def syllables(text: str) -> tuple[str, ...]:
    """The toneless pinyin of a text, one item for each character; other characters stand as they are.

    Read from the simplified form: pypinyin knows few traditional words (銀行 gives yin xing, 银行 yin hang).
    """
    from pypinyin import lazy_pinyin

    items = lazy_pinyin(simplify(text), errors="\0".join)
    return tuple(syllable for item in items for syllable in item.split("\0"))


@lru_cache(maxsize=1024)
def readings(simplified: str) -> tuple[str, ...]:
    """The readings of a term in simplified characters, the likeliest first: pinyin with tone marks, spaces between.

    The first is that of the term's words (银行 yín háng); the others have one polyphone changed (yín xíng).
    """
    return tuple(_readings(simplified))


def _readings(simplified: str) -> Iterator[str]:
    from pypinyin import Style, lazy_pinyin

    items: list[tuple[str, str]] = []
    for run in re.findall(r"[^\W\u2e80-\U0003ffff]+|[\u2e80-\U0003ffff]+", simplified):
        sounds = lazy_pinyin(run, style=Style.TONE, errors="ignore")
        items += zip(run, sounds, strict=True) if len(sounds) == len(run) else [("", s) for s in sounds or [run]]
    sounds = [sound for _, sound in items]
    yield " ".join(sounds)
    if "儿" in simplified[1:] and (merged := _ERHUA.sub("r", " ".join(sounds))) != " ".join(sounds):
        yield merged
    for place, (char, sound) in enumerate(items):
        for other in _polyphones().get(char, "").split():
            if other != sound:
                yield " ".join([*sounds[:place], other, *sounds[place + 1 :]])


@cache
def _polyphones() -> dict[str, str]:
    """Characters whose reading words decide, with the readings in use."""
    return dict(data_rows("polyphones.tsv"))


def reading_key(pinyin: str) -> str:
    """Pinyin as it is compared: letters alone. `Zhàn lüè`, zhan4lve4 and zhanlue are one; so are Xi'an and xian."""
    return _NO_LETTER.sub("", _TONE_DIGIT.sub("", _MARKS.sub("", _decomposed(pinyin))))


def initials(reading: str) -> str:
    """The first letter of each syllable: `shù zì jīng jì` gives szjj; words of other alphabets stay whole."""
    return "".join(
        key if part.isascii() and (part.isdigit() or part.isupper()) else key[:1]
        for part in reading.split()
        if (key := reading_key(part))
    )


def tones_agree(typed: str, reading: str) -> bool | None:
    """Whether pinyin as typed, with marks or digits, has the tones of a reading. None where it has no tones."""
    plain = _SEPARATOR.sub("", _decomposed(typed))
    if _MARKS.search(plain):
        return plain == _SEPARATOR.sub("", _decomposed(reading))
    if _TONE_DIGIT.search(plain):
        return _NEUTRAL.sub("", plain) == "".join(map(_numbered, reading.split()))
    return None


def breaks_agree(typed: str, reading: str) -> bool:
    """Whether every space and apostrophe of the pinyin as typed stands between syllables: xi'an is no 先 (xian)."""
    return _breaks(_SEPARATOR.split(typed)) <= _breaks(reading.split())


def _breaks(parts: list[str]) -> set[int]:
    places, place = set(), 0
    for part in parts:
        place += len(reading_key(part))
        places.add(place)
    return places


def _numbered(syllable: str) -> str:
    marked = _decomposed(syllable)
    return _MARKS.sub("", marked) + "".join(_TONES[mark] for mark in _MARKS.findall(marked))


def _decomposed(pinyin: str) -> str:
    """Marks apart from their letters; ü, v and u as one letter, since keyboards have no ü."""
    apart = unicodedata.normalize("NFD", pinyin.casefold())
    return apart.replace("\u0308", "").replace("v", "u")
