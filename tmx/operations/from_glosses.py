"""Turns gathered term pairs into translation units: one for each distinct pair, with its places as properties."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from termbase.gather.concepts import GatheredConcept
from termbase.language import ENGLISH
from tmx.model import TranslationUnit, prop, variant


def units(concepts: Iterable[GatheredConcept]) -> Iterator[TranslationUnit]:
    """Yield a unit for each pair of the concepts: English first, then Chinese under the tag of its script."""
    for concept in concepts:
        language_of = {term.section.term: term.language for term in concept.terms if term.language != ENGLISH}
        for pair in concept.pairs:
            zh, en = pair.terms
            yield TranslationUnit(
                {"tuid": "u-" + hashlib.sha256(f"{zh}\t{en}".encode()).hexdigest()[:12]},
                (variant(ENGLISH, en), variant(language_of[zh], zh)),
                (
                    prop("x-concept", concept.id),
                    prop("x-confidence", f"{pair.confidence:.2f}"),
                    prop("x-kind", pair.kind.value),
                    *(prop("x-evidence", one) for one in pair.evidence if pair.is_mined),
                    *(prop("x-place", attestation.place) for attestation in pair.attestations),
                ),
            )
