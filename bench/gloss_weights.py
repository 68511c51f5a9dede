"""Learns the weights of the clues for extraction, and measures the results on sources that were not learned from.

    python bench/gloss_weights.py MARKED.jsonl... --out data/gloss_weights.tsv
    python bench/gloss_weights.py MARKED.jsonl... --by source
    python bench/gloss_weights.py MARKED.jsonl... --by 10 --errors

`gloss_sentences.py` describes MARKED.jsonl. The sentences in `gloss_sentences.txt` are used for learning too, but
not for measuring. With `--by source`, each source is measured with weights that were learned from all the others;
with `--by N`, each of N parts of the sentences. `--aside TITLE` leaves a source out of everything, `--only TITLE`
measures no other.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from gloss_learning import NAMES, Examples, Floats, examples, learn
from gloss_report import Found, Judged, errors, report
from gloss_sentences import Sentence, marked, own
from numpy.typing import NDArray

from termbase.extract.model import Candidate

STRENGTH = 3.5


def parts(sentences: Sequence[Sentence], by: str) -> list[str]:
    """Return the part to which each sentence belongs: its source, or the number of a random part."""
    if by == "source":
        return [sentence.source for sentence in sentences]
    order = sorted(range(len(sentences)), key=lambda number: sentences[number].name)
    random.Random(7).shuffle(order)
    numbers = {sentence: str(place % int(by)) for place, sentence in enumerate(order)}
    return [numbers[number] for number in range(len(sentences))]


def cross_validate(sentences: Sequence[Sentence], part_of: Sequence[str], strength: float) -> Iterator[Judged]:
    """Yield each sentence with what is found by weights that were learned from the other parts."""
    learned = [*sentences, *own()]
    data = examples(learned)
    names = np.array([*part_of, *("own" for _ in learned[len(sentences) :])])
    start = learn(data, strength)
    for part in sorted(set(part_of)):
        weights = learn(data.of(names != part), strength, start)
        yield from judged(sentences, data, weights, names == part)


def judged(
    sentences: Sequence[Sentence], data: Examples, weights: Floats, chosen: NDArray[np.bool_]
) -> Iterator[Judged]:
    """Yield each chosen sentence with the best candidate of each of its sites."""
    chances = data.chances(weights)
    ends = np.append(data.sites, len(chances))
    found: dict[int, list[Found]] = defaultdict(list)
    offered: dict[int, list[Candidate]] = defaultdict(list)
    for site, number in enumerate(data.sentences.tolist()):
        first, last = int(ends[site]), int(ends[site + 1])
        best = first + int(np.argmax(chances[first:last]))
        found[number].append(Found(data.candidates[best], float(chances[best])))
        offered[number] += data.candidates[first:last]
    for number in np.flatnonzero(chosen[: len(sentences)]).tolist():
        sentence = sentences[number]
        strings = {sentence.strings(each.zh, each.en) for each in offered[number]}
        yield Judged(sentence, found[number], strings)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("marked", nargs="+")
    parser.add_argument("--out")
    parser.add_argument("--by")
    parser.add_argument("--aside", action="append", default=[])
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--strength", type=float, default=STRENGTH)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    sentences = marked(options.marked, options.aside)
    if options.by:
        results = list(cross_validate(sentences, parts(sentences, options.by), options.strength))
        if options.only:
            titled = {sentence.name for sentence in sentences} - {
                sentence.name for sentence in marked(options.marked, [*options.aside, *options.only])
            }
            results = [each for each in results if each.sentence.name in titled]
        print("\n".join(report(results)))
        if options.errors:
            print("\n".join(errors(results)))
    if options.out:
        weights = learn(examples([*sentences, *own()]), options.strength)
        rows = "".join(f"{name}\t{weight:.2f}\n" for name, weight in zip(NAMES, weights, strict=True))
        Path(options.out).write_text(
            f"# clue\tweight (log-odds), learned by bench/gloss_weights.py\n{rows}", "utf-8"
        )


if __name__ == "__main__":
    main()
