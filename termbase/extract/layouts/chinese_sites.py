"""Finds candidate pairs of English in a bracket and Chinese before it: `卷积网络（convolutional network）`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from termbase.extract.beside_reading import translates_reading
from termbase.extract.bracketed_english import form_of, holds_no_term, joined
from termbase.extract.chinese import chinese_clues
from termbase.extract.chinese.chinese_spans import Marked, chinese_spans
from termbase.extract.chinese.chinese_stretch import Stretch
from termbase.extract.chinese.chinese_view import ChineseView
from termbase.extract.context import beside_english, has_name_inside, leads_variant
from termbase.extract.english.english_candidates import before_marks
from termbase.extract.english.proposals import reading_before
from termbase.extract.heads import head_before
from termbase.extract.layouts.chinese_ends import initials_at_end
from termbase.extract.layouts.english_strings import english_strings
from termbase.extract.layouts.labels import shows_label
from termbase.extract.layouts.lists_before import Listed, listed_in_both
from termbase.extract.layouts.romanised import behind_reading, is_romanised, is_translated
from termbase.extract.layouts.words_for_one import words_for_one
from termbase.extract.marks import EMPHASIS, LATIN_LETTER, Bracket
from termbase.extract.model import Candidate, Clue, Layout, Site, new_candidate, noted
from termbase.extract.pieces import FOREIGN_LANGUAGE, MARKED_INITIAL, BracketPiece, abbreviation_in
from termbase.extract.roles import Role
from termbase.renderings.cedict import is_gloss
from termbase.renderings.full_forms import full_form_in
from termbase.renderings.rendered_characters import rendered_bits
from termbase.renderings.sound import reads_as
from termbase.text.latin_words import latin_words, words_in
from termbase.text.offsets import Span
from termbase.text.script import HAN

_FOREIGN_WORD = re.compile(
    rf"{FOREIGN_LANGUAGE.pattern}(?:[里裡裏中]?的|(?=[「『“]))[「『“]?[{HAN}]{{1,8}}[」』”]? ?$"
)
"""Chinese for a word of another language, which stands in the bracket: 德语的世界观（Weltanschauung）."""

_LONGEST_FOREIGN_WORD = 20
_OTHER_NAME, _LONGEST_LINK = re.compile(f"(?<=[{HAN}])(/|或者?)$"), 3
"""What stands between two names of the same thing."""

_AROUND_READING = " ()（）[]*_“”\"'‘’,，;；:：/-–—"
_OR = re.compile(r"\bor\b|/")
_HALF = 0.5
"""The share of the English words that another name before an "or" must render, at least."""

_YEAR_AT_END, _LONGEST_WITH_YEAR = re.compile(r"(?<=[a-z]),? ((?:19|20)\d\d)$"), 40
_FULL_FORM_BEFORE = 16
"""Characters before a bracket that may render the full form of an abbreviation in it: 生存时间（TTL）."""

_RENDERED_BEFORE = 12
"""Characters before a bracket that two words in it may both render."""


def chinese_sites(flat: str, bracket: Bracket, found: Sequence[BracketPiece]) -> Iterator[Site]:
    """Yield a site for each English string in a bracket that follows Chinese; `found` are the bracket's pieces."""
    before = flat[max(0, bracket.start - _LONGEST_FOREIGN_WORD) : bracket.start]
    if _FOREIGN_WORD.search(before) or shows_label(flat, bracket):
        return
    if items := listed_in_both(flat, bracket):
        for item in items:
            yield _listed_site(flat, item)
        return
    found = found or _meant_label(flat, bracket)
    if len(found) > 1:
        found = _without_readings(flat, bracket, found) or found
    found = joined(flat, bracket, found)
    context = tuple(beside_english(flat, bracket, found))
    short = abbreviation_in(found)
    head = head_before(flat, bracket)
    is_title = head >= 0 or flat[max(0, bracket.start - 1)] in "》〉"
    for options in (
        each for strings in english_strings(found, is_title) for each in _apart(flat, bracket, strings)
    ):
        site = _site(flat, bracket.start, options, context, short, head)
        yield site
        yield from _also_called(flat, found, site, context)
        yield from _named_inside(flat, found, site, context)
        for link in _links(flat, bracket, site):
            yield _site_before(flat, link, options, context, short)


def _meant_label(flat: str, bracket: Bracket) -> list[BracketPiece]:
    """Return the word in a bracket that elsewhere says what follows it, if the Chinese means it: 表单（form）."""
    span = Span(bracket.start + 1, bracket.end - 1)
    english = flat[slice(*span)]
    chinese = flat[max(0, bracket.start - _RENDERED_BEFORE) : bracket.start]
    is_meant = any(is_gloss(english, chinese[start:]) for start in range(len(chinese) - 1))
    return [BracketPiece(span, english, Role.ENGLISH, "", 0, False)] if is_meant else []


def _links(flat: str, bracket: Bracket, site: Site) -> list[int]:
    """Return where a stroke or "or" stands before a candidate, and Chinese before that, which may be the same term.

    Examples: 环/圈 (cycle), 环或圈 (cycle), but not I/O
    """
    links = [
        _OTHER_NAME.search(flat, max(0, zh.start - 3), zh.start) for zh in {each.zh for each in site.candidates}
    ]
    has_or = _OR.search(flat, bracket.start, bracket.end) is not None  # its "or" stands between the same things
    return sorted({link.start(1) for link in links if link and (link[1] == "/" or not has_or)})


def _site_before(
    flat: str, link: int, options: Sequence[Marked], context: tuple[Clue, ...], short: str | None
) -> Site:
    """Return the site of the Chinese before a link; before an "or" something else stands, unless it is rendered."""
    if flat[link] == "/":
        return _site(flat, link, options, context, short)
    site = _site(flat, link, options, (*context, noted("zh_before_or")), short)
    return Site([each for each in site.candidates if any(_is_half_rendered(clue) for clue in each.clues)])


def _is_half_rendered(clue: Clue) -> bool:
    return clue.name == "zh_rendered" and clue.value >= _HALF


def _listed_site(flat: str, item: Listed) -> Site:
    """Return the site of an item of a list in a bracket behind a list: 正、负（positive, negative）."""
    site = _site(flat, item.chinese.end, [Marked(item.english)], (noted("zh_listed"),))
    return (
        site if item.is_first else Site([each for each in site.candidates if each.zh.start >= item.chinese.start])
    )


def _without_readings(flat: str, bracket: Bracket, found: Sequence[BracketPiece]) -> list[BracketPiece]:
    """Return the pieces without those that only read the Chinese before the bracket: 仁 (ren / benevolence)."""
    kept: list[BracketPiece] = []
    is_behind = False
    for piece, behind in zip(found, (*found[1:], None), strict=True):
        is_reading = piece.role is Role.ENGLISH and _is_reading(flat, bracket, piece, behind)
        if not is_reading:
            kept.append(piece._replace(lead="") if is_behind else piece)
        is_behind = is_reading
    return kept


def _is_reading(flat: str, bracket: Bracket, piece: BracketPiece, behind: BracketPiece | None) -> bool:
    """Return whether a string only reads the Chinese before a bracket; one with a capital may be a name."""
    if piece.text.islower():
        return is_romanised(flat, bracket.start, piece.text)
    return behind is not None and is_translated(flat, bracket.start, piece.text, behind.text)


def _apart(flat: str, bracket: Bracket, options: list[Marked]) -> Iterator[list[Marked]]:
    """Yield the options, or those of each of two words for the same Chinese: 玉米（maize/corn）."""
    chinese = flat[max(bracket.start - _RENDERED_BEFORE, 0) : bracket.start]
    (whole, clues), *others = options
    for span in [whole] if others else words_for_one(flat, whole, chinese):
        yield [Marked(span, clues), *others]


def _site(
    flat: str,
    place: int,
    options: Sequence[Marked],
    context: tuple[Clue, ...],
    abbreviation: str | None = None,
    head: int = -1,
) -> Site:
    candidates: list[Candidate] = []
    is_in_english = any(clue.name == "english_around" for clue in context)
    for whole, clues in options:
        span = _without_year(flat, place, behind_reading(flat, place, whole))
        clues = clues if span == whole else ()
        english = flat[span.start : span.end]
        if is_romanised(flat, place, english) or holds_no_term(english):
            continue
        initials = initials_at_end(flat, place, english)
        end, short = (initials.start(), initials[1]) if initials else (place, abbreviation)
        short = short if short and short not in english else None
        form = tuple(form_of(flat, span))
        plain = MARKED_INITIAL.sub(r"\2", english) if "*" in english or "_" in english else english
        reading = flat[place : span.start].strip(_AROUND_READING)
        meant = full_form_in(plain, flat[max(0, end - _FULL_FORM_BEFORE) : end]) or plain
        for chinese, own in chinese_spans(flat, end, meant, head, is_in_english):
            text = flat[chinese.start : chinese.end]
            rest = _rest(flat, span, options, text) if span == whole else ()
            read = _behind_reading(reading, text, english) if reading else _read_before(flat, chinese, english)
            every = (noted("zh_first"), *form, *own, *clues, *rest, *read, *context)
            candidates.append(new_candidate((chinese, span, Layout.CHINESE_BRACKET, every, short, None)))
    return Site(candidates)


def _behind_reading(reading: str, chinese: str, english: str) -> Iterator[Clue]:
    """Yield a clue if the English follows the reading of the Chinese and translates it: 禮 (li, ritual)."""
    if reads_as(reading, chinese) and translates_reading(reading, chinese, english):
        yield noted("translates_reading")


def _read_before(flat: str, chinese: Span, english: str) -> Iterator[Clue]:
    """Yield a clue if the reading of the Chinese stands before it, and English translates it: *li* 禮 (ritual).

    Behind a name it renders it: Gan Cao 甘草 (licorice root), but not Li 李 (Cantonese Lei).
    """
    place = before_marks(flat, chinese.start)
    if place < 1 or not (LATIN_LETTER.match(flat, place - 1) or flat[place - 1] in EMPHASIS):
        return
    text = flat[slice(*chinese)]
    reading = reading_before(flat, place, text)
    if reading is None or not translates_reading(flat[slice(*reading)], text, english):
        return
    if flat[reading.start].islower() or any(rendered_bits(word.text, text) for word in latin_words(english)):
        yield noted("translates_reading")


def _without_year(flat: str, place: int, english: Span) -> Span:
    """Return the span of a title without its year, if the Chinese has none: 物权法 (Property Law 2007)."""
    year = _YEAR_AT_END.search(flat, *english)
    if year is None:
        return english
    chinese = flat[max(0, place - _LONGEST_WITH_YEAR) : place]
    title = words_in(flat, english.start, year.start())
    is_title = len(title) > 1 and any(rendered_bits(word.text, chinese) for word in title)  # not (Craig 1990)
    return Span(english.start, year.start()) if is_title and year[1] not in chinese else english


def _rest(flat: str, span: Span, options: Sequence[Marked], chinese: str) -> Iterator[Clue]:
    """Yield a clue if the Chinese has half of the words behind a comma too.

    Then they belong to the term: 小院高墙（small yard, high fence）.
    """
    if len(options) < 2:
        return
    whole, first = options[0].span, options[1].span
    bits = [rendered_bits(word.text, chinese) for word in words_in(flat, first.end, whole.end)]
    if bits and 2 * sum(map(bool, bits)) >= len(bits):
        yield noted("en_rest_renders" if span == whole else "en_rest_left")


def _also_called(
    flat: str, found: Sequence[BracketPiece], first: Site, context: tuple[Clue, ...]
) -> Iterator[Site]:
    """Yield sites for a second Chinese term: `旋转卡壳（Rotating Calipers，也称「旋转卡尺」）`."""
    for before, piece in pairwise((None, *found)):
        if piece is None or (before is not None and before.part == piece.part):
            continue  # its part goes on behind its first piece: （或将 a 复制到 b）
        if piece.role is None and leads_variant(piece.lead) and first.candidates and not piece.text.endswith("的"):
            behind = flat[piece.span.end : piece.span.end + 3].lstrip("*_」 ")
            if not behind.startswith(("(", "（")):  # a bracket would hold its own English
                english = first.candidates[0]
                clues = (noted("also_called"), *form_of(flat, english.en), *context)
                yield Site([Candidate(piece.span, english.en, Layout.INSIDE_CHINESE, clues, english.abbreviation)])


def _named_inside(
    flat: str, found: Sequence[BracketPiece], first: Site, context: tuple[Clue, ...]
) -> Iterator[Site]:
    """Yield a site for a second Chinese name before the English: `上采样（过采样, over-sampling）`."""
    is_author = flat[found[0].span.start - 2] == "》"  # 《国富论》（亚当·斯密，The Wealth of Nations）
    if has_name_inside(found) and first.candidates and not is_author:
        name, english = found[0], first.candidates[0].en
        view = ChineseView(Stretch(flat, flat[slice(*english)], name.span), name.span)
        clues = (*form_of(flat, english), *chinese_clues.observe(view), *context)
        yield Site([Candidate(name.span, english, Layout.INSIDE_CHINESE, clues)])
