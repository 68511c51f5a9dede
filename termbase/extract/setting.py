"""Finds what the marks and the word around a pair show of the kind of thing that it names."""

from __future__ import annotations

import re
from enum import StrEnum

from termbase.extract.marks import OPEN_QUOTES
from termbase.extract.model import Candidate, Layout
from termbase.text.word_classes import WordClass

LONGEST_MARK = 80
"""Characters before the English that are enough to see its marks, tags with their attributes among them."""

_ENCLOSED = frozenset(("enclosed", "enclosed_with_bracket"))
_ITALIC = re.compile(r"(?:(?<![*_])(?:\*\*|__)*[*_]|<(?:i|em|cite)\b[^<>]*>)\Z")
_WORD = re.compile(rf"\b([a-z]+)\s+(?:[{OPEN_QUOTES}*_]|<[^<>]*>)*\Z")


class Setting(StrEnum):
    """What the marks and the word before a pair show."""

    NONE = "none"
    QUOTED = "quoted"
    """The English is in quotation marks, as titles, slogans and new words are."""
    ITALIC = "italic"
    """The English is in italics, as titles and foreign words are."""
    WORK = "work"
    """The Chinese is in title marks (《》), or a word for a work stands before the English: the film Red Dust."""


def setting_of(text: str, candidate: Candidate, before: str) -> Setting:
    """Return the setting of a candidate in a text; `before` is what the document has before its English.

    Bold type and links show nothing: **Barry Lam** (林百里).
    """
    if candidate.zh.start > 0 and text[candidate.zh.start - 1] in "《〈":
        return Setting.WORK
    if text[candidate.en.start].isupper() and (word := _WORD.search(before)) and word[1] in WordClass.WORK.words:
        return Setting.WORK
    if _quoted_both(text, candidate):
        return Setting.WORK
    if _ENCLOSED.isdisjoint([name for name, _, _ in candidate.clues]):
        return Setting.NONE
    if before.endswith(("*", "_", ">")) and _ITALIC.search(before):
        return Setting.ITALIC
    return Setting.QUOTED if before.endswith(tuple(OPEN_QUOTES)) else Setting.NONE


def _quoted_both(text: str, candidate: Candidate) -> bool:
    """Return whether both are in quotation marks, the English in a bracket, as titles are: “灯河” [“Lamp River”].

    New words and slogans begin in lower case so.
    """
    (zh, _), (en, end) = candidate.zh, candidate.en
    if candidate.layout is not Layout.CHINESE_BRACKET or not (zh and en and text[en].isupper()):
        return False
    return all(text[place - 1] in OPEN_QUOTES for place in (zh, en)) and len(text[en:end].split()) > 1
