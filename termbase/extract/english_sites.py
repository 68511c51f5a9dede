"""Finds candidate pairs of Chinese and the English around it: `data flow (数据流动)` or `the data flow 数据流动`.

The module `proposals` finds the English spans; this module makes them candidates with all their clues.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from termbase.extract import english_clues, proposals
from termbase.extract.before import WINDOW, Edge, opening, peel
from termbase.extract.clue_names import ENCLOSING, composed
from termbase.extract.context import beside_chinese, chinese_context, is_date, is_english_host, is_inside_english
from termbase.extract.english_view import BACK, EnglishView, SeenWords
from termbase.extract.evidence import with_rivals
from termbase.extract.marks import (
    CLOSE_QUOTES,
    EMPHASIS,
    HAN_CHARACTER,
    KANA,
    LATIN_LETTER,
    OPEN_QUOTES,
    Bracket,
)
from termbase.extract.model import Candidate, Clue, Layout, Site
from termbase.extract.pieces import CHINESE, BracketPiece, abbreviation_in, pieces
from termbase.extract.proposals import Proposal
from termbase.extract.roles import Role
from termbase.text.offsets import Span
from termbase.text.script import HAN, simplify

_ARTICLE = re.compile(r"(?:the|an?) +", re.IGNORECASE)
_LIST_BEFORE = re.compile(r"[\"”’」,] ?(?:and |or )?$")
"""What precedes the last quotation of a list: `“north” and “south” (北, 南)`."""

_BRACKET_BEHIND = re.compile(r"[\"”’'」』》〉*_]*(?:/[\w’']+)?\s?[(（\[]([^()（）\[\]]{1,200})[)）\]]")
_CLOSER_BEHIND = re.compile(rf"[,.，。]?([{re.escape(CLOSE_QUOTES + EMPHASIS)}])")
_PHRASE_LINK = re.compile("[”’」』》]?[，、,：？！][“‘「『《]?|: ?")
_LIST_PART = re.compile("[^、]+")
_SHORT_BEHIND = re.compile(r"[\"”’」]?,? (?:for|in) short\b")
_SHORT_BEFORE = re.compile(
    r"[,;]? (?:or )?(?:abbreviated(?: as| to)?|shortened to|in short|for short)[:,]? ?[\"“‘「]?$"
)
_HAN_RUN = re.compile(f"[{HAN}]+")
_LONGEST_QUOTED = 160
"""The largest number of characters of a quotation that is a term."""
_LONGEST = 80
"""The largest number of characters of a Chinese term."""

_LETTERS_BESIDE_BARE = 3
"""Bare Chinese is read only in text with more than this many Latin letters for each Han character."""

_BESIDE = 8
"""Bare Chinese must have a Latin letter within this many characters on one side."""


def english_sites(flat: str, bracket: Bracket, found: Sequence[BracketPiece]) -> Iterator[Site]:
    """Yield a site for each Chinese string in a bracket; `found` are the bracket's pieces."""
    chinese = [piece for piece in found if piece.role is None and not _is_short_form(flat, bracket, piece)]
    anchors = _anchors(flat, bracket, chinese)
    keys = list(dict.fromkeys(simplify(piece.text) for piece in anchors))
    if KANA.search(flat, bracket.start, bracket.end):
        return
    for anchor in anchors:
        if is_date(anchor.text):
            continue
        position = keys.index(simplify(anchor.text))
        context = (
            *(_alone(flat, bracket, found, len(keys))),
            *beside_chinese(flat, bracket, found, anchor, position),
            *chinese_context(flat, bracket.start, anchor.text),
        )
        offers = _offers(flat, bracket, anchor, found, position, len(keys))
        yield _site(flat, anchor.span, offers, context, _pinyin(anchor, found), abbreviation_in(found))
        if len(keys) == 1:
            other = proposals.alternative(flat, bracket.start, anchor.text, Layout.ENGLISH_BRACKET)
            yield _site(flat, anchor.span, other, context, _pinyin(anchor, found), abbreviation_in(found))


def _alone(flat: str, bracket: Bracket, found: Sequence[BracketPiece], count: int) -> Iterator[Clue]:
    """Yield a clue if a bracket in English text holds one Chinese string, and at most its reading beside it."""
    is_alone = count == 1 and all(piece.role in (None, Role.READING) for piece in found)
    if is_alone and is_english_host(flat, bracket.start, bracket.end):
        yield Clue("alone")


def _is_short_form(flat: str, bracket: Bracket, piece: BracketPiece) -> bool:
    """Return whether a Chinese string is called a short form of one before it: 工信部 for short."""
    is_short = _SHORT_BEHIND.match(flat, piece.span.end, bracket.end)
    return is_short is not None or _SHORT_BEFORE.search(flat, bracket.start, piece.span.start) is not None


def _offers(
    flat: str, bracket: Bracket, anchor: BracketPiece, found: Sequence[BracketPiece], position: int, count: int
) -> Iterator[Proposal]:
    before = list(proposals.before(flat, bracket.start, anchor.text, Layout.ENGLISH_BRACKET))
    before = _closed_behind(flat, Span(bracket.start, bracket.end), before)
    if count > 1:
        # Each Chinese string has its own English: a span that is not the matching list item is less likely.
        yield from proposals.listed(flat, bracket.start, position, count)
        yield from (offer._replace(clues=(*offer.clues, Clue("shared_by_several"))) for offer in before)
    else:
        yield from before
    yield from proposals.inside(anchor, found)
    yield from _before_inside(flat, bracket, anchor)
    yield from proposals.after(flat, bracket.end)


def _before_inside(flat: str, bracket: Bracket, anchor: BracketPiece) -> Iterator[Proposal]:
    """Yield English inside a bracket before its Chinese: `(as in the Cold Food Festival 寒食节)`."""
    place = _before_marks(flat, anchor.span.start)
    if place > bracket.start + 1 and flat[place - 1] not in ",;:.":
        offers = list(proposals.before(flat, place, anchor.text, Layout.INSIDE, bracket.start + 1))
        yield from _closed_behind(flat, Span(place, anchor.span.end), offers)


def _closed_behind(flat: str, chinese: Span, offers: Sequence[Proposal]) -> list[Proposal]:
    """Add clues from a mark that closes behind the Chinese or its bracket and opens before the English.

    Examples: `_Firing Line (連環炮)_`, `“lying flat 躺平,”`.
    """
    closer = _CLOSER_BEHIND.match(flat, chinese.end)
    if closer is None:
        return list(offers)
    start = opening(flat, chinese.start, closer[1], max(0, chinese.start - WINDOW)) + 1
    whole = _whole_before(flat, start, offers)
    return [offer._replace(clues=(*offer.clues, *_closing(start, offer))) for offer in [*whole, *offers]]


def _whole_before(flat: str, start: int, offers: Sequence[Proposal]) -> list[Proposal]:
    """Return the span from the opening mark as an offer, if it is too long to be one of the offers."""
    if not (start and offers) or any(offer.span.start == start for offer in offers):
        return []
    span = Span(start, offers[-1].span.end)
    is_term = span.start < span.end <= span.start + _LONGEST_QUOTED and proposals.is_balanced(flat[slice(*span)])
    return [offers[-1]._replace(span=span, clues=())] if is_term else []


def _closing(start: int, offer: Proposal) -> Iterator[Clue]:
    if 0 < start == offer.span.start:
        yield Clue("enclosed_with_bracket")
    elif 0 < start < offer.span.start:
        yield Clue("cuts_enclosed")


def _anchors(flat: str, bracket: Bracket, found: Sequence[BracketPiece]) -> list[BracketPiece]:
    """Return the Chinese strings of a bracket, joined if they are one phrase (尾条记者，头条作家)."""
    if len(found) < 2 or not all(piece.lead in ("，", "、", "；", "/", "！", "：", ":") for piece in found[1:]):
        return list(found)
    edge = peel(flat, bracket.start, max(0, bracket.start - WINDOW))
    is_variant = len({simplify(piece.text) for piece in found}) == 1
    is_phrase = _is_one_phrase(flat, edge, found[1].lead) or _is_quoted_with(flat, bracket)
    if is_variant or not is_phrase:
        return list(found)
    span = Span(found[0].span.start, found[-1].span.end)
    return [BracketPiece(span, flat[span.start : span.end], None, "", found[0].part, found[0].is_marked)]


def _is_quoted_with(flat: str, bracket: Bracket) -> bool:
    """Return whether a quotation ends directly behind the bracket: `“study first, then work (先学，后做).”`."""
    closer = _CLOSER_BEHIND.match(flat, bracket.end)
    return (
        closer is not None
        and closer[1] in CLOSE_QUOTES
        and opening(flat, bracket.start, closer[1], max(0, bracket.start - WINDOW)) >= 0
    )


def _is_one_phrase(flat: str, edge: Edge, lead: str) -> bool:
    """Return whether the English is one quotation that has a slash or colon if the Chinese has one.

    Examples: Home/Land (家/土), _Red Earth: A Life_ (紅土：一生).
    """
    if not edge.enclosed:
        return False
    start, end = edge.enclosed[0]
    if _LIST_BEFORE.search(flat, max(0, start - 8), start - 1):
        return False
    sign = ":" if lead == "：" else lead
    return sign not in "/:" or sign in flat[start:end]


def _site(
    flat: str,
    chinese: Span,
    offers: Iterable[Proposal],
    context: tuple[Clue, ...],
    pinyin: str | None,
    abbreviation: str | None,
) -> Site:
    spans = [(_without_article(flat, offer), offer) for offer in offers]
    if not spans:
        return Site([])
    start, end = min(span.start for span, _ in spans), max(span.end for span, _ in spans)
    words = SeenWords(flat, flat[chinese.start : chinese.end], max(0, start - BACK), end)
    found: dict[Span, Candidate] = {}
    for span, offer in spans:
        if span in found or not LATIN_LETTER.search(flat, *span) or HAN_CHARACTER.search(flat, *span):
            continue
        clues = (
            *offer.clues,
            _layout_clue(offer.layout),
            *_observed(flat, words, chinese, span, offer),
            *context,
        )
        short = offer.abbreviation or abbreviation
        if short == flat[span.start : span.end]:
            short = None
        found[span] = Candidate(chinese, span, offer.layout, clues, short, offer.pinyin or pinyin)
    return Site(with_rivals(list(found.values())))


@cache
def _layout_clue(layout: Layout) -> Clue:
    return Clue(composed(f"layout {layout}"))


def _observed(flat: str, words: SeenWords, chinese: Span, span: Span, offer: Proposal) -> tuple[Clue, ...]:
    is_enclosed = any(clue.name in ENCLOSING for clue in offer.clues)
    clues = english_clues.observe(EnglishView(words, span, is_enclosed))
    is_work = chinese.start > 0 and flat[chinese.start - 1] in "《〈"
    if is_work and flat.startswith(("The ", "A ", "An "), span.start):
        return (*clues, Clue("title_keeps_article"))
    return clues


def _without_article(flat: str, offer: Proposal) -> Span:
    """Return the span of a proposal without its article.

    The article is kept before a bracket, where other clues decide, and in a span enclosed by marks.
    """
    span = offer.span
    if offer.layout is Layout.ENGLISH_BRACKET or any(clue.name in ENCLOSING for clue in offer.clues):
        return span
    match = _ARTICLE.match(flat, *span)
    return Span(match.end(), span.end) if match else span


def _pinyin(anchor: BracketPiece, found: Sequence[BracketPiece]) -> str | None:
    near = [piece for piece in found if piece.role is Role.READING]
    after = [piece for piece in near if piece.span.start > anchor.span.start]
    nearest = after[:1] or near[-1:]
    return nearest[0].text if nearest else None


def bare_chinese(flat: str, brackets: Sequence[Bracket]) -> Iterator[Span]:
    """Yield the spans of Chinese in English text that is not inside a bracket."""
    place = done = 0
    for run in _HAN_RUN.finditer(flat):
        start, end = run.span()
        if start < done or not _is_beside_latin(flat, start, end):
            continue
        while place < len(brackets) and brackets[place].end <= start:
            place += 1
        if any(bracket.start < start < bracket.end for bracket in brackets[place : place + 3]):
            continue
        match = CHINESE.match(flat, start, start + _LONGEST)
        if match and not is_date(match.group()) and _is_in_english(flat, start, match.end()):
            done = _phrase_end(flat, match.end())
            yield Span(start, done)


def _is_in_english(flat: str, start: int, end: int) -> bool:
    return (
        is_english_host(flat, start, end, _LETTERS_BESIDE_BARE)
        or is_inside_english(flat, start, end)
        or proposals.reading_before(flat, _before_marks(flat, start), flat[start:end]) is not None
    )


def _phrase_end(flat: str, end: int) -> int:
    """Return the end of the phrase: in English text, Chinese punctuation is part of it, as in 听党话、跟党走."""
    while (link := _PHRASE_LINK.match(flat, end)) and (match := CHINESE.match(flat, link.end(), end + _LONGEST)):
        end = match.end()
    return end


def _before_marks(flat: str, place: int) -> int:
    """Return the offset before the marks that open bare Chinese: `the Journal 《學報》`, `the word *道*`."""
    opened = place
    while opened and flat[opened - 1] in OPEN_QUOTES + EMPHASIS:
        opened -= 1
    is_open = opened == 0 or flat[opened - 1] == " "
    place = opened if is_open else place
    while place and flat[place - 1] == " ":
        place -= 1
    return place


def _is_beside_latin(flat: str, start: int, end: int) -> bool:
    while start and flat[start - 1] == " ":  # columns stand apart: _Legend of Ban Shu_      班淑传奇
        start -= 1
    before = LATIN_LETTER.search(flat, max(0, start - _BESIDE), start)
    return before is not None or LATIN_LETTER.search(flat, end, end + _BESIDE) is not None


def bare_sites(flat: str, chinese: Span) -> Iterator[Site]:
    """Yield the sites of Chinese without a bracket."""
    yield _bare_site(flat, chinese)
    text = flat[chinese.start : chinese.end]
    place = _before_marks(flat, chinese.start)
    parts = [Span(*part.span()) for part in _LIST_PART.finditer(flat, *chinese)]
    if len(parts) > 1:
        for position, part in enumerate(parts):
            offers = proposals.listed(flat, place, position, len(parts))
            offers = (offer._replace(layout=Layout.LIST) for offer in offers)
            yield _site(flat, part, offers, chinese_context(flat, part.start, flat[slice(*part)]), None, None)
    if flat[place - 1 : place] not in ("", ",", ";", ":", "."):
        other = proposals.alternative(flat, place, text, Layout.BARE)
        yield _site(flat, chinese, other, chinese_context(flat, chinese.start, text), None, None)


def _bare_site(flat: str, chinese: Span) -> Site:
    text = flat[chinese.start : chinese.end]
    place = _before_marks(flat, chinese.start)
    offers: list[Proposal] = []
    if flat[place - 1 : place] in ("—", "–"):
        dashed = proposals.before(flat, place - 1, text, Layout.BARE)
        offers += [offer._replace(clues=(*offer.clues, Clue("across_dash"))) for offer in dashed]
    elif flat[place - 1 : place] not in ("", ",", ";", ":", "."):
        offers += _closed_behind(
            flat, Span(place, chinese.end), list(proposals.before(flat, place, text, Layout.BARE))
        )
    bracket = _BRACKET_BEHIND.match(flat, chinese.end)
    found = pieces(bracket[1], bracket.start(1)) if bracket else []
    if not any(piece.role is Role.ENGLISH for piece in found):
        offers += proposals.reading_after(flat, chinese.end, text)
        offers += proposals.linked_after(flat, chinese.end)
        offers += [offer._replace(layout=Layout.BARE_AFTER) for offer in proposals.after(flat, chinese.end)]
    context = chinese_context(flat, chinese.start, text)
    if len(text) == 1:
        context = (*context, Clue("bare_one_character"))
    return _site(flat, chinese, offers, context, None, None)
