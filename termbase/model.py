"""The termbase as objects. Names and meanings are those of ISO 30042:2019 (TBX).

Start from `Termbase`, which holds `ConceptEntry` > `LanguageSection` > `TermSection`.
Everything is immutable; change a value with `dataclasses.replace`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class AdministrativeStatus(StrEnum):
    """ISO 30042 `administrativeStatus`: what a house decided about a term. None means undecided."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"


class TermType(StrEnum):
    """ISO 30042 `termType`."""

    FULL_FORM = "fullForm"
    ACRONYM = "acronym"
    ABBREVIATION = "abbreviation"
    SHORT_FORM = "shortForm"
    VARIANT = "variant"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Context:
    """ISO 30042 `context` with its `source`: a sentence that uses the term, and the place it stands at."""

    text: str
    source: str = ""


class TransactionType(StrEnum):
    """ISO 30042 `transactionType`."""

    ORIGINATION = "origination"
    MODIFICATION = "modification"


@dataclass(frozen=True, slots=True)
class Transaction:
    """ISO 30042 `transacGrp`: who (`responsibility`) made or changed a term, and when (`YYYY-MM-DD` or empty)."""

    type: TransactionType
    responsibility: str = ""
    date: str = ""


COMMENT, INSTRUCTION = "!--", "?"
"""What a comment and a processing instruction have for the name of an element."""


@dataclass(frozen=True, slots=True)
class Markup:
    """One XML element of a TBX file, in the names of version 3 and style DCA (ISO 30042:2019 clause 8).

    `content` holds texts and elements in document order; a name of another namespace is `{namespace}name`.
    A comment is named `COMMENT`, a processing instruction `INSTRUCTION`.
    """

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    content: tuple[str | Markup, ...] = ()

    def text(self) -> str:
        """The text of the element and all in it, without its markup and comments."""
        own = (part for part in self.content if isinstance(part, str) or part.name not in (COMMENT, INSTRUCTION))
        return "".join(part if isinstance(part, str) else part.text() for part in own)


@dataclass(frozen=True, slots=True)
class Extra:
    """What a file says that no field here holds: kept at its level, and written back there.

    With `in_place_of` it is the full form of a field's value (a definition with its source, a term with
    markup): written for the element that the field gives, as long as the field still gives just that.
    """

    element: Markup
    in_place_of: Markup | None = None


@dataclass(frozen=True, slots=True)
class TermSection:
    """ISO 30042 `termSec`: one term of one concept in one language.

    `term` is as its author wrote it. `geographical_usage` is the region whose wording it is ("CN", "TW",
    "HK"), which its script alone does not tell. A `proposed` term was derived, never seen in a text.
    """

    term: str
    status: AdministrativeStatus | None = None
    part_of_speech: str | None = None
    type: TermType | None = None
    geographical_usage: str | None = None
    contexts: tuple[Context, ...] = ()
    notes: tuple[str, ...] = ()
    transactions: tuple[Transaction, ...] = ()
    proposed: bool = False
    id: str | None = None
    extras: tuple[Extra, ...] = ()


@dataclass(frozen=True, slots=True)
class LanguageSection:
    """ISO 30042 `langSec`: the terms of one concept in one language (canonical BCP 47 tag)."""

    language: str
    terms: tuple[TermSection, ...]
    id: str | None = None
    extras: tuple[Extra, ...] = ()


@dataclass(frozen=True, slots=True)
class ConceptEntry:
    """ISO 30042 `conceptEntry`: one concept with all its designations."""

    id: str
    languages: tuple[LanguageSection, ...]
    subject_field: str | None = None
    definition: str | None = None
    notes: tuple[str, ...] = ()
    extras: tuple[Extra, ...] = ()

    def terms(self) -> Iterator[tuple[str, TermSection]]:
        """Every term with its language tag, in the order of the entry."""
        for section in self.languages:
            for term in section.terms:
                yield section.language, term


@dataclass(frozen=True, slots=True)
class Termbase:
    """ISO 30042 `tbx`: concepts, and where they came from.

    `description` is the header's `sourceDesc`, a line a paragraph; `language` the tag of the file's own texts
    (`tbx/@xml:lang`). Iterating gives the concepts.
    """

    entries: tuple[ConceptEntry, ...]
    title: str = "termbase"
    description: str = ""
    language: str = "en"
    extras: tuple[Extra, ...] = ()

    def __iter__(self) -> Iterator[ConceptEntry]:
        return iter(self.entries)
