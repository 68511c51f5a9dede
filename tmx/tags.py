"""Repairs the tags of a damaged unit: adds missing end tags, and escapes a `<` that does not begin a tag.

Start from `balanced`. Only repairs without doubt are made: an end tag that is missing in only one possible place
(`<seg>...</tuv>`), and a `<` that does not begin a tag of TMX. A segment that may be cut short is not repaired.
"""

from __future__ import annotations

import re

from tmx.mend import Lines
from tmx.names import CODES
from tmx.report import RepairCode, Report

_TAG = re.compile(
    r"<!--(?:(?!--).)*-->|<!\[CDATA\[(?:(?!<!\[CDATA\[).)*?\]\]>|<\?[^<>]*\?>"
    r"""|<(?P<end>/?)(?P<name>[A-Za-z_][\w:.-]*)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(?P<empty>/?)>|<""",
    re.DOTALL,
)
_STRUCTURE = frozenset({"tu", "tuv", "seg", "note", "prop"})
_TEXT = frozenset({"seg", "note", "prop"}) | CODES
_CHILDREN = {"tuv": "tu", "seg": "tuv"}
_DEPTH = 256
"""The greatest depth of nested elements; libxml2 reads no deeper."""

_OWN = _STRUCTURE | CODES | {"header", "body", "tmx", "ude", "map"}


class _UnclearError(Exception):
    """More than one repair is possible."""


def balanced(text: str, line: int, report: Report) -> str | None:
    """Return a unit with every element closed, or None if more than one repair is possible.

    Repairs are reported.
    """
    walk = _Walk(text)
    try:
        walk.run()
    except _UnclearError:
        return None
    lines = Lines(text, line)
    for offset, message in sorted(walk.messages):
        report.mend(lines.line_of(offset), RepairCode.STRUCTURE, message, text[offset : offset + 4])
    return "".join(walk.parts)


class _Walk:
    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[str] = []
        self.messages: list[tuple[int, str]] = []
        """Repairs as (offset, message)."""
        self._open: list[tuple[str, int, int]] = []
        """Open elements as (name, number of the part that is the start tag, offset)."""

    def run(self) -> None:
        at = 0
        for match in _TAG.finditer(self.text):
            self.parts.append(self.text[at : match.start()])
            at = match.end()
            self._tag(match)
        rest = self.text[at:]
        self.parts.append(rest)
        if rest.strip() and self._open:
            raise _UnclearError
        while self._open:
            self._close_implied(len(self.text))

    def _tag(self, match: re.Match[str]) -> None:
        name = match["name"]
        if name is None and match[0] != "<":
            self.parts.append(match[0])
        elif name is None or (name not in _OWN and not self._in_segment()):
            self._as_text(match)
        elif match["end"]:
            self._end(match, name)
        else:
            self._start(match, name)

    def _start(self, match: re.Match[str], name: str) -> None:
        while name in _CHILDREN and self._top() in _STRUCTURE and self._top() != _CHILDREN[name]:
            if self._top() != name or name == "seg":
                raise _UnclearError
            self._close_implied(match.start())
        self.parts.append(match[0])
        if not match["empty"]:
            self._open.append((name, len(self.parts) - 1, match.start()))
            if len(self._open) > _DEPTH:
                raise _UnclearError

    def _end(self, match: re.Match[str], name: str) -> None:
        if all(opened != name for opened, _, _ in self._open):
            self._stray_end(match)
            return
        while self._top() != name:
            top = self._top()
            if top not in _OWN:
                self._unclosed_as_text()
            elif (top, name) in (("seg", "tuv"), ("tuv", "tu")):
                self._close_implied(match.start())
            else:
                raise _UnclearError
        self._open.pop()
        self.parts.append(match[0])

    def _stray_end(self, match: re.Match[str]) -> None:
        if self._top() in _TEXT and match["name"] not in _OWN:
            self._as_text(match)
        else:
            raise _UnclearError

    def _as_text(self, match: re.Match[str]) -> None:
        if self._top() not in _TEXT:
            raise _UnclearError
        if re.match(
            r"</?(?:tuv?|seg|note|prop|bpt|ept|it|ph|hi|sub|ut)\b", self.text[match.start() : match.end() + 5]
        ):
            raise _UnclearError
        self.messages.append((match.start(), f"{match[0][:30]} is not a tag of TMX: kept as text"))
        self.parts.append("&lt;" + match[0][1:])

    def _unclosed_as_text(self) -> None:
        name, part, offset = self._open.pop()
        self.messages.append((offset, f"<{name}> is never closed: kept as text"))
        self.parts[part] = "&lt;" + self.parts[part][1:]

    def _close_implied(self, offset: int) -> None:
        name, _, _ = self._open.pop()
        if name not in ("tu", "tuv", "seg") or (name == "seg" and offset == len(self.text)):
            raise _UnclearError
        self.messages.append((offset, f"</{name}> is missing: added"))
        self.parts.append(f"</{name}>")

    def _in_segment(self) -> bool:
        return any(name in _TEXT for name, _, _ in self._open)

    def _top(self) -> str:
        return self._open[-1][0] if self._open else ""
