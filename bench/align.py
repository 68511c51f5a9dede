"""Aligns documents with this program, by lengths alone (Gale and Church, 1993), and with `sentalign` if installed.

    python bench/align.py FOLDER... --sizes 100,300,1000

A FOLDER has a document aligned by hand (`zh.txt`, `en.txt`, `gold.tsv`). Each aligner's strict F1 score (a bead is
right if it is in the hand-made alignment) and CPU time are printed; then the time for the sentences of all
documents one after the other, repeated up to each of the sizes, and how it grows. If the weights of this program
were learned from the same documents, its scores are too high: `bench/align_weights.py --by document` prints those
for unknown documents.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from math import erfc, inf, log, sqrt
from pathlib import Path
from time import process_time

from align_documents import Document, Group, from_folder
from align_score import Score

from tmx.align.align import align
from tmx.align.encoder import load_encoder
from tmx.align.sentences import Sentence

Beads = list[Group]
Aligner = Callable[[Sequence[Sentence], Sequence[Sentence]], Beads]

_PRIORS = {(1, 1): 0.89, (1, 0): 0.0099, (0, 1): 0.0099, (2, 1): 0.089, (1, 2): 0.089, (2, 2): 0.011}
_VARIANCE = 6.8
_BAND = 60


def by_length(chinese: Sequence[Sentence], english: Sequence[Sentence]) -> Beads:
    """Align by the lengths of sentences alone, in a band around the diagonal (Gale and Church, 1993)."""
    ours, theirs = [each.length for each in chinese], [len(each.text) for each in english]
    ratio = sum(theirs) / max(sum(ours), 1)
    best = {(0, 0): 0.0}
    way: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(len(ours) + 1):
        middle = i * len(theirs) // max(len(ours), 1)
        for j in range(max(middle - _BAND, 0), min(middle + _BAND, len(theirs)) + 1):
            for (a, b), prior in _PRIORS.items():
                before = best.get((i - a, j - b), inf)
                if before == inf:
                    continue
                cost = before - log(prior) + _length_cost(sum(ours[i - a : i]) * ratio, sum(theirs[j - b : j]))
                if cost < best.get((i, j), inf):
                    best[i, j], way[i, j] = cost, (a, b)
    return _traced(way, (len(ours), len(theirs)))


def _length_cost(expected: float, length: float) -> float:
    if not expected and not length:
        return 0.0
    deviation = (length - expected) / sqrt((expected + length) / 2 * _VARIANCE)
    return -log(max(erfc(abs(deviation) / sqrt(2)), 1e-300))


def _traced(way: dict[tuple[int, int], tuple[int, int]], place: tuple[int, int]) -> Beads:
    beads: Beads = []
    while place != (0, 0):
        a, b = way[place]
        beads.append((tuple(range(place[0] - a, place[0])), tuple(range(place[1] - b, place[1]))))
        place = (place[0] - a, place[1] - b)
    return beads[::-1]


def by_words(chinese: Sequence[Sentence], english: Sequence[Sentence]) -> Beads:
    """Align with this program, without an encoder."""
    return [(tuple(bead.source), tuple(bead.target)) for bead in align(chinese, english)]


def by_meaning(chinese: Sequence[Sentence], english: Sequence[Sentence]) -> Beads:
    """Align with this program and its encoder."""
    beads = align(chinese, english, encoder=load_encoder())
    return [(tuple(bead.source), tuple(bead.target)) for bead in beads]


def aligners() -> dict[str, Aligner]:
    """Return the aligners that are installed, by name."""
    found: dict[str, Aligner] = {"Gale-Church": by_length, "words": by_words, "encoder": by_meaning}
    if find_spec("sentalign"):
        found["sentalign"] = by_sentalign
    return found


def by_sentalign(chinese: Sequence[Sentence], english: Sequence[Sentence]) -> Beads:
    """Align with the package sentalign (the method of Vecalign) and the same encoder."""
    from sentalign import sentalign

    model = load_encoder()
    sides = ([each.text for each in side] for side in (chinese, english))
    found = sentalign(*sides, encoder=lambda texts: model.encode(list(texts)))
    return [(tuple(each.src_indices), tuple(each.tgt_indices)) for each in found.alignments]


def score(documents: Sequence[Document], aligner: Aligner) -> tuple[float, float]:
    """Return the strict F1 score over all documents, and the CPU time in seconds."""
    start = process_time()
    total = Score()
    for each in documents:
        total.add(aligner(each.chinese, each.english), each.groups)
    return total.f1, process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", metavar="FOLDER", nargs="+", type=Path)
    parser.add_argument("--sizes", metavar="N,N", default="100,300,1000")
    options = parser.parse_args()
    documents = [from_folder(folder) for folder in options.folders]
    sides = [[each for d in documents for each in d.chinese], [each for d in documents for each in d.english]]
    for name, aligner in aligners().items():
        f1, seconds = score(documents, aligner)
        print(f"{name}: F1 {f1:.3f}, {seconds:.1f} s", flush=True)
        for size in map(int, options.sizes.split(",")):
            start = process_time()
            aligner(*([side[n % len(side)] for n in range(size)] for side in sides))
            print(f"{name}: {size} sentences {process_time() - start:.1f} s", flush=True)


if __name__ == "__main__":
    main()
