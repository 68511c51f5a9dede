"""Known terms in a text, wherever they stand and however they are written.

Start from `Matcher.find`. The text is folded for each language in its own way, and all terms are looked up in it at
once; `_longest` then chooses among what was found. A term that lies inside a longer one (命运共同体 in
网络空间命运共同体) is not reported, whichever concept the longer one belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from termbase.language import is_chinese
from termbase.match.lexicon import Designation, Lexicon, Meaning, SearchableTerms, by_concept
from termbase.model import ConceptEntry, Termbase
from termbase.text import english
from termbase.text.chinese import fold_chinese
from termbase.text.folded import Folded
from termbase.text.masks import FILL
from termbase.text.script import has_han
from termbase.text.word_edges import splits_word

__all__ = ["Designation", "Hit", "Matcher"]


class Hit(NamedTuple):
    """A place of a text that a concept's terms match: code points, 0-based, end-exclusive.

    `designations` are all terms of the concept that read so. In English those written most like the text only
    (`softwares` and not `software`, where both are listed); in Chinese the forms of all scripts.
    """

    concept: ConceptEntry
    start: int
    end: int
    designations: tuple[Designation, ...]


class Matcher:
    """Finds the terms of termbases. Languages other than English and Chinese are not looked for."""

    def __init__(self, *termbases: Termbase | SearchableTerms) -> None:
        """Compile the termbases that are not compiled yet."""
        self._terms = [one if isinstance(one, SearchableTerms) else SearchableTerms.of(one) for one in termbases]

    def find(self, text: str) -> list[Hit]:
        """The terms in a text, the longest from the left, without overlaps; concepts may share a place."""
        return [hit for same_place in _longest(self._readings(text)) for hit in _hits(same_place)]

    def find_nested(self, text: str) -> list[Hit]:
        """Every term in a text by place, inside or across others and words too: to ask whether one is there."""
        readings = self._readings(text, whole_words=False)
        matches = sorted((match for reading in readings for match in reading.matches()), key=_span)
        return [hit for _, same_place in groupby(matches, _span) for hit in _hits(list(same_place))]

    def _readings(self, text: str, whole_words: bool = True) -> Iterator[_ReadText]:
        if english.has_word(text):
            joined = _BROKEN_WORD.sub(lambda broken: FILL * len(broken[0]), text)
            for reading in dict.fromkeys((joined, text)):
                folded = english.fold_english(reading)
                for terms in self._terms:
                    yield _ReadText(reading, folded, terms.english, _cuts_latin)
        if has_han(text):
            in_chinese = fold_chinese(text)
            for terms in self._terms:
                yield _ReadText(text, in_chinese, terms.chinese, _cuts_word if whole_words else _cuts_latin)


@dataclass(slots=True)
class _ReadText:
    """A text as it is read in one language, and the lexicon to read it with."""

    text: str
    folded: Folded
    lexicon: Lexicon
    is_cut: Callable[[str, int, int], bool]
    chosen: int = 0
    """Where in the folded text the match ends that was chosen last."""

    def matches(self) -> Iterator[_PatternMatch]:
        """The matches by place, the longest first; none that begins inside the one that is chosen by then."""
        folded = self.folded.text
        found = self.lexicon.find(folded)
        found.sort(key=itemgetter(1), reverse=True)
        found.sort(key=itemgetter(0))
        for start, end, pattern in found:
            if start >= self.chosen and not self.is_cut(folded, start, end):
                yield _PatternMatch(*self.folded.span(start, end), pattern, self, end)


class _PatternMatch(NamedTuple):
    start: int
    end: int
    pattern: int
    reading: _ReadText
    folded_end: int


def _span(match: _PatternMatch) -> tuple[int, int]:
    return match.start, match.end


_BROKEN_WORD = re.compile(r"(?<=[a-z])-[ \t]*\r?\n[ \t]*(?=[a-z])")
"""A word that a line end broke (soft-, ware), or a hyphen at the end of a line (cross-, border)."""


def _cuts_latin(text: str, start: int, end: int) -> bool:
    """Whether an edge has letters of an alphabet, digits or _ on both sides; Han characters part words."""
    return (start > 0 and text[start - 1] != " " and _is_latin(text[start - 1]) and _is_latin(text[start])) or (
        end < len(text) and text[end] != " " and _is_latin(text[end]) and _is_latin(text[end - 1])
    )


@lru_cache(maxsize=1 << 12)
def _is_latin(char: str) -> bool:
    return (char.isalnum() or char == "_") and not has_han(char)


def _cuts_word(text: str, start: int, end: int) -> bool:
    return _cuts_latin(text, start, end) or splits_word(text, start, end)


def _longest(readings: Iterable[_ReadText]) -> Iterator[list[_PatternMatch]]:
    """What starts first, and of that the longest; matches of one place together.

    Each reading is told what was chosen of it before it is asked for its next match: it skips what lies inside.
    """
    same_place: list[_PatternMatch] = []
    taken = 0
    each = [reading.matches() for reading in readings]
    for match in each[0] if len(each) == 1 else merge(*each, key=lambda match: (match.start, -match.end)):
        if match.start >= taken:
            if same_place:
                yield same_place
            same_place, taken = [match], match.end
            match.reading.chosen = match.folded_end
        elif _span(match) == _span(same_place[0]):
            same_place.append(match)
    if same_place:
        yield same_place


def _hits(matches: Sequence[_PatternMatch]) -> Iterator[Hit]:
    """The hits at one place, a concept each."""
    first = matches[0]
    for concept, designations in _meanings(matches):
        yield Hit(concept, first.start, first.end, _nearest(first, designations))


def _meanings(matches: Sequence[_PatternMatch]) -> Sequence[Meaning]:
    if len(matches) == 1:
        return matches[0].reading.lexicon.meanings(matches[0].pattern)
    meanings = (meaning for match in _as_read(matches) for meaning in match.reading.lexicon.meanings(match.pattern))
    return by_concept(designation for meaning in meanings for designation in meaning.designations)


def _as_read(matches: Sequence[_PatternMatch]) -> Iterator[_PatternMatch]:
    """Without those at whose place a broken word, read as joined, is a term too."""
    read: dict[int, str] = {}
    for match in matches:
        if read.setdefault(id(match.reading.lexicon), match.reading.text) is match.reading.text:
            yield match


def _nearest(match: _PatternMatch, designations: tuple[Designation, ...]) -> tuple[Designation, ...]:
    """Those written most like the text."""
    if len(designations) == 1:
        return designations
    written = match.reading.text[match.start : match.end]
    distances = [_distance(written, designation) for designation in designations]
    nearest = min(distances)
    return tuple(one for one, distance in zip(designations, distances, strict=True) if distance == nearest)


def _distance(written: str, designation: Designation) -> int:
    """0 as written, 1 but for case and hyphens, 2 but for number and spelling; Chinese forms are all near."""
    term = designation.term.term
    if is_chinese(designation.language) or written == term:
        return 0
    return 1 if english.surface(written) == english.surface(term) else 2
