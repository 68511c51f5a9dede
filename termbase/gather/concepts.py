"""From attested pairs to concepts: pairs whose Chinese has one match key are one concept.

Start from `concepts`. Every Chinese form and every English rendering becomes a term; forms that nobody wrote are
proposed where a term's wording and its characters belong to different regions, and marked so.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from termbase.gather.model import Attestation, AttestedPair, Verdict
from termbase.language import ENGLISH, HONG_KONG, SIMPLIFIED, TAIWAN, Region, canonical
from termbase.model import (
    AdministrativeStatus,
    ConceptEntry,
    Context,
    LanguageSection,
    TermSection,
    TermType,
    Transaction,
    TransactionType,
)
from termbase.text.chinese_key import chinese_key, script_key
from termbase.text.detect import chinese_of
from termbase.text.english import english_key
from termbase.text.wording import in_script_of, mainland_form, wording_region

_LANGUAGES = (ENGLISH, SIMPLIFIED, TAIWAN, HONG_KONG)


@dataclass(frozen=True, slots=True)
class GatheredTerm:
    """A term of a concept with the places that use it (none for a proposed one)."""

    language: str
    section: TermSection
    attestations: tuple[Attestation, ...] = ()


@dataclass(frozen=True, slots=True)
class GatheredConcept:
    """A concept as the documents give it. `id` depends on the Chinese match key alone: new documents keep it."""

    id: str
    pairs: tuple[AttestedPair, ...]
    terms: tuple[GatheredTerm, ...]

    def entry(self) -> ConceptEntry:
        """The concept as an entry of a termbase."""
        sections = [
            LanguageSection(tag, tuple(term.section for term in self.terms if term.language == tag))
            for tag in _LANGUAGES
        ]
        return ConceptEntry(self.id, tuple(section for section in sections if section.terms))


def concepts(pairs: Iterable[AttestedPair]) -> list[GatheredConcept]:
    """The concepts of some pairs, in the order of their first pairs."""
    by_key: dict[str, list[AttestedPair]] = defaultdict(list)
    for pair in pairs:
        by_key[chinese_key(pair.terms[0])].append(pair)
    return [
        GatheredConcept(
            "c-" + hashlib.sha256(key.encode()).hexdigest()[:12],
            tuple(group),
            (*_english_terms(group), *_abbreviations(group), *_chinese_terms(group, key)),
        )
        for key, group in by_key.items()
    ]


def add_variants(concept: GatheredConcept, found: Iterable[tuple[str, Attestation]]) -> GatheredConcept:
    """The concept with English renderings that stand in the documents without a gloss."""
    variants = _by_english_key(found)
    known = {english_key(term.section.term) for term in concept.terms if term.language == ENGLISH}
    note = f"near variant of “{concept.pairs[0].terms[1]}”, not glossed where it stands"
    new = (
        _english_term(uses, TermSection("", type=TermType.VARIANT, notes=(note,)))
        for key, uses in variants.items()
        if key not in known
    )
    return replace(concept, terms=(*concept.terms, *new))


def _english_terms(pairs: list[AttestedPair]) -> Iterator[GatheredTerm]:
    by_key: dict[str, list[AttestedPair]] = defaultdict(list)
    for pair in pairs:
        by_key[english_key(pair.terms[1])].append(pair)
    for group in by_key.values():
        uses = [(pair.terms[1], attestation) for pair in group for attestation in pair.attestations]
        yield _english_term(uses, _decided(TermSection(""), group))


def _by_english_key(uses: Iterable[tuple[str, Attestation]]) -> dict[str, list[tuple[str, Attestation]]]:
    by_key: dict[str, list[tuple[str, Attestation]]] = defaultdict(list)
    for form, attestation in uses:
        by_key[english_key(form)].append((form, attestation))
    return by_key


def _english_term(uses: list[tuple[str, Attestation]], section: TermSection) -> GatheredTerm:
    """One term for spellings that differ in capitals or hyphens only: the spelling used most, else first."""
    form = Counter(form for form, _ in uses).most_common(1)[0][0]
    return _with_contexts(ENGLISH, replace(section, term=form), [attestation for _, attestation in uses])


def _abbreviations(pairs: list[AttestedPair]) -> Iterator[GatheredTerm]:
    by_form: dict[str, list[Attestation]] = defaultdict(list)
    for pair in pairs:
        for abbreviation in pair.abbreviations:
            by_form[abbreviation] += pair.attestations
    for form, attestations in by_form.items():
        yield _with_contexts(ENGLISH, TermSection(form, type=TermType.ACRONYM), attestations)


def _chinese_terms(pairs: list[AttestedPair], key: str) -> Iterator[GatheredTerm]:
    attested: dict[str, list[AttestedPair]] = defaultdict(list)
    for pair in pairs:
        attested[pair.terms[0]].append(pair)
    has_regional_words = any(script_key(form) != key for form in attested)
    for form, group in attested.items():
        region = wording_region(form) or (Region.CN if has_regional_words and script_key(form) == key else None)
        section = _decided(TermSection(form, geographical_usage=region), group)
        uses = [attestation for pair in group for attestation in pair.attestations]
        yield _with_contexts(
            _chinese_language(form, region.tag if region else group[0].document_language), section, uses
        )
    yield from _proposals(attested)


def _chinese_language(form: str, otherwise: str) -> str:
    """The tag by the characters; what both scripts write alike (人民) has that of its wording or its document."""
    return canonical(chinese_of(form, otherwise))


def _proposals(attested: Iterable[str]) -> Iterator[GatheredTerm]:
    """The forms to expect beside the attested ones: the mainland wording, and the wording in its own characters."""
    forms = set(attested)
    for form in attested:
        region = wording_region(form)
        if region is None:
            continue
        in_own_script = in_script_of(form, region)
        for proposed, usage in ((mainland_form(form), Region.CN), (in_own_script, region)):
            if proposed not in forms:
                forms.add(proposed)
                note = f"{usage} form of {form}, converted; not seen in a document"
                section = TermSection(proposed, geographical_usage=usage, proposed=True, notes=(note,))
                yield GatheredTerm(_chinese_language(proposed, usage.tag), section)


def _decided(section: TermSection, pairs: list[AttestedPair]) -> TermSection:
    """The term with the status that a reviewer's decisions give it, and who took them when; else as it is."""
    decisions = [pair.decision for pair in pairs if pair.decision is not None]
    if not decisions:
        return section
    is_preferred = any(decision.verdict is Verdict.PREFER for decision in decisions)
    status = AdministrativeStatus.PREFERRED if is_preferred else AdministrativeStatus.ADMITTED
    taken = dict.fromkeys((decision.by, decision.date) for decision in decisions)
    transactions = tuple(Transaction(TransactionType.MODIFICATION, by, date) for by, date in taken)
    return replace(section, status=status, transactions=transactions)


def _with_contexts(language: str, section: TermSection, attestations: list[Attestation]) -> GatheredTerm:
    contexts = tuple(Context(attestation.sentence, attestation.place) for attestation in attestations)
    return GatheredTerm(language, replace(section, contexts=contexts), tuple(attestations))
