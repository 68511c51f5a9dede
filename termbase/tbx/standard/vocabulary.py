"""The names in TBX files: namespaces, element names of both versions, and the spellings of picklist values in use.

The program uses the names of version 3 (ISO 30042:2019), style DCA; `canonical_name` converts to them. It writes
the picklist values of the 2023 Schematron; `read_status` and similar functions also understand other spellings.
"""

from __future__ import annotations

import re
from functools import cache

from termbase.files.data_table import data_rows
from termbase.model import CONCEPT_KINDS, AdministrativeStatus, TermType, TransactionType, letters_of
from termbase.text.script import simplify

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_TRANSACTION_TYPES = frozenset(TransactionType)
PROPOSED = "proposed"
"""A `note` with only this word marks a term that was derived, not attested; no dialect has a category for it."""
CONFIDENCE_NOTE = re.compile(r"confidence: ([01]\.\d\d)")
"""A `note` of a term that was extracted: the probability that it is right. No dialect has a category for it
(`reliabilityCode` of ISO 30042:2008 is in none of the public modules)."""
KIND_NOTE = re.compile(f"kind: ({'|'.join(CONCEPT_KINDS)})")
"""A `note` of a concept that was extracted: what it names."""
PROPER_NOUN_NOTE = "partOfSpeech: properNoun"
"""A `note` of a noun in version 3 of TBX, which has no `properNoun`: it is one."""

VERSION_2_NAMES = {
    "conceptEntry": "termEntry",
    "langSec": "langSet",
    "termSec": "tig",
    "tbxHeader": "martifHeader",
    "refObjectSec": "refObjectList",
    "tbx": "martif",
}
"""The names that version 2 (ISO 30042:2008) uses for elements of version 3, by the name in version 3."""
LEGACY_NAMES = {
    "entry": ("conceptEntry", ""),
    "langGroup": ("langSec", ""),
    "termGroup": ("termSec", ""),
    "subjectField": ("descrip", "subjectField"),
    "termStatus": ("termNote", "administrativeStatus"),
    "partOfSpeech": ("termNote", "partOfSpeech"),
    "customer": ("admin", "customerSubset"),
    "noteGroup": ("noteGrp", ""),
}
"""Elements of the older TBX-Min, which has no namespace, and the element and data category that each stands for."""
_CANONICAL = {old: new for new, old in VERSION_2_NAMES.items()} | {"ntig": "termSec"}

_CATEGORY_WORDS = {
    "administrativeStatus": "administrativestatus usagestatus normativeauthorization termstatus status",
    "partOfSpeech": "partofspeech pos",
    "termType": "termtype",
    "geographicalUsage": "geographicalusage",
    "subjectField": "subjectfield subject",
    "definition": "definition",
    "context": "context example examplesentence",
    "source": "source",
}
_CATEGORY = {word: category for category, words in _CATEGORY_WORDS.items() for word in words.split()}
_STATUSES = {status.value: status for status in AdministrativeStatus}
_STATUS_AFFIXES = re.compile("(term|术语|词|使用)?(admnsts)?$")


def canonical_name(name: str) -> str:
    """Return the version 3 name for an element's local name: `termSec` for `tig` and `ntig`."""
    return _CANONICAL.get(name, name)


def read_category(name: str) -> str:
    """Return the standard data category that a name means (`Part of Speech`, `Usage status`), else the name."""
    return _CATEGORY.get(letters_of(name), name)


def status_value(status: AdministrativeStatus) -> str:
    """Return the picklist value of a status: `preferredTerm-admn-sts`."""
    return f"{status.value}Term-admn-sts"


def read_status(value: str) -> AdministrativeStatus | None:
    """Return the status that a word means (`Not recommended`, `OBSOLETE`), or None if the word is not known."""
    return _STATUSES.get(_status_word(value)) if value else None


def is_proposed(value: str) -> bool:
    """Return whether a word for a status means that nobody has approved the term yet: `draft`, 待定."""
    return _status_word(value) == PROPOSED


def read_yes_or_no(value: str) -> bool | None:
    """Return what a cell for yes or no means (`TRUE`, 是, ✓), or None if it means neither."""
    word = _words("yesno").get(simplify(value.strip().lower())) if value else None
    return word == "yes" if word else None


def _status_word(value: str) -> str:
    letters, words = simplify(letters_of(value)), _words("status")
    return words.get(letters) or words.get(_STATUS_AFFIXES.sub("", letters), "")


@cache
def _words(wanted_kind: str) -> dict[str, str]:
    """Return the words of one kind in the table of values, each with its meaning."""
    rows = data_rows("value_words.tsv")
    return {word: meaning for kind, meaning, words in rows if kind == wanted_kind for word in words.split(" ")}


def read_transaction_type(value: str) -> TransactionType | None:
    """Return the transaction type that a word means (`creation` stands for `origination`), or None if unknown."""
    word = value.strip().lower()
    if word in ("creation", "created", "create", "input"):
        return TransactionType.ORIGINATION
    if word in ("modified", "modify", "update", "updated"):
        return TransactionType.MODIFICATION
    return TransactionType(word) if word in _TRANSACTION_TYPES else None


def read_term_type(value: str) -> TermType | None:
    """Return the term type that a word means (`Full form`, `short-form`), or None if the word is not known."""
    letters = letters_of(value)
    return next((kind for kind in TermType if kind.value.lower() == letters), None)
