"""Adapts a termbase to a TBX dialect: what the dialect cannot hold is moved to a note or left out, and reported.

Start from `fit`. A field or element that the dialect does not allow, or not at that level, becomes a note that
begins with its name, such as `definition: ...`. Ids and dates that the standard does not allow are rewritten.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from termbase.language import ENGLISH
from termbase.model import (
    COMMENT,
    INSTRUCTION,
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
from termbase.tbx.describe import beyond_field, label, value
from termbase.tbx.finding import TermbaseFinding
from termbase.tbx.fit.fit_element import ElementFitter, standard_tag
from termbase.tbx.standard.categories import Dialect, categories_of
from termbase.tbx.standard.identifiers import NewIds, ids_of, standard_date
from termbase.tbx.standard.vocabulary import status_value
from termbase.tbx.xml.elements import context_element, definition_element, transaction_element
from termbase.tbx.xml.serialize import TbxForm

_GENERAL_PART_OF_SPEECH = {PartOfSpeech.PROPER_NOUN: PartOfSpeech.NOUN}
Level = TypeVar("Level", ConceptEntry, LanguageSection, TermSection)


def fit(termbase: Termbase, form: TbxForm, dialect: Dialect) -> tuple[Termbase, list[TermbaseFinding]]:
    """Return the termbase adapted to a form and dialect, and a finding for each item changed or left out."""
    left_out: set[str] = set()
    while True:
        fitter = _Fitter(termbase, form, dialect, left_out)
        fitted = fitter.termbase(termbase)
        gone = fitter.targets_left_out(fitted)
        if not gone:
            return fitted, fitter.findings
        left_out |= gone  # references to what is left out must not be written


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
    def __init__(self, termbase: Termbase, form: TbxForm, dialect: Dialect, left_out: Collection[str]) -> None:
        self.is_version_2 = form is TbxForm.TBX2
        self.findings: list[TermbaseFinding] = []
        self.path = ""
        self.ids = NewIds(termbase, left_out, self._report)
        self.elements = ElementFitter(form, dialect, self.ids, self._report)

    def termbase(self, termbase: Termbase) -> Termbase:
        entries = [self._concept(entry) for entry in termbase]
        self.path = ""
        extras = [self._extra(extra, "tbxHeader", "") for extra in termbase.extras]
        return replace(
            termbase,
            language=standard_tag(termbase.language) or ENGLISH,
            entries=tuple(entry for entry in entries if entry.languages),
            extras=tuple(self._once([extra for extra in extras if extra])),
        )

    def targets_left_out(self, fitted: Termbase) -> set[str]:
        """Return the ids to which references are kept, but that nothing in the fitted termbase has."""
        targets = self.ids.targets
        written = set(ids_of(fitted)) if targets else set()
        return {old for old, new in targets.items() if new not in written}

    def _report(self, code: str, message: str) -> None:
        self.findings.append(TermbaseFinding(code, Severity.WARNING, message, path=self.path))

    def _once(self, extras: Iterable[Extra]) -> Iterator[Extra]:
        """Yield the parts of the header, each once; comments may be many, and in version 2 descriptions too.

        Title and description are written from the fields, unless a part stands in their place.
        """
        seen = {"titleStmt", "sourceDesc"}
        repeatable = {COMMENT, INSTRUCTION, *(["sourceDesc"] if self.is_version_2 else [])}
        for extra in extras:
            name = extra.element.name
            if name in seen - repeatable and extra.in_place_of is None:
                self._report("T702", f"left out: a second <{name}> of the header: {value(extra.element)}")
                continue
            seen.add(name)
            yield extra

    def _concept(self, entry: ConceptEntry) -> ConceptEntry:
        self.path = entry.id
        identifier = self.ids.of_concept(entry.id)
        notes = list(entry.notes)
        subject = entry.subject_field
        if subject and not self.elements.allows("subjectField", "conceptEntry", subject):
            notes.append(self._moved("subjectField", subject))
            subject = None
        entry = self._prose(entry, "conceptEntry", notes)
        languages = tuple(self._language(entry.id, section) for section in entry.languages)
        self.path = entry.id
        extras = self._extras(entry.extras, "conceptEntry", notes.append)
        return replace(
            entry, id=identifier, subject_field=subject, notes=tuple(notes), languages=languages, extras=extras
        )

    def _language(self, concept: str, section: LanguageSection) -> LanguageSection:
        self.path = place = f"{concept}/{section.language}"
        if section.id and not self.is_version_2:
            self._report("T701", "the id of a language section is moved to an empty note")
        notes = list(section.notes)
        section = self._prose(self._with_definitions_of_terms(section), "langSec", notes)
        extras = self._extras(section.extras, "langSec", notes.append)
        identifier = self.ids.of_element(section.id) if section.id else None
        terms = tuple(self._term(place, term) for term in section.terms)
        return replace(
            section,
            id=identifier,
            notes=tuple(notes),
            terms=terms,
            extras=extras,
        )

    def _with_definitions_of_terms(self, section: LanguageSection) -> LanguageSection:
        """Move the definitions of terms up to their section if the dialect allows definitions only there."""
        if not any(term.definitions for term in section.terms) or not self._moves_definitions():
            return section
        place, definitions, extras, terms = self.path, list(section.definitions), list(section.extras), []
        for term in section.terms:
            self.path = f"{place}/{term.term}"
            for definition in term.definitions:
                text = value(definition_element(definition))
                self._report("T701", f"the definition of a term is moved to its language: {text}")
            definitions += [definition for definition in term.definitions if definition not in definitions]
            plain = [definition_element(definition) for definition in term.definitions]
            full = [extra for extra in term.extras if extra.in_place_of in plain]
            extras += full
            others = tuple(extra for extra in term.extras if extra not in full)
            terms.append(replace(term, definitions=(), extras=others))
        self.path = place
        return replace(section, terms=tuple(terms), definitions=tuple(definitions), extras=tuple(extras))

    def _moves_definitions(self) -> bool:
        has_place_at_term = self.elements.allows("definition", "termSec", "")
        return self.elements.allows("definition", "langSec", "") and not has_place_at_term

    def _prose(self, level: Level, name: str, notes: list[str]) -> Level:
        """Return a level without the definitions and contexts that it may not have; they become notes."""
        if level.definitions and not self.elements.allows("definition", name, ""):
            notes += [self._moved("definition", value(definition_element(each))) for each in level.definitions]
            level = replace(level, definitions=())
        if level.contexts and not self.elements.allows("context", name, ""):
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
            if text and not self.elements.allows(name, "termSec", text):
                notes.append(self._moved(name, text))
                emptied[field] = None
        term = replace(term, **emptied)
        term = self._prose(term, "termSec", notes)
        if term.sources and not self.elements.allows("source", "termSec", ""):
            notes += [self._moved("source", source) for source in term.sources]
            term = replace(term, sources=())
        term = self._transactions(term, notes)
        identifier = self.ids.of_element(term.id) if term.id else None
        extras = self._extras(term.extras, "termSec", notes.append)
        return replace(term, id=identifier, notes=tuple(notes), extras=extras)

    def _part_of_speech(self, term: TermSection, notes: list[str]) -> TermSection:
        text = term.part_of_speech
        if not text or self.elements.allows("partOfSpeech", "termSec", text):
            return term
        part = read_part_of_speech(text)
        general = part and _GENERAL_PART_OF_SPEECH.get(part, part)
        if part is None or general is None or not self.elements.allows("partOfSpeech", "termSec", general):
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
            if not self.elements.allows("transactionType", "termSec", transaction.type):
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
            elif extra.in_place_of is None and not value(extra.element):
                self._report("T702", f"left out: an empty <{extra.element.name}>: {label(extra.element)}")
            elif extra.in_place_of is None:
                add_note(self._moved(label(extra.element), value(extra.element)))
        return tuple(kept)

    def _extra(self, extra: Extra, parent: str, level: str) -> Extra | None:
        """Return the extra adapted to the form, or None if the form cannot hold its element."""
        reported = len(self.findings)
        fitted = self.elements.fitted(extra.element, parent, level)
        if fitted is None:
            del self.findings[reported:]  # the whole element is reported instead
            if extra.in_place_of is not None:
                for part in beyond_field(extra):
                    self._report("T702", f"left out: {part}")
            elif not level:
                self._report("T702", f"left out: <{extra.element.name}> of the header")
            return None
        if extra.in_place_of is None:
            return Extra(fitted)
        reported = len(self.findings)
        plain = self.elements.fitted(extra.in_place_of, parent, level)
        del self.findings[reported:]  # the findings for the full form already cover the plain form
        return Extra(fitted, plain)

    def _moved(self, name: str, text: str) -> str:
        self._report("T701", f"{name} is moved to a note: {text}")
        return f"{name}: {text}"
