"""Finds the strings in a bracket behind Chinese that may be its English, among remarks, commas and initials.

Start from `english_strings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from termbase.extract.chinese.chinese_spans import Marked
from termbase.extract.model import noted
from termbase.extract.pieces import BracketPiece
from termbase.extract.roles import Role
from termbase.text.english.initials import initials_of
from termbase.text.offsets import Span
from termbase.text.script import simplify
from termbase.text.word_classes import WordClass

_NAMING = tuple("称叫名为作是文语写即")
"""The last characters of Chinese that leads another name: 简称, 英文名, 又叫."""
_ARTICLE = re.compile("the |an? ")
_ARTICLE_OF_NAME = re.compile("[Tt]he |an? ")
_SURNAME = re.compile(r"[A-Z][^\W\d]+(?:-[A-Z]\w+)?")
_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?){1,4}|Jr\.?|Sr\.?|II|III")


def english_strings(found: Sequence[BracketPiece], is_title: bool) -> Iterator[list[Marked]]:
    """Yield, for each English string of a bracket, the spans that it may have: its end can be ambiguous.

    Only a title or heading keeps its article: 《梦想机器》（The Dream Machine）.
    """
    beside = zip((None, *found), found, (*found[1:], None), strict=False)
    found = [piece for before, piece, behind in beside if not _is_of_remark(before, piece, behind)]
    group: list[BracketPiece] = []
    is_apart = False  # Chinese stands between: modified bit，又名脏位，dirty bit
    for before, piece in zip((None, *found), found, strict=False):
        is_apart = is_apart or piece.role is None
        if group and _has_initials(group[-1], piece):
            group.append(piece)
            continue
        if piece.role is not Role.ENGLISH or piece.text.startswith("^") or (group and _ends_remark(before, piece)):
            continue
        if group and _is_short_for(group[-1], piece):
            group = []
        elif group and (is_apart or piece.lead not in (",", "，", ":", "：")):
            yield _readings(group, is_title)
            group = []
        group.append(piece)
        is_apart = False
    if group:
        yield _readings(group, is_title)
        return
    for piece in found:
        if piece.role in (Role.ABBREVIATION, Role.READING):
            is_short = piece.role is Role.ABBREVIATION
            yield [Marked(piece.span, (noted("en_abbreviation"),) if is_short else ())]
            return


def _is_short_for(before: BracketPiece, piece: BracketPiece) -> bool:
    """Return whether a piece has the initials of the next, or its first letter before a colon.

    Examples: df, document frequency; C：Consistency
    """
    is_letter = len(before.text) == 1 and piece.lead in (":", "：") and piece.text.startswith(before.text)
    return is_letter or before.text in initials_of(piece.text.split())


def _ends_remark(before: BracketPiece | None, piece: BracketPiece) -> bool:
    """Return whether Chinese runs on to a string, so that it is part of a remark: Facebook，後改名 Meta."""
    return before is not None and before.role is None and before.part == piece.part


def _is_of_remark(before: BracketPiece | None, piece: BracketPiece, behind: BracketPiece | None) -> bool:
    """Return whether Chinese runs on to a string or behind it.

    窗口（Windows 版） and （包括 Windows） are remarks, （cache 的缩写） and （英文名 cache） are not.
    """
    if piece.role is None or piece.is_marked:
        return False
    if behind and behind.role is None and behind.part == piece.part and not behind.text.startswith("的"):
        return True
    return _ends_remark(before, piece) and before is not None and not simplify(before.text).endswith(_NAMING)


def _has_initials(before: BracketPiece, piece: BracketPiece) -> bool:
    """Return whether a surname stands before the initials of its person: Hamilton, J. C."""
    is_surname = before.role is Role.ENGLISH and _SURNAME.search(before.text) is not None
    return is_surname and piece.lead in (",", "，") and _INITIALS.fullmatch(piece.text) is not None


def _readings(group: Sequence[BracketPiece], is_title: bool) -> list[Marked]:
    """Return the possible spans of pieces joined by commas.

    `first in, first out` is one term with a comma; in `Precision, a measure` the term is followed by a remark.
    A quotation keeps its article.
    """
    start = group[0].span.start
    article = (_ARTICLE if is_title else _ARTICLE_OF_NAME).match(group[0].text)
    if article and not group[0].is_marked:
        start += article.end()
    if len(group) == 1:
        return [Marked(Span(start, group[0].span.end))]
    if _has_initials(*group[-2:]):
        return [Marked(Span(start, group[-1].span.end), (noted("en_initials"),))]
    is_placed = group[1].text.split(" ", 1)[0] in WordClass.PREPOSITION.words  # 湘江 (Xiangjiang, in Hunan)
    if is_placed or _last_word(group[0]) == _last_word(group[-1]):  # Monte Carlo algorithm, MC algorithm
        return [Marked(Span(start, group[0].span.end), (noted("en_first_part"),))]
    whole = Marked(
        Span(start, group[-1].span.end),
    )
    return [whole, Marked(Span(start, group[0].span.end), (noted("en_first_part"),))]


def _last_word(piece: BracketPiece) -> str:
    return piece.text.rsplit(" ", 1)[-1].casefold()
