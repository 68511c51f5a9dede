"""Merges pairs of terms into concepts: pairs whose Chinese terms have the same match key form one concept.

Start from `concepts`. Every Chinese form and every English rendering becomes a term. If the wording of a Chinese
term belongs to another region than its characters (数位经济 is Taiwan wording in mainland characters), its forms
for both regions are added as proposed terms.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from termbase.extract.model import TermKind
from termbase.gather.model import Attestation, AttestedPair, Evidence, Verdict
from termbase.language import ENGLISH, HONG_KONG, SIMPLIFIED, TAIWAN, Region, canonical, subtags
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
from termbase.text.english.folded_english import english_key
from termbase.text.regions.wording import in_script_of, mainland_form, wording_region
from termbase.text.script import Script, script_of

_LANGUAGES = (ENGLISH, SIMPLIFIED, TAIWAN, HONG_KONG)


@dataclass(frozen=True, slots=True)
class GatheredTerm:
    """A term of a concept with the places that use it. A proposed term has no places."""

    language: str
    section: TermSection
    attestations: tuple[Attestation, ...] = ()


@dataclass(frozen=True, slots=True)
class GatheredConcept:
    """A concept found in documents. Its `id` depends only on the Chinese match key, so new documents keep it."""

    id: str
    pairs: tuple[AttestedPair, ...]
    terms: tuple[GatheredTerm, ...]

    @property
    def kind(self) -> TermKind:
        """What the concept names, by most of its pairs."""
        return Counter(pair.kind for pair in self.pairs).most_common(1)[0][0]

    @property
    def confidence(self) -> float | None:
        """The confidence of what its pairs imply, such as near variants. None if a pair was accepted."""
        return _confidence(self.pairs)

    def entry(self) -> ConceptEntry:
        """Return the concept as an entry of a termbase, with its languages in a fixed order."""
        sections = [
            LanguageSection(tag, tuple(term.section for term in self.terms if term.language == tag))
            for tag in _LANGUAGES
        ]
        return ConceptEntry(self.id, tuple(section for section in sections if section.terms), kind=self.kind.value)


def concepts(pairs: Iterable[AttestedPair]) -> list[GatheredConcept]:
    """Merge pairs into concepts, in the order of their first pairs."""
    by_key: dict[str, list[AttestedPair]] = defaultdict(list)
    for pair in pairs:
        by_key[chinese_key(pair.terms[0])].append(pair)
    return [
        GatheredConcept(
            "c-" + hashlib.sha256(name.encode()).hexdigest()[:12],
            tuple(group),
            (*_english_terms(group), *_chinese_terms(group, key)),
        )
        for key, all_of_key in by_key.items()
        for name, group in _meanings(key, all_of_key)
    ]


def _meanings(key: str, pairs: Sequence[AttestedPair]) -> Iterator[tuple[str, list[AttestedPair]]]:
    """Yield the pairs of a match key by meaning, each with a name of it: Taiwan's 訊息 (message) is not 資訊.

    Both are 信息 on the mainland. What a region has another word for is another concept, if its English differs.
    """
    words: dict[str, list[AttestedPair]] = defaultdict(list)
    for pair in pairs:
        words[script_key(pair.terms[0])].append(pair)
    main = max(words, key=lambda word: sum(len(pair.attestations) for pair in words[word]))
    apart = [word for word in words if word != main and _is_apart(word, words)]
    yield key, [pair for pair in pairs if script_key(pair.terms[0]) not in apart]
    yield from ((f"{key} {word}", words[word]) for word in apart)


def _is_apart(word: str, words: Mapping[str, Sequence[AttestedPair]]) -> bool:
    """Whether a word has an English of its own, and its region has another of the words."""
    region = wording_region(words[word][0].terms[0])
    others = [group for other, group in words.items() if other != word]
    has_rival = any(wording_region(group[0].terms[0]) is region for group in others)
    english = {english_key(pair.terms[1]) for group in others for pair in group}
    own = {english_key(pair.terms[1]) for pair in words[word]}
    return region is not None and has_rival and own.isdisjoint(english)


def add_variants(concept: GatheredConcept, found: Iterable[tuple[str, Attestation]]) -> GatheredConcept:
    """Add English renderings to a concept that occur in documents without a gloss, given with their places."""
    variants = _by_english_key(found)
    known = {english_key(term.section.term) for term in concept.terms if term.language == ENGLISH}
    note = f"near variant of “{concept.pairs[0].terms[1]}”, used without a gloss"
    new = (
        _english_term(uses, TermSection("", type=TermType.VARIANT, notes=(note,), confidence=concept.confidence))
        for key, uses in variants.items()
        if key not in known
    )
    return replace(concept, terms=(*concept.terms, *new))


def _english_terms(pairs: list[AttestedPair]) -> Iterator[GatheredTerm]:
    """Yield the English terms, then their abbreviations; one that is also glossed alone is one term."""
    by_key: dict[str, list[AttestedPair]] = defaultdict(list)
    for pair in pairs:
        by_key[english_key(pair.terms[1])].append(pair)
    abbreviated = _by_english_key(
        (form, use) for pair in pairs for form in pair.abbreviations for use in pair.attestations
    )
    for key, group in by_key.items():
        uses = [(pair.terms[1], attestation) for pair in group for attestation in pair.attestations]
        section = _decided(TermSection(""), group)
        if short := abbreviated.pop(key, []):
            section = replace(section, type=TermType.ACRONYM, confidence=_confidence(pairs))
        yield _english_term([*short, *uses], section)
    for uses in abbreviated.values():
        yield _english_term(uses, TermSection("", type=TermType.ACRONYM, confidence=_confidence(pairs)))


def _by_english_key(uses: Iterable[tuple[str, Attestation]]) -> dict[str, list[tuple[str, Attestation]]]:
    by_key: dict[str, list[tuple[str, Attestation]]] = defaultdict(list)
    for form, attestation in uses:
        by_key[english_key(form)].append((form, attestation))
    return by_key


def _english_term(uses: list[tuple[str, Attestation]], section: TermSection) -> GatheredTerm:
    """Make one term of spellings that differ only in capitals or hyphens: the most frequent one, or the first."""
    form = Counter(form for form, _ in uses).most_common(1)[0][0]
    return _with_contexts(ENGLISH, replace(section, term=form), [attestation for _, attestation in uses])


def _chinese_terms(pairs: list[AttestedPair], key: str) -> Iterator[GatheredTerm]:
    attested: dict[str, list[AttestedPair]] = defaultdict(list)
    for pair in pairs:
        attested[pair.terms[0]].append(pair)
    has_regional_words = any(script_key(form) != key for form in attested)
    for form, group in attested.items():
        region = wording_region(form) or (Region.CN if has_regional_words and script_key(form) == key else None)
        section = _decided(TermSection(form, geographical_usage=region), group)
        uses = [attestation for pair in group for attestation in pair.attestations]
        yield _with_contexts(_chinese_language(form, group[0].document_language), section, uses)
    yield from _proposals(attested)


def _chinese_language(form: str, document_language: str) -> str:
    """Return the tag for a form by its characters. Where they do not decide, it is the language of the document.

    Both scripts write 人民 alike. 網絡 is Traditional and a word of Hong Kong, but a book from Taiwan that
    writes it is still in Taiwan's Chinese. Only Hong Kong has the character 衞.
    """
    script, shown = script_of(form), canonical(chinese_of(form, document_language))
    if script is Script.BOTH:
        return document_language
    is_by_character = shown == HONG_KONG and wording_region(form) is not Region.HK
    if script.value == subtags(document_language).script and not is_by_character:
        return document_language
    return shown


def _proposals(attested: Mapping[str, Sequence[AttestedPair]]) -> Iterator[GatheredTerm]:
    """Yield proposed forms: those in mainland wording, and those in the characters of the region of the wording."""
    forms = set(attested)
    for form in attested:
        region = wording_region(form)
        if region is None:
            continue
        in_own_script = in_script_of(form, region)
        for proposed, usage in ((mainland_form(form), Region.CN), (in_own_script, region)):
            if proposed not in forms:
                forms.add(proposed)
                note = f"{usage} form converted from {form}, not found in a document"
                section = TermSection(
                    proposed,
                    geographical_usage=usage,
                    proposed=True,
                    notes=(note,),
                    confidence=_confidence(attested[form]),
                )
                yield GatheredTerm(_chinese_language(proposed, usage.tag), section)


def _confidence(pairs: Iterable[AttestedPair]) -> float | None:
    """Return the best confidence of some pairs; None if a reviewer accepted one, so that nothing is doubtful."""
    pairs = list(pairs)
    if any(pair.decision for pair in pairs):
        return None
    return round(max(pair.confidence for pair in pairs), 2)


def _decided(section: TermSection, pairs: list[AttestedPair]) -> TermSection:
    """Add the status that reviewers decided on, with their names and dates; without a decision, the confidence.

    A note says if the term was mined.
    """
    section = replace(section, confidence=_confidence(pairs), notes=tuple(_evidence_note(pairs)))
    decisions = [pair.decision for pair in pairs if pair.decision is not None]
    if not decisions:
        return section
    is_preferred = any(decision.verdict is Verdict.PREFER for decision in decisions)
    status = AdministrativeStatus.PREFERRED if is_preferred else AdministrativeStatus.ADMITTED
    taken = dict.fromkeys((decision.by, decision.date) for decision in decisions)
    transactions = tuple(Transaction(TransactionType.MODIFICATION, by, date) for by, date in taken)
    return replace(section, status=status, transactions=transactions)


def _evidence_note(pairs: Iterable[AttestedPair]) -> Iterator[str]:
    """Yield a note on what shows that the pairs are right, if they are not only glossed."""
    evidence = {one for pair in pairs for one in pair.evidence}
    if Evidence.MINED in evidence:
        yield f"evidence: {', '.join(one for one in Evidence if one in evidence)}"


def _with_contexts(language: str, section: TermSection, attestations: list[Attestation]) -> GatheredTerm:
    contexts = tuple(Context(attestation.sentence, attestation.place) for attestation in attestations)
    return GatheredTerm(language, replace(section, contexts=contexts), tuple(attestations))
