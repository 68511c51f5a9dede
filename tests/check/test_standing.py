"""A file for which a termbase was not made has one finding for its doubtful deviations; others have their own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.check.test_bilingual_places import git, po
from tests.conftest import Run

TERMS = {"service": "劳务件", "image": "影相件", "address": "门牌栏", "letter": "文块", "printer": "打印机"}
HOUSE = "en,zh-CN\n" + "".join(f"{english},{chinese}\n" for english, chinese in TERMS.items())
FOREIGN = [
    ("Stop the service", "停止服务"),
    ("Start the service", "启动服务"),
    ("Open an image", "打开图像"),
    ("Enter the address", "输入地址"),
    ("Type a letter", "输入字母"),
]
PRINTERS = [
    (f"The {word} printer", f"{chinese}打印机") for word, chinese in zip("abcdef", "甲乙丙丁戊己", strict=True)
]
SLIP = ("Remove that printer", "删除那台扫描仪")
OWN = [
    ("Visit the service", "拜访劳务件"),
    ("Show all images", "显示影相件"),
    ("Write the address", "记入门牌栏"),
    ("Send the letter", "寄出文块"),
    SLIP,
]


def found(termbase: Run, folder: Path, files: list[str], *options: str) -> list[dict[str, Any]]:
    arguments = ("--termbase", "house.csv", "--select", "missing", "--format", "json", *options)
    return list(json.loads(termbase("check", *files, *arguments, cwd=folder).stdout)["findings"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "house.csv").write_text(HOUSE, "utf-8")
    return tmp_path


def write(folder: Path, pairs: list[tuple[str, str]], name: str = "app.zh_CN.po") -> str:
    (folder / name).write_text(po(pairs), "utf-8")
    return name


def test_one_finding_stands_for_the_doubtful_ones_of_a_file(termbase: Run, folder: Path) -> None:
    (finding,) = found(termbase, folder, [write(folder, FOREIGN)])
    assert finding["severity"] == "info"
    assert finding["message"].startswith("5 places without a listed translation, of 4 terms ")
    assert "“service” “服务” (2 times), “image” “图像”, “address” “地址”" in finding["message"]
    assert [one["text"] for one in finding["also"]] == ["service", "image", "address", "letter"]
    assert [one["other"] for one in finding["also"]] == ["服务", "图像", "地址", "字母"]


def test_a_place_that_stands_apart_has_a_finding_of_its_own(termbase: Run, folder: Path) -> None:
    first, second = found(termbase, folder, [write(folder, [*FOREIGN, *PRINTERS * 2, ("No printer", "没有它")])])
    assert (first["severity"], first["text"]) == ("info", "service")
    assert (second["severity"], second["text"]) == ("error", "printer")


@pytest.mark.parametrize(
    ("pairs", "texts"),
    [
        ([*OWN, *PRINTERS], ["printer"]),  # the termbase is the file's own
        (FOREIGN[:2], ["service", "service"]),  # one term tells nothing of the others
        ([(source, f"服务{target}") for source, target in FOREIGN[:2] * 3], ["service"]),  # one decision
    ],
)
def test_a_file_of_its_own_termbase_has_each_finding(
    termbase: Run, folder: Path, pairs: list[tuple[str, str]], texts: list[str]
) -> None:
    findings = found(termbase, folder, [write(folder, pairs)])
    assert [one["text"] for one in findings] == texts
    assert {one["severity"] for one in findings} == {"error"}


def test_a_file_with_few_deviations_is_as_most_files_of_the_run(termbase: Run, folder: Path) -> None:
    small = write(folder, FOREIGN[2:3], "small.zh_CN.po")
    assert [one["severity"] for one in found(termbase, folder, [small])] == ["error"]
    both = found(termbase, folder, [small, write(folder, FOREIGN)])
    assert [one["severity"] for one in both] == ["info"]
    assert {one["file"] for one in both[0]["also"]} == {"app.zh_CN.po"}


def test_a_file_that_follows_a_termbase_little_is_told_by_the_terms_that_it_never_follows(
    termbase: Run, folder: Path
) -> None:
    letters = [f"{first}{second}" for first in "bdgklm" for second in ("olt", "arn", "ipple", "urve")]
    (folder / "house.csv").write_text("en,zh-CN\n" + "".join(f"{word},门{word}件\n" for word in letters), "utf-8")
    never = [
        (f"{start} {word}", f"某甲{index}") for word in letters for index, start in enumerate(("The", "A", "No"))
    ]
    (finding,) = found(termbase, folder, [write(folder, never)])
    assert (finding["severity"], len(finding["also"])) == ("info", len(never) - 1)
    always = [(f"{start} {word}", f"门{word}件") for word in letters for start in ("The", "A", "No", "His", "Her")]
    findings = found(termbase, folder, [write(folder, [*never, *always])])
    assert {one["severity"] for one in findings} == {"error"}


def test_words_listed_only_for_another_region_are_said_once_where_the_termbase_is_foreign(
    termbase: Run, folder: Path
) -> None:
    (folder / "house.csv").write_text(f"{HOUSE.replace('zh-CN', 'zh-CN,zh-TW')}tidy,整理,收拾\n", "utf-8")
    name = write(folder, [("Tidy it", "收拾它"), ("Tidy them", "收拾一下")])
    options = ("--extend-select", "region")
    own = [one for one in found(termbase, folder, [name], *options) if one["name"] == "region"]
    assert [(one["severity"], one["text"]) for one in own] == [("error", "收拾")] * 2
    name = write(folder, [*FOREIGN, ("Tidy it", "收拾它"), ("Tidy them", "收拾一下")])
    (one,) = (one for one in found(termbase, folder, [name], *options) if one["name"] == "region")
    assert (one["severity"], len(one["also"])) == ("info", 1)
    assert one["message"].startswith("2 places with words that the termbase lists only for another region")


def test_a_new_unit_among_doubtful_ones_is_still_found(termbase: Run, folder: Path) -> None:
    name = write(folder, FOREIGN)
    found(termbase, folder, [name], "--write-baseline", "known.json")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "a")
    write(folder, [*FOREIGN, ("Restart the service", "重启服务")])
    for options in (("--since", "HEAD"), ("--baseline", "known.json")):
        assert [one["source_text"] for one in found(termbase, folder, [name], *options)] == ["Restart the service"]


def test_a_severity_that_the_user_sets_stays(termbase: Run, folder: Path) -> None:
    (folder / "termbase.toml").write_text('[check.missing]\nseverity = "warning"\n', "utf-8")
    assert [one["severity"] for one in found(termbase, folder, [write(folder, FOREIGN)])] == ["warning"]
