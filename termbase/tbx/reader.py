"""Reads TBX files: version 3 (styles DCA and DCT), version 2 (`tig` and `ntig`), and the older TBX-Min.

The version and style are recognised by the element names. Start from `read_file`, or from `read` if the repairs are
not needed. The file is parsed part by part (`termbase.tbx.xml.stream`); a `Draft` reads each level and keeps the
elements for which the model has no field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from termbase.errors import TermbaseError, os_error
from termbase.garbage import no_collection
from termbase.language import UNDETERMINED, canonical, leaves_region_open, leaves_script_open, region_style
from termbase.model import (
    COMMENT,
    INSTRUCTION,
    AdministrativeStatus,
    ConceptEntry,
    Extra,
    LanguageSection,
    PartOfSpeech,
    TermSection,
    TermType,
    Termbase,
)
from termbase.tbx.finding import Reading
from termbase.tbx.reading.fast_dataclass import maker
from termbase.tbx.reading.level_reader import CONCEPT, LANGUAGE, TERM, Draft
from termbase.tbx.reading.reader_findings import Remarks
from termbase.tbx.standard.identifiers import id_and_extras
from termbase.tbx.standard.vocabulary import PROPER_NOUN_NOTE, XML_LANG, status_value
from termbase.tbx.xml.elements import source_element, title_element
from termbase.tbx.xml.markup import dca_name, elements_in, markup, text_of
from termbase.tbx.xml.parse import local_name
from termbase.tbx.xml.source import read_source
from termbase.tbx.xml.stream import stream
from termbase.tbx.xml.xml_errors import what_it_is

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOTS = ("tbx", "martif", "TBX")
_STATUS: dict[str | None, AdministrativeStatus | None] = {
    None: None,
    **{status_value(status): status for status in AdministrativeStatus},
}
_PART_OF_SPEECH: dict[str | None, PartOfSpeech] = {part.value: part for part in PartOfSpeech}
_TERM_TYPE: dict[str | None, TermType | None] = {None: None, **{kind.value: kind for kind in TermType}}
_concept_entry, _language_section, _term_section = maker(ConceptEntry), maker(LanguageSection), maker(TermSection)


def read(file: str) -> Termbase:
    """Return the termbase of a TBX file.

    Raises TermbaseError if the file cannot be read, or is not well-formed XML or not TBX.
    """
    return read_file(file).termbase


def read_file(file: str) -> Reading:
    """Return the termbase of a TBX file with the findings of reading it. Raises TermbaseError as `read` does."""
    try:
        return load_with_findings(Path(file).read_bytes(), file)
    except OSError as error:
        raise os_error(error, file, "read") from error


def load(data: bytes, file: str) -> Termbase:
    """Return the termbase in the bytes of a TBX file; `file` is its name in messages. Raises as `read` does."""
    return load_with_findings(data, file).termbase


def load_with_findings(data: bytes, file: str, tag_of_name: Callable[[str], str] | None = None) -> Reading:
    """Return the termbase in the bytes of a TBX file with the findings of reading it. Raises as `read` does.

    `tag_of_name` returns the tag of a language that the file calls by its name (`Chinese (Taiwan)`), or "".
    """
    source = read_source(data, file)
    reader, number = _Reader(file, tag_of_name), 0
    try:
        with no_collection():  # a termbase has no cycles, and the search takes 1/7 of the time
            for element, number in stream(source):
                reader.take(element, is_root=number == 0)
                reader.remarks.settle(element, number)
    except RecursionError:
        line = source.places_of({number})[number][0]
        raise TermbaseError(
            "nests its elements too deeply", file=file, line=line, hint="check that it is a termbase"
        ) from None
    return Reading(reader.termbase(), (*source.findings, *reader.remarks.findings(source)))


class _Reader:
    """Builds a termbase from the parts that the stream yields."""

    def __init__(self, file: str, tag_of_name: Callable[[str], str] | None) -> None:
        self.file = file
        self.tag_of_name = tag_of_name
        self.remarks = Remarks()
        self.entries: list[ConceptEntry] = []
        self.extras: list[Extra] = []
        self.title = self.description = ""
        self.language = "en"
        self.is_in_body = False
        self.without_region: set[str] = set()
        """The tags without a region that have been reported, as they are written."""
        self.comments: list[Extra] = []
        """Comments between concepts; each is kept with the concept that follows it."""

    def take(self, element: Element, is_root: bool) -> None:
        name = dca_name(element.tag)[0]
        if name == "conceptEntry":
            self.entries.append(self._concept(element))
        elif name in (COMMENT, INSTRUCTION):
            self._comment(element)
        elif is_root:
            self._root(element)
        elif name in ("tbxHeader", "header"):
            self._header(element)
        elif name == "back":
            self.extras.append(Extra(markup(element)))
        elif name in ("text", "body"):
            self.is_in_body = name == "body"
            self._skip_text(element.text, element)
        else:
            self._skip_stranger(element)
        self._skip_text(element.tail, element)

    def termbase(self) -> Termbase:
        title = self.title or Path(self.file).stem
        description = "" if self.description == title else self.description
        if self.comments and self.entries:
            last = self.entries.pop()
            self.entries.append(replace(last, extras=(*last.extras, *self.comments)))
        return Termbase(tuple(self.entries), title, description, self.language, tuple(self.extras))

    def _root(self, root: Element) -> None:
        if local_name(root) not in _ROOTS:
            raise TermbaseError(
                f"is not TBX: its root is <{local_name(root)}>",
                file=self.file,
                line=1,
                hint=what_it_is(local_name(root)),
            )
        self.language = root.get(XML_LANG) or "en"
        self._skip_text(root.text, root)

    def _comment(self, element: Element) -> None:
        """Keep a comment or instruction, except one that names a schema: it may not fit the written file."""
        if not (element.text or "").startswith("xml-model "):
            (self.comments if self.is_in_body else self.extras).append(Extra(markup(element)))

    def _skip_stranger(self, element: Element) -> None:
        """Report an element that may not stand here (beside concepts or in `text`), but read the concepts in it."""
        markup(element)  # raises RecursionError if it is nested too deeply
        concepts = [part for part in element.iter() if dca_name(part.tag)[0] == "conceptEntry"]
        but = " except its concepts" if concepts else ""
        self.remarks.add("T609", f"skipped{but}: <{local_name(element)}> is not allowed here", element)
        self.entries += map(self._concept, concepts)

    def _skip_text(self, text: str | None, element: Element) -> None:
        if text and (text := text.strip()):
            self.remarks.add("T609", f"skipped: text is not allowed here: {text}", element)

    def _header(self, header: Element) -> None:
        if local_name(header) == "header":
            parts = {
                local_name(child): text_of(child) or " ".join(child.attrib.values())
                for child in elements_in(header)
            }
            self.title = parts.pop("id", "")
            self.description = "\n".join(filter(None, (parts.pop("description", ""), *_labelled(parts))))
            return
        for child in header:
            for part in child if _is(child, "fileDesc") else [child]:
                self._header_part(part)

    def _header_part(self, part: Element) -> None:
        full = markup(part)
        if full.name == "titleStmt" and not self.title:
            self.title = next((text_of(child) for child in part if _is(child, "title")), "")
            plain = title_element(self.title)
        elif full.name == "sourceDesc" and not self.description:
            texts = [part.text or "", *(text_of(child) for child in elements_in(part))]
            self.description = "\n".join(" ".join(text.split()) for text in texts if text.strip())
            plain = source_element(self.description or self.title)
        else:
            self.extras.append(Extra(full))
            return
        if full != plain:
            self.extras.append(Extra(full, plain))

    def _concept(self, element: Element) -> ConceptEntry:
        draft = Draft(CONCEPT, self.remarks)
        draft.fill(element)
        identifier = element.get("id")
        if not identifier:
            identifier = f"concept-{len(self.entries) + 1}"
            self.remarks.add("T607", f"a concept without id gets the id {identifier}", element)
        extras = (*self.comments, *draft.extras)
        self.comments.clear()
        return _concept_entry(
            identifier,
            tuple([self._language(part) for part in draft.parts]),
            draft.values.get("subjectField"),
            tuple(draft.definitions),
            tuple(draft.contexts),
            tuple(draft.notes),
            extras,
            draft.kind,
        )

    def _language(self, element: Element) -> LanguageSection:
        draft = Draft(LANGUAGE, self.remarks)
        draft.fill(element)
        terms: list[TermSection] = []
        for part in draft.parts:
            terms += self._terms(part)
        identifier, extras = id_and_extras(element.get("id"), draft.extras)
        return _language_section(
            self._tag(element, terms),
            tuple(terms),
            identifier,
            tuple(draft.definitions),
            tuple(draft.contexts),
            tuple(draft.notes),
            extras,
        )

    def _tag(self, element: Element, terms: Sequence[TermSection]) -> str:
        tag = element.get(XML_LANG) or element.get("lang")
        if not tag:
            self.remarks.add("T608", "a language section without xml:lang is read as und (undetermined)", element)
            return UNDETERMINED
        try:
            language = canonical(tag)
        except TermbaseError as error:
            tag = self.tag_of_name(tag) if self.tag_of_name else ""
            shown = region_style(canonical(tag)) if tag else f"{UNDETERMINED} (undetermined)"
            self.remarks.add("T608", f"{error.message}: read as {shown}", element)
            if not tag:
                return UNDETERMINED
            language = canonical(tag)
        if leaves_region_open(tag) and tag not in self.without_region:
            self.without_region.add(tag)
            self.remarks.add("T610", f"{tag} names no region: read as {region_style(language)}", element)
        if not leaves_script_open(tag):
            return language
        from termbase.text.detect import chinese_of

        shown = canonical(chinese_of("\n".join(term.term for term in terms)))
        if shown != language:
            message = f"{tag} names no script, and its terms are Traditional: read as {region_style(shown)}"
            self.remarks.add("T608", message, element)
        return shown

    def _terms(self, element: Element) -> list[TermSection]:
        """Return the term of a `termSec`, or several if the file has several terms in one `termSec`."""
        draft = Draft(TERM, self.remarks)
        draft.fill(element)
        value = draft.values.get
        part_of_speech = value("partOfSpeech")
        if PROPER_NOUN_NOTE in draft.notes and part_of_speech in (None, PartOfSpeech.NOUN):
            part_of_speech = PartOfSpeech.PROPER_NOUN
            draft.notes = [note for note in draft.notes if note != PROPER_NOUN_NOTE]
        first = _term_section(
            value("term", ""),
            _STATUS[value("administrativeStatus")],
            _PART_OF_SPEECH.get(part_of_speech, part_of_speech),
            _TERM_TYPE[value("termType")],
            value("geographicalUsage"),
            tuple(draft.contexts),
            tuple(draft.notes),
            tuple(draft.transactions),
            draft.proposed,
            element.get("id"),
            tuple(draft.definitions),
            tuple(draft.sources),
            tuple(draft.extras),
            draft.confidence,
        )
        return [first, *map(TermSection, draft.more_terms)] if draft.more_terms else [first]


def _labelled(parts: dict[str, str]) -> Iterable[str]:
    return (f"{name}: {text}" for name, text in parts.items() if text)


def _is(element: Element, name: str) -> bool:
    return local_name(element) == name
