"""Where files stand in the user's project: the same for everyone who has it, wherever they have it."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path


def project_path(file: str) -> str:
    """A file's path from the root of the git work tree around the working directory, else from that directory.

    With `/` on every system. A file outside keeps its absolute path, standard input its `-`.
    """
    if file == "-":
        return file
    path = Path(os.path.abspath(file))  # noqa: PTH100 - symbolic links stay as the user named them
    root = _root(Path.cwd())
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


@cache
def _root(folder: Path) -> Path:
    return next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), folder)
