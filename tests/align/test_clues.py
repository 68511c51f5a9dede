"""The weights fit the clues, and small words are linked whichever script they are written in."""

from __future__ import annotations

import pytest

from termbase.files.data_table import data_rows
from tmx.align.clues import NAMES
from tmx.align.lexicon import dictionary_links
from tmx.align.names import name_links
from tmx.align.tokens import capitalised, chinese_tokens, english_tokens
from tmx.align.weights import weights


def test_each_clue_has_its_weight() -> None:
    from tmx.align.meaning import NAMES as MEANING_NAMES

    assert [row[0] for row in data_rows("align_weights.tsv")] == [*NAMES, *MEANING_NAMES]
    assert (len(weights(False)), len(weights(True))) == (len(NAMES), len(NAMES) + len(MEANING_NAMES))


@pytest.mark.parametrize(
    ("chinese", "english", "token"),
    [
        ("我们去了网络中心。", "We went to the network centre.", "我们"),
        ("我們去了網路中心。", "We went to the network centre.", "网络"),
        ("一共三百二十五人。", "There were 325 people.", "#325"),
        ("他用5G手机。", "His phone has 5G.", "5g"),
        ("我不知道。", "I do not know.", "不"),
    ],
)
def test_tokens_are_linked(chinese: str, english: str, token: str) -> None:
    links = dictionary_links(chinese_tokens(chinese), set(english_tokens(english)))
    assert token in links


def test_names_are_linked_by_sound() -> None:
    names = capitalised("Chen Qingyang met Wang Er in Nanjing.")
    links = name_links([chinese_tokens("陳清揚在南京見了王二。")], names)
    assert {sound for linked in links.values() for sound in linked} >= {"chen", "qingyang", "wang", "nanjing"}
