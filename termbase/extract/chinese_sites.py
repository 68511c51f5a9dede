"""Finds candidate pairs of English in a bracket and Chinese before it: `卷积网络（convolutional network）`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termbase.extract import chinese_clues
from termbase.extract.before import WINDOW, peel
from termbase.extract.clue_names import composed
from termbase.extract.context import beside_english, leads_variant
from termbase.extract.marks import HAN_CHARACTER, Bracket
from termbase.extract.model import Candidate, Clue, Layout, Site
from termbase.extract.pieces import BracketPiece, abbreviation_in
from termbase.extract.roles import Role
from termbase.text.offsets import Span
from termbase.text.script import HAN

_STOP = re.compile(rf"[^{HAN}0-9A-Za-z·‧．•・∙･ \-—–+&.～~]|[—–]{{2}}")
_START = re.compile(f"[{HAN}]|(?<![0-9A-Za-z])[0-9A-Za-z]")
_LONGEST = 40
_ARTICLE = re.compile("the |an? ")


class Marked(NamedTuple):
    """A span and the clues from the way it was found."""

    span: Span
    clues: tuple[Clue, ...] = ()


def chinese_sites(flat: str, bracket: Bracket, found: Sequence[BracketPiece]) -> Iterator[Site]:
    """Yield a site for each English string in a bracket that follows Chinese; `found` are the bracket's pieces."""
    context = tuple(beside_english(flat, bracket, found))
    short = abbreviation_in(found)
    for number, options in enumerate(_english_strings(found)):
        site = _site(flat, bracket.start, options, (*context, Clue("second_english", number)), short)
        yield site
        yield from _also_called(flat, found, site)
        for stroke in sorted({candidate.zh.start - 1 for candidate in site.candidates if candidate.zh.start}):
            if flat[stroke] == "/":  # 环/圈 (cycle): two Chinese strings for one English
                yield _site(flat, stroke, options, (*context, Clue("before_stroke")), short)


def _site(
    flat: str, place: int, options: Sequence[Marked], context: tuple[Clue, ...], abbreviation: str | None
) -> Site:
    candidates = []
    for span, clues in options:
        english = flat[span.start : span.end]
        short = abbreviation if abbreviation != english else None
        for chinese, own in _chinese_spans(flat, place, english):
            every = (Clue("zh_first"), *_form(english), *own, *clues, *context)
            candidates.append(Candidate(chinese, span, Layout.CHINESE_BRACKET, every, short))
    return Site(candidates)


def _english_strings(found: Sequence[BracketPiece]) -> Iterator[list[Marked]]:
    """Yield, for each English string of a bracket, the spans that it may have: its end can be ambiguous."""
    group: list[BracketPiece] = []
    for piece in found:
        if piece.role is not Role.ENGLISH:
            continue
        if group and piece.lead not in (",", "，"):
            yield _readings(group)
            group = []
        group.append(piece)
    if group:
        yield _readings(group)
        return
    for piece in found:
        if piece.role in (Role.ABBREVIATION, Role.READING):
            yield [Marked(piece.span, (Clue(composed(f"en_{piece.role}")),))]
            return


def _readings(group: Sequence[BracketPiece]) -> list[Marked]:
    """Return the possible spans of pieces joined by commas.

    `first in, first out` is one term with a comma; in `Precision, a measure` the term is followed by a remark.
    """
    start = group[0].span.start
    if article := _ARTICLE.match(group[0].text):
        start += article.end()
    if len(group) == 1:
        return [Marked(Span(start, group[0].span.end))]
    whole = Marked(Span(start, group[-1].span.end), (Clue("en_joined"),))
    return [whole, Marked(Span(start, group[0].span.end), (Clue("en_first_part"),))]


def _chinese_spans(flat: str, place: int, english: str) -> Iterator[Marked]:
    floor = max(0, place - WINDOW)
    edge = peel(flat, place, floor)
    stretch = Span(_leftmost(flat, floor, edge.end), edge.end)
    for span in edge.enclosed:
        if HAN_CHARACTER.search(flat, *span):
            yield Marked(span, (Clue("zh_enclosed"), *chinese_clues.observe(flat, english, span, span)))
    for match in _START.finditer(flat, *stretch):
        span = Span(match.start(), edge.end)
        if span not in edge.enclosed and HAN_CHARACTER.search(flat, *span):
            is_cut = any(other.start < span.start for other in edge.enclosed)
            cuts = (Clue("zh_cuts_enclosed"),) if is_cut else ()
            yield Marked(span, (*cuts, *chinese_clues.observe(flat, english, stretch, span)))


def _leftmost(flat: str, floor: int, end: int) -> int:
    """Return the leftmost offset at which the Chinese before a bracket may begin: behind punctuation or a mark."""
    leftmost = max(floor, end - _LONGEST)
    for match in _STOP.finditer(flat, leftmost, end):
        leftmost = match.end()
    while leftmost < end and flat[leftmost] == " ":
        leftmost += 1
    return leftmost


def _form(english: str) -> Iterator[Clue]:
    if len(english) == 1:
        yield Clue("en_single_letter")
    if re.fullmatch(r"\w+ [\d.]+", english):
        yield Clue("en_numbered")
    if re.fullmatch(r"[A-Z][A-Z.]*\s?\d{3,}", english):
        yield Clue("en_document_number")
    if re.fullmatch(r"[\w-]+\.[a-z]\w{0,4}", english):
        yield Clue("en_file_name")


def _also_called(flat: str, found: Sequence[BracketPiece], first: Site) -> Iterator[Site]:
    """Yield sites for a second Chinese term: `旋转卡壳（Rotating Calipers，也称「旋转卡尺」）`."""
    for piece in found:
        if piece.role is None and leads_variant(piece.lead) and first.candidates:
            behind = flat[piece.span.end : piece.span.end + 3].lstrip("*_」 ")
            if not behind.startswith(("(", "（")):  # a bracket would hold its own English
                english = first.candidates[0]
                clues = (Clue("also_called"),)
                yield Site([Candidate(piece.span, english.en, Layout.INSIDE_CHINESE, clues, english.abbreviation)])
