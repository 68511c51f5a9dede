"""Finds the Chinese spans before a bracket that may be the term of the English in it: 我们使用|卷积网络（...）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from termbase.extract.before import WINDOW, Edge, opening, peel
from termbase.extract.chinese import chinese_clues
from termbase.extract.chinese.chinese_remarks import unrelated
from termbase.extract.chinese.chinese_stretch import Stretch
from termbase.extract.chinese.chinese_view import ChineseView
from termbase.extract.kind import INTERPUNCT
from termbase.extract.marks import CLOSE_QUOTES, EMPHASIS, HAN_CHARACTER
from termbase.extract.model import Clue, noted
from termbase.renderings.rendered_characters import GREEK, rendered_bits
from termbase.renderings.sound import reads_as
from termbase.text.chinese.words import part_of_speech
from termbase.text.latin_words import LATIN, is_abbreviation, is_clipped, latin_words
from termbase.text.offsets import Span, new_span
from termbase.text.script import HAN, simplify_term
from termbase.text.word_classes import WordClass, is_function_word

_STOP = re.compile(rf"[^{HAN}0-9A-Za-z{GREEK}{INTERPUNCT} \-—–+&.～~]|[—–-]{{2}}")
_START = re.compile(f"[{HAN}{GREEK}]|(?<![0-9A-Za-z])[0-9A-Za-z]")
_BETWEEN_LETTERS = re.compile(r"(?<=[A-Z])/(?=[A-Z])")
"""A stroke inside a word: I/O 模型."""
_LINK_BEHIND_BRACKET = re.compile(rf"(?<=[)）]) ?(?:以及|及|和|与|與|或)(?=[{HAN}])")
"""What joins a term to the one before it: 卷积网络（CNN）和循环网络（RNN）."""
_BEGINS_BADLY = re.compile(rf"[^{HAN}\w]*[)）\]】。；，、]|[^(（]{{0,{WINDOW}}}[)）][。；，]")
"""Marks that are set wrongly enclose the end of a sentence: ）中读取. So do signs of formulas: x_t)。集合X_."""
_COUNTED = re.compile(
    r"\d+ ?[种種个個类類项項]|[一两兩几幾数數二三四五六七八九十]{1,2}[种種个個条條名只隻件份套座]"
)
"""How many there are is no part of a term: 4种|脱氧核苷酸, 两条|轻链."""
_NUMBER = re.compile(
    r"\d|^an? |\b(?:one|two|three|four|five|six|seven|eight|nine|ten|both|dual|double|tri\w+|bi\w+)\b",
    re.IGNORECASE,
)
"""It is if the English counts as well: 两个确立 (two establishes)."""

_GOING_ON = frozenset(
    "为 為 于 於 在 把 被 从 從 对 對 将 將 是 到 用于 用於 通过 通過 经过 經過 来自 來自".split()
)
"""Words with which a clause only goes on in a bracket: 标记为 (unsafe)."""

_LATIN_WORD_BEFORE = re.compile(rf"([{LATIN}\d]+)[^{HAN}\w]* (?=[{HAN}])")
"""A Latin word before Chinese that a blank separates."""
_SMALL_WORD = re.compile("(?:[A-Za-z][a-z]+|an?)(?= )")
_NAME_END = re.compile(rf"(?<=[{HAN}])(?:[{INTERPUNCT}]\s?(?:(?![的和与與及])[{HAN}A-Za-z]){{1,8}})+$")
"""The further parts of a transcribed name: ．杜威, but not behind it: 让·皮亚杰的|建构主义, nor of another name."""

_READING = re.compile(rf"([{LATIN}’' -]{{2,40}}?) ?(?=[{HAN}])")
"""What may be the pinyin of the Chinese behind it."""

_CLAUSE_END = re.compile("[，。；！？]")
_CLOSED_BEHIND = re.compile(r"[(（][^()（）]{1,120}[)）](\*\*|[*_”」』])")
_LONGEST = 40
_LONGEST_FOR_NONE, _LONGEST_FOR_WORD = 6, 4
"""Characters of the longest Chinese for English: so many, and so many for each word; candidates cost time."""

_LISTS = re.compile(r"\w, ?\w| (?:and|&) ")
"""English with a list."""

_SHORTEST_LIST = 3
"""Letters of an abbreviation that may stand for a list: 环境、社会与治理（ESG）."""

_QUOTATION = re.compile(rf"[“‘「『《〈][0-9A-Za-z]*[{HAN}][{HAN}0-9A-Za-z]*[”’」』》〉]$")
_LONGEST_QUOTATION = 14
"""Characters of the longest quotation that is the beginning of a term, with its marks."""

_LONGEST_NAMING = 4
"""Characters of the longest word that names: 被称之为."""


class Marked(NamedTuple):
    """A span and the clues from the way it was found."""

    span: Span
    clues: tuple[Clue, ...] = ()


def chinese_spans(
    flat: str, place: int, english: str, head: int = -1, is_in_english: bool = False
) -> Iterator[Marked]:
    """Yield the spans that may end at `place` and be the term for an English string, with clues.

    `head` is where the text of a line or item begins if the bracket ends it, else -1. `is_in_english` says that the
    text around is English.
    """
    floor = max(0, place - WINDOW)
    edge = _without_clauses(flat, peel(flat, place, floor), english)
    if _is_completed(flat[max(floor, edge.end - _LONGEST_NAMING) : edge.end], english):
        return
    leftmost = _leftmost(flat, floor, edge.end, english)
    if is_in_english:
        leftmost = _behind_latin(flat, leftmost, edge.end, english)
    stretch = Span(leftmost, edge.end)
    whole = Stretch(flat, english, stretch)
    if not edge.enclosed and _goes_on(whole):
        return
    yield from _enclosed(whole, edge, is_in_english)
    if quotation := _quotation_before(flat, stretch, floor):
        yield from _begun_by_quotation(flat, english, Span(quotation.start, edge.end), quotation)
    opened = _opened_before(flat, place, floor)
    for span in _open_spans(whole, edge):
        view = ChineseView(whole, span)
        if not view.cuts_word or view.cuts_guess or view.is_like_name:
            marks = (noted("zh_enclosed_with_bracket"),) if span.start == opened else ()
            clues = chinese_clues.observe(view)
            filling = _filling(span, head, clues)
            remarks = unrelated(view) if filling or marks else ()
            if span.start > opened >= stretch.start and HAN_CHARACTER.search(flat, opened, span.start):
                # **非参数检验（test）**, but not **the old 物权法 (Property Law)**
                marks = (noted("zh_cuts_enclosed"),)
            yield Marked(span, (*marks, *filling, *remarks, *clues))


def _goes_on(whole: Stretch) -> bool:
    """Return whether the clause goes on in the bracket, unless its English renders the last word: 有序对."""
    if not whole.words or whole.words[-1] not in _GOING_ON:
        return False
    last = len(whole.text) - 1
    return not any(bits >> last & 1 for bits in whole.bits)


def _without_clauses(flat: str, edge: Edge, english: str) -> Edge:
    """Return the edge without emphasis on more than a clause, which marks no term: **来得晚，名叫晚班车**."""
    if not edge.enclosed or "," in english:
        return edge
    kept = [
        each
        for each in edge.enclosed
        if flat[each.start - 1] not in EMPHASIS or not _CLAUSE_END.search(flat, *each)
    ]
    return edge if len(kept) == len(edge.enclosed) else edge._replace(enclosed=tuple(kept))


def _enclosed(whole: Stretch, edge: Edge, is_in_english: bool) -> Iterator[Marked]:
    """Yield the spans that marks enclose, without a picture or words of English text that begin them."""
    flat = whole.flat
    for enclosed in edge.enclosed:
        span = _without_lead(flat, enclosed)
        if is_in_english:
            span = Span(_behind_latin(flat, *span, whole.english), span.end)
        if HAN_CHARACTER.search(flat, *span) and not _BEGINS_BADLY.match(flat, *span) and not whole.repeats(span):
            view = ChineseView(Stretch(flat, whole.english, span), span)
            yield Marked(span, (noted("zh_enclosed"), *unrelated(view), *chinese_clues.observe(view)))


def _quotation_before(flat: str, stretch: Span, floor: int) -> Span | None:
    """Return the span, with its marks, of a quotation directly before the Chinese: “十四五”规划."""
    mark = flat[stretch.start - 1 : stretch.start]
    if not mark or mark not in CLOSE_QUOTES or stretch.start == stretch.end:
        return None
    quotation = _QUOTATION.search(flat, max(floor, stretch.start - _LONGEST_QUOTATION), stretch.start)
    return Span(*quotation.span()) if quotation else None


def _begun_by_quotation(flat: str, english: str, span: Span, quotation: Span) -> Iterator[Marked]:
    """Yield a span that a quotation begins if the English renders some of it: “双碳”目标（dual carbon goals）."""
    quoted = flat[slice(*quotation)]
    if any(rendered_bits(word.text, quoted) for word in latin_words(english)):
        view = ChineseView(Stretch(flat, english, span), span)
        yield Marked(span, (noted("zh_begins_with_quotation"), *chinese_clues.observe(view)))


def _open_spans(whole: Stretch, edge: Edge) -> Iterator[Span]:
    """Yield the spans without marks that may be the term.

    None begins inside marks, with 的, or behind a word that renders English which it does not, and none has no Han
    character.
    """
    flat, stretch = whole.flat, whole.span
    first = _last_name_start(flat, stretch)
    link = _LINK_BEHIND_BRACKET.match(flat, *stretch)
    leftmost = max(whole.leftmost(), link.end() if link else 0)
    is_uncounted = _NUMBER.search(whole.english) is None
    for match in _START.finditer(flat, leftmost, stretch.end):
        span = new_span((match.start(), stretch.end))
        if span.start >= first or (edge.enclosed and min(edge.enclosed).start < span.start):
            return
        if (is_uncounted and _COUNTED.match(flat, *span)) or _begins_with_english(flat, span):
            continue
        offset = span.start - stretch.start
        is_free = whole.may_begin(offset) and whole.han_count(offset) and not whole.begins_with_particle(offset)
        is_free = is_free and not whole.leaves_rendering_word(offset)
        if is_free and span not in edge.enclosed and not whole.repeats(span):
            yield span


def _begins_with_english(flat: str, span: Span) -> bool:
    """Return whether a small word of an English sentence begins a span: From 破四旧, a 书呆子, but not A 股."""
    word = _SMALL_WORD.match(flat, *span)
    return word is not None and is_function_word(word[0].lower())


def _without_lead(flat: str, enclosed: Span) -> Span:
    """Return the span of enclosed Chinese without its pinyin before it: tuogu 駝鼓."""
    reading = _READING.match(flat, *enclosed)
    is_reading = reading is not None and reads_as(reading[1], flat[reading.end() : enclosed.end])
    return Span(reading.end(), enclosed.end) if reading and is_reading else enclosed


def _filling(span: Span, head: int, clues: Sequence[Clue]) -> tuple[Clue, ...]:
    """Return a clue if a span, and no verb, begins where its line or item does: 找出|主变量 (pivot variable)."""
    if span.start != head:
        return ()
    is_act = any(clue.name == "zh_first_superfluous" and part_of_speech(clue.detail) == "v" for clue in clues)
    return () if is_act else (noted("zh_fills_head"),)


def _is_completed(chinese: str, english: str) -> bool:
    """Return whether Chinese ends with a word that the English completes: 称之为（Domain-Adversarial Network）.

    English that renders the word is its gloss: 概念（concept）.
    """
    if not simplify_term(chinese).endswith(_naming_words()):
        return False
    named = [word.text for word in latin_words(english) if not is_function_word(word.text)]
    return not (named and all(rendered_bits(word, chinese) for word in named))


@cache
def _naming_words() -> tuple[str, ...]:
    return tuple(word for word in WordClass.CHINESE_NAMING_WORD.words if len(word) > 1)


def _opened_before(flat: str, place: int, floor: int) -> int:
    """Return where emphasis begins that closes behind the bracket (**影子流量（shadow traffic）**), or -1."""
    match = _CLOSED_BEHIND.match(flat, place)
    return opening(flat, place, match[1], floor) + len(match[1]) if match else -1


def _last_name_start(flat: str, stretch: Span) -> int:
    """Return the offset from which on a term begins inside a transcribed name: 約翰．|杜威; else the end."""
    match = _NAME_END.search(flat, *stretch)
    return match.start() if match else stretch.end


def _longest(english: str) -> int:
    """Return the number of characters of the longest Chinese that is considered for an English string."""
    words = len(latin_words(english))
    if is_abbreviation(english) or is_clipped(english):
        words = len(english)
    return min(_LONGEST, _LONGEST_FOR_NONE + _LONGEST_FOR_WORD * words)


def _leftmost(flat: str, floor: int, end: int, english: str) -> int:
    """Return the leftmost offset at which the Chinese before a bracket may begin: behind punctuation or a mark.

    A colon or stroke does not end a term whose English has one: 紅土：一生（Red Earth: A Life）. The mark of a list
    does not if the English lists too: 采购、仓储与运输（purchase, storage and transport）.
    """
    lists = _LISTS.search(english) is not None or (len(english) >= _SHORTEST_LIST and is_abbreviation(english))
    leftmost = max(floor, end - _longest(english))
    for match in _STOP.finditer(flat, leftmost, end):
        sign = match.group()
        is_inside = (sign in "：:" and ":" in english) or (sign == "/" and "/" in english)
        is_inside = is_inside or (sign == "、" and lists)
        if not (is_inside or _BETWEEN_LETTERS.match(flat, match.start())):
            leftmost = match.end()
    while leftmost < end and flat[leftmost] == " ":
        leftmost += 1
    return leftmost


def _behind_latin(flat: str, start: int, end: int, english: str) -> int:
    """Return where Chinese begins behind words of the English text around: the Yuefu 乐府 (Music Bureau).

    A word that the English has too belongs to it: the AI 模块 (AI module), but no article: a 茶馆 (teahouse).
    """
    for word in _LATIN_WORD_BEFORE.finditer(flat, start, end):
        if word[1] == "a" or word[1].casefold() not in english.casefold():
            start = word.end()
    return start
