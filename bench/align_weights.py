"""Learns the weights of the clues for alignment, and measures them on documents that were not learned from.

    python bench/align_weights.py FOLDER... [--blocks TABLE:PAGE ...] --out data/align_weights.tsv
    python bench/align_weights.py FOLDER... --measure

A FOLDER has a document aligned by hand (`zh.txt`, `en.txt`, `gold.tsv`), a TABLE blocks of documents that belong
together. Each document of a FOLDER is learned a second time with gaps. With `--measure`, each FOLDER is measured
with weights learned from the others, with and without an encoder: the strict F1 score of beads (Sennrich and Volk,
2010).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from align_learning import Document, Example, Floats, example, from_blocks, from_folder, learn

from tmx.align import search
from tmx.align.beads import Bead
from tmx.align.clues import NAMES
from tmx.align.encoder import Encoder, load_encoder
from tmx.align.meaning import NAMES as MEANING_NAMES
from tmx.align.weights import weights

GAPS = 0.06
STRENGTH = 0.3
ROUNDS = 150


def data_of(documents: Sequence[Document], encoder: Encoder | None) -> list[Example]:
    """Return the examples of some documents, and of those that are aligned by hand also with gaps."""
    gaps = [each.without(GAPS, seed) for seed, each in enumerate(documents) if each.is_exact]
    return [example(each, encoder, weights(encoder is not None)) for each in [*documents, *gaps]]


def counts(found: Example, table: Floats) -> tuple[int, int, int]:
    """Return how many chosen beads are right, how many are chosen, and how many pairs there are."""
    steps = [
        step._replace(value=chance)
        for step, chance in zip(found.steps, found.chances(table).tolist(), strict=True)
        if chance > 0
    ]
    beads = search.best(steps)
    right = {(tuple(left), tuple(r)) for left, r in found.document.groups}
    return (
        sum(_key(bead) in right for bead in beads),
        len(beads),
        sum(bool(left and r) for left, r in right),
    )


def _key(bead: Bead) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(bead.source), tuple(bead.target)


def measure(data: Sequence[Example], title: str) -> None:
    """Print the F1 score of each document with weights learned from the others."""
    totals = [0, 0, 0]
    for each in data:
        name = each.document.name
        if not each.document.is_exact or name.endswith("gaps"):
            continue
        others = [other for other in data if not other.document.name.startswith(name)]
        found = counts(each, learn(others, STRENGTH, ROUNDS))
        totals = [total + count for total, count in zip(totals, found, strict=True)]
        print(f"{title} {name} {2 * found[0] / (found[1] + found[2]):.3f}", flush=True)
    print(f"{title} {2 * totals[0] / (totals[1] + totals[2]):.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", metavar="FOLDER", nargs="+", type=Path)
    parser.add_argument("--blocks", metavar="TABLE:PAGE", nargs="*", default=[])
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--out", metavar="FILE", type=Path)
    options = parser.parse_args()
    documents = [from_folder(folder) for folder in options.folders]
    documents += [from_blocks(Path(table), page) for table, page in (each.split(":") for each in options.blocks)]
    learned: list[Floats] = []
    for title, encoder in (("words", None), ("encoder", load_encoder())):
        data = data_of(documents, encoder)
        if options.measure:
            measure(data, title)
        if options.out:
            learned.append(learn(data, STRENGTH, ROUNDS))
    if options.out:
        rows = [f"{name}\t{learned[0][n]:.3f}\t{learned[1][n]:.3f}" for n, name in enumerate(NAMES)]
        rows += [f"{name}\t\t{learned[1][len(NAMES) + n]:.3f}" for n, name in enumerate(MEANING_NAMES)]
        head = "# clue\tweight (log-odds) without a sentence encoder\twith one, learned by bench/align_weights.py"
        options.out.write_text("\n".join([head, *rows, ""]), "utf-8")


if __name__ == "__main__":
    main()
