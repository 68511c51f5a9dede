"""Makes a site of Chinese and the English spans proposed for it: its candidates with all their clues.

The module `proposals` finds the English spans. `site_of` makes them candidates; the other functions
look at the marks around the two sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from termbase.extract.before import BEFORE_TERM, WINDOW, opening
from termbase.extract.bracketed_english import NUMBER_OF_ITEM
from termbase.extract.clue_names import ENCLOSING, SOUND, composed
from termbase.extract.context import is_prose
from termbase.extract.english import english_clues
from termbase.extract.english.called_works import is_work
from termbase.extract.english.english_names import is_name
from termbase.extract.english.english_view import BACK, EnglishView, SeenWords
from termbase.extract.english.proposals import Proposal
from termbase.extract.english.spans_before import is_balanced
from termbase.extract.evidence import with_rivals
from termbase.extract.heads import HEAD
from termbase.extract.marks import (
    CLOSE_QUOTES,
    EMPHASIS,
    HAN_CHARACTER,
    LATIN_LETTER,
    OPEN_QUOTES,
    QUOTE_OF,
)
from termbase.extract.model import Candidate, Clue, Layout, Site, new_candidate, noted
from termbase.renderings.affixes import affix_bits, has_affix
from termbase.renderings.rendered_characters import rendered_bits
from termbase.text.latin_words import first_word, fold, words_in
from termbase.text.offsets import MASK, Span
from termbase.text.script import HAN
from termbase.text.word_classes import WordClass

_TITLE_WORDS = re.compile("(?:The|An?) [A-Z0-9]")
_ENDS_HEADING = re.compile(r"[)）*_\s]*(?:[(（][^()（）]{1,24}[)）])?\s*(?:[:：]|$)")
"""What follows the two languages of a heading: at most a remark in a bracket."""

_LONGEST_HEAD = 16
"""Characters before the first word of a line, at most."""

_LONGEST_BETWEEN = 6
"""Characters between the two languages of a heading, at most: a space, or the number of a part (續)."""

_ARTICLE = re.compile(r"(?:the|an?) +", re.IGNORECASE)
CLOSER_BEHIND = re.compile(rf"[,.，。]?([{re.escape(CLOSE_QUOTES + EMPHASIS)}])")
_IDENTIFIER = re.compile(
    r"[A-Za-z][-.]?\d|\d[A-Za-z]|[a-z][A-Z]|\w_\w|\b\d+\b|\w\.(?![A-Z]\.)\w"
    r"|(?:[A-Z\d]-|\b[a-z]+-)[A-Z]|\w-[A-Z]{2}|\w\+\w"
)
"""Letters, digits and signs in an order that names of programs have, but not T.K. and Jean-Paul."""
_NUMBERED = re.compile(rf"{NUMBER_OF_ITEM}|" r"\d+\.[a-z][\w-]*|(?=\S*\d)(?:[\w-]+\.){2,}[\w-]*[a-z][\w-]*")
"""The number of an item, or the name of a part of a work in files: 01.preface（前言）."""
_DIGIT = re.compile(r"\d")
_SENTENCE_END = re.compile(r"[a-z]{4}\.$")
_MANY = 0.5
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
_GERUND = re.compile("[a-z]{3,}ing")
"""A word whose object bare Chinese can be: acknowledging 非理性."""
_NOT_ENGLISH = re.compile(rf"[${{}}°→➔➜⇒\\{HAN}《》〈〉「」『』【】、。，；：]|[a-z]:[a-z]")
"""Han characters and Chinese punctuation, and signs of formulas and programs, which no term has."""
_COLONS = frozenset(":：")
_PREFIX = re.compile("([a-z]+)-(?=[A-Z])")

_WORDS_OF_ONE, _MORE_WORDS = 2, 3
"""The English words that one Chinese character can have in a quotation, and how many more it can have in all."""

_FOUNDATIONS = (ENCLOSING - {"enclosed_with_bracket"}) | SOUND | {"rendered", "name_of_person", "numbered_alike"}
_LONGEST_QUOTED = 160
"""The largest number of characters of a quotation that is a term."""


def site_of(
    flat: str,
    chinese: Span,
    offers: Iterable[Proposal],
    context: tuple[Clue, ...],
    pinyin: str | None,
    abbreviation: str | None,
) -> Site:
    """Return the site of a Chinese span: a candidate for each different English span that is offered.

    `context` are clues about all candidates. `pinyin` and `abbreviation` are those found beside the Chinese.
    """
    spans = [(span, offer) for offer in offers for span in _spans(flat, chinese, offer)]
    if not spans:
        return Site([])
    start, end = min([span.start for span, _ in spans]), max([span.end for span, _ in spans])
    words = SeenWords(flat, flat[chinese.start : chinese.end], max(0, start - BACK), end)
    in_prose = is_prose(flat, *chinese)
    latin = [word.text for word in words_in(flat, *chinese)]  # the Chinese may say more of it: O（大O）
    found: dict[Span, Candidate] = {}
    for span, offer in spans:
        english = flat[span.start : span.end]
        if span in found or english in latin or not _may_be_english(flat, span):
            continue
        if flat[span.end - 1] == "." and not offer.is_enclosed() and _SENTENCE_END.search(flat, *span):
            continue
        clues = (
            *offer.clues,
            _layout_clue(offer.layout),
            *_observed(flat, words, chinese, span, offer),
            *(() if in_prose else _outside_prose(flat, span, offer.layout)),
            *context,
        )
        short = offer.abbreviation or abbreviation
        if short == english:
            short = None
        named = _behind_prefix(flat, span, chinese)
        found[span] = new_candidate((chinese, named, offer.layout, clues, short, offer.pinyin or pinyin))
    if not in_prose and not any(map(_is_founded, found.values())):
        return Site([])
    return Site(with_rivals(list(found.values())))


def _behind_prefix(flat: str, english: Span, chinese: Span) -> Span:
    """Return the span of a name without a prefix that the Chinese has not: anti-|Qing (清)."""
    prefix = _PREFIX.match(flat, *english)
    if prefix is None:
        return english
    word, text = first_word(flat, *english).text, flat[slice(*chinese)]
    if not has_affix(word):
        return english
    is_rendered = affix_bits(word, text) or rendered_bits(prefix[1], text)  # neo-Confucianism (理学)
    return english if is_rendered else Span(prefix.end(), english.end)


def _may_be_english(flat: str, span: Span) -> bool:
    if "@" in flat[max(0, span.start - 2) : span.start + 1]:  # the name of a user: (@someone 投稿), @[someone](...)
        return False
    if flat[span.start - 1 : span.start] == "\\":  # a command: \left(左
        return False
    english = flat[span.start : span.end]
    if english.isascii() and english.replace(" ", "").isalpha():  # as mostly, and faster to see
        return True
    if _DIGIT.search(flat, *span) and _NUMBERED.fullmatch(flat, *span):
        return False
    return LATIN_LETTER.search(flat, *span) is not None and _NOT_ENGLISH.search(flat, *span) is None


def _is_founded(candidate: Candidate) -> bool:
    """Return whether more than its place speaks for a candidate: among identifiers, Latin stands everywhere."""
    if candidate.layout is not Layout.BARE:
        return True
    return any(clue.name in _FOUNDATIONS and clue.value for clue in candidate.clues)


def _outside_prose(flat: str, span: Span, layout: Layout) -> Iterator[Clue]:
    """Yield clues about a span that has no sentence around it: it may begin a heading or be code."""
    if span.start <= _LONGEST_HEAD and HEAD.fullmatch(flat, 0, span.start):
        first = fold(first_word(flat, *span).text)
        if first not in WordClass.VERB.words and first not in WordClass.PROSE.words:  # See Atlas of Rivers 河流图集
            yield noted("begins_line")
    yield from _identifiers(flat[slice(*span)], layout)


def _identifiers(english: str, layout: Layout) -> tuple[Clue, ...]:
    """Return a clue if a word is an identifier or the name of a program: among such names it translates nothing.

    Before a bracket an abbreviation is often translated: SVG（可缩放矢量图形）.
    """
    if layout in (Layout.ENGLISH_BRACKET, Layout.LIST):
        is_translated = _is_in_capitals(english) or not _IDENTIFIER.search(english)
        return () if is_translated else (noted("identifier_before_bracket"),)
    is_name = _IDENTIFIER.search(english) or _CAPITALS.search(english)
    return (noted("identifier_in_no_prose"),) if is_name else ()


def _is_in_capitals(english: str) -> bool:
    """Return whether many of the letters are capitals, as in RoPE, but not in ConfigMap."""
    letters = [char for char in english if char.isalpha()]
    return " " not in english and sum(map(str.isupper, letters)) >= _MANY * len(letters)


@cache
def _layout_clue(layout: Layout) -> Clue:
    return noted(composed(f"layout {layout}"))


def _observed(flat: str, words: SeenWords, chinese: Span, span: Span, offer: Proposal) -> tuple[Clue, ...]:
    is_enclosed = offer.is_enclosed()
    clues = english_clues.observe(EnglishView(words, span, is_enclosed))
    if offer.layout is Layout.BARE and _GERUND.fullmatch(flat, *span):
        is_rendered = any(word.bits for word in words.between(*span))  # none begins there in 0-positioning
        clues = clues if is_rendered else (*clues, noted("bare_gerund"))
    if not flat.startswith(("The ", "A ", "An "), span.start):
        is_cut = flat.startswith("The ", span.start - 4) and is_work(flat, chinese)
        return (*clues, noted("title_lacks_article")) if is_cut else clues
    is_title = is_work(flat, chinese) or _has_subtitle(flat, chinese, span) or _is_heading(flat, chinese, span)
    return (*clues, noted("title_keeps_article")) if is_title else clues


def _has_subtitle(flat: str, chinese: Span, english: Span) -> bool:
    """Return whether both are titles with a colon: Red Earth: A Life (紅土：一生)."""
    return not _COLONS.isdisjoint(flat[slice(*chinese)]) and ":" in flat[slice(*english)]


def _spans(flat: str, chinese: Span, offer: Proposal) -> Iterator[Span]:
    """Yield the span of a proposal without its article, and with it if it may be the title of a work or heading."""
    span = _without_article(flat, chinese, offer)
    yield span
    if span != offer.span and (is_work(flat, chinese) or _is_heading(flat, chinese, offer.span)):
        yield offer.span


def _is_heading(flat: str, chinese: Span, english: Span) -> bool:
    """Return whether a line begins with a title in both languages, which keeps its article: The Old Bridge 旧桥."""
    first, last = min(english, chinese), max(english, chinese)
    if not _TITLE_WORDS.match(flat, english.start) or last.start - first.end > _LONGEST_BETWEEN:
        return False
    return _ENDS_HEADING.match(flat, last.end) is not None and HEAD.fullmatch(flat, 0, first.start) is not None


def _without_article(flat: str, chinese: Span, offer: Proposal) -> Span:
    """Return the span of a proposal without its article.

    The article is kept before a bracket, where other clues decide, in a span enclosed by marks, and in a title with
    a colon.
    """
    span = offer.span
    article = None if offer.layout is Layout.ENGLISH_BRACKET else _ARTICLE.match(flat, *span)
    if article is None or offer.is_enclosed() or is_name(article[0].rstrip(), flat[slice(*chinese)]):
        return span
    is_title = flat[span.start].isupper() and _has_subtitle(flat, chinese, span)
    return span if is_title else Span(article.end(), span.end)


def closed_behind(flat: str, chinese: Span, offers: Sequence[Proposal]) -> list[Proposal]:
    """Add clues from a mark that closes behind the Chinese or its bracket and opens before the English.

    Examples: `_Firing Line (連環炮)_`, `“lying flat 躺平,”`.
    """
    closer = CLOSER_BEHIND.match(flat, chinese.end)
    if closer is None:
        return list(offers)
    if flat[chinese.start : chinese.start + 2].lstrip(" ")[:1] == QUOTE_OF.get(closer[1], closer[1]):
        return list(offers)  # the mark encloses the Chinese alone: is not '权利'
    start = opening(flat, chinese.start, closer[1], max(0, chinese.start - WINDOW)) + 1
    while start and flat[start] in BEFORE_TERM:
        start += 1
    if start and _is_longer(flat, Span(start, chinese.start), chinese):
        return list(offers)
    if closer[1] in EMPHASIS and HEAD.fullmatch(flat, 0, start) and not flat[closer.end() :].strip("*_ " + MASK):
        return list(offers)  # emphasis on a whole line marks a heading, no term: **Understanding Yi (义)**
    whole = _whole_before(flat, start, chinese.start, offers)
    return [offer._replace(clues=(*offer.clues, *_closing(start, offer))) for offer in [*whole, *offers]]


def _whole_before(flat: str, start: int, chinese: int, offers: Sequence[Proposal]) -> list[Proposal]:
    """Return the span from the opening mark as an offer, if it is too long to be one of the offers."""
    if not (start and offers) or any(offer.span.start == start for offer in offers):
        return []
    span = Span(start, offers[-1].span.end)
    if not is_balanced(flat[slice(*span)]):  # “great _tong_ 大同”: the emphasis closes behind the word
        span = Span(start, before_marks(flat, chinese))
    text = flat[slice(*span)]
    is_term = bool(text) and len(text) <= _LONGEST_QUOTED and is_balanced(text) and not _ends_openly(text)
    return [offers[-1]._replace(span=span, clues=())] if is_term else []


def _is_longer(flat: str, english: Span, chinese: Span) -> bool:
    """Return whether a quotation has more words than the Chinese can have in it: “They call him Old Qiu [老丘]”."""
    return len(words_in(flat, *english)) > _WORDS_OF_ONE * len(HAN_CHARACTER.findall(flat, *chinese)) + _MORE_WORDS


def _ends_openly(text: str) -> bool:
    """Return whether the last word leads on: **writing had its roots in 陶文**."""
    return fold(text.rstrip().rsplit(" ", 1)[-1]) in WordClass.PREPOSITION.words


def _closing(start: int, offer: Proposal) -> Iterator[Clue]:
    if 0 < start == offer.span.start:
        yield noted("enclosed_with_bracket")
    elif 0 < start < offer.span.start:
        yield noted("cuts_enclosed")


def before_marks(flat: str, place: int) -> int:
    """Return the offset before the marks that open bare Chinese.

    Examples: `the Journal《學報》`, `the word *道*`, `“Night Owl” @夜猫子`
    """
    opened = place
    while opened and flat[opened - 1] in OPEN_QUOTES + EMPHASIS + "@":
        opened -= 1
    is_open = opened == 0 or flat[opened - 1] == " " or flat[opened] in "《〈"
    place = opened if is_open else place
    while place and flat[place - 1] == " ":
        place -= 1
    return place
