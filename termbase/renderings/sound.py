"""Compares the sounds of Latin text and Chinese: exactly (pinyin), or by consonants (Wade-Giles, Hokkien, loans).

Consonants are compared by class, because romanizations write one sound differently: 蔡 is cai, Tsai or Choi; 羅 is
luo, Lo or Law.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from string import ascii_letters

from termbase.text.chinese.pinyin import reading, readings_of_ends, syllables
from termbase.text.latin_words import fold
from termbase.text.script import has_han

_SYLLABLE = re.compile("[aeiou]+", re.IGNORECASE)
"""The vowels of a syllable."""

_CLOSING = re.compile(r"(?:[bcdfjklpqstvxz]|(?<!n)g)h?(?![a-z])", re.IGNORECASE)
"""A consonant that ends a word and has a character of its own in a transcription: 代达罗斯 (Daedalus)."""

_NO_LETTER = re.compile("[^a-z]")
_LONGEST = 16
"""Number of consonants compared; of a longer name only the end counts."""

_SIBILANT = re.compile("sch|tch|dge|zh|ch|sh|ts|tz|cz|hs|sz|dj")
_OTHER_SOUNDS = {
    "ph": "f", "th": "t", "dh": "t", "gh": "k", "kh": "k", "ck": "k", "qu": "k", "ng": "n", "wh": "w", "hw": "w"
}  # fmt: skip
_OTHER_SOUND = re.compile("ph|th|dh|gh|kh|ck|qu|ng(?!h)|wh|hw")
"""Consonants that are written with several letters."""


class _Classes(dict[int, str | None]):
    """A table for `str.translate` that deletes what is not in it, and remembers it: vowels are frequent."""

    def __missing__(self, code: int) -> None:
        self[code] = None


_CLASSES = _Classes(
    (ord(letter), group[0]) for group in ("sjqzcx", "bp", "td", "kg", "fv", "lr", "h", "m", "n") for letter in group
)
"""The classes of single consonants; vowels, y and w, and other characters have none."""
_MAY_BE_SEVERAL = re.compile("[cghstz][chsz]|[dkptw]h|d[gj]|ck|qu|ng|hw")
_LOAN = [(re.compile(each), sounds) for each, sounds in ((r"c(?=[aourlt])", "k"), (r"er", "l"), (r"x", "ks"))]
"""Extra rules for foreign names, in which c is k (Cohen, 科恩); in pinyin it is ts (蔡 cai)."""
_MAY_BE_LOAN = re.compile("c[aourlt]|er|x")


_NO_PINYIN = re.compile(r"[bdfjklpqtwxy](?![aeiou])|[csz](?![aeiouh])|h(?![aeioumn])")
"""Letters in a combination that no reading of a Chinese character has: `nt` or `k` at the end."""
_LAST_OF_NO_PINYIN = frozenset("bcdfhjklpqstwxyzBCDFHJKLPQSTWXYZ")
"""Letters with which no reading of a Chinese character ends."""
_NEAR = 6
"""So many last letters show nearly always that a text is no pinyin of the Chinese."""
_MAY_HAVE_LETTERS = re.compile("[A-Za-z\u00c0-\u2e7f\ufb00-\ufb06]")
"""Characters of a Chinese string that are no Chinese characters: those with letters in their folded form."""


def reads_as(latin: str, chinese: str) -> bool:
    """Return whether the Latin text is the pinyin of the Chinese, with or without tones and spaces."""
    return may_be_reading(latin, chinese) and _letters(latin) == _letters_read(chinese) != ""


@lru_cache(maxsize=8192)
def _letters_read(chinese: str) -> str:
    return _letters(reading(chinese))


def may_be_reading(latin: str, chinese: str) -> bool:
    """Return False if it is certain that a Latin text is the pinyin of no part of the Chinese: faster to see."""
    return _NO_PINYIN.search(_letters(latin)) is None or _MAY_HAVE_LETTERS.search(chinese) is not None


def ends_that_read_as(latin: str, chinese: str) -> list[str]:
    """Return the ends of a Chinese string of which a Latin text is the pinyin, the longest first."""
    if not may_be_reading(latin, chinese) or not (letters := _letters(latin)):
        return []
    read = enumerate(readings_of_ends(chinese))
    return [chinese[start:] for start, each in read if len(each) >= len(letters) and _letters(each) == letters]


def may_end_as_reading(latin: str, end: int, chinese: str) -> bool:
    """Return False if it is certain that no words up to an offset are the pinyin of the Chinese: faster to see."""
    if not end:
        return False
    last = latin[end - 1]
    if not (last.isascii() and last.isalpha()):
        return not has_han(last)
    if last in _LAST_OF_NO_PINYIN and not _MAY_HAVE_LETTERS.search(chinese):
        return False
    near = latin[max(0, end - _NEAR) : end]
    run = near[len(near.rstrip(ascii_letters)) :]
    return _letters_read(chinese).endswith(run.lower().replace("v", "u"))


def reading_starts(latin: str, starts: Sequence[int], end: int, chinese: str) -> frozenset[int]:
    """Return those of the ascending offsets from which a text up to `end` is the pinyin of the Chinese."""
    if not starts or not may_end_as_reading(latin, end, chinese):
        return frozenset()
    letters, found = _letters_read(chinese), []
    for start in reversed(starts):
        part = _letters(latin[start:end])
        if not letters.endswith(part):
            break
        if part == letters != "":
            found.append(start)
    return frozenset(found)


@lru_cache(maxsize=8192)
def similarity(latin: str, chinese: str) -> float:
    """Return how similar they sound, from 0 to 1: 1 if all consonants have the same classes in the same order.

    0 stands for all values below 0.5.
    """
    if may_end_as_reading(latin, len(latin), chinese) and _letters(latin) == _letters_read(chinese) != "":
        return 1.0
    theirs = _consonants_read(chinese)
    least, most = len(theirs) / 2, len(theirs) * 2
    alike = max([_alike(ours, theirs) if least <= len(ours) <= most else 0.0 for ours in _consonants_spoken(latin)])
    if alike and len(chinese) > 1 and _is_of_last(latin, chinese):
        return 0.0
    return alike


def count_of_syllables(latin: str) -> int:
    """Return the number of syllables of Latin words as they are written: a final e counts as one."""
    return len(_SYLLABLE.findall(latin))


def _is_of_last(latin: str, chinese: str) -> bool:
    """Return whether Latin words sound like as many last characters alone: Yang, 陰陽; Tsuen, 廈村."""
    if reads_as(latin, chinese[-1]):
        return True
    count = count_of_syllables(latin)
    rest = chinese[:-count] if count else ""
    if len(chinese) <= count + len(_CLOSING.findall(latin)) or not (rest and _consonants_read(rest)):
        return False
    return consonants(latin) == _consonants_read(chinese[-count:])


@lru_cache(maxsize=8192)
def _consonants_spoken(latin: str) -> Sequence[str]:
    """Return the `consonants` of a Latin text, and those that it has if it is foreign, where they may differ."""
    folded = fold(latin)
    if folded.isalpha():  # one word, as often
        return tuple([each[-_LONGEST:] for each in dict.fromkeys(_spoken(folded))])
    spoken = [_spoken(word) for word in folded.split()]
    ours, foreign = _joined([own for own, _ in spoken]), _joined([loan for _, loan in spoken])
    return (ours,) if ours == foreign else (ours, foreign)


@lru_cache(maxsize=8192)
def _consonants_read(chinese: str) -> str:
    return _joined(map(_skeleton, fold(reading(chinese)).split()))


def consonants(latin: str) -> str:
    """Return the classes of the consonants of a Latin text: `sbh` for "Tsai Pei-huo"."""
    return _joined([own for own, _ in map(_spoken, fold(latin).split())])


def _joined(skeletons: Iterable[str]) -> str:
    """Return skeletons as one, without doubles at their borders."""
    whole = ""
    for skeleton in skeletons:
        whole += skeleton[1:] if skeleton[:1] == whole[-1:] else skeleton
    return whole[-_LONGEST:]


def _skeleton(word: str) -> str:
    """Return the classes of the consonants of a word in lower case; of equal ones in a row only one is kept."""
    if _MAY_BE_SEVERAL.search(word):
        word = _OTHER_SOUND.sub(lambda letters: _OTHER_SOUNDS[letters[0]], _SIBILANT.sub("s", word))
    classes = ""
    for each in word.translate(_CLASSES):
        if each != classes[-1:]:
            classes += each
    return classes


@lru_cache(maxsize=1 << 16)
def _spoken(word: str) -> tuple[str, str]:
    """Return the skeleton of a word in lower case, and the one that it has if it is foreign."""
    own = _skeleton(word)
    return own, _loan_skeleton(word) if _MAY_BE_LOAN.search(word) else own


def _loan_skeleton(word: str) -> str:
    for pattern, sounds in _LOAN:
        word = pattern.sub(sounds, word)
    return _skeleton(word)


_NAME_BEGINNINGS = [
    (re.compile(each), frozenset(initials.split()))
    for each, initials in (
        ("sch|ch", "zh ch sh j q x k h"),
        ("th|dh", "t d s x z"),
        ("ph", "f"),
        ("kn", "n k"),
        ("wr", "l w"),
        ("wh", "w h"),
        ("n", "n"),
        ("ts|tz|cz|z|s|x", "z c s zh ch sh j q x"),
        ("c", "k s x q sh ch"),
        ("g", "g k j q zh"),
        ("j", "zh ch j q x y h r"),
        ("[kq]", "k q j"),
        ("h", "h x w y"),
        ("[vw]", "w f h"),
        ("f", "f"),
        ("[lr]", "l r"),
        ("[bp]", "b p"),
        ("[dt]", "d t"),
        ("m", "m"),
        ("y", "y"),
        ("[aeiou]", "a e o y w h"),
    )
]
"""The pinyin initials (or vowels) with which transcriptions begin, by the first letters of a name."""

_INITIAL = re.compile("[zcs]h|.")


@lru_cache(maxsize=8192)
def may_begin_alike(name: str, chinese: str) -> bool:
    """Return whether the Chinese may be the beginning of a transcription of a foreign name.

    考特尼 may be that of Courtney and 以撒 that of Isaac; 特尼 and 撒 may not.
    """
    initial = _INITIAL.match("".join(syllables(chinese)[:1]))
    letters = fold(name)
    allowed = next((initials for pattern, initials in _NAME_BEGINNINGS if pattern.match(letters)), None)
    return allowed is None or initial is None or initial[0] in allowed


def _alike(ours: str, theirs: str) -> float:
    if not ours:
        return 0.0
    longer = max(len(ours), len(theirs))
    alike = 1 - _distance()(ours, theirs, score_cutoff=longer // 2) / longer
    return alike if alike >= 0.5 else 0.0


@cache
def _distance() -> Callable[..., int]:
    """Import the function when it is first needed: that takes time."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance


@lru_cache(maxsize=16384)
def _letters(text: str) -> str:
    letters = fold(text).replace(" ", "").replace("ü", "v").replace("v", "u")
    return letters if letters.isascii() and letters.isalpha() else _NO_LETTER.sub("", letters)
