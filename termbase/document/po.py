"""Splits a PO file (GNU gettext) into its entries, each string with its offset in the file.

Start from `po_entries`. Offsets are code points in the decoded text. The header is the entry with an empty `msgid`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_STRING = r'"(?:[^"\\\r\n]++|\\.)*+"'
GAP = r"[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:#~)?[ \t]*(?:\r\n|\r|\n))*[ \t]*(?:#~)?[ \t]*"
"""What stands between two parts of a string; `#~` begins each line of an obsolete entry."""

_KEYWORD = r"msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?|domain"
_LINE = re.compile(
    r"(?:^|(?<=\r))[ \t]*(?:"
    rf"(?P<obsolete>#~[ \t]*)?(?P<keyword>{_KEYWORD})[ \t]*"
    rf"(?P<strings>{_STRING}(?:{GAP}{_STRING})*)[ \t]*(?=[\r\n]|\Z)"
    r"|#(?P<kind>~\||[.:,|~]?)(?P<comment>[^\r\n]*)"
    r"|(?P<other>[^\s#][^\r\n]*))",
    re.MULTILINE,
)
_SEAM = re.compile(rf'"{GAP}"')
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.))", re.DOTALL)
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


class PoString(NamedTuple):
    """The string of a keyword.

    `start` is the offset of its first character, inside the quotation mark; `written` is the file's text from there
    to the last quotation mark, with the seams between continued lines.
    """

    start: int
    written: str

    @property
    def text(self) -> str:
        """The text that the string means, its escapes replaced."""
        return _po_text(self.written)


class PoComment(NamedTuple):
    """A comment line. `kind` is the sign after `#`: `.` `:` `,` `|`, or "" for a comment of the translator."""

    kind: str
    text: str


class PoEntry:
    """An entry with its comments and its strings by keyword (`msgid`, `msgstr`, `msgstr[0]`...).

    `start` is the offset of its `msgid` (or of its first comment if it has none). `strays` are the offsets of lines
    that belong to no string or comment.
    """

    def __init__(self, start: int) -> None:
        self.start = start
        self.is_obsolete = False
        self.comments: list[PoComment] = []
        self.strings: dict[str, PoString] = {}
        self.strays: list[int] = []

    def text(self, keyword: str) -> str:
        """Return the text of a keyword; "" if the entry does not have it."""
        return self.strings[keyword].text if keyword in self.strings else ""

    @property
    def forms(self) -> list[PoString]:
        """The translations: one `msgstr`, or the plural forms by their number."""
        found = [name for name in self.strings if name.startswith("msgstr")]
        return [self.strings[name] for name in sorted(found, key=lambda name: int(name[7:-1] or 0))]

    @property
    def is_header(self) -> bool:
        """Whether it is the header: an empty `msgid` without a context."""
        return "msgid" in self.strings and "msgctxt" not in self.strings and not self.text("msgid")


def _po_text(written: str) -> str:
    """Replace the escapes of a PO string (`\\n`, `\\"`, `\\042`, `\\x22`) and join its lines."""
    return _ESCAPE.sub(_meant, _SEAM.sub("", written)) if "\\" in written or '"' in written else written


def po_entries(source: str) -> Iterator[PoEntry]:
    """Yield the entries of a PO file in order, the header and obsolete ones too."""
    entry = None
    for match in _LINE.finditer(source):
        if match["keyword"] == "domain":
            continue
        if entry is None or _begins_another(entry, match):
            if entry is not None:
                yield entry
            entry = PoEntry(match.start())
        _add(entry, match)
    if entry is not None:
        yield entry


def _begins_another(entry: PoEntry, match: re.Match[str]) -> bool:
    keyword, has_translation = match["keyword"], any(name.startswith("msgstr") for name in entry.strings)
    if match["other"] is not None:
        return False
    if keyword is None:
        return has_translation
    is_next = keyword in ("msgctxt", "msgid") and ("msgid" in entry.strings or keyword in entry.strings)
    return is_next or (bool(entry.strings) and entry.is_obsolete != bool(match["obsolete"]))


def _add(entry: PoEntry, match: re.Match[str]) -> None:
    if match["other"] is not None:
        entry.strays.append(match.start("other"))
    elif match["keyword"] is None:
        entry.comments.append(PoComment(match["kind"], match["comment"].removeprefix(" ")))
    else:
        if match["keyword"] == "msgid":
            entry.start = match.start()
        entry.is_obsolete = bool(match["obsolete"])
        entry.strings[match["keyword"]] = PoString(match.start("strings") + 1, match["strings"][1:-1])


def _meant(escape: re.Match[str]) -> str:
    octal, hexadecimal, char = escape.groups()
    if char is not None:
        return _CONTROLS.get(char, char)
    return chr(int(octal, 8) if octal else int(hexadecimal, 16))
