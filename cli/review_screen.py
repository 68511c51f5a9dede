"""Shows one candidate for `termbase review`: its facts, the pair, and the sentence with the pair marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from termbase.text.width import columns, wrapped

from .terminal import number

if TYPE_CHECKING:
    from termbase_service.review import Candidate

_BEGIN, _END = "\u2061", "\u2062"
"""Invisible characters without width, which mark the pair while the sentence is wrapped."""

_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u2061\u2062]")
"""Control characters, which could change the terminal, and marks that change the direction of text."""

_AROUND = 240
"""How many characters of a long sentence are shown before and after the pair."""


def card(candidate: Candidate, left: int, width: int, is_coloured: bool) -> Iterator[str]:
    """Yield the lines about a candidate, at most `width` columns wide. `left` is the number of undecided pairs."""
    cells = {name: _UNSHOWABLE.sub(" ", cell) for name, cell in candidate.cells.items()}
    facts = [f"{left} left", f"confidence {cells.get('confidence') or '?'}"]
    facts += ["imperfect"] if candidate.is_imperfect else []
    facts += [cells["kind"]] if cells.get("kind") else []
    facts += [cells["evidence"]] if "mined" in cells.get("evidence", "") else []
    facts += [number(int(cells["count"]), "place")] if cells.get("count", "").isdigit() else []
    head = "  ".join(facts)
    place = f"{cells.get('file', '')}:{cells.get('line', '')}".strip(":")
    if columns(f"{head}  {place}") <= width:
        yield _dim(f"{head}  {place}", is_coloured)
    else:
        yield from (_dim(line, is_coloured) for line in wrapped(head, width))
        yield _dim(_end_of(place, width), is_coloured)
    yield from _indented(f"{cells['zh']} = {cells['en']}", width, is_coloured, bold=True)
    yield from _sentence(marked(cells.get("sentence", ""), cells["zh"], cells["en"]), width, is_coloured)


def marked(sentence: str, *terms: str) -> str:
    """Return a sentence with `_BEGIN` and `_END` around the terms, where they stand closest to each other.

    The beginning and end of a long sentence are left out.
    """
    places = [[match.span() for match in re.finditer(re.escape(term), sentence)] for term in terms if term]
    first, *others = sorted(filter(None, places), key=len) or [[]]
    if not first:
        return sentence[: 2 * _AROUND]
    near = first[0]
    spans = {near, *(min(found, key=lambda span: abs(span[0] - near[0])) for found in others)}
    for start, end in sorted(spans, reverse=True):
        sentence = f"{sentence[:start]}{_BEGIN}{sentence[start:end]}{_END}{sentence[end:]}"
    start = max(sentence.index(_BEGIN) - _AROUND, 0)
    end = sentence.rindex(_END) + _AROUND
    return f"{'…' if start else ''}{sentence[start:end]}{'…' if end < len(sentence) else ''}"


def _sentence(text: str, width: int, is_coloured: bool) -> Iterator[str]:
    if not is_coloured:
        yield from _indented(text.replace(_BEGIN, "【").replace(_END, "】"), width, is_coloured)
        return
    colour = ""
    for line in wrapped(text, width - 2):
        begun = click.style("", fg="yellow", bold=True, reset=False)
        shown = colour + line.replace(_BEGIN, begun).replace(_END, click.style("", reset=True))
        colour = begun if line.rfind(_BEGIN) > line.rfind(_END) or (colour and _END not in line) else ""
        yield f"  {shown}{click.style('', reset=True)}"


def _indented(text: str, width: int, is_coloured: bool, bold: bool = False) -> Iterator[str]:
    for line in wrapped(text, width - 2):
        yield f"  {click.style(line, bold=True) if bold and is_coloured else line}"


def _dim(text: str, is_coloured: bool) -> str:
    return click.style(text, dim=True) if is_coloured else text


def _end_of(text: str, width: int) -> str:
    """Return the end of a path that is too long: its name is what counts."""
    while columns(text) > width:
        text = f"…{text[2:]}"
    return text
