"""Finds candidate pairs of Chinese in a bracket and the English around it: `data flow (数据流动)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from termbase.extract.before import WINDOW, Edge, opening, peel
from termbase.extract.beside_reading import translates_reading
from termbase.extract.clue_names import ClueName
from termbase.extract.context import (
    beside_chinese,
    chinese_context,
    gesture,
    is_date,
    is_english_host,
    leads_variant,
)
from termbase.extract.english import proposals
from termbase.extract.english.english_candidates import CLOSER_BEHIND, before_marks, closed_behind, site_of
from termbase.extract.english.proposals import Proposal
from termbase.extract.english.proposals_after import after, rendered_later
from termbase.extract.kind import kind_of
from termbase.extract.layouts.line_before import spelled_behind, with_line
from termbase.extract.layouts.words_for_one import pieces_for_one
from termbase.extract.marks import (
    CLOSE_QUOTES,
    KANA,
    LATIN_LETTER,
    Bracket,
)
from termbase.extract.model import Clue, Layout, Site, TermKind, noted
from termbase.extract.pieces import BracketPiece, abbreviation_in, with_year
from termbase.extract.roles import Role, is_label
from termbase.renderings.parts import rendered_parts
from termbase.renderings.sound import reads_as
from termbase.text.latin_words import LATIN, latin_words
from termbase.text.offsets import Span
from termbase.text.script import simplify

_LIST_BEFORE = re.compile(r"(?:[\"”’」*_],?|,[\"”’」*_]) ?(?:and |or )?$")
"""What precedes the last quotation of a list: `“north” and “south” (北, 南)`."""

_NEXT_BRACKET = re.compile(rf" ?[(（]([A-Za-z][{LATIN}'’ -]{{1,60}})[)）]")
"""A translation in a bracket of its own, behind the Chinese of what is romanised: Sze Shan (獅山) (Lion Hill)."""

_PLURAL = re.compile("[a-rt-z]s$")
"""The end of a noun for several things, of which Chinese in a bracket has examples: patterns (回纹, 云纹)."""

_MOST_WORDS = 6
"""The words of a translation behind Chinese in a bracket, at most."""
_LONGEST_TITLE = 100
"""Characters before a bracket that are searched for the colon of a title."""
_MOSTLY = 0.5
_REMARK = re.compile(
    "(?:可选|可選|选填|選填|必填|必选|可省略|如有|不公开|不公開|待定|待补|待補|暂无|同上|保持原文)[的项項]?"
    "|(?:以及|例如|比如|诸如|諸如).*|(?:可选|可選).*(?:推荐|推薦)"
    "|[见見參参][上下前后後第图圖表附].*"
    "|(?:除非|甚至|即使|即便|虽然|雖然|尽管|儘管|可被|会被|會被|不会|不會|不能|不再|必须|必須|只能|只有|尚未|还没|還沒|并且|並且"
    "|而且|以便|从而|從而).{2,}|以.{1,6}[计計]|的.*"
)
"""Chinese that says something of the English before it, and no term: url (可选), BERT（以及它的变体）."""

_PART_NUMBER = re.compile("（[一二三四五六七八九十上中下完]{1,3}）")
"""The number of a part of a text: How Linux Works（一）."""

_CALL = re.compile(r"\w\(([\"'])[^\"'\n]*\1\) ?[;{]")
"""The arguments of a call in a program: `new LampError("灯坏");`."""

_GESTURE, _LONGEST_GESTURE = (
    re.compile(
        r"\b(?:sigh|laugh|smil|nodd|applaud|cheer|sobb|cough|bow|clapp|shrugg|grinn|giggl|gasp|yawn|frown|boo)ed $"
    ),
    12,
)
"""What a person does, of which a bracket is a stage direction: The audience sighed (叹气)."""

_DASHES = frozenset("-–—")
_COUNTED = re.compile(r"\d ?/? ?$")
"""What precedes a measure: Pro ($10/月), 2026-08-20 补充."""
_LONGEST_MEASURE = 2
_SHORT_BEHIND = re.compile(r"[\"”’」]?,? (?:for|in) short\b")
_SHORT_BEFORE = re.compile(
    r"[,;]? (?:or )?(?:abbreviated(?: as| to)?|shortened to|in short|for short)[:,]? ?[\"“‘「]?$"
)


def english_sites(flat: str, bracket: Bracket, found: Sequence[BracketPiece]) -> Iterator[Site]:
    """Yield a site for each Chinese string in a bracket; `found` are the bracket's pieces."""
    chinese = [piece for piece in found if piece.role is None and not _is_short_form(flat, bracket, piece)]
    anchors = [_with_year(flat, anchor) for anchor in _anchors(flat, bracket, chinese)]
    keys = list(dict.fromkeys(simplify(piece.text) for piece in anchors if not _is_other_name(piece, anchors)))
    if _GESTURE.search(flat, max(0, bracket.start - _LONGEST_GESTURE), bracket.start):
        return
    if KANA.search(flat, bracket.start, bracket.end) or _CALL.match(flat, max(0, bracket.start - 1)):
        return
    for anchor in anchors:
        if is_date(anchor.text) or _is_remark(flat, anchor):
            continue
        is_other = _is_other_name(anchor, anchors)
        position = 0 if is_other else keys.index(simplify(anchor.text))
        context = (
            *((noted("other_name"),) if is_other else ()),
            *_host(flat, bracket, found, len(keys)),
            *gesture(flat, bracket.start),
            *beside_chinese(flat, bracket, found, anchor, position),
            *chinese_context(flat, bracket.start, anchor.text),
        )
        for pieces in pieces_for_one(flat, anchor, found):
            offers = _offers(flat, bracket, anchor, pieces, position, len(keys))
            yield site_of(flat, anchor.span, offers, context, _pinyin(anchor, found), abbreviation_in(found))
        other = proposals.alternative(flat, bracket.start, anchor.text, Layout.ENGLISH_BRACKET)
        if len(keys) == 1 and other:
            yield site_of(flat, anchor.span, other, context, _pinyin(anchor, found), abbreviation_in(found))


def inside_sites(flat: str, bracket: Bracket, found: Sequence[BracketPiece]) -> Iterator[Site]:
    """Yield a site for each Chinese string of a bracket behind Chinese that has its own English before it.

    Example: Fanyang 范陽 (present-day Zhuozhou 涿州, Hebei 河北)
    """
    if is_english_host(flat, bracket.start, bracket.end):
        for anchor in found:
            if anchor.role is None and not is_date(anchor.text):
                offers = _before_inside(flat, bracket, anchor)
                context = chinese_context(flat, bracket.start, anchor.text)
                yield site_of(flat, anchor.span, offers, context, None, None)


def _is_other_name(anchor: BracketPiece, anchors: Sequence[BracketPiece]) -> bool:
    """Return whether a string is another name of what is named first: (默会知识，又译隐性知识)."""
    if anchor is anchors[0] or len(anchor.lead) < 2:
        return False
    return leads_variant(anchor.lead) or (anchor.lead == "or" and _shortens(anchor.text, anchors[0].text))


def _shortens(short: str, full: str) -> bool:
    """Return whether all characters of a name stand in a longer one in this order: 工信部, 工业和信息化部."""
    left = iter(full)
    return len(short) < len(full) and all(char in left for char in short)


def _is_remark(flat: str, anchor: BracketPiece) -> bool:
    """Return whether a Chinese string is a remark, or a measure behind a number."""
    start = anchor.span.start
    if _PART_NUMBER.match(flat, start - 1):
        return True
    if _REMARK.fullmatch(anchor.text) or (
        anchor.lead.startswith("或") and anchor.text.startswith(("其他", "其它"))
    ):
        return True
    return len(anchor.text) <= _LONGEST_MEASURE and _COUNTED.search(flat, max(0, start - 4), start) is not None


def _host(flat: str, bracket: Bracket, found: Sequence[BracketPiece], count: int) -> Iterator[Clue]:
    """Yield a clue if the text is not English, or if the bracket holds only one Chinese string and its reading."""
    if not is_english_host(flat, bracket.start, bracket.end):
        yield noted("chinese_around")
    elif count == 1 and all(piece.role in (None, Role.READING) or _is_long(piece) for piece in found):
        yield noted("alone")


def _is_long(piece: BracketPiece) -> bool:
    """Return whether a string explains the Chinese before it: (人情, rénqíng — the web of debts that holds ...)."""
    return piece.role is Role.ENGLISH and len(latin_words(piece.text)) > _MOST_WORDS


def _is_short_form(flat: str, bracket: Bracket, piece: BracketPiece) -> bool:
    """Return whether a Chinese string is called a short form of one before it: 工信部 for short."""
    is_short = _SHORT_BEHIND.match(flat, piece.span.end, bracket.end)
    return is_short is not None or _SHORT_BEFORE.search(flat, bracket.start, piece.span.start) is not None


def _offers(
    flat: str, bracket: Bracket, anchor: BracketPiece, found: Sequence[BracketPiece], position: int, count: int
) -> Iterator[Proposal]:
    behind = list(after(flat, bracket.end))
    if spelled := spelled_behind(flat, bracket, behind):
        yield from spelled
        return
    before = list(proposals.before(flat, bracket.start, anchor.text, Layout.ENGLISH_BRACKET))
    before = closed_behind(flat, Span(bracket.start, bracket.end), before)
    before = with_line(flat, bracket, anchor.text, before)
    if count > 1:
        # Each Chinese string has its own English: a span that is not the matching list item is less likely.
        yield from proposals.listed(flat, bracket.start, position, count)
        name: ClueName = "shared_by_several" if position else "first_of_several"
        for offer in before:
            plural = (noted("several_of_plural"),) if _PLURAL.search(flat, *offer.span) else ()
            yield offer._replace(clues=(*offer.clues, noted(name), *plural))
    else:
        yield from before
    yield from _behind_reading(flat, bracket, anchor, list(proposals.inside(anchor, found)))
    yield from _before_inside(flat, bracket, anchor)
    yield from behind or rendered_later(flat, bracket.end)
    if translation := _NEXT_BRACKET.match(flat, bracket.end):
        english, chinese = rendered_parts(anchor.text, translation[1])
        if min(english, chinese) >= _MOSTLY:
            yield Proposal(Span(*translation.span(1)), Layout.AFTER_BRACKET, (noted("in_next_bracket"),))


def _behind_reading(
    flat: str, bracket: Bracket, anchor: BracketPiece, offers: Sequence[Proposal]
) -> Iterator[Proposal]:
    """Yield the English inside a bracket, with a clue if it translates Chinese whose reading is before the bracket.

    *qian* (谦, modesty), but a place has a remark: Yangzhou (扬州, Jiangsu Province)
    """
    behind = next((offer for offer in offers if offer.span.start > anchor.span.start), None)
    span = proposals.reading_before(flat, bracket.start, anchor.text) if behind else None
    reading = flat[slice(*span)] if span else ""
    is_place = span is not None and kind_of(anchor.text, reading) is TermKind.PLACE
    for offer in offers:
        if offer is not behind or span is None:
            yield offer
        elif translates_reading(reading, anchor.text, flat[slice(*offer.span)]):
            yield offer._replace(clues=(*offer.clues, noted("translates_reading")))
        elif not is_place:
            yield offer


def _before_inside(flat: str, bracket: Bracket, anchor: BracketPiece) -> Iterator[Proposal]:
    """Yield English inside a bracket before its Chinese: `(as in the Cold Food Festival 寒食节)`."""
    place = before_marks(flat, anchor.span.start)
    if flat[place - 1] == ":" or (flat[place - 1] in _DASHES and flat[place - 2] == " "):
        place -= 1
    if place > bracket.start + 1 and flat[place - 1] not in ",;.":
        offers = [
            offer
            for offer in proposals.before(flat, place, anchor.text, Layout.INSIDE, bracket.start + 1)
            if not is_label(flat[slice(*offer.span)])
        ]
        for offer in closed_behind(flat, Span(place, anchor.span.end), offers):
            yield offer._replace(clues=(*offer.clues, *_reading(flat, bracket, anchor, offer.span)))


def _reading(flat: str, bracket: Bracket, anchor: BracketPiece, english: Span) -> Iterator[Clue]:
    """Yield a clue if a span is pinyin that fills its bracket up to the Chinese, behind English.

    Example: political pluralism (zhengzhi de duoyuan xing 政治的多元性)
    """
    is_whole = flat[bracket.start + 1 : english.start].strip(' *_“"‘') == ""
    is_behind = LATIN_LETTER.search(flat, max(0, bracket.start - 3), bracket.start) is not None
    if is_whole and is_behind and flat[english.start].islower() and reads_as(flat[slice(*english)], anchor.text):
        yield noted("reading_in_bracket")


def _anchors(flat: str, bracket: Bracket, found: Sequence[BracketPiece]) -> list[BracketPiece]:
    """Return the Chinese strings of a bracket, joined if they are one phrase (尾条记者，头条作家)."""
    if len(found) < 2 or not all(
        piece.lead in ("，", ",", "、", "；", "/", "！", "：", ":") for piece in found[1:]
    ):
        return list(found)
    edge = peel(flat, bracket.start, max(0, bracket.start - WINDOW))
    is_variant = len({simplify(piece.text) for piece in found}) == 1
    is_phrase = _is_one_phrase(flat, edge, found[1].lead) or _is_quoted_with(flat, bracket)
    if is_variant or not is_phrase:
        return list(found)
    span = Span(found[0].span.start, found[-1].span.end)
    return [BracketPiece(span, flat[span.start : span.end], None, "", found[0].part, found[0].is_marked)]


def _with_year(flat: str, anchor: BracketPiece) -> BracketPiece:
    span = with_year(flat, anchor.span)
    return anchor if span == anchor.span else anchor._replace(span=span, text=flat[slice(*span)])


def _is_quoted_with(flat: str, bracket: Bracket) -> bool:
    """Return whether a quotation ends directly behind the bracket: `“study first, then work (先学，后做).”`."""
    closer = CLOSER_BEHIND.match(flat, bracket.end)
    return (
        closer is not None
        and closer[1] in CLOSE_QUOTES
        and opening(flat, bracket.start, closer[1], max(0, bracket.start - WINDOW)) >= 0
    )


def _is_one_phrase(flat: str, edge: Edge, lead: str) -> bool:
    """Return whether the English is one quotation that has a slash, colon or comma if the Chinese has one.

    Examples: Home/Land (家/土), _Red Earth: A Life_ (紅土：一生), “Here, read” (在这里,读). A colon is enough.
    """
    if not edge.enclosed:
        return lead in (":", "：") and ": " in flat[max(0, edge.end - _LONGEST_TITLE) : edge.end]
    start, end = edge.enclosed[0]
    if _LIST_BEFORE.search(flat, max(0, start - 8), start - 1):
        return False
    sign = ":" if lead == "：" else lead
    return sign not in "/:," or sign in flat[start:end]


def _pinyin(anchor: BracketPiece, found: Sequence[BracketPiece]) -> str | None:
    near = [piece for piece in found if piece.role is Role.READING]
    after = [piece for piece in near if piece.span.start > anchor.span.start]
    nearest = after[:1] or near[-1:]
    return nearest[0].text if nearest else None
