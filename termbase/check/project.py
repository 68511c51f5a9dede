"""Where files stand in the user's project: the same for everyone who has it, wherever they have it."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path


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
