"""Damaged text cut into its units, and a damaged unit put right where only one reading is possible.

Start from `pieces`: it finds units without believing that the text is well-formed, so damage stays in the unit that
it is in. `mended` then repairs characters and references, and `tmx.tags` what is missing of the structure.
"""

from __future__ import annotations

import html.entities
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tmx.report import Report

_MARK = re.compile(r"<!--|<!\[CDATA\[|<\?|<tu(?=[\s>/])|</tu\s*>")
_CLOSING = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
_REFERENCE = re.compile(
    r"<!\[CDATA\[.*?\]\]>|<!--.*?-->|&(?:#(\d+);|#[xX]([0-9a-fA-F]+);|([A-Za-z_][\w.:-]*);)?", re.DOTALL
)
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})


class Piece(NamedTuple):
    """A part of the text: a `unit`, an `aside` (comment or instruction), or `text` between units."""

    kind: str
    text: str
    line: int


def pieces(text: str, line: int) -> Iterator[Piece]:
    """The parts of a text in order; a unit ends where it is closed, or where the next begins."""
    at = start = 0
    is_open = False
    marks = _Scanner(text)
    for position, end, mark in marks:
        if mark == "<tu" or (mark.startswith("</tu") and is_open):
            cut = end if mark.startswith("</") else position
        elif is_open or mark.startswith("</tu"):
            continue
        else:
            cut = position
        if cut > start:
            yield Piece("unit" if is_open else "text", text[start:cut], line)
            line += text.count("\n", start, cut)
        start = at = cut
        if mark in _CLOSING:
            yield Piece("aside", text[position:end], line)
            line += text.count("\n", position, end)
            start = at = end
        is_open = mark == "<tu"
    if at < len(text):
        yield Piece("unit" if is_open else "text", text[start:], line)


class _Scanner:
    """The marks that matter in a text with where each begins and ends; inside comments there is none."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __iter__(self) -> Iterator[tuple[int, int, str]]:
        at = 0
        while match := _MARK.search(self._text, at):
            at = match.end()
            if match[0] in _CLOSING:
                at = self._closing(match)
                if at == match.end():
                    continue
            yield match.start(), at, match[0]

    def _closing(self, match: re.Match[str]) -> int:
        """Where a comment ends; its own beginning where it is damaged, seen by what it would swallow."""
        end = self._text.find(_CLOSING[match[0]], match.end())
        inside = self._text[match.end() : end] if end >= 0 else "<!--"
        swallowed = "<!--" if match[0] == "<!--" else "</tu" if match[0] == "<![CDATA[" else "<"
        return match.end() if swallowed in inside else end + len(_CLOSING[match[0]])


def mended(text: str, line: int, entities: Mapping[str, str], report: Report) -> str:
    """A unit with legal characters and references. Each change is reported with its line."""

    def character(match: re.Match[str]) -> str:
        bad, at = match[0], lines.line_of
        if "\udc80" <= bad[0] <= "\udcff":
            report.mend(at(match.start()), "bytes", f"{len(bad)} bytes that are no text: U+FFFD")
        else:
            report.mend(at(match.start()), "control", f"U+{ord(bad[0]):04X} may not stand in XML: U+FFFD")
        return "\ufffd" * len(bad)

    def reference(match: re.Match[str]) -> str:
        changed, said = _resolved(match, entities)
        if said:
            report.mend(lines.line_of(match.start()), "reference", said)
        return changed

    lines = _Lines(text, line)
    text = _NO_XML.sub(character, text)
    lines = _Lines(text, line)
    return _REFERENCE.sub(reference, text)


class _Lines:
    """The lines of offsets that are asked for in rising order, each part of the text looked at once."""

    def __init__(self, text: str, line: int) -> None:
        self._text, self._line, self._at = text, line, 0

    def line_of(self, offset: int) -> int:
        self._line += self._text.count("\n", self._at, offset)
        self._at = offset
        return self._line


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _resolved(match: re.Match[str], entities: Mapping[str, str]) -> tuple[str, str]:
    """What a reference stands for, and what to say of it; nothing where it is as it should be."""
    whole, decimal, hexadecimal, name = match[0], match[1], match[2], match[3]
    if not whole.startswith("&") or name in _XML_ENTITIES:
        return whole, ""
    if name in entities:
        return entities[name], ""
    if name:
        text = html.entities.html5.get(f"{name};")
        return (
            (_escaped(text), f"{whole} is of HTML")
            if text
            else (f"&amp;{whole[1:]}", f"{whole} stands for nothing: as text")
        )
    if whole == "&":
        return "&amp;", "& is not escaped"
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if code > 0x10FFFF or _NO_XML.fullmatch(chr(code)):
        return "\ufffd", f"{whole} may not stand in XML: U+FFFD"
    return whole, ""
