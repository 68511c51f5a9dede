"""Validates a TBX file against all rules and returns all findings. Start from `validate`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from termbase.errors import os_error
from termbase.severity import Severity
from termbase.tbx.finding import TermbaseFinding
from termbase.tbx.rules import content as check_content
from termbase.tbx.rules import data_categories as check_categories
from termbase.tbx.rules import document_structure as check_structure
from termbase.tbx.rules.registry import RULES
from termbase.tbx.rules.validated_file import read_subject
from termbase.tbx.xml.source import XmlSource, read_source
from termbase.tbx.xml.xml_errors import NotWellFormedError

FAMILIES = (check_structure, check_categories, check_content)
"""The modules that define the rules; importing them registers the rules."""


NOT_WELL_FORMED = "T100"
"""The code of a file that is not well-formed XML. No rule has it, since nothing else in the file can be checked."""


@dataclass(frozen=True, slots=True)
class Validation:
    """The result of validating a file. `version` is "2" or "3"; `dialect` is the `type` of the root element.

    `concepts` is the number of concepts in the file. Of a file that is not well-formed, both are "", and it is 0.
    """

    file: str
    version: str
    dialect: str
    concepts: int
    findings: tuple[TermbaseFinding, ...]

    @property
    def is_valid(self) -> bool:
        """Whether no finding is an error; warnings are for a terminologist to judge."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)


def validate(file: str) -> Validation:
    """Return all findings of a TBX file of version 2 or 3, in the order of their positions.

    Raises TermbaseError if the file cannot be read or is not TBX.
    """
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        raise os_error(error, file, "read") from error
    return validate_source(read_source(data, file))


def validate_source(source: XmlSource) -> Validation:
    """Return all findings of a file whose text has been read already. Raises TermbaseError as `validate` does."""
    try:
        subject = read_subject(source)
    except NotWellFormedError as error:
        place = error.line or 1, error.column or 1
        finding = TermbaseFinding(NOT_WELL_FORMED, Severity.ERROR, error.message, *place, hint=error.hint)
        return Validation(source.file, "", "", 0, (finding,))
    found = [finding for rule in RULES.values() for finding in rule.findings(subject)]
    found += source.findings
    return Validation(
        source.file,
        str(subject.version),
        subject.root.element.get("type", ""),
        len(subject.named("conceptEntry")),
        tuple(sorted(found, key=lambda finding: (finding.line, finding.column, finding.code))),
    )
