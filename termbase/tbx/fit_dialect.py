"""Adapts a termbase to a TBX dialect: what the dialect cannot hold is moved to a note or left out, and reported.

Start from `fit`. A field or element that the dialect does not allow, or not at that level, becomes a note that
begins with its name, such as `definition: ...`. Ids and dates that the standard does not allow are rewritten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from termbase.model import (
    ConceptEntry,
    Extra,
    LanguageSection,
    Markup,
    PartOfSpeech,
    TermSection,
    Termbase,
    read_part_of_speech,
)
from termbase.severity import Severity
from termbase.tbx.categories import Dialect, categories_of
from termbase.tbx.describe import category, value
from termbase.tbx.elements import context_element, definition_element, transaction_element
from termbase.tbx.finding import TermbaseFinding
from termbase.tbx.identifiers import ids_of, renamed_ids, standard_date
from termbase.tbx.markup import is_comment
from termbase.tbx.serialize import TbxForm
from termbase.tbx.structure import VERSION_2, VERSION_3
from termbase.tbx.vocabulary import status_value

_GENERAL_PART_OF_SPEECH = {PartOfSpeech.PROPER_NOUN: PartOfSpeech.NOUN}
Level = TypeVar("Level", ConceptEntry, LanguageSection, TermSection)
_VERSION_2_PARTS_OF_SPEECH = frozenset(PartOfSpeech)


def fit(termbase: Termbase, form: TbxForm, dialect: Dialect) -> tuple[Termbase, list[TermbaseFinding]]:
    """Return the termbase adapted to a form and dialect, and a finding for each item changed or left out."""
    fitter = _Fitter(form, dialect)
    return fitter.termbase(termbase), fitter.findings


def needed_dialect(termbase: Termbase) -> Dialect:
    """Return TBX-Linguist if the termbase uses a data category that only TBX-Linguist has, else TBX-Basic."""
    linguist = categories_of(Dialect.LINGUIST).keys() - categories_of(Dialect.BASIC).keys()
    for entry in termbase:
        for _, term in entry.terms():
            if any(_types(extra.element) & linguist for extra in term.extras):
                return Dialect.LINGUIST
    return Dialect.BASIC


def _types(element: Markup) -> set[str]:
    found = {text for name, text in element.attributes if name == "type"}
    return found.union(*(_types(part) for part in element.content if isinstance(part, Markup)))


class _Fitter:
    def __init__(self, form: TbxForm, dialect: Dialect) -> None:
        self.is_version_2 = form is TbxForm.TBX2
        self.structure = VERSION_2 if self.is_version_2 else VERSION_3
        self.categories = categories_of(dialect)
        self.findings: list[TermbaseFinding] = []
        self.ids: dict[str, str] = {}
        self.known: set[str] = set()
        self.path = ""

    def termbase(self, termbase: Termbase) -> Termbase:
        ids = ids_of(termbase)
        self.ids, self.known = renamed_ids(ids), set(ids)
        for old, new in self.ids.items():
            self._report("T703", f"id {old!r} is not a valid XML id: written as {new!r}")
        taken: set[str] = set()
        entries = [self._concept(entry, taken) for entry in termbase]
        extras = [self._extra(extra, "tbxHeader", "") for extra in termbase.extras]
        return replace(
            termbase,
            entries=tuple(entry for entry in entries if entry.languages),
            extras=tuple(extra for extra in extras if extra),
        )

    def _report(self, code: str, message: str) -> None:
        self.findings.append(TermbaseFinding(code, Severity.WARNING, message, path=self.path))

    def _concept(self, entry: ConceptEntry, taken: set[str]) -> ConceptEntry:
        self.path = entry.id
        identifier = self.ids.get(entry.id, entry.id)
        while identifier in taken:
            identifier += "-2"
            self._report("T703", f"the id is already used: written as {identifier!r}")
        taken.add(identifier)
        notes = list(entry.notes)
        subject = entry.subject_field
        if subject and not self._allows("subjectField", "conceptEntry", subject):
            notes.append(self._moved("subjectField", subject))
            subject = None
        entry = self._prose(entry, "conceptEntry", notes)
        languages = [self._language(entry.id, section) for section in entry.languages]
        self.path = entry.id
        extras = self._extras(entry.extras, "conceptEntry", notes.append)
        kept = tuple(section for section in languages if section.terms)
        if not kept:
            self._report("T704", "a concept without terms is left out")
        return replace(
            entry,
            id=identifier,
            subject_field=subject,
            notes=tuple(notes),
            languages=kept,
            extras=extras,
        )

    def _language(self, concept: str, section: LanguageSection) -> LanguageSection:
        self.path = f"{concept}/{section.language}"
        if not section.terms:
            self._report("T704", "a language section without terms is left out")
        if section.id and not self.is_version_2:
            self._report("T701", "the id of a language section is moved to an empty note")
        notes = list(section.notes)
        section = self._prose(self._with_definitions_of_terms(section), "langSec", notes)
        extras = self._extras(section.extras, "langSec", notes.append)
        terms = tuple(self._term(self.path, term) for term in section.terms)
        return replace(
            section,
            id=self.ids.get(section.id or "", section.id),
            notes=tuple(notes),
            terms=terms,
            extras=extras,
        )

    def _with_definitions_of_terms(self, section: LanguageSection) -> LanguageSection:
        """Move the definitions of terms up to their section if the dialect allows definitions only there."""
        if self._allows("definition", "termSec", "") or not self._allows("definition", "langSec", ""):
            return section
        place, definitions, extras, terms = self.path, list(section.definitions), list(section.extras), []
        for term in section.terms:
            self.path = f"{place}/{term.term}"
            for definition in term.definitions:
                self._report("T701", f"the definition of a term is moved to its language: {definition.text}")
            definitions += [definition for definition in term.definitions if definition not in definitions]
            plain = [definition_element(definition) for definition in term.definitions]
            full = [extra for extra in term.extras if extra.in_place_of in plain]
            extras += full
            others = tuple(extra for extra in term.extras if extra not in full)
            terms.append(replace(term, definitions=(), extras=others))
        self.path = place
        return replace(section, terms=tuple(terms), definitions=tuple(definitions), extras=tuple(extras))

    def _prose(self, level: Level, name: str, notes: list[str]) -> Level:
        """Return a level without the definitions and contexts that it may not have; they become notes."""
        if level.definitions and not self._allows("definition", name, ""):
            notes += [self._moved("definition", value(definition_element(each))) for each in level.definitions]
            level = replace(level, definitions=())
        if level.contexts and not self._allows("context", name, ""):
            notes += [self._moved("context", value(context_element(each))) for each in level.contexts]
            level = replace(level, contexts=())
        return level

    def _term(self, place: str, term: TermSection) -> TermSection:
        self.path = f"{place}/{term.term}"
        notes = list(term.notes)
        term = self._part_of_speech(term, notes)
        values = {
            "part_of_speech": ("partOfSpeech", term.part_of_speech),
            "type": ("termType", term.type and term.type.value),
            "geographical_usage": ("geographicalUsage", term.geographical_usage),
            "status": ("administrativeStatus", term.status and status_value(term.status)),
        }
        emptied: dict[str, Any] = {}
        for field, (name, text) in values.items():
            if text and not self._allows(name, "termSec", text):
                notes.append(self._moved(name, text))
                emptied[field] = None
        term = replace(term, **emptied)
        term = self._prose(term, "termSec", notes)
        if term.sources and not self._allows("source", "termSec", ""):
            notes += [self._moved("source", source) for source in term.sources]
            term = replace(term, sources=())
        term = self._transactions(term, notes)
        extras = self._extras(term.extras, "termSec", notes.append)
        return replace(term, id=self.ids.get(term.id or "", term.id), notes=tuple(notes), extras=extras)

    def _part_of_speech(self, term: TermSection, notes: list[str]) -> TermSection:
        text = term.part_of_speech
        if not text or self._allows("partOfSpeech", "termSec", text):
            return term
        part = read_part_of_speech(text)
        general = part and _GENERAL_PART_OF_SPEECH.get(part, part)
        if part is None or general is None or not self._allows("partOfSpeech", "termSec", general):
            return term
        if general is part:
            self._report("T705", f"partOfSpeech {text!r} is written as {part.value!r}")
        else:
            notes.append(self._moved("partOfSpeech", part))
        return replace(term, part_of_speech=general)

    def _transactions(self, term: TermSection, notes: list[str]) -> TermSection:
        kept = []
        for transaction in term.transactions:
            date = standard_date(transaction.date)
            if not self._allows("transactionType", "termSec", transaction.type):
                notes.append(self._moved("transaction", value(transaction_element(transaction))))
                continue
            if date is None and not self.is_version_2:
                notes.append(self._moved("date", transaction.date))
                transaction = replace(transaction, date="")
            elif date and date != transaction.date and not self.is_version_2:
                self._report("T705", f"date {transaction.date!r} is written as {date!r}")
                transaction = replace(transaction, date=date)
            kept.append(transaction)
        return replace(term, transactions=tuple(kept))

    def _extras(self, extras: Iterable[Extra], level: str, add_note: Callable[[str], None]) -> tuple[Extra, ...]:
        kept = []
        for extra in extras:
            fitted = self._extra(extra, level, level)
            if fitted:
                kept.append(fitted)
            elif extra.in_place_of is None:
                add_note(self._moved(category(extra.element) or extra.element.name, value(extra.element)))
        return tuple(kept)

    def _extra(self, extra: Extra, parent: str, level: str) -> Extra | None:
        """Return the extra adapted to the form, or None if the form cannot hold its element."""
        fitted = self._element(extra.element, parent, level)
        if fitted is None:
            if extra.in_place_of is not None:
                self._report("T702", f"left out: everything in <{extra.element.name}> except its text")
            elif not level:
                self._report("T702", f"left out: <{extra.element.name}> of the header")
            return None
        if extra.in_place_of is None:
            return Extra(fitted)
        reported = len(self.findings)
        plain = self._element(extra.in_place_of, parent, level)
        del self.findings[reported:]  # the findings for the full form already cover the plain form
        return Extra(fitted, plain)

    def _element(self, element: Markup, parent: str, level: str) -> Markup | None:
        """Return an element with the content that the form allows, or None if it does not allow the element."""
        if is_comment(element):
            return element
        content = self.structure.get(element.name)
        if content is None or (level and not self._fits_parent(element.name, parent)):
            return None
        kind = category(element)
        if level and kind and not self._allows(kind, level, element.text(), element.name):
            return None
        attributes = tuple(pair for pair in map(self._attribute, element.attributes) if pair[1] is not None)
        known = content.required | content.optional
        kept = tuple((name, str(text)) for name, text in attributes if name in known)
        for name in {name for name, _ in element.attributes} - {name for name, _ in kept}:
            self._report("T702", f"left out: the attribute {name} of <{element.name}>")
        if content.required - {name for name, _ in kept}:
            return None
        parts: list[str | Markup] = []
        for part in element.content:
            fitted = part if isinstance(part, str) else self._element(part, element.name, level)
            if fitted is not None:
                parts.append(self._date(fitted) if isinstance(fitted, Markup) else fitted)
            elif content.has_text and isinstance(part, Markup):
                self._report("T702", f"left out: the inline element <{part.name}>; its text is kept")
                parts.append(part.text())
            else:
                return None
        return Markup(element.name, kept, _joined(parts))

    def _date(self, element: Markup) -> Markup:
        date = standard_date(element.text())
        if element.name != "date" or self.is_version_2 or date in (None, element.text()):
            return element
        self._report("T705", f"date {element.text()!r} is written as {date!r}")
        return replace(element, content=(str(date),))

    def _attribute(self, pair: tuple[str, str]) -> tuple[str, str | None]:
        name, text = pair
        if name == "id":
            return name, self.ids.get(text, text)
        if name != "target" or text.startswith(("http://", "https://")):
            return name, text
        return name, self.ids.get(text, text) if text in self.known else None

    def _fits_parent(self, name: str, parent: str) -> bool:
        names = self.structure[parent].slots
        if any(name in slot.names for slot in names):
            return True
        return parent == "termSec" and self.is_version_2 and name in ("termNoteGrp", "termCompList")

    def _allows(self, name: str, level: str, text: str, element: str = "") -> bool:
        """Return whether the dialect allows a category at a level with a value.

        Version 2 leaves that question to its XCS file, so only parts of speech are checked there.
        """
        if self.is_version_2:
            return name != "partOfSpeech" or text in _VERSION_2_PARTS_OF_SPEECH
        known = self.categories.get(name)
        if known is None or level not in known.levels or (element and element != known.element):
            return False
        return not known.values or not text or text in known.values

    def _moved(self, name: str, text: str) -> str:
        self._report("T701", f"{name} is moved to a note: {text}")
        return f"{name}: {text}"


def _joined(parts: list[str | Markup]) -> tuple[str | Markup, ...]:
    """Join neighbouring texts into one, as a reader of the written file would return them."""
    joined: list[str | Markup] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        else:
            joined.append(part)
    return tuple(joined)
