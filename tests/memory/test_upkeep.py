"""Units are deleted by conditions and as duplicates, as `tmx filter` and `tmx merge` choose them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.memory.conftest import ONLY_SQLITE, Fill, unit
from tmx.memory.search import Query
from tmx.memory.store import open_store
from tmx.model import TranslationUnit, prop

UNITS = [
    unit("Open the file", "打开文件", changedate="20240131T120000Z"),
    unit("Open the file", "開啟檔案", tag="zh-Hant-TW", creationtool="Robot"),
    unit("Close", "关闭", id="7", changedate="20190101T000000Z")._replace(items=(prop("x-domain", "law"),)),
    unit("open the  file", "打开文件", changedate="20250101T000000Z"),
    unit("Save", "保存"),
    unit("Save", "保存"),
]


def texts(units: list[TranslationUnit]) -> list[str]:
    return [" | ".join(str(variant.segment[0]) for variant in found.variants) for found in units]


@ONLY_SQLITE
@pytest.mark.parametrize(
    "options",
    [
        ["--match", "(?i)open"],
        ["--target", "zh-TW"],
        ["--after", "2024", "--before", "2025"],
        ["--property", "x-domain=law"],
        ["--origin", "Robot", "--invert"],
        ["--match", "nothing"],
    ],
)
def test_delete_and_filter_choose_the_same_units(
    options: list[str], fill: Fill, memory: str, tmp_path: Path, termbase: Run
) -> None:
    fill(UNITS)
    termbase("memory", "export", "--memory", memory, "--out", "all.tmx", cwd=tmp_path)
    inverted = [word for word in options if word != "--invert"] + ["--invert"] * ("--invert" not in options)
    termbase("tmx", "filter", "all.tmx", *inverted, "--out", "left.tmx", cwd=tmp_path)
    dry = termbase("memory", "delete", "--memory", memory, *options, "--dry-run")
    done = termbase("memory", "delete", "--memory", memory, *options)
    assert (dry.returncode, done.returncode) == (0, 0)
    assert dry.stderr.replace("to delete", "deleted") == done.stderr
    termbase("memory", "export", "--memory", memory, "--out", "after.tmx", cwd=tmp_path)
    assert (tmp_path / "after.tmx").read_text() == (tmp_path / "left.tmx").read_text()
    with open_store(memory) as store:
        assert store.faults() == []


@ONLY_SQLITE
@pytest.mark.parametrize("options", [[], ["--key", "text"], ["--key", "source", "--keep", "first"]])
def test_dedupe_and_merge_keep_the_same_units(
    options: list[str], fill: Fill, memory: str, tmp_path: Path, termbase: Run
) -> None:
    fill(UNITS)
    termbase("memory", "export", "--memory", memory, "--out", "all.tmx", cwd=tmp_path)
    termbase("tmx", "merge", "all.tmx", *options, "--out", "merged.tmx", cwd=tmp_path)
    done = termbase("memory", "dedupe", "--memory", memory, *options)
    assert (done.returncode, "duplicate" in done.stderr) == (0, True)
    termbase("memory", "export", "--memory", memory, "--out", "after.tmx", cwd=tmp_path)
    assert (tmp_path / "after.tmx").read_text() == (tmp_path / "merged.tmx").read_text()
    assert "0 duplicates deleted" in termbase("memory", "dedupe", "--memory", memory, *options).stderr
    with open_store(memory) as store:
        assert store.faults() == []


def test_what_is_deleted_is_not_found_until_it_is_imported_again(fill: Fill, memory: str) -> None:
    fill(UNITS)
    query = Query("Close", "en", "zh-Hans-CN")
    with open_store(memory, is_written=True) as store:
        assert store.delete(lambda unit: unit.id == "7") == 1
        assert store.find(query) == []
        store.rebuild()
        assert store.find(query) == []
        assert store.concordance("关闭").places == []
    assert fill(UNITS).added == 1
    with open_store(memory) as store:
        assert [match.score for match in store.find(query)] == [100]
        assert store.faults() == []


def test_a_failed_delete_deletes_nothing(fill: Fill, memory: str) -> None:
    fill(UNITS)

    def is_wanted(unit: TranslationUnit) -> bool:
        return bool(1 // (unit.id != "7"))

    with open_store(memory, is_written=True) as store:
        with pytest.raises(ZeroDivisionError):
            store.delete(is_wanted)
        assert store.stats().units == len(UNITS)


@ONLY_SQLITE
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["delete"], "no condition"),
        (["delete", "--match", "["], "regular expression"),
        (["delete", "--match", "x", "--memory", "none.db"], "no such memory"),
        (["dedupe", "--memory", "none.db"], "no such memory"),
    ],
)
def test_a_mistake_deletes_nothing(
    arguments: list[str], message: str, fill: Fill, memory: str, tmp_path: Path, termbase: Run
) -> None:
    fill(UNITS)
    done = termbase("memory", *arguments, cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert message in done.stderr
    assert not (tmp_path / "none.db").exists()
    with open_store(memory) as store:
        assert store.stats().units == len(UNITS)
