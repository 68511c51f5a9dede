"""Known terms in a text, wherever they stand and however they are written.

Start from `Matcher.find`. Two lexicons, English and Chinese, each fold the text in their own way and look
all their terms up at once; `_longest` then chooses among what they found. A term that lies inside a longer
one (命运共同体 in 网络空间命运共同体) is not reported, whichever concept the longer one belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, Protocol

from termbase import english
from termbase.language import is_chinese, is_english
from termbase.model import ConceptEntry, TermSection, Termbase
from termbase.script import HAN, simplify

if TYPE_CHECKING:
    from daachorse import CharwiseDoubleArrayAhoCorasick


@dataclass(frozen=True, slots=True)
class Designation:
    """ISO 1087 designation: a term that stands for a concept in a language (canonical tag)."""

    concept: ConceptEntry
    language: str
    term: TermSection


@dataclass(frozen=True, slots=True)
class Hit:
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

    def __init__(self, *termbases: Termbase) -> None:
        """Compile the terms of all termbases into one lexicon a language."""
        known = [
            Designation(entry, language, term)
            for termbase in termbases
            for entry in termbase.entries
            for language, term in entry.terms()
        ]
        self._english = _Lexicon((d for d in known if is_english(d.language)), english.english_key, english.fold)
        self._chinese = _Lexicon((d for d in known if is_chinese(d.language)), chinese_pattern, fold_chinese)

    def find(self, text: str) -> list[Hit]:
        """The terms in a text, the longest from the left, without overlaps; concepts may share a place."""
        found: dict[tuple[int, int], _Match] = {}
        for reading in _readings(text):
            for match in self._english.find(reading):
                found.setdefault(match.span, match)
        matches = [*found.values(), *self._chinese.find(text)]
        return [hit for same_place in _longest(matches) for hit in _hits(same_place)]


class FoldedText(Protocol):
    """A text in comparable form with the way back to the original."""

    @property
    def text(self) -> str:
        """The comparable form."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original for a stretch of `text`."""


class _Match(NamedTuple):
    span: tuple[int, int]
    written: str
    designations: Sequence[Designation]


@dataclass(frozen=True, slots=True)
class FoldedChinese:
    """Chinese in comparable form, character by character; `offsets` says where each stood in the original."""

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original for a stretch of `text`."""
        return self.offsets[start], self.offsets[end - 1] + 1


_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LOWER = {ord(char): char.lower() for char in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_PLAIN = _WIDE | {code + 0xFEE0: char for code, char in _LOWER.items()} | _LOWER
_SKIPPED = re.compile(
    r"[\u00ad\u200b-\u200d\u2060\ufeff*]+"
    r"|[ \t\u3000]*[\r\n]+[ \t\u3000]*"
    rf"|(?<=[{HAN}])[ \t\u00a0]+(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])[ \t\u00a0]+(?=[{HAN}])"  # 生成式 AI
)
_SPREAD = re.compile(rf"(?<![{HAN}])(?:[{HAN}][ \u3000]){{3,}}[{HAN}](?![{HAN}])")  # 数 位 经 济


def fold_chinese(text: str) -> FoldedChinese:
    """Chinese in comparable form: one script, width and case, without line breaks and what is not seen."""
    plain = simplify(text).translate(_PLAIN)
    skipped = {offset for gap in _SKIPPED.finditer(plain) for offset in range(*gap.span())}
    for title in _SPREAD.finditer(plain):
        skipped.update(range(title.start() + 1, title.end(), 2))
    if not skipped:
        return FoldedChinese(plain, range(len(plain)))
    kept = [offset for offset in range(len(plain)) if offset not in skipped]
    return FoldedChinese("".join([plain[offset] for offset in kept]), kept)


def chinese_pattern(term: str) -> str:
    """A Chinese term as it is looked for. A single character is not: 网 is part of too many words."""
    pattern = fold_chinese(term.strip()).text
    return pattern if len(pattern) > 1 else ""


class _Lexicon:
    """The terms of one language, by folded form, in one automaton."""

    def __init__(
        self, known: Iterable[Designation], pattern: Callable[[str], str], fold: Callable[[str], FoldedText]
    ) -> None:
        by_pattern: dict[str, list[Designation]] = {}
        for designation in known:
            by_pattern.setdefault(pattern(designation.term.term), []).append(designation)
        by_pattern.pop("", None)
        self._fold = fold
        self._designations = list(by_pattern.values())
        self._automaton = _automaton(list(by_pattern))

    def find(self, text: str) -> Iterator[_Match]:
        """Every match that stands on its own, overlapping ones too."""
        if self._automaton is None:
            return
        folded = self._fold(text)
        for start, end, number in self._automaton.find_overlapping(folded.text):
            if not _cuts_word(folded.text, start) and not _cuts_word(folded.text, end):
                span = folded.span(start, end)
                yield _Match(span, text[slice(*span)], self._designations[number])


def _automaton(patterns: list[str]) -> CharwiseDoubleArrayAhoCorasick | None:
    if not patterns:
        return None
    from daachorse import CharwiseDoubleArrayAhoCorasick

    return CharwiseDoubleArrayAhoCorasick(patterns)


def _cuts_word(text: str, offset: int) -> bool:
    """Whether an offset has letters of an alphabet, digits or _ on both sides; Han characters part words."""
    return 0 < offset < len(text) and bool(_LATIN.match(text[offset - 1]) and _LATIN.match(text[offset]))


_LATIN = re.compile(rf"[^\W{HAN}]")
_BROKEN_WORD = re.compile(r"(?<=[a-z])-[ \t]*\r?\n[ \t]*(?=[a-z])")


def _readings(text: str) -> Iterator[str]:
    """The text with words that a line end broke joined (soft-, ware), then as it stands (cross-, border)."""
    if _BROKEN_WORD.search(text):
        yield _BROKEN_WORD.sub(lambda broken: "\u00ad" * len(broken[0]), text)
    yield text


def _longest(matches: Iterable[_Match]) -> Iterator[list[_Match]]:
    """What starts first, and of that the longest; matches of one place together."""
    end = 0
    in_order = sorted(matches, key=lambda match: (match.span[0], -match.span[1]))
    for (start, stop), same_place in groupby(in_order, key=lambda match: match.span):
        if start >= end:
            end = stop
            yield list(same_place)


def _hits(matches: list[_Match]) -> Iterator[Hit]:
    by_concept: dict[int, list[tuple[int, Designation]]] = {}
    for match in matches:
        for designation in match.designations:
            distance = _distance(match.written, designation)
            by_concept.setdefault(id(designation.concept), []).append((distance, designation))
    for candidates in by_concept.values():
        nearest = min(distance for distance, _ in candidates)
        kept = tuple(designation for distance, designation in candidates if distance == nearest)
        yield Hit(kept[0].concept, *matches[0].span, kept)


def _distance(written: str, designation: Designation) -> int:
    """0 as written, 1 but for case and hyphens, 2 but for number and spelling; Chinese forms are all near."""
    term = designation.term.term
    if is_chinese(designation.language) or written == term:
        return 0
    return 1 if english.surface(written) == english.surface(term) else 2
