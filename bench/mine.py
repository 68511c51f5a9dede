"""Measures `termbase mine` by lists of terms, beside C-value with Dice, and learns the weights of its evidence.

    python bench/mine.py BITEXT=TERMS...
    python bench/mine.py BITEXT=TERMS... --learn data/mine_weights.tsv

BITEXT is a TSV table with the English in the third column and the Chinese in the fourth, or a file that
`termbase mine --bitext` reads. TERMS is a TSV table of an English and a Chinese term (`mine_terms.py` makes one
from the texts of a program). A term counts if both sides occur in three segment pairs of the book.

For each book it prints how many terms are among the first N pairs (by the keys that compare terms), and, of those
whose English is in the list, how many have one of its Chinese terms and how many have another.
"""

from __future__ import annotations

import argparse
import csv
import math
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from termbase.mine.candidates import chinese_spans, english_spans
from termbase.mine.corpus import Corpus, Segment
from termbase.mine.evidence import features
from termbase.mine.job import MinedPair, mine
from termbase.mine.links import counted
from termbase.renderings.word_uses import uses
from termbase.text.chinese_key import chinese_key
from termbase.text.english.folded_english import english_key, fold_english

RANKS = (100, 200, 500, 1000, 2000, 5000)
LEAST = 3
STRENGTH = 3.0
"""How strongly weights are drawn to 0 in learning."""

Floats = NDArray[np.float64]
Pair = tuple[str, str]


@dataclass
class Book:
    """A book, its pairs by rank, and the Chinese terms for each English term of its list, all as keys."""

    name: str
    corpus: Corpus
    pairs: list[MinedPair]
    terms: dict[str, set[str]]

    @property
    def nouns(self) -> set[str]:
        """The English terms that are no verbs, adjectives or adverbs, as far as the dictionary knows."""
        return {term for term in self.terms if is_nominal(term)}

    def is_right(self, zh: str, en: str) -> bool | None:
        """Whether a pair is in the list; None if its English is not."""
        known = self.terms.get(english_key(en))
        return None if known is None else chinese_key(zh) in known


def is_nominal(english: str) -> bool:
    """Return whether an English term is a noun: some lists also name what buttons do."""
    known = uses(english.split()[-1])
    return not english.endswith("ly") and 2 * known.last >= known.verb and 6 * known.last >= known.other


def segments(file: str) -> Iterable[Segment]:
    with Path(file).open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if not row[0].startswith("#"):
                yield Segment(row[3], row[2])


def read_terms(file: str, corpus: Corpus) -> dict[str, set[str]]:
    """Return the terms of a list that occur in a book."""
    texts = [(f" {fold_english(one.en).text} ", chinese_key(one.zh)) for one in corpus.segments]
    places: dict[str, list[int]] = defaultdict(list)
    for number, (english, _) in enumerate(texts):
        for word in set(english.split()):
            places[word].append(number)
    terms: dict[str, set[str]] = defaultdict(set)
    for line in Path(file).read_text("utf-8").splitlines():
        one, other = line.split("\t")[:2]
        english, chinese = english_key(one), chinese_key(other)
        near = min((places.get(word, []) for word in english.split()), key=len, default=[])
        if sum(f" {english} " in texts[number][0] and chinese in texts[number][1] for number in near) >= LEAST:
            terms[english].add(chinese)
    return terms


def c_value_and_dice(corpus: Corpus) -> list[Pair]:
    """Return pairs by C-value of both sides and Dice's coefficient over segments: the yardstick."""
    english = counted(english_spans, corpus.english)
    chinese = counted(chinese_spans, corpus.chinese)
    both: dict[tuple[bytes, bytes], int] = defaultdict(int)
    for en, zh in zip(corpus.english.texts, corpus.chinese.texts, strict=True):
        ens = {key for key in english.of(en).values() if english.count[key] > 2}
        zhs = {key for key in chinese.of(zh).values() if chinese.count[key] > 2}
        for one in ens:
            for other in zhs:
                both[one, other] += 1
    scored: dict[bytes, tuple[float, bytes]] = {}
    for (one, other), count in both.items():
        dice = 2 * count / (english.count[one] + chinese.count[other])
        scored[one] = max(scored.get(one, (0.0, b"")), (dice, other))
    value = {one: _c_value(english.count[one], len(one) // 4, english.nested(one)) for one in scored}
    order = sorted(scored, key=lambda one: -scored[one][0] * value[one])
    names = corpus.english.vocabulary.words, corpus.chinese.vocabulary.words
    return [("".join(_words(scored[one][1], names[1])), " ".join(_words(one, names[0]))) for one in order]


def _c_value(count: int, length: int, nested: float) -> float:
    """Frantzi, Ananiadou, Mima 2000, with the most frequent longer term for the mean of all."""
    return math.log2(1 + length) * count * (1 - nested)


def _words(key: bytes, names: Sequence[str]) -> list[str]:
    return [names[number] for number in np.frombuffer(key, dtype=np.int32)]


def report(book: Book, pairs: Sequence[Pair]) -> str:
    """Return the part of the terms that are found at each rank, and the right and wrong pairs so far."""
    found: set[str] = set()
    nouns = book.nouns
    right = wrong = 0
    cells = []
    for rank, (zh, en) in enumerate(pairs, 1):
        judged = book.is_right(zh, en)
        right, wrong = right + (judged is True), wrong + (judged is False)
        if judged and english_key(en) in nouns:
            found.add(english_key(en))
        if rank in RANKS:
            cells.append(f"{rank}: {len(found) / len(nouns):.3f} ({right}:{wrong})")
    return "  ".join(cells)


def learn(rows: Sequence[Floats], answers: Sequence[float], importance: Sequence[float]) -> Floats:
    """Return the weights of a logistic regression; the first feature is 1 and its weight is free."""
    matrix, truth, weight = np.array(rows), np.array(answers), np.array(importance)
    weight *= len(weight) / weight.sum()
    spread = matrix.std(0) + 1e-9
    spread[0] = 1
    matrix = matrix / spread
    weights = np.zeros(matrix.shape[1])
    drawn = np.full(matrix.shape[1], STRENGTH)
    drawn[0] = 0
    for _ in range(30):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (weight * (truth - chance)) - drawn * weights
        curve = (matrix * (weight * chance * (1 - chance))[:, None]).T @ matrix + np.diag(drawn + 1e-6)
        weights += np.linalg.solve(curve, slope)
    found: Floats = weights / spread
    return found


def learned(books: Sequence[Book]) -> str:
    """Return the table of weights. Large books count less than their number of pairs."""
    names: list[str] = []
    rows, is_right, is_term, importance = [], [], [], []
    for book in books:
        for pair in book.pairs:
            if pair.support is None:
                continue
            found = features(pair.zh, pair.en, pair.support)
            names = list(found)
            rows.append(np.array(list(found.values()), dtype=float))
            is_right.append(book.is_right(pair.zh, pair.en))
            is_term.append(float(is_right[-1] is True and is_nominal(pair.en)))
            importance.append(len(book.pairs) ** -0.5)
    listed = [(*row, judged) for *row, judged in zip(rows, importance, is_right, strict=True) if judged is not None]
    right = learn([one[0] for one in listed], [float(one[2]) for one in listed], [one[1] for one in listed])
    term = learn(rows, is_term, importance)
    lines = (f"{name}\t{one:.3f}\t{two:.3f}\n" for name, one, two in zip(names, right, term, strict=True))
    return "# evidence\tfor a right pair\tfor a term (log-odds), learned by bench/mine.py\n" + "".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("books", nargs="+")
    parser.add_argument("--learn")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    books = []
    for name in options.books:
        file, listed = name.split("=")
        corpus = Corpus(segments(file))
        start = time.process_time()
        pairs = mine(corpus)
        took = time.process_time() - start
        book = Book(Path(file).name, corpus, pairs, read_terms(listed, corpus))
        books.append(book)
        terms = f"{len(book.nouns)} nouns of {len(book.terms)} terms"
        print(f"{book.name}: {len(corpus.segments)} segments, {len(pairs)} pairs, {terms}, {took:.0f} s")
        print("  mine         ", report(book, [(pair.zh, pair.en) for pair in pairs]))
        print("  C-value, Dice ", report(book, c_value_and_dice(corpus)))
        for pair in pairs[: options.show]:
            print(f"  {pair.zh}\t{pair.en}\t{pair.score:.3f}\t{pair.count}")
    if options.learn:
        Path(options.learn).write_text(learned(books), "utf-8")


if __name__ == "__main__":
    main()
