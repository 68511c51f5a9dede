"""Finds Chinese in English text that no bracket holds, and its candidate pairs: `the data flow 数据流动`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from termbase.extract.chinese.chinese_stretch import AND
from termbase.extract.context import chinese_context, is_date, is_english_host, is_inside_english, is_prose
from termbase.extract.english import proposals
from termbase.extract.english.english_candidates import before_marks, closed_behind, site_of
from termbase.extract.english.proposals import Proposal
from termbase.extract.english.proposals_after import (
    after,
    further_meanings,
    linked_after,
    reading_after,
    translated_behind,
)
from termbase.extract.heads import HEAD_SIGNS
from termbase.extract.kind import is_personal_name
from termbase.extract.layouts.rendered_beside import LETTERS_BESIDE_BARE, rendered_end
from termbase.extract.marks import EMPHASIS, HAN_CHARACTER, LATIN_LETTER, OPEN_QUOTES, Bracket
from termbase.extract.model import Layout, Site, noted
from termbase.extract.pieces import CHINESE, pieces, without_number
from termbase.extract.roles import Role, is_label
from termbase.renderings.rendered_characters import rendered_bits
from termbase.renderings.sound import reads_as
from termbase.renderings.surnames import is_surname_of
from termbase.text.chinese.words import part_of_speech, words
from termbase.text.latin_words import LATIN, latin_words
from termbase.text.offsets import MASK, Span
from termbase.text.script import HAN, simplify
from termbase.text.word_classes import WordClass, is_function_word

_BRACKET_BEHIND = re.compile(r"[\"”’'」』》〉*_]*(?:/[\w’']+)?\s?[(（\[]([^()（）\[\]]{1,200})[)）\]]")
_LINK_BEFORE = re.compile(
    r"(?<=[\w”\"'’*_)])(?:,? (?:or|or simply|named"
    r"|(?:(?:is|are|was|were) (?:(?:also|often|usually) )?)?(?:called|known as)"
    r"|(?:(?:is|are) )?(?:or |also )?(?:known |called )?in Chinese(?: as)?)"
    r"|[’']s Chinese (?:name|title) (?:is|was))$"
)
"""What links English to bare Chinese behind it: lantern riddles, or 灯谜; a tax called 商税."""
_LONGEST_LINK = 30
_PHRASE_LINK = re.compile("[”’」』》]?[，、,：？！][“‘「『《]?|: ?")
_ENDS = frozenset(("", *",;:.，；：。、"))
"""What ends the text before bare Chinese."""

_LIST_PART = re.compile("[^、]+")
"""One name of a list: Gao Yun and Wang Shao 高云、王绍."""

_DASHED = re.compile("(?:—{1,2}|–|(?<= )-|(?<=[a-z]{2})-)$")
"""A dash, or a hyphen in its place: angel investor——天使投资人, Reciprocity-互惠."""

_HAN_RUN = re.compile(f"[{HAN}]+")
_LONGEST = 80
"""The largest number of characters of a Chinese term."""

_ENTRY_BEFORE = re.compile(
    rf"(?:^|[,，.;；。”\"\]])\s*(?:(?P<marked>[*_]{{1,2}}[{LATIN}'’ :-]{{3,}}[*_]{{1,2}})"
    rf"|(?P<name>[A-Z][{LATIN}'’-]+(?: [A-Z][{LATIN}'’.-]*){{1,2}}))\s?$"
)
_SHORT_BEFORE = re.compile(rf"{HEAD_SIGNS}[A-Z][A-Za-z]{{0,8}} ?[(（][{LATIN}'’ -]{{3,60}}[)）]\s?[:：]? ?")
"""An abbreviation and its full form: AP (Access Point)：接入点."""
_SET_OFF_BEFORE = re.compile(
    rf"{HEAD_SIGNS}_{{0,2}}(?P<english>[{LATIN}][{LATIN}'’ -]{{1,60}}(?<! ))[*_]{{0,2}}\s?"
    rf"(?:[(（][{HAN}]{{1,20}}[)）]\s?)?(?:[:：/|｜→➔➜⇒=]\s?|[-–—] )[*_]{{0,2}}"
)
"""English that alone stands before Chinese in an item: - overfitting：过拟合."""
_LINE_BEFORE = re.compile(rf"{HEAD_SIGNS}[\"“「『《]*(?:[{HAN}]{{1,20}}\s?/\s?)?")
_LINE_BEHIND = re.compile(
    rf"[\"”」』》*]*(?:\s?/\s?[{HAN}]{{1,20}})?\s?(?:[(（][^()（）]{{1,60}}[)）])?(?:\s?[—–]\s?| - )"
    rf"[{LATIN}'’ \-]{{2,60}}(?:[.,;(]|$)"
)
_HEADING = re.compile(rf"{HEAD_SIGNS}[#*_]*([{LATIN}][{LATIN}'’. -]{{2,60}}?)[*_\s]*[:：]?[*_\s]*")
_LEAST_OF_HEADING, _MOST_OF_HEADING = 0.25, 0.5
"""The part of the words, and of the Chinese, that must render each other in a heading: of each, and on average."""
_HEADING_END = re.compile(rf"[*_\s{MASK}]*(?:[(（][^()（）]{{1,20}}[)）])?(?:\s?[:：].*)?")
"""What stands behind the Chinese in a heading that begins with English: marks, a remark, what a colon leads to."""

_LABEL_BEFORE = re.compile(r"[:：][ *_]{0,3}$")
_LIST_BEHIND = re.compile(rf"(?:(?:, ?|、)[{HAN}]+){{2}}")
"""The rest of a list of values behind a label: Colours: 红, 黄, 蓝."""
_ENTRY_END = re.compile("[*_]*(?:[,，.;；。:：]|$)")
_LABELLED = re.compile(rf"[{HAN}] ?[：:][^：:{HAN}]+$")
"""A name that Chinese leads."""
_PARTICLES = frozenset("的之")

_NEAR = 40
_BRACKETED = re.compile(r"[(（\[][^()（）\[\]]*(?:[)）\]]|$)|^[^()（）\[\]]*[)）\]]")

_BESIDE = 8
"""Bare Chinese must have a Latin letter within this many characters on one side."""


def bare_chinese(flat: str, brackets: Sequence[Bracket]) -> Iterator[Span]:
    """Yield the spans of Chinese in English text that is not inside a bracket."""
    place = done = 0
    for run in _HAN_RUN.finditer(flat):
        start, end = run.span()
        while place < len(brackets) and brackets[place].end <= start:
            place += 1
        is_inside = place < len(brackets) and brackets[place].start < start
        if start < done or (rendered_end(flat, start) < 0 if is_inside else not _is_beside_latin(flat, start, end)):
            continue
        match = CHINESE.match(flat, start, start + _LONGEST)
        if not match or is_date(match[0]):
            continue
        end = without_number(flat, Span(*match.span())).end
        is_in_english = _is_in_english(flat, start, end)
        if not is_in_english and (rendered := rendered_end(flat, start)) >= 0:
            done = rendered
            yield Span(start, done)
        elif is_inside:
            continue
        elif (is_in_english or _is_named_in_chinese(flat, start, end)) and not _is_of_sentence(flat, start, end):
            done = _phrase_end(flat, end) if is_in_english else end
            yield Span(start, done)


def _is_of_sentence(flat: str, start: int, end: int) -> bool:
    """Return whether bare Chinese is a part of a Chinese sentence between Latin names: 同 in Ann 同 Bob 唱 Blue."""
    if flat[start] in _PARTICLES or flat[end - 1] == "之" or _is_label_of_next(flat, start, end):
        return True
    if _LIST_BEHIND.match(flat, end) and _LABEL_BEFORE.search(flat, max(0, start - 4), start):
        return True
    if flat[start] in AND and not HAN_CHARACTER.match(flat, start + 1):  # Jest 与 Vitest 简介
        return True
    if flat[start - 1 : start] in tuple(OPEN_QUOTES + EMPHASIS) or _BRACKET_BEHIND.match(flat, end):
        return False
    if not _goes_on_near(flat, start, end):
        return part_of_speech(flat[start:end]) == "c" and not is_prose(flat, start, end)  # Jest 和 Vitest
    cut = words(flat[start:end])
    cutters = WordClass.CHINESE_CUTTER.words
    return simplify(cut[0]) in cutters or simplify(cut[-1]) in cutters


def _is_label_of_next(flat: str, start: int, end: int) -> bool:
    """Return whether Chinese leads what a colon follows, as other Chinese leads the name before it.

    Example: 作者：Jane Doe 译者：John Roe
    """
    return (
        flat[end : end + 1] in ("：", ":") and _LABELLED.search(flat, max(0, start - _LONGEST), start) is not None
    )


def _goes_on_near(flat: str, start: int, end: int) -> bool:
    """Return whether Chinese that no bracket holds goes on near Chinese."""
    around = flat[max(0, start - _NEAR) : start], flat[end : end + _NEAR]
    return any(HAN_CHARACTER.search(_BRACKETED.sub("", side)) for side in around)


def _is_in_english(flat: str, start: int, end: int) -> bool:
    return is_english_host(flat, start, end, LETTERS_BESIDE_BARE) or is_inside_english(flat, start, end)


def _is_named_in_chinese(flat: str, start: int, end: int) -> bool:
    """Return whether the name in Latin letters stands before Chinese in Chinese text: 如 Xu Jilin 许纪霖."""
    is_reading = proposals.reading_before(flat, before_marks(flat, start), flat[start:end]) is not None
    return is_reading or _is_entry(flat, start, end) or _is_heading(flat, start, end)


def _is_heading(flat: str, start: int, end: int) -> bool:
    """Return whether a line has only English and Chinese that it renders: Syntax 句法学."""
    english = _HEADING.fullmatch(flat, 0, start)
    if english is None or not _HEADING_END.fullmatch(flat, end):
        return False
    chinese = flat[start:end]
    english_words = [word.text for word in latin_words(english[1])]
    bits = [rendered_bits(word, chinese) for word in english_words if not is_function_word(word)]
    covered = 0
    for each in bits:
        covered |= each
    share = sum(map(bool, bits)) / max(1, len(bits)), covered.bit_count() / len(chinese)
    return bool(bits) and min(share) >= _LEAST_OF_HEADING and sum(share) >= 2 * _MOST_OF_HEADING


def _is_entry(flat: str, start: int, end: int) -> bool:
    """Return whether a title or a person stands apart in Chinese text in both languages, or a line glosses a word.

    Examples: , _Dushu_ 读书, 2014; - 士多啤梨 (si6 do1 be1 lei2) — strawberry
    """
    if _LINE_BEFORE.fullmatch(flat, 0, start) and _LINE_BEHIND.match(flat, end):
        return True
    is_apart = _ENTRY_END.match(flat, end) is not None
    if is_apart and any(
        each.fullmatch(flat, max(0, start - _LONGEST), start) for each in (_SHORT_BEFORE, _SET_OFF_BEFORE)
    ):
        return True
    entry = _ENTRY_BEFORE.search(flat, max(0, start - _LONGEST), start)
    if entry is None or not is_apart:
        return False
    if entry["marked"]:
        return True
    names = entry["name"].split()
    return is_personal_name(flat[start:end]) and any(
        is_surname_of(name, flat[start:end]) for name in (names[0], names[-1])
    )


def _phrase_end(flat: str, end: int) -> int:
    """Return the end of the phrase: in English text, Chinese punctuation is part of it, as in 听党话、跟党走."""
    while (link := _PHRASE_LINK.match(flat, end)) and (match := CHINESE.match(flat, link.end(), end + _LONGEST)):
        end = match.end()
    return end


def _is_beside_latin(flat: str, start: int, end: int) -> bool:
    while start and flat[start - 1] == " ":  # columns stand apart: _Legend of Ban Shu_      班淑传奇
        start -= 1
    before = LATIN_LETTER.search(flat, max(0, start - _BESIDE), start)
    return before is not None or LATIN_LETTER.search(flat, end, end + _BESIDE) is not None


def bare_sites(flat: str, chinese: Span) -> Iterator[Site]:
    """Yield the sites of Chinese without a bracket: of each person, if it lists persons."""
    text = flat[chinese.start : chinese.end]
    place = before_marks(flat, chinese.start)
    names = [Span(*part.span()) for part in _LIST_PART.finditer(flat, *chinese)]
    if len(names) > 1 and all(is_personal_name(flat[slice(*name)]) for name in names):
        for position, name in enumerate(names):
            offers = proposals.listed(flat, place, position, len(names))
            yield site_of(flat, name, offers, chinese_context(flat, name.start, flat[slice(*name)]), None, None)
        return
    site = _bare_site(flat, chinese)
    yield site
    yield from _further_sites(flat, site)
    if flat[place - 1 : place] not in _ENDS:
        other = proposals.alternative(flat, place, text, Layout.BARE)
        if other:
            yield site_of(flat, chinese, other, chinese_context(flat, chinese.start, text), None, None)


def _further_sites(flat: str, site: Site) -> Iterator[Site]:
    """Yield a site for each further meaning that is quoted behind bare Chinese: 搞 gǎo “do; make”."""
    for first in site.candidates:
        names = [clue.name for clue in first.clues]
        if first.layout is Layout.BARE_AFTER and "after_quoted" in names:
            context = chinese_context(flat, first.zh.start, flat[slice(*first.zh)])
            clues = tuple(noted(name) for name in ("behind_reading", "after_link", "after_quoted") if name in names)
            for span in further_meanings(flat, first.en.end):
                yield site_of(flat, first.zh, [Proposal(span, Layout.BARE_AFTER, clues)], context, None, None)


def _after_bare(offer: Proposal, is_read: bool) -> Proposal:
    """Return what stands behind bare Chinese: a dash behind its reading leads to the translation.

    Example: 点赞 (diǎnzàn) - Like
    """
    is_led_to = is_read and any(clue.name in ("ends_entry", "after_dash") for clue in offer.clues)
    clues = (*offer.clues, noted("dash_behind_reading")) if is_led_to else offer.clues
    return offer._replace(layout=Layout.BARE_AFTER, clues=clues)


def _end_of_quotation(flat: str, chinese: Span) -> int:
    """Return the offset behind the mark that closes quoted Chinese and a comma in it: "数字中国," he said."""
    mark = flat[chinese.start - 1 : chinese.start]
    is_closed = mark in ('"', "'") and flat.startswith((f",{mark}", f".{mark}"), chinese.end)
    return chinese.end + 2 if is_closed else chinese.end


def _bare_site(flat: str, chinese: Span) -> Site:
    text = flat[chinese.start : chinese.end]
    place = before_marks(flat, chinese.start)
    offers: list[Proposal] = []
    if set_off := _SET_OFF_BEFORE.fullmatch(flat, max(0, chinese.start - _LONGEST), chinese.start):
        offers.append(Proposal(Span(*set_off.span("english")), Layout.BARE, (noted("set_off_in_head"),)))
    if dash := _DASHED.search(flat, max(0, place - 3), place):
        offers += proposals.before(flat, dash.start(), text, Layout.BARE)
    elif flat[place - 1 : place] in (":", "："):
        before = proposals.before(flat, place - 1, text, Layout.BARE)
        offers += [offer for offer in before if not is_label(flat[slice(*offer.span)])]
    elif flat[place - 1 : place] not in _ENDS and flat[place - 1 : place] != "-":  # T-恤 is one word
        offers += closed_behind(
            flat, Span(place, chinese.end), list(proposals.before(flat, place, text, Layout.BARE))
        )
    if link := _LINK_BEFORE.search(flat, max(0, place - _LONGEST_LINK), place):
        linked = proposals.before(flat, link.start(), text, Layout.BARE)
        offers += [offer._replace(clues=(*offer.clues, noted("before_link"))) for offer in linked]
    bracket = _BRACKET_BEHIND.match(flat, chinese.end)
    found = pieces(bracket[1], bracket.start(1)) if bracket else []
    if not any(piece.role is Role.ENGLISH and not reads_as(piece.text, text) for piece in found):
        readings = list(reading_after(flat, chinese.end, text))
        offers += readings
        offers += translated_behind(flat, readings[-1].span.end) if readings else ()
        offers += linked_after(flat, chinese.end)
        behind = after(flat, _end_of_quotation(flat, chinese))
        read = any(piece.role is Role.READING for piece in found)
        offers += [_after_bare(offer, read) for offer in behind]
    context = chinese_context(flat, chinese.start, text)
    if _is_heading(flat, *chinese):
        context = (*context, noted("fills_heading"))
    if not _is_in_english(flat, *chinese) and rendered_end(flat, chinese.start) == chinese.end:
        context = (*context, noted("rendered_beside"))
    elif LATIN_LETTER.match(flat, chinese.start - 1):
        context = (*context, noted("glued"))
    if len(text) == 1:
        context = (*context, noted("bare_one_character"))
    return site_of(flat, chinese, offers, context, None, None)
