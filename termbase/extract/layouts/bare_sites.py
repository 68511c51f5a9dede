"""Finds the candidate pairs of Chinese that no bracket holds: `the data flow 数据流动`. Start from `bare_sites`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.extract.context import chinese_context
from termbase.extract.english import proposals
from termbase.extract.english.english_candidates import before_marks, closed_behind, site_of
from termbase.extract.english.proposals import Proposal
from termbase.extract.english.proposals_after import (
    after,
    further_meanings,
    linked_after,
    reading_after,
    rendered_later,
    translated_behind,
)
from termbase.extract.kind import is_personal_name
from termbase.extract.layouts.bare_chinese import BRACKET_BEHIND, LONGEST, SET_OFF_BEFORE, is_heading, is_in_english
from termbase.extract.layouts.rendered_beside import rendered_end
from termbase.extract.marks import LATIN_LETTER
from termbase.extract.model import Clue, Layout, Site, noted
from termbase.extract.pieces import pieces
from termbase.extract.roles import Role, is_label
from termbase.renderings.parts import rendered_parts
from termbase.renderings.sound import reads_as
from termbase.text.offsets import Span

_LINK_BEFORE = re.compile(
    r"(?<=[\w”\"'’*_)])(?:,? (?:or|or simply|named"
    r"|(?:(?:is|are|was|were) (?:(?:also|often|usually) )?)?(?:called|known as)"
    r"|(?:(?:is|are) )?(?:or |also )?(?:known |called )?in Chinese(?: as)?)"
    r"|[’']s Chinese (?:name|title) (?:is|was))$"
)
"""What links English to bare Chinese behind it: lantern riddles, or 灯谜; a tax called 商税."""
_LONGEST_LINK = 30
_ENDS = frozenset(("", *",;:.，；：。、"))
"""What ends the text before bare Chinese."""

_APPOSED = tuple(",.;)")
"""What ends Chinese between commas."""

_RENDERED = 0.5
"""More than this part of each side renders the other, if only a comma stands between."""

_LIST_PART = re.compile("[^、]+")
"""One name of a list: Gao Yun and Wang Shao 高云、王绍."""

_DASHED = re.compile("(?:—{1,2}|–|[-=]>|(?<= )[-=]|(?<=[a-z]{2})-)$")
"""A dash, or a sign in its place: angel investor——天使投资人, Reciprocity-互惠, uncle = 叔叔."""


def bare_sites(flat: str, chinese: Span) -> Iterator[Site]:
    """Yield the sites of Chinese without a bracket: of each person, if it lists persons."""
    text = flat[chinese.start : chinese.end]
    place = before_marks(flat, chinese.start)
    names = [Span(*part.span()) for part in _LIST_PART.finditer(flat, *chinese)]
    if len(names) > 1 and all(is_personal_name(flat[slice(*name)]) for name in names):
        for position, name in enumerate(names):
            offers = proposals.listed(flat, place, position, len(names))
            yield site_of(flat, name, offers, chinese_context(flat, name.start, flat[slice(*name)]), None, None)
        return
    site = _bare_site(flat, chinese)
    yield site
    yield from _further_sites(flat, site)
    if flat[place - 1 : place] not in _ENDS:
        other = proposals.alternative(flat, place, text, Layout.BARE)
        if other:
            yield site_of(flat, chinese, other, chinese_context(flat, chinese.start, text), None, None)


def _further_sites(flat: str, site: Site) -> Iterator[Site]:
    """Yield a site for each further meaning that is quoted behind bare Chinese: 搞 gǎo “do; make”."""
    for first in site.candidates:
        names = [clue.name for clue in first.clues]
        if first.layout is Layout.BARE_AFTER and "after_quoted" in names:
            context = chinese_context(flat, first.zh.start, flat[slice(*first.zh)])
            clues = tuple(noted(name) for name in ("behind_reading", "after_link", "after_quoted") if name in names)
            for span in further_meanings(flat, first.en.end):
                yield site_of(flat, first.zh, [Proposal(span, Layout.BARE_AFTER, clues)], context, None, None)


def _after_bare(offer: Proposal, is_read: bool) -> Proposal:
    """Return what stands behind bare Chinese: a dash behind its reading leads to the translation.

    Example: 点赞 (diǎnzàn) - Like
    """
    is_led_to = is_read and any(clue.name in ("ends_entry", "after_dash") for clue in offer.clues)
    clues = (*offer.clues, noted("dash_behind_reading")) if is_led_to else offer.clues
    return offer._replace(layout=Layout.BARE_AFTER, clues=clues)


def _end_of_quotation(flat: str, chinese: Span) -> int:
    """Return the offset behind the mark that closes quoted Chinese and a comma in it: "数字中国," he said."""
    mark = flat[chinese.start - 1 : chinese.start]
    is_closed = mark in ('"', "'") and flat.startswith((f",{mark}", f".{mark}"), chinese.end)
    return chinese.end + 2 if is_closed else chinese.end


def _bare_site(flat: str, chinese: Span) -> Site:
    text = flat[chinese.start : chinese.end]
    place = before_marks(flat, chinese.start)
    offers: list[Proposal] = []
    if set_off := SET_OFF_BEFORE.fullmatch(flat, max(0, chinese.start - LONGEST), chinese.start):
        offers.append(Proposal(Span(*set_off.span("english")), Layout.BARE, (noted("set_off_in_head"),)))
    if dash := _DASHED.search(flat, max(0, place - 3), place):
        offers += proposals.before(flat, dash.start(), text, Layout.BARE)
    elif flat[place - 1 : place] in (":", "："):
        before = proposals.before(flat, place - 1, text, Layout.BARE)
        offers += [offer for offer in before if not is_label(flat[slice(*offer.span)])]
    elif flat[place - 1 : place] not in _ENDS and flat[place - 1 : place] != "-":  # T-恤 is one word
        offers += closed_behind(
            flat, Span(place, chinese.end), list(proposals.before(flat, place, text, Layout.BARE))
        )
    elif flat[place - 1 : place] == "," and flat[chinese.end : chinese.end + 1] in _APPOSED:
        before = proposals.before(flat, place - 1, text, Layout.BARE)
        offers += [offer for offer in before if _renders(flat[slice(*offer.span)], text)]
    if link := _LINK_BEFORE.search(flat, max(0, place - _LONGEST_LINK), place):
        linked = proposals.before(flat, link.start(), text, Layout.BARE)
        strength = 2.0 if "Chinese" in link[0] else 1.0
        offers += [offer._replace(clues=(*offer.clues, Clue("before_link", strength))) for offer in linked]
    bracket = BRACKET_BEHIND.match(flat, chinese.end)
    found = pieces(bracket[1], bracket.start(1)) if bracket else []
    if not any(piece.role is Role.ENGLISH and not reads_as(piece.text, text) for piece in found):
        readings = list(reading_after(flat, chinese.end, text))
        offers += readings
        offers += translated_behind(flat, readings[-1].span, text) if readings else ()
        offers += linked_after(flat, chinese.end)
        end = _end_of_quotation(flat, chinese)
        behind = list(after(flat, end)) or rendered_later(flat, end)
        read = any(piece.role is Role.READING for piece in found)
        offers += [_after_bare(offer, read) for offer in behind]
    context = chinese_context(flat, chinese.start, text)
    if is_heading(flat, *chinese):
        context = (*context, noted("fills_heading"))
    if not is_in_english(flat, *chinese) and rendered_end(flat, chinese.start) == chinese.end:
        context = (*context, noted("rendered_beside"))
    elif LATIN_LETTER.match(flat, chinese.start - 1):
        context = (*context, noted("glued"))
    if len(text) == 1:
        context = (*context, noted("bare_one_character"))
    return site_of(flat, chinese, offers, context, None, None)


def _renders(english: str, chinese: str) -> bool:
    """Return whether English before a comma reads or renders the Chinese behind it: inflation, 通货膨胀, is."""
    return reads_as(english, chinese) or min(rendered_parts(chinese, english)) > _RENDERED
