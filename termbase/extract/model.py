"""What extraction gives, a `Gloss`, and what it weighs: a `Site` with its `Candidate`s, each with its `Clue`s."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from termbase.extract.clue_names import ClueName
from termbase.text.span import Span


class Reason(NamedTuple):
    """One piece of evidence for a boundary: its name, its weight (log-odds, above 0 speaks for), a detail."""

    name: str
    weight: float
    detail: str = ""


class TermKind(StrEnum):
    """What a term names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    TITLE = "title"
    """A work, law, document or programme."""
    SLOGAN = "slogan"
    """A policy phrase, quotation or idiom used as a phrase."""
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Gloss:
    """A pair that an author glossed. `zh` and `en` are exactly the document's text at their spans.

    `layout` names how the two stand to each other (`en (zh)`, `zh（en）` ...). `confidence` is the probability
    that a translator would file exactly these two strings; `imperfect` pairs do not correspond in full.
    """

    zh: str
    en: str
    zh_span: Span
    en_span: Span
    layout: str
    confidence: float
    abbreviation: str | None = None
    pinyin: str | None = None
    imperfect: bool = False
    kind: TermKind = TermKind.TERM
    reasons: tuple[Reason, ...] = ()


class Clue(NamedTuple):
    """One observation about a candidate: `value` says how strongly it is seen; the weights say what it means."""

    name: ClueName
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
