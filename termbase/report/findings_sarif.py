"""Renders findings as SARIF 2.1.0 (OASIS) for code scanning: rules with help, stable fingerprints, fixes.

Columns and offsets count Unicode code points, as `columnKind` declares. Paths are relative to the root of the
project, so a file has the same path in every clone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from termbase.check.bitext_registry import ALL_CHECKS
from termbase.check.finding import Finding, Fix, Outcome
from termbase.check.fingerprint import fingerprints, project_path
from termbase.check.registry import AnyCheck
from termbase.severity import Severity

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_RULES = [check.code for check in ALL_CHECKS]

Record = dict[str, Any]


def findings_sarif(outcome: Outcome) -> str:
    """Return the log of one run as JSON. It includes the findings of the baseline, marked as suppressed."""
    driver = {"name": "termbase", "version": version("termbase"), "rules": [_rule(check) for check in ALL_CHECKS]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "results": list(_results(outcome)),
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(check: AnyCheck) -> Record:
    summary, _, details = check.documentation.partition("\n")
    text = f"{summary}\n{details}".strip()
    return {
        "id": check.code,
        "name": check.name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": text},
        "help": {"text": text, "markdown": text.replace("\nGood: ", "  \nGood: ")},
        "defaultConfiguration": {"level": _LEVEL[check.severity]},
    }


def _results(outcome: Outcome) -> Iterator[Record]:
    old = {id(finding) for finding in outcome.old}
    together = sorted((*outcome.findings, *outcome.old), key=lambda found: (found.file, found.line, found.column))
    for mark, finding in fingerprints(together):
        result = _result(finding, mark)
        if id(finding) in old:
            result |= {"baselineState": "unchanged", "suppressions": [{"kind": "external"}]}
        yield result


def _result(finding: Finding, mark: str) -> Record:
    use = f" Use: {' | '.join(finding.suggestions)}" if finding.suggestions else ""
    sides = "".join(f"\n{side}: {text}" for side, text in finding.sides())
    result: Record = {
        "ruleId": finding.code,
        "ruleIndex": _RULES.index(finding.code),
        "level": _LEVEL[finding.severity],
        "message": {"text": f"{finding.message}.{use}{sides}"},
        "locations": [_location(finding)],
        "partialFingerprints": {"termbase/v1": mark},
    }
    return result | ({"fixes": [_fix(finding, finding.fix)]} if finding.fix else {})


def _location(finding: Finding) -> Record:
    region: Record = {
        "startLine": finding.line, "startColumn": finding.column,
        "endLine": finding.end_line, "endColumn": finding.end_column, "snippet": {"text": finding.text},
    }  # fmt: skip
    if finding.segment is None:
        region |= {"charOffset": finding.start, "charLength": finding.end - finding.start}
    location: Record = {"physicalLocation": {"artifactLocation": _artifact(finding), "region": region}}
    if name := finding.unit or finding.segment:
        location["logicalLocations"] = [{"name": name, "kind": f"{finding.side} segment"}]
    return location


def _artifact(finding: Finding) -> Record:
    path = PurePath(project_path(finding.file))
    is_outside = path.is_absolute()
    return {"uri": path.as_uri() if is_outside else quote(path.as_posix(), errors="surrogateescape")}


def _fix(finding: Finding, fix: Fix) -> Record:
    replacement = {
        "deletedRegion": {"charOffset": fix.start, "charLength": fix.end - fix.start},
        "insertedContent": {"text": fix.text},
    }
    change = {"artifactLocation": _artifact(finding), "replacements": [replacement]}
    return {"description": {"text": f"Write “{fix.text}”"}, "artifactChanges": [change]}
