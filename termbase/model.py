"""The classes of a termbase. Names and meanings are those of ISO 30042:2019 (TBX).

Start from `Termbase`, which contains `ConceptEntry` > `LanguageSection` > `TermSection`. All objects are immutable;
make changed copies with `dataclasses.replace`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class AdministrativeStatus(StrEnum):
    """ISO 30042 `administrativeStatus`: the decision on the use of a term. A term without a decision has None."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"


_FORBIDDEN = (AdministrativeStatus.DEPRECATED, AdministrativeStatus.SUPERSEDED)
_BEST_FIRST = (AdministrativeStatus.PREFERRED, AdministrativeStatus.ADMITTED, None, *reversed(_FORBIDDEN))


class PartOfSpeech(StrEnum):
    """ISO 30042 `partOfSpeech`: the values of TBX-Basic, and `properNoun`, which only its version 2 has."""

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
    """Return the part of speech that a word means (`Proper Noun`, `adj.`, 名词); None if the word is unknown."""
    return _PART_OF_SPEECH.get(letters_of(word))


@lru_cache(maxsize=1024)  # a termbase has few different values, each many times
def letters_of(word: str) -> str:
    """Return the letters of a word in lower case, by which `proper_noun` and `Proper Noun` are the same value."""
    return "".join(char for char in word.lower() if char.isalpha())


class TermType(StrEnum):
    """ISO 30042 `termType`."""

    FULL_FORM = "fullForm"
    ACRONYM = "acronym"
    ABBREVIATION = "abbreviation"
    SHORT_FORM = "shortForm"
    VARIANT = "variant"
    PHRASE = "phrase"


MINED_NOTE = "evidence: mined"
"""The note on a term that is only mined, not glossed."""

CONCEPT_KINDS = ("term", "person", "place", "organisation", "title", "slogan", "abbreviation")
"""What a concept may name."""


@dataclass(frozen=True, slots=True)
class Context:
    """ISO 30042 `context` with its `source`: a sentence that uses the term, and where it is from."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """ISO 30042 `definition` with its `source`: a statement of what the concept is, and where it is from."""

    text: str
    source: str = ""


class TransactionType(StrEnum):
    """ISO 30042 `transactionType`."""

    ORIGINATION = "origination"
    MODIFICATION = "modification"


@dataclass(frozen=True, slots=True)
class Transaction:
    """ISO 30042 `transacGrp`: who (`responsibility`) added or changed a term, and when (`YYYY-MM-DD` or empty)."""

    type: TransactionType
    responsibility: str = ""
    date: str = ""


COMMENT, INSTRUCTION = "!--", "?"
"""The names of the `Markup` of a comment and of a processing instruction."""


@dataclass(frozen=True, slots=True)
class Markup:
    """One XML element of a TBX file, with the names of version 3 in the style DCA (ISO 30042:2019 clause 8).

    `content` are the texts and elements in document order. A name in another namespace is `{namespace}name`.
    Comments and processing instructions have the names `COMMENT` and `INSTRUCTION`.
    """

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    content: tuple[str | Markup, ...] = ()

    def text(self) -> str:
        """Return the text of the element and the elements in it, without comments and processing instructions."""
        content = self.content
        if len(content) == 1 and isinstance(content[0], str):  # nearly always
            return content[0]
        own = (part for part in content if isinstance(part, str) or part.name not in (COMMENT, INSTRUCTION))
        return "".join(part if isinstance(part, str) else part.text() for part in own)


@dataclass(frozen=True, slots=True)
class Extra:
    """An element of a file that no field of this model represents. It is kept and written back at its level.

    With `in_place_of`, `element` is the full form of a value that a field has in part, such as a definition with
    its author or a term with markup. It is written instead of the element made from the field, `in_place_of`, as
    long as the field still has that value.
    """

    element: Markup
    in_place_of: Markup | None = None


@dataclass(frozen=True, slots=True)
class TermSection:
    """ISO 30042 `termSec`: one term of one concept in one language.

    `term` is as its author wrote it. `geographical_usage` is the region whose wording the term is ("CN", "TW",
    "HK"), which does not follow from the script alone. A `proposed` term was derived by conversion and has not been
    found in a text. `part_of_speech` is a `PartOfSpeech`, or the word in the file if it means none of these
    (`interjection`). `sources` state where the term is from. `extras` are elements of the file that no field
    represents. `confidence` is the probability, from 0 to 1, that an extracted term is right; None for a term that
    people entered.
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
    definitions: tuple[Definition, ...] = ()
    sources: tuple[str, ...] = ()
    extras: tuple[Extra, ...] = ()
    confidence: float | None = None

    @property
    def is_forbidden(self) -> bool:
        """Whether the term must not be used because it is deprecated or superseded."""
        return self.status in _FORBIDDEN

    @property
    def rank(self) -> int:
        """The rank of the term among those of its concept, from 0 for preferred ones. Proposed terms come last."""
        return len(_BEST_FIRST) if self.proposed else _BEST_FIRST.index(self.status)

    @property
    def is_only_mined(self) -> bool:
        """Whether only aligned text shows that the term is right: no author glosses it, nobody accepted it."""
        return self.status is None and MINED_NOTE in self.notes

    @property
    def is_proper_noun(self) -> bool:
        """Whether the term is a name: part of speech `properNoun`, in any spelling."""
        return read_part_of_speech(self.part_of_speech or "") is PartOfSpeech.PROPER_NOUN


@dataclass(frozen=True, slots=True)
class LanguageSection:
    """ISO 30042 `langSec`: the terms of one concept in one language, given as canonical tag (BCP 47).

    `definitions` of the concept, `contexts` and `notes` belong to all terms of the section.
    """

    language: str
    terms: tuple[TermSection, ...]
    id: str | None = None
    definitions: tuple[Definition, ...] = ()
    contexts: tuple[Context, ...] = ()
    notes: tuple[str, ...] = ()
    extras: tuple[Extra, ...] = ()


@dataclass(frozen=True, slots=True)
class ConceptEntry:
    """ISO 30042 `conceptEntry`: one concept with all its terms.

    `definitions`, `contexts` and `notes` belong to the concept as a whole; its language sections and terms may have
    their own.
    `kind` is what it names, one of `CONCEPT_KINDS`, if extraction has found it out.
    """

    id: str
    languages: tuple[LanguageSection, ...]
    subject_field: str | None = None
    definitions: tuple[Definition, ...] = ()
    contexts: tuple[Context, ...] = ()
    notes: tuple[str, ...] = ()
    extras: tuple[Extra, ...] = ()
    kind: str | None = None

    def terms(self) -> Iterator[tuple[str, TermSection]]:
        """Yield each term with its language tag, in the order of the entry."""
        for section in self.languages:
            for term in section.terms:
                yield section.language, term

    @property
    def is_only_mined(self) -> bool:
        """Whether nothing but aligned text shows that its terms render each other."""
        found = [term for _, term in self.terms() if not term.proposed]
        return bool(found) and all(term.is_only_mined for term in found)


EntryLevel = ConceptEntry | LanguageSection | TermSection
"""A level of an entry; each may have definitions, contexts, notes and extras."""


@dataclass(frozen=True, slots=True)
class Termbase:
    """ISO 30042 `tbx`: concepts with a description of their origin. Iterating over it yields the concepts.

    `description` is `sourceDesc` of the header, with one line for each paragraph. `language` is the tag of the
    texts that belong to the file itself (`tbx/@xml:lang`).
    """

    entries: tuple[ConceptEntry, ...]
    title: str = "termbase"
    description: str = ""
    language: str = "en"
    extras: tuple[Extra, ...] = ()

    def __iter__(self) -> Iterator[ConceptEntry]:
        return iter(self.entries)
