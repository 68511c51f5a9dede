"""Which characters mean an English stem: those of the longest word that the dictionary explains with it."""

from __future__ import annotations

import pytest

from termbase.renderings.cedict import meaning_bits
from termbase.renderings.cedict_file import LONGEST_WORD, dictionary
from termbase.text.script import simplify

TERMS = ["數字絲綢之路", "多元化", "机器学习", "中华人民共和国国务院", "3D打印", "长长的路", "A", ""]


def slowly(stem: str, chinese: str) -> int:
    """Look at every part of a text, the longest first."""
    plain, known = simplify(chinese), dictionary()
    for length in range(len(plain), 0, -1):
        for start in range(len(plain) - length + 1):
            word = plain[start : start + length]
            meant = known.stems.get(word, "")
            is_found = length <= LONGEST_WORD
            if is_found and meant and stem in (meant + known.derived.get(word, "")).split():
                return ((1 << length) - 1) << start
    return 0


@pytest.mark.parametrize("chinese", TERMS)
def test_each_stem_is_meant_by_the_longest_word(chinese: str) -> None:
    known, plain = dictionary(), simplify(chinese)
    parts = [plain[start:end] for start in range(len(plain)) for end in range(start + 1, len(plain) + 1)]
    stems = {stem for part in parts for stem in (known.stems.get(part, "") + known.derived.get(part, "")).split()}
    assert {stem: meaning_bits(stem, chinese) for stem in stems} == {stem: slowly(stem, chinese) for stem in stems}
    assert meaning_bits("zyx", chinese) == 0
    assert len(stems) > 5 or len(chinese) < 2
