"""Reads sentences with marked pairs, for learning how to find glosses and for measuring how well they are found.

Each line of a file of marked sentences is one: {"id", "text", "source": {"title"}, "pairs": [{"zh_span": [s, e],
"en_span": [s, e], "kind"}], "negatives": [{"text", "reason"}]}, with spans in code points. `source`, `kind` and
`negatives` may be left out. `own` reads `gloss_sentences.txt` beside this file, written for learning.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from termbase.extract.model import TermKind
from termbase.text.offsets import Span
from termbase.text.script import has_han

_OWN = Path(__file__).with_name("gloss_sentences.txt")
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")
_KINDS = {"org": TermKind.ORGANISATION, "name": TermKind.TERM}
"""Kinds that are marked by other names; names of events, brands and dynasties count as terms."""


class Pair(NamedTuple):
    """The spans of a marked pair."""

    zh: Span
    en: Span


class Sentence(NamedTuple):
    """A sentence with the pairs that it glosses and their kinds.

    `arguable` are strings (Chinese, English) that are neither right nor wrong: the pinyin or the literal meaning of
    a marked term. `japanese` are strings that only a reader can distinguish from Chinese; they do not count either.
    """

    name: str
    source: str
    text: str
    pairs: dict[Pair, TermKind | None]
    arguable: frozenset[tuple[str, str]] = frozenset()
    japanese: tuple[str, ...] = ()

    def strings(self, zh: Span, en: Span) -> tuple[str, str]:
        """Return the two strings of a pair of spans."""
        return self.text[zh.start : zh.end], self.text[en.start : en.end]

    def wanted(self) -> dict[tuple[str, str], TermKind | None]:
        """Return the strings of the marked pairs with their kinds."""
        return {self.strings(*pair): kind for pair, kind in self.pairs.items()}

    def is_left_out(self, zh: str, en: str) -> bool:
        """Return whether a pair of strings that is not marked is neither right nor wrong."""
        return (zh, en) in self.arguable or any(zh in text for text in self.japanese)


def marked(files: Iterable[str], aside: Iterable[str] = ()) -> list[Sentence]:
    """Read the sentences of JSON Lines files, without those of the sources with the titles `aside`."""
    rows = (json.loads(line) for file in files for line in Path(file).read_text("utf-8").splitlines())
    return [_sentence(row) for row in rows if row.get("source", {}).get("title") not in aside]


def _sentence(row: dict[str, Any]) -> Sentence:
    title = row.get("source", {}).get("title", "")
    repository = _REPOSITORY.findall(title)
    pairs = {Pair(Span(*pair["zh_span"]), Span(*pair["en_span"])): _kind(pair) for pair in row["pairs"]}
    arguable = (
        (row["text"][slice(*pair["zh_span"])], pair[key])
        for pair in row["pairs"]
        for key in ("literal", "pinyin", "abbrev")
        if key in pair
    )
    japanese = (each["text"] for each in row.get("negatives", ()) if each["reason"].startswith("Japanese"))
    source = repository[-1] if repository else title
    return Sentence(row["id"], source, row["text"], pairs, frozenset(arguable), tuple(japanese))


def _kind(pair: dict[str, Any]) -> TermKind | None:
    if pair.get("abbrev_only"):
        return TermKind.ABBREVIATION
    kind = pair.get("kind")
    return None if kind is None else _KINDS.get(kind) or TermKind(kind)


def own() -> list[Sentence]:
    """Read the sentences written for learning, in which pairs are marked as `<1>...</1> (<1>...</1>)`."""
    lines = _OWN.read_text("utf-8").splitlines()
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
    return Sentence(name, "own", text, dict.fromkeys(_pairs(text, spans.values())))


def _pairs(text: str, groups: Iterable[list[Span]]) -> Iterator[Pair]:
    for group in groups:
        chinese = [span for span in group if has_han(text[span.start : span.end])]
        yield from (Pair(zh, en) for zh in chinese for en in group if en not in chinese)
