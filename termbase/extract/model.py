"""What extraction gives: a glossed pair with its spans, and the reasons for its boundaries."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from termbase.text.span import Span


class Reason(NamedTuple):
    """One piece of evidence for a boundary: its name, its weight (log-odds, above 0 speaks for), a detail."""

    name: str
    weight: float
    detail: str = ""


class Kind(StrEnum):
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
    kind: Kind = Kind.TERM
    reasons: tuple[Reason, ...] = ()
