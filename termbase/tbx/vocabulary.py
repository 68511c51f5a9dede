"""The words of TBX files: namespaces, categories and picklist values, as the official material spells them.

Written is TBX-Basic of the 2023 Schematron (ISO 30042:2019); read are also v2 and the newer samples' short forms.
"""

from __future__ import annotations

from termbase.model import AdministrativeStatus, TermType, TransactionType

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

CONCEPT = ("conceptEntry", "termEntry")
LANGUAGE = ("langSec", "langSet")
TERM = ("termSec", "tig", "ntig")
TERM_TYPES = frozenset(TermType)
TRANSACTION_TYPES = frozenset(TransactionType)
PROPOSED = "proposed"
"""A `note` of just this word marks a term that was derived, never attested; no dialect has a category for it."""

_STATUS = {
    **{status.value: status for status in AdministrativeStatus},
    **{f"{status.value}Term-admn-sts": status for status in AdministrativeStatus},
}


def status_value(status: AdministrativeStatus) -> str:
    """The picklist value of a status: `preferredTerm-admn-sts`."""
    return f"{status.value}Term-admn-sts"


def read_status(value: str) -> AdministrativeStatus | None:
    """The status that a file's word means, or None for a word of another vocabulary."""
    return _STATUS.get(value.strip())
