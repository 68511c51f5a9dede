"""Proposes English spans that may translate a Chinese string: before a bracket or inside it.

Each public function yields `Proposal`s with clues about the layout (quotes, "or", a list). How well the span
translates the Chinese is not judged here but in `english_clues`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from termbase.extract.before import WINDOW, Edge, opening, peel, stop
from termbase.extract.clue_names import ENCLOSING, ClueName, composed
from termbase.extract.english_starts import may_begin
from termbase.extract.marks import EMPHASIS, OPEN_QUOTES
from termbase.extract.model import Clue, Layout, noted
from termbase.extract.name_around_bracket import name_around_bracket
from termbase.extract.pieces import BracketPiece
from termbase.extract.roles import Role
from termbase.extract.short_forms import before_initials, initials_before
from termbase.renderings.sound import may_end_as_reading, reading_starts
from termbase.text.latin_words import LATIN, latin_words, words_in
from termbase.text.offsets import MASK, Span, new_span
from termbase.text.word_classes import WordClass, is_function_word, pattern_of, words_of

_MOST_WORDS = 15
"""The largest number of words of an item of a list."""

_MOST_OF_TITLE = 30
"""The largest number of words of a title with a colon."""

_COLONS = frozenset("：:")
_IN_IDENTIFIER = re.compile(r"(?<=[^\W_]_)\w")
"""A part of an identifier is no word: id in bv_id."""
_LONGEST_ALTERNATIVE = 80
"""Characters of an alternative of two terms that are searched, at most."""
_ALTERNATIVE = re.compile(rf"\b([{LATIN}'’-]+)(,? or | ?/ ?(?![A-Z]+$))((?:[{LATIN}'’-]+ ){{0,2}}[{LATIN}'’-]+)$")
"""Two terms with "or" or a stroke; UI/UX is one term."""
_SURE = 80
"""A quotation of at most this many characters that ends directly before a gloss is certainly the term."""

_SENTENCES = re.compile(r"[a-z]{3}[.!?] [A-Z]")
"""The end of one sentence and the beginning of another."""

_SPACES_OF_SENTENCE = 4
"""The blanks of a quotation with a full stop that is a sentence, at least."""

_TAIL_WORDS = 4
"""The largest number of words between a quotation and the bracket: `"data flow" policy (数据流动)`."""
_LINKS = frozenset(("or", "meaning", "means", "mean", "i.e."))
_LONGEST_LINKED = 6
"""The largest number of words of a term behind a link such as "or"; a longer text is an explanation."""
_TAIL = re.compile(rf"([”’\"*_])(,?(?: [{LATIN}'’-]+){{1,{_TAIL_WORDS}}})$")
_READING_LINK = re.compile(
    r"(?:[,，—–]?\s*(?:\bor|\bi\.e\.,?|\bin Chinese|\bthat is,?|/|–|—|=)|[,，] ?(?:called|known as)|[,，:：])\s*$"
)
"""What links an English term to the pinyin behind it: `common prosperity, or gongtong fuyu (共同富裕)`."""

_LIST_LINK = re.compile(r",? (?:and|or|&) |, |; |/|、")
_PAIRED = re.compile(r'["*_“”()‘’\[\]]')


class Proposal(NamedTuple):
    """An English span that may translate the Chinese string, with clues from the layout."""

    span: Span
    layout: Layout
    clues: tuple[Clue, ...] = ()
    abbreviation: str | None = None
    pinyin: str | None = None

    def is_enclosed(self) -> bool:
        """Return whether marks stand around the span."""
        return bool(self.clues) and any(clue.name in ENCLOSING for clue in self.clues)


def before(flat: str, place: int, chinese: str, layout: Layout, floor: int = 0) -> Iterator[Proposal]:
    """Yield spans that end before `place`: the offset of the bracket with the Chinese, or of bare Chinese.

    Text before the offset `floor` is ignored.
    """
    floor = max(floor, place - WINDOW)
    edge = before_initials(flat, peel(flat, place, floor), floor)
    reading = _reading_run(flat, edge, floor, chinese)
    pinyin = flat[edge.aside.start : edge.aside.end] if edge.aside and not edge.abbreviation else None
    possessor = (Clue("possessor"),) if edge.is_possessive and layout is Layout.BARE else ()
    first = reading.start if reading else 0  # no words before the pinyin belong to it: the Taiwanese | Qiong Yao
    whole = name_around_bracket(flat, edge, floor, chinese)
    if whole:
        yield Proposal(whole, layout, (noted("name_of_person"),))
    for span, clues in _ending_at(flat, edge, floor, chinese, True, first):
        clues = (*clues, *possessor, *((noted("cuts_name_of_person"),) if whole else ()))
        yield Proposal(span, layout, clues, edge.abbreviation, pinyin)
    if edge.aside and (short := initials_before(flat, edge)):
        yield Proposal(edge.aside, layout, possessor, short)
    if reading is not None and _may_follow_english(flat, reading):
        yield from _before_reading(flat, reading, floor, chinese, layout)


def alternative(flat: str, place: int, chinese: str, layout: Layout) -> list[Proposal]:
    """Return spans before an "or" or stroke that a few words follow: `spirit money or joss paper (紙錢)`."""
    floor = max(0, place - WINDOW)
    edge = peel(flat, place, floor)
    start = max(floor, edge.end - _LONGEST_ALTERNATIVE)
    if flat.find(" or ", start, edge.end) < 0 and flat.find("/", start, edge.end) < 0:  # that is faster to see
        return []
    link = _ALTERNATIVE.search(flat, start, edge.end)
    if (
        link is None
        or link.start() < stop(flat, edge.end, floor)
        or "/" in chinese
        or flat[link.start(1)].isupper() != flat[link.start(3)].isupper()
        or _reading_run(flat, edge, floor, chinese)
    ):
        return []
    stroke = (noted("before_stroke_in_english"),) if "/" in link[2] else ()
    found = _ending_at(flat, peel(flat, link.start(2), floor), floor, chinese)
    return [Proposal(span, layout, (*clues, *stroke), edge.abbreviation) for span, clues in found]


def _may_follow_english(flat: str, reading: Span) -> bool:
    """Return whether the reading (pinyin) may follow an English term.

    A reading in capitals and without marks is itself the name: in `Shang or Yin (殷)`, Yin is the English; in
    `Cinnamon / Rou Gui (肉桂)` it is not.
    """
    if flat[reading.start].islower() or flat[reading.start - 1 : reading.start] in tuple(EMPHASIS + OPEN_QUOTES):
        return True
    link = _READING_LINK.search(flat, max(0, reading.start - 20), reading.start)
    is_linked = link is not None and link[0].strip(" ,，:：") != ""
    is_stroke = link is not None and link[0].strip() == "/"
    return is_stroke or (is_linked and any(not word.is_capital for word in words_in(flat, *reading)))


def _before_reading(flat: str, reading: Span, floor: int, chinese: str, layout: Layout) -> Iterator[Proposal]:
    """Yield spans before the reading (pinyin): `“common prosperity,” or gongtong fuyu (共同富裕)`."""
    text = flat[reading.start : reading.end]
    place = reading.start
    while place > floor and (flat[place - 1] in EMPHASIS + "\"“‘'( "):
        place -= 1
    link = _READING_LINK.search(flat, floor, place)
    place = link.start() if link else place
    edge = peel(flat, place, floor)
    name: ClueName = "before_linked_reading" if link else "before_reading"
    for span, clues in _ending_at(flat, edge, floor, chinese):
        yield Proposal(span, layout, (*clues, Clue(name, 1.0, text)), edge.abbreviation, text)


def _reading_run(flat: str, edge: Edge, floor: int, chinese: str) -> Span | None:
    """Return the span of the last words before the edge if they are the pinyin of the Chinese, else None."""
    if not may_end_as_reading(flat, edge.end, chinese):
        return None
    words = words_in(flat, max(floor, edge.end - 80), edge.end)[-len(chinese) - 2 :]
    starts = reading_starts(flat, [word.start for word in words], edge.end, chinese)
    return Span(min(starts), edge.end) if starts else None


def _ending_at(
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
    if has_pairs and not edge.enclosed and (tail := _TAIL.search(flat, leftmost, edge.end)):
        opened = opening(flat, tail.start(1), tail[1], floor)
        is_name = tail[2][0] != "," and not any(is_function_word(word) for word in tail[2].split())
        if (is_name or _names_it().fullmatch(tail[2])) and opened >= 0 and tail.start(1) > opened + 1:
            end = tail.start(1) - (flat[tail.start(1) - 1] in ",.")
            yield Span(opened + 1, end), (Clue("quotation_with_tail", 1.0, tail[2].strip(", ")),)
    words = words_in(flat, max(leftmost, first), edge.end)
    for word in words[-_MOST_OF_TITLE:] if holds_colon else may_begin(words, chinese):
        span = new_span((_with_mark(flat, word.start, edge.end), edge.end))
        if flat[word.start - 1] == "_" and _IN_IDENTIFIER.match(flat, word.start):
            continue
        if word.text in _never_first() and flat[word.start - 1 : word.start] in ("", " "):
            continue
        if span not in edge.enclosed and (not has_pairs or is_balanced(flat[span.start : edge.end])):
            yield span, ((noted("cuts_enclosed"),) if _cuts(flat, edge, span) else ())


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


def listed(flat: str, place: int, position: int, count: int) -> Iterator[Proposal]:
    """Yield spans of the list item before a bracket that matches one of `count` Chinese strings in the bracket.

    `position` is the 0-based number of that string: in `north and south (北, 南)` the item for 南 (1) is `south`.
    """
    floor = max(0, place - WINDOW)
    end = peel(flat, place, floor).end
    start = stop(flat, end, floor)
    bounds = [start]
    for link in _LIST_LINK.finditer(flat, start, end):
        bounds += [link.start(), link.end()]
    bounds.append(end)
    if len(bounds) < 2 * count:
        return
    first, last = bounds[-2 * (count - position)], bounds[-2 * (count - position) + 1]
    edge = peel(flat, last, first)
    for number, word in enumerate(words_in(flat, first, edge.end)[-_MOST_WORDS:]):
        span = Span(word.start, edge.end)
        if (position == 0 or number == 0) and is_balanced(flat[slice(*span)]):
            yield Proposal(span, Layout.LIST, (noted("listed"),))


def inside(anchor: BracketPiece, all_pieces: Sequence[BracketPiece]) -> Iterator[Proposal]:
    """Yield English that is in the same bracket as the Chinese (`anchor`)."""
    for piece in all_pieces:
        if piece.role not in (Role.ENGLISH, Role.ABBREVIATION) or len(piece.text) == 1:
            continue  # a letter alone is a variable: (A, B, C为常数)
        is_before = piece.span.start < anchor.span.start
        is_link = piece.lead in _LINKS
        if is_link and (is_before or len(latin_words(piece.text)) > _LONGEST_LINKED):
            continue  # it belongs to Chinese before it, or it is an explanation
        side: ClueName = "inside_before" if is_before else "inside_after"
        clues = [Clue(side)]
        if piece.role is not Role.ENGLISH:
            clues.append(noted(composed(f"inside_{piece.role}")))
        if piece.part == anchor.part:
            clues.append(noted("inside_same_part"))
        if is_link:
            clues.append(Clue("inside_link", 1.0, piece.lead))
        between = [other for other in all_pieces if other.role is None and other is not anchor]
        if any(min(anchor.span, piece.span) < other.span < max(anchor.span, piece.span) for other in between):
            clues.append(noted("inside_past_other"))
        if piece.is_marked:
            clues.append(noted("inside_marked"))
        yield Proposal(piece.span, Layout.INSIDE, tuple(clues))


def reading_before(flat: str, place: int, chinese: str) -> Span | None:
    """Return the span of the reading (pinyin) of Chinese that ends at `place`, or None: see Xu Jilin 许纪霖."""
    floor = max(0, place - WINDOW)
    return _reading_run(flat, peel(flat, place, floor), floor, chinese)
