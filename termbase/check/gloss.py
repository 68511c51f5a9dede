"""Pairs that an author glosses, against the pairs of the termbase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termbase.check.finding import Problem
from termbase.check.subject import Subject
from termbase.check.wanted import wanted_terms
from termbase.english import english_key
from termbase.extract.model import Gloss, Span
from termbase.language import ENGLISH, SIMPLIFIED, is_chinese, is_english
from termbase.model import ConceptEntry

_LEAST_CONFIDENCE = 0.5
"""Below, the boundaries of the pair are more likely wrong than right."""


def gloss(subject: Subject) -> Iterator[Problem]:
    """A gloss pairs a listed term with something else than the termbase does.

    Only where a bracket shows that a gloss is meant. Judged by the Chinese, in any script and regional wording,
    and where that is not listed by the English. Before the bracket nothing shows where a term begins, so there it
    is enough that the right term ends there.

    Bad: `the Digital Silk Road (一带一路)`
    Good: `the Digital Silk Road (数字丝绸之路)`
    """
    for pair in subject.glosses:
        if "(" in pair.layout and not pair.imperfect and pair.confidence >= _LEAST_CONFIDENCE:
            yield from _judge(subject, pair)


def _judge(subject: Subject, pair: Gloss) -> Iterator[Problem]:
    concepts = subject.known.by_chinese(pair.zh)
    if concepts:
        if not _ends_in(subject, concepts, pair, pair.en_span) and not any(_has_english(c, pair) for c in concepts):
            yield from _problem(pair, concepts, ENGLISH, subject.language)
        return
    concepts = [c for c in subject.known.by_english(pair.en) if any(is_chinese(tag) for tag, _ in c.terms())]
    if concepts and not _ends_in(subject, concepts, pair, pair.zh_span):
        yield from _problem(pair, concepts, SIMPLIFIED, subject.language)


def _has_english(concept: ConceptEntry, pair: Gloss) -> bool:
    keys = [english_key(term.term) for tag, term in concept.terms() if is_english(tag)]
    return not keys or english_key(pair.en) in keys


def _ends_in(subject: Subject, concepts: Sequence[ConceptEntry], pair: Gloss, span: Span) -> bool:
    """Whether a term of the concepts ends where the side before the bracket does."""
    is_before = span == min(pair.zh_span, pair.en_span)
    return is_before and any(hit.end == span.end and hit.concept in concepts for hit in subject.hits)


def _problem(pair: Gloss, concepts: Sequence[ConceptEntry], side: str, own: str) -> Iterator[Problem]:
    wrong, other, span = (pair.en, pair.zh, pair.en_span) if side == ENGLISH else (pair.zh, pair.en, pair.zh_span)
    language = own if side != ENGLISH and is_chinese(own) else side
    terms = tuple(dict.fromkeys(term for concept in concepts for term in wanted_terms(concept, language)))
    if terms:
        message = f"“{wrong}” is not what the termbase has for {other}"
        yield Problem(*span, message, concepts[0].id, terms)
