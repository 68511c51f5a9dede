"""Cuts HTML into blocks: the text of each paragraph, heading, table cell or list item.

A block ends at any block-level tag, opening or closing, so unclosed or doubly closed tags do no harm. Inline tags,
code, scripts, addresses and what the page hides are masked. `<br>` counts as white space, and between Chinese
characters as a line end; two in a row separate paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import whitespace

from termbase.document.markup_tokens import Token, TokenKind, tokens
from termbase.document.model import Block
from termbase.document.references import resolve
from termbase.document.unseen import BLOCK, Unseen, is_hidden, tag_mask, unseen_from
from termbase.text.addresses import mask_addresses
from termbase.text.offsets import FILL, MASK, unmasked
from termbase.text.script import has_han

_EMPHASIS = frozenset("b em i strong u".split())
_STYLE = frozenset("font span".split())
"""Elements that word processors put around any part of a word."""

_NOTE_MARK = re.compile(r"\s*[\[(（［]?\s*(?:\d{1,4}|[*†‡§¶])\s*[\])）］]?\s*")
"""A footnote mark in `<sup>`, such as `[12]` or `*`: it is not part of the word that it follows."""

_ALT = re.compile(r"\salt\s*=\s*([\"'])(?P<text>.*?)\1", re.IGNORECASE | re.DOTALL)
"""The alternative text of an image, which is prose."""

_TITLE = re.compile(r"\stitle\s*=\s*([\"'])(?P<text>[^<>]*?)\1", re.IGNORECASE)
"""The text shown beside the pointer."""

_NOT_SHOWN = frozenset({"link", "meta"})
"""Elements whose `title` no reader sees."""

_NEXT = re.compile(r"(?:<[^<>]{0,500}>){0,8}([A-Za-z0-9]?)")
"""The Latin letter or digit behind a place and the tags there."""

_NEAR = 60
"""How many characters beside a `<br>` are searched for the next one that is not white space."""

_BLANK = whitespace + "\u00a0\u3000" + FILL


def blocks(source: str) -> Iterator[Block]:
    """Yield the blocks of prose of an HTML source; any text is accepted, however broken its markup."""
    cutter = _Cutter(source)
    for token in tokens(source):
        yield from cutter.take(token)
    yield from cutter.cut(len(source))


def line_break(source: str, start: int, end: int) -> str:
    """Return what replaces the `<br>` at a place between two Chinese characters, "" at other places.

    It is a line end, which divides no word of Chinese, unless the source has a line end beside it.
    """
    before, after = source[max(0, start - _NEAR) : start], source[end : end + _NEAR]
    left, right = before.rstrip(), after.lstrip()
    if not (has_han(left[-1:]) and has_han(right[:1])):
        return ""
    gap = before[len(left) :] + after[: len(after) - len(right)]
    return FILL * (end - start - 1) + (FILL if "\n" in gap or "\r" in gap else "\n")


class _Cutter:
    """Collects the text of the current block; `take` yields the block when a token ends it."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._start = 0
        self._shown: list[str] = []
        self._unseen: Unseen | None = None
        self._is_after_break = False
        self._raised: int | None = None
        self._closed = "", 0

    def take(self, token: Token) -> Iterator[Block]:
        if self._unseen and self._unseen.ends_before(token):
            self._unseen = None
        if self._unseen:
            self._skip(self._unseen, token)
        elif token.name in BLOCK:
            yield from self.cut(token.start)
            yield from self._title(token)
            self._start = token.end
            self._unseen = unseen_from(self._source, token)
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
            return line_break(self._source, token.start, token.end) or " " + FILL * (len(written) - 1)
        if token.name == "sup":
            self._mask_note(token)
        self._unseen = unseen_from(self._source, token)
        if is_hidden(self._source, token) or self._reopens(token):
            return FILL * len(written)
        if token.kind is TokenKind.CLOSE:
            self._closed = token.name, len(self._shown)
        masked = (FILL if self._is_style_only(token) else tag_mask(token.name)) * len(written)
        if token.name == "img" and (alt := _ALT.search(written)):
            start, end = alt.span("text")
            return masked[:start] + resolve(alt["text"]) + masked[end:]
        return masked

    def _is_style_only(self, token: Token) -> bool:
        """Return whether a tag is no sign, but style that a word processor may put anywhere.

        数据<span>（</span>data is as without it. But <span>New</span>Text may be two words, set apart by the page.
        """
        if token.name not in _STYLE:
            return False
        behind = _NEXT.match(self._source, token.end)
        before = unmasked(self._shown[-1])[-1:] if self._shown else ""
        return not (behind and behind[1] and before.isascii() and before.isalnum())

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
        is_shown = token.name not in _NOT_SHOWN and not is_hidden(self._source, token)
        title = _TITLE.search(self._source, token.start, token.end) if is_shown else None
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

    def _skip(self, unseen: Unseen, token: Token) -> None:
        self._shown.append(unseen.mask * (token.end - token.start))
        if unseen.ends_with(token):
            self._unseen = None
