"""How much a finding weighs, for every kind of file that is checked."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """The weight of a finding, the heaviest first.

    An error breaks a rule: a house's for a document, the format's for a termbase or a memory. A warning is for a
    person to judge; information asks for nothing.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
