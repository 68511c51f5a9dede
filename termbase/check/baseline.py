"""A baseline: a file of the findings that documents have already, so that only new findings make a check fail.

It is a JSON file with one finding on each line, to be kept under version control beside the documents. Only the
fingerprints are compared; the other fields are for people who read the changes of the file.
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
    """Return the text of a baseline file for these findings."""
    lines = sorted(
        json.dumps(
            {"file": project_path(f.file), "check": f.name, "text": f.text, "fingerprint": mark}, ensure_ascii=False
        )
        for mark, f in fingerprints(findings)
    )
    entries = ",\n".join(lines)
    return f'{{"version": {_VERSION}, "findings": [\n{entries}\n]}}\n'


def read_baseline(file: str) -> frozenset[str]:
    """Return the fingerprints in a baseline file. Raises TermbaseError if it is unreadable or not a baseline."""
    try:
        record = json.loads(Path(file).read_text("utf-8"))
        if record["version"] != _VERSION:
            hint = "write a new one with --write-baseline"
            raise TermbaseError(f"is a baseline of unknown version {record['version']}", file=file, hint=hint)
        return frozenset(entry["fingerprint"] for entry in record["findings"])
    except OSError as error:
        raise os_error(error, file, "read") from error
    except (ValueError, TypeError, KeyError):
        raise TermbaseError("is not a baseline", file=file, hint="write one with --write-baseline") from None


def split(findings: Iterable[Finding], known: Container[str]) -> tuple[list[Finding], list[Finding]]:
    """Separate findings into new ones and those whose fingerprint is in `known`."""
    new: list[Finding] = []
    old: list[Finding] = []
    for mark, finding in fingerprints(findings):
        (old if mark in known else new).append(finding)
    return new, old
