"""What speaks for and against a bead, as numbers. Start from `Clues.of`; `NAMES` names the numbers.

A clue grows with the bead where it counts tokens, so that splitting a bead in two right ones loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
from math import log

from tmx.align.beads import Shape
from tmx.align.matches import Matches
from tmx.align.sentences import Sentence
from tmx.align.signs import KEPT_NAMES, Signs, signs_of

_SHAPE_NAMES = ("1-1", "1-2", "1-3", "1-many", "2-1", "many-1", "2-2", "many-many")
NAMES = (
    *("left out: Chinese", "left out: English", "left out: Chinese length", "left out: English length"),
    *(f"shape {name}" for name in _SHAPE_NAMES),
    *("more sentences", "length", "length ratio"),
    *("matched Chinese", "matched English", "unmatched Chinese", "unmatched English"),
    *("unlinked Chinese", "unlinked English"),
    *("share of Chinese", "share of English", "smaller share"),
    *(f"equal {name}" for name in KEPT_NAMES),
    *(f"unequal {name}" for name in KEPT_NAMES),
    *("end quoted", "end", "begin quoted"),
    *("paragraph inside", "paragraph end", "only one paragraph end", "heading"),
)
_LEFT_OUT = 4
_REST = (0.0,) * (len(NAMES) - _LEFT_OUT)
_RATIOS = (1.0, 6.0)
"""English letters for one Chinese character: between a text of Latin names and a terse one."""

_MOST_UNEQUAL = 4
_LARGEST_DEVIATION = 20.0


class Clues:
    """Computes the clues of any bead of two documents."""

    def __init__(
        self, chinese: Sequence[Sentence], english: Sequence[Sentence], matches: tuple[Matches, Matches]
    ) -> None:
        """`matches` are those of the Chinese tokens and those of the English tokens."""
        self._chinese, self._english = _Side(chinese, matches[0]), _Side(english, matches[1])
        ratio = self._english.lengths[-1] / max(self._chinese.lengths[-1], 1)
        self._ratio = min(max(ratio, _RATIOS[0]), _RATIOS[1])

    def of(self, first: int, source: int, second: int, target: int) -> tuple[float, ...]:
        """Return the clues for the Chinese sentences `first` to `source` and the English `second` to `target`."""
        left, right = source - first, target - second
        if not left or not right:
            missing = log(1 + self._chinese.length(first, source)), log(1 + self._english.length(second, target))
            return (float(left), float(right), missing[0], missing[1], *_REST)
        return (
            *(0.0, 0.0, 0.0, 0.0),
            *_shape_clues((left, right)),
            *self._length_clues(first, source, second, target),
            *self._token_clues(first, source, second, target),
            *self._sign_clues(first, source, second, target),
            *self._paragraph_clues(first, source, second, target),
        )

    def _length_clues(self, first: int, source: int, second: int, target: int) -> Iterable[float]:
        expected = self._chinese.length(first, source) * self._ratio
        length = self._english.length(second, target)
        deviation = (length - expected) ** 2 / ((length + expected) / 2 + 1) / 8
        return min(deviation, _LARGEST_DEVIATION), abs(log((expected + 8) / (length + 8)))

    def _token_clues(self, first: int, source: int, second: int, target: int) -> Iterable[float]:
        ours, theirs = self._chinese, self._english
        chinese = sum(ours.matches.weight(each, second, target) for each in range(first, source))
        english = sum(theirs.matches.weight(each, first, source) for each in range(second, target))
        all_chinese = ours.known[source] - ours.known[first]
        all_english = theirs.known[target] - theirs.known[second]
        unlinked = (
            ours.unknown[source] - ours.unknown[first],
            theirs.unknown[target] - theirs.unknown[second],
        )
        shares = chinese / (all_chinese + 3), english / (all_english + 3)
        return chinese, english, all_chinese - chinese, all_english - english, *unlinked, *shares, min(shares)

    def _sign_clues(self, first: int, source: int, second: int, target: int) -> Iterable[float]:
        ours, theirs = self._chinese, self._english
        counts = list(zip(ours.counts(first, source), theirs.counts(second, target), strict=True))
        yield from (min(both) for both in counts)
        yield from (min(abs(one - other), _MOST_UNEQUAL) for one, other in counts)
        begins, ends = (ours.signs[first], theirs.signs[second]), (ours.signs[source - 1], theirs.signs[target - 1])
        yield ends[0].ends_quoted != ends[1].ends_quoted
        yield ends[0].end != ends[1].end
        yield begins[0].begins_quoted != begins[1].begins_quoted

    def _paragraph_clues(self, first: int, source: int, second: int, target: int) -> Iterable[float]:
        ours, theirs = self._chinese, self._english
        if not (ours.has_paragraphs and theirs.has_paragraphs):
            return 0.0, 0.0, 0.0, 0.0
        inside = ours.breaks[source - 1] - ours.breaks[first] + theirs.breaks[target - 1] - theirs.breaks[second]
        ends = ours.ends[source - 1], theirs.ends[target - 1]
        headings = ours.sentences[first].is_heading, theirs.sentences[second].is_heading
        return inside, all(ends), ends[0] != ends[1], headings[0] != headings[1]


class _Side:
    """The sentences of one side, with sums over their beginning: an item of each list for each place."""

    def __init__(self, sentences: Sequence[Sentence], matches: Matches) -> None:
        self.sentences = sentences
        self.matches = matches
        self.known = list(accumulate(matches.known, initial=0.0))
        self.unknown = list(accumulate(matches.unknown, initial=0.0))
        self.lengths = list(accumulate((each.length for each in sentences), initial=0))
        self.signs: list[Signs] = [signs_of(each.text) for each in sentences]
        self._counts: dict[tuple[int, int], tuple[int, ...]] = {}
        paragraphs = [each.paragraph for each in sentences]
        self.ends = [one != other for one, other in zip(paragraphs, [*paragraphs[1:], -1], strict=False)]
        self.breaks = list(accumulate(self.ends, initial=0))
        self.has_paragraphs = len(set(paragraphs)) > 1

    def length(self, first: int, last: int) -> int:
        return self.lengths[last] - self.lengths[first]

    def counts(self, first: int, last: int) -> tuple[int, ...]:
        key = (first, last)
        if key not in self._counts:
            columns = zip(*(each.counts for each in self.signs[first:last]), strict=True)
            self._counts[key] = tuple(map(sum, columns))
        return self._counts[key]


@cache
def _shape_clues(shape: Shape) -> tuple[float, ...]:
    left, right = shape
    name = f"{left}-{right}"
    if name not in _SHAPE_NAMES:
        name = "1-many" if left == 1 else "many-1" if right == 1 else "many-many"
    return *(float(each == name) for each in _SHAPE_NAMES), left + right - 2.0
