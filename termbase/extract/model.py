"""The values of extraction: the result, a `Gloss`, and the `Site`s with their `Candidate`s and `Clue`s."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, partial
from typing import NamedTuple, cast

from termbase.extract.clue_names import ClueName
from termbase.text.offsets import Span


class Reason(NamedTuple):
    """One piece of evidence: its name, its weight in log-odds (positive speaks for the pair), a detail."""

    name: str
    weight: float
    detail: str = ""


new_reason = cast("Callable[[tuple[str, float, str]], Reason]", partial(tuple.__new__, Reason))
"""Makes a reason in a fourth of the time that its class takes."""


class TermKind(StrEnum):
    """What kind of thing a term names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    TITLE = "title"
    """A work, law, document or programme."""
    SLOGAN = "slogan"
    """A policy phrase, quotation or idiom used as a phrase."""
    TERM = "term"
    ABBREVIATION = "abbreviation"
    """A pair whose English is an abbreviation alone: 商务部, MOFCOM."""


@dataclass(frozen=True, slots=True)
class Gloss:
    """A pair that an author glossed. `zh` and `en` are exactly the document's text at their spans (code points).

    `layout` shows how the two are arranged (`en (zh)`, `zh（en）` ...). `confidence` is the probability (0 to 1)
    that a translator would record exactly these two strings. `imperfect` pairs do not correspond in full.
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
    """One observation about a candidate; `value` is its strength, `detail` the observed text, for users.

    A learned weight decides whether the clue speaks for or against the candidate.
    """

    name: ClueName
    value: float = 1.0
    detail: str = ""


new_clue = cast("Callable[[tuple[ClueName, float, str]], Clue]", partial(tuple.__new__, Clue))
"""Makes a clue in a fourth of the time that its class takes."""

noted = cast("type[Clue]", lru_cache(maxsize=1 << 12)(Clue))
"""Makes a clue, or returns the same one again, which is faster; for clues of few strengths and details."""


class Layout(StrEnum):
    """How the two sides of a gloss are arranged in the text."""

    ENGLISH_BRACKET = "en (zh)"
    INSIDE = "(en, zh)"
    AFTER_BRACKET = "(zh) en"
    LIST = "en, en (zh, zh)"
    BARE = "en zh"
    BARE_AFTER = "zh, or en"
    CHINESE_BRACKET = "zh (en)"
    INSIDE_CHINESE = "(zh (en))"
    COLUMNS = "zh | en"
    """In a row of a table, in either order."""

    __hash__ = str.__hash__
    """That of enumerations is a function in Python."""


class Candidate(NamedTuple):
    """A pair of spans that may be a gloss, with the clues about it, and the abbreviation and pinyin beside it."""

    zh: Span
    en: Span
    layout: Layout
    clues: tuple[Clue, ...] = ()
    abbreviation: str | None = None
    pinyin: str | None = None


new_candidate = cast(
    "Callable[[tuple[Span, Span, Layout, tuple[Clue, ...], str | None, str | None]], Candidate]",
    partial(tuple.__new__, Candidate),
)
"""Makes a candidate in a fourth of the time that its class takes."""


class Site(NamedTuple):
    """A place where a gloss may be. At most one of its candidates is right; possibly none of them is.

    `scores` are the log-odds of the candidates, () until their clues have been weighed.
    """

    candidates: list[Candidate]
    scores: Sequence[float] = ()


new_site = cast("Callable[[tuple[list[Candidate], Sequence[float]]], Site]", partial(tuple.__new__, Site))
"""Makes a site in a fourth of the time that its class takes."""
