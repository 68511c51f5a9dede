"""Measures the speed of extraction on dense text, in glosses per second of processor time on one core.

    python bench/gloss_dense.py [MARKED.jsonl...]

Each sentence is new, so what is remembered of earlier places does not help, but in the last text, which has
each sentence ten times, as documents repeat their headings and boilerplate. The texts are the sentences of
`gloss_sentences.txt`, the same with other pairs in their places (drawn from CC-CEDICT), and marked sentences as
`gloss_sentences.py` describes them. The peer is one regular expression that finds glossing brackets.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from dictionary import dictionary
from gloss_sentences import Sentence, marked, own
from gloss_speed import BARE

from termbase.document.model import Block, Document
from termbase.extract.glosses import extract
from termbase.extract.model import Gloss
from termbase.text.script import HAN

_DRAWN = 3000
_TIMES = 10
_PLAIN = re.compile(r"[A-Za-z]+(?: [A-Za-z]+){0,3}")
_ENTRIES = 60_000
_CHINESE = re.compile(f"[{HAN}]{{2,6}}")
_FIRST = (
    "It uses machine learning (机器学习).",
    "我们使用梯度下降（gradient descent）。",
    "He liked momiji (红叶).",
    "他说瞿燚（Qu Yi）来。",
)
"""These load the dictionaries, and jieba's model for unknown words, which is not measured."""


def of_sentences(texts: Sequence[str]) -> Document:
    """Return a document in which each text is a block."""
    blocks, start = [], 0
    for text in texts:
        blocks.append(Block(start, text))
        start += len(text) + 1
    return Document("bench", "\n".join(texts), "utf-8", tuple(blocks))


def with_drawn_pairs(sentences: Sequence[Sentence]) -> Iterator[str]:
    """Yield sentences in which each marked pair is replaced by another pair, each time a new one."""
    choose = random.Random(5)
    pairs = list(_pairs())
    choose.shuffle(pairs)
    while True:
        for sentence in sentences:
            spans = {}
            for zh, en in sentence.pairs:
                spans[zh], spans[en] = pairs.pop()
            text = sentence.text
            for span in sorted(spans, reverse=True):
                text = text[: span.start] + spans[span] + text[span.end :]
            yield text


def _pairs() -> Iterator[tuple[str, str]]:
    for entry in dictionary(_ENTRIES).entries:
        terms = {section.language: section.terms[0].term for section in entry.languages}
        if _CHINESE.fullmatch(terms["zh-Hans-CN"]) and _PLAIN.fullmatch(terms["en"]):
            yield terms["zh-Hans-CN"], terms["en"].removeprefix("to ")


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that one call takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def row(name: str, document: Document) -> str:
    """Measure a document and return a line of the report."""
    found: list[Gloss] = []
    ours = seconds(lambda: found.extend(extract(document)))
    bare = seconds(lambda: [BARE.findall(block.text) for block in document.blocks])
    counts = f"{len(document.blocks):6d} sentences  {len(found):6d} glosses"
    return f"{name:28s} {counts}  {len(found) / ours:7.0f} glosses/s  {ours / bare:7.0f} times one bare pass"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("marked", nargs="*")
    options = parser.parse_args()
    sentences = own()
    extract(of_sentences(_FIRST))
    print(row("own sentences", of_sentences([sentence.text for sentence in sentences])))
    texts = with_drawn_pairs(sentences)
    print(row("own sentences, drawn pairs", of_sentences(list(islice(texts, _DRAWN)))))
    for file in options.marked:
        print(row(Path(file).name, of_sentences([sentence.text for sentence in marked([file])])))
    print(row(f"drawn pairs, {_TIMES} times each", of_sentences(list(islice(texts, _DRAWN // _TIMES)) * _TIMES)))


if __name__ == "__main__":
    main()
