"""Proposes English spans that may translate a Chinese string: before a bracket or inside it.

Each public function yields `Proposal`s with clues about the layout (quotes, "or", a list). How well the span
translates the Chinese is not judged here but in `english_clues`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial, reduce
from operator import or_
from typing import NamedTuple, cast

from termbase.extract.before import WINDOW, Edge, peel, stop
from termbase.extract.beside_reading import translates_reading
from termbase.extract.clue_names import ENCLOSING, ClueName, composed
from termbase.extract.english.name_around_bracket import name_around_bracket
from termbase.extract.english.rulers import ruler_before
from termbase.extract.english.short_forms import before_initials, initials_before
from termbase.extract.english.spans_before import is_balanced, spans_before
from termbase.extract.marks import EMPHASIS, HAN_CHARACTER, OPEN_QUOTES
from termbase.extract.model import Clue, Layout, noted
from termbase.extract.pieces import BracketPiece
from termbase.extract.roles import Role
from termbase.renderings.rendered_characters import rendered_bits
from termbase.renderings.sound import may_end_as_reading, reading_starts, similarity
from termbase.text.latin_words import LATIN, latin_words, words_in
from termbase.text.offsets import Span

_MOST_WORDS = 15
"""The largest number of words of an item of a list."""

_LONGEST_ALTERNATIVE = 80
"""Characters of an alternative of two terms that are searched, at most."""
_ALTERNATIVE = re.compile(rf"\b([{LATIN}'’-]+)(,? or | ?/ ?(?![A-Z]+\b))((?:[{LATIN}'’-]+ ){{0,2}}[{LATIN}'’-]+)$")
"""Two terms with "or" or a stroke; UI/UX is one term."""
_ALIKE = 0.5
"""A name sounds like Chinese above this similarity."""

_LINKS = frozenset(("or", "meaning", "means", "mean", "i.e."))
_LONGEST_LINKED = 6
"""The largest number of words of a term behind a link such as "or"; a longer text is an explanation."""
_READING_LINK = re.compile(
    r"(?:[,，—–]?\s*(?:\bor|\bi\.e\.,?|\bin Chinese|\bthat is,?|/|–|—|=)"
    r"|[,，] ?(?:(?:also|often|commonly) )?(?:called|known(?: in \w+)? as)(?: the)?|[,，:：])\s*$"
)
"""What links an English term to the pinyin behind it: `common prosperity, or gongtong fuyu (共同富裕)`."""

_READING_LINK_REACH = 40
"""Characters before pinyin that are searched for such a link."""

_DASHES = frozenset(("-", "–", "—"))
"""What leads from a translation to the Chinese in a bracket behind a reading: Ling Yun (Cloud Tea - 凌云茶)."""

_LIST_LINK = re.compile(r",? (?:and|or|&) |, |; |/|、")


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


_new_proposal = cast(
    "Callable[[tuple[Span, Layout, tuple[Clue, ...], str | None, str | None]], Proposal]",
    partial(tuple.__new__, Proposal),
)
"""Makes a proposal in a fourth of the time that its class takes."""


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
    whole = name_around_bracket(flat, edge, floor, chinese) or ruler_before(flat, edge.end, floor, chinese)
    if whole:
        yield Proposal(whole, layout, (noted("name_of_person"),))
    for span, clues in spans_before(flat, edge, floor, chinese, True, first):
        if "/" not in chinese and _names_twice(flat[slice(*span)], chinese):
            continue
        clues = (*clues, *possessor, *((noted("cuts_name_of_person"),) if whole else ()))
        yield _new_proposal((span, layout, clues, edge.abbreviation, pinyin))
    if edge.aside and (short := initials_before(flat, edge)):
        yield Proposal(edge.aside, layout, possessor, short)
    if reading is not None and _may_follow_english(flat, reading):
        yield from _before_reading(flat, reading, floor, chinese, layout)
    if reading is not None and edge.aside and not edge.abbreviation:
        yield from _aside(flat, edge.aside, flat[slice(*reading)], chinese, layout)


def _aside(flat: str, aside: Span, reading: str, chinese: str, layout: Layout) -> Iterator[Proposal]:
    """Yield a translation in a bracket between the reading and the Chinese: Xiao Yao San (Free Wanderer) 逍遥散."""
    if translates_reading(reading, chinese, flat[slice(*aside)]):
        yield Proposal(aside, layout, (noted("translates_reading"),), None, reading)


def _names_twice(english: str, chinese: str) -> bool:
    """Return whether a stroke stands beside a name that sounds like the Chinese: Li Bai / Li Po (李白)."""
    return "/" in english and any(similarity(name.strip(), chinese) > _ALIKE for name in english.split("/"))


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
        or ("/" in link[2] and _are_parallel(link[1], link[3], chinese))
    ):
        return []
    stroke = (noted("before_stroke_in_english"),) if "/" in link[2] else ()
    found = spans_before(flat, peel(flat, link.start(2), floor), floor, chinese)
    return [Proposal(span, layout, (*clues, *stroke), edge.abbreviation) for span, clues in found]


def _are_parallel(first: str, second: str, chinese: str) -> bool:
    """Return whether words around a stroke render different characters, so that both are one term.

    Example: demolition/relocation (拆迁)
    """
    one, other = (_bits(words, chinese) for words in (first, second))
    return one | other not in (one, other)


def _bits(english: str, chinese: str) -> int:
    return reduce(or_, (rendered_bits(word.text, chinese) for word in latin_words(english)), 0)


def _may_follow_english(flat: str, reading: Span) -> bool:
    """Return whether the reading (pinyin) may follow an English term.

    A reading in capitals and without marks is itself the name: in `Shang or Yin (殷)`, Yin is the English; in
    `Cinnamon / Rou Gui (肉桂)` it is not.
    """
    if flat[reading.start].islower() or flat[reading.start - 1 : reading.start] in tuple(EMPHASIS + OPEN_QUOTES):
        return True
    link = _READING_LINK.search(flat, max(0, reading.start - _READING_LINK_REACH), reading.start)
    is_linked = link is not None and link[0].strip(" ,，:：") != ""
    is_stroke = link is not None and (link[0].strip() == "/" or "in Chinese" in link[0])
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
    for span, clues in spans_before(flat, edge, floor, chinese):
        yield Proposal(span, layout, (*clues, Clue(name, 1.0, text)), edge.abbreviation, text)


def _reading_run(flat: str, edge: Edge, floor: int, chinese: str) -> Span | None:
    """Return the span of the last words before the edge if they are the pinyin of the Chinese, else None."""
    least = max(floor, edge.end - len(chinese))  # pinyin has a letter for each character, and more
    if HAN_CHARACTER.search(flat, least, edge.end) or not may_end_as_reading(flat, edge.end, chinese):
        return None
    words = words_in(flat, max(floor, edge.end - 80), edge.end)[-len(chinese) - 2 :]
    starts = reading_starts(flat, [word.start for word in words], edge.end, chinese)
    return Span(min(starts), edge.end) if starts else None


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
        first, second = (piece, anchor) if is_before else (anchor, piece)
        if second.lead in _DASHES and first.part + 1 == second.part:
            clues.append(noted("inside_dash"))
        yield Proposal(piece.span, Layout.INSIDE, tuple(clues))


def reading_before(flat: str, place: int, chinese: str) -> Span | None:
    """Return the span of the reading (pinyin) of Chinese that ends at `place`, or None: see Xu Jilin 许纪霖."""
    floor = max(0, place - WINDOW)
    return _reading_run(flat, peel(flat, place, floor), floor, chinese)
