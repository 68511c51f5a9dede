"""Characters that end words or show where a term begins: brackets, quotation marks, emphasis, tags.

`flatten` cleans the text of a block before extraction and keeps every offset; other modules call the result `flat`.
`find_brackets` is one pass with a stack, so it takes linear time on any input.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from termbase.text.chinese.chinese_characters import one_form
from termbase.text.invisible import UNSEEN
from termbase.text.offsets import MASK, Span, blank
from termbase.text.script import HAN

_CLOSER_OF = {"(": ")", "（": "）", "[": "]", "［": "］", "【": "】", "〔": "〕"}
OPEN_QUOTES = "“‘「『《〈«‹\"'"
CLOSE_QUOTES = "”’」』》〉»›\"'"
QUOTE_OF = dict(zip(CLOSE_QUOTES, OPEN_QUOTES, strict=True))
EMPHASIS = "*_#`" + MASK
MARKS = OPEN_QUOTES + CLOSE_QUOTES + EMPHASIS + "~"
KANA = re.compile("[\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff]")
HAN_CHARACTER = re.compile(f"[{HAN}]")
LATIN_ACCENTED = re.compile(r"[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF]")
LATIN_LETTER = re.compile(rf"[A-Za-z{LATIN_ACCENTED.pattern[1:]}")
HAN_CHARACTERS = re.compile(f"{HAN_CHARACTER.pattern}+")

_PICTURE = re.compile("[\u2600-\u266c\u2670-\u2775\u2794-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
"""A picture beside a term, which is no part of it: ✅ 部署 (deployment), 道教（🌿 Daoism）; but not in C♯."""

_SPACES = "".join(char for char in map(chr, range(ord("\u3001"))) if char.isspace() and char != " ")
_BLANK = re.compile(rf"[{_SPACES}{UNSEEN}]")
"""White space, and characters that are not seen."""
_ESCAPE = re.compile(r"\\(?=[()\[\]*_#])")
"""The backslash that escapes a mark in Markdown."""
_ESCAPED_LINE = re.compile(r"(?<=\w)\\_(?=\w)")
"""An underscore inside an identifier, escaped in Markdown: key\\_share."""
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,80}>")
_BREAK = re.compile(r"<(?:br|hr)\s*/?>", re.IGNORECASE)
_LINE_END = "\ufffc"
_NUMBER = re.compile(
    rf"([#>*_\s{MASK}-]*)((?:\d{{1,2}}\.)+\d{{1,2}}\.?|\d{{1,2}}[.、)）]|第[\d〇零一二三四五六七八九十百]{{1,5}}[章節节部編编篇卷講讲課课回])(?=\s)"
)
"""The number before a heading or list item: 4.1 Help Station, 5. 档案, 第一章 档案."""

FORMULA = "\ufffb"
"""Stands for each character of a formula, at which a term ends."""
_FORMULA = re.compile(
    rf"(?<![\\$0-9A-Za-z])\$(?![\s$])[^$\n{HAN}]{{1,160}}(?<!\s)\$(?![\d$])"
    rf"|\\\((?=[^{HAN}]*?[\\_^{{}}=][^{HAN}]*?\\\))[^{HAN}\n]{{1,160}}?\\\)"
)
r"""A formula of TeX: $s_t$, \(Q_t\)."""
_RADICAL = re.compile("[\u2e80-\u2fd5]")

_FULL_STOP = re.compile(rf"．(?![{HAN}0-9A-Za-z])|(?<![{HAN}0-9A-Za-z])．")
"""The full stop of books on mathematics; between letters it is the dot of a name: 約翰．杜威."""

_RAISED = re.compile(r"<sup\b[^<>]{0,80}>(?:<a\b[^<>]{0,80}>)?[\[(]?\d{1,4}[\])]?(?:</a>)?</sup>")
"""The mark of a note in HTML that is part of a text."""
_LINK = re.compile(rf"\[([^\[\]]{{1,200}})\](\((?:https?:|{MASK})[^\s()]{{0,300}}\))")
"""A link of Markdown that is part of a text: [Terminal](https://example.org)."""

_FOOTNOTE = re.compile(r"\[(?:\^[\w-]{1,12}|\d{1,4}|citation needed)\]")
_RAISED_NUMBER = re.compile(r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079](?<=[^\W\d_]{3}.)(?!\w)")
"""The number of a note in raised figures: World Bank¹; but not of a unit: km²."""

_NAME = r"(?:(?:van|von|de|der|den|du|di|la|le) ){0,2}[A-Z][\w’'-]{1,30}"
_AUTHOR = rf"{_NAME}, ?(?:[A-Z]\.[ -]?){{1,3}}"
_YEAR = r"(?:1[89]|20)\d\d[a-z]?(?:[:：,] ?(?:pp?\. ?)?\d{1,4}(?:[-–]\d{1,4})?)?"
_CITATION = re.compile(
    rf"(?<=[(（;；])(?: ?{_AUTHOR}(?:(?:,? ?(?:&|and|;|；) ?{_AUTHOR}){{1,5}}(?:,? ?{_YEAR})?|,? ?{_YEAR})"
    rf"| ?{_NAME}(?: ?(?:[和与與及、]|&|and) ?{_NAME})*(?: ?等人?| ?[和与與及] ?{_NAME})"
    rf"[,，]? ?{_YEAR}(?:[,，][^()（）]*)?"
    rf"|(?<=[;；]) ?{_NAME}(?: et al\.?|,? (?:&|and) {_NAME})?,? {_YEAR})(?=\s*[)）;；])"
)
"""A source in a bracket: 社会资本（social capital; Putnam, 2000）, 访谈（Levitsky, S. & Ziblatt, D.）,
预测（Bakir 等人，2007）.

One name alone may be that of the person before it: 伯格（Berg, M.）.
"""


def flatten(text: str) -> str:
    """Return the text with every white-space or invisible character replaced by a space; the length is kept.

    HTML tags are replaced by `MASK`; footnote marks (`[14]`, `[^ref1]`), cited sources, pictures and the number of
    a heading or list item by spaces, so that they are not read as parts of the words beside them. A tag that breaks
    the line (`<br>`) becomes a mark at which a term ends, and so does a formula. The full stop ． becomes 。, and
    the sign of a radical, with which some PDF files show a character, becomes that character.
    """
    flat = _FORMULA.sub(lambda found: FORMULA * len(found.group()), text) if "$" in text or "\\(" in text else text
    flat = _ESCAPED_LINE.sub("__", flat) if "\\_" in flat else flat
    flat = _RADICAL.sub(lambda sign: one_form(sign.group()), flat)
    flat = _BLANK.sub(" ", flat)
    flat = _ESCAPE.sub(" ", flat) if "\\" in flat else flat
    flat = _FULL_STOP.sub("。", flat) if "．" in flat else flat
    if number := _NUMBER.match(flat):
        flat = number[1] + " " * len(number[2]) + flat[number.end() :]
    if "](" in flat:
        flat = _LINK.sub(lambda link: f"{MASK}{link[1]}{MASK * (len(link[2]) + 1)}", flat)
    if "<" in flat:
        flat = _RAISED.sub(blank, flat)
        flat = _BREAK.sub(lambda tag: _LINE_END + " " * (len(tag.group()) - 1), flat)
        flat = _TAG.sub(lambda tag: MASK * len(tag.group()), flat)
    if "[" in flat:
        flat = _FOOTNOTE.sub(blank, flat)
    if not flat.isascii():
        flat = _PICTURE.sub(" ", _RAISED_NUMBER.sub(blank, flat))
    return _CITATION.sub(blank, flat) if "(" in flat or "（" in flat else flat


LONGEST = 300
"""The largest number of characters inside a bracket that may be a gloss."""

_DEEPEST = 3
_BRACKET = re.compile("[" + re.escape("".join(_CLOSER_OF) + "".join(_CLOSER_OF.values())) + "]")
_SHAPE = {char: shape for shape, pair in enumerate(["()（）", "[]［］", "【】", "〔〕"]) for char in pair}


class Bracket(NamedTuple):
    """The span of a pair of brackets, including both; `height` is the number of levels of brackets inside it."""

    start: int
    end: int
    height: int


def with_whole_marks(text: str, start: int, end: int) -> Span:
    """Return the span of a term with both marks of a pair that it has one of: `*n*-gram`; `$k$ 近邻`."""
    for mark in "*$":
        if text.count(mark, start, end) % 2:
            if start and text[start - 1] == mark:
                start -= 1
            elif text[end : end + 1] == mark:
                end += 1
    return Span(start, end)


def find_brackets(flat: str) -> list[Bracket]:
    """Return the brackets that are closed, in order of their start. `（` may be closed by `)`, as authors often do.

    A bracket that contains three or more levels of brackets, or more than `LONGEST` characters, cannot be a gloss
    and is left out.
    """
    found: list[Bracket] = []
    stack: list[tuple[int, int]] = []
    heights: list[int] = []
    for match in _BRACKET.finditer(flat):
        char, place = match.group(), match.start()
        if char in _CLOSER_OF:
            stack.append((place, _SHAPE[char]))
            heights.append(0)
        elif stack and stack[-1][1] == _SHAPE[char]:
            start, height = stack.pop()[0], heights.pop()
            if heights:
                heights[-1] = max(heights[-1], height + 1)
            if place - start <= LONGEST and height < _DEEPEST:
                found.append(Bracket(start, place + 1, height))
    return sorted(found)
