"""Finds Chinese that no bracket holds and that English beside it may translate: `the data flow 数据流动`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from termbase.extract.chinese.chinese_stretch import AND
from termbase.extract.context import is_date, is_english_host, is_inside_english, is_prose
from termbase.extract.english import proposals
from termbase.extract.english.english_candidates import before_marks
from termbase.extract.heads import HEAD_SIGNS
from termbase.extract.kind import is_personal_name
from termbase.extract.layouts.rendered_beside import LETTERS_BESIDE_BARE, rendered_end
from termbase.extract.marks import EMPHASIS, HAN_CHARACTER, LATIN_LETTER, OPEN_QUOTES, Bracket
from termbase.extract.pieces import CHINESE, without_number
from termbase.renderings.rendered_characters import rendered_bits
from termbase.renderings.surnames import is_surname_of
from termbase.text.chinese.words import part_of_speech, words
from termbase.text.latin_words import LATIN, latin_words
from termbase.text.offsets import MASK, Span
from termbase.text.script import HAN, simplify
from termbase.text.word_classes import WordClass, is_function_word

BRACKET_BEHIND = re.compile(r"[\"”’'」』》〉*_]*(?:/[\w’']+)?\s?[(（\[]([^()（）\[\]]{1,200})[)）\]]")
_PHRASE_LINK = re.compile("[”’」』》]?[，、,：？！][“‘「『《]?|: ?")
_HAN_RUN = re.compile(f"[{HAN}]+")
LONGEST = 80
"""The largest number of characters of a Chinese term."""

_ENTRY_BEFORE = re.compile(
    rf"(?:^|[,，.;；。”\"\]])\s*(?:(?P<marked>[*_]{{1,2}}[{LATIN}'’ :-]{{3,}}[*_]{{1,2}})"
    rf"|(?P<name>[A-Z][{LATIN}'’-]+(?: [A-Z][{LATIN}'’.-]*){{1,2}}))\s?$"
)
_SHORT_BEFORE = re.compile(rf"{HEAD_SIGNS}[A-Z][A-Za-z]{{0,8}} ?[(（][{LATIN}'’ -]{{3,60}}[)）]\s?[:：]? ?")
"""An abbreviation and its full form: AP (Access Point)：接入点."""
SET_OFF_BEFORE = re.compile(
    rf"{HEAD_SIGNS}_{{0,2}}(?P<english>[{LATIN}][{LATIN}'’ -]{{1,60}}(?<! ))[*_]{{0,2}}\s?"
    rf"(?:[(（][{HAN}]{{1,20}}[)）]\s?)?"
    rf"(?:(?:[:：/／|｜→➔➜⇒=·•・‧]|…{{1,2}}|\.{{2,12}}|[-=]>)\s?|[-–—] )[*_]{{0,2}}"
)
"""English that alone stands before Chinese in an item: - overfitting：过拟合."""
_LINE_BEFORE = re.compile(rf"{HEAD_SIGNS}[\"“「『《]*(?:[{HAN}]{{1,20}}\s?/\s?)?")
_LINE_BEHIND = re.compile(
    rf"[\"”」』》*]*(?:\s?/\s?[{HAN}]{{1,20}})?\s?(?:[(（][^()（）]{{1,60}}[)）])?(?:\s?[—–]\s?| - )"
    rf"[{LATIN}'’ \-]{{2,60}}(?:[.,;(]|$)"
)
_HEADING = re.compile(rf"{HEAD_SIGNS}[#*_]*([{LATIN}][{LATIN}'’. -]{{2,60}}?)[*_\s]*[:：]?[*_\s]*")
_LEAST_OF_HEADING, _MOST_OF_HEADING = 0.25, 0.5
"""The part of the words, and of the Chinese, that must render each other in a heading: of each, and on average."""
_HEADING_END = re.compile(rf"[*_\s{MASK}]*(?:[(（][^()（）]{{1,20}}[)）])?(?:\s?[:：].*)?")
"""What stands behind the Chinese in a heading that begins with English: marks, a remark, what a colon leads to."""

_LABEL_BEFORE = re.compile(r"[:：][ *_]{0,3}$")
_LIST_BEHIND = re.compile(rf"(?:(?:, ?|、)[{HAN}]+){{2}}")
"""The rest of a list of values behind a label: Colours: 红, 黄, 蓝."""
_ENTRY_END = re.compile("[*_]*(?:[,，.;；。:：]|$)")
_LABELLED = re.compile(rf"[{HAN}] ?[：:][^：:{HAN}]+$")
"""A name that Chinese leads."""
_PARTICLES = frozenset("的之")

_NEAR = 40
_BRACKETED = re.compile(r"[(（\[][^()（）\[\]]*(?:[)）\]]|$)|^[^()（）\[\]]*[)）\]]")

_BESIDE = 8
"""Bare Chinese must have a Latin letter within this many characters on one side."""


def bare_chinese(flat: str, brackets: Sequence[Bracket]) -> Iterator[Span]:
    """Yield the spans of Chinese in English text that is not inside a bracket."""
    place = done = 0
    for run in _HAN_RUN.finditer(flat):
        start, end = run.span()
        while place < len(brackets) and brackets[place].end <= start:
            place += 1
        is_inside = place < len(brackets) and brackets[place].start < start
        if start < done or (rendered_end(flat, start) < 0 if is_inside else not _is_beside_latin(flat, start, end)):
            continue
        match = CHINESE.match(flat, start, start + LONGEST)
        if not match or is_date(match[0]):
            continue
        end = without_number(flat, Span(*match.span())).end
        in_english = is_in_english(flat, start, end)
        if not in_english and (rendered := rendered_end(flat, start)) >= 0:
            done = rendered
            yield Span(start, done)
        elif is_inside:
            continue
        elif (in_english or _is_named_in_chinese(flat, start, end)) and not _is_of_sentence(flat, start, end):
            done = _phrase_end(flat, end) if in_english else end
            yield Span(start, done)


def _is_of_sentence(flat: str, start: int, end: int) -> bool:
    """Return whether bare Chinese is a part of a Chinese sentence between Latin names: 同 in Ann 同 Bob 唱 Blue."""
    if flat[start] in _PARTICLES or flat[end - 1] == "之" or _is_label_of_next(flat, start, end):
        return True
    if _LIST_BEHIND.match(flat, end) and _LABEL_BEFORE.search(flat, max(0, start - 4), start):
        return True
    if flat[start] in AND and not HAN_CHARACTER.match(flat, start + 1):  # Jest 与 Vitest 简介
        return True
    if flat[start - 1 : start] in tuple(OPEN_QUOTES + EMPHASIS) or BRACKET_BEHIND.match(flat, end):
        return False
    if not _goes_on_near(flat, start, end):
        return part_of_speech(flat[start:end]) == "c" and not is_prose(flat, start, end)  # Jest 和 Vitest
    cut = words(flat[start:end])
    cutters = WordClass.CHINESE_CUTTER.words
    return simplify(cut[0]) in cutters or simplify(cut[-1]) in cutters


def _is_label_of_next(flat: str, start: int, end: int) -> bool:
    """Return whether Chinese leads what a colon follows, as other Chinese leads the name before it.

    Example: 作者：Jane Doe 译者：John Roe
    """
    return flat[end : end + 1] in ("：", ":") and _LABELLED.search(flat, max(0, start - LONGEST), start) is not None


def _goes_on_near(flat: str, start: int, end: int) -> bool:
    """Return whether Chinese that no bracket holds goes on near Chinese."""
    around = flat[max(0, start - _NEAR) : start], flat[end : end + _NEAR]
    return any(HAN_CHARACTER.search(_BRACKETED.sub("", side)) for side in around)


def is_in_english(flat: str, start: int, end: int) -> bool:
    """Return whether the text around Chinese, or the sentence that holds it, is English."""
    return is_english_host(flat, start, end, LETTERS_BESIDE_BARE) or is_inside_english(flat, start, end)


def _is_named_in_chinese(flat: str, start: int, end: int) -> bool:
    """Return whether the name in Latin letters stands before Chinese in Chinese text: 如 Xu Jilin 许纪霖."""
    is_reading = proposals.reading_before(flat, before_marks(flat, start), flat[start:end]) is not None
    return is_reading or _is_entry(flat, start, end) or is_heading(flat, start, end)


def is_heading(flat: str, start: int, end: int) -> bool:
    """Return whether a line has only English and Chinese that it renders: Syntax 句法学."""
    english = _HEADING.fullmatch(flat, 0, start)
    if english is None or not _HEADING_END.fullmatch(flat, end):
        return False
    chinese = flat[start:end]
    english_words = [word.text for word in latin_words(english[1])]
    bits = [rendered_bits(word, chinese) for word in english_words if not is_function_word(word)]
    covered = 0
    for each in bits:
        covered |= each
    share = sum(map(bool, bits)) / max(1, len(bits)), covered.bit_count() / len(chinese)
    return bool(bits) and min(share) >= _LEAST_OF_HEADING and sum(share) >= 2 * _MOST_OF_HEADING


def _is_entry(flat: str, start: int, end: int) -> bool:
    """Return whether a title or a person stands apart in Chinese text in both languages, or a line glosses a word.

    Examples: , _Dushu_ 读书, 2014; - 士多啤梨 (si6 do1 be1 lei2) — strawberry
    """
    if _LINE_BEFORE.fullmatch(flat, 0, start) and _LINE_BEHIND.match(flat, end):
        return True
    is_apart = _ENTRY_END.match(flat, end) is not None
    if is_apart and any(
        each.fullmatch(flat, max(0, start - LONGEST), start) for each in (_SHORT_BEFORE, SET_OFF_BEFORE)
    ):
        return True
    entry = _ENTRY_BEFORE.search(flat, max(0, start - LONGEST), start)
    if entry is None or not is_apart:
        return False
    if entry["marked"]:
        return True
    names = entry["name"].split()
    return is_personal_name(flat[start:end]) and any(
        is_surname_of(name, flat[start:end]) for name in (names[0], names[-1])
    )


def _phrase_end(flat: str, end: int) -> int:
    """Return the end of the phrase: in English text, Chinese punctuation is part of it, as in 听党话、跟党走."""
    while (link := _PHRASE_LINK.match(flat, end)) and (match := CHINESE.match(flat, link.end(), end + LONGEST)):
        end = match.end()
    return end


def _is_beside_latin(flat: str, start: int, end: int) -> bool:
    while start and flat[start - 1] == " ":  # columns stand apart: _Legend of Ban Shu_      班淑传奇
        start -= 1
    before = LATIN_LETTER.search(flat, max(0, start - _BESIDE), start)
    return before is not None or LATIN_LETTER.search(flat, end, end + _BESIDE) is not None
