"""Finds the term or concept of a TBX file that a user means. Start from `find_one`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from termbase.errors import TermbaseError

if TYPE_CHECKING:
    from termbase.model import ConceptEntry, TermSection
    from termbase.tbx.edit import TbxFile


@dataclass(frozen=True)
class Found:
    """A term in a file: the numbers of its concept and of the term in it, and both themselves."""

    concept: int
    term: int
    entry: ConceptEntry
    language: str
    section: TermSection

    def __str__(self) -> str:
        from termbase.language import region_style

        others = " | ".join(dict.fromkeys(one.term for _, one in self.entry.terms() if one is not self.section))
        return f"{self.entry.id} {self.section.term} ({region_style(self.language)}) = {others or 'nothing'}"


def find(file: TbxFile, text: str, language: str | None = None, concept: str | None = None) -> list[Found]:
    """Return the terms equal to a text; if there are none, those of another script, case or width."""
    found = [
        one
        for one in _every(file)
        if concept in (None, one.entry.id) and (language is None or one.language == language)
    ]
    exact = [one for one in found if one.section.term == text]
    return exact or [one for one in found if key_of_term(one.section.term) == key_of_term(text)]


def find_one(file: TbxFile, text: str, language: str | None = None, concept: str | None = None) -> Found:
    """Return the term that a text means. Raises TermbaseError if there is none, or several, which are listed."""
    found = find(file, text, language, concept)
    if not found:
        raise TermbaseError(f"no term “{text}” in it", hint="termbase lookup shows what is there")
    if len(found) > 1:
        raise ambiguous(text, found)
    return found[0]


def ambiguous(text: str, found: Sequence[Found]) -> TermbaseError:
    """Return an error that lists the terms that a text may mean."""
    candidates = "; ".join(map(str, found))
    return TermbaseError(f"{text} may be: {candidates}", hint="choose with --concept ID or --language TAG")


def concept_number(file: TbxFile, concept: str) -> int:
    """Return the number of the concept with an id. Raises TermbaseError if there is none, or several."""
    numbers = [number for number, entry in enumerate(file.termbase.entries) if entry.id == concept]
    if len(numbers) != 1:
        what = "no concept" if not numbers else f"{len(numbers)} concepts"
        raise TermbaseError(f"{what} with the id {concept}", hint="termbase lookup TERM --format json shows ids")
    return numbers[0]


def _every(file: TbxFile) -> Iterator[Found]:
    for number, entry in enumerate(file.termbase.entries):
        for place, (language, section) in enumerate(entry.terms()):
            yield Found(number, place, entry, language, section)


def key_of_term(text: str) -> str:
    """Return a term without differences of script, case and width."""
    from termbase.text.chinese_key import script_key
    from termbase.text.english.folded_english import surface
    from termbase.text.script import has_han

    return script_key(text) if has_han(text) else surface(text)
