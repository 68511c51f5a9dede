"""Merges two termbases, optionally with the common ancestor (base) of both; every conflict is reported.

Start from `merge`. With a base, a change that only one side made is taken. If both sides changed a value
differently, our value is kept and a `Conflict` reports it. Without a base, nothing is removed, and theirs is added
to ours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from termbase.language import region_style
from termbase.model import (
    AdministrativeStatus,
    ConceptEntry,
    Definition,
    LanguageSection,
    TermSection,
    Termbase,
)
from termbase.tbx.align_ids import aligned, free_id
from termbase.tbx.describe import name_of
from termbase.tbx.same_concept import (
    Counterparts,
    counterparts,
    kept_ids,
    sharing_one_language,
    sharing_two_languages,
    terms_of,
)

_CONCEPT_VALUES = ("subject_field", "kind")
_PROSE_LISTS = ("definitions", "contexts", "notes", "extras")
_TERM_VALUES = ("status", "part_of_speech", "type", "geographical_usage", "proposed", "id")
_TERM_LISTS = (*_PROSE_LISTS, "sources", "transactions")
Item = TypeVar("Item")
Mergeable = TypeVar("Mergeable", ConceptEntry, LanguageSection, TermSection)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that both sides changed differently; the merged termbase has `ours`, or both if `has_both`.

    `concept` is the concept's id; `place` names the changed value, such as `en: data flow: status`.
    """

    concept: str
    place: str
    base: str
    ours: str
    theirs: str
    has_both: bool = False


def merge(ours: Termbase, theirs: Termbase, base: Termbase | None = None) -> tuple[Termbase, list[Conflict]]:
    """Return the merged termbase, with our concepts first, and the conflicts."""
    merger = _Merger()
    origin = counterparts(ours, base, is_family=True) if base else {}
    origin_of_theirs = counterparts(theirs, base, is_family=True) if base else {}
    from_ours = counterparts(ours, theirs, _of_one_origin(ours, theirs, origin, origin_of_theirs))
    renamed = dict(zip(map(id, theirs), aligned(ours, theirs, from_ours), strict=True))
    entries: list[ConceptEntry] = []
    for entry in ours:
        other, start = from_ours.get(id(entry)), origin.get(id(entry))
        if other is not None:
            entries.append(merger.concept(start, entry, renamed[id(other)]))
        elif start is None or not _has_content_of(start, entry):
            entries.append(entry)
            if start is not None:
                merger.conflict(entry.id, "concept", "there", "changed", "removed")
    taken = {id(entry) for entry in from_ours.values()}
    added = [entry for entry in theirs if id(entry) not in taken and id(entry) not in origin_of_theirs]
    for entry in theirs:
        start = origin_of_theirs.get(id(entry))
        if id(entry) not in taken and (start is None or not _has_content_of(start, entry)):
            entries.append(renamed[id(entry)])
            if start is not None:
                merger.conflict(entry.id, "concept", "there", "removed", "changed")
    merger.undecided(ours, theirs, added)
    extras = _three_way(base.extras if base else (), ours.extras, theirs.extras)
    return replace(ours, entries=tuple(_with_own_ids(entries)), extras=extras), merger.conflicts


def _of_one_origin(
    ours: Termbase, theirs: Termbase, origin: Counterparts, origin_of_theirs: Counterparts
) -> Counterparts:
    """Return the pairs of concepts that come from one concept of the base."""
    of_base = {id(origin_of_theirs[id(entry)]): entry for entry in theirs if id(entry) in origin_of_theirs}
    starts = ((entry, origin.get(id(entry))) for entry in ours)
    return {id(entry): of_base[id(start)] for entry, start in starts if start and id(start) in of_base}


def _has_content_of(start: ConceptEntry, entry: ConceptEntry) -> bool:
    return replace(start, id=entry.id) == entry


def _with_own_ids(entries: Iterable[ConceptEntry]) -> Iterable[ConceptEntry]:
    taken: set[str] = set()
    for entry in entries:
        identifier = free_id(entry.id, taken)
        taken.add(identifier)
        yield entry if identifier == entry.id else replace(entry, id=identifier)


class _Merger:
    def __init__(self) -> None:
        self.conflicts: list[Conflict] = []

    def conflict(
        self, concept: str, place: str, base: object, ours: object, theirs: object, *, has_both: bool = False
    ) -> None:
        old, own, other = ("" if value is None else str(value) for value in (base, ours, theirs))
        self.conflicts.append(Conflict(concept, place, old, own, other, has_both))

    def undecided(self, ours: Termbase, theirs: Termbase, added: Sequence[ConceptEntry]) -> None:
        """Report concepts that were added but may be the same as one of ours: both are in the merged termbase."""
        kept = kept_ids(ours) & kept_ids(theirs)
        by_id = {entry.id: entry for entry in reversed(ours.entries)}
        for other in added:
            entry = by_id.get(other.id) if other.id in kept else None
            if entry is not None and not terms_of(entry) & terms_of(other):
                self.conflict(
                    entry.id, "one id, no term in common", "", name_of(entry), name_of(other), has_both=True
                )
        for entry, other in sharing_two_languages(ours, added):
            self.conflict(entry.id, f"also like {other.id}", "", name_of(entry), name_of(other), has_both=True)
        for entry, other, term in sharing_one_language(ours, added):
            self.conflict(entry.id, f"two concepts have {term}", "", name_of(entry), name_of(other), has_both=True)

    def concept(self, base: ConceptEntry | None, ours: ConceptEntry, theirs: ConceptEntry) -> ConceptEntry:
        merged = self._fields(ours.id, "", base, ours, theirs, _CONCEPT_VALUES, _PROSE_LISTS)
        tags = dict.fromkeys(section.language for entry in (ours, theirs) for section in entry.languages)
        sections = (self._language(ours.id, tag, base, ours, theirs) for tag in tags)
        return replace(merged, languages=tuple(section for section in sections if section.terms))

    def _language(
        self, concept: str, tag: str, base: ConceptEntry | None, ours: ConceptEntry, theirs: ConceptEntry
    ) -> LanguageSection:
        starts, own, other = (_section(entry, tag) for entry in (base, ours, theirs))
        terms = []
        keyed = [_keyed(section) for section in (starts, own, other)]
        for key in dict.fromkeys((*keyed[1], *keyed[2])):
            start, mine, yours = (terms_of_side.get(key) for terms_of_side in keyed)
            place = f"{region_style(tag)}: {key[0]}"
            if mine and yours:
                if start is None and not (mine.proposed and yours.proposed):  # what one side attests is attested
                    mine, yours = replace(mine, proposed=False), replace(yours, proposed=False)
                terms.append(self._fields(concept, place, start, mine, yours, _TERM_VALUES, _TERM_LISTS))
            elif left := mine or yours:
                if start is not None and start != left:
                    self.conflict(concept, place, "there", *_sides("changed", "removed", mine is not None))
                if start is None or start != left:
                    terms.append(left)
        self._preferred(concept, region_style(tag), own, other, terms)
        self._unlike(concept, region_style(tag), starts, own, other)
        merged = self._fields(concept, region_style(tag), starts, own, other, (), _PROSE_LISTS)
        return replace(merged, terms=tuple(terms), id=own.id or other.id)

    def _preferred(
        self, concept: str, tag: str, ours: LanguageSection, theirs: LanguageSection, merged: Sequence[TermSection]
    ) -> None:
        """Report a conflict if each side prefers another term; both stay preferred in the merged termbase."""
        own, other = (
            _preferred(ours.terms) - _preferred(theirs.terms),
            _preferred(theirs.terms) - _preferred(ours.terms),
        )
        left = _preferred(merged)
        for term, usage in sorted(own & left, key=str):
            for rival in sorted(text for text, region in other & left if region == usage):
                self.conflict(concept, f"{tag}: preferred term", "", term, rival, has_both=True)

    def _unlike(
        self, concept: str, tag: str, base: LanguageSection, ours: LanguageSection, theirs: LanguageSection
    ) -> None:
        """Report a conflict if the sides have no term in common, and no status says which of the terms to use."""
        own, other = ([term.term for term in section.terms] for section in (ours, theirs))
        known = {term.term for term in base.terms}
        has_status = any(term.status or term.proposed for term in (*ours.terms, *theirs.terms))
        if own and other and not has_status and {*own}.isdisjoint(other) and known.isdisjoint((*own, *other)):
            self.conflict(concept, f"{tag}: term", "", "; ".join(own), "; ".join(other), has_both=True)

    def _fields(
        self,
        concept: str,
        place: str,
        base: Mergeable | None,
        ours: Mergeable,
        theirs: Mergeable,
        values: Sequence[str],
        lists: Sequence[str],
    ) -> Mergeable:
        changes: dict[str, Any] = {}
        for name in values:
            start, own, other = getattr(base, name, None), getattr(ours, name), getattr(theirs, name)
            changes[name] = self._value(concept, f"{place}: {name}" if place else name, start, own, other)
        for name in lists:
            old: Sequence[object] = getattr(base, name, ())
            changes[name] = _three_way(old, getattr(ours, name), getattr(theirs, name))
        where = f"{place}: definition" if place else "definition"
        self._definitions(concept, where, base.definitions if base else (), ours.definitions, theirs.definitions)
        return replace(ours, **changes)

    def _definitions(
        self,
        concept: str,
        place: str,
        base: Sequence[Definition],
        ours: Sequence[Definition],
        theirs: Sequence[Definition],
    ) -> None:
        """Report a conflict if each side has a definition of its own; the merged termbase has both."""
        own = [one.text for one in ours if one not in theirs and one not in base]
        other = [one.text for one in theirs if one not in ours and one not in base]
        if own and other:
            before = "; ".join(one.text for one in base)
            self.conflict(concept, place, before, "; ".join(own), "; ".join(other), has_both=True)

    def _value(self, concept: str, place: str, base: Any, ours: Any, theirs: Any) -> Any:
        if ours == theirs or theirs == base:
            return ours
        if ours == base:
            return theirs
        self.conflict(concept, place, base, ours, theirs)
        return ours


def _preferred(terms: Iterable[TermSection]) -> set[tuple[str, str | None]]:
    """Return the preferred terms with the regions that they are for."""
    preferred = (term for term in terms if term.status is AdministrativeStatus.PREFERRED)
    return {(term.term, term.geographical_usage) for term in preferred}


def _sides(ours: str, theirs: str, in_order: bool) -> tuple[str, str]:
    return (ours, theirs) if in_order else (theirs, ours)


def _section(entry: ConceptEntry | None, tag: str) -> LanguageSection:
    """Return the section of a concept for a language tag, or an empty one; sections with one tag are joined."""
    found = [section for section in entry.languages if section.language == tag] if entry else []
    return LanguageSection(
        tag,
        tuple(term for section in found for term in section.terms),
        next((section.id for section in found if section.id), None),
        tuple(definition for section in found for definition in section.definitions),
        tuple(context for section in found for context in section.contexts),
        tuple(note for section in found for note in section.notes),
        tuple(extra for section in found for extra in section.extras),
    )


def _keyed(section: LanguageSection) -> dict[tuple[str, int], TermSection]:
    """Return the terms by text and number: homographs, such as a noun and a verb, are numbered from 0 in order."""
    seen: Counter[str] = Counter()
    keyed = {}
    for term in section.terms:
        keyed[term.term, seen[term.term]] = term
        seen[term.term] += 1
    return keyed


def _three_way(base: Sequence[Item], ours: Sequence[Item], theirs: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items of ours, without those that theirs removed and with those that theirs added."""
    kept = [item for item in ours if item in theirs or item not in base]
    return tuple(kept + [item for item in theirs if item not in ours and item not in base])
