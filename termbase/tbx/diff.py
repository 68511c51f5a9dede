"""Compares two termbases concept by concept, for review. Start from `diff`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from termbase.language import region_style
from termbase.model import ConceptEntry, TermSection, Termbase
from termbase.tbx.describe import one_line
from termbase.tbx.elements import concept_elements, language_elements, term_elements
from termbase.tbx.same_concept import matched


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
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


def diff(old: Termbase, new: Termbase) -> list[ConceptDiff]:
    """Return the concepts that differ: those of the old termbase in its order, then the added ones."""
    found = []
    for before, after in matched(old, new):
        lines_before, lines_after = statements(before), statements(after)
        removed = tuple(line for line in lines_before if line not in lines_after)
        added = tuple(line for line in lines_after if line not in lines_before)
        entry = after or before
        if entry is not None and (removed or added or before is None or after is None):
            found.append(ConceptDiff(_kind(before, after), entry.id, _name(entry), removed, added))
    return found


def _kind(before: ConceptEntry | None, after: ConceptEntry | None) -> ChangeKind:
    if before is None:
        return ChangeKind.ADDED
    return ChangeKind.REMOVED if after is None else ChangeKind.CHANGED


def statements(entry: ConceptEntry | None) -> list[str]:
    """Return the content of a concept as lines of one statement each, such as `en: data flow (preferred, noun)`."""
    return list(_statements(entry)) if entry is not None else []


def _statements(entry: ConceptEntry) -> Iterator[str]:
    for element in concept_elements(entry):
        yield one_line(element)
    for section in entry.languages:
        tag = region_style(section.language)
        for element in language_elements(section):
            yield f"{tag}: {one_line(element)}"
        for term in section.terms:
            yield f"{tag}: {term.term}{_qualities(term)}"
            for element in term_elements(term)[1:]:
                if element.name != "termNote":
                    yield f"{tag}: {term.term}: {one_line(element)}"


def _qualities(term: TermSection) -> str:
    notes = [element for element in term_elements(term) if element.name == "termNote"]
    values = [element.text().removesuffix("Term-admn-sts") for element in notes]
    return f" ({', '.join(values)})" if values else ""


def _name(entry: ConceptEntry) -> str:
    """Return the first term of each language, joined by " / "."""
    return " / ".join(section.terms[0].term for section in entry.languages if section.terms)
