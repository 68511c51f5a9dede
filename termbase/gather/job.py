"""The main job without its files: documents to concepts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from termbase.document.model import Document
from termbase.document.sentence import unwrapped
from termbase.english import english_key
from termbase.extract.model import Span
from termbase.gather.concepts import GatheredConcept, add_variants, concepts
from termbase.gather.pairs import Attestation, AttestedPair, PairCollection, attest
from termbase.model import Termbase
from termbase.variants import VariantFinder


@dataclass(frozen=True, slots=True)
class Gathered:
    """What some documents say about their terms."""

    files: tuple[str, ...]
    pairs: tuple[AttestedPair, ...]
    concepts: tuple[GatheredConcept, ...]

    def termbase(self) -> Termbase:
        """The concepts as a termbase."""
        description = f"Glossed pairs of {len(self.files)} documents, not reviewed"
        return Termbase(tuple(concept.entry() for concept in self.concepts), "termbase", description)


def gather(documents: Iterable[Document]) -> Gathered:
    """Collect the glossed pairs of documents, merge them into concepts, and add their near variants."""
    kept: list[Document] = []
    collection = PairCollection()
    for document in documents:
        collection.add(document)
        kept.append(document)
    pairs = collection.pairs()
    found = concepts(pairs)
    variants = _near_variants(found, kept)
    return Gathered(
        tuple(document.file for document in kept),
        tuple(pairs),
        tuple(add_variants(concept, variants[concept.id]) for concept in found),
    )


def _near_variants(
    found: Sequence[GatheredConcept], documents: Iterable[Document]
) -> dict[str, list[tuple[str, Attestation]]]:
    """By concept: the near variants of its English terms, each first place of a form in a document."""
    owners = {pair.en: concept.id for concept in found for pair in concept.pairs}
    finder = VariantFinder(owners)
    variants: dict[str, list[tuple[str, Attestation]]] = defaultdict(list)
    for document in documents:
        seen = set()
        for block in document.blocks:
            for place in finder.find(block.text):
                span = Span(block.start + place.start, block.start + place.end)
                form = unwrapped(document.text[span.start : span.end])
                if (place.term, english_key(form)) not in seen:
                    seen.add((place.term, english_key(form)))
                    variants[owners[place.term]].append((form, attest(document, [span])))
    return variants
