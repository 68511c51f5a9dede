"""Finds the files that a command's SOURCE arguments name: files, folders or glob patterns.

Inside folders, hidden files, lock files of office programs, the files of a build, and files that a `.gitignore`
excludes are skipped. In a git repository, those of the folders above count too.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from termbase.errors import TermbaseError, os_error
from termbase.files.build_files import built_among

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

STANDARD_INPUT = "-"

_SKIPPED = (".", "~$")
"""The beginnings of names that are not read in folders; Word has `~$report.docx` while report.docx is open."""

_NAMED = frozenset({".ts"})
"""Endings that other files have more often (TypeScript): these files are read only if the user names the ending."""


def readable_name(file: str) -> str:
    """Return the name of a file as text: its bytes that are not UTF-8 are U+FFFD, which every format can hold."""
    return file.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def find_files(
    sources: Iterable[str], suffixes: frozenset[str], refuse: Callable[[TermbaseError], object] | None = None
) -> list[str]:
    """Return the paths that `sources` name, each file once; the entries of a folder come in sorted order.

    Of a file and the links to it, the file itself is taken. A folder or glob pattern gives only files whose suffix
    is in `suffixes`, and no `.ts` files but by a pattern for them; a file named directly is always given.

    Raises TermbaseError if a source does not exist, if a folder or pattern contains no file with one of the
    suffixes, or if a folder cannot be read. If `refuse` is given, it is called with the error of a folder that
    cannot be read, and the search continues.
    """
    found: dict[str, str] = {}
    for source in sources:
        refused: list[TermbaseError] = []
        files = list(_expand(source, _Walk(suffixes, refused)))
        for error in refused:
            if refuse is None:
                raise error
            refuse(error)
        if not files and not refused:
            kinds = ", ".join(sorted(suffixes))
            raise TermbaseError(f"contains no document ({kinds})", file=source, hint="name a file or other folder")
        for file in files:
            real = file if file == STANDARD_INPUT else os.path.realpath(file)
            if real not in found or (Path(found[real]).is_symlink() and not Path(file).is_symlink()):
                found[real] = file
    return list(found.values())


class _Walk(NamedTuple):
    suffixes: frozenset[str]
    refused: list[TermbaseError]

    def takes(self, path: Path, pattern: str = "") -> bool:
        """Return whether a file that a folder or a pattern gives is to be read, by its ending."""
        suffix = path.suffix.lower()
        return suffix in self.suffixes and (suffix not in _NAMED or pattern.lower().endswith(suffix))


def _expand(source: str, walk: _Walk) -> Iterator[str]:
    path = Path(source)
    if source == STANDARD_INPUT or path.is_file():
        yield source
    elif path.is_dir():
        yield from _walk(path, walk, _rules_above(_absolute(path)))
    elif path.exists():
        raise TermbaseError(
            "is neither a file nor a folder",
            file=source,
            hint="give - and the text on standard input: COMMAND - < PIPE",
        )
    elif not glob.has_magic(source):
        raise TermbaseError("does not exist", file=source, hint="check the path")
    elif matches := sorted(glob.glob(source, recursive=True)):  # noqa: PTH207 - Path.glob rejects absolute patterns
        for match in matches:
            if Path(match).is_dir() or walk.takes(Path(match), source):
                yield from _expand(match, walk)
    else:
        raise TermbaseError("matches no file", file=source, hint="check the pattern")


def _walk(folder: Path, walk: _Walk, ignored: dict[Path, GitIgnoreSpec]) -> Iterator[str]:
    try:
        ignored = ignored | _ignore_rules(folder)
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        walk.refused.append(os_error(error, str(folder), "read"))
        return
    built = built_among([entry.name for entry in entries])
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith(_SKIPPED) or entry.name in built or _is_ignored(path, path.is_dir(), ignored):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path, walk, ignored)
        elif walk.takes(path) and path.is_file():
            yield path.as_posix()


def _rules_above(folder: Path) -> dict[Path, GitIgnoreSpec]:
    """Return the rules of the folders above one, up to the root of its git repository.

    There are none outside of a repository, and none for a folder that they exclude: the user has named it.
    """
    root = next((above for above in (folder, *folder.parents) if (above / ".git").exists()), folder)
    rules: dict[Path, GitIgnoreSpec] = {}
    for above in reversed(folder.parents):
        if above.is_relative_to(root):
            rules |= _ignore_rules(above)
    return {} if _is_ignored(folder, True, rules) else rules


def _ignore_rules(folder: Path) -> dict[Path, GitIgnoreSpec]:
    """Return the rules in a folder by its absolute path."""
    file = folder / ".gitignore"
    if not file.is_file():
        return {}
    from pathspec import GitIgnoreSpec

    lines = file.read_text("utf-8", "replace").splitlines()
    return {_absolute(folder): GitIgnoreSpec.from_lines(lines)}


def _is_ignored(path: Path, is_folder: bool, ignored: dict[Path, GitIgnoreSpec]) -> bool:
    if not ignored:
        return False
    place = _absolute(path)
    return any(
        spec.match_file(place.relative_to(folder).as_posix() + ("/" if is_folder else ""))
        for folder, spec in ignored.items()
    )


def _absolute(path: Path) -> Path:
    """Return the absolute path without `..`; links stay as they are."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.resolve follows links
