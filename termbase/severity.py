"""The severity of findings, for documents, termbases and translation memories."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """The severity of a finding, the most severe first.

    An error breaks a rule: a rule of the termbase for a document, or of the format for a termbase or memory. A
    warning needs the judgement of a person. Information needs no action.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
