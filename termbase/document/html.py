"""Cuts HTML into blocks: the text of each paragraph, heading, table cell or list item.

A block ends at any block-level tag, opening or closing, so unclosed or doubly closed tags do no harm. Inline tags,
code, scripts and addresses are masked. `<br>` counts as white space; two in a row separate paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import whitespace

from termbase.document.markup_tokens import Token, TokenKind, tokens
from termbase.document.model import Block
from termbase.document.references import resolve
from termbase.text.addresses import mask_addresses
from termbase.text.offsets import FILL, MASK, unmasked
from termbase.text.script import HAN

_BLOCK = frozenset(
    "address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link"
    " main menu meta nav noscript ol optgroup option p pre search section select summary table tbody td tfoot th"
    " thead title tr ul".split()
)
_UNSEEN = frozenset("code kbd math pre rp rt samp svg template".split())
"""Elements that contain no prose; `rt` and `rp` are the pronunciation printed above a word."""

_INLINE_UNSEEN = frozenset("code kbd rp rt samp".split())
"""The elements of `_UNSEEN` that stand inside a paragraph or a `<ruby>`."""

_WITHIN_WORDS = frozenset("rb rp rt ruby wbr".split())
"""Elements whose tags do not end a word."""

_EMPHASIS = frozenset("b em i strong u".split())
_STYLE = frozenset("font span".split())
"""Elements that word processors put around any part of a word."""

_NOTE_MARK = re.compile(r"\s*[\[(（［]?\s*(?:\d{1,4}|[*†‡§¶])\s*[\])）］]?\s*")
"""A footnote mark in `<sup>`, such as `[12]` or `*`: it is not part of the word that it follows."""

_ALT = re.compile(r"\salt\s*=\s*([\"'])(?P<text>.*?)\1", re.IGNORECASE | re.DOTALL)
"""The alternative text of an image, which is prose."""

_TITLE = re.compile(r"\stitle\s*=\s*([\"'])(?P<text>[^<>]*?)\1", re.IGNORECASE)
"""The text shown beside the pointer."""

_FORMULA = re.compile(r"\sclass\s*=\s*[\"']?(?:[\w -]+ )?(?:katex|MathJax)[\"' >]")
"""A formula that a program has set: each of its signs is a `<span>`."""

_NOT_SHOWN = frozenset({"link", "meta"})
"""Elements whose `title` no reader sees."""

_IN_CHINESE = re.compile(f"[{HAN}]<[^<>]*>[{HAN}]")
"""A tag inside Chinese text."""

_BLANK = whitespace + "\u00a0\u3000" + FILL


def blocks(source: str) -> Iterator[Block]:
    """Yield the blocks of prose of an HTML source; any text is accepted, however broken its markup."""
    cutter = _Cutter(source)
    for token in tokens(source):
        yield from cutter.take(token)
    yield from cutter.cut(len(source))


class _Cutter:
    """Collects the text of the current block; `take` yields the block when a token ends it."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._start = 0
        self._shown: list[str] = []
        self._unseen = ""
        self._depth = 0
        self._is_after_break = False
        self._raised: int | None = None
        self._closed = "", 0

    def take(self, token: Token) -> Iterator[Block]:
        if self._unseen in _INLINE_UNSEEN and _ends_inline(token):
            self._unseen = ""
        if self._unseen:
            self._skip(token)
        elif token.name in _BLOCK:
            yield from self.cut(token.start)
            yield from self._title(token)
            self._start = token.end
            self._open_unseen(token)
        elif token.name == "br" and self._is_after_break:
            yield from self.cut(token.start)
            self._start = token.end
        else:
            self._shown.append(self._show(token))

    def cut(self, end: int) -> Iterator[Block]:
        """Yield the block that ends here, if it contains prose, and start a new one."""
        text = mask_addresses("".join(self._shown))
        if unmasked(text).strip():
            start, end = len(text) - len(text.lstrip(_BLANK)), len(text.rstrip(_BLANK))
            # When the last character was written as a reference (`&#25968;`), FILL pads it: keep the padding.
            end += len(text[end:]) - len(text[end:].lstrip(FILL))
            yield Block(self._start + start, text[start:end])
        self._start, self._shown = end, []
        self._is_after_break, self._raised, self._closed = False, None, ("", 0)

    def _show(self, token: Token) -> str:
        written = self._source[token.start : token.end]
        if token.kind is TokenKind.TEXT:
            self._is_after_break = self._is_after_break and written.isspace()
            return resolve(written)
        if token.name == "br":
            self._is_after_break = True
            return " " + FILL * (len(written) - 1)
        if token.name == "sup":
            self._mask_note(token)
        self._open_unseen(token)
        if self._reopens(token):
            return FILL * len(written)
        if token.kind is TokenKind.CLOSE:
            self._closed = token.name, len(self._shown)
        is_inside = token.name in _STYLE and _IN_CHINESE.fullmatch(self._source, token.start - 1, token.end + 1)
        masked = (FILL if is_inside else tag_mask(token.name)) * len(written)
        if token.name == "img" and (alt := _ALT.search(written)):
            start, end = alt.span("text")
            return masked[:start] + resolve(alt["text"]) + masked[end:]
        return masked

    def _reopens(self, token: Token) -> bool:
        """Return whether emphasis goes on here: the tags in <b>Digital</b> <b>Silk Road</b> divide nothing.

        The tag that closed it is then masked so that it ends no word.
        """
        name, place = self._closed
        if token.kind is not TokenKind.OPEN or token.name != name or name not in _EMPHASIS | _STYLE:
            return False
        if unmasked("".join(self._shown[place + 1 :])).strip():
            return False
        self._shown[place] = FILL * len(self._shown[place])
        return True

    def _title(self, token: Token) -> Iterator[Block]:
        """Yield the `title` of a block-level tag; that of an inline tag would stand inside a sentence."""
        title = None if token.name in _NOT_SHOWN else _TITLE.search(self._source, token.start, token.end)
        if title and title["text"].strip():
            yield Block(title.start("text"), mask_addresses(resolve(title["text"])))

    def _mask_note(self, sup: Token) -> None:
        """Mask a footnote mark when its `<sup>` closes."""
        if sup.kind is not TokenKind.CLOSE:
            self._raised = len(self._shown)
        elif self._raised is not None:
            raised = "".join(self._shown[self._raised :])
            if _NOTE_MARK.fullmatch(unmasked(raised)):
                self._shown[self._raised :] = [MASK * len(raised)]
            self._raised = None

    def _open_unseen(self, token: Token) -> None:
        is_formula = token.name == "span" and _FORMULA.search(self._source, token.start, token.end) is not None
        if token.kind is TokenKind.OPEN and (token.name in _UNSEEN or is_formula):
            self._unseen, self._depth = token.name, 1

    def _skip(self, token: Token) -> None:
        if token.name == self._unseen:
            self._depth += {TokenKind.OPEN: 1, TokenKind.CLOSE: -1}.get(token.kind, 0)
        self._shown.append(tag_mask(self._unseen) * (token.end - token.start))
        if not self._depth:
            self._unseen = ""


def _ends_inline(token: Token) -> bool:
    """Return whether the token ends an inline element that was left open; HTML allows that inside `<ruby>`."""
    return (
        token.name in _BLOCK
        or token.name == "ruby"
        or (token.kind is TokenKind.OPEN and token.name in ("rp", "rt"))
    )


def tag_mask(name: str) -> str:
    """Return the character that replaces each character of an inline tag of this name (lower case)."""
    return FILL if name in _WITHIN_WORDS else MASK
