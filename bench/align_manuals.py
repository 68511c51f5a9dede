"""Measures the alignment of manuals whose blocks are known to be translations: the strict F1 score of beads.

    python bench/align_manuals.py TABLE... [--blocks 300]

A TABLE has the blocks of a manual in order (page, tag, English, Chinese). A document is made of the first so many
blocks that fit: one sentence on one side and at most four on the other, which are one bead. Blocks that are not
translated or have several sentences on both sides are left out of the document, since their beads are not known.
One to five blocks are a paragraph, and one side of some blocks is left out. The text is aligned with its
paragraphs (the first figure), and as a list of sentences (the second).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from align_documents import Document, Group, rows_of, split
from align_score import Score
from align_vectors import Remembering

from termbase.text.script import has_han
from tmx.align.align import align
from tmx.align.encoder import Encoder, load_encoder
from tmx.align.sentences import Sentence

GAPS = 0.04
LARGEST_PARAGRAPH = 5
MOST_SENTENCES = 4


def manual(table: Path, blocks: int) -> Document:
    """Return the document made of the blocks of a table, and print how many are left out."""
    document = Document(table.stem, [], [], [])
    left_out = 0
    paragraphs = _paragraphs(random.Random(table.stem.partition(".")[0]))
    for _, _, english, chinese in rows_of(table):
        if len(document.groups) == blocks:
            break
        sides = split(chinese), split(english)
        if not (has_han(chinese) and _is_one_bead(*map(len, sides))):
            left_out += 1
            continue
        paragraph = next(paragraphs)
        numbers = []
        for side, sentences in zip((document.chinese, document.english), sides, strict=True):
            numbers.append(tuple(range(len(side), len(side) + len(sentences))))
            side += [Sentence(each, paragraph) for each in sentences]
        document.groups.append((numbers[0], numbers[1]))
    larger = sum(len(left) + len(right) > 2 for left, right in document.groups)
    print(f"{table.stem}: {len(document.groups)} beads, {larger} not 1-1; {left_out} blocks left out")
    return document.without(GAPS, seed=1).with_headings()


def _is_one_bead(chinese: int, english: int) -> bool:
    return min(chinese, english) == 1 and max(chinese, english) <= MOST_SENTENCES


def _paragraphs(chance: random.Random) -> Iterator[int]:
    """Yield the number of the paragraph of each block."""
    number = 0
    while True:
        yield from [number] * chance.randint(1, LARGEST_PARAGRAPH)
        number += 1


def measure(documents: Sequence[Document], encoder: Encoder | None, title: str) -> None:
    """Print the scores of each document and of all: with paragraphs, and without."""
    totals = Score(), Score()
    for document in documents:
        scores = Score(), Score()
        for flat, both in enumerate(zip(scores, totals, strict=True)):
            beads = _aligned(document, encoder, bool(flat))
            for score in both:
                score.add(beads, document.groups)
        print(f"{title}: {document.name} {scores[0].f1:.3f} {scores[1].f1:.3f}", flush=True)
    print(f"{title}: all {totals[0].f1:.3f} {totals[1].f1:.3f}", flush=True)


def _aligned(document: Document, encoder: Encoder | None, is_flat: bool) -> list[Group]:
    sides = [_flat(side) if is_flat else side for side in (document.chinese, document.english)]
    return [(tuple(bead.source), tuple(bead.target)) for bead in align(sides[0], sides[1], encoder=encoder)]


def _flat(sentences: Sequence[Sentence]) -> list[Sentence]:
    return [each._replace(paragraph=0, is_heading=False) for each in sentences]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", metavar="TABLE", nargs="+", type=Path)
    parser.add_argument("--blocks", metavar="N", type=int, default=300)
    options = parser.parse_args()
    documents = [manual(table, options.blocks) for table in options.tables]
    measure(documents, None, "without encoder")
    measure(documents, Remembering(load_encoder()), "with encoder")


if __name__ == "__main__":
    main()
