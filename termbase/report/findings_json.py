"""Renders findings as one JSON document, with the same keys in the same order every time."""

from __future__ import annotations

import json
from dataclasses import asdict

from termbase.check.finding import Finding, Outcome
from termbase.check.fingerprint import fingerprints

_NOT_SHOWN = ("before", "after", "unit_lines", "compared", "throughout", "standing", "other")


def findings_json(outcome: Outcome) -> str:
    """Return a JSON object with the findings, each with its fingerprint, and a summary of counts."""
    findings = [_record(finding) | {"fingerprint": mark} for mark, finding in fingerprints(outcome.findings)]
    summary = {
        "documents": len(outcome.files),
        "findings": len(findings),
        "by_name": outcome.by_name(),
        "old": len(outcome.old),
        "left_out": dict(outcome.left_out),
        "damage": dict(outcome.damage),
    }
    return json.dumps({"findings": findings, "summary": summary}, ensure_ascii=False, indent=2)


def _record(finding: Finding) -> dict[str, object]:
    return {key: value for key, value in asdict(finding).items() if key not in _NOT_SHOWN}
