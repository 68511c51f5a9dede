"""Where glosses may stand in one block, and all candidates of each place. Nothing is decided here.

Start from `find_sites`. Chinese in a bracket (or bare in English text) seeks its English; English in a bracket
behind Chinese seeks its Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from termbase.extract import chinese_clues, english_clues, proposals
from termbase.extract.before import WINDOW, opening, peel
from termbase.extract.brackets import Bracket, find_brackets
from termbase.extract.candidate import Candidate, Clue, Layout, Site
from termbase.extract.context import bracket_clues, chinese_context, is_date, is_english_host
from termbase.extract.latin import Role
from termbase.extract.marks import CLOSE_QUOTES, EMPHASIS, HAN_CHARACTER, KANA, LATIN_LETTER
from termbase.extract.model import Span
from termbase.extract.pieces import CHINESE, Piece, pieces
from termbase.extract.proposals import Proposal
from termbase.script import HAN, simplify

_STOP_CHINESE = re.compile(r"[^" + HAN + r"0-9A-Za-z·‧．•・∙･ \-—–+&.～~]|[—–]{2}")
_CHINESE_WINDOW = 40
_START = re.compile(f"[{HAN}]|(?<![0-9A-Za-z])[0-9A-Za-z]")
_LIST_BEFORE = re.compile(r"[\"”’」,] ?(?:and |or )?$")
_VARIANT_LEAD = re.compile("[也又亦通俗简簡全原或][称稱名叫作]?")


def find_sites(flat: str) -> Iterator[Site]:
    """The sites of a flattened block, in order of their first character."""
    brackets = find_brackets(flat)
    for bracket in brackets:
        yield from _bracket_sites(flat, bracket)
    yield from _bare_sites(flat, brackets)


def _bracket_sites(flat: str, bracket: Bracket) -> Iterator[Site]:
    inner = _without_brackets(flat, bracket)
    has_han = HAN_CHARACTER.search(inner, bracket.start + 1, bracket.end - 1) is not None
    has_latin = LATIN_LETTER.search(inner, bracket.start + 1, bracket.end - 1) is not None
    if not (has_han or has_latin):
        return
    edge = peel(flat, bracket.start, max(0, bracket.start - WINDOW))
    follows_han = edge.end > 0 and HAN_CHARACTER.match(flat, edge.end - 1) is not None
    if follows_han and has_latin:
        yield from _chinese_first(flat, inner, bracket)
    elif has_han and not follows_han:
        yield from _english_first(flat, inner, bracket)


def _without_brackets(flat: str, bracket: Bracket) -> str:
    """The text with brackets inside this one masked, since they are sites of their own."""
    if bracket.height == 0:
        return flat
    masked = list(flat[bracket.start : bracket.end])
    for match in re.finditer(r"[(（\[][^()（）\[\]]*[)）\]]", flat[bracket.start + 1 : bracket.end - 1]):
        masked[match.start() + 1 : match.end() + 1] = "|" * (match.end() - match.start())
    return flat[: bracket.start] + "".join(masked) + flat[bracket.end :]


# --- Chinese that seeks its English ---


def _english_first(flat: str, inner: str, bracket: Bracket) -> Iterator[Site]:
    found = pieces(inner, bracket.start + 1, bracket.end - 1)
    anchors = _anchors(flat, bracket, [piece for piece in found if piece.role is None])
    keys = list(dict.fromkeys(simplify(piece.text) for piece in anchors))
    for anchor in anchors:
        if is_date(anchor.text) or KANA.search(flat, bracket.start, bracket.end):
            continue
        position = keys.index(simplify(anchor.text))
        offers = list(proposals.before(flat, bracket.start, anchor.text, Layout.ENGLISH_BRACKET))
        offers = _closed_behind(flat, bracket, offers)
        if len(keys) > 1:
            offers += proposals.listed(flat, bracket.start, position, len(keys))
        offers += proposals.inside(anchor, found)
        offers += proposals.after(flat, bracket.end)
        if len(keys) > 1:
            offers = [_one_of_several(offer) for offer in offers]
        context = (
            *bracket_clues(flat, bracket, found, anchor, position),
            *chinese_context(flat, bracket.start, anchor.text),
        )
        yield _site(flat, anchor.span, anchor.text, offers, context, _pinyin(anchor, found), _abbreviation(found))


def _closed_behind(flat: str, bracket: Bracket, offers: Sequence[Proposal]) -> list[Proposal]:
    """`_Firing Line (連環炮)_`: a mark that closes behind the bracket was opened where the term begins."""
    closer = flat[bracket.end : bracket.end + 1]
    if not closer or closer not in CLOSE_QUOTES + EMPHASIS:
        return list(offers)
    start = opening(flat, bracket.start, closer, max(0, bracket.start - WINDOW)) + 1
    return [
        replace(offer, clues=(*offer.clues, Clue("enclosed_with_bracket")))
        if start and offer.span.start == start
        else replace(offer, clues=(*offer.clues, Clue("cuts_enclosed")))
        if 0 < start < offer.span.start
        else offer
        for offer in offers
    ]


def _one_of_several(offer: Proposal) -> Proposal:
    """Of several Chinese strings each seeks its own English: what is not set beside it is less likely."""
    if offer.layout is Layout.ENGLISH_BRACKET:
        return replace(offer, clues=(*offer.clues, Clue("shared_by_several")))
    return offer


def _anchors(flat: str, bracket: Bracket, found: Sequence[Piece]) -> list[Piece]:
    """The Chinese strings of a bracket; a comma or stroke inside a phrase does not part it (尾条记者，头条作家)."""
    if len(found) < 2 or not all(piece.lead in ("，", "、", "；", "/", "！") for piece in found[1:]):
        return list(found)
    edge = peel(flat, bracket.start, max(0, bracket.start - WINDOW))
    quoted = flat[edge.enclosed[0].start : edge.enclosed[0].end] if edge.enclosed else ""
    if edge.enclosed and _LIST_BEFORE.search(flat, 0, edge.enclosed[0].start - 1):
        return list(found)
    is_variant = len({simplify(piece.text) for piece in found}) == 1
    parted_alike = "/" in quoted if found[1].lead == "/" else bool(quoted)
    if is_variant or not parted_alike:
        return list(found)
    span = Span(found[0].span.start, found[-1].span.end)
    return [Piece(span, flat[span.start : span.end], None, "", found[0].part, found[0].is_marked)]


def _site(
    flat: str,
    chinese: Span,
    text: str,
    offers: Iterable[Proposal],
    context: tuple[Clue, ...],
    pinyin: str | None,
    abbreviation: str | None,
) -> Site:
    site = Site()
    seen: set[Span] = set()
    offers = list(offers)
    for offer in offers:
        span = _without_article(flat, offer)
        if span in seen or not LATIN_LETTER.search(flat, *span) or HAN_CHARACTER.search(flat, *span):
            continue
        seen.add(span)
        is_enclosed = any(clue.name in _ENCLOSED for clue in offer.clues)
        own = english_clues.observe(flat, text, span, is_enclosed)
        if _is_work(flat, chinese) and flat.startswith(("The ", "A ", "An "), span.start):
            own = (*own, Clue("title_keeps_article"))
        clues = (*offer.clues, Clue(f"layout {offer.layout}"), *own, *context)
        short = offer.abbreviation or abbreviation
        english = flat[span.start : span.end]
        site.candidates.append(
            Candidate(
                chinese, span, offer.layout, clues, short if short != english else None, offer.pinyin or pinyin
            )
        )
    site.candidates[:] = _against_transcription(site.candidates)
    return site


def _is_work(flat: str, chinese: Span) -> bool:
    return chinese.start > 0 and flat[chinese.start - 1] in "《〈"


_NO_TRANSLATION = {
    "inside_abbreviation", "sounds_alike", "sounds_alike_lower", "begins_with_function_word", "holds_verb",
    "ends_with_function_word",
}  # fmt: skip
_TRANSLATED = {"after_or", "bracket_follows", "after_link", "after_quoted", "before_linked_reading", "inside_link"}


def _against_transcription(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Beside a translation a transcription is not meant: `"Huanxiang Tuan" (還鄉團), or Homecoming Legion`."""
    has_translation = any(_is_translation(candidate) for candidate in candidates)
    has_transcription = any(_is_transcription(candidate) for candidate in candidates)
    return [
        replace(candidate, clues=(*candidate.clues, *_rivals(candidate, has_translation, has_transcription)))
        for candidate in candidates
    ]


def _rivals(candidate: Candidate, has_translation: bool, has_transcription: bool) -> Iterator[Clue]:
    if has_translation and _is_transcription(candidate):
        yield Clue("transcription_beside_translation")
    if candidate.layout in (Layout.AFTER_BRACKET, Layout.INSIDE):
        yield Clue(f"{candidate.layout} beside {'transcription' if has_transcription else 'English'}")


def _is_translation(candidate: Candidate) -> bool:
    values = {clue.name: clue.value for clue in candidate.clues}
    if values.keys() & _NO_TRANSLATION:
        return False
    is_beside = candidate.layout is Layout.INSIDE and "inside_before" in values
    is_rendering = "before_reading" in values and values.get("rendered", 0) == 1 and values["covered"] > 0.5
    return bool(_TRANSLATED & values.keys()) or is_beside or is_rendering


def _is_transcription(candidate: Candidate) -> bool:
    return any(clue.name.startswith("sounds_alike") and clue.value > 0.5 for clue in candidate.clues)


_ENCLOSED = {"enclosed", "inside_marked", "after_quoted", "quotation_with_tail", "enclosed_with_bracket"}


def _without_article(flat: str, offer: Proposal) -> Span:
    """Articles stay only where a mark stands before them."""
    span = offer.span
    names = {clue.name for clue in offer.clues}
    if names & _ENCLOSED:
        return span
    match = re.compile(r"(?:the|an?) +", re.IGNORECASE).match(flat, *span)
    return Span(match.end(), span.end) if match and offer.layout is not Layout.ENGLISH_BRACKET else span


def _pinyin(anchor: Piece, found: Sequence[Piece]) -> str | None:
    near = [piece for piece in found if piece.role is Role.READING]
    after = [piece for piece in near if piece.span.start > anchor.span.start]
    nearest = after[:1] or near[-1:]
    return nearest[0].text if nearest else None


def _abbreviation(found: Sequence[Piece]) -> str | None:
    return next((piece.text for piece in found if piece.role is Role.ABBREVIATION), None)


def _bare_sites(flat: str, brackets: Sequence[Bracket]) -> Iterator[Site]:
    """Chinese without a bracket around it, in English text."""
    place = 0
    for match in CHINESE.finditer(flat):
        start, end = match.span()
        while place < len(brackets) and brackets[place].end <= start:
            place += 1
        is_inside = any(bracket.start < start < bracket.end for bracket in brackets[max(0, place - 3) : place + 3])
        if is_inside or is_date(match.group()) or not is_english_host(flat, start, end):
            continue
        yield _bare_site(flat, Span(start, end), match.group())


def _bare_site(flat: str, chinese: Span, text: str) -> Site:
    place = chinese.start
    while place and flat[place - 1] in "“‘「『《〈\"'*_ ":
        place -= 1
    offers = list(proposals.before(flat, place, text, Layout.BARE))
    bracket = re.compile(r"[\"”’'」』》〉*_]*(?:/[\w’']+)?\s?[(（\[]([^()（）\[\]]{1,200})[)）\]]").match(
        flat, chinese.end
    )
    if bracket:
        found = pieces(flat, *bracket.span(1))
        anchor = Piece(chinese, text, None, "", -1, False)
        offers += [
            Proposal(offer.span, Layout.CHINESE_BRACKET, (*offer.clues, Clue("bracket_follows")))
            for offer in proposals.inside(anchor, found)
        ]
    if not (bracket and any(piece.role is Role.ENGLISH for piece in found)):
        offers += [
            Proposal(offer.span, Layout.BARE_AFTER, offer.clues, offer.abbreviation)
            for offer in proposals.after(flat, chinese.end)
        ]
    return _site(flat, chinese, text, offers, chinese_context(flat, chinese.start, text), None, None)


# --- English that seeks its Chinese ---


def _chinese_first(flat: str, inner: str, bracket: Bracket) -> Iterator[Site]:
    if is_english_host(flat, bracket.start, bracket.end):
        return  # the Chinese there is bare, and its English is sought
    found = pieces(inner, bracket.start + 1, bracket.end - 1)
    context = bracket_clues(flat, bracket, found, None, 0)
    abbreviation = _abbreviation(found)
    for number, options in enumerate(_english_strings(found)):
        site = _chinese_site(flat, bracket.start, options, (*context, Clue("second_english", number)), abbreviation)
        yield site
        yield from _also_called(flat, found, site)
        for stroke in {candidate.zh.start - 1 for candidate in site.candidates if candidate.zh.start}:
            if flat[stroke] == "/":
                yield _chinese_site(flat, stroke, options, (*context, Clue("before_stroke")), abbreviation)


def _chinese_site(
    flat: str,
    place: int,
    options: Sequence[tuple[Span, tuple[Clue, ...]]],
    context: tuple[Clue, ...],
    abbreviation: str | None,
) -> Site:
    site = Site()
    for span, clues in options:
        english = flat[span.start : span.end]
        short = abbreviation if abbreviation != english else None
        for chinese, own in _chinese_spans(flat, place, english):
            every = (Clue("zh_first"), *_english_form(english), *own, *clues, *context)
            site.candidates.append(Candidate(chinese, span, Layout.CHINESE_BRACKET, every, short))
    return site


def _english_strings(found: Sequence[Piece]) -> Iterator[list[tuple[Span, tuple[Clue, ...]]]]:
    """The English strings of a bracket, each with the ways to read where it ends."""
    english = [piece for piece in found if piece.role is Role.ENGLISH]
    if not english:
        others = [piece for piece in found if piece.role in (Role.ABBREVIATION, Role.READING)]
        for piece in others[:1]:
            yield [(piece.span, (Clue(f"en_{piece.role}"),))]
        return
    group: list[Piece] = []
    for piece in english:
        if group and piece.lead not in (",", "，"):
            yield _readings(group)
            group = []
        group.append(piece)
    yield _readings(group)


def _readings(group: Sequence[Piece]) -> list[tuple[Span, tuple[Clue, ...]]]:
    whole = Span(_behind_article(group[0]), group[-1].span.end)
    if len(group) == 1:
        return [(whole, ())]
    return [(whole, (Clue("en_joined"),)), (Span(whole.start, group[0].span.end), (Clue("en_first_part"),))]


def _behind_article(piece: Piece) -> int:
    """A title keeps its article: 《夢想機器》（The Dream Machine）; a term does not."""
    article = re.match("the |an? ", piece.text)
    return piece.span.start + article.end() if article else piece.span.start


def _chinese_spans(flat: str, place: int, english: str) -> Iterator[tuple[Span, tuple[Clue, ...]]]:
    floor = max(0, place - WINDOW)
    edge = peel(flat, place, floor)
    nearest = max(floor, edge.end - _CHINESE_WINDOW)
    starts = [match.end() for match in _STOP_CHINESE.finditer(flat, nearest, edge.end)]
    leftmost = starts[-1] if starts else nearest
    while leftmost < edge.end and flat[leftmost] == " ":
        leftmost += 1
    stretch = Span(leftmost, edge.end)
    for span in edge.enclosed:
        if HAN_CHARACTER.search(flat, *span):
            yield span, (Clue("zh_enclosed"), *chinese_clues.observe(flat, english, span, span))
    for match in _START.finditer(flat, leftmost, edge.end):
        span = Span(match.start(), edge.end)
        if span not in edge.enclosed and HAN_CHARACTER.search(flat, *span):
            cuts = (Clue("zh_cuts_enclosed"),) if any(other.start < span.start for other in edge.enclosed) else ()
            yield span, (*cuts, *chinese_clues.observe(flat, english, stretch, span))


def _english_form(english: str) -> Iterator[Clue]:
    if len(english) == 1:
        yield Clue("en_single_letter")
    if re.fullmatch(r"\w+ [\d.]+", english):
        yield Clue("en_numbered")


def _also_called(flat: str, found: Sequence[Piece], first: Site) -> Iterator[Site]:
    """`旋转卡壳（Rotating Calipers，也称「旋转卡尺」）`: a second Chinese string for the same English."""
    for piece in found:
        if piece.role is None and _VARIANT_LEAD.match(piece.lead) and first.candidates:
            follows_bracket = flat[piece.span.end : piece.span.end + 3].lstrip("*_」 ")[:1] in ("(", "（")
            if not follows_bracket:
                candidate = first.candidates[0]
                clues = (Clue("also_called"),)
                yield Site(
                    [Candidate(piece.span, candidate.en, Layout.INSIDE_CHINESE, clues, candidate.abbreviation)]
                )
