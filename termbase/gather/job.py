"""Builds concepts from documents and from the decisions on earlier candidates. It writes no files."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from tempfile import TemporaryDirectory

from termbase.document.find import readable_name
from termbase.document.reader import read_document, standard_input_of
from termbase.errors import TermbaseError, or_error
from termbase.extract.evidence import NO_PAIRS, ListedPairs
from termbase.extract.glosses import Reached, untold
from termbase.extract.wanted import ALL, Wanted
from termbase.files.parallel import in_this_process, map_files
from termbase.gather.concepts import GatheredConcept, add_variants, concepts
from termbase.gather.kept_documents import KeptDocuments
from termbase.gather.model import Attestation, AttestedPair, DocumentGlosses
from termbase.gather.pairs import attest, distinct_pairs, document_glosses, with_mined
from termbase.match.near import VariantFinder, find_near
from termbase.model import Termbase
from termbase.text.english.english_words import without_ignored
from termbase.text.english.folded_english import english_key
from termbase.text.offsets import Span
from termbase.text.sentences import unwrapped

Read = DocumentGlosses | TermbaseError
"""What is read from a document, or why it cannot be read."""

Watch = Callable[[Iterator[Read]], Iterable[DocumentGlosses]]
"""A function that the documents pass through one by one, for example to show progress."""


def _refuse_errors(documents: Iterable[Read]) -> Iterator[DocumentGlosses]:
    """Pass documents on. Raises the first error among them."""
    for document in documents:
        if isinstance(document, TermbaseError):
            raise document
        yield document


@dataclass(frozen=True, slots=True)
class Gathered:
    """The result of `gather`. `pairs` are all candidates, including rejected ones; `concepts` exclude these.

    `gone` are the pairs, among `pairs`, that a reviewer decided on or wrote something about earlier, and that no
    document has any more; without a decision they are in no concept. `languages` counts the documents with glosses
    by the language of their Chinese.
    """

    files: tuple[str, ...]
    pairs: tuple[AttestedPair, ...]
    concepts: tuple[GatheredConcept, ...]
    gone: tuple[AttestedPair, ...] = ()
    languages: Mapping[str, int] = field(default_factory=dict)

    def termbase(self) -> Termbase:
        """Return the concepts as a termbase."""
        evidence = "Glossed and mined" if any(pair.is_mined for pair in self.pairs) else "Glossed"
        description = f"{evidence} pairs of {len(self.files)} documents"
        return Termbase(tuple(concept.entry() for concept in self.concepts), "termbase", description)


def gather(
    files: Sequence[str],
    decided: Sequence[AttestedPair] = (),
    watch: Watch = _refuse_errors,
    known: ListedPairs = NO_PAIRS,
    wanted: Wanted = ALL,
    language: str | None = None,
    mined: Sequence[AttestedPair] = (),
    reached: Reached = untold,
) -> Gathered:
    """Collect the glossed pairs of documents, merge them into concepts, and add their near variants.

    `decided` are pairs with an earlier decision or notes of a reviewer. If the documents have the pair again, it
    gets these; otherwise the earlier pair is kept, so new documents only add pairs. `known` are pairs that
    termbases list, which help extraction. Undecided pairs that are not `wanted` are left out. `language` is the
    canonical tag of the Chinese in all documents; by default it is detected for each. `mined` are pairs that
    aligned documents imply; near variants of these are not searched, because a variant is mined itself if it
    translates the term.
    `reached` is called with the progress within a document, unless several processes read the documents.
    `watch` decides what an unreadable document means; by default TermbaseError is raised.
    """
    languages: Counter[str] = Counter()

    def counted(documents: Iterator[Read]) -> Iterator[Read]:
        for document in documents:
            if not isinstance(document, TermbaseError):
                languages[document.language] += bool(document.glosses)
            yield document

    with TemporaryDirectory(prefix="termbase-") as folder:
        kept = KeptDocuments(folder)
        own = reached if in_this_process(files) else untold
        glosses = partial(_read_glosses, kept, known, standard_input_of(files), language, own)
        read = map_files(partial(or_error, glosses), files)
        every = _with_decisions(with_mined(distinct_pairs(watch(counted(read))), mined), decided)
        gone = [pair for pair in decided if (pair.zh, pair.en) not in every]
        present = [pair for pair in every.values() if _stays(pair, wanted)]
        pairs = [*present, *gone]
        found = concepts(pair for pair in [*present, *filter(_is_decided, gone)] if not pair.is_rejected)
        variants = _near_variants(found, kept, files)
    return Gathered(
        tuple(map(readable_name, files)),
        tuple(pairs),
        tuple(add_variants(concept, variants[concept.id]) for concept in found),
        tuple(gone),
        +languages,
    )


def _read_glosses(
    kept: KeptDocuments,
    known: ListedPairs,
    standard_input: bytes | None,
    language: str | None,
    reached: Reached,
    file: str,
) -> DocumentGlosses:
    document = read_document(file, standard_input)
    kept.keep(file, document)
    return document_glosses(replace(document, file=readable_name(file)), known, language, reached)


def _with_decisions(
    pairs: Sequence[AttestedPair], decided: Iterable[AttestedPair]
) -> dict[tuple[str, str], AttestedPair]:
    given = {(pair.zh, pair.en): pair for pair in pairs}
    for earlier in decided:
        if pair := given.get((earlier.zh, earlier.en)):
            pair.take_review(earlier)
    return given


def _is_decided(pair: AttestedPair) -> bool:
    return pair.decision is not None


def _stays(pair: AttestedPair, wanted: Wanted) -> bool:
    return _is_decided(pair) or bool(pair.notes) or wanted.includes(pair.confidence, pair.kind)


def _near_variants(
    found: Sequence[GatheredConcept], kept: KeptDocuments, files: Sequence[str]
) -> dict[str, list[tuple[str, Attestation]]]:
    """Return the near variants of English terms by concept id: each form with its first place in each document."""
    terms = {pair.terms[1]: concept.id for concept in found for pair in concept.pairs if pair.is_glossed}
    variants: dict[str, list[tuple[str, Attestation]]] = defaultdict(list)
    for in_document in map_files(partial(_variants_in, kept, VariantFinder(terms.items())), files):
        for concept, form, attestation in in_document:
            variants[concept].append((form, attestation))
    return variants


def _variants_in(kept: KeptDocuments, finder: VariantFinder[str], file: str) -> list[tuple[str, str, Attestation]]:
    document = kept.document(file)
    first: dict[tuple[str, str], tuple[str, str, Attestation]] = {}
    for place in find_near(document, finder):
        span = Span(place.start, place.end)
        form = without_ignored(unwrapped(document.prose(*span)))  # without tags, **emphasis** and quotation marks
        key = (place.owner, english_key(form))
        if key not in first:
            first[key] = (place.owner, form, attest(document, [span]))
    return list(first.values())
