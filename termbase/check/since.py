"""The lines that have changed since a git revision, and the findings that they concern."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from termbase.check.finding import Finding
from termbase.errors import TermbaseError

_HUNK = re.compile(
    r"^@@ -\S+ \+(?P<start>\d+)(?:,(?P<count>\d+))? @@.*\n"
    r"(?:-.*\n)*?(?:-(?P<unended>.*)\n\\ No newline.*\n)?(?:\+(?P<first>.*))?",
    re.MULTILINE,
)
_NEW = re.compile("^new file mode", re.MULTILINE)
_EVERYTHING = ((1, 1 << 62),)

LineRange = tuple[int, int]
"""The first and the last line of a stretch of lines, counted from 1."""


class ChangedUnits(NamedTuple):
    """The units of a bilingual file that are not in an older version of it: their lines, and their two texts."""

    lines: tuple[LineRange, ...]
    texts: frozenset[tuple[str, str]]


FindUnits = Callable[[str, bytes, tuple[LineRange, ...]], ChangedUnits | None]
"""Compares a file with the bytes of its older version; its changed lines tell equal units apart.

None if the file is not bilingual, or if a version of it cannot be read.
"""


_FormerNames = Callable[[Path, str], dict[str, str]]
"""Gives the former names of the files that were renamed in a repository since a commit, see `_former_names`."""


class ChangedLines:
    """The lines of files that have changed since the work branched off from a git revision.

    The comparison is with the merge base of the revision and HEAD. All lines count as changed in files that git
    does not track, and in changed files that git treats as binary. A renamed file is compared with the file that it
    was. In bilingual files, the lines are those of the
    units that have changed, however they are written. The methods raise TermbaseError if git is missing, or if
    there is no repository or no such revision.
    """

    def __init__(self, revision: str, find_units: FindUnits) -> None:
        """Remember the revision; git is asked when a file is first looked at."""
        names = cache(_former_names)
        self._of = cache(lambda file: _changes(file, revision, find_units, names))
        self._revision = revision

    def require(self, files: Iterable[str]) -> None:
        """Raise TermbaseError unless git knows the revision where the files are, whatever was found in them."""
        known: set[Path] = set()
        for folder in sorted({Path(file).resolve().parent for file in files if file != "-"}):
            if known.isdisjoint((folder, *folder.parents)):
                _base(folder, self._revision)
                known.add(folder)

    def of(self, file: str) -> tuple[LineRange, ...]:
        """Return the first and last line of each changed stretch of a file."""
        return self._of(file).lines

    def have(self, finding: Finding) -> bool:
        """Whether a finding, or a text of its unit, is in a changed line, and its unit is not an old one."""
        lines = ((finding.line, finding.end_line), *finding.unit_lines)
        if not any(self._touch(finding.file, *each) for each in lines):
            return False
        texts = self._of(finding.file).texts
        return not texts or (finding.source_text, finding.target_text) in texts

    def may_decide(self, finding: Finding) -> bool:
        """Whether a finding compares places of which some are in changed lines and some are not."""
        touched = [self._touch(finding.file, line, line) for line in (finding.line, *finding.compared)]
        return any(touched) and not all(touched)

    def _touch(self, file: str, first: int, last: int) -> bool:
        return any(first <= end and start <= last for start, end in self.of(file))


def _changes(file: str, revision: str, find_units: FindUnits, names: _FormerNames) -> ChangedUnits:
    path = Path(file)
    everything = ChangedUnits(_EVERYTHING, frozenset())
    if file == "-" or _git(path.parent, "ls-files", "--error-unmatch", "--", path.name) is None:
        return everything
    base = _base(path.parent, revision)
    diff, before = _diff(path.parent, base, f"./{path.name}"), f"./{path.name}"
    if _NEW.search(diff) and (former := _former_name(path, base, names)):
        diff, before = _diff(path.parent, base, f":(top,literal){former}", f"./{path.name}"), former
    added = tuple(_added(hunk) for hunk in _HUNK.finditer(diff) if hunk["count"] != "0")
    lines = _EVERYTHING if "\nBinary files " in diff else added
    old = _git_bytes(path.parent, "show", f"{base}:{before}") if diff else None
    units = find_units(file, old, lines) if old is not None else None
    return units or ChangedUnits(lines, frozenset())


def _diff(folder: Path, base: str, *paths: str) -> str:
    """Return the differences of files in a folder; two names are the old and the new one of a file."""
    options = ("--find-renames", "--unified=0", "--no-color", "--no-ext-diff")
    return _git(folder, "diff", *options, base, "--", *paths) or ""


def _former_name(path: Path, base: str, names: _FormerNames) -> str | None:
    """Return the path from the top of the repository that a file had before it was renamed, None if it is new."""
    top, prefix = _git(path.parent, "rev-parse", "--show-toplevel"), _git(path.parent, "rev-parse", "--show-prefix")
    return names(Path(top), base).get(f"{prefix}{path.name}") if top else None


def _former_names(top: Path, base: str) -> dict[str, str]:
    """Return the renamed files of a repository with their former names."""
    renamed = _git(top, "diff", "--find-renames", "--diff-filter=R", "--name-status", "-z", base) or ""
    fields = renamed.split("\0")
    return dict(zip(fields[2::3], fields[1::3], strict=False))


def _added(hunk: re.Match[str]) -> LineRange:
    """Return the lines of a hunk. A first line that only got the line end that it lacked has not changed."""
    start, count = int(hunk["start"]), int(hunk["count"] or 1)
    is_kept = count > 1 and hunk["unended"] is not None and hunk["unended"] == hunk["first"]
    return start + is_kept, start + count - 1


def _base(folder: Path, revision: str) -> str:
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise TermbaseError(f"git does not know the revision {revision!r}", hint="fetch it, or name another")
    return _git(folder, "merge-base", commit, "HEAD") or commit


def _git(folder: Path, *arguments: str) -> str | None:
    """Return the output of git, or None if it fails."""
    output = _git_bytes(folder, *arguments)
    return None if output is None else output.decode("utf-8", "replace").replace("\r\n", "\n").strip()


def _git_bytes(folder: Path, *arguments: str) -> bytes | None:
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except OSError as error:
        raise TermbaseError("cannot run git", hint="--since needs it") from error
    if b"not a git repository" in done.stderr:
        raise TermbaseError("is not in a git repository", file=str(folder), hint="--since needs one")
    return done.stdout if done.returncode == 0 else None
