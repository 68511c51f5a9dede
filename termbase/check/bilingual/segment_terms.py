"""Finds the terms of one segment of a bitext, for the checks that compare both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from termbase.check.bilingual.bitext_subject import BitextSubject, SideText
from termbase.check.bilingual.kept_words import is_copied
from termbase.check.other_abbreviations import is_plain_word
from termbase.check.preferred import wanted_terms
from termbase.check.text_region import without_other_words
from termbase.document.passages import searchable
from termbase.language import is_chinese, is_english
from termbase.match.matcher import Hit
from termbase.model import ConceptEntry
from termbase.text.chinese.cut_words import is_surely_cut
from termbase.text.english.folded_english import english_key
from termbase.text.offsets import lies_in


def is_in_source(subject: BitextSubject, start: int, concept: str | None) -> bool:
    """Whether the source segment has a term of a concept that the target has at an offset."""
    number = subject.target.segment(start)
    return any(hit.concept.id == concept for hit in all_hits(subject.source, number))


def renderings_by_source_term(subject: BitextSubject) -> Iterator[tuple[Hit, ...]]:
    """Yield the terms of the target whose concept the source segment has too, in groups that may be compared.

    Each English term of the source, the longest at its place, may have a translation of its own: *dark mode*
    深色模式, *dark theme* 深色主题. English words that a Chinese target has from its source are left out.
    """
    groups: dict[int, list[Hit]] = {0: []}
    ranks: dict[int, dict[str, int]] = {}
    for hit in subject.target.subject.hits:
        number = subject.target.segment(hit.start)
        sources = _longest(one for one in all_hits(subject.source, number) if one.concept.id == hit.concept.id)
        if not sources or is_copied(subject, hit):
            continue
        known = ranks.setdefault(id(hit.concept), {})
        for rank in {known.setdefault(_source_key(subject, one), len(known)) for one in sources}:
            groups.setdefault(rank, []).append(hit)
    yield from map(tuple, groups.values())


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits that are in no longer one: *bottom panel* without *panel*."""
    found = list(hits)
    return [
        hit
        for hit in found
        if not any(lies_in(hit, one) and one.end - one.start > hit.end - hit.start for one in found)
    ]


def _source_key(subject: BitextSubject, hit: Hit) -> str:
    is_told = is_english(subject.bitext.source_language) and is_chinese(subject.bitext.target_language)
    return english_key(written_at(subject, hit)) if is_told else ""


def is_there(side: SideText, number: int, concept: ConceptEntry) -> bool:
    """Whether a segment has a term of a concept, in any place."""
    return any(hit.concept is concept for hit in all_hits(side, number))


def all_hits(side: SideText, number: int) -> Iterator[Hit]:
    """Yield the terms of a segment, then those inside or across other terms and words."""
    yield from side.hits.get(number, ())
    yield from nested_hits(side, number)


def nested_hits(side: SideText, number: int) -> Iterator[Hit]:
    """Yield the terms of a segment that lie inside or across other terms and words too."""
    subject = side.subject
    block = subject.document.blocks[number]
    text = searchable(subject.document, block)
    found = (
        Hit(hit.concept, hit.start + block.start, hit.end + block.start, hit.designations)
        for hit in subject.known.matcher.find_nested(text)
        if not is_surely_cut(text, hit.start, hit.end)
    )
    known = (hit for hit in found if not is_plain_word(hit, subject.running.seen(hit)))
    yield from without_other_words(known, subject.running, subject.language)


def is_name(hit: Hit) -> bool:
    """Whether a hit can only be a proper name."""
    return all(d.term.is_proper_noun and not d.term.is_forbidden for d in hit.designations)


def attested_terms(concept: ConceptEntry, language: str) -> tuple[str, ...]:
    """Return the terms to use in a language, without proposed ones."""
    proposed = {term.term for _, term in concept.terms() if term.proposed}
    return tuple(term for term in wanted_terms(concept, language) if term not in proposed)


def written_at(subject: BitextSubject, hit: Hit) -> str:
    """Return what a source has at a hit, without marks of accelerators."""
    return subject.source.subject.text(hit)
