"""Gathered pairs as translation units: one for each distinct pair, its places as properties."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from termbase.gather.concepts import GatheredConcept
from termbase.language import ENGLISH
from tmx.model import Property, TranslationUnit, Variant


def units(concepts: Iterable[GatheredConcept]) -> Iterator[TranslationUnit]:
    """The pairs of some concepts, English first, each Chinese form under the tag of its script."""
    for concept in concepts:
        language_of = {term.section.term: term.language for term in concept.terms if term.language != ENGLISH}
        for pair in concept.pairs:
            zh, en = pair.terms
            yield TranslationUnit(
                "u-" + hashlib.sha256(f"{zh}\t{en}".encode()).hexdigest()[:12],
                (Variant(ENGLISH, en), Variant(language_of[zh], zh)),
                (
                    Property("x-concept", concept.id),
                    Property("x-confidence", f"{pair.confidence:.2f}"),
                    *(Property("x-place", attestation.place) for attestation in pair.attestations),
                ),
            )
