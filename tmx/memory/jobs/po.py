"""A PO file as a job. Everything but the translations that are filled in stays as it is written."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from termbase.document.model import Document
from termbase.document.po import PoEntry, po_entries
from termbase.errors import os_error
from termbase.files.encoding import declared_encoding, decode
from tmx.bilingual.languages import Given, languages_of
from tmx.bilingual.po_writer import po_string
from tmx.memory.jobs.edits import Edits
from tmx.memory.jobs.job import Filling, Segment

_LANGUAGE = re.compile(r"(?im)^Language[ \t]*:[ \t]*(\S+)")


class PoJob:
    """A PO file. Entries with plural forms are left to the translator."""

    def __init__(self, file: str, given: Given) -> None:
        try:
            data = Path(file).read_bytes()
        except OSError as error:
            raise os_error(error, file, "read") from error
        self._document = Document(file, *decode(data, file, declared_encoding(data)), ())
        entries = list(po_entries(self._document.text))
        header = next((entry.text("msgstr") for entry in entries if entry.is_header), "")
        self._entries = [entry for entry in entries if _is_message(entry)]
        self.segments = [_segment(number, entry) for number, entry in enumerate(self._entries)]
        named = _LANGUAGE.search(header)
        pairs = [(segment.text, segment.target) for segment in self.segments]
        self.languages = languages_of(file, given, ("", named[1] if named else ""), pairs)
        self.told: Counter[str] = Counter()
        self._edits = Edits(self._document)

    def fill(self, segment: Segment, filling: Filling) -> None:
        """Fill in `msgstr`; one to review is marked as fuzzy, with the text that it translates (`#| msgid`)."""
        entry = self._entries[segment.number]
        string = entry.strings["msgstr"]
        start = string.start - 1
        self._edits.replace(start, start + len(string.written) + 2, po_string(filling.text))
        if not filling.is_sure:
            first = min(each.start for name, each in entry.strings.items() if name in ("msgctxt", "msgid"))
            line = self._document.text.rfind("\n", 0, first) + 1
            self._edits.replace(line, line, f"#, fuzzy\n#| msgid {po_string(filling.source)}\n")

    def data(self) -> bytes:
        """Return the file with all translations."""
        return self._edits.data()


def _is_message(entry: PoEntry) -> bool:
    return not (entry.is_obsolete or entry.is_header) and {"msgid", "msgstr"} <= set(entry.strings)


def _segment(number: int, entry: PoEntry) -> Segment:
    source, target = ((text,) if (text := entry.text(name)) else () for name in ("msgid", "msgstr"))
    is_confirmed = not any(each.kind == "," and "fuzzy" in each.text for each in entry.comments)
    return Segment(number, source, target, entry.text("msgctxt"), is_confirmed)
