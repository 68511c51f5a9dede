"""Reads PO files (GNU gettext) as entries. Start from `read`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from termbase.document.model import Document
from termbase.document.po import PoEntry, PoString, po_entries
from termbase.errors import TermbaseError, os_error
from termbase.files.encoding import declared_encoding, decode
from tmx.bilingual import marks
from tmx.bilingual.entry import Entry, Part, Side, is_translated
from tmx.model import Element, prop

SUFFIXES = frozenset({".po", ".pot"})
Text = TypeVar("Text")
"""A text as a reader of gettext files has it."""
_NO_LANGUAGE = frozenset({"C", "POSIX"})
"""Locales that name no language."""

_READ = frozenset(
    "Language X-Source-Language Content-Type Content-Transfer-Encoding MIME-Version Plural-Forms".split()
)
_FIELD = r"(?im)^{}[ \t]*:[ \t]*(.*?)[ \t]*$"
_REFERENCE = re.compile("\u2068([^\u2069]*)\u2069(:\\d+)?|(\\S+)")
"""A name of a file that has spaces stands in isolates (gettext 0.22)."""


def read(file: str, skipped: Counter[str], left_out: Counter[str]) -> Part:
    """Return the translated entries of a file; obsolete ones are counted in `skipped`.

    The fields of its header that say nothing about its texts (translator, date) are counted in `left_out`.

    Raises TermbaseError, with the line, if the file cannot be read or a line belongs to no entry.
    """
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        raise os_error(error, file, "read") from error
    document = Document(file, *decode(data, file, declared_encoding(data)), ())
    found = list(po_entries(document.text))
    for entry in found:
        refuse_strays(entry, document)
    header = next((entry.text("msgstr") for entry in found if entry.is_header), "")
    if fields := [name for name in re.findall(r"(?m)^([\w-]+):", header) if name not in _READ]:
        left_out["fields of the header"] += len(fields)
    messages = (entry for entry in found if "msgid" in entry.strings and not entry.is_header)
    entries = [made for entry in messages for made in _entries(entry, document, skipped)]
    return Part(*languages_in(header), entries)


def languages_in(header: str) -> tuple[str, str]:
    """Return the source and target language that a header names, as it spells them; "" if it does not."""
    source = _field(header, "X-Source-Language")
    return "" if source in _NO_LANGUAGE else source, _field(header, "Language")


def refuse_strays(entry: PoEntry, document: Document) -> None:
    """Raise TermbaseError, with the line, if a line belongs to no string or comment."""
    if entry.strays:
        raise TermbaseError(
            "is not a line of a PO file: a string must be in quotation marks, those in it as \\\"",
            file=document.file, line=document.place(entry.strays[0]).line, hint="correct it, or run msgfmt -c",
        )  # fmt: skip


def _field(header: str, name: str) -> str:
    match = re.search(_FIELD.format(name), header)
    return match[1] if match else ""


def _entries(entry: PoEntry, document: Document, skipped: Counter[str]) -> Iterator[Entry]:
    if entry.is_obsolete:
        skipped["obsolete"] += 1
        return
    items = tuple(_items(entry))
    notes = tuple(_paragraphs(entry, ""))
    for source, target, plural in _forms(entry):
        sides = _side(source, document), _side(target, document)._replace(notes=notes)
        found = Entry(*sides, items=(*items, *plural))
        if is_translated(found, skipped):
            yield found


def _side(string: PoString, document: Document) -> Side:
    return Side((string.text,) if string.text else (), document.place(string.start))


def _forms(entry: PoEntry) -> Iterator[tuple[PoString, PoString, tuple[Element, ...]]]:
    """Yield source, target and marks of an entry, or of each of its plural forms."""
    singular, plural = entry.strings["msgid"], entry.strings.get("msgid_plural")
    if plural is None:
        yield from ((singular, form, ()) for form in entry.forms[:1])
    else:
        yield from plural_forms(singular, plural, entry.forms, lambda string: string.text)


def plural_forms(
    singular: Text, plural: Text, forms: Sequence[Text], text_of: Callable[[Text], str]
) -> Iterator[tuple[Text, Text, tuple[Element, ...]]]:
    """Yield source, target and marks of each plural form of a message of gettext.

    The first form translates `singular`, the others `plural`. If there is one form only, as in Chinese, it
    translates both.
    """
    for number, form in enumerate(forms):
        mark = prop(marks.PLURAL_FORM, str(number))
        if number == 0 and (len(forms) > 1 or text_of(singular) != text_of(plural)):
            yield singular, form, (mark,)
        if number > 0 or len(forms) == 1:
            yield plural, form, (mark, prop(marks.SINGULAR, text_of(singular)))


def _paragraphs(entry: PoEntry, kind: str) -> Iterator[str]:
    """Yield the comments of a kind; one goes on over several lines, to a line without text."""
    lines = (comment.text for comment in entry.comments if comment.kind == kind)
    for has_text, paragraph in groupby(lines, key=lambda line: bool(line.strip())):
        if has_text:
            yield "\n".join(paragraph)


def _items(entry: PoEntry) -> Iterator[Element]:
    if context := entry.text("msgctxt"):
        yield prop(marks.CONTEXT, context)
    yield from (Element("note", {}, (note,)) for note in _paragraphs(entry, "."))
    for kind, text in entry.comments:
        if kind == ":":
            for isolated, line, bare in _REFERENCE.findall(text):
                yield prop(marks.REFERENCE, bare or isolated + line)
        elif kind == ",":
            flags = [flag.strip() for flag in text.split(",") if flag.strip()]
            yield from (marks.fuzzy() if flag == "fuzzy" else prop(marks.FLAG, flag) for flag in flags)
        elif kind == "|":
            yield prop(marks.PREVIOUS, text)
