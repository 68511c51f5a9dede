"""Leaves out tags for emphasis that a Chinese translation replaces, because Chinese type has no italics.

Requirements for Chinese Text Layout (W3C, 3.3) name bold type and quotation marks among the means of emphasis.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from termbase.text.placeholders import placeholders
from termbase.text.script import has_han

_ITALIC = frozenset("i em italic cite dfn".split())
_BOLD = frozenset("b strong bold".split())
_EMPHASIS = _ITALIC | _BOLD | frozenset("u code kbd tt samp var span font".split())
_NAME = re.compile(r"</?(\w+)>|<(span|font) [^<>]*(?:style|weight|color)[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")
_STRAIGHT = "'\""
_FREELY = 2
"""A target with quotation marks for one in so many stretches in italics may leave the others plain."""


class Difference(NamedTuple):
    """A code that the target `lacks` or `adds`, as it is written. `place` is the branch or choice around it."""

    verb: str
    code: str
    place: str = ""

    def __str__(self) -> str:
        """Return the code with its place: `# in “other” of {count, plural}`."""
        return f"{self.code} in {self.place}" if self.place else self.code


def without_emphasis(found: list[Difference], source: str, target: str) -> list[Difference]:
    """Return the differences except bold type for italics, and quotation marks for any emphasis, in Chinese."""
    if not (has_han(target) and any(_name(one) in _EMPHASIS for one in found)):
        return found
    rest = list(found)
    for one in found:
        bold = [other for other in rest if other.verb == "adds" and _is_bold_for(one, other)]
        if one.verb == "lacks" and _name(one) in _ITALIC and bold:
            rest.remove(one)
            rest.remove(bold[0])
    rest = _without_split_emphasis(rest, source, target)
    lost = [one for one in rest if one.verb == "lacks" and _name(one) in _EMPHASIS]
    opened = sum(not one.code.startswith("</") for one in lost)
    quoted = _quoted(target) - _quoted(source)
    if 0 < opened <= quoted:
        return [one for one in rest if one not in lost]
    if quoted > 0 and opened <= _FREELY * quoted:
        return [one for one in rest if not (one.verb == "lacks" and _name(one) in _ITALIC)]
    return rest


def is_italic(difference: Difference) -> bool:
    """Return whether a code is a tag for italics."""
    return _name(difference) in _ITALIC


def _without_split_emphasis(found: list[Difference], source: str, target: str) -> list[Difference]:
    """Leave out added pairs of a tag around placeholders that one pair encloses in the source.

    `<b>%u of %u</b>` is two stretches in Chinese: 从 `<b>%u</b>` 个中选取 `<b>%u</b>` 个.
    """
    split = set[str]()
    for name in {_name(one) for one in found if one.verb == "adds"} & _EMPHASIS:
        inside = [_enclosed(name, text) for text in (source, target)]
        counts = [sum(len(placeholders(part)) for part in parts) for parts in inside]
        if len(inside[0]) < len(inside[1]) and counts[0] == counts[1] and all(map(placeholders, inside[1])):
            split.add(name)
    return [one for one in found if one.verb != "adds" or _name(one) not in split]


def _enclosed(name: str, text: str) -> list[str]:
    return re.findall(rf"<{name}>(.*?)</{name}>", text, re.IGNORECASE | re.DOTALL)


def _name(difference: Difference) -> str:
    tag = _NAME.fullmatch(difference.code)
    return (tag[1] or tag[2]).lower() if tag else ""


def _is_bold_for(italic: Difference, bold: Difference) -> bool:
    is_same_kind = (_name(italic) == "italic") == (_name(bold) == "bold")
    return _name(bold) in _BOLD and is_same_kind and italic.code.startswith("</") == bold.code.startswith("</")


def _quoted(text: str) -> int:
    """Return how many stretches of a text are in quotation marks."""
    plain = _TAG.sub("", text)
    straight = sum(plain.count(sign) // 2 for sign in _STRAIGHT)
    return len(re.findall("[“‘「『《【]", plain)) + straight
