"""One finding for a term that a file translates by one other word throughout; new units have their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.check.test_bilingual_places import git, po, tmx
from tests.conftest import Run

SOURCES = ("Open", "Close", "Move", "Delete", "Rename", "Split")
OLD = [(f"{verb} the cask", f"{verb} 木桶") for verb in SOURCES]
OTHERS = [(f"{verb} the lamp", f"{verb} 那盏灯") for verb in SOURCES]
NEW = ("Roll the cask", "滚动木桶")
HOUSE = "en,zh-CN\ncask,酒樽\n"
SAID = "6 segments with “cask” have no listed translation; all of them have “木桶”"


def found(termbase: Run, folder: Path, name: str, *options: str) -> list[dict[str, str]]:
    arguments = (
        "--termbase",
        "house.csv",
        "--source",
        "en",
        "--target",
        "zh-CN",
        "--select",
        "missing",
        "--format",
        "json",
        *options,
    )
    return list(json.loads(termbase("check", name, *arguments, cwd=folder).stdout)["findings"])


FORMATS = {"app.zh_CN.po": po, "m.tmx": tmx}


@pytest.fixture(params=FORMATS)
def name(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    (tmp_path / "house.csv").write_text(HOUSE, "utf-8")
    return str(request.param)


def write(folder: Path, name: str, pairs: list[tuple[str, str]]) -> None:
    (folder / name).write_text(FORMATS[name](pairs), "utf-8")


@pytest.mark.parametrize(
    ("pairs", "count"),
    [
        (OLD, 1),
        (OLD[:4], 4),  # too few to show a decision
        ([*OLD, ("Hide the cask", "隐藏")], 2),  # an omission keeps a finding of its own
        ([*OLD, ("Hide the cask", "隐藏酒樽")], 6),  # the listed translation is known in the file
        ([(source, f"{index}号") for index, (source, _) in enumerate(OLD)], 6),
        ([(source, f"{source[:2]}木桶") for source, _ in OTHERS] * 2 + OLD, 6),  # 木桶 is everywhere
    ],
)
def test_one_other_word_throughout_is_said_once(
    termbase: Run, tmp_path: Path, name: str, pairs: list[tuple[str, str]], count: int
) -> None:
    write(tmp_path, name, [*OTHERS, *pairs])
    assert len(found(termbase, tmp_path, name)) == count


def test_the_finding_names_the_word_and_the_other_lines(termbase: Run, tmp_path: Path, name: str) -> None:
    write(tmp_path, name, [*OTHERS, *OLD])
    (finding,) = found(termbase, tmp_path, name)
    assert finding["message"].startswith(SAID)
    assert "also in lines" in finding["message"]


def test_a_new_wrong_unit_is_reported_at_its_own_place(termbase: Run, tmp_path: Path, name: str) -> None:
    write(tmp_path, name, [*OTHERS, *OLD])
    found(termbase, tmp_path, name, "--write-baseline", "known.json")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "a")
    write(tmp_path, name, [*OTHERS, *OLD, NEW])
    for options in (("--since", "HEAD"), ("--baseline", "known.json")):
        assert [one["source_text"] for one in found(termbase, tmp_path, name, *options)] == [NEW[0]]
