from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from termbase.errors import TermbaseError
from termbase.files.output import refuse_overwriting, source_date, write_files


def test_files_are_written_into_a_new_folder(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    write_files(str(folder), {"a": b"1", "b": b"2"})
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a": b"1", "b": b"2"}


def test_a_failure_leaves_the_old_files_and_nothing_else(tmp_path: Path) -> None:
    write_files(str(tmp_path), {"a": b"old"})
    with pytest.raises(TermbaseError, match="cannot write it"):
        write_files(str(tmp_path), {"a": b"new", "no/such/folder": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old"}


def test_a_folder_that_cannot_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(TermbaseError, match="cannot write it: not a directory"):
        write_files(str(tmp_path / "file" / "folder"), {"a": b""})


def test_existing_files_are_not_overwritten_unasked(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("x")
    refuse_overwriting(str(tmp_path), ["a"], force=False)
    refuse_overwriting(str(tmp_path), ["a", "b"], force=True)
    with pytest.raises(TermbaseError, match="already holds b"):
        refuse_overwriting(str(tmp_path), ["a", "b"], force=False)


def test_the_date_comes_from_the_environment_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert source_date() is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert source_date() == datetime(1970, 1, 2, tzinfo=UTC)
    for wrong in ("yesterday", "9" * 30):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
        with pytest.raises(TermbaseError, match="is no moment"):
            source_date()
