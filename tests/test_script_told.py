"""Language, script and region told from a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from termbase.script import Script
from termbase.told import told


@pytest.mark.parametrize(
    ("text", "language", "script", "region"),
    [
        ("软件在服务器上运行", "zh-Hans-CN", Script.SIMPLIFIED, "CN"),
        ("軟體在網路上執行", "zh-Hant-TW", Script.TRADITIONAL, "TW"),
        ("軟件在網絡上運行", "zh-Hant-HK", Script.TRADITIONAL, "HK"),
        ("数位经济与网路安全", "zh-Hans-CN", Script.SIMPLIFIED, "TW"),
        ("歷史與藝術", "zh-Hant", Script.TRADITIONAL, None),
        ("人民", "zh", Script.BOTH, None),
        ("數位经济", "zh", Script.MIXED, "TW"),
        ("The network (网络) is open to all", "en", Script.SIMPLIFIED, None),
    ],
)
def test_a_text_tells_what_it_is_written_in(text: str, language: str, script: Script, region: str | None) -> None:
    found = told(text)
    assert (found.language, found.script) == (language, script)
    assert found.region == region or language == "en"


def test_the_evidence_is_given() -> None:
    found = told("網路與網路")
    assert found.words["TW"] == {"網路": 2}
    assert found.characters[Script.TRADITIONAL] == {"網": 2, "與": 1}
    assert not found.characters[Script.SIMPLIFIED]


def test_a_quotation_in_the_other_script_does_not_count() -> None:
    assert told("软件发展" * 30 + "臺灣").script is Script.SIMPLIFIED


@pytest.mark.parametrize("name", ["handbook", "libreoffice-help", "debian-reference"])
def test_real_texts_tell_their_region(shared: Path, name: str) -> None:
    for tag, language in (("zh-CN", "zh-Hans-CN"), ("zh-TW", "zh-Hant-TW")):
        path = shared / "dev" / "parallel" / f"{name}.{tag}.tsv"
        if not path.is_file():
            pytest.skip("no parallel texts in ../shared")
        lines = [line.split("\t")[-1] for line in path.read_text("utf-8").splitlines()[1:2000]]
        assert told("\n".join(lines)).language == language
