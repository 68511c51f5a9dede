"""Checks that a translation has the figures of its source."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.check.bitext_subject import BitextSubject
from termbase.check.finding import Problem, Side
from termbase.text.choices import NOT_A_MESSAGE, choices, without_syntax
from termbase.text.figures.agreement import unstated
from termbase.text.figures.figure import Figure
from termbase.text.figures.find import find_figures


def number(subject: BitextSubject) -> Iterator[Problem]:
    """A figure on one side is missing on the other side, both in digits and in words.

    `3.2亿` is the same as `320 million`, `五` as `5`, and `5月` as `May`. Digits in words and codes do not count.

    Bad: `共有12个国家。` = `There are 21 countries.`
    Good: `共有12个国家。` = `There are twelve countries.`
    """
    for index, pair in enumerate(subject.bitext.pairs):
        if not pair.target.strip():
            continue
        missing = unstated(_figures(pair.source), _figures(pair.target))
        sides: tuple[tuple[Side, str], ...] = (("source", "target"), ("target", "source"))
        for (side, other), figures in zip(sides, missing, strict=True):
            for figure in figures:
                start = subject.side(side).starts[index]
                message = f"the figure “{figure.text}” is missing in the {other}"
                yield Problem(start + figure.start, start + figure.end, message, side=side)


def _figures(text: str) -> list[Figure]:
    """Return the numbers of a text; of a plural only those of its branch `other`."""
    return find_figures(without_syntax(_without_counted_branches(text)) if "{" in text else text)


def _without_counted_branches(text: str) -> str:
    try:
        found = choices(text)
    except NOT_A_MESSAGE:
        return text
    for choice in found:
        for key, branch in choice.branches.items():
            if choice.kind != "select" and key != "other":
                text = text[: branch.start] + " " * (branch.end - branch.start) + text[branch.end :]
    return text
