"""Which characters mean an English stem: those of the longest word that the dictionary explains with it."""

from __future__ import annotations

import pytest

from termbase.renderings.cedict import meaning_bits
from termbase.renderings.cedict_file import LONGEST_WORD, dictionary
from termbase.text.script import simplify

TERMS = ["數字絲綢之路", "多元化", "机器学习", "中华人民共和国国务院", "3D打印", "长长的路", "A", ""]


def slowly(stem: str, chinese: str, in_terms: bool) -> int:
    """Look at every part of a text, the longest first."""
    plain, known = simplify(chinese), dictionary()
    for length in range(len(plain), 0, -1):
        for start in range(len(plain) - length + 1):
            word = plain[start : start + length]
            meant = known.stems.get(word, "") + (known.in_terms.get(word, "") if in_terms else "")
            is_found = length <= LONGEST_WORD
            if is_found and meant and stem in (meant + known.derived.get(word, "")).split():
                return ((1 << length) - 1) << start
    return 0


@pytest.mark.parametrize("in_terms", [True, False])
@pytest.mark.parametrize("chinese", TERMS)
def test_each_stem_is_meant_by_the_longest_word(chinese: str, in_terms: bool) -> None:
    known, plain = dictionary(), simplify(chinese)
    parts = [plain[start:end] for start in range(len(plain)) for end in range(start + 1, len(plain) + 1)]
    stems = {stem for part in parts for stem in (known.stems.get(part, "") + known.derived.get(part, "")).split()}
    found = {stem: meaning_bits(stem, chinese, in_terms) for stem in stems}
    assert found == {stem: slowly(stem, chinese, in_terms) for stem in stems}
    assert meaning_bits("zyx", chinese, in_terms) == 0
    assert len(stems) > 5 or len(chinese) < 2


def test_what_renders_a_word_in_terms_is_no_meaning_of_it() -> None:
    assert meaning_bits("divid", "数字鸿沟") == 0b1100
    assert meaning_bits("divid", "数字鸿沟", in_terms=False) == 0


def test_what_explains_a_name_is_no_meaning_of_it() -> None:
    assert meaning_bits("poet", "李白") == 0
    assert meaning_bits("li", "李白") == 0b11
