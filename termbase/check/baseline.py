"""A baseline: the findings that an old document has anyhow, so that only new ones fail.

A JSON file, a finding a line, made to be kept beside the documents. Fingerprints alone are compared; the rest is
for people who read its changes.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable
from pathlib import Path

from termbase.check.finding import Finding
from termbase.check.fingerprint import fingerprints, project_path
from termbase.errors import TermbaseError, os_error

_VERSION = 1


def baseline_of(findings: Iterable[Finding]) -> str:
    """The text of a baseline that lets these findings pass."""
    lines = sorted(
        json.dumps(
            {"file": project_path(f.file), "check": f.name, "text": f.text, "fingerprint": mark}, ensure_ascii=False
        )
        for mark, f in fingerprints(findings)
    )
    entries = ",\n".join(lines)
    return f'{{"version": {_VERSION}, "findings": [\n{entries}\n]}}\n'


def read_baseline(file: str) -> frozenset[str]:
    """The fingerprints of a baseline file. Raises TermbaseError for what is none."""
    try:
        record = json.loads(Path(file).read_text("utf-8"))
        if record["version"] != _VERSION:
            raise TermbaseError(f"is a baseline of version {record['version']}", file=file, hint="write it anew")
        return frozenset(entry["fingerprint"] for entry in record["findings"])
    except OSError as error:
        raise os_error(error, file, "read") from error
    except (ValueError, TypeError, KeyError):
        raise TermbaseError("is no baseline", file=file, hint="write one with --write-baseline") from None


def split(findings: Iterable[Finding], known: Container[str]) -> tuple[list[Finding], list[Finding]]:
    """The findings that are new, and those that a baseline with these fingerprints knows."""
    new: list[Finding] = []
    old: list[Finding] = []
    for mark, finding in fingerprints(findings):
        (old if mark in known else new).append(finding)
    return new, old
