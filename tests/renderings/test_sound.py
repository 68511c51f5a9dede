"""Whether Chinese can be the beginning of a transcribed name; names and their usual transcriptions."""

from __future__ import annotations

import pytest

from termbase.renderings.sound import may_begin_alike

NAMES = [
    "Isaac 以撒", "Courtney 考特尼", "Walter 沃尔特", "Walter 華特",
    "John 约翰", "Jacob 雅各", "Hugh 休", "Xavier 泽维尔",
    "Theodore 西奥多", "Juan 胡安", "George 乔治", "Yuval 尤瓦尔", "Eugene 尤金", "Wright 赖特", "Knut 克努特",
    "Charles 查尔斯", "Cecilia 塞西莉亚", "Chloe 克洛伊", "Edward 爱德华", "Hillary 希拉里",
    "Giovanni 乔瓦尼", "Jean 让",
    "Björn 比约恩", "Phoebe 菲比", "Whitney 惠特尼", "Quentin 昆汀", "Zora 佐拉", "Émile 埃米尔",
]  # fmt: skip

CUT_OR_LONG = [
    "Isaac 撒",
    "Courtney 特尼",
    "Walter 僚沃尔特",
    "John 子约翰",
    "Vitalik 塔利克",
    "Oscar 斯卡",
    "Edward 德华",
]


@pytest.mark.parametrize("pair", NAMES)
def test_a_transcription_begins_like_the_name(pair: str) -> None:
    assert may_begin_alike(*pair.split())


@pytest.mark.parametrize("pair", CUT_OR_LONG)
def test_what_is_cut_or_too_long_does_not(pair: str) -> None:
    assert not may_begin_alike(*pair.split())
