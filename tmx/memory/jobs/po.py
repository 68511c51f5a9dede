"""A PO file as a job. Everything but the translations that are filled in stays as it is written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from termbase.document.model import Document
from termbase.document.po import PoEntry, po_entries
from termbase.errors import os_error
from termbase.files.encoding import declared_encoding, decode
from tmx.bilingual.languages import Given, languages_of
from tmx.bilingual.po import languages_in, refuse_strays
from tmx.bilingual.po_writer import have_other_ends, have_other_placeholders, po_string
from tmx.memory.jobs.edits import Edits
from tmx.memory.jobs.job import Filling, Segment, Suggestion, noted, noted_others


class PoJob:
    """A PO file. Each `msgstr` is a segment; the plural forms after the first translate `msgid_plural`.

    A translation that is the only form, as in Chinese, translates both.
    """

    def __init__(self, file: str, given: Given) -> None:
        try:
            data = Path(file).read_bytes()
        except OSError as error:
            raise os_error(error, file, "read") from error
        self.remarks: Counter[str] = Counter()
        self._document = Document(file, *decode(data, file, declared_encoding(data)), ())
        self._edits = Edits(self._document, data)
        entries = list(po_entries(self._document.text))
        for entry in entries:
            refuse_strays(entry, self._document)
        messages = [entry for entry in entries if _is_message(entry)]
        self._forms = [(entry, form) for entry in messages for form in range(len(entry.forms))]
        self.segments = [_segment(number, *place) for number, place in enumerate(self._forms)]
        header = next((entry.text("msgstr") for entry in entries if entry.is_header), "")
        pairs = [(segment.text, segment.target) for segment in self.segments]
        self.languages = languages_of(file, given, languages_in(header), pairs)
        self._filled: dict[int, dict[int, Filling]] = defaultdict(dict)
        self._suggested: dict[int, dict[Suggestion, None]] = defaultdict(dict)

    def fill(self, segment: Segment, filling: Filling) -> None:
        """Fill in `msgstr`; one to review is marked as fuzzy, with the text that it translates (`#| msgid`)."""
        entry, form = self._forms[segment.number]
        self._filled[entry.start][form] = filling

    def suggest(self, segment: Segment, suggestions: Sequence[Suggestion]) -> None:
        """Add a comment to the entry, for the translator."""
        entry, _ = self._forms[segment.number]
        self._suggested[entry.start] |= dict.fromkeys(suggestions)

    def data(self) -> bytes:
        """Return the file with all translations."""
        for entry in {entry.start: entry for entry, _ in self._forms}.values():
            if suggestions := self._suggested.get(entry.start):
                self._insert(entry, [_comment(noted(suggestions))])
            if filled := self._filled.get(entry.start):
                self._write(entry, filled)
        return self._edits.data()

    def _insert(self, entry: PoEntry, lines: Iterable[str]) -> None:
        """Put comments before the first string of an entry, without those that it has."""
        first = min(each.start for name, each in entry.strings.items() if not name.startswith("msgstr"))
        at = self._document.text.rfind("\n", 0, first) + 1
        end = "\r\n" if "\r\n" in self._document.text else "\n"
        present = {f"# {comment.text}" for comment in entry.comments if not comment.kind}
        self._edits.replace(at, at, "".join(line + end for line in lines if line not in present))

    def _write(self, entry: PoEntry, filled: Mapping[int, Filling]) -> None:
        texts = [string.text for string in entry.forms]
        for form, filling in filled.items():
            string, texts[form] = entry.forms[form], filling.text
            start = string.start - 1
            self._edits.replace(start, start + len(string.written) + 2, po_string(filling.text))
        is_sure = all(filling.is_sure for filling in filled.values()) and all(texts)
        if is_sure and self._is_odd(entry, texts):
            reason = "other placeholders or line ends"
            self.remarks[f"translations marked as fuzzy, which gettext would refuse: {reason}"] += 1
        elif is_sure:
            return
        others = {text: None for form in sorted(filled) if (text := noted_others(filled[form]))}
        self._insert(entry, [*(_comment(text) for text in others), *_marks(entry, filled)])

    def _is_odd(self, entry: PoEntry, texts: list[str]) -> bool:
        sources = [entry.text(name) for name in ("msgid", "msgid_plural")]
        flags = [
            flag.strip() for comment in entry.comments if comment.kind == "," for flag in comment.text.split(",")
        ]
        source, compared = (sources[1], texts[-1]) if sources[1] else (sources[0], texts[0])
        return have_other_ends([*sources, *texts]) or have_other_placeholders(source, compared, flags)


def _is_message(entry: PoEntry) -> bool:
    return not (entry.is_obsolete or entry.is_header) and "msgid" in entry.strings and bool(entry.forms)


def _segment(number: int, entry: PoEntry, form: int) -> Segment:
    singular, plural = entry.text("msgid"), entry.text("msgid_plural")
    is_only = len(entry.forms) == 1
    text = plural if plural and (form or is_only) else singular
    target = entry.forms[form].text
    content, translation = ((text,) if text else () for text in (text, target))
    also = singular if plural and is_only and singular != plural else ""
    return Segment(number, content, translation, entry.text("msgctxt"), not _is_fuzzy(entry), also)


def _is_fuzzy(entry: PoEntry) -> bool:
    return any(each.kind == "," and "fuzzy" in each.text for each in entry.comments)


def _comment(text: str) -> str:
    """A comment of a translator, on one line."""
    return "# " + text.replace("\r", "\\r").replace("\n", "\\n")


def _marks(entry: PoEntry, filled: Mapping[int, Filling]) -> Iterator[str]:
    """The lines that mark an entry as to be reviewed."""
    if not _is_fuzzy(entry):
        yield "#, fuzzy"
    sources = [filled[form].source for form in sorted(filled)]
    own = (entry.text("msgid"), entry.text("msgid_plural"))
    if any(source not in own for source in sources) and not any(each.kind == "|" for each in entry.comments):
        yield f"#| msgid {po_string(sources[0])}"
        if "msgid_plural" in entry.strings:
            yield f"#| msgid_plural {po_string(sources[-1])}"
