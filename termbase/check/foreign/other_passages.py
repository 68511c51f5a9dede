"""Finds the passages of a text that are in the other Chinese script: quoted comments, pasted paragraphs.

A passage is one finding, not one for each word: whoever wrote it did not write the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from termbase.check.finding import LEAST_DECIDED, Problem
from termbase.language import Region
from termbase.text.offsets import MASK, Span
from termbase.text.regions.foreign_words import ForeignPlace, foreign_characters
from termbase.text.script import Script, script_of

Sentence = tuple[Span, list[ForeignPlace]]
"""A sentence and the places of foreign words and characters in it."""

_LINE_END = re.compile(rf"[\r\n{MASK}]")
_LONGEST = 2000
_SEVERAL = 4
"""So many characters of the other script, with none of the own one between them, are no slips."""


def other_script(region: Region) -> Script:
    """Return the script that a region does not write."""
    return Script.TRADITIONAL if region.script == Script.SIMPLIFIED else Script.SIMPLIFIED


def joined_paragraphs(text: str, sentences: Iterable[Sentence], region: Region) -> Iterator[Sentence]:
    """Yield sentences; those that are side by side in the other script are joined to one."""
    current: Sentence | None = None
    for sentence, places in sentences:
        if current is not None:
            joined = Span(current[0].start, sentence.end)
            if _is_one_passage(text[joined.start : joined.end], other_script(region)):
                current = joined, [*current[1], *places]
                continue
            yield current
        current = sentence, places
    if current is not None:
        yield current


def _is_one_passage(text: str, script: Script) -> bool:
    return len(text) <= _LONGEST and not _LINE_END.search(text) and script_of(text) is script


def passages(text: str, places: Sequence[ForeignPlace], region: Region) -> Iterator[Span]:
    """Yield the passages of a sentence: between two characters of its own script it has several others."""
    foreign = [place.start for place in places if not place.regions]
    if len(foreign) < _SEVERAL:
        return
    own = [place.start for place in foreign_characters(text, reader_of(other_script(region)))]
    if not own:
        yield Span(0, len(text))  # 后 before the first of them is of the other script too
        return
    for before, after in pairwise((-1, *own, len(text))):
        between = [at for at in foreign if before < at < after]
        if len(between) >= _SEVERAL:
            yield Span(between[0], between[-1] + 1)


def is_passage(text: str, sentence: Span, region: Region) -> bool:
    """Whether a sentence is all of its line, cell or item, in the other script: 台海网 in a list of newspapers."""
    around = text[: sentence.start][-1:], text[sentence.end : sentence.end + 1]
    is_alone = all(char in ("", "\r", "\n") for char in around)
    return is_alone and script_of(text[sentence.start : sentence.end]) is other_script(region)


def in_script(region: Region) -> str:
    """Say that something is in the script that a region does not write."""
    return f"in {other_script(region).name.lower()} characters"


def said_of_passages(region: Region) -> str:
    """Say of all passages of a text that they are in the script that its region does not write."""
    return f"passages of the text are {in_script(region)}"


def said_with_passages(problems: Iterable[Problem], region: Region) -> list[Problem]:
    """Return problems; if passages have one finding, it stands for other characters of their script as well.

    The text is then of several writers or of both scripts, and no character of it is a slip.
    """
    found, said = list(problems), said_of_passages(region)
    if sum(one.throughout == said for one in found) < LEAST_DECIDED:
        return found
    return [replace(one, throughout=said) if one.message.endswith(in_script(region)) else one for one in found]


def reader_of(script: Script) -> Region:
    """Return a region that writes a script."""
    return Region.TW if script is Script.TRADITIONAL else Region.CN
