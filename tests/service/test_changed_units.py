"""Which units of a bilingual file are new since its older version."""

from __future__ import annotations

from pathlib import Path

import pytest

from termbase.check.configure import Selection
from termbase_service.changed_units import changed_units
from termbase_service.check import read_job

HEAD = 'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n\n'


def po(*pairs: tuple[str, str]) -> str:
    return HEAD + "".join(f'msgctxt "{at}"\nmsgid "{en}"\nmsgstr "{zh}"\n\n' for at, (en, zh) in enumerate(pairs))


def table(*pairs: tuple[str, str]) -> str:
    return "".join(f"{en}\t{zh}\n" for en, zh in (("en", "zh-CN"), *pairs))


NET, DATA = ("network", "网络"), ("data", "数据")


@pytest.mark.parametrize(("pairs", "line"), [((NET, NET, DATA), 2), ((NET, NET, DATA), 3), ((NET, DATA, NET), 4)])
def test_of_equal_units_those_in_changed_lines_are_new(
    tmp_path: Path, pairs: tuple[tuple[str, str], ...], line: int
) -> None:
    file = tmp_path / "a.tsv"
    file.write_text(table(*pairs), "utf-8")
    job = read_job(tmp_path, Selection())
    units = changed_units(job, str(file), table(NET, DATA).encode(), [(line, line)])
    assert units is not None
    assert {first for first, _ in units.lines} == {line}


def test_a_unit_with_another_translation_is_new(tmp_path: Path) -> None:
    file = tmp_path / "zh_CN.po"
    file.write_text(po(NET, ("data", "资料")), "utf-8")
    units = changed_units(read_job(tmp_path, Selection()), str(file), po(NET, DATA).encode(), [(1, 99)])
    assert units is not None
    assert units.texts == frozenset({("data", "资料")})


def test_a_document_has_no_units(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("network\n", "utf-8")
    assert changed_units(read_job(tmp_path, Selection()), str(tmp_path / "a.md"), b"", [(1, 1)]) is None
