"""Measures the speed of extraction in MB/s, and as a ratio to one regular expression that finds glossing brackets.

    python bench/gloss_speed.py FILE... --megabytes 20

Three texts are made by repeating paragraphs of the files: all of them, those without Chinese characters, and those
with a gloss.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Sequence

from termbase.document.model import Block, Document
from termbase.document.reader import read_documents
from termbase.extract.glosses import extract
from termbase.text.script import HAN, has_han

BARE = re.compile(f"[{HAN}][”」』》*_ ]{{0,3}}[(（\\[]|[(（\\[][^()（）\\[\\]]{{0,80}}[{HAN}]")


def repeated(paragraphs: Sequence[str], size: int) -> Document:
    """Return a document of about `size` bytes in which the paragraphs are repeated."""
    once = sum(len(paragraph.encode()) + 1 for paragraph in paragraphs)
    blocks, start = [], 0
    for paragraph in list(paragraphs) * max(1, size // once):
        blocks.append(Block(start, paragraph))
        start += len(paragraph) + 1
    return Document("bench", "\n".join(block.text for block in blocks), "utf-8", tuple(blocks))


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that one call takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def row(name: str, document: Document) -> str:
    """Measure a document and return a line of the report."""
    size = len(document.text.encode()) / 1e6
    bare = seconds(lambda: [BARE.findall(block.text) for block in document.blocks])
    ours = seconds(lambda: extract(document))
    return f"{name:16s} {size:6.1f} MB  {size / ours:8.1f} MB/s  {ours / bare:7.1f} times one bare pass"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--megabytes", type=float, default=20)
    options = parser.parse_args()
    documents = list(read_documents(options.files))
    paragraphs = [block.text for document in documents for block in document.blocks]
    glossed = [
        block.text for document in documents for block in document.blocks if extract(repeated([block.text], 1))
    ]
    size = int(options.megabytes * 1e6)
    for name, chosen in (
        ("mixed", paragraphs),
        ("without Han", [paragraph for paragraph in paragraphs if not has_han(paragraph)]),
        ("each with a gloss", glossed),
    ):
        if chosen:
            print(row(name, repeated(chosen, size)))


if __name__ == "__main__":
    main()
