"""Finds headings with a number in both languages: Chapter I General Provisions 第一章 总则.

Start from `numbered_head`. The numbers may stand before each side, or both before the heading: Lesson 4
第四课 At the Station 在火车站. Where the Chinese comes first, `head_sites` reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.extract.context import chinese_context
from termbase.extract.english.english_candidates import site_of
from termbase.extract.english.proposals import Proposal
from termbase.extract.heads import HEAD_SIGNS
from termbase.extract.model import Layout, Site, noted
from termbase.text.latin_words import LATIN
from termbase.text.offsets import MASK, Span
from termbase.text.script import HAN

ENGLISH_NUMBER = (
    r"(?:(?i:chapter|section|article|part|book|volume|lesson|unit|lecture|appendix|annex|schedule|module|topic"
    r"|figure|table) "
    r"(?:[IVXLC]+|\d+(?:[.-]\d+)?|[A-Z]|(?i:one|two|three|four|five|six|seven|eight|nine|ten))\b[.:：]?\s+)"
)
"""The number of a heading in English."""

CHINESE_NUMBER = (
    r"(?:(?:第\s?[〇零一二三四五六七八九十百\d]{1,5}\s?[章節节部編编篇卷講讲課课回条條單单]元?"
    r"|(?:附[件录錄表则則]|[单單]元|主[题題]|模[块塊]|[图圖表])\s?[〇零一二三四五六七八九十百\d.-]{1,5})[.:：、]?\s*)"
)
"""The number of a heading in Chinese."""

_ENGLISH = rf"(?P<english>[{LATIN}][{LATIN}'’,&/ -]{{1,80}}[{LATIN}])"
_CHINESE = rf"(?P<chinese>[{HAN}](?:[{HAN}、· ]{{0,28}}[{HAN}])?)"
_MARKS = rf"[*_{MASK}\s]*"
_NUMBERED = tuple(
    re.compile(rf"{HEAD_SIGNS}{form}{_MARKS}$")
    for form in (
        rf"{ENGLISH_NUMBER}{_ENGLISH}{_MARKS}[|/:：–—-]?\s*{CHINESE_NUMBER}{_CHINESE}",
        rf"{ENGLISH_NUMBER}{_MARKS}[|/(（]?\s*{CHINESE_NUMBER}[)）]?\s*[:：]?\s*{_ENGLISH}{_MARKS}{_CHINESE}",
    )
)


def numbered_head(flat: str) -> Span | None:
    """Return the span of the two languages of a heading that has a number in both, the English first, else None."""
    found = _match(flat)
    return Span(found.start("english"), found.end("chinese")) if found else None


def numbered_sites(flat: str) -> Iterator[Site]:
    """Yield the site of a heading that has a number in both languages."""
    if found := _match(flat):
        chinese, english = Span(*found.span("chinese")), Span(*found.span("english"))
        offer = Proposal(english, Layout.BARE, (noted("numbered_alike"),))
        yield site_of(flat, chinese, [offer], chinese_context(flat, chinese.start, found["chinese"]), None, None)


def _match(flat: str) -> re.Match[str] | None:
    return next((match for form in _NUMBERED if (match := form.match(flat))), None)
