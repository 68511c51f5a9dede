"""Tests that texts are cut as jieba cuts them, and that the compiled dictionary is kept in the cache."""

from collections.abc import Callable, Iterator
from pathlib import Path

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.text.chinese import dictionary
from termbase.text.chinese.words import dictionary_words, frequency, part_of_speech, words

COMMON = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本"
    "去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总"
    "次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权"
)


jieba.initialize()


@given(st.text(COMMON + "aB7 ，·"))
def test_the_dictionary_cuts_as_jieba_does(text: str) -> None:
    assert list(dictionary_words(text)) == jieba.lcut(text, HMM=False)


@given(st.text(COMMON + "aB7 ，·"))
def test_words_are_guessed_as_jieba_guesses_them(text: str) -> None:
    assert list(words(text)) == jieba.lcut(text)


@given(
    st.lists(
        st.sampled_from(
            ["国家网信办", "数据安全法", "T恤", "卡拉OK", "民主", "權利", "網絡", "5G", "\U00020000", "\ud800"]
        )
    )
)
def test_joined_the_words_are_the_text(parts: list[str]) -> None:
    assert "".join(dictionary_words("".join(parts))) == "".join(words("".join(parts))) == "".join(parts)


@given(st.text(COMMON, max_size=30) | st.just("我在外交部驻香港特别行政区特派员公署里"))
def test_a_word_across_a_place_is_one_that_a_slow_obvious_search_finds(text: str) -> None:
    words = [
        (start, end)
        for start in range(len(text))
        for end in range(start, len(text) + 1)
        if frequency(text[start:end])
    ]
    for place in range(len(text) + 1):
        for other in (place, min(place + 3, len(text))):
            is_across = any(start < place < end or start < other < end for start, end in words)
            assert dictionary.has_word_across(text, (place, other)) is is_across


@pytest.mark.parametrize(("word", "is_one"), [("民主", True), ("網絡", True), ("权利民", False), ("", False)])
def test_frequency_is_that_of_the_whole_word(word: str, is_one: bool) -> None:
    assert (frequency(word) > 0) is is_one


@pytest.mark.parametrize(
    ("word", "class_"),
    [
        ("的", "uj"),
        ("提出", "v"),
        ("權利", "n"),
        ("中华人民共和国", "ns"),
        ("共和国人", ""),
        ("权利民", ""),
        ("", ""),
    ],
)
def test_the_class_is_that_of_the_whole_word(word: str, class_: str) -> None:
    assert part_of_speech(word) == class_


def test_a_damaged_dictionary_in_the_cache_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_dictionary: Callable[[], None]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    fresh_dictionary()
    assert frequency("民主") > 0
    (kept,) = (tmp_path / "termbase" / "index").glob("*.words")
    whole = kept.read_bytes()
    kept.write_bytes(whole[:1_000_000])  # cut short
    fresh_dictionary()
    assert frequency("民主") > 0
    assert kept.read_bytes() == whole


@pytest.fixture
def fresh_dictionary() -> Iterator[Callable[[], None]]:
    """Make the dictionary be read again at its next use, and again after the test."""

    def forget() -> None:
        dictionary._dictionary.cache_clear()
        dictionary.entry.cache_clear()

    yield forget
    forget()
