"""Cuts damaged TMX text into units, and repairs a damaged unit if only one reading is possible.

Start from `pieces`. It finds units even if the text is not well-formed, so that damage in one unit does not affect
the others. `mended` then repairs characters and references; `tmx.tags` repairs missing tags.
"""

from __future__ import annotations

import html.entities
import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from tmx.report import RepairCode, Report

COMMENT = r"<!--(?:(?!<!--).)*?-->"
CDATA = r"<!\[CDATA\[(?:(?!</tu|<!\[CDATA\[).)*?\]\]>"
# Each pattern stops where the next comment or unit begins. So an unclosed one takes in no other, and the time stays
# linear for hostile text.
_MARK = re.compile(rf"{COMMENT}|{CDATA}|<\?[^<]*?\?>|<tu(?=[\s>/])|</tu\s*>", re.DOTALL)
_REFERENCE = re.compile(
    rf"{CDATA}|{COMMENT}|&(?:#(\d{{1,9}});|#[xX]([0-9a-fA-F]{{1,8}});|([A-Za-z_][\w.:-]{{0,99}});)?", re.DOTALL
)
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})


class Piece(NamedTuple):
    """A part of the text: a `unit`, an `aside` (comment or processing instruction), or `text` between units.

    `line` is the 1-based line in the file at which it begins.
    """

    kind: Literal["unit", "aside", "text"]
    text: str
    line: int


def pieces(text: str, line: int) -> Iterator[Piece]:
    """Yield the parts of a text that begins at `line`.

    A unit ends at its end tag, or where the next unit begins.
    """
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
    """Return a unit with illegal characters and wrong references repaired.

    Each repair is reported with its line.
    """

    def character(match: re.Match[str]) -> str:
        bad, at = match[0], lines.line_of
        if "\udc80" <= bad[0] <= "\udcff":
            report.mend(
                at(match.start()),
                RepairCode.BYTES,
                f"{len(bad)} bytes are not text in this encoding: replaced by U+FFFD",
                "\ufffd",
            )
        else:
            report.mend(
                at(match.start()),
                RepairCode.CONTROL,
                f"U+{ord(bad[0]):04X} is not allowed in XML: replaced by U+FFFD",
                bad,
            )
        return "\ufffd" * len(bad)

    def reference(match: re.Match[str]) -> str:
        changed, message = _resolved(match, entities)
        if match[3] in entities:
            report.remark("references to entities of the file replaced by their text")
        if message:
            report.mend(lines.line_of(match.start()), RepairCode.REFERENCE, message, match[0])
        return changed

    lines = Lines(text, line)
    text = _NO_XML.sub(character, text)
    lines = Lines(text, line)
    return _REFERENCE.sub(reference, text)


class Lines:
    """Gives the line of each offset.

    Offsets must be asked for in rising order, so that the text is read only once.
    """

    def __init__(self, text: str, line: int) -> None:
        self._text, self._line, self._at = text, line, 0

    def line_of(self, offset: int) -> int:
        """Return the 1-based line of an offset, which must not be less than the last one."""
        self._line += self._text.count("\n", self._at, offset)
        self._at = offset
        return self._line


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _resolved(match: re.Match[str], entities: Mapping[str, str]) -> tuple[str, str]:
    """The text to put for a reference, and a message about the repair; "" if it needs none."""
    whole, decimal, hexadecimal, name = match[0], match[1], match[2], match[3]
    if not whole.startswith("&") or name in _XML_ENTITIES:
        return whole, ""
    if name in entities:
        return entities[name], ""
    if name:
        text = html.entities.html5.get(f"{name};")
        return (
            (_escaped(text), f"{whole} is an entity of HTML, not of XML")
            if text
            else (f"&amp;{whole[1:]}", f"{whole} is an entity that is not declared as text: kept as it is written")
        )
    if whole == "&":
        return "&amp;", "& was not escaped as &amp;"
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if code > 0x10FFFF or _NO_XML.fullmatch(chr(code)):
        return "\ufffd", f"{whole} is not allowed in XML: replaced by U+FFFD"
    return whole, ""
