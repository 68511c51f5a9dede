"""Terms that a text has in a shortened form."""

from __future__ import annotations

import pytest

from termbase.renderings.shortened import (
    has_compound,
    has_full_form,
    has_joint,
    has_spelling,
    has_wider_word,
    has_word_alone,
)


@pytest.mark.parametrize(
    ("text", "term", "source", "is_there"),
    [
        ("可執行的文字檔", "檔案", "executable text [files]", True),
        ("原始檔名", "檔案", "original [file] name", True),
        ("顯示隱藏檔及備份檔", "檔案", "Show hidden and backup [files]", True),
        ("某暫存檔無法使用", "檔案", "A temporary [file] is unavailable", True),
        ("從書籤檔匯入", "檔案", "Import a bookmarks [file]", True),
        ("簡化檔有錯誤", "檔案", "Error in the reduced [file]", True),
        ("高檔有錯誤", "檔案", "Error in the high [file]", False),
        ("標記檔第 2 行", "檔案", "Line 2 of the markings [file]", True),
        ("安装网卡", "网络", "Install a [network] card", True),
        ("从暂存档汇入", "档案", "Import a temporary [file]", True),
        ("依档次收费", "档案", "Fees by the pay [file]", False),
        ("打开档", "档案", "Open [file]", True),
        ("存档时出错", "档案", "Error in [files]", False),
        ("他会参加理事会", "会议", "the board [meeting]s", True),
        ("他会参加", "会议", "the board [meeting]s", False),
        ("参加年会", "会议", "the annual [meeting]", True),
        ("选择的模式", "样式", "the pattern [styles]", False),
        ("网上", "网络", "the [network]", False),
        ("卷", "储存区", "the free [volume]", False),
    ],
)
def test_a_compound_has_one_character_of_a_term(text: str, term: str, source: str, is_there: bool) -> None:
    before, _, rest = source.partition("[")
    english, _, after = rest.partition("]")
    assert has_compound(text, term, english, before, after) is is_there


@pytest.mark.parametrize(
    ("text", "term", "english", "is_there"),
    [
        ("播放三首歌", "歌曲", "song", True),
        ("刪除本頁", "頁面", "page", True),
        ("第 %d 頁", "頁面", "page", True),
        ("回到首頁", "頁面", "page", False),
    ],
)
def test_a_character_of_a_term_is_a_word_alone(text: str, term: str, english: str, is_there: bool) -> None:
    assert has_word_alone(text, term, english) is is_there


@pytest.mark.parametrize(
    ("text", "term", "other", "is_there"),
    [
        ("音视频属性", "音频", "视频", True),
        ("音/视频光盘", "音频", "视频", True),
        ("進出口貿易", "進口", "出口", True),
        ("视频属性", "音频", "视频", False),
        ("音乐和视频", "音频", "视频", False),
        ("音视频", "音频", "音频", False),
        ("文件", "文件", "打印机", False),
    ],
)
def test_two_terms_that_end_alike_are_joined(text: str, term: str, other: str, is_there: bool) -> None:
    assert has_joint(text, term, [other]) is is_there


@pytest.mark.parametrize(
    ("text", "term", "is_there"),
    [("提供檔案名稱", "檔名", True), ("提供檔案", "檔名", False), ("檔名有誤", "檔案", False)],
)
def test_words_that_begin_with_the_characters_of_a_term(text: str, term: str, is_there: bool) -> None:
    assert has_full_form(text, term) is is_there


@pytest.mark.parametrize(
    ("text", "term", "is_there"),
    [
        ("開立帳戶", "賬戶", True),
        ("出示身份證", "身分證", True),
        ("賬戶", "帳單", False),
        ("新的密碼", "新密碼", True),
        ("檔案系統", "文件", False),
        ("想像力", "想象力", True),
        ("其它的", "其他", True),
        ("世纪", "日记", False),
        ("目錄", "目次", False),
    ],
)
def test_terms_in_another_spelling(text: str, term: str, is_there: bool) -> None:
    assert has_spelling(text, term) is is_there


@pytest.mark.parametrize(
    ("text", "before", "is_there"),
    [
        ("请选择外语", "Choose a foreign ", True),
        ("支持泰语", "Thai is supported as a ", False),
        ("使用泰语", "Use the Thai ", True),
        ("请选择", "Choose a ", False),
    ],
)
def test_a_word_that_says_more_than_a_term(text: str, before: str, is_there: bool) -> None:
    assert has_wider_word(text, "语言", "language", before, "") is is_there
