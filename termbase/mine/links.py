"""Links the candidates of both sides of each segment pair, and collects how each linked pair is supported."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from termbase.mine.association import WordModel
from termbase.mine.candidates import (
    Candidates,
    chinese_spans,
    english_spans,
    is_chinese_stop,
    is_english_stop,
)
from termbase.mine.corpus import Corpus, CutText, Side, Span, Spans, Vocabulary
from termbase.mine.joined import joined
from termbase.mine.tokens import inner_words
from termbase.renderings.cedict import meanings
from termbase.text.english.english_stems import stem

_WORTH = 0.2
"""How strongly a word must be linked to make a pair better: a word that is not makes it worse by so much."""


class Fit(NamedTuple):
    """How well two candidates of a segment pair fit: the part of each side that the other explains, from 0 to 1."""

    gain: float
    """The sum of the links of all words, less what each word must have: longer pairs that fit have more."""
    english: float
    chinese: float


@dataclass(slots=True)
class LinkedPair:
    """A pair of candidates that fit each other best in some segment pairs.

    `segments` are the numbers of these. `english` and `chinese` are the sums of the parts explained.
    """

    english: float = 0.0
    chinese: float = 0.0
    en_forms: Counter[str] = field(default_factory=Counter)
    zh_forms: Counter[str] = field(default_factory=Counter)
    segments: list[int] = field(default_factory=list)


Pairs = dict[tuple[bytes, bytes], LinkedPair]
"""Linked pairs by their English and their Chinese candidates."""


class Linker:
    """Links the candidates of a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._segments = corpus.segments
        self._en, self._zh = corpus.english, joined(corpus.chinese)
        self.english = counted(english_spans, self._en)
        self.chinese = counted(chinese_spans, self._zh)
        self.chinese_words = sum(len(text.words) for text in self._zh.texts)
        stems = Vocabulary()
        self._stem_numbers = [
            -1 if is_english_stop(word) else stems.number(stem(word)) for word in self._en.vocabulary.words
        ]
        words = self._zh.vocabulary.words
        aligned = Vocabulary()
        self._aligned = [_aligned(word, aligned) for word in words]
        self._model = WordModel(
            [self._english_ids(text) for text in self._en.texts],
            [self._chinese_ids(text) for text in self._zh.texts],
            lambda e, c: stems.words[e] == stem(aligned.words[c]) or stems.words[e] in meanings(aligned.words[c]),
        )

    def pairs(self) -> Pairs:
        """Return all linked pairs."""
        found: Pairs = defaultdict(LinkedPair)
        for number, segment in enumerate(self._segments):
            en, zh = self._en.texts[number], self._zh.texts[number]
            for en_span, zh_span, fit in self._linked(en, zh):
                pair = found[en.key(*en_span), zh.key(*zh_span)]
                pair.english += fit.english
                pair.chinese += fit.chinese
                pair.en_forms[_form(segment.en, en, en_span)] += 1
                pair.zh_forms[_form(segment.zh, zh, zh_span)] += 1
                pair.segments.append(number)
        return found

    def _english_ids(self, text: CutText) -> list[int]:
        return sorted({self._stem_numbers[word] for word in text.words} - {-1})

    def _chinese_ids(self, text: CutText) -> list[int]:
        return sorted({number for word in text.words for number, _ in self._aligned[word]})

    def _linked(self, en: CutText, zh: CutText) -> Iterator[tuple[Span, Span, Fit]]:
        """Yield the candidates that fit each other better than any other of the segment pair."""
        en_spans, zh_spans = _first_spans(self.english, en), _first_spans(self.chinese, zh)
        rows = self._rows(en, zh)
        covering: dict[int, list[Span]] = defaultdict(list)
        for span in zh_spans:
            for place in range(*span):
                covering[place].append(span)
        best_chinese: dict[Span, tuple[Fit, Span]] = {}
        best_english: dict[Span, tuple[Fit, Span]] = {}
        for en_span in en_spans:
            content = [row for row in rows[slice(*en_span)] if row is not None]
            column = _column(content)
            for zh_span in {span for place in column for span in covering[place]}:
                fit = _fit(content, column, zh_span)
                if fit.gain > 0:
                    _keep_best(best_chinese, en_span, (fit, zh_span))
                    _keep_best(best_english, zh_span, (fit, en_span))
        for en_span, (fit, zh_span) in best_chinese.items():
            if best_english[zh_span][1] == en_span:
                yield en_span, zh_span, fit

    def _rows(self, en: CutText, zh: CutText) -> list[dict[int, float] | None]:
        """Return for each English word the places of the Chinese words linked to it; None for stop words."""
        links = self._model.links(self._english_ids(en), self._chinese_ids(zh))
        places: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for place, word in enumerate(zh.words):
            for number, part in self._aligned[word]:
                places[number].append((place, part))
        stems = [self._stem_numbers[word] for word in en.words]
        return [None if one < 0 else _placed(links.get(one, {}), places) for one in stems]


def _aligned(word: str, numbers: Vocabulary) -> list[tuple[int, float]]:
    """Return the numbers by which the word model knows a Chinese word and its parts, each with its share of it."""
    if is_chinese_stop(word):
        return []
    inner = (
        (numbers.number(part), len(part) / len(word)) for part in inner_words(word) if not is_chinese_stop(part)
    )
    return [(numbers.number(word), 1.0), *inner]


def _placed(links: Mapping[int, float], places: Mapping[int, Sequence[tuple[int, float]]]) -> dict[int, float]:
    found: dict[int, float] = defaultdict(float)
    for word, strength in links.items():
        for place, part in places[word]:
            found[place] += part * strength
    return found


def counted(spans: Spans, side: Side) -> Candidates:
    """Count the candidates of one side."""
    candidates = Candidates(spans, side.vocabulary.words)
    for text in side.texts:
        candidates.add(text)
    return candidates


def _first_spans(candidates: Candidates, text: CutText) -> list[Span]:
    """Return the first span of each independent candidate of a text."""
    first: dict[bytes, Span] = {}
    for span, key in candidates.of(text).items():
        if key not in first and candidates.is_independent(key):
            first[key] = span
    return list(first.values())


def _column(rows: Sequence[Mapping[int, float]]) -> dict[int, float]:
    """Return how strongly the rows together are linked to each place."""
    column: dict[int, float] = defaultdict(float)
    for row in rows:
        for place, strength in row.items():
            column[place] += strength
    return column


def _fit(rows: Sequence[Mapping[int, float]], column: Mapping[int, float], span: Span) -> Fit:
    places = range(*span)
    english = sum(min(1.0, sum(row.get(place, 0.0) for place in places)) for row in rows)
    chinese = sum(min(1.0, column.get(place, 0.0)) for place in places)
    gain = english + chinese - _WORTH * (len(rows) + len(places))
    return Fit(gain, english / len(rows), chinese / len(places))


def _keep_best(best: dict[Span, tuple[Fit, Span]], span: Span, found: tuple[Fit, Span]) -> None:
    if span not in best or found > best[span]:
        best[span] = found


def _form(text: str, cut: CutText, span: Span) -> str:
    return text[cut.starts[span[0]] : cut.ends[span[1] - 1]]
