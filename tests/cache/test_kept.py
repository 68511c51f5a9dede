"""Tables that are worked out from a file are kept in the cache folder, and made again if they are damaged there."""

from __future__ import annotations

from pathlib import Path

import pytest

from termbase.cache.kept import kept

TABLES = ({"网络": ("network",)}, frozenset({"network"}))


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file from which tables are worked out; the cache folder is empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    file = tmp_path / "source.txt"
    file.write_text("网络 network", "utf-8")
    return file


def kept_file(source: Path) -> Path:
    (file,) = (source.parent / "cache" / "termbase" / "index").glob("*.tables")
    return file


def not_made() -> tuple[dict[str, tuple[str]], frozenset[str]]:
    raise AssertionError("they were kept")


def test_tables_are_made_once(source: Path) -> None:
    assert kept(source, ".tables", lambda: TABLES) == TABLES
    assert kept(source, ".tables", not_made) == TABLES


def test_tables_of_a_changed_file_are_made_again(source: Path) -> None:
    kept(source, ".tables", lambda: ({}, frozenset()))
    source.write_text("网络 network, net", "utf-8")
    assert kept(source, ".tables", lambda: TABLES) == TABLES


@pytest.mark.parametrize("damaged", [b"", b"(", b"no tables", None])
def test_damaged_tables_are_made_again(source: Path, damaged: bytes | None) -> None:
    kept(source, ".tables", lambda: TABLES)
    whole = kept_file(source).read_bytes()
    kept_file(source).write_bytes(whole[:-3] if damaged is None else damaged)
    assert kept(source, ".tables", lambda: TABLES) == TABLES
    assert kept_file(source).read_bytes() == whole


def test_tables_that_others_may_write_are_not_read(source: Path) -> None:
    kept(source, ".tables", lambda: ({}, frozenset()))
    kept_file(source).chmod(0o666)
    assert kept(source, ".tables", lambda: TABLES) == TABLES


def test_tables_are_made_each_time_without_a_file(tmp_path: Path) -> None:
    assert kept(tmp_path / "missing.txt", ".tables", lambda: TABLES) == TABLES
