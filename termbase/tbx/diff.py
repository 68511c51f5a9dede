"""Compares two termbases concept by concept, for review. Start from `diff`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from termbase.language import region_style
from termbase.model import ConceptEntry, Markup, TermSection, Termbase
from termbase.tbx.align_ids import retargeted
from termbase.tbx.describe import name_of, one_line
from termbase.tbx.same_concept import matched
from termbase.tbx.xml.elements import concept_elements, language_elements, term_elements

_BOOKKEEPING = ("transacGrp", "transac", "date")


class ChangeKind(StrEnum):
    """What happened to a concept, or to a unit of a memory."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class ConceptDiff:
    """One concept that differs. `name` joins its first term in each language, so that a person recognises it.

    `removed` and `added` are the statements (see `statements`) that only the old or only the new termbase makes.
    """

    kind: ChangeKind
    id: str
    name: str
    removed: tuple[Statement, ...] = ()
    added: tuple[Statement, ...] = ()


def diff(old: Termbase, new: Termbase) -> list[ConceptDiff]:
    """Return the concepts that differ: those of the old termbase in its order, then the added ones.

    Dates, users and ids are no differences, nor are references that follow an id.
    """
    found = []
    pairs = list(matched(old, new))
    ids = {after.id: before.id for before, after in pairs if before and after and before.id != after.id}
    for before, after in pairs:
        lines_before, lines_after = statements(before), statements(after and retargeted(after, ids))
        removed = tuple(line for line in lines_before if line not in lines_after)
        added = tuple(line for line in lines_after if line not in lines_before)
        entry = after or before
        if entry is not None and (removed or added or before is None or after is None):
            found.append(ConceptDiff(_kind(before, after), entry.id, name_of(entry), removed, added))
    return found


def _kind(before: ConceptEntry | None, after: ConceptEntry | None) -> ChangeKind:
    if before is None:
        return ChangeKind.ADDED
    return ChangeKind.REMOVED if after is None else ChangeKind.CHANGED


class Statement(str):
    """One statement about a concept as a line of text: `en: data flow (preferred, noun)`.

    `subject` is what it is about, with which the line begins: `en: data flow`. Only a statement that a term exists
    has a `term_language`.
    """

    __slots__ = ("subject", "term_language")
    subject: str
    term_language: str

    @classmethod
    def of(cls, subject: str, rest: str, term_language: str = "") -> Statement:
        """Return the statement with the text `subject` and `rest`."""
        statement = cls(subject + rest)
        statement.subject, statement.term_language = subject, term_language
        return statement


def paired(concept: ConceptDiff) -> Iterator[tuple[Statement | None, Statement | None]]:
    """Yield each removed statement with the added one about the same subject, or None; then the other added ones.

    A term whose spelling has changed is paired with another term of its language.
    """
    left = list(concept.added)
    subjects = {old.subject for old in concept.removed}
    for old in concept.removed:
        same = (new for new in left if new.subject == old.subject)
        terms = (new for new in left if new.term_language and new.subject not in subjects)
        respelt = (new for new in terms if new.term_language == old.term_language)
        new = next(same, None) or next(respelt, None)
        if new is not None:
            left.remove(new)
        yield old, new
    yield from ((None, new) for new in left)


def statements(entry: ConceptEntry | None) -> list[Statement]:
    """Return the content of a concept as lines of one statement each, such as `en: data flow (preferred, noun)`."""
    return list(_statements(entry)) if entry is not None else []


def _statements(entry: ConceptEntry) -> Iterator[Statement]:
    yield from _about("", concept_elements(entry))
    for section in entry.languages:
        tag = region_style(section.language)
        yield from _about(f"{tag}: ", language_elements(section))
        for term in section.terms:
            yield Statement.of(f"{tag}: {term.term}", _qualities(term), tag)
            others = (element for element in term_elements(term)[1:] if element.name != "termNote")
            yield from _about(f"{tag}: {term.term}: ", others)


def _about(place: str, elements: Iterable[Markup]) -> Iterator[Statement]:
    for element in _content(elements):
        name, colon, rest = one_line(element).partition(": ")
        yield Statement.of(place + name, colon + rest)


def _content(elements: Iterable[Markup]) -> Iterator[Markup]:
    """Yield the elements that say something about the concept: not who changed it and when, not carriers of ids."""
    for element in elements:
        if element.name not in _BOOKKEEPING and not (element.name == "note" and not element.content):
            yield element


def _qualities(term: TermSection) -> str:
    notes = [element for element in term_elements(term) if element.name == "termNote"]
    values = [element.text().removesuffix("Term-admn-sts") for element in notes]
    return f" ({', '.join(values)})" if values else ""
