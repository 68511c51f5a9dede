"""Finds the quotations in a document: other people's words, titles, and terms that are mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from termbase.document.model import Document
from termbase.text.offsets import Placed, Span
from termbase.text.script import HAN, has_han
from termbase.text.small_words import SMALL_WORDS

_BLOCK_QUOTE = re.compile(r"[ \t]*>")
_HTML_QUOTE = re.compile(r"<(/?)(?:blockquote|q)\b[^<>]*>", re.IGNORECASE)
_QUOTATION = re.compile(
    r"“[^“”]*”|「[^「」]*」|『[^『』]*』|《[^《》]*》|〈[^〈〉]*〉|«[^«»]*»"
    rf'|(?<![^\W{HAN}])"[^"]*(?:(?<=[{HAN}])"|"(?![^\W{HAN}]))'
    r"|(?<!\w)‘[^‘’]{1,200}(?:’(?=\w)[^‘’]{1,200}){0,8}’(?!\w)"
    r"|(?<![\w'])'(?![\s\d'])[^'\n]{1,200}(?:(?<=\w)'(?=\w)[^'\n]{1,200}){0,8}(?<![\s'])'(?![\w'])"
)
_OPENING = re.compile("[“「『《〈«\"‘']")
_OPEN_TO_THE_END = re.compile(r"[“「][^“”「」]*\Z")
_OPENS = re.compile(r"\s*[“「]")


_IN_CHINESE = r"(?:(?:or|in\s+Chinese)[,:]?\s+)?"
_GLOSS = re.compile(
    rf"[*_]{{0,3}}(?:\s*[（(\[][^()（）\[\]\n]{{0,60}}|\s+[–—-]{{1,2}}\s+{_IN_CHINESE}|,\s+or\s+)[“‘\"]?[{HAN}]",
    re.IGNORECASE,
)
_GLOSSED_BEFORE = re.compile(rf"[{HAN}][*_”」》]{{0,3}}\s*[（(\[]\s*\Z")
_BRACKET_END = re.compile(r"\s*[)）\]]")
_WITH_GLOSS = re.compile(rf"\s*[（(][^()（）\n]{{0,60}}[{HAN}][^()（）\n]{{0,60}}[)）]\W*")
_REACH = 12
_SAID = re.compile(
    r"\b(?:said|says|saying|wrote|writes|stated|states|declared|declares|asked|replied|told|quoted?|remarked|added)"
    r"(?:\s\w+){0,2}[,:]?\s+\Z"
)
_ITALICS = re.compile(
    r"(?<![\w*\\])(?P<mark>[*_])(?![\s*_])(?P<text>[^*_\n]{3,200})(?<!\s)(?P=mark)(?![\w*])"
    r"|<(?P<tag>i|em)>(?P<content>[^<>]{3,200})</(?P=tag)>|<cite\b[^<>]*>[^<>]{3,200}</cite>",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?<!!)\[(?P<text>[^\[\]\n]{3,200})\]\(https?:|<a\s[^<>]*?href=[\"']?https?:[^<>]*>(?P<content>[^<>]{3,200})</a>",
    re.IGNORECASE,
)
_ITALIC_SIGN = re.compile(r"[*_<[]")
_TAG = re.compile("<[^<>]*>")
_SENTENCE = re.compile(rf"[。！；，]|[{HAN}][？?]|[a-z]{{3}}[)”’\"']*\.(?:\s|[)”’\"']*\Z)|[.!?;]\s+(?=[a-z])")
"""Matches what sentences have and titles do not: commas and full stops of Chinese, a full stop behind a word."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NEAR = 40
"""How many code points before italics are searched for an author."""

_LONGEST_TITLE = 25
"""The most words of a title with its subtitle."""

_LONG_TITLE = 5
"""From how many words on italics with capitals are a title; fewer may be a name that is emphasised."""

_AUTHOR_BEFORE = re.compile(
    r"(?:[A-Z][\w.’'-]+,|\b(?i:in|see|book|novel|film|paper|report|article|essay|study|entitled|titled|read|reading))\s+\Z"
)
_YEAR_AFTER = re.compile(r"\s*[,(][^.\n]{0,60}?\b(?:1[89]|20)\d\d\b")


def quotations(document: Document) -> list[Span]:
    """Return the spans of all quotations in order. Overlapping ones are joined.

    Quotations are text in quotation or title marks, block quotes of Markdown, `<q>` and `<blockquote>` of HTML, and
    titles in italics: *One Belt One Road: Chinese Power Meets the World*.
    A quotation of several paragraphs has an opening mark in each of them, and a closing mark only in the last.
    """
    found = [*_html_quotes(document.text)]
    for block, following in zip(document.blocks, [*document.blocks[1:], None], strict=False):
        if _BLOCK_QUOTE.match(document.text, block.start):
            found.append(Span(block.start, block.start + len(block.text)))
            continue
        if _ITALIC_SIGN.search(document.text, block.start, block.start + len(block.text)):
            found += _titles(document.text, block.start, block.start + len(block.text))
        goes_on = following is not None and _OPENS.match(following.text) is not None
        found += [Span(block.start + start, block.start + end) for start, end in _quoted(block.text, goes_on)]
    return list(_apart(found))


def _quoted(text: str, goes_on: bool) -> Iterator[tuple[int, int]]:
    if not _OPENING.search(text):
        return
    for quotation in _QUOTATION.finditer(text):
        yield quotation.span()
    if goes_on and (rest := _OPEN_TO_THE_END.search(text)):
        yield rest.span()


def _titles(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the italics that are titles: `<cite>`, with an author or year, or with capitals and a colon.

    A sentence is not a title. Links to other sites are titles if they have capitals and a colon or many words.
    """
    for link in _LINK.finditer(text, start, end):
        if _is_title(link["text"] or link["content"], "", ""):
            yield Span(*link.span())
    for italics in _ITALICS.finditer(text, start, end):
        title = italics["text"] or italics["content"]
        shown = title or _TAG.sub("", italics[0])
        if _SENTENCE.search(shown) or len(_WORD.findall(shown)) > _LONGEST_TITLE:
            continue
        before, after = text[max(start, italics.start() - _NEAR) : italics.start()], text[italics.end() : end]
        if title is None or _is_title(title, before, after):
            yield Span(*italics.span())


def _is_title(title: str, before: str, after: str) -> bool:
    """Whether italics are a title, by their words and by what stands before and after them."""
    words = _WORD.findall(title)
    is_attributed = _AUTHOR_BEFORE.search(before) or _YEAR_AFTER.match(after)
    if is_attributed and len(words) > 2 and words[0][0].isupper():
        return True
    is_long = ":" in title or len(words) >= _LONG_TITLE
    return bool(is_attributed or is_long) and _has_capitals_of_title(title)


def _has_capitals_of_title(title: str) -> bool:
    words = [word for word in _WORD.findall(title) if word not in SMALL_WORDS]
    has_capitals = sum(not has_han(word) for word in words) > len(words) / 2  # Chinese shows no title by capitals
    return has_capitals and len(words) > 1 and all(not word[0].islower() for word in words)


def is_glossed(text: str, quotation: Span, place: Placed) -> bool:
    """Whether a quotation is one term that the author glosses, and so uses: “shared prosperity” (共同富裕).

    A gloss may also stand within the marks. Words after a verb of saying are another person's.
    """
    if _SAID.search(text, max(0, quotation.start - 40), quotation.start):
        return False
    if _is_one_term(text, quotation, place):
        return _GLOSS.match(text, quotation.end) is not None
    return (
        re.fullmatch(r"\W*", text[quotation.start : place.start]) is not None
        and _WITH_GLOSS.fullmatch(text, place.end, quotation.end) is not None
    )


def is_gloss(text: str, quotation: Span, place: Placed) -> bool:
    """Whether a quotation is one term in brackets, the translation of the Chinese before it."""
    before = text[max(0, quotation.start - _REACH) : quotation.start]
    return (
        _is_one_term(text, quotation, place)
        and _GLOSSED_BEFORE.search(before) is not None
        and _BRACKET_END.match(text, quotation.end) is not None
    )


def _is_one_term(text: str, quotation: Span, place: Placed) -> bool:
    rest = text[quotation.start : place.start] + text[place.end : quotation.end]
    return re.fullmatch(r"\W*(?:the|an?)?\W*", rest, re.IGNORECASE) is not None


def _html_quotes(text: str) -> Iterator[Span]:
    depth = start = 0
    for tag in _HTML_QUOTE.finditer(text):
        if depth == 0:
            start = tag.start()
        depth = max(0, depth + (-1 if tag[1] else 1))
        if depth == 0:
            yield Span(start, tag.end())


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans in order, with overlapping ones joined."""
    current: Span | None = None
    for span in sorted(spans):
        if current and span.start < current.end:
            current = Span(current.start, max(current.end, span.end))
            continue
        if current:
            yield current
        current = span
    if current:
        yield current
