"""Findings by what they say, not by where they stand: the same finding tomorrow, some lines further down.

Files are named by `project_path`: equal for everyone who has the project, wherever they have it.
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


def project_path(file: str) -> str:
    """A file's path from the root of the git work tree around the working directory, else from that directory.

    With `/` on every system. A file outside keeps its absolute path, standard input its `-`.
    """
    return file if file == "-" else _relative(os.path.abspath(file), os.getcwd())  # noqa: PTH100, PTH109 - links stay


@cache
def _relative(file: str, folder: str) -> str:
    path, root = Path(file), _root(Path(folder))
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _root(folder: Path) -> Path:
    return next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), folder)
