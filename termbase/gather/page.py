"""What the documents say about their terms, as the page that people read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from termbase.gather.concepts import GatheredConcept, GatheredTerm
from termbase.gather.job import Gathered
from termbase.gather.model import Attestation
from termbase.language import ENGLISH, SIMPLIFIED, TAIWAN
from termbase.model import TermType
from termbase.report.page import ConceptView, ContextView, Page, Segment, TermView
from termbase.text.script import Script, count_han, has_han, script_of

_LABELS = {TermType.ACRONYM: "acronym", TermType.VARIANT: "near variant, not glossed"}


def page(gathered: Gathered) -> Page:
    """The page of a main job's result."""
    terms = [term for concept in gathered.concepts for term in concept.terms]
    glosses = Counter(attestation.file for pair in gathered.pairs for attestation in pair.attestations)
    imperfect = sum(pair.imperfect for pair in gathered.pairs)
    return Page(
        title="Termbase",
        counts=(
            ("documents", len(gathered.files)),
            ("concepts", len(gathered.concepts)),
            ("pairs", len(gathered.pairs)),
            ("glosses", glosses.total()),
            ("near variants", sum(term.section.type is TermType.VARIANT for term in terms)),
            ("proposed forms", sum(term.section.proposed for term in terms)),
        ),
        concepts=tuple(map(_concept, gathered.concepts)),
        documents=tuple((file, glosses[file]) for file in gathered.files),
        notices=(f"{imperfect} of the pairs do not correspond in full: review them first.",) if imperfect else (),
    )


def _concept(concept: GatheredConcept) -> ConceptView:
    language_of = {term.section.term: term.language for term in concept.terms}
    contexts = {
        (attestation.place, attestation.pieces): attestation
        for term in concept.terms
        for attestation in term.attestations
    }
    return ConceptView(
        concept.id,
        tuple(map(_term, concept.terms)),
        tuple(_context(attestation, language_of) for attestation in contexts.values()),
        notes=tuple(_remarks(concept)),
    )


def _remarks(concept: GatheredConcept) -> Iterator[str]:
    for pair in concept.pairs:
        if pair.imperfect:
            yield f"{pair.zh} and “{pair.en}” do not correspond in full."


def _term(term: GatheredTerm) -> TermView:
    section = term.section
    return TermView(
        section.term,
        term.language,
        region=section.geographical_usage or "",
        status=section.status.value if section.status else "",
        labels=(_LABELS[section.type],) if section.type in _LABELS else (),
        notes=section.notes,
        count=len(term.attestations),
        is_proposed=section.proposed,
    )


def _context(attestation: Attestation, language_of: dict[str, str]) -> ContextView:
    sentence = attestation.sentence
    is_chinese = 2 * count_han(sentence) > len(sentence)
    language = _chinese_tag(sentence) if is_chinese else ENGLISH
    segments = (
        Segment(text, is_marked, language_of.get(text) or (_chinese_tag(text) if has_han(text) else ENGLISH))
        if is_marked
        else Segment(text)
        for text, is_marked in attestation.pieces
    )
    return ContextView(tuple(segments), f"{attestation.file}:{attestation.line}", language)


def _chinese_tag(text: str) -> str:
    return TAIWAN if script_of(text) in (Script.TRADITIONAL, Script.MIXED) else SIMPLIFIED
