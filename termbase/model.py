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


_FORBIDDEN = (AdministrativeStatus.DEPRECATED, AdministrativeStatus.SUPERSEDED)
_BEST_FIRST = (AdministrativeStatus.PREFERRED, AdministrativeStatus.ADMITTED, None, *reversed(_FORBIDDEN))


class PartOfSpeech(StrEnum):
    """ISO 30042 `partOfSpeech`: the values of TBX-Basic, and `properNoun`, which only version 2 of it has."""

    NOUN = "noun"
    PROPER_NOUN = "properNoun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    OTHER = "other"


_PART_OF_SPEECH_WORDS = {
    PartOfSpeech.NOUN: "noun n 名词 名詞",
    PartOfSpeech.PROPER_NOUN: "propernoun nounproper propername propn nnp 专有名词 專有名詞 专名 專名",
    PartOfSpeech.VERB: "verb v 动词 動詞",
    PartOfSpeech.ADJECTIVE: "adjective adj 形容词 形容詞",
    PartOfSpeech.ADVERB: "adverb adv 副词 副詞",
    PartOfSpeech.OTHER: "other 其他 其它",
}
_PART_OF_SPEECH = {word: part for part, words in _PART_OF_SPEECH_WORDS.items() for word in words.split()}


def read_part_of_speech(word: str) -> PartOfSpeech | None:
    """The part of speech that a word means (`Proper Noun`, `adj.`, 名词); None for a word not known."""
    return _PART_OF_SPEECH.get(letters_of(word))


def letters_of(word: str) -> str:
    """The letters of a word in lower case: `proper_noun` and `Proper Noun` are one value of a picklist."""
    return "".join(char for char in word.lower() if char.isalpha())


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
    `part_of_speech` is a `PartOfSpeech`, or the word of the file where that has no such meaning (`interjection`).
    """

    term: str
    status: AdministrativeStatus | None = None
    part_of_speech: PartOfSpeech | str | None = None
    type: TermType | None = None
    geographical_usage: str | None = None
    contexts: tuple[Context, ...] = ()
    notes: tuple[str, ...] = ()
    transactions: tuple[Transaction, ...] = ()
    proposed: bool = False
    id: str | None = None
    extras: tuple[Extra, ...] = ()

    @property
    def is_forbidden(self) -> bool:
        """Whether the house decided against the term: it is deprecated or superseded."""
        return self.status in _FORBIDDEN

    @property
    def rank(self) -> int:
        """The place of the term among those of its concept, 0 the best: preferred first, proposed last."""
        return len(_BEST_FIRST) if self.proposed else _BEST_FIRST.index(self.status)

    @property
    def is_proper_noun(self) -> bool:
        """Whether the term is a name: part of speech `properNoun`, in any spelling."""
        return read_part_of_speech(self.part_of_speech or "") is PartOfSpeech.PROPER_NOUN


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
