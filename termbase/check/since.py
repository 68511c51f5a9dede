"""Keeps the findings in lines that have changed since a git revision."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from termbase.check.finding import Finding
from termbase.errors import TermbaseError

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_EVERYTHING = (range(1, 1 << 62),)


def only_changed(findings: Iterable[Finding], revision: str) -> list[Finding]:
    """Return the findings in lines that have changed since the work branched off from `revision`.

    The comparison is with the merge base of `revision` and HEAD. All findings are kept in files that git does not
    track, and in changed files that git treats as binary. Raises TermbaseError if git is missing, or if there is no
    repository or no such revision.
    """
    changed: Callable[[str], tuple[range, ...]] = cache(lambda file: _changed_lines(Path(file), revision))
    return [
        finding
        for finding in findings
        if any(finding.line < lines.stop and lines.start <= finding.end_line for lines in changed(finding.file))
    ]


def _changed_lines(file: Path, revision: str) -> tuple[range, ...]:
    """Return the ranges of changed lines, counted from 1."""
    if file.name == "-" or _git(file.parent, "ls-files", "--error-unmatch", "--", file.name) is None:
        return _EVERYTHING
    base = _base(file.parent, revision)
    diff = _git(file.parent, "diff", "--unified=0", "--no-color", "--no-ext-diff", base, "--", file.name) or ""
    if "\nBinary files " in diff:
        return _EVERYTHING
    hunks = ((int(hunk[1]), int(hunk[2] or 1)) for hunk in _HUNK.finditer(diff))
    return tuple(range(start, start + count) for start, count in hunks if count)


def _base(folder: Path, revision: str) -> str:
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise TermbaseError(f"git does not know the revision {revision!r}", hint="fetch it, or name another")
    return _git(folder, "merge-base", commit, "HEAD") or commit


def _git(folder: Path, *arguments: str) -> str | None:
    """Return the output of git, or None if it fails."""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, capture_output=True, encoding="utf-8", errors="replace", check=False
        )
    except OSError as error:
        raise TermbaseError("cannot run git", hint="--since needs it") from error
    if "not a git repository" in done.stderr:
        raise TermbaseError("is not in a git repository", file=str(folder), hint="--since needs one")
    return done.stdout.strip() if done.returncode == 0 else None
