"""TBX files to a Termbase: v3 (DCA and DCT), v2 (`tig` and `ntig`), the older TBX-Min, told apart by element names.

Start from `read_file`, or from `read` where what was repaired is of no interest. A file is streamed concept by
concept; each level is filled by a `Draft`, which keeps what the model has no field for.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from termbase.errors import TermbaseError, os_error
from termbase.language import canonical
from termbase.model import (
    AdministrativeStatus,
    ConceptEntry,
    Extra,
    LanguageSection,
    TermSection,
    TermType,
    Termbase,
)
from termbase.tbx.draft import CONCEPT_FIELDS, LANGUAGE_FIELDS, TERM_FIELDS, Draft
from termbase.tbx.elements import source_element, title_element
from termbase.tbx.finding import Finding
from termbase.tbx.markup import known, markup
from termbase.tbx.parse import local_name, stream
from termbase.tbx.plain import plain_term
from termbase.tbx.remarks import Remarks
from termbase.tbx.source import read_source
from termbase.tbx.vocabulary import XML_LANG, status_value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ROOTS = ("tbx", "martif", "TBX")
UNDETERMINED = "und"
"""The tag of a language that nobody stated (ISO 639-2)."""
_STATUS = {status_value(status): status for status in AdministrativeStatus}


@dataclass(frozen=True, slots=True)
class Reading:
    """A termbase, and what its reader repaired, respelt or could not place."""

    termbase: Termbase
    findings: tuple[Finding, ...] = ()


def read(file: str) -> Termbase:
    """The termbase of a TBX file. Raises TermbaseError where it is unreadable, no XML, or no TBX."""
    return read_file(file).termbase


def read_file(file: str) -> Reading:
    """The termbase of a TBX file, with the findings of reading it. Raises as `read` does."""
    try:
        return load_with_findings(Path(file).read_bytes(), file)
    except OSError as error:
        raise os_error(error, file, "read") from error


def load(data: bytes, file: str) -> Termbase:
    """The termbase in a TBX file's bytes; `file` is for messages."""
    return load_with_findings(data, file).termbase


def load_with_findings(data: bytes, file: str) -> Reading:
    """The termbase in a TBX file's bytes, with the findings of reading it."""
    source = read_source(data, file)
    reader = _Reader(file)
    with _no_collection():
        for element in stream(source):
            reader.take(element)
    return Reading(reader.termbase(), (*source.findings, *reader.remarks.findings))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without the search for reference cycles: a termbase has none, and it takes a seventh of the reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Reader:
    """Makes the parts of a termbase as the stream brings them."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.remarks = Remarks()
        self.entries: list[ConceptEntry] = []
        self.extras: list[Extra] = []
        self.title = self.description = ""
        self.language = "en"

    def take(self, element: Element) -> None:
        name = known(element.tag)[0]
        if name == "conceptEntry":
            self.entries.append(self._concept(element))
        elif name in ("tbxHeader", "header"):
            self._header(element)
        elif name == "back":
            self.extras.append(Extra(markup(element)))
        else:
            self._root(element)

    def termbase(self) -> Termbase:
        title = self.title or Path(self.file).stem
        description = "" if self.description == title else self.description
        return Termbase(tuple(self.entries), title, description, self.language, tuple(self.extras))

    def _root(self, root: Element) -> None:
        if local_name(root) not in _ROOTS:
            raise TermbaseError(
                f"is no TBX: its root is <{local_name(root)}>", file=self.file, line=1, hint="name a .tbx file"
            )
        self.language = root.get(XML_LANG) or "en"
        for text in root.iterchildren("{*}text"):
            self._skip_strangers(text, "body", "back")
            for body in text.iterchildren("{*}body"):
                self._skip_strangers(body, "conceptEntry")

    def _skip_strangers(self, parent: Element, *allowed: str) -> None:
        """Say what stands where only concepts and back matter may."""
        for element in parent:
            if known(element.tag)[0] not in allowed:
                self.remarks.add("T609", f"skipped: <{local_name(element)}> has no place here", element)

    def _header(self, header: Element) -> None:
        if local_name(header) == "header":
            parts = {local_name(child): _text(child) or " ".join(child.values()) for child in header}
            self.title = parts.pop("id", "")
            self.description = "\n".join(filter(None, (parts.pop("description", ""), *_labelled(parts))))
            return
        for child in header:
            for part in child if _is(child, "fileDesc") else [child]:
                self._header_part(part)

    def _header_part(self, part: Element) -> None:
        full = markup(part)
        if full.name == "titleStmt" and not self.title:
            self.title = next((_text(child) for child in part if _is(child, "title")), "")
            plain = title_element(self.title)
        elif full.name == "sourceDesc" and not self.description:
            texts = [part.text or "", *(_text(child) for child in part)]
            self.description = "\n".join(" ".join(text.split()) for text in texts if text.strip())
            plain = source_element(self.description or self.title)
        else:
            self.extras.append(Extra(full))
            return
        if full != plain:
            self.extras.append(Extra(full, plain))

    def _concept(self, element: Element) -> ConceptEntry:
        draft, sections = Draft(CONCEPT_FIELDS, self.remarks), []
        if element.text:
            draft.stray(element.text, element)
        for child in element:
            if known(child.tag)[0] == "langSec":
                sections.append(self._language(child))
                if child.tail:
                    draft.stray(child.tail, child)
            else:
                draft.take(child)
        identifier = element.get("id")
        if not identifier:
            identifier = f"concept-{len(self.entries) + 1}"
            self.remarks.add("T607", f"a concept without id is called {identifier}", element)
        values = draft.values
        return ConceptEntry(
            identifier,
            tuple(sections),
            values.get("subjectField"),
            values.get("definition"),
            tuple(draft.notes),
            tuple(draft.extras),
        )

    def _language(self, element: Element) -> LanguageSection:
        language = self._tag(element)
        terms: list[TermSection] = []
        draft = None
        if element.text and not element.text.isspace():
            draft = Draft(LANGUAGE_FIELDS, self.remarks)
            draft.stray(element.text, element)
        for child in element:
            is_term = known(child.tag)[0] == "termSec"
            if is_term:
                terms += self._terms(child)
                if (tail := child.tail) is None or tail.isspace():
                    continue
            draft = draft or Draft(LANGUAGE_FIELDS, self.remarks)
            if is_term:
                draft.stray(child.tail, child)
            else:
                draft.take(child)
        return LanguageSection(
            language, tuple(terms), *_id_and_extras(element.get("id"), draft.extras if draft else [])
        )

    def _tag(self, element: Element) -> str:
        tag = element.get(XML_LANG) or element.get("lang")
        if not tag:
            self.remarks.add("T608", "a language section without xml:lang is read as und (undetermined)", element)
            return UNDETERMINED
        try:
            return _canonical(tag)
        except TermbaseError as error:
            self.remarks.add("T608", f"{error.message}: read as und (undetermined)", element)
            return UNDETERMINED

    def _terms(self, element: Element) -> list[TermSection]:
        """The term of a `termSec`; more than one where the file has several in it."""
        plain = plain_term(element)
        return self._drafted(element) if plain is None else [plain]

    def _drafted(self, element: Element) -> list[TermSection]:
        draft = Draft(TERM_FIELDS, self.remarks)
        if element.text:
            draft.stray(element.text, element)
        for child in element:
            draft.take(child)
        values = draft.values
        kind = values.get("termType")
        first = TermSection(
            draft.terms[0] if draft.terms else "",
            _STATUS.get(values.get("administrativeStatus", "")),
            values.get("partOfSpeech"),
            TermType(kind) if kind else None,
            values.get("geographicalUsage"),
            tuple(draft.contexts),
            tuple(draft.notes),
            tuple(draft.transactions),
            draft.proposed,
            element.get("id"),
            tuple(draft.extras),
        )
        return [first, *(TermSection(term) for term in draft.terms[1:])]


@lru_cache(maxsize=1000)
def _canonical(tag: str) -> str:
    return canonical(tag)


def _id_and_extras(identifier: str | None, extras: list[Extra]) -> tuple[str | None, tuple[Extra, ...]]:
    """An id of version 2, which version 3 knows only on an empty note, is the section's own again."""
    first = extras[0].element if extras else None
    if identifier or first is None or first.name != "note" or first.content or len(first.attributes) != 1:
        return identifier, tuple(extras)
    return first.attributes[0][1], tuple(extras[1:])


def _labelled(parts: dict[str, str]) -> Iterable[str]:
    return (f"{name}: {text}" for name, text in parts.items() if text)


def _is(element: Element, name: str) -> bool:
    return local_name(element) == name


def _text(element: Element) -> str:
    return "".join(element.itertext()).strip()
