"""Findings for tools: one JSON document, the same keys in the same order every time."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

from termbase.check.finding import Finding


def findings_json(findings: Sequence[Finding], documents: int) -> str:
    """The findings and their counts as one JSON document; `documents` is how many were looked at."""
    by_name = Counter(finding.name for finding in findings)
    summary = {"documents": documents, "findings": len(findings), "by_name": dict(sorted(by_name.items()))}
    record = {"findings": [asdict(finding) for finding in findings], "summary": summary}
    return json.dumps(record, ensure_ascii=False, indent=2)
