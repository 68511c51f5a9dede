"""A line whose characters show no script is read in that of the sentences before it."""

from __future__ import annotations

import pytest

from termbase.language import Region
from termbase.normalize.lines import normalize_lines
from tests.conftest import Run

SIMPLIFIED = "这个软件的服务器还没有准备好，请稍后再试。"
TRADITIONAL = "這個軟體的伺服器還沒有準備好，請稍後再試。"
BOTH = "一二三四五六七八九十一二三四五六。"
CASES = {
    "a heading in simplified text": ([SIMPLIFIED] * 5, "集群的端口", Region.TW, "叢集的連接埠"),
    "too few sentences": ([SIMPLIFIED] * 4, "集群的端口", Region.TW, "集群的連接埠"),
    "sentences that show nothing": ([BOTH] * 9, "集群的端口", Region.TW, "集群的連接埠"),
    "a list of words": (["软件", "服务器"] * 9, "集群的端口", Region.TW, "集群的連接埠"),
    "sentences in both scripts": ([SIMPLIFIED, TRADITIONAL] * 9, "集群的端口", Region.TW, "集群的連接埠"),
    "one quotation": ([TRADITIONAL, *[SIMPLIFIED] * 21], "集群的端口", Region.TW, "叢集的連接埠"),
    "an item in Taiwan's text": ([TRADITIONAL] * 5, "台北", Region.TW, "台北"),
    "an item in Taiwan's text, for the mainland": ([TRADITIONAL] * 5, "指令列", Region.CN, "命令行"),
    "Taiwan's particle in simplified text": ([SIMPLIFIED] * 5, "跟著", Region.CN, "跟着"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_line_without_script_is_read_as_those_before_it(case: str) -> None:
    before, line, region, expected = CASES[case]
    *_, (original, normalized) = normalize_lines([*before, line], region)
    assert (original, normalized.text) == (line, expected)


@pytest.mark.parametrize("case", CASES)
def test_what_was_converted_stays(case: str) -> None:
    before, line, region, _ = CASES[case]
    once = [normalized.text for _, normalized in normalize_lines([*before, line], region)]
    assert [normalized.text for _, normalized in normalize_lines(once, region)] == once


def test_lines_of_standard_input_are_one_text_and_arguments_are_not(termbase: Run) -> None:
    lines = [*[SIMPLIFIED] * 5, "集群的端口"]
    piped = termbase("normalize", "--to", "zh-TW", "-", stdin="".join(f"{line}\n" for line in lines))
    assert piped.stdout.splitlines()[-1] == "叢集的連接埠"
    given = termbase("normalize", "--to", "zh-TW", *lines)
    assert given.stdout.splitlines()[-1] == "集群的連接埠"
