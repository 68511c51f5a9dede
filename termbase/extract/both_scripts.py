"""Gives the other script's form of a glossed term, which stands beside it: 贸易战/貿易戰 (trade war)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from termbase.extract.model import Gloss
from termbase.text.offsets import Span
from termbase.text.script import HAN, simplify

_BEFORE, _BEHIND = re.compile(rf"[{HAN}]+(?= ?/ ?$)"), re.compile(rf" ?/ ?([{HAN}]+)")
_LONGEST = 40


def with_both_scripts(glosses: Iterable[Gloss], text: str) -> Iterator[Gloss]:
    """Yield the glosses of a document, and each in the other script too if that stands beside it."""
    every = list(glosses)
    known = {(gloss.zh_span, gloss.en_span) for gloss in every}
    for gloss in every:
        yield gloss
        for span in _beside(text, gloss.zh_span):
            other = text[slice(*span)]
            if (span, gloss.en_span) not in known and simplify(other) == simplify(gloss.zh):
                yield replace(gloss, zh=other, zh_span=span)


def _beside(text: str, chinese: Span) -> Iterator[Span]:
    """Yield the Chinese that a stroke divides from a span, as much as the span has."""
    length = len(range(*chinese))
    before = _BEFORE.search(text, max(0, chinese.start - _LONGEST), chinese.start)
    if before and before.end() - before.start() >= length:
        yield Span(before.end() - length, before.end())
    behind = _BEHIND.match(text, chinese.end)
    if behind and behind.end() - behind.start(1) >= length:
        yield Span(behind.start(1), behind.start(1) + length)
