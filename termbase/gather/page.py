"""Turns the result of `gather` into the page that people read."""

from __future__ import annotations

from collections import Counter

from termbase.extract.wanted import DOUBTFUL
from termbase.gather.concepts import GatheredConcept, GatheredTerm
from termbase.gather.job import Gathered
from termbase.gather.model import Attestation, AttestedPair
from termbase.gather.review import COLUMNS, candidate_row
from termbase.language import ENGLISH, Region, canonical
from termbase.model import TermType
from termbase.report.concepts_html import ConceptView, ContextPiece, ContextView, Page, PairView, TermView
from termbase.text.chinese.pinyin import syllables
from termbase.text.detect import chinese_of, language_of
from termbase.text.regions.wording import in_script_of
from termbase.text.script import has_han

_SCRIPTS = (Region.CN, Region.TW)
"""A region for each script: the search finds a term in both."""

_LABELS = {TermType.ACRONYM: "acronym", TermType.VARIANT: "near variant, not glossed"}


def page(gathered: Gathered) -> Page:
    """Return the page for a result, to be rendered by `termbase.report`."""
    terms = [term for concept in gathered.concepts for term in concept.terms]
    glossed = [pair for pair in gathered.pairs if pair.is_glossed]
    glosses = Counter(attestation.file for pair in glossed for attestation in pair.attestations)
    mined = sum(pair.is_mined for pair in gathered.pairs)
    rejected = [pair for pair in gathered.pairs if pair.is_rejected]
    return Page(
        title="Termbase",
        counts=(
            ("documents", len(gathered.files)),
            ("concepts", len(gathered.concepts)),
            ("pairs", len(gathered.pairs)),
            ("glosses", glosses.total()),
            *([("mined pairs", mined)] if mined else []),
            ("near variants", sum(term.section.type is TermType.VARIANT for term in terms)),
            ("proposed forms", sum(term.section.proposed for term in terms)),
        ),
        concepts=tuple(map(_concept, gathered.concepts)),
        documents=tuple((file, glosses[file]) for file in gathered.files),
        rejected=tuple(_pair(f"rejected-pair-{number}", pair) for number, pair in enumerate(rejected, 1)),
        columns=COLUMNS,
        doubtful_below=DOUBTFUL,
    )


def _concept(concept: GatheredConcept) -> ConceptView:
    languages = {term.section.term: term.language for term in concept.terms}
    document_language = concept.pairs[0].document_language
    chinese = [term for term in languages if has_han(term)]
    contexts = {
        (attestation.place, attestation.pieces): attestation
        for term in concept.terms
        for attestation in term.attestations
    }
    return ConceptView(
        concept.id,
        tuple(map(_term, concept.terms)),
        tuple(_context(attestation, languages, document_language) for attestation in contexts.values()),
        pairs=tuple(_pair(f"{concept.id}-pair-{number}", pair) for number, pair in enumerate(concept.pairs, 1)),
        spellings=" ".join(dict.fromkeys(in_script_of(term, region) for term in chinese for region in _SCRIPTS)),
        readings=";".join(dict.fromkeys(" ".join(syllables(term)) for term in chinese)),
    )


def _pair(identifier: str, pair: AttestedPair) -> PairView:
    return PairView(
        identifier,
        pair.zh,
        pair.en,
        canonical(chinese_of(pair.zh, pair.document_language)),
        f"{pair.confidence:.2f}",
        pair.kind.value,
        ", ".join(pair.evidence) if pair.is_mined else "",
        pair.imperfect,
        pair.decision.verdict.value if pair.decision else "",
        candidate_row(pair),
    )


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


def _context(attestation: Attestation, languages: dict[str, str], document_language: str) -> ContextView:
    """Make the view of a sentence. Text that both scripts write alike gets the language of the document."""

    def term_language(text: str) -> str:
        chinese = canonical(chinese_of(text, document_language)) if has_han(text) else ENGLISH
        return languages.get(text, chinese)

    segments = (
        ContextPiece(text, is_marked, term_language(text) if is_marked else "")
        for text, is_marked in attestation.pieces
    )
    language = canonical(language_of(attestation.sentence, document_language))
    return ContextView(tuple(segments), f"{attestation.file}:{attestation.line}", language)
