"""Finds English without a bracket directly behind Chinese in Chinese text: 所谓过拟合 overfitting.

It stands where a bracket would stand, and the sites are those of a bracket. Such English may say anything, so it is
looked at only if it renders some of the Chinese, or both may be a name with a dot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.extract.clue_names import ClueName
from termbase.extract.context import is_english_host
from termbase.extract.kind import INTERPUNCT, has_interpunct
from termbase.extract.layouts.chinese_sites import chinese_sites
from termbase.extract.layouts.rendered_beside import (
    LEAST_RENDERED,
    LETTERS_BESIDE_BARE,
    WORDS,
    is_half_rendered,
    share,
    terms,
)
from termbase.extract.marks import CLOSE_QUOTES, Bracket
from termbase.extract.model import Candidate, Layout, Site, noted
from termbase.extract.pieces import BracketPiece
from termbase.extract.roles import Role
from termbase.text.latin_words import LATIN
from termbase.text.offsets import Span
from termbase.text.script import HAN

_BEHIND = re.compile(
    rf"(?<=[{HAN}])(?:[」』”》]? ?|(?P<mark>[「『“\"])|/|—{{1,2}})(?P<words>{WORDS})"
    rf"(?(mark)[」』”\"]|(?![{LATIN}\d'’_/-]| [{LATIN}\d]|\.[{LATIN}\d]|\([^{HAN}]))"
)
"""Words behind Chinese that end there; a seventh word, an identifier or a call, allocate(10), does not."""

_TERM = re.compile(rf"[{HAN}{INTERPUNCT}]{{1,14}}$")
_LONGEST_TERM = 14
_OF_COMPOUND: frozenset[ClueName] = frozenset(("zh_after_noun", "zh_after_name"))
"""Clues that Chinese is the rest of a compound, which one word does not render: Office 办公|软件."""


def behind_chinese(flat: str) -> Iterator[Span]:
    """Yield the spans from the end of Chinese to that of the English behind it."""
    for match in _BEHIND.finditer(flat):
        english = terms(match["words"])
        term = _TERM.search(flat, max(0, match.start() - _LONGEST_TERM), match.start())
        if not term:
            continue
        is_name = has_interpunct(term[0]) and match["words"].istitle()
        is_gloss = is_name or (bool(english) and is_half_rendered(english, term[0]))
        if is_gloss and not is_english_host(flat, *match.span(), LETTERS_BESIDE_BARE):
            yield Span(match.start(), match.end("words"))


def behind_sites(flat: str, place: Span) -> Iterator[Site]:
    """Yield the sites of the Chinese and the English at a place."""
    if match := _BEHIND.match(flat, place.start):
        english = BracketPiece(Span(*match.span("words")), match["words"], Role.ENGLISH, "", 0, False)
        for site in chinese_sites(flat, Bracket(*place, 0), [english]):
            if any(_renders(flat, each) for each in site.candidates):
                several = [each for each in site.candidates if len(range(*each.zh)) > 1 or _renders(flat, each)]
                yield Site([_behind(each) for each in several])  # 向前看|就 move on


def _renders(flat: str, candidate: Candidate) -> bool:
    """Return whether both sides render each other, a single word completely, or are names with a dot."""
    chinese, english = flat[slice(*candidate.zh)], flat[slice(*candidate.en)]
    if has_interpunct(chinese) and english.istitle():
        return True
    named = terms(english)
    rendered = share(named, chinese) if named else 0
    if " " in english:
        is_term = english.islower() or flat[candidate.zh.end] in CLOSE_QUOTES  # two capitals may be a person
        return rendered >= LEAST_RENDERED if is_term else rendered > LEAST_RENDERED
    is_rest = any(clue.name in _OF_COMPOUND for clue in candidate.clues)
    return rendered == 1 and english[1:].islower() and not is_rest


def _behind(candidate: Candidate) -> Candidate:
    return candidate._replace(layout=Layout.BARE_AFTER, clues=(*candidate.clues, noted("bare_behind")))
