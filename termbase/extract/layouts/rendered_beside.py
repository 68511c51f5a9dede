"""Finds Chinese in Chinese text behind English without a bracket: vowel元音和 ....

Such English may say anything, so it is taken as a gloss only if the two sides render each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from termbase.extract.marks import HAN_CHARACTERS, LATIN_LETTER
from termbase.renderings.cedict import is_common_word
from termbase.renderings.rendered_characters import rendered_bits
from termbase.text.chinese.words import part_of_speech, words
from termbase.text.latin_words import LATIN, is_abbreviation, latin_words
from termbase.text.script import simplify
from termbase.text.word_classes import WordClass, is_function_word

WORDS = rf"[{LATIN}][{LATIN}'’-]+(?: [{LATIN}][{LATIN}'’-]*){{0,5}}"
LETTERS_BESIDE_BARE = 3
"""Bare Chinese is read only in text with more than this many Latin letters for each Han character."""

_PART_OF_NAME = frozenset("0123456789_./")
"""What stands before the end of an identifier."""

_FULL_FORM = re.compile(rf"(?<![{LATIN}])[A-Z][A-Za-z]{{0,8}} ?[(（]([{LATIN}'’ -]{{3,}})[)）]$")
"""The full form of an abbreviation before its Chinese: KPI (Key Performance Indicator) 关键绩效指标."""

_LONGEST_ENGLISH, _LONGEST_CHINESE, _LONGEST_SHORT = 60, 14, 12
"""Characters of each side that are looked at, and of an abbreviation with a bracket."""

_SMALL = ("c", "p", "r", "u", "d", "f")
"""Conjunctions and other small words, which stand beside names by chance: Reply 和 error."""

LEAST_RENDERED = 0.5
"""The share of each side that the other renders, at least, if marks stand on both sides of them."""


def rendered_end(flat: str, start: int) -> int:
    """Return where the Chinese at `start` ends that the English directly before it renders, or -1."""
    english = terms(_english_before(flat, start))
    run = HAN_CHARACTERS.match(flat, start, start + _LONGEST_CHINESE) if english else None
    if run is None or not is_half_rendered(english, run[0]):
        return -1
    cut = words(run[0])
    if simplify(cut[0]) in WordClass.CHINESE_CUTTER.words:  # Render Process 进行渲染
        return -1
    for number in range(len(cut), 0, -1):
        chinese = "".join(cut[:number])
        if share(english, chinese) == 1:
            behind = cut[number : number + 1]
            is_part = (
                (len(chinese) == 1 and _follows_verb(behind))
                or _is_noun(behind)
                or is_common_word("".join([chinese, *behind]))
            )
            return -1 if behind and is_part else start + len(chinese)
    is_apart = not LATIN_LETTER.match(flat, run.end()) and _may_render(english, cut)
    return run.end() if is_apart else -1


def _english_before(flat: str, start: int) -> str:
    """Return the English words directly before an offset; "" if there are none, or they end an identifier."""
    last = start - 1 if flat[start - 1 : start] == " " else start
    while flat[last - 1 : last] == "—":  # angel investor——天使投资人
        last -= 1
    is_equated = flat.endswith(" =", 0, last)
    last -= 2 * is_equated
    if flat[last - 1 : last] in (")", "）"):
        full = _FULL_FORM.search(flat, max(0, last - _LONGEST_ENGLISH - _LONGEST_SHORT), last)
        return full[1] if full else ""
    if not LATIN_LETTER.match(flat, last - 1):  # as mostly, and faster to see
        return ""
    first, floor = last, max(0, last - _LONGEST_ENGLISH)
    while first > floor and (flat[first - 1] in " '’-" or LATIN_LETTER.match(flat, first - 1)):
        first -= 1
    if first == floor > 0 or flat[first - 1 : first] in _PART_OF_NAME:
        return ""
    return flat[first:last].lower() if is_equated else flat[first:last]  # Uncle = 叔叔 is no program


def is_half_rendered(english: Sequence[str], chinese: str) -> bool:
    """Return whether half of the words render some of a whole run of Chinese: if not, none of its parts will do."""
    return 2 * sum(rendered_bits(word, chinese) != 0 for word in english) >= len(english)


def terms(english: str) -> Sequence[str]:
    """Return the words of English that count; none if one is an abbreviation, or the name of a program alone.

    Example: 打开 Windows 窗口
    """
    every = [word.text for word in latin_words(english)]
    if len(every) == 1 and every[0][0].isupper():
        return []
    return [] if any(map(is_abbreviation, every)) else [word for word in every if not is_function_word(word)]


def _may_render(english: Sequence[str], cut: Sequence[str]) -> bool:
    """Return whether English may render a whole run of Chinese, given as its words: no part of a sentence."""
    cutters = WordClass.CHINESE_CUTTER.words
    is_term = all(simplify(word) not in cutters for word in cut)
    return is_term and share(english, "".join(cut)) >= LEAST_RENDERED


def share(english: Sequence[str], chinese: str) -> float:
    """Return the share of the English words and of the Chinese, the smaller one, that render the other side."""
    if chinese[0] == "的" or chinese[-1] == "的" or part_of_speech(chinese)[:1] in _SMALL:
        return 0.0
    every = [rendered_bits(word, chinese) for word in english]
    covered = 0
    for bits in every:
        covered |= bits
    count = max(1, len(chinese) - chinese.count("的"))
    return min(sum(map(bool, every)) / len(every), covered.bit_count() / count)


def _follows_verb(beside: Sequence[str]) -> bool:
    """Return whether the word beside a single character shows that this is a verb: wedge 卡|在 ..., turn 转|了."""
    return any(part_of_speech(word)[:1] in ("p", "u") and word not in "的之" for word in beside)


def _is_noun(beside: Sequence[str]) -> bool:
    """Return whether the word beside is the rest of a compound: Office 办公|软件, data 数据|集."""
    return any(part_of_speech(word)[:1] == "n" for word in beside)
