"""What is weighed: a site is a string whose counterpart is sought, its candidates the pairs that it may be in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from termbase.text.span import Span


class Clue(NamedTuple):
    """One observation about a candidate: `value` says how strongly it is seen; the weights say what it means."""

    name: str
    value: float = 1.0
    detail: str = ""


class Layout(StrEnum):
    """How the two sides of a gloss stand to each other in the text."""

    ENGLISH_BRACKET = "en (zh)"
    INSIDE = "(en, zh)"
    AFTER_BRACKET = "(zh) en"
    LIST = "en, en (zh, zh)"
    BARE = "en zh"
    BARE_AFTER = "zh, or en"
    CHINESE_BRACKET = "zh (en)"
    INSIDE_CHINESE = "(zh (en))"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair that the text may mean, with the clues of its layout and, once observed, of its boundaries."""

    zh: Span
    en: Span
    layout: Layout
    clues: tuple[Clue, ...] = ()
    abbreviation: str | None = None
    pinyin: str | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """A place where a gloss may stand: its candidates exclude each other, and none may be right."""

    candidates: list[Candidate]
