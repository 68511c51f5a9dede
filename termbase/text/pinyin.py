"""Gives the Mandarin pronunciation of Chinese, and compares it with pinyin as people type it.

`syllables` is for comparing sounds, `readings` for an index of terms. `reading_key`, `tones_agree` and
`breaks_agree` are for typed pinyin: shuzi, shù zì, shu4zi4, Xi'an, zhanlve. Only this module uses the library
pypinyin, and imports it when the first reading is needed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from termbase.files.data_table import data_rows
from termbase.text.script import simplify

_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_MARKS = re.compile("[\u0300\u0301\u0304\u030c]")
_NO_LETTER = re.compile(r"[^a-z0-9]")
_TONE_DIGIT = re.compile(r"(?<=[a-z])[0-5](?![0-9])")
_NEUTRAL = re.compile(r"(?<=[a-z])[05](?![0-9])")
_ERHUA = re.compile(r"(?<=\w) ér\b")  # 花儿 huā ér is pronounced huār
_SEPARATOR = re.compile(r"[\s'’‘`´·-]+")


@lru_cache(maxsize=16384)
def syllables(text: str) -> tuple[str, ...]:
    """Return the pinyin of a text without tones, one item for each character; characters without a reading stay.

    The text is simplified first, since pypinyin knows few traditional words (銀行 gives yin xing, 银行 yin hang).
    """
    return tuple([syllable for word in _words_read(simplify(text)) for syllable in _sounds(word)])


@lru_cache(maxsize=1 << 14)
def reading(text: str) -> str:
    """Return the `syllables` of a text as one string."""
    return "".join(syllables(text))


def _words_read(plain: str) -> Iterable[str]:
    """Cut a text into the words by which pypinyin chooses readings."""
    tables = _tables()
    return tables.cut(plain) if tables.all_have_readings(plain) else tables.cut_mixed(plain)


@lru_cache(maxsize=1 << 16)
def _sounds(word: str) -> tuple[str, ...]:
    """Return the reading of each character of a word, looked up here: pypinyin takes ten times as long."""
    phrases, characters = _tables().phrases, _tables().characters
    if word in phrases:
        return tuple([_toneless(sounds[0]) for sounds in phrases[word]])
    sounds = [characters.get(ord(char)) for char in word]
    return tuple(
        [_toneless(sound.split(",")[0]) if sound else char for sound, char in zip(sounds, word, strict=True)]
    )


@lru_cache(maxsize=4096)
def _toneless(syllable: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFD", syllable)).replace("u\u0308", "v")


class _Tables(NamedTuple):
    """What is used of pypinyin: its readings of phrases and characters, with tone marks, and how it cuts text."""

    phrases: Mapping[str, Sequence[Sequence[str]]]
    characters: Mapping[int, str]
    all_have_readings: Callable[[str], object]
    cut: Callable[[str], Iterable[str]]
    """Cuts a text in which all characters have readings."""
    cut_mixed: Callable[[str], Iterable[str]]


@cache
def _tables() -> _Tables:
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT, RE_HANS
    from pypinyin.seg import mmseg, simpleseg

    return _Tables(PHRASES_DICT, PINYIN_DICT, RE_HANS.match, mmseg.seg.cut, simpleseg.seg)


@lru_cache(maxsize=1024)
def readings(simplified: str) -> tuple[str, ...]:
    """Return the readings of a term in simplified characters: pinyin with tone marks and spaces between syllables.

    The first is the likeliest, as the words of the term are read (银行 yín háng). Each of the others has another
    reading for one character (yín xíng).
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
    """Return the characters with several readings in use, each with its readings (行: xíng háng)."""
    return dict(data_rows("polyphones.tsv"))


def reading_key(pinyin: str) -> str:
    """Return only the letters of pinyin: `Zhàn lüè`, zhan4lve4 and zhanlue give one key; so do Xi'an and xian."""
    return _NO_LETTER.sub("", _TONE_DIGIT.sub("", _MARKS.sub("", _decomposed(pinyin))))


def initials(reading: str) -> str:
    """Return the first letter of each syllable (szjj for `shù zì jīng jì`); words in capitals and numbers stay."""
    return "".join(_initial(part, 1) for part in reading.split())


def long_initials(reading: str) -> str:
    """Return the initials with zh, ch and sh as two letters each: shzjj for `shù zì jīng jì`."""
    return "".join(
        _initial(part, 2 if reading_key(part).startswith(("zh", "ch", "sh")) else 1) for part in reading.split()
    )


def _initial(part: str, length: int) -> str:
    key = reading_key(part)
    return key if part.isascii() and (part.isdigit() or part.isupper()) else key[:length]


def tones_agree(typed: str, reading: str) -> bool | None:
    """Return whether typed pinyin has the tones of a reading, or None if it has no tones (marks or digits).

    A syllable typed without its tone agrees with every tone: taizhou1 with tài zhōu.
    """
    plain = _SEPARATOR.sub("", _decomposed(typed))
    if _MARKS.search(plain):
        return _with_optional(_MARKS, _SEPARATOR.sub("", _decomposed(reading))).fullmatch(plain) is not None
    if _TONE_DIGIT.search(plain):
        numbered = "".join(map(_numbered, reading.split()))
        return _with_optional(_TONE_DIGIT, numbered).fullmatch(_NEUTRAL.sub("", plain)) is not None
    return None


def _with_optional(tone: re.Pattern[str], toned: str) -> re.Pattern[str]:
    """Return a pattern of pinyin in which each tone may be missing."""
    return re.compile(tone.sub(lambda mark: mark[0] + "?", toned))


def breaks_agree(typed: str, reading: str) -> bool:
    """Return whether each space and apostrophe of typed pinyin is between syllables: xi'an cannot be 先 (xian)."""
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
    """Separate marks from their letters, and write ü and v as u, since keyboards have no ü."""
    apart = unicodedata.normalize("NFD", pinyin.casefold())
    return apart.replace("\u0308", "").replace("v", "u")
