"""Tells whether a target says a term in another way than by its listed translation.

Of a term that was only mined, another word is mostly as right as the mined one: 濾波器 for *filter*, mined as
過濾器. So is the word before it alone, if it says as much: 缩略图, *thumbnail image*. Start from `has_another_word`
and `is_said_by_modifier`.
"""

from __future__ import annotations

import re

from termbase.bitext import SegmentPair
from termbase.check.bilingual.other_uses import BEFORE_VERB
from termbase.check.bilingual.rendered_words import bits
from termbase.text.english.english_stems import stem
from termbase.text.script import HAN, has_han
from termbase.text.small_words import SMALL_WORDS
from termbase.text.word_classes import WordClass, is_function_word, pattern_of

_WORD = re.compile("[A-Za-z]+")
_WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z-]+[A-Za-z])[ -]\Z")
_WORD_AFTER = re.compile(r"[ -]([A-Za-z]+)")
_RUN = re.compile("1+")


def has_another_word(pair: SegmentPair, written: str) -> bool:
    """Return whether a target renders a term of its source, written so, by words that render nothing else of it.

    All words of the term must be rendered. 資料 may be for *database* in *database processing*, 資料處理, but not
    where the source has *data* too.
    """
    if has_han(written):
        return _is_covered(written, pair.target)
    words = _words(written)
    own = set(map(stem, words))
    others = bits((word for word in _words(pair.source) if stem(word) not in own), pair.target)
    return bool(words) and all(bits([word], pair.target) & ~others for word in words)


def is_said_by_modifier(pair: SegmentPair, written: str, before: str, after: str) -> bool:
    """Return whether a target has the word before an English noun, and nothing behind that for the noun.

    The word may be the first of the term itself: 媒体 for *media object*. In the target it ends its phrase:
    what follows renders another word of the source, or may follow a noun (报告中, *in report files*).
    """
    *first, last = _WORD.findall(written) or [""]
    following = _WORD_AFTER.match(after)
    is_last = following is None or is_function_word(following[1])
    beside = _WORD_BEFORE.search(before) if is_last else None
    modifiers = first or [found[1] for found in (beside,) if found and not _may_be_verb(before, found)]
    if not modifiers or not all(_words(each) for each in modifiers) or has_han(written):
        return False
    own = {stem(word) for each in (last, *modifiers) for word in _words(each)}
    others = bits((word for word in _words(pair.source) if stem(word) not in own), pair.target)
    return all(_stands_alone(each, pair.target, others) for each in modifiers)


def _may_be_verb(before: str, found: re.Match[str]) -> bool:
    """Whether a word before a noun may have it for its object: *Clean the screen*, not *cleaning staff*."""
    return not found[1].endswith(("ing", "ion")) and BEFORE_VERB.search(before, 0, found.start()) is not None


def _stands_alone(modifier: str, target: str, others: int) -> bool:
    """Whether a Chinese rendering of a word ends where no word follows that nothing else of the source renders."""
    rendered = bits([modifier], target) & ~others
    characters = "".join("1" if rendered >> place & 1 else "0" for place in range(len(target)))
    ends = (run.end() for run in _RUN.finditer(characters))
    return any(others >> end & 1 or _is_end(target[end:]) for end in ends)


def _is_end(rest: str) -> bool:
    return not re.match(f"[{HAN}]", rest) or re.match(pattern_of(WordClass.BEHIND_NOUN), rest) is not None


def _is_covered(written: str, english: str) -> bool:
    """Whether the words of an English target render all characters of a Chinese term."""
    return bits(set(_words(english)), written) == (1 << len(written)) - 1


def _words(english: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(english) if word.casefold() not in SMALL_WORDS]
