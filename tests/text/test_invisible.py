"""Tests that invisible characters make no difference, whichever way a term is searched for."""

from __future__ import annotations

import re
import sys

import pytest

from termbase.document.model import Block, Document
from termbase.extract.glosses import extract
from termbase.match.matcher import Matcher
from termbase.match.near import VariantFinder
from termbase.model import Termbase
from termbase.text.changes import replay
from termbase.text.chinese.defects import repairs
from termbase.text.chinese.folded_chinese import fold_chinese
from termbase.text.chinese_key import chinese_key
from termbase.text.english.folded_english import english_key
from termbase.text.invisible import DIRECTIONS, IDLE, SHAPES, UNSEEN
from tests.match.test_matcher import concept

SOME = tuple("\u00ad\u200b\u200d\u200f\u202d\u2060\u2063\u2069\ufe00\ufeff\U000e0100")
SLOGAN = "community of shared future in cyberspace"


def members(characters: str) -> set[str]:
    pattern = re.compile(f"[{characters}]")
    return {char for char in map(chr, range(sys.maxunicode + 1)) if pattern.match(char)}


def test_the_kinds_share_no_character_and_none_of_them_is_a_letter_or_space() -> None:
    kinds = [members(kind) for kind in (IDLE, DIRECTIONS, SHAPES)]
    assert set.union(*kinds) == members(UNSEEN) >= set(SOME)
    assert sum(map(len, kinds)) == len(members(UNSEEN))
    assert not any(char.isspace() or char.isalnum() for char in members(UNSEEN))


@pytest.mark.parametrize("char", SOME)
def test_every_way_of_comparing_ignores_it(char: str) -> None:
    chinese, english = f"数{char}字{char}经济", f"digi{char}tal econo{char}my"
    assert chinese_key(chinese) == "数字经济" == fold_chinese(chinese).text
    assert english_key(english) == "digital economy"
    terms = Termbase((concept("1", zh_Hans_CN="数字经济", en="digital economy"),))
    assert [hit.start for hit in Matcher(terms).find(f"{chinese}; {english}")] == [0, len(chinese) + 2]
    (near,) = VariantFinder([(SLOGAN, None)]).find(f"community with{char} a shared future in cyber{char}space")
    assert near.start == 0


@pytest.mark.parametrize("char", SOME)
def test_a_gloss_is_found_whole_and_given_as_it_stands(char: str) -> None:
    text = f"It signed the Global Ocean{char} Data Con{char}vention (全球海{char}洋数据公约) in May."
    (gloss,) = extract(Document("a.txt", text, "utf-8", (Block(0, text),)))
    assert (gloss.en, gloss.zh) == (f"Global Ocean{char} Data Con{char}vention", f"全球海{char}洋数据公约")
    assert text[slice(*gloss.en_span)] == gloss.en


@pytest.mark.parametrize("char", SOME)
def test_between_han_characters_it_is_repaired(char: str) -> None:
    text = f"数{char}字"
    assert replay(text, repairs(text, "Hans")) == "数字"
