"""Documents whose alignment is known, read from folders or tables; copies with gaps and joined paragraphs."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from termbase.text.sentences import sentence_starts
from tmx.align import search
from tmx.align.sentences import Sentence, is_heading

Group = tuple[tuple[int, ...], tuple[int, ...]]
"""The sentences of both sides that belong together."""

_MOST_BLOCKS = 160
"""Blocks of a page that are read, so that no page counts for more than the documents aligned by hand."""


@dataclass
class Document:
    """Two sides and the groups of sentences that belong together; `is_exact` if each group is one bead."""

    name: str
    chinese: list[Sentence]
    english: list[Sentence]
    groups: list[Group]
    is_exact: bool = True

    def without(self, share: float, seed: int) -> Document:
        """Return a copy in which one side of some groups is left out."""
        chance = random.Random(seed)
        dropped = [chance.choice((0, 1)) if chance.random() < share else None for _ in self.groups]
        kept: list[list[Sentence]] = [[], []]
        numbers: list[dict[int, int]] = [{}, {}]
        for side, sentences in enumerate((self.chinese, self.english)):
            left_out = (each[side] for each, drop in zip(self.groups, dropped, strict=True) if drop == side)
            gone = {number for group in left_out for number in group}
            for number, sentence in enumerate(sentences):
                if number not in gone:
                    numbers[side][number] = len(kept[side])
                    kept[side].append(sentence)
        groups: list[Group] = []
        for group in self.groups:
            left, right = (tuple(numbers[side][n] for n in group[side] if n in numbers[side]) for side in (0, 1))
            alone: list[Group] = [*(((number,), ()) for number in left), *(((), (number,)) for number in right)]
            groups += [(left, right)] if left and right else alone
        return Document(f"{self.name} with gaps", kept[0], kept[1], groups, self.is_exact)

    def with_joined_paragraphs(self, share: float, seed: int) -> Document:
        """Return a copy in which some paragraphs continue the one before, not the same ones on both sides."""
        chance = random.Random(seed)
        sides = [_joined(side, share, chance) for side in (self.chinese, self.english)]
        return Document(self.name, sides[0], sides[1], self.groups, self.is_exact)

    def with_headings(self) -> Document:
        """Return a copy in which headings are marked as in a document that is read."""
        return Document(self.name, _marked(self.chinese), _marked(self.english), self.groups, self.is_exact)

    def cuts(self) -> set[search.Place]:
        """Return the places that no group crosses."""
        pairs = [(left, right) for left, right in self.groups if left and right]
        found = set()
        for source in range(len(self.chinese) + 1):
            low = max((right[-1] + 1 for left, right in pairs if left[0] < source), default=0)
            high = min((right[0] for left, right in pairs if left[-1] >= source), default=len(self.english))
            found |= {(source, target) for target in range(low, high + 1)}
        return found


def _marked(sentences: Sequence[Sentence]) -> list[Sentence]:
    paragraphs = [list(each) for _, each in groupby(sentences, key=lambda each: each.paragraph)]
    headings = [is_heading([each.text for each in paragraph]) for paragraph in paragraphs]
    return [
        each._replace(is_heading=heading)
        for paragraph, heading in zip(paragraphs, headings, strict=True)
        for each in paragraph
    ]


def _joined(sentences: Sequence[Sentence], share: float, chance: random.Random) -> list[Sentence]:
    numbers: dict[int, int] = {}
    for paragraph in sorted({each.paragraph for each in sentences}):
        before = max(numbers.values(), default=-1)
        numbers[paragraph] = max(before, 0) if chance.random() < share else before + 1
    return [each._replace(paragraph=numbers[each.paragraph]) for each in sentences]


def from_folder(folder: Path) -> Document:
    """Read `zh.txt` and `en.txt` (a sentence a line) and `gold.tsv` (numbers of both sides, with commas)."""
    chinese, english = ((folder / name).read_text("utf-8").splitlines() for name in ("zh.txt", "en.txt"))
    rows = [line.split("\t") for line in (folder / "gold.tsv").read_text("utf-8").splitlines() if line.strip()]
    groups = [(_numbers(row[0]), _numbers(row[1] if len(row) > 1 else "")) for row in rows]
    return Document(folder.name, [Sentence(each) for each in chinese], [Sentence(each) for each in english], groups)


def _numbers(cell: str) -> tuple[int, ...]:
    return tuple(sorted(int(number) for number in cell.split(",") if number.strip()))


def from_blocks(table: Path, page: str) -> Document:
    """Read the first blocks of a page from a table (page, tag, English, Chinese): each block is a paragraph."""
    rows = [row for row in rows_of(table) if row[0] == page][:_MOST_BLOCKS]
    document = Document(f"{table.stem} {page}", [], [], [], is_exact=False)
    for paragraph, (_, _, english, chinese) in enumerate(rows):
        group = []
        for side, text in ((document.chinese, chinese), (document.english, english)):
            cut = [Sentence(each, paragraph) for each in split(text)]
            group.append(tuple(range(len(side), len(side) + len(cut))))
            side += cut
        document.groups.append((group[0], group[1]))
    return document


def rows_of(table: Path) -> list[list[str]]:
    """Return the rows of a table of blocks: page, tag, English, Chinese."""
    lines = table.read_text("utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def split(text: str) -> list[str]:
    """Return the sentences of a block."""
    starts = sentence_starts(text)
    return [
        part
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
        if (part := text[start:end].strip())
    ]
