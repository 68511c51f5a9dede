"""Bilingual files of other kinds: as units of a memory, and as bitexts for the checks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from termbase.errors import TermbaseError
from tests.conftest import Run
from tmx.bitext import read_bitexts
from tmx.formats import read_units
from tmx.segment import plain

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: zh_TW\\n"

# said to the user
msgctxt "menu"
msgid "network"
msgstr "網路"

#, fuzzy
msgid "data"
msgstr "資料"

msgid "empty"
msgstr ""
"""
TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context><name>Main</name><message><source>network</source><translation>网络</translation></message></context>
</TS>
"""


def pairs(file: Path, source: str | None, target: str | None, skipped: Counter[str]) -> list[tuple[str, ...]]:
    units = read_units(str(file), source, target, skipped).units
    return [tuple(plain(variant.segment) for variant in unit.variants) for unit in units]


def test_po_gives_its_translations_with_what_is_noted(tmp_path: Path) -> None:
    (tmp_path / "m.po").write_text(PO, "utf-8")
    skipped: Counter[str] = Counter()
    units = list(read_units(str(tmp_path / "m.po"), "en", None, skipped).units)
    assert [unit.variants[1].tag for unit in units] == ["zh-TW", "zh-TW"]
    assert list(units[0].properties("x-context")) == ["menu"]
    assert list(units[1].properties("x-fuzzy")) == ["yes"]
    assert skipped == {"not translated": 1}


def test_other_formats_come_through_translate_toolkit(tmp_path: Path) -> None:
    (tmp_path / "m.ts").write_text(TS, "utf-8")
    assert pairs(tmp_path / "m.ts", None, None, Counter()) == [("network", "网络")]


def test_a_table_may_name_its_languages_in_the_first_line(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text('en,zh-CN\n"one, two",一二\n,空\n', "utf-8")
    skipped: Counter[str] = Counter()
    assert pairs(tmp_path / "m.csv", None, None, skipped) == [("one, two", "一二")]
    assert skipped == {"not translated": 1}


def test_a_table_without_a_header_line_needs_its_languages_told(tmp_path: Path) -> None:
    (tmp_path / "m.tsv").write_text("this is a text\t一\ntwo\t二\n", "utf-8")
    with pytest.raises(TermbaseError, match="give --source"):
        read_units(str(tmp_path / "m.tsv"), None, None, Counter())
    assert len(pairs(tmp_path / "m.tsv", "en", "zh-CN", Counter())) == 2


def test_what_is_no_bilingual_file_is_said_in_one_line(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "m.xlf").write_text("no XLIFF", "utf-8")
    done = termbase("tmx", "convert", "m.xlf", "--out", "m.tmx", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "is no bilingual file that is read" in done.stderr


def test_checks_read_po_too(tmp_path: Path) -> None:
    (tmp_path / "m.po").write_text(PO, "utf-8")
    (bitext,) = read_bitexts(str(tmp_path / "m.po"), "en")
    assert (bitext.source_language, bitext.target_language) == ("en", "zh-Hant-TW")
    assert [(pair.source, pair.target) for pair in bitext.pairs] == [("network", "網路"), ("data", "資料")]
