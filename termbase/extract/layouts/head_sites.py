"""Finds headings and items that have only Chinese and the English behind it: 1.2 梯度下降 Gradient Descent.

The English stands where a bracket would stand, and the sites are those of a bracket: words may lead the term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.extract.clue_names import ClueName
from termbase.extract.heads import HEAD_SIGNS
from termbase.extract.layouts.chinese_sites import chinese_sites
from termbase.extract.marks import CLOSE_QUOTES, Bracket
from termbase.extract.model import Candidate, Clue, Layout, Site, noted
from termbase.extract.pieces import BracketPiece
from termbase.extract.roles import Role
from termbase.text.chinese.words import part_of_speech, words
from termbase.text.english.initials import initials_of
from termbase.text.latin_words import LATIN, is_abbreviation
from termbase.text.offsets import MASK, Span, new_span
from termbase.text.script import HAN

_FIRST = re.compile(rf"{HEAD_SIGNS}[\[【《「『“*_]{{0,3}}(?=[{HAN}])")
"""What stands before the Chinese of a heading or item."""

_HEAD = re.compile(
    rf"(?P<zh>(?>[{HAN}](?:[{HAN}、· ]{{0,28}}[{HAN}])?))(?P<closed>[*_{re.escape(CLOSE_QUOTES)}]{{0,3}})"
    rf"(?: ?[(（][續续完上中下一二三四五六七八九十]{{1,2}}[)）])?(?P<short> [A-Z]{{2,8}}(?= [A-Z][a-z]))?"
    rf"(?P<sign>[*_]{{0,2}}(?:\s?[:：/|｜=]\s?| [-–—] )[*_]{{0,2}}| ?)"
    rf"(?P<words>[A-Za-z](?:[{LATIN}'’]| (?:& )?(?! )|-|, (?=[A-Z])){{1,90}}[{LATIN}])"
    rf"\s*(?=[:：(（】》」\]{MASK}]|$)"  # behind a comma a sentence goes on: 换一个 pager，再说
)
_STATES = tuple("是为為叫")
"""The end of Chinese that states what follows: 热力学的英文是 thermodynamics."""


_OF_LINES: frozenset[ClueName] = frozenset(("english_around", "zh_enclosed", "zh_after_opening_mark"))


def heads(flat: str) -> Iterator[Span]:
    """Yield the span from the end of the Chinese to that of the English if a block has nothing else before it."""
    first = _FIRST.match(flat)
    match = _HEAD.match(flat, first.end()) if first else None
    if match is None or match["zh"].endswith(_STATES) or is_abbreviation(match["words"]):  # 索引 API
        return
    if part_of_speech(next(iter(words(match["zh"])), "")) == "p":  # 关于 Rust
        return
    is_label = match["sign"].strip() in (":", "：") and flat.startswith((":", "："), match.end("words"))
    if is_label:  # 标题: Quiet Lamps: A Reader
        return
    is_short = match["short"] and match["short"].strip().casefold() in initials_of(match["words"].split())
    if is_short or not match["short"]:
        yield new_span((match.end("short" if is_short else "closed"), match.end("words")))


def head_sites(flat: str, head: Span) -> Iterator[Site]:
    """Yield the sites of the Chinese and the English of a heading or item."""
    first = _FIRST.match(flat)
    match = _HEAD.match(flat, first.end()) if first else None
    if match is None:
        return
    english = BracketPiece(Span(*match.span("words")), match["words"], Role.ENGLISH, "", 0, False)
    clue = noted("set_off_in_head" if match["sign"].strip() else "fills_head")
    for site in chinese_sites(flat, Bracket(*head, 0), [english]):
        yield Site([_in_head(each, clue) for each in site.candidates])


def _in_head(candidate: Candidate, clue: Clue) -> Candidate:
    """Return a candidate with a clue for its layout.

    In a line of two halves, marks and that English is around say no more than that the Chinese fills its half.
    """
    kept = [each for each in candidate.clues if each.name not in _OF_LINES]
    if any(each.name == "zh_enclosed" for each in candidate.clues):
        kept.append(noted("zh_fills_head"))
    return candidate._replace(layout=Layout.BARE_AFTER, clues=(*kept, clue))
