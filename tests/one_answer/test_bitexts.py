"""The same segments in every bilingual format have the same findings."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from pathlib import Path

import pytest

from termbase import read
from termbase.check.configure import Selection
from termbase.check.known_terms import KnownTerms
from termbase_service.check import check_file, read_job
from tests.conftest import ROOT, Run

KNOWN = KnownTerms([read(str(ROOT / "tests" / "check" / "house.tbx"))])
PAIRS = [
    ("Open the file %s (3 of 12).", "打开文件 %s（12 个中的第 3 个）。"),
    ("The Digital Silk Road & the <b>data</b> act", "数字丝绸之路与数据法"),
    ("Digital Silk Route", "数字丝绸之路"),
    ("The \"cyber security\" law of 2017", "《网络安全法》（2016 年）"),
    ("Save", "保存"),
    ("Save ", "储存 "),
    ("Print the numeric economy\\tonce", "列印数位经济。"),
    ("Cancel", "Cancel"),
    ("It is done!", "已完成"),
]  # fmt: skip
NAMES = ("a.csv", "a.xlsx", "a.tmx", "a.po", "a.xlf", "xliff2.xlf", "a.tmx.gz")


@pytest.fixture(scope="module")
def folder(termbase: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bitexts")
    rows = ["source\ttarget\tlanguages: en, zh-CN", *map("\t".join, PAIRS)]
    (made / "a.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    for name in NAMES[:-1]:
        form = ("--to", "xliff2") if "xliff2" in name else ()
        assert termbase("tmx", "convert", "a.tsv", "--out", name, *form, cwd=made).returncode == 0
    (made / NAMES[-1]).write_bytes(gzip.compress((made / "a.tmx").read_bytes()))
    return made


def findings(file: Path) -> Counter[tuple[object, ...]]:
    """Return the findings in a file; without the lines in their messages, which differ from format to format."""
    job = read_job(file.parent, Selection(("all",)), source="en", target="zh-CN")
    checked = check_file(job, KNOWN, str(file))
    assert checked.error is None
    return Counter(
        (one.name, re.sub(r"(line|segment) \S+", "", one.message), one.side, one.start, one.end, one.suggestions)
        for one in checked.findings
    )


@pytest.fixture(scope="module")
def expected(folder: Path) -> Counter[tuple[object, ...]]:
    found = findings(folder / "a.tsv")
    assert {name for name, *_ in found} == {"code", "inconsistent", "number", "wording"}
    return found


@pytest.mark.parametrize("name", NAMES)
def test_the_same_segments_have_the_same_findings(
    folder: Path, expected: Counter[tuple[object, ...]], name: str
) -> None:
    assert findings(folder / name) == expected
