"""The marks of bilingual files as properties of translation units: state, context, references, plural forms.

Start from `state_of`. The types of properties are the project's own, since TMX leaves them to each tool.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmx.model import Element, TranslationUnit, prop

if TYPE_CHECKING:
    from termbase.bitext import State

FUZZY = "x-fuzzy"
"""`yes` for a translation that somebody has yet to finish or confirm, whichever way its file says so."""

DOUBTFUL = "x-align-doubtful"
"""`yes` for a unit of aligned documents that somebody should look at, because its sides may not belong together."""

CONTEXT = "x-context"
"""PO `msgctxt`, or the `context` of Qt TS: texts that differ only in it are different texts."""

REFERENCE = "x-reference"
"""A place in a program where the text is used (PO `#:`), as `file:line`."""

FLAG = "x-flag"
"""A flag of a PO entry except fuzzy, such as `c-format`."""

PREVIOUS = "x-previous"
"""A line on the text that a fuzzy translation was made for (PO `#|`)."""

PLURAL_FORM = "x-plural-form"
"""The number of a plural form, from 0 (PO `msgstr[0]`, Qt `numerusform`)."""

SINGULAR = "x-singular"
"""The `msgid` of a PO entry; stands at the plural forms whose source is its `msgid_plural`."""

STATE = "x-state"
SUBSTATE = "x-substate"
QUALIFIER = "x-state-qualifier"
APPROVED = "x-approved"
TRANSLATE = "x-translate"
"""The attributes `state`, `subState`, `state-qualifier`, `approved` and `translate` of XLIFF, as written."""

UNFINISHED = frozenset(
    "initial new needs-translation needs-adaptation needs-l10n needs-review-translation needs-review-adaptation"
    " needs-review-l10n".split()
)
"""States of XLIFF 1.2 (2.3, state) and 2 (segment) in which a translation is not finished."""

UNCERTAIN = frozenset(
    "fuzzy-match leveraged-mt mt-suggestion rejected-grammar rejected-inaccurate rejected-length"
    " rejected-spelling".split()
)
"""Values of `state-qualifier` (XLIFF 1.2, 2.3) for a translation that nobody has confirmed."""

CONFIRMED = frozenset(["translated", "reviewed", "final", "signed-off"])
"""States in which somebody has confirmed a translation; `translated` says that the translator has."""


def fuzzy() -> Element:
    """Return the mark of an unfinished translation."""
    return prop(FUZZY, "yes")


def state_of(unit: TranslationUnit) -> State:
    """Return how finished the translation of a unit is, by its marks."""
    from termbase.bitext import State

    def value(type: str) -> str:
        return next(unit.properties(type), "")

    if value(TRANSLATE) == "no":
        return State.LOCKED
    if "yes" in (value(FUZZY), value(DOUBTFUL)):
        return State.UNFINISHED
    return (
        State.APPROVED if value(APPROVED) == "yes" or value(STATE) in CONFIRMED - {"translated"} else State.UNMARKED
    )
