"""Commands that only use a glossary say once on standard error what its columns were taken for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("English,中文,page", "g.csv: columns: 1 English = en, 2 中文 = zh-CN, 3 page not read\n"),
        ("en,zh-CN,note", ""),
    ],
)
@pytest.mark.parametrize("command", [["lookup", "train"], ["check", "d.txt"], ["scan", "d.txt"]])
def test_what_columns_were_taken_for_is_told_if_it_was_guessed(
    termbase: Run, tmp_path: Path, command: list[str], header: str, line: str
) -> None:
    (tmp_path / "g.csv").write_text(f"{header}\ntrain,火车,3\n", "utf-8")
    (tmp_path / "d.txt").write_text("A train.\n", "utf-8")
    cache = str(tmp_path / "cache")  # a lookup in a kept index does not read the columns again
    done = termbase(*command, "--termbase", "g.csv", cwd=tmp_path, XDG_CACHE_HOME=cache)
    assert (done.returncode, done.stderr) == (0, line)
