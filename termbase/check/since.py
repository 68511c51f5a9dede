"""The lines that have changed since a git revision, and the findings that they concern."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from termbase.check.finding import Finding
from termbase.errors import TermbaseError

_HUNK = re.compile(
    r"^@@ -\S+ \+(?P<start>\d+)(?:,(?P<count>\d+))? @@.*\n"
    r"(?:-.*\n)*?(?:-(?P<unended>.*)\n\\ No newline.*\n)?(?:\+(?P<first>.*))?",
    re.MULTILINE,
)
_REMOVED = re.compile(r"^@@ -\S+ \+(?P<start>\d+)(?:,\d+)? @@.*\n(?P<removed>(?:-.*\n?)+)", re.MULTILINE)
_FUZZY = re.compile(r"^-#,.*\bfuzzy\b", re.MULTILINE)
_EVERYTHING = ((1, 1 << 62),)

LineRange = tuple[int, int]
"""The first and the last line of a stretch of lines, counted from 1."""


class ChangedLines:
    """The lines of files that have changed since the work branched off from a git revision.

    The comparison is with the merge base of the revision and HEAD. All lines count as changed in files that git
    does not track, and in changed files that git treats as binary. The methods raise TermbaseError if git is
    missing, or if there is no repository or no such revision.
    """

    def __init__(self, revision: str) -> None:
        """Remember the revision; git is asked when a file is first looked at."""
        self._of = cache(lambda file: _changed_lines(Path(file), revision))

    def of(self, file: str) -> tuple[LineRange, ...]:
        """Return the first and last line of each changed stretch of a file."""
        return self._of(file)

    def have(self, finding: Finding) -> bool:
        """Whether a finding, or a text of its unit, is in a changed line."""
        return any(
            self._touch(finding.file, *lines) for lines in ((finding.line, finding.end_line), *finding.unit_lines)
        )

    def may_decide(self, finding: Finding) -> bool:
        """Whether a finding compares places of which some are in changed lines and some are not."""
        touched = [self._touch(finding.file, line, line) for line in (finding.line, *finding.compared)]
        return any(touched) and not all(touched)

    def _touch(self, file: str, first: int, last: int) -> bool:
        return any(first <= end and start <= last for start, end in self.of(file))


def _changed_lines(file: Path, revision: str) -> tuple[LineRange, ...]:
    if file.name == "-" or _git(file.parent, "ls-files", "--error-unmatch", "--", file.name) is None:
        return _EVERYTHING
    base = _base(file.parent, revision)
    diff = _git(file.parent, "diff", "--unified=0", "--no-color", "--no-ext-diff", base, "--", file.name) or ""
    if "\nBinary files " in diff:
        return _EVERYTHING
    added = (_added(hunk) for hunk in _HUNK.finditer(diff) if hunk["count"] != "0")
    return (*added, *(_finished(file, diff) if file.suffix.lower() == ".po" else ()))


def _added(hunk: re.Match[str]) -> LineRange:
    """Return the lines of a hunk. A first line that only got the line end that it lacked has not changed."""
    start, count = int(hunk["start"]), int(hunk["count"] or 1)
    is_kept = count > 1 and hunk["unended"] is not None and hunk["unended"] == hunk["first"]
    return start + is_kept, start + count - 1


def _finished(file: Path, diff: str) -> Iterator[LineRange]:
    """Yield the entries of a PO file that lost their mark `fuzzy`: now they count as translations."""
    lines = file.read_text("utf-8", "replace").split("\n")
    for hunk in _REMOVED.finditer(diff):
        if _FUZZY.search(hunk["removed"]):
            start = int(hunk["start"])
            end = next((number for number in range(start + 1, len(lines)) if not lines[number].strip()), len(lines))
            yield start, end


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
