"""Checks that a translation has the figures of its source."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.check.bitext_subject import BitextSubject
from termbase.check.finding import Problem, Side
from termbase.text.figures import figures, is_stated


def number(subject: BitextSubject) -> Iterator[Problem]:
    """A figure on one side is missing on the other side, both in digits and in words.

    `3.2亿` is the same as `320 million`, `五` as `5`, and `5月` as `May`. Digits in words and codes do not count.

    Bad: `共有12个国家。` = `There are 21 countries.`
    Good: `共有12个国家。` = `There are twelve countries.`
    """
    for index, pair in enumerate(subject.bitext.pairs):
        if not pair.target.strip():
            continue
        sides: tuple[tuple[Side, str, str], ...] = (
            ("source", pair.source, pair.target), ("target", pair.target, pair.source),
        )  # fmt: skip
        for side, text, other in sides:
            known = figures(other)
            for figure in figures(text):
                if not is_stated(figure, known, other):
                    where = "target" if side == "source" else "source"
                    start = subject.side(side).starts[index]
                    message = f"the figure “{figure.text}” is missing in the {where}"
                    yield Problem(start + figure.start, start + figure.end, message, side=side)
