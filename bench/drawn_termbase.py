"""Derives a termbase of interface terms from a text and its translation, similar to one that a person would write.

- A term is a string that is somewhere a heading, a title or in quotation marks, and occurs in several segments.
- Its renderings are words or such strings in the other language. The first is the one with the best association
  (Dice's coefficient). Further ones are found in the same way in the segments that lack the earlier ones, as long
  as they occur often enough.
- A string is not a rendering if it, or a part of it, is associated more strongly with another word of the segments.
- A term is listed if at least two thirds of its segments have one of its renderings. The first rendering is
  preferred, the others are admitted.

Start from `Drawing`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from termbase.language import is_english
from termbase.match.matcher import Matcher
from termbase.model import AdministrativeStatus, ConceptEntry, LanguageSection, TermSection, Termbase
from termbase.text.chinese.words import frequency, part_of_speech, words
from termbase.text.english.folded_english import english_key
from termbase.text.script import HAN

PREFERRED, ADMITTED = AdministrativeStatus.PREFERRED, AdministrativeStatus.ADMITTED
LEAST = 5
"""Minimum number of segments with a term."""
WELL_ATTESTED, SHARE = 3, 0.05
"""Minimum number of segments with a rendering, and minimum share of the segments of its term."""
MOST = 2 / 3
"""Minimum share of the segments of a term that have one of its renderings."""
LIFT = 5
"""Minimum ratio of the frequency of a rendering in the segments of its term to that in all segments."""
BESIDE, PART = 0.7, 0.4
"""Minimum share of the segments with a rival word, and minimum Dice coefficient with a part of the rendering."""
SMALL = frozenset(
    "a an the to of in on at by for from with and or is are be as it its this that all any can you if not no do "
    "using use when will your which one each other".split()
)
NAME = re.compile(r"[A-Z][A-Za-z'-]*(?: [A-Za-z][A-Za-z'-]*){0,3}")
ENGLISH_RUN = re.compile(r"[A-Za-z][A-Za-z' -]*")
CHINESE_RUN = re.compile(f"[{HAN}]+")
QUOTED = re.compile(r"[「“《\"]([^「」“”《》\"]{2,60})[」”》\"]")


class Pair(NamedTuple):
    """A segment and its translation, with the page they are from."""

    page: str
    is_heading: bool
    source: str
    target: str


class Units(NamedTuple):
    """The possible terms of one side by key: the numbers of their segments, and their most frequent spelling."""

    where: dict[str, set[int]]
    written: dict[str, str]


def standing_alone(texts: Iterable[tuple[bool, str]], language: str) -> dict[str, str]:
    """Return the headings and the strings in quotation marks by key. A menu path is split into its parts."""
    found = set()
    for is_heading, text in texts:
        found |= {text.strip()} if is_heading else set()
        found |= {part.strip() for quoted in QUOTED.findall(text) for part in quoted.split(" - ")}
    return {key(text, language): text for text in sorted(found) if is_name(text, language)}


def is_name(text: str, language: str) -> bool:
    if is_english(language):
        cut = text.casefold().split()
        return NAME.fullmatch(text) is not None and not {cut[0], cut[-1]} & SMALL
    return re.fullmatch(f"[{HAN}]{{2,10}}", text) is not None


def key(unit: str, language: str) -> str:
    return english_key(unit) if is_english(language) else unit


def units(texts: Iterable[str], language: str, alone: Container[str]) -> Units:
    where: dict[str, set[int]] = defaultdict(set)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for number, text in enumerate(texts):
        for unit in units_of(text, language, alone):
            folded = key(unit, language)
            where[folded].add(number)
            written[folded][unit.lower()] += 1
    return Units(where, {unit: forms.most_common(1)[0][0] for unit, forms in written.items()})


def units_of(text: str, language: str, alone: Container[str]) -> Iterator[str]:
    """Yield the content words of a text, and its sequences of up to five words that are in `alone`."""
    glue = " " if is_english(language) else ""
    for run in (ENGLISH_RUN if glue else CHINESE_RUN).findall(text):
        cut = run.split() if glue else words(run)
        for first, word in enumerate(cut):
            if is_content(word, language):
                yield word
            for last in range(first + 1, min(first + 5, len(cut)) + 1):
                stretch = glue.join(cut[first:last])
                if key(stretch, language) in alone and not (last == first + 1 and is_content(word, language)):
                    yield stretch


def is_content(word: str, language: str) -> bool:
    if is_english(language):
        return len(word) > 2 and word.casefold() not in SMALL
    return len(word) > 1 and frequency(word) > 0 and part_of_speech(word)[:1] in set("nvaijltbsfz")


class Drawing:
    """Derives the termbase of a text from its segment pairs."""

    def __init__(self, pairs: Sequence[Pair], source: str, target: str) -> None:
        self.languages = source, target
        self.count = len(pairs)
        names = standing_alone(((pair.is_heading, pair.source) for pair in pairs), source)
        alone = standing_alone(((pair.is_heading, pair.target) for pair in pairs), target)
        self.sources = units((pair.source for pair in pairs), source, names)
        self.targets = units((pair.target for pair in pairs), target, alone)
        self.units_in = by_segment(self.sources)
        self.renderings_in = by_segment(self.targets)
        self.places = places_of(names, (pair.source for pair in pairs), source)

    def termbase(self) -> Termbase:
        """Return the termbase of all terms that qualify."""
        entries = (self._entry(name, segments) for name, segments in self.places.items())
        return Termbase(tuple(entry for entry in entries if entry))

    def _entry(self, name: str, segments: set[int]) -> ConceptEntry | None:
        renderings, rest = self._renderings(name, segments)
        if len(segments) < LEAST or len(rest) > (1 - MOST) * len(segments):
            return None
        source, target = self.languages
        terms = tuple(
            TermSection(self.targets.written[each], ADMITTED if rank else PREFERRED)
            for rank, each in enumerate(renderings)
        )
        term = TermSection(self.sources.written.get(name, name), PREFERRED)
        return ConceptEntry(f"c-{name}", (LanguageSection(source, (term,)), LanguageSection(target, terms)))

    def _renderings(self, name: str, segments: set[int]) -> tuple[list[str], set[int]]:
        """Return the renderings of a term, the best first, and the numbers of the segments without any of them."""
        found: list[str] = []
        refused: set[str] = set()
        rest, least = set(segments), max(WELL_ATTESTED, SHARE * len(segments))
        while len(rest) >= least:
            together = Counter(unit for segment in rest for unit in self.renderings_in[segment] - refused)
            scores = {
                unit: self._association(count, len(rest), unit, segments)
                for unit, count in together.items() if count >= least
            }  # fmt: skip
            best = max(scores, key=lambda unit: (scores[unit], len(unit), unit), default="")
            if not best or not scores[best]:
                break
            if self._has_rival(name, best, rest & self.targets.where[best]):
                refused.add(best)
                continue
            found.append(best)
            rest -= self.targets.where[best]
        return found, rest

    def _association(self, together: int, size: int, unit: str, segments: set[int]) -> float:
        """Return Dice's coefficient in the remaining segments; 0 if the unit is hardly more frequent there."""
        where = self.targets.where[unit]
        outside = len(where - segments)
        is_bound = together / size > LIFT * len(where) / self.count and together > outside / 9
        return 2 * together / (size + together + outside) if is_bound else 0

    def _has_rival(self, name: str, unit: str, segments: set[int]) -> bool:
        """Whether a rendering, or a part of it, is associated more strongly with another word of these segments."""
        own = dice(self.places[name], self.targets.where[unit])
        parts = [part for segment in list(segments)[:1] for part in self.renderings_in[segment] if part in unit]
        beside = Counter(each for segment in segments for each in self.units_in[segment])
        for other, count in beside.items():
            if count >= BESIDE * len(segments) and other not in name and name not in other:
                where = self.sources.where[other]
                if dice(where, self.targets.where[unit]) > own:
                    return True
                if any(part != unit and dice(where, self.targets.where[part]) > PART for part in parts):
                    return True
        return False


def by_segment(side: Units) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for unit, segments in side.where.items():
        for segment in segments:
            found[segment].add(unit)
    return found


def places_of(names: Mapping[str, str], texts: Iterable[str], language: str) -> dict[str, set[int]]:
    """Return the segments of each name, without those in which it is part of a longer name."""
    entries = (ConceptEntry(name, (LanguageSection(language, (TermSection(names[name]),)),)) for name in names)
    matcher = Matcher(Termbase(tuple(entries)))
    found: dict[str, set[int]] = defaultdict(set)
    for number, text in enumerate(texts):
        for hit in matcher.find(text):
            found[hit.concept.id].add(number)
    return found


def dice(first: set[int], second: set[int]) -> float:
    return 2 * len(first & second) / (len(first) + len(second))
