"""Renders findings as JUnit XML, which GitLab, Jenkins and Azure DevOps display.

Each checked file is a test suite; each finding is a failed test case in it.
"""

from __future__ import annotations

from collections import defaultdict
from xml.etree import ElementTree as ET

from termbase.check.finding import Finding, Outcome
from termbase.check.fingerprint import project_path
from termbase.text.xml_text import xml_text


def findings_junit(outcome: Outcome) -> str:
    """Return the report as XML; a file without findings is a suite with one test case that passed."""
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for finding in outcome.findings:
        by_file[finding.file].append(finding)
    total = len(outcome.findings)
    cases = total + sum(file not in by_file for file in outcome.files)
    root = ET.Element("testsuites", name="termbase check", tests=str(cases), failures=str(total))
    for file in outcome.files:
        _add_suite(root, xml_text(project_path(file)), by_file[file])
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode")


def _add_suite(root: ET.Element, path: str, findings: list[Finding]) -> None:
    suite = ET.SubElement(root, "testsuite", name=path)
    suite.attrib |= {"tests": str(max(len(findings), 1)), "failures": str(len(findings)), "errors": "0"}
    if not findings:
        ET.SubElement(suite, "testcase", name="no findings", classname=path)
    for finding in findings:
        name = f"{finding.name} {finding.line}:{finding.column}"
        case = ET.SubElement(suite, "testcase", name=name, classname=path)
        case.attrib |= {"file": path, "line": str(finding.line)}
        failure = ET.SubElement(case, "failure", type=finding.code, message=xml_text(finding.message))
        failure.text = xml_text("\n".join(_details(path, finding)))


def _details(path: str, finding: Finding) -> list[str]:
    lines = [
        f"{path}:{finding.line}:{finding.column}: {finding.severity}: {finding.message}",
        *(f"{side}: {text}" for side, text in finding.sides()),
        *([finding.before + finding.text + finding.after] if not finding.sides() else ()),
        *([f"unit: {finding.unit}"] if finding.unit else ()),
    ]
    return [*lines, f"use: {' | '.join(finding.suggestions)}"] if finding.suggestions else lines
