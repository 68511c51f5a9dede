"""Finds the English spans that end at an edge: quoted ones, and one from each word before it.

Start from `spans_before`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from termbase.extract.before import Edge, opening, stop
from termbase.extract.english.english_starts import may_begin
from termbase.extract.marks import EMPHASIS
from termbase.extract.model import Clue, noted
from termbase.text.latin_words import LATIN, words_in
from termbase.text.offsets import MASK, Span, new_span
from termbase.text.word_classes import WordClass, is_function_word, pattern_of, words_of

_MOST_OF_TITLE = 30
"""The largest number of words of a title with a colon."""

_COLONS = frozenset("：:")
_IN_IDENTIFIER = re.compile(r"(?<=[^\W_]_)\w")
"""A part of an identifier is no word: id in bv_id."""
_SURE = 80
"""A quotation of at most this many characters that ends directly before a gloss is certainly the term."""

_SENTENCES = re.compile(r"[a-z]{3}[.!?] [A-Z]")
"""The end of one sentence and the beginning of another."""

_SPACES_OF_SENTENCE = 4
"""The blanks of a quotation with a full stop that is a sentence, at least."""

_TAIL_WORDS = 4
"""The largest number of words between a quotation and the bracket: `"data flow" policy (数据流动)`."""
_TAIL = re.compile(rf"([”’\"*_])(,?(?: [{LATIN}'’-]+){{1,{_TAIL_WORDS}}})$")
_PAIRED = re.compile(r'["*_“”()‘’\[\]]')


def spans_before(
    flat: str, edge: Edge, floor: int, chinese: str, may_hold_colon: bool = False, first: int = 0
) -> Iterator[tuple[Span, tuple[Clue, ...]]]:
    """Yield the spans that end at an edge, with clues: quoted spans, then a span from each preceding word.

    A quotation with further words behind it is yielded without them: `"data flow" policy (数据流动)`. No span
    without marks begins before the offset `first`.
    """
    if edge.enclosed:
        enclosed = [span for span in edge.enclosed if is_balanced(flat[span.start : span.end])]
        if any(_is_sentence(flat, span) for span in enclosed):
            return
        for span in enclosed:
            yield span, (noted("enclosed"),)
        if any(span.end - span.start <= _SURE and not _begins_no_term(flat, span) for span in enclosed):
            return
    holds_colon = may_hold_colon and not _COLONS.isdisjoint(chinese)
    leftmost = min([stop(flat, edge.end, floor, holds_colon), *[span.start for span in edge.enclosed]])
    has_pairs = _PAIRED.search(flat, max(0, leftmost - 1), edge.end) is not None
    if has_pairs and not edge.enclosed:
        yield from _quotation_with_tail(flat, Span(leftmost, edge.end), floor)
    words = words_in(flat, max(leftmost, first), edge.end)
    for word in words[-_MOST_OF_TITLE:] if holds_colon else may_begin(words, chinese):
        span = new_span((_with_mark(flat, word.start, edge.end), edge.end))
        if flat[word.start - 1] == "_" and _IN_IDENTIFIER.match(flat, word.start):
            continue
        if word.text in _never_first() and flat[word.start - 1 : word.start] in ("", " "):
            continue
        if span not in edge.enclosed and (not has_pairs or is_balanced(flat[span.start : edge.end])):
            yield span, ((noted("cuts_enclosed"),) if _cuts(flat, edge, span) else ())


def _quotation_with_tail(flat: str, part: Span, floor: int) -> Iterator[tuple[Span, tuple[Clue, ...]]]:
    """Yield the quotation that ends before the last words of a part, if these are a name or only name it again."""
    if not (tail := _TAIL.search(flat, *part)):
        return
    opened = opening(flat, tail.start(1), tail[1], floor)
    is_name = tail[2][0] != "," and not any(is_function_word(word) for word in tail[2].split())
    if (is_name or _names_it().fullmatch(tail[2])) and opened >= 0 and tail.start(1) > opened + 1:
        end = tail.start(1) - (flat[tail.start(1) - 1] in ",.")
        yield Span(opened + 1, end), (Clue("quotation_with_tail", 1.0, tail[2].strip(", ")),)


def _with_mark(flat: str, start: int, end: int) -> int:
    """Return the start of a span with the mark that closes in it: `the | _wuxia_ films`, `the | [old] order`."""
    mark = flat[start - 1 : start]
    if mark == "[":
        return start - 1 if "]" in flat[start : end - 1] else start
    return start - 1 if mark and mark in EMPHASIS and mark != MASK and flat.count(mark, start, end) % 2 else start


def _is_sentence(flat: str, span: Span) -> bool:
    """Return whether a quotation is a sentence, which is translated as a whole: "We act as one." (一致行动)."""
    if _SENTENCES.search(flat, *span):
        return True
    is_closed = flat[span.end : span.end + 1] in tuple(".!?") and flat[span.start].isupper()
    return is_closed and flat.count(" ", *span) >= _SPACES_OF_SENTENCE


def _begins_no_term(flat: str, span: Span) -> bool:
    """Return whether emphasis begins with a small word: `ranging from Kang_ 康 _to Xiong_ 熊` is set wrongly."""
    first = words_in(flat, *span)[:1]
    return bool(first) and first[0].text in _never_first() and flat[span.start - 1] in EMPHASIS


@cache
def _names_it() -> re.Pattern[str]:
    """Match words that name again what stands before them: _216 II_ also known as (老房子 II)."""
    adverb, phrase = pattern_of(WordClass.NAMING_ADVERB), pattern_of(WordClass.NAMING_PHRASE)
    return re.compile(rf",?(?: or)?(?: (?:is|was))?(?: {adverb})? (?:{phrase}|(?:known )?in Chinese(?: as)?)")


@cache
def _never_first() -> frozenset[str]:
    """In lower case these begin no term, unless a mark stands before them."""
    return words_of(WordClass.ARTICLE, WordClass.PREPOSITION, WordClass.CONJUNCTION, WordClass.VERB)


def _cuts(flat: str, edge: Edge, span: Span) -> bool:
    return bool(edge.enclosed) and any(
        each.start < span.start and is_balanced(flat[slice(*each)]) and not _begins_no_term(flat, each)
        for each in edge.enclosed
    )


def is_balanced(text: str) -> bool:
    """Return whether every quotation mark, bracket and emphasis mark in the text has its partner in the text."""
    return _PAIRED.search(text) is None or (
        text.count('"') % 2 == 0
        and all(text.count(mark) % 2 == 0 for mark in "*_")
        and text.count("“") == text.count("”")
        and text.count("(") == text.count(")")
        and text.count("[") == text.count("]")
        and text.count("‘") <= text.count("’")
    )
