"""What message catalogues usually have for an English word, and whether a text has it."""

from __future__ import annotations

import pytest

from termbase.language import HONG_KONG, SIMPLIFIED, TAIWAN
from termbase.renderings.usual import find_usual, usual, words_of


@pytest.mark.parametrize(
    ("word", "language", "usually", "seldom"),
    [
        ("service", SIMPLIFIED, "服务", "维修"),
        ("package", TAIWAN, "套件", "封包"),
        ("network", HONG_KONG, "網絡", "網球"),
    ],
)
def test_the_usual_translation_has_the_greater_share(word: str, language: str, usually: str, seldom: str) -> None:
    known = usual(word, language)
    assert known is not None
    assert known.share([usually]) > 0.5 > 0.1 > known.share([seldom])


def test_a_part_of_a_longer_translation_does_not_count_alone() -> None:
    known = usual("driver", TAIWAN)
    assert known is not None
    assert known.share(["驅動"]) > 0.5 > known.share_alone("驅動")


def test_an_unknown_word_has_no_translation() -> None:
    assert usual("zymurgy", SIMPLIFIED) is None


@pytest.mark.parametrize(
    ("english", "source", "target", "written"),
    [
        ("services", "Two services run", "有两项服务运行", "服务"),
        ("symbolic links", "Follow symbolic links", "跟踪符号链接", "符号链接"),
        ("application", "Close the application", "關閉應用程式", "應用程式"),  # not only 程式
        (
            "symbolic links",
            "Follow symbolic links",
            "跟踪那些由别人早就建立起来的符号，也跟踪到处都能够见到的链接",
            None,
        ),
        ("services", "Two services run", "两者均在运行", None),
        ("document", "The file of the document", "档案", None),  # of the other word
        ("zymurgy", "About zymurgy", "关于酿造", None),
    ],
)
def test_a_text_has_the_usual_translation_of_a_term(
    english: str, source: str, target: str, written: str | None
) -> None:
    found = find_usual(english, source, target, HONG_KONG)
    assert (found and found.written) == written


def test_small_words_are_no_words_of_a_term() -> None:
    assert words_of("name of the file") == ["name", "file"]
