"""Measures how often the left edge of Chinese before a bracket is found, on any documents, without marking them.

    python bench/gloss_edges.py FILE...

Authors often set a term off: 这叫**梯度下降**（gradient descent）. If the marks are taken away, the edge of the
term is still known: 这叫梯度下降（gradient descent）. The report says for how many such places the term is found,
for how many another one, and the same above a confidence of 0.9.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from termbase.document.model import Block, Document
from termbase.extract.glosses import extract
from termbase.text.script import HAN

_SET_OFF = re.compile(
    rf"(?<=[{HAN}])(?:\*\*(?P<bold>[{HAN}]{{2,12}})\*\*|“(?P<quoted>[{HAN}]{{2,12}})”|「(?P<cornered>[{HAN}]{{2,12}})」)"
    r" ?[（(](?P<en>[A-Za-z][A-Za-z ’'-]{2,50})[)）]"
)
_MARKS = re.compile("[*_`]")
_CLAUSE = re.compile("[^。！？]*$")
_SURE = 0.9


class Edge(NamedTuple):
    """A sentence up to a bracket, the term before the bracket, and the English in it."""

    text: str
    chinese: str
    english: str


def edges(lines: Iterator[str]) -> Iterator[Edge]:
    """Yield the places where a term is set off before a bracket, without the marks."""
    for line in lines:
        for match in _SET_OFF.finditer(line):
            term = match["bold"] or match["quoted"] or match["cornered"]
            clause = _CLAUSE.search(line, 0, match.start())
            before = _MARKS.sub("", clause[0]) if clause else ""
            yield Edge(f"{before}{term}（{match['en']}）。", term, match["en"])


def outcome(edge: Edge) -> tuple[str, bool]:
    """Return whether the term was found, and whether that is sure."""
    start = edge.text.index(f"（{edge.english}）。")
    for gloss in extract(Document("bench", edge.text, "utf-8", (Block(0, edge.text),))):
        if gloss.zh_span.end == start and gloss.en == edge.english:
            return "found" if gloss.zh == edge.chinese else "other edge", gloss.confidence > _SURE
    return "nothing", False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    lines = (line for file in options.files for line in Path(file).read_text("utf-8").splitlines())
    outcomes = Counter(map(outcome, dict.fromkeys(edges(lines))))
    for name in ("found", "other edge", "nothing"):
        sure = outcomes[name, True]
        print(f"{name:12s} {outcomes[name, False] + sure:5d}  above {_SURE}: {sure:5d}")


if __name__ == "__main__":
    main()
