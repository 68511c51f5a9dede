"""What the vectors of an encoder show about beads. Start from `Meaning`.

A series of sentences has the sum of the vectors of its sentences, longer ones weighing more: encoding each series
anew takes many times as long and is hardly better. The first and last clauses of a bead are compared too, since
they decide to which of two neighbours a sentence belongs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from tmx.align.anchors import Candidate
from tmx.align.band import Band, Floats, Numbers
from tmx.align.beads import LARGEST
from tmx.align.clauses import clauses
from tmx.align.encoder import Encoder
from tmx.align.sentences import Sentence

NAMES = (
    *("meaning", "meaning of Chinese sentences", "meaning of English sentences", "meaning above neighbours"),
    *("first words", "last words", "first clause", "last clause"),
)
_GROWTH = 0.7
"""The power of its length with which a sentence weighs in a series."""

_CHOICE = 3
_BLOCK = 512


class Vectors:
    """The vectors of the sentences of one side: a row for each sentence, of length 1."""

    def __init__(self, encoder: Encoder, sentences: Sequence[Sentence]) -> None:
        """Encode the sentences and their first and last clauses."""
        parts = [clauses(each.text) for each in sentences]
        begins = [(part[0], "".join(part[:2]), "".join(part)) for part in parts]
        ends = [(part[-1], "".join(part[-2:]), "".join(part)) for part in parts]
        texts = {text: number for number, text in enumerate(dict.fromkeys(chain(*begins, *ends)))}
        vectors = encoder.encode(list(texts))
        self.begins, self.ends = (
            vectors[[[texts[text] for text in three] for three in each]] for each in (begins, ends)
        )
        """For each sentence three vectors: of a clause, of two, and of the whole sentence."""
        self.whole = self.begins[:, 2]
        lengths = np.array([max(each.length, 1) for each in sentences], dtype=np.float32)
        self.weighted = self.whole * lengths[:, None] ** _GROWTH
        self._norms = self._lengths_of_series()

    def _lengths_of_series(self) -> Floats:
        """Return the length of the vector of each series: a row for each number of sentences, from 1."""
        count = len(self.weighted)
        lengths = np.ones((LARGEST + 1, count + 1), dtype=np.float64)
        series = np.zeros_like(self.weighted)
        for size in range(1, min(LARGEST, count) + 1):
            series = series[: count - size + 1] + self.weighted[size - 1 :]
            lengths[size, : count - size + 1] = np.linalg.norm(series, axis=1) + 1e-6
        return lengths

    def norms(self, first: Numbers, last: Numbers) -> Floats:
        """Return the lengths of the vectors of several series."""
        norms: Floats = self._norms[last - first, first]
        return norms


class Meaning:
    """Computes clues of beads from vectors."""

    def __init__(self, chinese: Vectors, english: Vectors, rows: Sequence[range]) -> None:
        """Compare each Chinese sentence with the English sentences that its row has."""
        self._chinese, self._english = chinese, english
        dots = [
            ours @ english.weighted[row.start : row.stop].T
            for ours, row in zip(chinese.weighted, rows, strict=True)
        ]
        self._sums = Band(rows, dots)
        self._begins = [Band(rows, values) for values in _compared(chinese.begins, english.begins, rows)]
        self._ends = [Band(rows, values) for values in _compared(chinese.ends, english.ends, rows)]

    def of(self, places: Sequence[tuple[int, int, int, int]]) -> Floats:
        """Return the clues of beads, in the order of `NAMES`: a row for each bead, with 0 if a side is empty.

        A place is where the bead begins and ends on the Chinese side, and on the English side.
        """
        table = np.array(places, dtype=np.intp).reshape(-1, 4)
        clues = np.zeros((len(table), len(NAMES)))
        is_pair = (table[:, 0] < table[:, 1]) & (table[:, 2] < table[:, 3])
        clues[is_pair] = self._of_pairs(*table[is_pair].T)
        return clues

    def _of_pairs(self, first: Numbers, source: Numbers, second: Numbers, target: Numbers) -> Floats:
        close = self._close(first, source, second, target)
        columns = [close, close * (source - first), close * (target - second)]
        columns.append(close - self._beside(first, source, second, target))
        for clause in (0, 1):
            columns.append(self._begins[clause].at(first, second))
            columns.append(self._ends[clause].at(source - 1, target - 1))
        return np.stack(columns, axis=1)

    def _close(self, first: Numbers, source: Numbers, second: Numbers, target: Numbers) -> Floats:
        """Return the cosines of the vectors of series."""
        dots = sum(
            np.where(first + step < source, self._sums.sum(first + step, second, target), 0.0)
            for step in range(LARGEST)
        )
        norms = self._chinese.norms(first, source) * self._english.norms(second, target)
        return np.asarray(dots / norms)

    def _beside(self, first: Numbers, source: Numbers, second: Numbers, target: Numbers) -> Floats:
        """Return how close each side is to the sentences beside the other side, on average."""
        english = [self._close_if(first, source, each, each + 1) for each in (second - 1, target)]
        chinese = [self._close_if(each, each + 1, second, target) for each in (first - 1, source)]
        return (_mean(*english) + _mean(*chinese)) / 2

    def _close_if(
        self, first: Numbers, source: Numbers, second: Numbers, target: Numbers
    ) -> tuple[Floats, NDArray[np.bool_]]:
        """Return the cosines of series, and which of the series exist."""
        exists = (first >= 0) & (second >= 0)
        exists &= (source <= len(self._chinese.whole)) & (target <= len(self._english.whole))
        found = np.zeros(len(first))
        found[exists] = self._close(first[exists], source[exists], second[exists], target[exists])
        return found, exists


def _mean(*several: tuple[Floats, NDArray[np.bool_]]) -> Floats:
    count = sum(exists.astype(float) for _, exists in several)
    return np.asarray(sum(found for found, _ in several) / np.maximum(count, 1))


def _compared(ours: Floats, theirs: Floats, rows: Sequence[range]) -> tuple[list[Floats], list[Floats]]:
    """Return for each sentence and those of its row how close their parts are: the closest parts, and one clause.

    Whole sentences are not compared with each other.
    """
    closest, single = [], []
    for number, row in enumerate(rows):
        close = np.einsum("ad,rbd->rab", ours[number], theirs[row.start : row.stop])
        single.append(close[:, 0, 0])
        close[:, -1, -1] = -1
        closest.append(close.max(axis=(1, 2)))
    return closest, single


def candidates(chinese: Vectors, english: Vectors) -> Iterator[Candidate]:
    """Yield for each Chinese sentence the English ones that are closest to it."""
    choice = min(_CHOICE, len(english.whole))
    for start in range(0, len(chinese.whole) if choice else 0, _BLOCK):
        close = chinese.whole[start : start + _BLOCK] @ english.whole.T
        best = np.argpartition(-close, choice - 1, axis=1)[:, :choice]
        for number, target in zip(*np.nonzero(np.ones_like(best)), strict=True):
            place = int(best[number, target])
            if (value := float(close[number, place])) > 0:
                yield Candidate(start + int(number), place, value * value)
