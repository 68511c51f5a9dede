"""Files in the cache folder: when a stamp is believed, and what an interrupted writer leaves."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from termbase.cache import folder as cache_folder
from termbase.cache.folder import SETTLING_TIME, remembered, write
from termbase.cache.place import place_of

STATE = b"state\n"


def ask(folder: Path | None, answers: Iterator[str], age: int) -> str:
    return remembered(folder, "a.stamp", STATE, time.time_ns() - age, lambda: next(answers))


@pytest.mark.parametrize(("age", "second"), [(2 * SETTLING_TIME, "one"), (0, "two")], ids=["settled", "just now"])
def test_a_stamp_is_kept_only_of_files_that_have_settled(tmp_path: Path, age: int, second: str) -> None:
    answers = iter(("one", "two"))
    assert ask(tmp_path, answers, age) == "one"
    assert ask(tmp_path, answers, age) == second


def test_a_stamp_of_another_state_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "a.stamp").write_bytes(b"other\nold")
    assert ask(tmp_path, iter(("new",)), 2 * SETTLING_TIME) == "new"


def test_a_stamp_that_others_may_write_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "a.stamp").write_bytes(STATE + b"old")
    (tmp_path / "a.stamp").chmod(0o666)
    assert ask(tmp_path, iter(("new",)), 0) == "new"


def test_nothing_is_remembered_without_a_folder() -> None:
    answers = iter(("one", "two"))
    assert [ask(None, answers, 2 * SETTLING_TIME) for _ in range(2)] == ["one", "two"]


def test_a_writer_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.words").write_bytes(b"old")

    def fail(file: Path) -> None:
        file.write_bytes(b"half")
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="disk is full"):
        write(tmp_path / "a.words", fail)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a.words", b"old")]


def test_only_the_last_tables_of_one_kind_are_kept(tmp_path: Path) -> None:
    for name in ("a.HK", "b.HK", "c.HK", "a.HK.changed", "a.stamp", "b.stamp", "c.stamp"):
        write(tmp_path / name, lambda file: file.write_bytes(b"table"))
        os.utime(tmp_path / name, (time.time(), time.time() - 100 + ord(name[0])))
    assert {file.name for file in tmp_path.iterdir()} == {
        *("b.HK", "c.HK", "a.HK.changed"),
        *("a.stamp", "b.stamp", "c.stamp"),
    }


def test_a_place_is_named_by_the_stamp_unless_the_file_has_to_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(cache_folder, "SETTLING_TIME", 0)
    file = tmp_path / "terms.tbx"
    file.write_text("<tbx/>", "utf-8")
    place = place_of(file, ".x")
    assert place is not None
    (stamp,) = (one for one in place.parent.glob("*.stamp") if place.stem.encode() in one.read_bytes())
    stamp.write_bytes(stamp.read_bytes().replace(place.stem.encode(), b"stale"))
    assert place_of(file, ".x") == place.with_name("stale.x")
    assert place_of(file, ".x", is_read=True) == place
