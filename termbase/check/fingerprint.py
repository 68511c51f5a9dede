"""Findings by what they say, not by where they stand: the same finding tomorrow, some lines further down."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from termbase.check.finding import Finding
from termbase.check.project import project_path

_NEAR = 30
"""Code points of the line on each side that belong to a finding: words far off may change."""

_SPACE = re.compile(r"\s+")


def fingerprints(findings: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    """Each finding with its fingerprint, 16 hexadecimal digits, all different.

    It is made of check, file, segment, concept, the words and those around them; of findings that share all that,
    of their number.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        identity = _identity(finding)
        seen[identity] += 1
        content = f"{identity}\0{seen[identity]}".encode("utf-8", "surrogateescape")
        yield hashlib.sha256(content).hexdigest()[:16], finding


def _identity(finding: Finding) -> str:
    around = (finding.before[-_NEAR:], finding.text, finding.after[:_NEAR])
    parts = (
        finding.code, project_path(finding.file), finding.segment, finding.side, finding.concept,
        *(_SPACE.sub(" ", part).strip() for part in around),
    )  # fmt: skip
    return "\0".join(part or "" for part in parts)
