"""Leaves out the terms that are part of code in running text: placeholders, variables, versions, paths.

Code that markup shows as such is masked when a document is read. This is for the code in plain sentences and in
messages to translate: `{{ obor }}`, `${OBOR}`, `%OBOR%`, `OBOR-2017-v2`, `obor/2017`, `%i`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from termbase.document.running_text import RunningText
from termbase.text.offsets import Placed

_Hit = TypeVar("_Hit", bound=Placed)

_REACH = 80
_SIGNS = frozenset("{}%$\\_-./=@#:<>(")
_OPENINGS = (
    *(("{{", "}}"), ("{%", "%}"), ("<%", "%>")),
    *(("${", "}"), ("#{", "}"), ("%{", "}"), ("%(", ")"), ("$(", ")")),
)
_PAIRS = (("%", "%"), ("$", "$"), (r"\(", r"\)"), ("{", "}"), (":", ":"), ("@", "@"), ("__", "__"))
_VARIABLE_BEFORE = re.compile(r"(?:^|[\s(\"'“‘=,;?&])(?:[$@#\\]|\w+=)\Z")
_PATH_BEFORE = re.compile(r"(?:^|[\s(\"'“‘])(?:~|\.{1,2}|[A-Za-z]:)?[/\\](?:[\w.-]+[/\\])*\Z")
_CODE_AFTER = re.compile(r"\(\)|=\w|\.(?:com|org|net|edu|gov|info|io|cn|tw|hk)(?![\w-])", re.ASCII)
_OPTION_BEFORE = re.compile(r"(?:^|\s)--?(?:\w+-)*\Z")
_TOKEN_BEFORE = re.compile(r"[\w.+/-]*[-_./]\Z", re.ASCII)
_TOKEN_AFTER = re.compile(r"[-_./][\w.+/-]*|\(\)|=(?=\w)", re.ASCII)
_PATH = re.compile(r"/.*/|_|\(\)|=|\w\.\Z|\.\w")
_DIGIT = re.compile(r"\d")
_PRINTF_BEFORE = re.compile(r"%(?:\d+\$)?[-+#0']*\d*(?:\.\d+)?\Z")
_CONVERSIONS = frozenset("diouxXeEfgGcs")
"""The letters of the placeholders of `printf` (C17 7.21.6.1): the `i` of `%i` is no word."""


def without_placeholders(hits: Iterable[_Hit], running: RunningText) -> Iterator[_Hit]:
    """Yield the hits that are not part of a placeholder, a variable, a version or a path."""
    return (hit for hit in hits if not _is_in_placeholder(running.text, *running.place(hit)))


def _is_in_placeholder(text: str, start: int, end: int) -> bool:
    """Whether a span of a text is code that a program replaces or reads."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    beside = {*before.rstrip()[-1:], *after.lstrip()[:1]}
    if beside.isdisjoint(_SIGNS):
        return False
    if any(_is_between(before, after, *marks) for marks in _OPENINGS):
        return True
    if any(before.endswith(left) and after.startswith(right) for left, right in _PAIRS):
        return True
    word = text[start:end]
    if word in _CONVERSIONS and _PRINTF_BEFORE.search(before):
        return True
    if _VARIABLE_BEFORE.search(before):
        return True
    if word.isascii() and (_PATH_BEFORE.search(before) or _CODE_AFTER.match(after)):
        return True
    is_option = word.islower() and _OPTION_BEFORE.search(before) is not None
    return is_option or _is_token(before, word, after)


def _is_between(before: str, after: str, opening: str, closing: str) -> bool:
    """Whether the marks of a template are open before a place and closed after it."""
    inside, rest = before.rpartition(opening), after.partition(closing)
    return bool(inside[1] and rest[1]) and closing not in inside[2] and "\n" not in inside[2] + rest[0]


def _is_token(before: str, word: str, after: str) -> bool:
    """Whether a word is joined to more of an identifier: to a digit, or in lower case to a path or a field."""
    head, tail = _TOKEN_BEFORE.search(before), _TOKEN_AFTER.match(after)
    joined = (head[0] if head else "") + (tail[0] if tail else "").rstrip("./-")
    if not joined or " " in word:
        return False
    is_branch = "/" in joined and "-" in word  # fix/dual-circulation
    return bool(_DIGIT.search(joined)) or (word.islower() and (is_branch or _PATH.search(joined) is not None))
