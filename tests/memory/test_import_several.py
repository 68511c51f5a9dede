"""An import of several files: what cannot be read is said, the others are added, nothing is made for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.test_bilingual_places import tmx
from tests.conftest import Run

GOOD = tmx([("Open the cask", "打开木桶")])


@pytest.mark.parametrize("bad", ["missing.tmx", "broken.tmx"])
@pytest.mark.parametrize("is_first", [True, False])
def test_the_other_files_are_added(termbase: Run, tmp_path: Path, bad: str, is_first: bool) -> None:
    (tmp_path / "good.tmx").write_text(GOOD, "utf-8")
    (tmp_path / "broken.tmx").write_text("<glossary/>", "utf-8")
    files = [bad, "good.tmx"] if is_first else ["good.tmx", bad]
    made = termbase("memory", "import", *files, "--memory", "m.db", cwd=tmp_path)
    assert made.returncode == 2
    assert len([line for line in made.stderr.splitlines() if line.startswith(f"Error: {bad}")]) == 1
    assert "m.db: 1 unit added" in made.stderr
    again = termbase("memory", "import", "good.tmx", "--memory", "m.db", cwd=tmp_path)
    assert (again.returncode, "1 unchanged" in again.stderr) == (0, True)


@pytest.mark.parametrize("bad", ["missing.tmx", "broken.tmx"])
def test_no_empty_memory_is_left(termbase: Run, tmp_path: Path, bad: str) -> None:
    (tmp_path / "broken.tmx").write_text("<glossary/>", "utf-8")
    made = termbase("memory", "import", bad, "--memory", "m.db", cwd=tmp_path)
    assert (made.returncode, list(tmp_path.glob("m.db*"))) == (2, [])
