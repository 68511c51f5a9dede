"""Learns the weights of the clues for extraction, and measures the results on sentences not used for learning.

    python bench/gloss_weights.py MARKED.jsonl --out data/gloss_weights.tsv
    python bench/gloss_weights.py MARKED.jsonl --folds 10

Each line of MARKED.jsonl is a sentence: {"id", "text", "pairs": [{"zh_span": [s, e], "en_span": [s, e]}]}, with
spans in code points. The sentences in `gloss_sentences.txt` beside this file are used for learning too, but not for
measuring. The model is a conditional likelihood of the marked candidate of each site, or of none of them. It has a
normal prior around the weights in `gloss_prior.tsv`, which express the guidelines for boundaries of terms and
matter if there are few examples.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from termbase.extract.clue_names import CLUE_NAMES
from termbase.extract.glosses import pairs_of
from termbase.extract.marks import flatten
from termbase.extract.model import Candidate
from termbase.extract.sites import find_sites
from termbase.extract.weights import read_weights
from termbase.text.offsets import Span
from termbase.text.script import has_han

OWN = Path(__file__).with_name("gloss_sentences.txt")
PRIOR = read_weights(Path(__file__).with_name("gloss_prior.tsv").read_text("utf-8"))
BOUNDS = (0.4, 0.6, 0.8, 0.9, 0.95, 0.99, 1.01)
ROUNDS, RATE, STRENGTH = 300, 0.1, 1.0


class Example(NamedTuple):
    """A site for learning: the values of the clues of each candidate, and whether the candidate is right."""

    sentence: str
    candidates: list[Candidate]
    features: list[dict[str, float]]
    right: list[bool]


class Sentence(NamedTuple):
    """A sentence with the spans (Chinese, English) of the pairs that it glosses."""

    name: str
    text: str
    pairs: set[tuple[Span, Span]]


class Judged(NamedTuple):
    """A sentence with the pairs found in it and their probabilities."""

    sentence: Sentence
    found: list[tuple[Candidate, float]]

    def is_right(self, pair: Candidate) -> bool:
        """Whether the two strings of a pair are marked as a pair anywhere in the sentence."""
        text = self.sentence.text
        wanted = {(text[slice(*zh)], text[slice(*en)]) for zh, en in self.sentence.pairs}
        return (text[slice(*pair.zh)], text[slice(*pair.en)]) in wanted


def marked(file: str) -> list[Sentence]:
    """Read the sentences of a JSON Lines file."""
    rows = [json.loads(line) for line in Path(file).read_text("utf-8").splitlines()]
    return [
        Sentence(
            row["id"], row["text"], {(Span(*pair["zh_span"]), Span(*pair["en_span"])) for pair in row["pairs"]}
        )
        for row in rows
    ]


def own() -> list[Sentence]:
    """Read the sentences written for learning, in which pairs are marked as `<1>...</1> (<1>...</1>)`."""
    lines = OWN.read_text("utf-8").splitlines()
    return [unmark(f"own-{number}", line) for number, line in enumerate(lines, 1) if not line.startswith("#")]


def unmark(name: str, line: str) -> Sentence:
    """Convert a line with marks to a sentence and its pairs."""
    text, spans, opened = "", defaultdict[str, list[Span]](list), 0
    for part in re.split(r"(</?\d>)", line):
        if re.fullmatch(r"<\d>", part):
            opened = len(text)
        elif re.fullmatch(r"</\d>", part):
            spans[part[2]].append(Span(opened, len(text)))
        else:
            text += part
    pairs = set()
    for group in spans.values():
        chinese = [span for span in group if has_han(text[span.start : span.end])]
        pairs |= {(zh, en) for zh in chinese for en in group if en not in chinese}
    return Sentence(name, text, pairs)


def examples(sentences: Iterable[Sentence]) -> Iterator[Example]:
    """Yield the sites of all sentences, without those that have no candidate to learn from."""
    for sentence in sentences:
        for site in find_sites(flatten(sentence.text)):
            if site.candidates:
                right = [(candidate.zh, candidate.en) in sentence.pairs for candidate in site.candidates]
                features = [_features(candidate) for candidate in site.candidates]
                yield Example(sentence.name, site.candidates, features, right)


def _features(candidate: Candidate) -> dict[str, float]:
    values: dict[str, float] = defaultdict(float)
    for clue in candidate.clues:
        values[clue.name] += clue.value
    return dict(values)


def learn(data: Sequence[Example], strength: float = STRENGTH) -> dict[str, float]:
    """Return the weights that make the marked candidates most likely (Adam on the penalised log-likelihood)."""
    table: dict[str, float] = {name: PRIOR.get(name, 0.0) for name in sorted(CLUE_NAMES)}
    first: dict[str, float] = defaultdict(float)
    second: dict[str, float] = defaultdict(float)
    for step in range(1, ROUNDS + 1):
        gradient = {name: strength * (PRIOR.get(name, 0.0) - table[name]) for name in table}
        for example in data:
            _add_gradient(example, table, gradient)
        for name, slope in gradient.items():
            first[name] = 0.9 * first[name] + 0.1 * slope
            second[name] = 0.99 * second[name] + 0.01 * slope * slope
            mean, spread = first[name] / (1 - 0.9**step), second[name] / (1 - 0.99**step)
            table[name] += RATE * mean / (math.sqrt(spread) + 1e-8)
    return table


def _add_gradient(example: Example, table: Mapping[str, float], gradient: dict[str, float]) -> None:
    guessed = _softmax(example, table)
    mass = sum(chance for chance, right in zip(guessed, example.right, strict=True) if right)
    for features, chance, right in zip(example.features, guessed, example.right, strict=True):
        wanted = chance / mass if right and mass > 0 else 0.0
        for name, value in features.items():
            gradient[name] += (wanted - chance) * value


def _softmax(example: Example, table: Mapping[str, float]) -> list[float]:
    scores = [
        sum(table.get(name, 0.0) * value for name, value in features.items()) for features in example.features
    ]
    highest = max([0.0, *scores])
    odds = [math.exp(score - highest) for score in scores]
    whole = sum(odds) + math.exp(-highest)
    return [each / whole for each in odds]


def cross_validate(sentences: Sequence[Sentence], more: Sequence[Example], folds: int) -> Iterator[Judged]:
    """Yield each sentence with the pairs found by weights learned from the other folds and from `more`."""
    data = list(examples(sentences))
    shuffled = sorted(sentences, key=lambda sentence: sentence.name)
    random.Random(7).shuffle(shuffled)
    for fold in range(folds):
        held_out = shuffled[fold::folds]
        names = {sentence.name for sentence in held_out}
        table = learn([*more, *(example for example in data if example.sentence not in names)])
        for sentence in held_out:
            yield Judged(sentence, [(pair, chance) for pair, chance in pairs_of(sentence.text, table)])


def report(judged: Sequence[Judged]) -> Iterator[str]:
    """Yield the lines of the report: precision, recall and F1, and the share of right pairs by confidence."""
    found = [(each.is_right(pair), chance) for each in judged for pair, chance in each.found]
    right, marked_pairs = sum(is_right for is_right, _ in found), sum(len(each.sentence.pairs) for each in judged)
    precision, recall = right / len(found), right / marked_pairs
    yield f"precision {precision:.3f}  recall {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}"
    yield "confidence   right   of"
    for least, most in itertools.pairwise(BOUNDS):
        within = [is_right for is_right, chance in found if least <= chance < most]
        yield f"{least:.2f}-{min(most, 1):.2f}  {sum(within) / max(1, len(within)):9.3f}  {len(within):4d}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("marked")
    parser.add_argument("--out")
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    sentences, more = marked(options.marked), list(examples(own()))
    if options.folds:
        print("\n".join(report(list(cross_validate(sentences, more, options.folds)))))
    if options.out:
        table = learn([*more, *examples(sentences)])
        rows = "".join(f"{name}\t{table[name]:.2f}\n" for name in sorted(table))
        Path(options.out).write_text(
            f"# clue\tweight (log-odds), learned by bench/gloss_weights.py\n{rows}", "utf-8"
        )


if __name__ == "__main__":
    main()
