"""Fingerprints of findings, which stay the same when a finding moves to another line.

They contain the path of the file relative to the project (`project_path`), so they are equal for everyone who works
on the project, in whatever folder.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from termbase.check.finding import Finding

_NEAR = 30
"""Code points of the line on each side that identify a finding. Words further away may change."""

_SPACE = re.compile(r"\s+")


def fingerprints(findings: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    """Yield each finding with its fingerprint: 16 hexadecimal digits, different for each finding.

    The fingerprint is a hash of check, file, unit, side, concept, the words found and the words around them.
    Findings that share all of these are numbered, and the number enters the hash.
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
        finding.code, project_path(finding.file), _unit(finding), finding.side, finding.concept,
        *(_SPACE.sub(" ", part).strip() for part in around),
    )  # fmt: skip
    return "\0".join(part or "" for part in parts)


def _unit(finding: Finding) -> str | None:
    """Return the id of the unit, or its source text if the id is a number, which changes when units are added."""
    return finding.source_text if finding.segment and finding.segment.isdigit() else finding.segment


def project_path(file: str) -> str:
    """Return a file's path relative to the project, with `/` as separator on every system.

    The project is the git work tree around the working directory, or else the working directory itself. A file
    outside it keeps its absolute path. Standard input stays `-`.
    """
    return file if file == "-" else _relative(os.path.abspath(file), os.getcwd())  # noqa: PTH100, PTH109 - keeps links


@cache
def _relative(file: str, folder: str) -> str:
    path, root = Path(file), _root(Path(folder))
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _root(folder: Path) -> Path:
    return next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), folder)
