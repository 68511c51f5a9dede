"""Learns the weights of the clues for alignment, and measures them on documents that were not learned from.

    python bench/align_weights.py FOLDER... --blocks TABLE:PAGE... --by document --out data/align_weights.tsv

A FOLDER has a document aligned by hand (`zh.txt`, `en.txt`, `gold.tsv`); it is learned a second time with gaps. A
TABLE has blocks of documents that belong together; a PAGE of it is learned with gaps, and with some paragraphs
joined. `--by document` prints the strict F1 score of each FOLDER, aligned as `termbase align` does, with weights
learned from the other folders and all pages; without and then with the encoder.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from align_documents import Document, Group, from_blocks, from_folder
from align_learning import Example, example, learn
from align_score import Score
from align_vectors import Remembering

from tmx.align import search
from tmx.align.align import probable
from tmx.align.clues import NAMES
from tmx.align.encoder import Encoder, load_encoder
from tmx.align.meaning import NAMES as MEANING_NAMES
from tmx.align.pair import Pair
from tmx.align.weights import weights

GAPS = 0.06
JOINED = 0.1
STRENGTH = 0.3
ROUNDS = 150


def examples(documents: Sequence[Document], encoder: Encoder | None) -> list[list[Example]]:
    """Return what is learned from each document."""
    table = weights(encoder is not None)
    return [
        [example(copy, encoder, table) for copy in _copies(document, seed)]
        for seed, document in enumerate(documents)
    ]


def _copies(document: Document, seed: int) -> list[Document]:
    if document.is_exact:
        return [document, document.without(GAPS, seed)]
    return [document.with_headings().without(GAPS, seed).with_joined_paragraphs(JOINED, seed)]


def learned(data: Sequence[Sequence[Example]]) -> list[float]:
    """Return the weights learned from some documents."""
    return learn([each for copies in data for each in copies], STRENGTH, ROUNDS)


def measure(documents: Sequence[Document], data: list[list[Example]], encoder: Encoder | None) -> None:
    """Print the F1 score of each document aligned by hand, with weights learned from the others, and of all."""
    title = "with encoder" if encoder else "without encoder"
    total = Score()
    for number, document in enumerate(documents):
        if document.is_exact:
            beads = aligned(document, encoder, learned(data[:number] + data[number + 1 :]))
            score = Score()
            for each in (score, total):
                each.add(beads, document.groups)
            print(f"{title}: {document.name} {score.f1:.3f}", flush=True)
    print(f"{title}: all {total.f1:.3f}", flush=True)


def aligned(document: Document, encoder: Encoder | None, table: Sequence[float]) -> list[Group]:
    """Return the beads that the program chooses with these weights."""
    pair = Pair(document.chinese, document.english, {}, encoder)
    return [(tuple(bead.source), tuple(bead.target)) for bead in search.best(probable(pair, table))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", metavar="FOLDER", nargs="+", type=Path)
    parser.add_argument("--blocks", metavar="TABLE:PAGE", nargs="*", default=[])
    parser.add_argument("--by", choices=["document"], help="what is measured apart")
    parser.add_argument("--out", metavar="FILE", type=Path)
    options = parser.parse_args()
    documents = [from_folder(folder) for folder in options.folders]
    documents += [from_blocks(Path(table), page) for table, page in (each.split(":") for each in options.blocks)]
    columns = []
    for encoder in (None, Remembering(load_encoder())):
        data = examples(documents, encoder)
        if options.by:
            measure(documents, data, encoder)
        if options.out:
            columns.append(learned(data))
    if options.out:
        options.out.write_text(_table(*columns), "utf-8")


def _table(by_words: Sequence[float], by_meaning: Sequence[float]) -> str:
    head = "# clue\tweight (log-odds) without a sentence encoder\twith one, learned by bench/align_weights.py"
    cells = [f"{weight:.3f}" for weight in by_words] + [""] * len(MEANING_NAMES)
    rows = zip((*NAMES, *MEANING_NAMES), cells, by_meaning, strict=True)
    return "\n".join([head, *(f"{name}\t{cell}\t{weight:.3f}" for name, cell, weight in rows), ""])


if __name__ == "__main__":
    main()
