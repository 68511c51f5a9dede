"""Finds the numbers of notes at the ends of words, where text lost its superscript: the mass line3 (群众路线).

A number alone may belong to its word (Web3): only numbers that count on through the document are those of notes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from termbase.document.model import Block
from termbase.text.offsets import NOTE

_NUMBER = re.compile(r"[1-9](?<=[a-z.,”’\")）]\d)\d{0,2}(?![\w-]|[.,]\d)")
"""A number behind a letter, or behind what may close behind a word."""

_LETTERS = r"[^\W\d_]"
_WORD = re.compile(
    rf"(?:(?<![\w/.@=#-]){_LETTERS}(?:{_LETTERS}|['’-])*[a-z]{{2}}[.,]?"
    rf"|(?P<closed>{_LETTERS}[.,]?[”’\")）][.,”’\")）]{{0,2}}))$"
)
_LONGEST_WORD = 30

_STEP = 3
"""The largest difference between the numbers of two notes that follow each other."""

_LEAST, _LEAST_LATER = 3, 5
"""The smallest number of notes that are seen to count on: from 1, and from a later number."""

_SHARE = 0.6
"""The smallest share of notes among the numbers behind words: in ngo5 dei6 the numbers are tones."""


@dataclass(frozen=True, eq=False)
class _Note:
    """What may be the number of a note: its block, the offsets of the digits, the word before them.

    `before` is the note that it follows, `first` the number of the first note of its row, and `depth` the number of
    notes in the row up to it.
    """

    block: int
    start: int
    end: int
    number: int
    word: str
    before: _Note | None = None
    first: int = 0
    depth: int = 1


def mask_note_numbers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with each number of a note replaced by `NOTE`, which ends no word; lengths are kept."""
    texts = [block.text for block in blocks]
    candidates = _candidates(texts)
    notes = list(_notes(candidates))
    for note in notes if len(notes) >= _SHARE * len(candidates) else ():
        text = texts[note.block]
        texts[note.block] = text[: note.start] + NOTE * (note.end - note.start) + text[note.end :]
    return tuple(Block(block.start, text) for block, text in zip(blocks, texts, strict=True))


def _candidates(texts: Iterable[str]) -> list[_Note]:
    """Return the numbers behind words, in text order."""
    found = []
    for place, text in enumerate(texts):
        for match in _NUMBER.finditer(text):
            if word := _WORD.search(text, max(0, match.start() - _LONGEST_WORD), match.start()):
                key = f"{place}:{match.start()}" if word["closed"] else word[0].rstrip(".,").casefold()
                found.append(_Note(place, match.start(), match.end(), int(match[0]), key))
    return found


def _notes(candidates: Sequence[_Note]) -> Iterator[_Note]:
    """Yield the candidates that stand in a row of ascending numbers; a word that has several has no note."""
    times = Counter(note.word for note in candidates)
    last: dict[int, _Note] = {}
    chosen: set[_Note] = set()
    for each in candidates:
        if times[each.word] > 1:
            continue
        before = next(
            (last[each.number - step] for step in range(1, _STEP + 1) if each.number - step in last), None
        )
        first, depth = (before.first, before.depth + 1) if before else (each.number, 1)
        note = last[each.number] = replace(each, before=before, first=first, depth=depth)
        row: _Note | None = note if depth >= (_LEAST if first == 1 else _LEAST_LATER) else None
        while row and row not in chosen:
            chosen.add(row)
            yield row
            row = row.before
