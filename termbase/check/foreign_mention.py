"""Recognises words of another region or language that a text only mentions. Start from `is_only_mentioned`.

They are the titles of linked texts, Japanese, names of users, values in code, original names in brackets, and words
that stand beside the region's own: in brackets, or in a table of both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from termbase.check.subject import Subject
from termbase.language import Region, region_of_tag
from termbase.text.offsets import Placed, Span
from termbase.text.script import HAN, is_wrong_script, simplify
from termbase.text.word_classes import WordClass

_LONGEST = 200
"""How many characters on each side of a word are searched for the ends of a link."""

_NEAR = 20
_JAPANESE_ADDRESS = re.compile("〒|丁目|番地|(?:合同|有限|株式)会社")
"""What is written in the address or the name of a firm in Japan."""

_OF_JAPAN = re.compile("日[本文语語剧劇系]|[东東]京|大阪|京都|北海道|沖[绳繩縄]|昭和|平成|令和|声优|聲優|[ぁ-ヺ・]")
_ABOUT_JAPAN = 3
"""A text with so many signs of Japan is about it."""

_FIRST_LEVEL = b"\x88\x9f", b"\x98\x72"
"""The first and the last character of the first level of JIS X 0208, in Shift JIS."""

_PUBLISHED = re.compile(
    "出版社|[书書][馆館局店]|[学學][报報]|[杂雜][志誌]|期刊|[主合]?[编編译譯]著?[,，.。；;]|第\\d+期|[载載][于於]"
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
"""What references have."""

_RUN_BEFORE = re.compile(rf"[{HAN}]*\Z")
_IN_CLAUSE = (re.compile(rf"[，。；！？][{HAN}]*\Z"), re.compile(rf"[{HAN}]*[，。；！？]"))
"""What is before or behind the characters of a run that is part of a sentence."""

_RUN_AFTER = re.compile(rf"[{HAN}]*")
_USER = re.compile(r"@[\w-]*\Z")
"""A user's name begins with @ and ends at a space or sign."""

_VALUE = re.compile(r"[A-Za-z][\w.-]*=[^\s='\"<>\]]*\Z", re.ASCII)
"""A value begins with a name in code and ends at a space: `welcome=欢迎`."""

_ANY_ADDRESS = re.compile(r"https?://")
_ADDRESS = re.compile(r"https?://[^\s<>()（）「」，。；]*\Z")
"""An address ends at a space or bracket; it may have Chinese characters."""

_CORRECTED = re.compile("[\"'”’」』》]\\s?(?:改[成为為]|[应應]?[为為是]|更正[为為]|[换換]成)")
"""What follows a quoted word that is corrected."""

_LONGEST_NAME = 30
_BRACKETS = ("（", "(")
_GLOSS = re.compile(r"(?<=[（(])[A-Za-z][\w .'-]*[,，、;；] ?\Z")
_EQUALS = ("→", "->", "＝", "=", "／", "/", " → ", " -> ", " = ", " / ", ";", "、")
"""What stands between two forms of one word."""

_BRACKET = re.compile(rf"[{HAN}\w」』”][（(]([^（()）\n]*)\Z")
_BRACKET_END = re.compile(r"[^（()）\n]*(?=[）)])")
_INNER_BRACKETS = re.compile(r"\\[\[\]]|(?<!\])\[[^\[\]\n]{0,20}\](?![(\[:])")
"""Brackets in the text of a link: `[\\[Week 6\\] Title](address)`, `[[Week 6] Title](address)`."""

_LINKS = (("[", "](", "]"), ("[", "][", "]"), ("[", "]", "]"), (">", "</a>", "<"), ("&gt;", "&lt;/a", "&lt;"))
"""How the text of a link begins and ends in Markdown and HTML, and what is not in it."""
_TITLE_LENGTH = 6
"""A place of so many characters may be a title alone."""

_TITLE_OF_CHARACTERS = 4
"""So many characters that stand together may be the title of something else."""

_BEFORE_ADDRESS = re.compile(r"[^\n。！？，]*?(?=[*_]*(?:\s{1,3}|\s?[：:]\s?)<?https?://)")
_TITLE = re.compile(
    rf"\\?[|｜]|\s[-–—_]{{1,2}}\s|[{HAN}\w）」』】][：:？?！!]\s?[{HAN}\w（「『【]|[{HAN}][^\n]{{14}}"
    r"|的(?:博客|部落格)\Z"
)
"""The titles of pages have the name of their site, a subtitle, or many words, or say whose they are."""


def is_only_mentioned(subject: Subject, place: Span, own: Sequence[str]) -> bool:
    """Whether a word is mentioned; `own` are words that the region has for it."""
    written, first = subject.document.text, max(0, place.start - _LONGEST_NAME)
    text, here = subject.running.text, subject.running.place(place)
    return (
        any(sign.search(written, first, place.start) for sign in (_USER, _VALUE))
        or _ADDRESS.search(written, max(0, place.start - _LONGEST), place.start) is not None
        or _CORRECTED.match(text, here.end) is not None
        or is_in_linked_title(subject, place)
        or _is_above_address(subject, place)
        or _is_beside_address(subject, place)
        or _is_original(text, here, subject.language)
        or _is_cited(subject, place)
        or _is_japanese(subject, place)
        or _may_be_japanese(subject, place, own)
        or _is_foreign_title(subject, place, own)
        or _explains(text, here, own)
        or _is_compared(written, place, own)
    )


def is_in_linked_title(subject: Subject, place: Placed) -> bool:
    """Whether a word is in a link whose text is the title of another page, in Japanese, or in the other script."""
    text = subject.document.text
    shift = max(0, place.start - _LONGEST)
    start, end = place.start - shift, place.end - shift
    near = _without_inner_brackets(text[shift : place.end + _LONGEST], start)
    for opening, closing, outside in _LINKS:
        first, last = near.rfind(opening, 0, start), near.find(closing, end)
        title = text[shift + first : shift + last]
        if first >= 0 <= last and "\n" not in title and outside not in near[first:start] + near[end:last]:
            if closing == outside and not _is_defined(text, title[len(opening) :]):
                continue
            return (
                is_wrong_script(title, subject.language) or _TITLE.search(title) is not None or _has_japanese(title)
            )
    return False


def _without_inner_brackets(text: str, place: int) -> str:
    """Return a text with other signs for the brackets in the text of a link; a place is in them only at its end."""
    for bracket in _INNER_BRACKETS.finditer(text):
        start, end = bracket.span()
        if not start <= place < end or text[end : end + 1] == "]":
            text = f"{text[:start]}·{text[start + 1 : end - 1]}·{text[end:]}"
    return text


def _is_above_address(subject: Subject, place: Span) -> bool:
    """Whether a place is in a line before an address, all in the other script: a title with its page.

    What stands beside the place shows that, unless it is the title itself.
    """
    text = subject.document.text
    before = text[max(0, place.start - _LONGEST, text.rfind("\n", 0, place.start) + 1) : place.start]
    after = _BEFORE_ADDRESS.match(text, place.end, place.end + _LONGEST)
    title = text[place.start : place.end] if place.end - place.start >= _TITLE_LENGTH else ""
    return after is not None and is_wrong_script(before + title + after[0], subject.language)


def _is_beside_address(subject: Subject, place: Span) -> bool:
    """Whether a cell of a table is all in the other script, and its row has an address: a list of sites."""
    row, here = _row(subject.document.text, place)
    mark = _cell_mark(row)
    if mark is None or not _ANY_ADDRESS.search(row):
        return False
    return is_wrong_script(row.split(mark)[row.count(mark, 0, here)], subject.language)


def _is_defined(text: str, title: str) -> bool:
    """Whether a document in Markdown defines the address of a link by the text of the link: `[text]: address`."""
    words = r"\s".join(map(re.escape, title.split()))
    return re.search(rf"^\[{words}\]:\s", text, re.MULTILINE) is not None


def _is_original(text: str, place: Span, language: str) -> bool:
    """Whether a word is in brackets behind another, all in the other script: its original (预选赛（予選）)."""
    before = _BRACKET.search(text, max(0, place.start - _LONGEST_NAME), place.start)
    after = _BRACKET_END.match(text, place.end, place.end + _LONGEST_NAME)
    if before is None or after is None:
        return False
    return is_wrong_script(text[before.start(1) : after.end()], language)


def _is_cited(subject: Subject, place: Span) -> bool:
    """Whether a word is in a reference, all of it in the other script: 施良方译，人民教育出版社，1994."""
    near = _near(subject, place, _LONGEST // 2)
    if not (_PUBLISHED.search(near) and _YEAR.search(near)):
        return False
    return is_wrong_script(_run(subject, place), subject.language)


def _is_japanese(subject: Subject, place: Span) -> bool:
    """Whether a word is in a Japanese address, or runs on to a character that only Japanese has: 都道府県民税."""
    return _JAPANESE_ADDRESS.search(_near(subject, place, _NEAR)) is not None or _has_japanese(_run(subject, place))


def _run(subject: Subject, place: Span) -> str:
    """Return the Chinese characters that stand together around and in a place."""
    before = _RUN_BEFORE.search(subject.before(place, _LONGEST))
    after = _RUN_AFTER.match(subject.after(place, _LONGEST))
    return (before[0] if before else "") + subject.text(place) + (after[0] if after else "")


def _may_be_japanese(subject: Subject, place: Span, own: Sequence[str]) -> bool:
    """Whether characters, not words, of the other script may be Japanese in a line about Japan: 日本国紀, 小学館.

    Simplified text has few characters of the other script by mistake, so there it is enough if the text is about
    Japan.
    """
    written = subject.text(place)
    if not (_is_of_characters(subject, place, own) and all(map(_is_in_japanese, written))):
        return False
    if _OF_JAPAN.search(_near(subject, place, 2 * _NEAR)):
        return True
    is_simplified = region_of_tag(subject.language) is Region.CN
    signs = _OF_JAPAN.finditer(subject.running.text)
    return is_simplified and len(list(islice(signs, _ABOUT_JAPAN))) == _ABOUT_JAPAN


def _is_foreign_title(subject: Subject, place: Span, own: Sequence[str]) -> bool:
    """Whether characters of a simplified text are in a name or title that is all in the other one: 每週專題.

    It stands between brackets, strokes or spaces in a line that is simplified otherwise. Traditional text has such
    pieces by mistake.
    """
    if region_of_tag(subject.language) is not Region.CN or not _is_of_characters(subject, place, own):
        return False
    before, after = subject.before(place, _LONGEST), subject.after(place, _LONGEST)
    if _IN_CLAUSE[0].search(before) or _IN_CLAUSE[1].match(after):
        return False
    run = _run(subject, place)
    others = sum(char != simple for char, simple in zip(run, simplify(run), strict=True))
    return (
        len(run) >= _TITLE_OF_CHARACTERS
        and others > 1
        and is_wrong_script(run, subject.language)
        and not is_wrong_script(_near(subject, place, _LONGEST), subject.language)
    )


def _is_of_characters(subject: Subject, place: Span, own: Sequence[str]) -> bool:
    """Whether only the characters of a place are of the other script, and its words are the region's own."""
    return bool(own) and simplify(own[0]) == simplify(subject.text(place))


@lru_cache(maxsize=4096)
def _is_in_japanese(char: str) -> bool:
    """Whether a character is among the usual ones of Japanese: the first level of JIS X 0208."""
    return _FIRST_LEVEL[0] <= char.encode("shift_jis", "replace") <= _FIRST_LEVEL[1]


def _near(subject: Subject, place: Span, reach: int) -> str:
    """Return the word with some characters of its line on each side, as a reader sees them."""
    running, end = subject.running, subject.document.text.find("\n", place.end)
    line = Span(
        subject.document.text.rfind("\n", 0, place.start) + 1, end if end >= 0 else len(subject.document.text)
    )
    here, whole = running.place(place), running.place(line)
    return running.text[max(whole.start, here.start - reach) : min(whole.end, here.end + reach)]


def _has_japanese(text: str) -> bool:
    return not WordClass.JAPANESE_CHARACTER.words.isdisjoint(text)


def _explains(text: str, place: Span, own: Sequence[str]) -> bool:
    """Whether a word stands beside the one that the region has for it: 韓戰（朝鮮戰爭）, 级→級,
    可卡因（cocaine，古柯碱）.

    Right before or behind it the word has another sense: 數組陣列 are several arrays.
    """
    before = tuple(word + sign for word in own for sign in ("", *_BRACKETS, *_EQUALS))
    after = tuple(sign + word for word in own for sign in ("", *_EQUALS))
    gloss = _GLOSS.search(text, max(0, place.start - _LONGEST_NAME), place.start)
    return text.endswith(before, 0, gloss.start() if gloss else place.start) or text.startswith(after, place.end)


def _is_compared(text: str, place: Span, own: Sequence[str]) -> bool:
    """Whether another cell of the row of a table has the word of the region: `| 出租車 / 計程車 | 的士 |`."""
    row, start = _row(text, place)
    mark = _cell_mark(row)
    if mark is None:
        return False
    cells, here = row.split(mark), row.count(mark, 0, start)
    return len(cells[here].strip()) <= _LONGEST_NAME and any(
        word in cell for word in own for cell in (*cells[:here], *cells[here + 1 :])
    )


def _row(text: str, place: Placed) -> tuple[str, int]:
    """Return the line of a place, and where the place begins in it."""
    first, last = text.rfind("\n", 0, place.start) + 1, text.find("\n", place.end)
    return text[first:last] if last >= 0 else text[first:], place.start - first


def _cell_mark(row: str) -> str | None:
    """Return what divides the cells of a row of a table; None if a line is no such row."""
    return "\t" if "\t" in row else "|" if row.lstrip().startswith("|") else None
