"""Damaged text cut into its units, and a damaged unit put right where only one reading is possible.

Start from `pieces`: it finds units without believing that the text is well-formed, so damage stays in the unit that
it is in. `mended` then repairs characters and references, and `tmx.tags` what is missing of the structure.
"""

from __future__ import annotations

import html.entities
import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from tmx.report import RepairCode, Report

_COMMENT = r"<!--(?:(?!<!--).)*?-->"
_CDATA = r"<!\[CDATA\[(?:(?!</tu|<!\[CDATA\[).)*?\]\]>"
# Each stops where it would swallow another beginning: that one is damaged, and hostile text stays linear.
_MARK = re.compile(rf"{_COMMENT}|{_CDATA}|<\?[^<]*?\?>|<tu(?=[\s>/])|</tu\s*>", re.DOTALL)
_REFERENCE = re.compile(
    rf"{_CDATA}|{_COMMENT}|&(?:#(\d{{1,9}});|#[xX]([0-9a-fA-F]{{1,8}});|([A-Za-z_][\w.:-]{{0,99}});)?", re.DOTALL
)
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})


class Piece(NamedTuple):
    """A part of the text: a `unit`, an `aside` (comment or instruction), or `text` between units."""

    kind: Literal["unit", "aside", "text"]
    text: str
    line: int


def pieces(text: str, line: int) -> Iterator[Piece]:
    """The parts of a text in order; a unit ends where it is closed, or where the next begins."""
    start = 0
    is_open = False
    for match in _MARK.finditer(text):
        is_aside = match[0].startswith(("<!--", "<?"))
        if match[0].startswith("<!["):
            continue
        if match[0].startswith("</"):
            cut = match.end() if is_open else start
        else:
            cut = start if is_aside and is_open else match.start()
        if cut > start:
            yield Piece("unit" if is_open else "text", text[start:cut], line)
            line += text.count("\n", start, cut)
            start = cut
            is_open = False
        if is_aside and not is_open:
            yield Piece("aside", match[0], line)
            line += match[0].count("\n")
            start = match.end()
        is_open = is_open or match[0] == "<tu"
    if start < len(text):
        yield Piece("unit" if is_open else "text", text[start:], line)


def mended(text: str, line: int, entities: Mapping[str, str], report: Report) -> str:
    """A unit with legal characters and references. Each change is reported with its line."""

    def character(match: re.Match[str]) -> str:
        bad, at = match[0], lines.line_of
        if "\udc80" <= bad[0] <= "\udcff":
            report.mend(at(match.start()), RepairCode.BYTES, f"{len(bad)} bytes that are no text: U+FFFD")
        else:
            report.mend(at(match.start()), RepairCode.CONTROL, f"U+{ord(bad[0]):04X} may not stand in XML: U+FFFD")
        return "\ufffd" * len(bad)

    def reference(match: re.Match[str]) -> str:
        changed, said = _resolved(match, entities)
        if said:
            report.mend(lines.line_of(match.start()), RepairCode.REFERENCE, said)
        return changed

    lines = Lines(text, line)
    text = _NO_XML.sub(character, text)
    lines = Lines(text, line)
    return _REFERENCE.sub(reference, text)


class Lines:
    """The lines of offsets that are asked for in rising order, each part of the text looked at once."""

    def __init__(self, text: str, line: int) -> None:
        self._text, self._line, self._at = text, line, 0

    def line_of(self, offset: int) -> int:
        """The 1-based line of an offset, which is not below that asked for before."""
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
