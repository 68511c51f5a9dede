"""The data categories of the public TBX dialects: their element, the levels where they may stand, their values.

`CATEGORIES` has one row for each category of the public modules Min, Basic and Linguist (ISO 30042:2019 clause 9).
`DIALECTS` lists the modules of each dialect.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

CONCEPT, LANGUAGE, TERM = "conceptEntry", "langSec", "termSec"
_ALL = (CONCEPT, LANGUAGE, TERM)
_STATUS = tuple(f"{word}Term-admn-sts" for word in ("preferred", "admitted", "deprecated", "superseded"))
_LOCATIONS = tuple(
    "checkBox comboBox comboBoxElement dialogBox groupBox informativeMessage interactiveMessage menuItem "
    "progressBar pushButton radioButton slider spinBox tab tableText textBox toolTip user-definedType".split()
)
_REGISTERS = tuple(
    f"{word}Register"
    for word in ("colloquial", "neutral", "technical", "in-house", "bench-level", "slang", "vulgar")
)


@dataclass(frozen=True, slots=True)
class DataCategory:
    """One data category: `element` is its element in style DCA, `levels` are the elements whose level may hold it.

    `values` is its picklist; it is empty if the category takes free text.
    """

    name: str
    element: str
    module: str
    levels: tuple[str, ...]
    values: tuple[str, ...] = ()


class Dialect(StrEnum):
    """The public dialects; the values are those of `tbx/@type`."""

    CORE = "TBX-Core"
    MIN = "TBX-Min"
    BASIC = "TBX-Basic"
    LINGUIST = "TBX-Linguist"


DIALECTS: dict[Dialect, tuple[str, ...]] = {
    Dialect.CORE: (),
    Dialect.MIN: ("min",),
    Dialect.BASIC: ("min", "basic"),
    Dialect.LINGUIST: ("min", "basic", "linguist"),
}
MODULE_NAMESPACES = {module: f"http://www.tbxinfo.net/ns/{module}" for module in ("min", "basic", "linguist")}
"""The namespace of each module's elements in style DCT."""

CATEGORIES = (
    DataCategory("administrativeStatus", "termNote", "min", (TERM,), _STATUS),
    DataCategory("customerSubset", "admin", "min", (CONCEPT, TERM)),
    DataCategory("externalCrossReference", "xref", "min", _ALL),
    DataCategory("partOfSpeech", "termNote", "min", (TERM,), ("adjective", "noun", "other", "verb", "adverb")),
    DataCategory("subjectField", "descrip", "min", (CONCEPT,)),
    DataCategory("context", "descrip", "basic", (TERM,)),
    DataCategory("crossReference", "ref", "basic", (CONCEPT, TERM)),
    DataCategory("definition", "descrip", "basic", (CONCEPT, LANGUAGE)),
    DataCategory("geographicalUsage", "termNote", "basic", (TERM,)),
    DataCategory("grammaticalGender", "termNote", "basic", (TERM,), ("masculine", "feminine", "neuter", "other")),
    DataCategory("projectSubset", "admin", "basic", (CONCEPT, TERM)),
    DataCategory("responsibility", "transacNote", "basic", _ALL),
    DataCategory("source", "admin", "basic", _ALL),
    DataCategory("termLocation", "termNote", "basic", (TERM,), _LOCATIONS),
    DataCategory(
        "termType",
        "termNote",
        "basic",
        (TERM,),
        ("fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"),
    ),
    DataCategory("transactionType", "transac", "basic", _ALL, ("origination", "modification")),
    DataCategory("xGraphic", "xref", "basic", (CONCEPT, LANGUAGE)),
    DataCategory(
        "grammaticalNumber",
        "termNote",
        "linguist",
        (TERM,),
        ("singular", "plural", "dual", "mass", "otherNumber"),
    ),
    DataCategory("reading", "admin", "linguist", (TERM,)),
    DataCategory("readingNote", "adminNote", "linguist", (TERM,)),
    DataCategory("register", "termNote", "linguist", (TERM,), _REGISTERS),
    DataCategory("transferComment", "termNote", "linguist", (TERM,)),
)
BY_NAME = {category.name: category for category in CATEGORIES}
TYPED = frozenset(category.element for category in CATEGORIES) | {"descripNote"}
"""Elements with a data category: style DCA gives it as the value of `@type`, style DCT as the element name."""


def categories_of(dialect: Dialect) -> dict[str, DataCategory]:
    """Return the data categories of a dialect by name."""
    return {category.name: category for category in CATEGORIES if category.module in DIALECTS[dialect]}
