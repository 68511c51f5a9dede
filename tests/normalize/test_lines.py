"""A line is read in the script of the sentences before it, and its words in the sense of their subject."""

from __future__ import annotations

import pytest

from termbase.language import Region
from termbase.normalize.lines import normalize_lines
from tests.conftest import Run

SIMPLIFIED = "这个软件的服务器还没有准备好，请稍后再试。"
TRADITIONAL = "這個軟體的伺服器還沒有準備好，請稍後再試。"
PROGRAM = "这个函数的参数是一个字符串，它的返回值是一个数组。"
PROGRAM_OF_TAIWAN = "這個函式的參數是一個字串，它會讀取資料庫裡的陣列。"
NEWS = "市政府昨天举行新闻发布会，介绍了今年的教育经费。"
TAIWAN = "這家公司的軟體和硬體都要更新，請搭計程車來開會。"
HONG_KONG = "的士司機用軟件接客，電單車停在巴士站旁邊的單車徑。"
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
    "a word of programs among sentences on programs": (
        [PROGRAM] * 5,
        "每个对象都有队列。",
        Region.TW,
        "每個物件都有佇列。",
    ),
    "too few sentences on programs": ([PROGRAM] * 4, "每个对象都不同。", Region.TW, "每個對象都不同。"),
    "the same word in the news": ([NEWS] * 9, "每个对象都不同。", Region.TW, "每個對象都不同。"),
    "news after a text on programs": (
        [*[PROGRAM] * 9, *[NEWS] * 35],
        "每个对象都不同。",
        Region.TW,
        "每個對象都不同。",
    ),
    "good news among sentences on programs": ([PROGRAM] * 5, "好消息是没有错误。", Region.TW, "好消息是沒有錯誤。"),
    "a word of programs in Taiwan's text": ([PROGRAM_OF_TAIWAN] * 5, "當它被呼叫時，", Region.CN, "当它被调用时，"),
    "a word that Hong Kong has too, in Taiwan's text": ([TAIWAN], "他帶便當上班。", Region.HK, "他帶飯盒上班。"),
    "the same word below two words of Taiwan": (
        ["這家公司的軟體和硬體都要更新，請準時來開會。"] * 9,
        "他帶便當上班。",
        Region.HK,
        "他帶便當上班。",
    ),
    "the same word in Hong Kong's text": ([HONG_KONG] * 9, "他帶便當上班。", Region.HK, "他帶便當上班。"),
    "Hong Kong's text behind Taiwan's": (
        [TAIWAN, *[HONG_KONG] * 30],
        "他帶便當上班。",
        Region.HK,
        "他帶便當上班。",
    ),
    "words that Taiwan has too, in Hong Kong's text": ([HONG_KONG], "現時未有消息。", Region.TW, "目前沒有消息。"),
    "the same words alone": ([BOTH], "現時未有消息。", Region.TW, "現時未有消息。"),
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
