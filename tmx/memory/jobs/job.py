"""What every kind of file to translate offers: its segments, and a place for the translation of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from tmx.content import plain
from tmx.model import Content


class Segment(NamedTuple):
    """A text to translate, and its translation (empty if there is none), both with their inline codes.

    A translation that somebody has yet to confirm is not `is_confirmed`.
    """

    number: int
    content: Content
    translation: Content = ()
    id: str = ""
    is_confirmed: bool = True
    also: str = ""
    """Another text that has the same translation: the singular of a plural, in a language without plural forms."""

    @property
    def text(self) -> str:
        """The text without codes."""
        return plain(self.content)

    @property
    def target(self) -> str:
        """The translation without codes, and without spaces around it."""
        return plain(self.translation).strip()


class Stored(NamedTuple):
    """A stored pair of texts, the score of their match, and the file that they came from."""

    source: str
    target: str
    score: int
    origin: str


class Filling(NamedTuple):
    """A translation for a segment: texts, and the numbers of the segment's codes (`tmx.memory.code_map.codes_of`).

    If not `has_codes`, the codes could not be placed. `source` and `target` are the stored texts that it is made
    of, `origin` is the file that they came from ("" if it is the one to translate), `score` that of their match,
    which may be one in context.
    """

    parts: tuple[str | int, ...]
    has_codes: bool
    source: str
    target: str
    score: int = 100
    origin: str = ""
    is_in_context: bool = False
    is_changed: bool = False
    """Whether something in it was put right that nobody has confirmed."""
    others: tuple[Stored, ...] = ()
    """Other translations of the same text, which are as exact."""

    @property
    def text(self) -> str:
        """The text without codes."""
        return "".join(part for part in self.parts if isinstance(part, str))

    @property
    def is_sure(self) -> bool:
        """Whether somebody has translated exactly this text, and nobody otherwise."""
        return self.score == 100 and self.has_codes and not self.is_changed and not self.others

    @property
    def stored(self) -> tuple[Stored, ...]:
        """The stored pair that it is made of, and the others."""
        return Stored(self.source, self.target, self.score, self.origin), *self.others


class Suggestion(NamedTuple):
    """A term of a segment as it is written there, and the terms to translate it with."""

    term: str
    translations: tuple[str, ...]


def noted(suggestions: Iterable[Suggestion]) -> str:
    """Return suggestions as a note for a translator."""
    return "terms: " + "; ".join(f"{each.term} = {' | '.join(each.translations)}" for each in suggestions)


def noted_others(filling: Filling) -> str:
    """Return the other translations of a text as a note for a translator; "" if there are none."""
    shown = " | ".join(each.target for each in filling.others)
    return f"other translations: {shown}" if shown else ""


class Job(Protocol):
    """An open file to translate."""

    @property
    def languages(self) -> tuple[str, str]:
        """The source and target language (canonical tags)."""

    @property
    def segments(self) -> Sequence[Segment]:
        """All segments, translated ones too, in order."""

    @property
    def remarks(self) -> Counter[str]:
        """What was left out or had to be changed, in the plural, with its count."""

    def fill(self, segment: Segment, filling: Filling) -> None:
        """Put a translation into the file, marked as to be reviewed if it is not sure."""

    def suggest(self, segment: Segment, suggestions: Sequence[Suggestion]) -> None:
        """Put the terms of a segment into the file, for its translator."""

    def data(self) -> bytes:
        """Return the file with all translations that were put into it."""
