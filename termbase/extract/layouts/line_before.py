"""Finds English before a bracket that fills its line, and English behind it that spells letters before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from termbase.extract.english.proposals import Proposal
from termbase.extract.heads import head_before
from termbase.extract.marks import Bracket
from termbase.extract.model import Layout, noted
from termbase.renderings.rendered_characters import rendered_bits
from termbase.text.english.initials import initials_of
from termbase.text.latin_words import LATIN, is_abbreviation, latin_words, words_in
from termbase.text.offsets import Span

_LINE = re.compile(rf"(?:[Tt]he |[Aa]n? )?(?P<words>[{LATIN}][{LATIN}'’-]*(?:,? [{LATIN}'’-]+){{1,11}}) ?$")
"""English that fills a line up to a bracket."""

_LONGEST_LETTERS = 12
"""Characters before a bracket that are searched for an abbreviation."""


def spelled_behind(flat: str, bracket: Bracket, behind: Sequence[Proposal]) -> list[Proposal]:
    """Return the English behind a bracket that spells the letters before it: DPL (保护法) - Protection Law."""
    words = words_in(flat, max(0, bracket.start - _LONGEST_LETTERS), bracket.start)
    short = words[-1].text if words and is_abbreviation(words[-1].text) else ""
    return [
        offer._replace(abbreviation=short)
        for offer in behind
        if short and short.casefold() in initials_of(flat[slice(*offer.span)].split())
    ]


def with_line(flat: str, bracket: Bracket, chinese: str, offers: list[Proposal]) -> list[Proposal]:
    """Return the offers with the English that fills a line or item before a bracket that ends it.

    Such a phrase is a term as a whole if some of it is rendered: - walking back along the shore (沿岸归去), but not
    - Harbour Lamps (本地部署).
    """
    head = head_before(flat, bracket)
    line = _LINE.match(flat, head, bracket.start) if head >= 0 else None
    if line is None or not any(rendered_bits(word.text, chinese) for word in latin_words(line["words"])):
        return offers
    span = Span(*line.span("words"))
    clue = noted("fills_line")
    if any(offer.span == span for offer in offers):
        return [offer._replace(clues=(*offer.clues, clue)) if offer.span == span else offer for offer in offers]
    if offers and offers[0].is_enclosed():
        return offers
    return [Proposal(span, Layout.ENGLISH_BRACKET, (clue,)), *offers]
