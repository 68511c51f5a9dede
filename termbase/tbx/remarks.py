"""What a reader has to say: its findings, in the order in which it met them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termbase.tbx.finding import Finding, Severity

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Remarks:
    """Findings of one reading."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def add(self, code: str, message: str, element: Element) -> None:
        """Note something about an element: its line is where its start tag ends."""
        severity = Severity.INFO if code in ("T602", "T603") else Severity.WARNING
        self.findings.append(Finding(code, severity, message, element.sourceline or 0, 1))
