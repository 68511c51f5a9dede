"""Gives the Mandarin pronunciation of Chinese, and compares it with pinyin as people type it.

`syllables` is for comparing sounds, `readings` for an index of terms. `reading_key`, `tones_agree` and
`breaks_agree` are for typed pinyin: shuzi, shù zì, shu4zi4, Xi'an, zhanlve. Only this module uses the library
pypinyin, and imports it when the first reading is needed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from termbase.files.data_table import data_rows
from termbase.text.chinese.word_beginnings import NOTHING, beginnings
from termbase.text.script import simplify_term

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
    return tuple(_sounds(simplify_term(text)))


@lru_cache(maxsize=1 << 14)
def reading(text: str) -> str:
    """Return the `syllables` of a text as one string."""
    return "".join(_sounds(simplify_term(text)))


def readings_of_ends(text: str) -> list[str]:
    """Return the `reading` of each end of a text: first of the whole text, last of its last character."""
    plain = simplify_term(text)
    found = [""] * (len(plain) + 1)
    for place in range(len(plain) - 1, -1, -1):
        part = _part(plain, place)
        found[place] = "".join(part) + found[place + len(part)]
    return found[:-1]


def _sounds(plain: str) -> list[str]:
    """Return the reading of each character."""
    found: list[str] = []
    while (place := len(found)) < len(plain):
        found += _part(plain, place)
    return found


def _part(plain: str, place: int) -> Sequence[str]:
    """Return the readings of the longest phrase or else of the character that begins at a place of a text.

    pypinyin itself takes ten times as long.
    """
    characters, phrases, inner = _tables()
    sound, seconds, lengths = characters.get(char := plain[place]) or (char, *NOTHING)
    at = seconds.find(plain[place + 1]) if place + 1 < len(plain) else -1
    if at < 0:  # as mostly
        return (sound,)
    for end in range(min(place + lengths[at], len(plain)), place + 1, -1):
        if sounds := phrases.get(plain[place:end]):
            return sounds
    run = _run_end(plain, place, characters)  # as in pypinyin, no phrase begins in what begins one
    end = run if plain[place:run] in inner else place + 1
    return tuple([characters[each][0] for each in plain[place:end]])


def _run_end(plain: str, place: int, characters: Collection[str]) -> int:
    """Return the end of the run of characters with readings."""
    while place < len(plain) and plain[place] in characters:
        place += 1
    return place


_Tables = tuple[dict[str, tuple[str, str, bytes]], dict[str, tuple[str, ...]], frozenset[str]]
"""The reading of each character without its tone, with the phrases that it begins; the readings of phrases; and all
strings that begin phrases."""


@cache
def _tables() -> _Tables:
    from termbase.cache.kept import kept  # a lookup does without it

    package = find_spec("pypinyin")
    return kept(Path(str(package and package.origin)), ".pinyin", _compiled)


def _compiled() -> _Tables:
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    begun = beginnings(PHRASES_DICT, max(map(len, PHRASES_DICT)))
    characters = {
        chr(code): (_toneless(sounds.split(",")[0]), *begun.get(chr(code), NOTHING))
        for code, sounds in PINYIN_DICT.items()
    }
    phrases = {phrase: tuple(_toneless(each[0]) for each in sounds) for phrase, sounds in PHRASES_DICT.items()}
    inner = frozenset(phrase[:end] for phrase in phrases for end in range(2, len(phrase)))
    return characters, phrases, inner


@lru_cache(maxsize=4096)
def _toneless(syllable: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFD", syllable)).replace("u\u0308", "v")


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
