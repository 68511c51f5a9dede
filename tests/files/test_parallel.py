"""Tests `map_files`: results in the order of the files, and what a worker keeps between files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from termbase.files.parallel import map_files


class Reader:
    """Opens something when it gets its first file."""

    def __init__(self) -> None:
        self.opened_by = 0
        self.opened = 0

    def __call__(self, file: str) -> tuple[str, int, int]:
        if self.opened_by != os.getpid():
            self.opened_by = os.getpid()
            self.opened += 1
        return Path(file).name, self.opened_by, self.opened


@pytest.mark.parametrize("size", [10, 500_000], ids=["in this process", "in workers"])
def test_what_is_opened_for_the_first_file_is_there_for_the_others(tmp_path: Path, size: int) -> None:
    names = [f"{number}.txt" for number in range(12)]
    for name in names:
        (tmp_path / name).write_bytes(b"x" * size)
    results = list(map_files(Reader(), [str(tmp_path / name) for name in names]))
    assert [name for name, _, _ in results] == names
    assert {opened for _, _, opened in results} == {1}
    workers = {process for _, process, _ in results}
    if size == 10:
        assert workers == {os.getpid()}
    elif (os.cpu_count() or 1) > 1:
        assert os.getpid() not in workers
