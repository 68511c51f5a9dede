"""Tells which elements of HTML readers do not see, and where each of them ends.

Code and formulas are no prose, and what the page hides (`hidden`, `style="display:none"`) is not seen at all. An
element that is never closed ends where a browser ends it: with the element around it, or, if its end tag may be
left out, where the next one of its kind begins.
"""

from __future__ import annotations

import re
from collections import Counter

from termbase.document.markup_tokens import Token, TokenKind
from termbase.text.offsets import FILL, MASK

BLOCK = frozenset(
    "address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link"
    " main menu meta nav noscript ol optgroup option p pre search section select summary table tbody td tfoot th"
    " thead title tr ul".split()
)
_NO_PROSE = frozenset("code kbd math pre rp rt samp svg template".split())
"""Elements that contain no prose; `rt` and `rp` are the pronunciation printed above a word."""

_INLINE = frozenset("code kbd rp rt samp".split())
"""The elements of `_NO_PROSE` that stand inside a paragraph or a `<ruby>`."""

_WITHIN_WORDS = frozenset("rb rp rt ruby wbr".split())
"""Elements whose tags do not end a word."""

_EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements that have no content and no end tag."""

_FORMULA = re.compile(r"\sclass\s*=\s*[\"']?(?:[\w -]+ )?(?:katex|MathJax)[\"' >]")
"""A formula that a program has set: each of its signs is a `<span>`."""

_ATTRIBUTE = re.compile(r"[\s\"'/](?P<name>[^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_NOT_SHOWN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_MAY_HIDE = re.compile(r"hidden|none|sr-only|screen-reader", re.IGNORECASE)
_READ_ALOUD = re.compile(r"(?:^|[\s-])(?:sr-only|visually-hidden|screen-reader-text)(?:\s|$)")
"""Classes of what only screen readers say, as "open in new window" behind a link: it stands in no sentence."""

_CONTAINERS = frozenset("dl menu ol select table ul".split())
_NEXT_OF_KIND = {
    **dict.fromkeys(("dd", "dt"), frozenset({"dd", "dt"})),
    "li": frozenset({"li"}),
    "optgroup": frozenset({"optgroup"}),
    "option": frozenset({"option", "optgroup"}),
    "p": BLOCK,
    **dict.fromkeys(("tbody", "tfoot", "thead"), frozenset({"tbody", "tfoot", "thead"})),
    **dict.fromkeys(("td", "th"), frozenset({"td", "th", "tr", "tbody", "tfoot"})),
    "tr": frozenset({"tr", "tbody", "tfoot"}),
}
"""What ends an element whose end tag may be left out, unless it begins in a list or table inside the element."""


def is_hidden(source: str, tag: Token) -> bool:
    """Return whether the page hides an element: `hidden`, `display:none`, `sr-only`, an `aria-hidden` decoration.

    An `aria-hidden` block is a dialog or the page behind one: text. So is what a search finds (`until-found`).
    """
    if tag.kind is TokenKind.CLOSE or not _MAY_HIDE.search(source, tag.start, tag.end):
        return False
    found = _ATTRIBUTE.finditer(source, tag.start + 1 + len(tag.name), tag.end)
    values = {each["name"].lower(): each[2] or each[3] or each[4] or "" for each in found}
    is_decoration = tag.name not in BLOCK and values.get("aria-hidden", "").lower() == "true"
    is_left_out = values.get("hidden", "until-found").lower() != "until-found"
    is_unseen = _NOT_SHOWN.search(values.get("style", "")) or _READ_ALOUD.search(values.get("class", ""))
    return is_left_out or is_decoration or is_unseen is not None


def unseen_from(source: str, tag: Token) -> Unseen | None:
    """Return the element that readers do not see and that a tag opens, or None."""
    if tag.kind is not TokenKind.OPEN or tag.name in _EMPTY:
        return None
    is_formula = tag.name == "span" and _FORMULA.search(source, tag.start, tag.end) is not None
    if tag.name in _NO_PROSE or is_formula:
        return Unseen(tag.name, tag_mask(tag.name))
    return Unseen(tag.name, FILL) if is_hidden(source, tag) else None


def tag_mask(name: str) -> str:
    """Return the character that replaces each character of an inline tag of this name (lower case)."""
    return FILL if name in _WITHIN_WORDS else MASK


class Unseen:
    """An element that is open and that readers do not see; `mask` replaces each of its characters."""

    def __init__(self, name: str, mask: str) -> None:
        self.mask = mask
        self._name = name
        self._open = Counter({name: 1})

    def ends_before(self, token: Token) -> bool:
        """Return whether the element ends where a token begins, which is then outside of it."""
        if self._name in _INLINE:
            return (
                token.name in BLOCK
                or token.name == "ruby"
                or (token.kind is TokenKind.OPEN and token.name in ("rp", "rt"))
            )
        if token.kind is TokenKind.CLOSE:
            is_stray = token.name == "p" and self._name in BLOCK  # a browser ignores it
            return token.name in BLOCK and not self._open[token.name] and not is_stray
        return token.name in _NEXT_OF_KIND.get(self._name, ()) and not any(map(self._open.get, _CONTAINERS))

    def ends_with(self, token: Token) -> bool:
        """Take a token inside the element, and return whether it closes the element."""
        step = {TokenKind.OPEN: 1, TokenKind.CLOSE: -1}.get(token.kind, 0)
        if step and token.name not in _EMPTY:
            self._open[token.name] = max(0, self._open[token.name] + step)
        return not self._open[self._name]
