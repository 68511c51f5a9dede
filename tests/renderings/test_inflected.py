"""Tests which other forms of a term count as its rendering, and which do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.bitext import Bitext, SegmentPair
from termbase.language import ENGLISH, SIMPLIFIED, TAIWAN
from termbase.model import Termbase
from termbase.renderings.inflected import renders
from tests.check.checking import check_bitexts
from tests.match.test_matcher import concept

VERBS = "insert calculate close specify set apply choose control draw hide align print process".split()


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("insert", "The row is inserted above."),
        ("insert", "Inserting rows"),
        ("insert", "the insertion of rows"),
        ("calculation", "It calculates the sum."),
        ("specify", "on the line specified"),
        ("set", "Setting the margins"),
        ("show", "as shown above"),
        ("apply", "the application of styles"),
        ("alignment", "Aligns the text."),
        ("printer settings", "the settings of the default printer"),
        ("date and time", "the time or date"),
        ("data flows", "flows of cross-border data"),
    ],
)
def test_english_in_another_form(term: str, text: str) -> None:
    assert renders(text, ENGLISH, term)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("print", "the printer is on"),  # another noun
        ("port", "a portion of it"),
        ("act", "the action taken"),
        ("string", "a strong wind"),
        ("printer settings", "The printer is old. Change the settings."),  # two sentences
        ("printer settings", "the printer in the room of a man whose settings are unknown"),  # too far
        ("data flows", "the flows"),
        ("time and time", "the time"),  # one word is not two
        ("the", "the"),
        ("IGF", "igfs and an igf"),  # initials are not inflected
        ("hidden", "code ￼￼￼￼￼￼"),
    ],
)
def test_english_that_does_not_render_the_term(term: str, text: str) -> None:
    assert not renders(text, ENGLISH, term)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("打开文件", "文件无法打开"),
        ("打开文件", "将要打开的文件"),
        ("控件属性", "控件的属性"),
        ("日期与时间", "日期时间函数"),
        ("手动分页", "请手动插入分页符"),
        ("关键信息基础设施", "关键的信息基础设施"),
        ("開啟檔案", "開啟這個檔案"),
    ],
)
def test_chinese_separated_or_in_another_order(term: str, text: str) -> None:
    assert renders(text, TAIWAN if "檔" in term else SIMPLIFIED, term)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("打开文件", "先打开窗口。文件在那里"),  # two sentences
        ("打开文件", "打开窗口之后就可以看见那里的全部文件"),  # too far
        ("网络", "网上的联络"),  # a single word is not split
        ("网络安全", "网络很好"),
        ("左页", "左边一页"),  # single characters are too ambiguous
    ],
)
def test_chinese_that_does_not_render_the_term(term: str, text: str) -> None:
    assert not renders(text, SIMPLIFIED, term)


@given(st.permutations("alpha beta gamma".split()), st.sampled_from(["", "of the", "and"]))
def test_order_and_small_words_make_no_difference(words: list[str], between: str) -> None:
    assert renders(f" {between} ".join(words), ENGLISH, "alpha beta gamma")


@given(st.sampled_from(VERBS), st.sampled_from(VERBS))
def test_a_verb_is_itself_only(term: str, other: str) -> None:
    assert renders(f"It was {other}ed.", ENGLISH, term) <= (term == other)


TERMBASE = Termbase(
    (
        concept("audio", en="audio", zh_Hans_CN="音频|音频文件"),
        concept("file", en="file", zh_Hans_CN="文件"),
        concept("insert", zh_Hans_CN="插入", en="insert"),
        concept("open", en="Open Files", zh_Hans_CN="打开文件"),
    )
)


def missing(source: str, target: str, tags: tuple[str, str] = (ENGLISH, SIMPLIFIED)) -> list[str]:
    bitext = Bitext("m.tmx", *tags, (SegmentPair("1", source, target),))
    return [finding.text for finding in check_bitexts([bitext], [TERMBASE]) if finding.name == "missing"]


def test_terms_that_make_one_name_may_share_a_word() -> None:
    assert missing("Play the audio file.", "播放音频文件。") == []
    assert missing("Play the audio of the file.", "播放音频文件。") == []
    assert missing("Take the audio from a file.", "播放音频文件。") == ["file"]


def test_what_another_term_needs_renders_nothing_else() -> None:
    assert missing("Open files, then a file.", "打开文件。") == ["file"]
    assert missing("Open files.", "文件已经打开。") == []


def test_a_verb_renders_in_any_form_of_it() -> None:
    assert missing("插入一行", "A row was inserted.", (SIMPLIFIED, ENGLISH)) == []
    assert missing("插入一行", "A row was added.", (SIMPLIFIED, ENGLISH)) == ["插入"]
