"""Reads a list in a bracket behind a list, by position: 氮、磷和钾（nitrogen, phosphorus, potassium）."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from termbase.extract.before import WINDOW, peel
from termbase.extract.marks import Bracket
from termbase.renderings.rendered_characters import rendered_bits
from termbase.text.latin_words import LATIN, is_abbreviation, words_in
from termbase.text.offsets import Span
from termbase.text.script import HAN

_JOINT = re.compile(r"[”」』]?\s?(?:[、/]|以及|和|与|與|及)\s?[“「『]?")
_ENGLISH_JOINT = r"\s?(?:[、，,；;/]|以及|和|与|與|及)\s?"
_ITEM = rf"[“\"]?[{LATIN}][{LATIN}'’ -]{{0,50}}[”\"]?"
_ENGLISH = re.compile(rf"{_ITEM}(?:{_ENGLISH_JOINT}{_ITEM})+")
_WHOLE = re.compile(r"(?<![\w-])(?:and|or)(?![\w-])|/")
"""English that joins its items so is one term: 多元与包容（diversity and inclusion）, 输入/输出（input/output）."""

_WORDS = re.compile(rf"[{LATIN}][{LATIN}'’ -]*(?<! )")
_CHINESE_ITEM, _ENDS_ITEM = re.compile(rf"[{HAN}·]{{1,12}}"), re.compile(f"[{HAN}]")
_QUOTED = re.compile("[“「『‘][^“”「」『』‘’]*[”」』’]$")
"""A list that is quoted as one: “竞争、对抗、合作”."""

_LONGEST = 60
"""Characters of Chinese before the bracket in which a list is looked for."""


class Listed(NamedTuple):
    """An item of two lists: its English, and its Chinese, which may begin behind `chinese.start` if it is first."""

    english: Span
    chinese: Span
    is_first: bool


def listed_in_both(flat: str, bracket: Bracket) -> list[Listed]:
    """Return the items if a bracket lists English for a list of as many Chinese items, most of which it renders."""
    if not _ENGLISH.fullmatch(flat, bracket.start + 1, bracket.end - 1):
        return []
    if _WHOLE.search(flat, bracket.start, bracket.end):
        return []
    english = [Span(*match.span()) for match in _WORDS.finditer(flat, bracket.start + 1, bracket.end - 1)]
    if any(is_abbreviation(flat[slice(*each)]) for each in english):
        return []
    end = peel(flat, bracket.start, max(0, bracket.start - WINDOW)).end
    start = max(0, end - _LONGEST)
    if (quoted := _QUOTED.search(flat, start, bracket.start)) and _JOINT.search(flat, *quoted.span()):
        return []
    joints = [joint.span() for joint in _JOINT.finditer(flat, start, end)][1 - len(english) :]
    if len(joints) < len(english) - 1:
        return []
    starts, ends = [start, *(last for _, last in joints)], [*(first for first, _ in joints), end]
    chinese = [Span(*span) for span in zip(starts, ends, strict=True)]
    is_list = _ENDS_ITEM.match(flat, ends[0] - 1) and all(
        _CHINESE_ITEM.fullmatch(flat, *span) for span in chinese[1:]
    )
    if not is_list or not _are_rendered(flat, english, chinese):
        return []
    return [Listed(*pair, not number) for number, pair in enumerate(zip(english, chinese, strict=True))]


def _are_rendered(flat: str, english: Sequence[Span], chinese: Sequence[Span]) -> bool:
    """Return whether all items but one, at most, render each other."""
    pairs = zip(english, chinese, strict=True)
    rendered = [any(rendered_bits(word.text, flat[slice(*zh)]) for word in words_in(flat, *en)) for en, zh in pairs]
    return sum(rendered) >= max(1, len(rendered) - 1)
